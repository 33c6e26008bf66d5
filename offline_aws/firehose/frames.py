"""How a journal's entries lie in a file: frames, each complete and unharmed by its checksum.

::

    frame    = kind (1 byte), length of the payload (4), CRC-32 of the payload (4), payload
    RECORDS  = for each record: ordinal (8), arrived_ms (8), length of the id (2), length of the data (4), id, data
    SOURCED  = the same for records from a Kinesis stream, with length (2) and JSON of their origin after the data
    DONE     = for each record: ordinal (8)

Numbers are big-endian. Pure functions of bytes.
"""

import json
import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from offline_aws.firehose.models import Origin, Record

RECORDS = 1
DONE = 2
SOURCED = 3

_FRAME = struct.Struct(">BII")
_RECORD = struct.Struct(">QQHI")
_LENGTH = struct.Struct(">H")


class Entry(NamedTuple):
    """A record and its place in the journal's order."""

    ordinal: int
    record: Record


class Frame(NamedTuple):
    kind: int
    payload: bytes


class Unreadable(NamedTuple):
    """Where reading ended before the end of the bytes; ``torn`` when it is a frame that was never finished."""

    offset: int
    torn: bool


def records_frame(entries: Sequence[Entry]) -> bytes:
    """The frame of records that came with one put: they are on disk together or not at all."""
    sourced = any(record.origin for _, record in entries)
    parts = []
    for ordinal, record in entries:
        name = record.id.encode()
        parts += [_RECORD.pack(ordinal, record.arrived_ms, len(name), len(record.data)), name, record.data]
        if sourced:
            origin = json.dumps(record.origin).encode()
            parts += [_LENGTH.pack(len(origin)), origin]
    return _frame(SOURCED if sourced else RECORDS, b"".join(parts))


def done_frame(ordinals: list[int]) -> bytes:
    """The frame that says of records that they have arrived."""
    return _frame(DONE, struct.pack(f">{len(ordinals)}Q", *ordinals))


def read(content: bytes) -> Iterator[Frame | Unreadable]:
    """The frames; the last item tells what can't be read, if there is any.

    A frame that reaches beyond the end, or the last one with a wrong checksum, is torn: its writer was killed
    before anybody was told that it is there. Any other is damage.
    """
    offset = 0
    while offset < len(content):
        start = offset + _FRAME.size
        if start > len(content):
            yield Unreadable(offset, torn=True)
            return
        kind, length, checksum = _FRAME.unpack_from(content, offset)
        payload = content[start : start + length]
        if len(payload) < length or zlib.crc32(payload) != checksum:
            yield Unreadable(offset, torn=start + length >= len(content))
            return
        yield Frame(kind, payload)
        offset = start + length


def entries_of(frame: Frame) -> Iterator[Entry]:
    """What ``records_frame`` was made of; nothing for another frame."""
    offset, payload = 0, frame.payload
    while frame.kind in (RECORDS, SOURCED) and offset < len(payload):
        ordinal, arrived_ms, id_length, length = _RECORD.unpack_from(payload, offset)
        data_at = offset + _RECORD.size + id_length
        name = payload[offset + _RECORD.size : data_at].decode()
        offset = data_at + length
        record = Record(name, arrived_ms, payload[data_at:offset])
        if frame.kind == SOURCED:
            origin_at = offset + _LENGTH.size
            offset = origin_at + _LENGTH.unpack_from(payload, offset)[0]
            record = record._replace(origin=_origin(payload[origin_at:offset]))
        yield Entry(ordinal, record)


def _origin(text: bytes) -> Origin | None:
    given = json.loads(text)
    return Origin(*given) if given else None


def ordinals_of(payload: bytes) -> tuple[int, ...]:
    """What ``done_frame`` was made of."""
    return struct.unpack(f">{len(payload) // 8}Q", payload)


def _frame(kind: int, payload: bytes) -> bytes:
    return _FRAME.pack(kind, len(payload), zlib.crc32(payload)) + payload
