"""The compressions of objects of text, by the extension of their key, and of the blocks of Avro.

https://docs.aws.amazon.com/athena/latest/ug/compression-support-hive.html
"""

import bz2
import gzip
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa

from offline_aws import hadoop_blocks
from offline_aws.athena.errors import NotEmulatedError, QueryError

# What an object is compressed by, and the extension of its key; in capital letters it is none.
EXTENSIONS = {"GZIP": ".gz", "BZIP2": ".bz2", "ZSTD": ".zst", "SNAPPY": ".snappy", "LZ4": ".lz4", "NONE": ""}
_LZ4_FRAME, _SNAPPY_FRAME = b"\x04\x22\x4d\x18", b"\xff\x06\x00\x00sNaPpY"
# Bytes that are compressed at once.
_CHUNK = 8 << 20
ZSTD_LEVEL = 3


def decompressed(key: str, uri: str, body: bytes) -> bytes:
    """The bytes of an object of text.

    :raises QueryError: they are not what the extension says
    """
    extension = "." + key.rsplit(".", 1)[-1]
    if extension == ".lzo":
        raise NotEmulatedError("reading .lzo objects")
    if not (read := _READ.get(extension)) or not body:
        return body
    try:
        return read(body)
    except (OSError, EOFError, ValueError, zlib.error, pa.ArrowException) as error:
        raise QueryError("HIVE_CURSOR_ERROR", f"Failed to read file: {uri}: {error}") from error


def _lz4(body: bytes) -> bytes:
    return stream(body, "lz4") if body.startswith(_LZ4_FRAME) else hadoop_blocks.decompress(body, "lz4_raw")


def _snappy(body: bytes) -> bytes:
    if body.startswith(_SNAPPY_FRAME):
        raise NotEmulatedError("reading Snappy's own frames in text")
    return hadoop_blocks.decompress(body, "snappy")


def stream(body: bytes, codec: str) -> bytes:
    """The bytes of one stream or several, by Arrow's name of the codec."""
    read: bytes = pa.CompressedInputStream(pa.BufferReader(body), codec).read()
    return read


_READ: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.decompress,
    ".bz2": bz2.decompress,
    ".zst": lambda body: stream(body, "zstd"),
    ".snappy": _snappy,
    ".lz4": _lz4,
}


def zstd(data: bytes, level: int) -> bytes:
    packed: bytes = pa.Codec("zstd", compression_level=level).compress(data, asbytes=True)
    return packed


def compress_file(source: Path, target: Path, compression: str, level: int) -> None:
    """Compress a file of text; ``level`` is Zstandard's alone."""
    write: dict[str, Callable[[bytes], bytes]] = {
        "BZIP2": bz2.compress,
        "ZSTD": lambda data: zstd(data, level),
        "SNAPPY": lambda data: hadoop_blocks.compress(data, "snappy"),
        "LZ4": lambda data: hadoop_blocks.compress(data, "lz4_raw"),
    }
    with target.open("wb") as file:
        file.writelines(map(write[compression], _chunks(source)))


def _chunks(source: Path) -> Iterator[bytes]:
    """The bytes of a file, some at a time: each codec's streams may follow each other."""
    with source.open("rb") as file:
        while data := file.read(_CHUNK):
            yield data
