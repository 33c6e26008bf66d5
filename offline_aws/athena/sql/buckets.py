"""Hive's buckets: into which object of a partition a row goes, by a hash of some of its columns.

https://docs.aws.amazon.com/athena/latest/ug/ctas-partitioning-and-bucketing.html, and Hive's ObjectInspectorUtils
(``getBucketHashCode`` of bucketing version 1) for the hash.
"""

import struct
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial, reduce
from typing import Any

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError

Hash = Callable[[Any], int]


def bucket_of(values: Sequence[Any], hashes: Sequence[Hash], count: int) -> int:
    """The bucket of a row with these values."""
    combined = 0
    for value, hashed in zip(values, hashes, strict=True):
        combined = _int(combined * 31 + (0 if value is None else hashed(value)))
    return (combined & 0x7FFFFFFF) % count


def hash_of(name: str, hive_type: str) -> Hash:
    """The hash of a column's values.

    :raises NotEmulatedError: rows are in no bucket by a column of such a type
    """
    kind = exp.DataType.build(hive_type, dialect="hive").this
    if kind not in _HASHES:
        raise NotEmulatedError(f"a table bucketed by the column '{name}' of type {hive_type}")
    return _HASHES[kind]


def _int(number: int) -> int:
    """A number as Java's int has it."""
    return (number + (1 << 31)) % (1 << 32) - (1 << 31)


def _long(number: int) -> int:
    bits = number & 0xFFFFFFFFFFFFFFFF
    return _int(bits ^ bits >> 32)


def _text(value: str, start: int = 0) -> int:
    signed = (byte - 256 if byte > 127 else byte for byte in value.encode())
    return reduce(lambda hashed, byte: _int(hashed * 31 + byte), signed, start)


def _float(value: float) -> int:
    bits: int = struct.unpack(">i", struct.pack(">f", value or 0.0))[0]
    return bits


def _double(value: float) -> int:
    return _long(struct.unpack(">q", struct.pack(">d", value or 0.0))[0])


def _date(value: date) -> int:
    return (value - date(1970, 1, 1)).days


def _timestamp(value: datetime) -> int:
    """The seconds, moved up by thirty bits, and the nanoseconds."""
    moment = value.replace(tzinfo=UTC)
    return _long(int(moment.replace(microsecond=0).timestamp()) << 30 | moment.microsecond * 1000)


_HASHES: dict[exp.DType, Hash] = {
    exp.DType.BOOLEAN: int,
    exp.DType.TINYINT: int,
    exp.DType.SMALLINT: int,
    exp.DType.INT: int,
    exp.DType.BIGINT: _long,
    exp.DType.FLOAT: _float,
    exp.DType.DOUBLE: _double,
    exp.DType.TEXT: _text,
    exp.DType.VARCHAR: partial(_text, start=1),
    exp.DType.CHAR: partial(_text, start=1),
    exp.DType.DATE: _date,
    exp.DType.TIMESTAMP: _timestamp,
}
