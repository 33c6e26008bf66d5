"""https://docs.aws.amazon.com/athena/latest/ug/compression-formats.html"""

import bz2
import gzip
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from offline_aws import hadoop_blocks
from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.compression import EXTENSIONS, compress_file, decompressed

TEXT = b"tea\npie\n" * 1000


def arrow(codec: str) -> Callable[[bytes], bytes]:
    return lambda data: pa.compress(data, codec=codec, asbytes=True)


WRITERS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("a.gz", gzip.compress),
    ("a.gz", lambda data: gzip.compress(data[:100]) + gzip.compress(data[100:])),
    ("a.bz2", bz2.compress),
    ("a.zst", arrow("zstd")),
    ("a.lz4", arrow("lz4")),
    ("a.lz4", lambda data: hadoop_blocks.compress(data, "lz4_raw")),
    ("a.snappy", lambda data: hadoop_blocks.compress(data, "snappy")),
    ("a.json", bytes),
    ("a.GZ", bytes),
    ("no extension", bytes),
]


@pytest.mark.parametrize(("key", "write"), WRITERS)
def test_an_object_is_read_by_the_extension_of_its_key(key: str, write: Callable[[bytes], bytes]) -> None:
    assert decompressed(key, "s3://data/a", write(TEXT)) == TEXT


@pytest.mark.parametrize("key", ["a.gz", "a.bz2", "a.zst", "a.lz4", "a.snappy"])
def test_what_is_not_compressed_fails(key: str) -> None:
    with pytest.raises(QueryError, match="HIVE_CURSOR_ERROR: Failed to read file: s3://data/a"):
        decompressed(key, "s3://data/a", TEXT)
    assert decompressed(key, "s3://data/a", b"") == b""


@pytest.mark.parametrize("name", ["BZIP2", "ZSTD", "SNAPPY", "LZ4"])
def test_what_is_written_is_read(name: str, tmp_path: Path) -> None:
    plain, packed = tmp_path / "plain", tmp_path / "packed"
    plain.write_bytes(TEXT)
    compress_file(plain, packed, name, 5)
    assert decompressed(f"a{EXTENSIONS[name]}", "", packed.read_bytes()) == TEXT
