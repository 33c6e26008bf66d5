"""Digests and encodings of bytes. https://trino.io/docs/current/functions/binary.html"""

import base64
import binascii
import hashlib
import hmac
import struct
import zlib
from collections.abc import Callable

from offline_aws.athena.sql.python_functions.registry import PythonFunction, refuse

_PRIMES = (
    0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63, 0x27D4EB2F165667C5,
)  # fmt: skip
_MASK = 2**64 - 1


def _rotate(value: int, bits: int) -> int:
    return ((value << bits) | (value >> (64 - bits))) & _MASK


def _round(lane: int, word: int) -> int:
    return _rotate((lane + word * _PRIMES[1]) & _MASK, 31) * _PRIMES[0] & _MASK


def xxhash64(data: bytes) -> bytes:
    """XXH64 with the seed 0. https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md"""
    p1, p2, p3, p4, p5 = _PRIMES
    place = 0
    if len(data) >= 32:
        lanes = [(p1 + p2) & _MASK, p2, 0, -p1 & _MASK]
        while place + 32 <= len(data):
            lanes = [
                _round(lane, word) for lane, word in zip(lanes, struct.unpack_from("<4Q", data, place), strict=True)
            ]
            place += 32
        total = sum(_rotate(lane, bits) for lane, bits in zip(lanes, (1, 7, 12, 18), strict=True)) & _MASK
        for lane in lanes:
            total = ((total ^ _round(0, lane)) * p1 + p4) & _MASK
    else:
        total = p5
    total = _tail((total + len(data)) & _MASK, data[place:])
    for shift, prime in ((33, p2), (29, p3)):
        total = (total ^ (total >> shift)) * prime & _MASK
    return (total ^ (total >> 32)).to_bytes(8, "big")


def _tail(total: int, rest: bytes) -> int:
    """The bytes after the last whole stripe: eights, a four, ones."""
    p1, p2, p3, p4, p5 = _PRIMES
    while len(rest) >= 8:
        total = (_rotate(total ^ _round(0, int.from_bytes(rest[:8], "little")), 27) * p1 + p4) & _MASK
        rest = rest[8:]
    if len(rest) >= 4:
        total = (_rotate(total ^ int.from_bytes(rest[:4], "little") * p1 & _MASK, 23) * p2 + p3) & _MASK
        rest = rest[4:]
    for byte in rest:
        total = _rotate(total ^ byte * p5 & _MASK, 11) * p1 & _MASK
    return total


def _keyed(name: str) -> Callable[[bytes, bytes], bytes]:
    return lambda data, key: hmac.digest(key, data, name)


def _decoded(decode: Callable[[str], bytes]) -> Callable[[str], bytes]:
    def call(text: str) -> bytes:
        try:
            return decode(text)
        except (binascii.Error, ValueError) as error:
            refuse(str(error))

    return call


def _padded(decode: Callable[[str], bytes]) -> Callable[[str], bytes]:
    """What fills up the last four digits may be left out."""
    return _decoded(lambda text: decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4)))


def from_utf8(data: bytes, instead: str) -> str:
    if len(instead) > 1:
        refuse("Replacement character string must empty or a single character")
    return data.decode("utf-8", "replace").replace("\ufffd", instead)


def _unpacked(form: str) -> Callable[[bytes], float]:
    def call(data: bytes) -> float:
        size = struct.calcsize(form)
        if len(data) != size:
            refuse(
                f"Input floating-point value must be exactly {size} bytes long"
                if form[-1] in "fd"
                else f"expected {size}-byte input, but got instead: {len(data)}"
            )
        (value,) = struct.unpack(form, data)
        return float(value) if isinstance(value, float) else int(value)

    return call


def _packed(form: str) -> Callable[[float], bytes]:
    return lambda value: struct.pack(form, value)


_B = ["BLOB"]
FUNCTIONS = (
    PythonFunction("xxhash64", xxhash64, _B, "BLOB"),
    PythonFunction("crc32", zlib.crc32, _B, "BIGINT"),
    PythonFunction("sha512", lambda data: hashlib.sha512(data).digest(), _B, "BLOB"),
    *(
        PythonFunction(f"hmac_{name}", _keyed(name), ["BLOB", "BLOB"], "BLOB")
        for name in ("md5", "sha1", "sha256", "sha512")
    ),
    PythonFunction("to_base64url", lambda data: base64.urlsafe_b64encode(data).decode(), _B, "VARCHAR"),
    PythonFunction("from_utf8", from_utf8, ["BLOB", "VARCHAR"], "VARCHAR"),
    PythonFunction("from_base64", _padded(base64.b64decode), ["VARCHAR"], "BLOB"),
    PythonFunction("from_base64url", _padded(base64.urlsafe_b64decode), ["VARCHAR"], "BLOB"),
    PythonFunction("to_base32", lambda data: base64.b32encode(data).decode(), _B, "VARCHAR"),
    PythonFunction("from_base32", _decoded(base64.b32decode), ["VARCHAR"], "BLOB"),
    PythonFunction("to_big_endian_32", _packed(">i"), ["INTEGER"], "BLOB"),
    PythonFunction("to_big_endian_64", _packed(">q"), ["BIGINT"], "BLOB"),
    PythonFunction("from_big_endian_32", _unpacked(">i"), _B, "INTEGER"),
    PythonFunction("from_big_endian_64", _unpacked(">q"), _B, "BIGINT"),
    PythonFunction("to_ieee754_32", _packed(">f"), ["FLOAT"], "BLOB"),
    PythonFunction("to_ieee754_64", _packed(">d"), ["DOUBLE"], "BLOB"),
    PythonFunction("from_ieee754_32", _unpacked(">f"), _B, "FLOAT"),
    PythonFunction("from_ieee754_64", _unpacked(">d"), _B, "DOUBLE"),
)
