"""Avro's container of records: a header with the schema, then blocks of records, each compressed by itself.

https://avro.apache.org/docs/current/specification/#object-container-files
"""

import bz2
import io
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

import fastavro
import pyarrow as pa

from offline_aws.athena.sql.compression import stream, zstd
from offline_aws.hadoop_blocks import snappy_length

_MAGIC = b"Obj\x01"
_HEADER = {
    "type": "record",
    "name": "Header",
    "fields": [
        {"name": "magic", "type": {"type": "fixed", "name": "Magic", "size": 4}},
        {"name": "meta", "type": {"type": "map", "values": "bytes"}},
        {"name": "sync", "type": {"type": "fixed", "name": "Sync", "size": 16}},
    ],
}
_BLOCK = 64 << 10


def read_blocks(file: BinaryIO, schema: Any) -> Iterator[list[dict[str, Any]]]:
    """The records of a file, a list for each of its blocks, by a schema that may be another than the file's.

    :raises ValueError: it is no container, or its records are none of the schema
    """
    if file.read(4) != _MAGIC:
        raise ValueError("Not a data file.")
    file.seek(0)
    header: Any = fastavro.schemaless_reader(file, _HEADER, None)
    written = fastavro.parse_schema(json.loads(header["meta"]["avro.schema"]))
    read = fastavro.parse_schema(_taking(schema, [*_record_names(written)]))
    codec = header["meta"].get("avro.codec", b"null").decode()
    if not (unpack := _UNPACK.get(codec)):
        raise ValueError(f"Unrecognized codec: {codec}")
    while (count := _number(file)) is not None:
        records = io.BytesIO(unpack(file.read(_number(file) or 0)))
        yield [_record(records, written, read) for _ in range(count)]
        if file.read(16) != header["sync"]:
            raise ValueError("Invalid sync!")


def _record_names(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        for item in schema:
            yield from _record_names(item)
    elif isinstance(schema, dict):
        if schema.get("type") == "record":
            yield schema["name"].split(".")[-1]
        for inner in (*schema.get("fields", ()), schema.get("type"), schema.get("items"), schema.get("values")):
            yield from _record_names(inner)


def _taking(schema: Any, names: Sequence[str]) -> Any:
    """The schema whose records take those of other names too, and whose fields are found by their own names alone."""
    if isinstance(schema, list):
        return [_taking(item, names) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: _taking(schema[key], names) for key in ("fields", "type", "items", "values") if key in schema}
    own = {key: value for key, value in schema.items() if key != "aliases"}
    return own | inner | ({"aliases": names} if schema.get("type") == "record" else {})


def _record(records: BinaryIO, written: Any, schema: Any) -> dict[str, Any]:
    record = fastavro.schemaless_reader(records, written, schema)
    assert isinstance(record, dict)  # noqa: S101 - tables are made of records
    return record


def _number(file: BinaryIO) -> int | None:
    """A long of Avro's: seven bits a byte, the smallest first, signs zigzag; None at the end of the file."""
    number = shift = 0
    while byte := file.read(1):
        number |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            return number >> 1 ^ -(number & 1)
        shift += 7
    if shift:
        raise ValueError("unexpected end of the file")
    return None


def write(file: BinaryIO, schema: Mapping[str, Any], records: Iterable[dict[str, Any]], codec: str, level: int) -> None:
    """Write a container. ``codec`` is a name of Avro's; ``level`` is Zstandard's alone."""
    parsed, sync = fastavro.parse_schema(dict(schema)), os.urandom(16)
    meta = {"avro.schema": json.dumps(schema).encode(), "avro.codec": codec.encode()}
    fastavro.schemaless_writer(file, _HEADER, {"magic": _MAGIC, "meta": meta, "sync": sync})
    for count, block in _packed(parsed, records):
        data = _PACK[codec](block, level)
        for number in (count, len(data)):
            fastavro.schemaless_writer(file, "long", number)
        file.write(data + sync)


def _packed(schema: Any, records: Iterable[dict[str, Any]]) -> Iterator[tuple[int, bytes]]:
    """Records in blocks: how many, and their bytes."""
    block, count = io.BytesIO(), 0
    for record in records:
        fastavro.schemaless_writer(block, schema, record)
        count += 1
        if block.tell() > _BLOCK:
            yield count, block.getvalue()
            block, count = io.BytesIO(), 0
    if count:
        yield count, block.getvalue()


def _unsnapped(data: bytes) -> bytes:
    """Snappy, with a checksum of what was compressed behind it."""
    packed = data[:-4]
    unpacked: bytes = pa.decompress(packed, snappy_length(packed), codec="snappy", asbytes=True)
    if zlib.crc32(unpacked).to_bytes(4, "big") != data[-4:]:
        raise ValueError("Checksum failure")
    return unpacked


def _snapped(data: bytes, level: int) -> bytes:
    packed: bytes = pa.compress(data, codec="snappy", asbytes=True)
    return packed + zlib.crc32(data).to_bytes(4, "big")


_UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "null": bytes,
    "deflate": lambda data: zlib.decompress(data, -15),
    "bzip2": bz2.decompress,
    "snappy": _unsnapped,
    "zstandard": lambda data: stream(data, "zstd"),
}
_PACK: dict[str, Callable[[bytes, int], bytes]] = {
    "null": lambda data, level: data,
    "deflate": lambda data, level: zlib.compress(data, wbits=-15),
    "bzip2": lambda data, level: bz2.compress(data),
    "snappy": _snapped,
    "zstandard": zstd,
}
