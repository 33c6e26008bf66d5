"""HyperLogLog sketches as Trino keeps those of few values, and checksums.

A sketch has, for each hash, its first 26 bits and the number of the zeros that follow. Of few values, up to some
hundreds, Trino keeps these too and counts exactly; of more it keeps less and estimates, where these stay and are exact.
https://trino.io/docs/current/functions/hyperloglog.html, and the format SPARSE_V2 of airlift's HyperLogLog
"""

import math
import struct

from offline_aws.athena.sql.python_functions.binary import xxhash64
from offline_aws.athena.sql.python_functions.registry import PythonFunction, fail

_MASK = 2**64 - 1
_C1, _C2 = 0x87C37B91114253D5, 0x4CF5AD432745937F
_PREFIX_BITS, _INDEX_BITS, _SPARSE, _MANY = 26, 12, 2, 0x7F
_PRIME = 0x9E3779B185EBCA87


def _rotate(value: int, bits: int) -> int:
    return ((value << bits) | (value >> (64 - bits))) & _MASK


def _mixed(value: int) -> int:
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        value = (value ^ value >> 33) * factor & _MASK
    return value ^ value >> 33


def murmur64(data: bytes) -> int:
    """The first half of MurmurHash3_x64_128. https://github.com/aappleby/smhasher/wiki/MurmurHash3"""
    h1 = h2 = 0
    whole = len(data) // 16 * 16
    for k1, k2 in struct.iter_unpack("<QQ", data[:whole]):
        h1 ^= _rotate(k1 * _C1 & _MASK, 31) * _C2 & _MASK
        h1 = ((_rotate(h1, 27) + h2) * 5 + 0x52DCE729) & _MASK
        h2 ^= _rotate(k2 * _C2 & _MASK, 33) * _C1 & _MASK
        h2 = ((_rotate(h2, 31) + h1) * 5 + 0x38495AB5) & _MASK
    k1, k2 = struct.unpack("<QQ", data[whole:].ljust(16, b"\0"))
    h1 ^= _rotate(k1 * _C1 & _MASK, 31) * _C2 & _MASK
    h2 ^= _rotate(k2 * _C2 & _MASK, 33) * _C1 & _MASK
    h1, h2 = h1 ^ len(data), h2 ^ len(data)
    h1 = (h1 + h2) & _MASK
    h2 = (h2 + h1) & _MASK
    return (_mixed(h1) + _mixed(h2)) & _MASK


def entry(data: bytes) -> int:
    """What a sketch has of a value: the start of its hash, and the number of zeros after that."""
    hashed = murmur64(data)
    rest = hashed & (1 << (64 - _PREFIX_BITS)) - 1
    return hashed >> (64 - _PREFIX_BITS) << 6 | (64 - _PREFIX_BITS - rest.bit_length())


def sketch(entries: list[int]) -> bytes:
    """Of the entries with the same start the one with the most zeros."""
    highest: dict[int, int] = {}
    for item in entries:
        highest[item >> 6] = max(item, highest.get(item >> 6, 0))
    found = sorted(highest.values())
    tag, count = (_SPARSE, "H") if len(found) < 2**15 else (_MANY, "I")
    return struct.pack(f"<BB{count}{len(found)}I", tag, _INDEX_BITS, len(found), *found)


def _entries(data: bytes) -> list[int]:
    if data[:1] not in (bytes([_SPARSE]), bytes([_MANY])):
        fail("NOT_SUPPORTED", "a HyperLogLog of the dense format is not emulated")
    start = 4 if data[0] == _SPARSE else 6
    return [item for (item,) in struct.iter_unpack("<I", data[start:])]


def merged(sketches: list[bytes]) -> bytes:
    return sketch([item for data in sketches for item in _entries(data)])


def cardinality(data: bytes) -> int:
    """Linear counting over all starts of hashes that there can be."""
    buckets = 2**_PREFIX_BITS
    return round(buckets * math.log(buckets / (buckets - len(_entries(data)))))


def summand(data: bytes) -> int:
    """What a value adds to a checksum, as a signed number."""
    product = int.from_bytes(xxhash64(data), "big") * _PRIME & _MASK
    return product - 2**64 if product >= 2**63 else product


def total(text: str) -> bytes:
    """The bytes of a checksum."""
    return (int(text) & _MASK).to_bytes(8, "little")


FUNCTIONS = (
    PythonFunction("hll_entry", entry, ["BLOB"], "BIGINT"),
    PythonFunction("hll_sketch", sketch, ["BIGINT[]"], "BLOB"),
    PythonFunction("hll_merged", merged, ["BLOB[]"], "BLOB"),
    PythonFunction("hll_cardinality", cardinality, ["BLOB"], "BIGINT"),
    PythonFunction("checksum_summand", summand, ["BLOB"], "BIGINT"),
    PythonFunction("checksum_total", total, ["VARCHAR"], "BLOB"),
    PythonFunction("bytes_of_bigint", lambda value: struct.pack("<q", value), ["BIGINT"], "BLOB"),
    PythonFunction("bytes_of_double", lambda value: struct.pack("<d", value), ["DOUBLE"], "BLOB"),
)
