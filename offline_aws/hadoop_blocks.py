"""Hadoop's block stream: how it writes codecs that have no stream of their own, Snappy and LZ4.

A block is its length, then chunks, each with its compressed length before it, all four bytes, the greatest first.
https://github.com/apache/hadoop/blob/trunk/hadoop-common-project/hadoop-common/src/main/java/org/apache/hadoop/io/compress/BlockCompressorStream.java
"""

import struct
from collections.abc import Iterator

_BLOCK = 32 * 1024


def compress(data: bytes, codec: str) -> bytes:
    """The stream of some bytes. ``codec`` is Arrow's name of one without a frame."""
    return b"".join(struct.pack(">II", length, len(packed)) + packed for length, packed in blocks(data, codec))


def blocks(data: bytes, codec: str) -> Iterator[tuple[int, bytes]]:
    """Blocks of at most 32 KiB: their length and their compressed bytes."""
    import pyarrow

    for start in range(0, len(data), _BLOCK):
        block = data[start : start + _BLOCK]
        yield len(block), pyarrow.compress(block, codec=codec, asbytes=True)


def decompress(data: bytes, codec: str) -> bytes:
    """The bytes of a stream.

    :raises ValueError: it is none
    """
    found, place = [], 0
    while place < len(data):
        length, place = _number(data, place)
        while length > 0:
            packed, place = _number(data, place)
            chunk = _chunk(data[place : place + packed], codec)
            found.append(chunk)
            length -= len(chunk)
            place += packed
    return b"".join(found)


def _number(data: bytes, place: int) -> tuple[int, int]:
    """Four bytes as a number, and the place behind them."""
    if len(data) < place + 4:
        raise ValueError("unexpected end of input stream")
    return int.from_bytes(data[place : place + 4], "big"), place + 4


def _chunk(packed: bytes, codec: str) -> bytes:
    """The bytes of a chunk. Arrow wants to be told how many there are, exactly."""
    import pyarrow

    size = snappy_length(packed) if codec == "snappy" else _lz4_length(packed)
    unpacked: bytes = pyarrow.decompress(packed, size, codec=codec, asbytes=True)
    if not unpacked:
        raise ValueError("an empty chunk")
    return unpacked


def snappy_length(packed: bytes) -> int:
    """How many bytes some bytes of Snappy's become: the number before them, seven bits a byte, the smallest first."""
    length = 0
    for place, byte in enumerate(packed[:5]):
        length |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            return length
    raise ValueError("no Snappy")


def _lz4_length(packed: bytes) -> int:
    """How many bytes some bytes of LZ4's become: those of each sequence's literals and of its match.

    https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
    """
    length = place = 0
    try:
        while True:
            token = packed[place]
            literals, place = _lz4_number(packed, place + 1, token >> 4)
            length += literals
            place += literals
            if place >= len(packed):
                return length
            matched, place = _lz4_number(packed, place + 2, token & 15)
            length += matched + 4
    except IndexError:
        raise ValueError("no LZ4") from None


def _lz4_number(packed: bytes, place: int, number: int) -> tuple[int, int]:
    """A number of four bits, with the bytes that follow where they are not enough, and the place behind it."""
    if number < 15:
        return number, place
    while packed[place] == 255:
        number, place = number + 255, place + 1
    return number + packed[place], place + 1
