"""Records that the Kinesis Producer Library has put into one, which Firehose takes apart.

::

    aggregated record = magic (4 bytes), AggregatedRecord (Protocol Buffers), MD5 of the latter (16 bytes)
    AggregatedRecord  = 1: partition key, repeated   2: hash key, repeated   3: Record, repeated
    Record            = 1: index of its partition key   2: index of its hash key   3: data

https://github.com/awslabs/amazon-kinesis-producer/blob/master/aggregation-format.md
"""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

MAGIC = b"\xf3\x89\x9a\xc2"
_DIGEST_BYTES = 16
_VARINT, _BYTES = 0, 2


class UserRecord(NamedTuple):
    partition_key: str
    data: bytes


def user_records(partition_key: str, data: bytes) -> list[UserRecord]:
    """The records in a record: itself, unless it is an aggregated one."""
    message, digest = data[len(MAGIC) : -_DIGEST_BYTES], data[-_DIGEST_BYTES:]
    if not data.startswith(MAGIC) or hashlib.md5(message, usedforsecurity=False).digest() != digest:
        return [UserRecord(partition_key, data)]
    try:
        return _aggregated(message)
    except (IndexError, ValueError, UnicodeDecodeError):
        return [UserRecord(partition_key, data)]


def _aggregated(message: bytes) -> list[UserRecord]:
    fields = list(_fields(message))
    keys = [bytes(value).decode() for number, value in fields if number == 1 and isinstance(value, bytes)]
    records = [dict(_fields(value)) for number, value in fields if number == 3 and isinstance(value, bytes)]
    return [UserRecord(keys[int(record.get(1, 0))], bytes(record.get(3, b""))) for record in records]


def _fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """The fields of a message that are numbers or bytes. Raises ValueError for others, IndexError at an early end."""
    position = 0
    while position < len(message):
        tag, position = _varint(message, position)
        if tag & 7 == _VARINT:
            value, position = _varint(message, position)
            yield tag >> 3, value
        elif tag & 7 == _BYTES:
            length, position = _varint(message, position)
            if position + length > len(message):
                raise IndexError("the message ends within a field")
            yield tag >> 3, message[position : position + length]
            position += length
        else:
            raise ValueError(f"the wire type {tag & 7} is not part of an aggregated record")


def _varint(message: bytes, position: int) -> tuple[int, int]:
    """The number at a position, seven bits a byte with the least first, and the position after it."""
    value = shift = 0
    while True:
        byte = message[position]
        value |= (byte & 0x7F) << shift
        position, shift = position + 1, shift + 7
        if byte < 0x80:
            return value, position
