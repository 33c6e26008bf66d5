"""Texts. https://trino.io/docs/current/functions/string.html and conversion.html"""

import math
import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

from offline_aws.athena.sql.java_numbers import java_double
from offline_aws.athena.sql.python_functions.registry import PythonFunction, refuse

_SOUNDS = {
    letter: code for code, letters in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), 1) for letter in letters
}


def soundex(text: str) -> str:
    """The first letter and three digits; letters of one sound count once, h and w between them do not part them."""
    letters = [letter for letter in text.lower() if letter.isalpha()]
    if not letters:
        return ""
    out, last = letters[0].upper(), _SOUNDS.get(letters[0])
    for letter in letters[1:]:
        code = _SOUNDS.get(letter)
        if code and code != last:
            out += str(code)
        if letter not in "hw":
            last = code
    return f"{out:0<4}"[:4]


def normalize(text: str, form: str) -> str:
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        refuse("Normalization form must be one of [NFD, NFC, NFKD, NFKC]")
    return unicodedata.normalize(form, text)  # type: ignore[arg-type]


def split_to_map(text: str, entry: str, pair: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in _pairs(text, entry, pair):
        if key in found:
            refuse(f"Duplicate keys ({key}) are not allowed")
        found[key] = value
    return found


def split_to_multimap(text: str, entry: str, pair: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in _pairs(text, entry, pair):
        found.setdefault(key, []).append(value)
    return found


def _pairs(text: str, entry: str, pair: str) -> list[tuple[str, str]]:
    if not entry or not pair:
        refuse(f"{'entryDelimiter' if not entry else 'keyValueDelimiter'} is empty")
    if entry == pair:
        refuse("entryDelimiter and keyValueDelimiter must not be the same")
    entries = text.split(entry)
    if entries[-1] == "":
        entries.pop()
    found = []
    for item in entries:
        parts = item.split(pair)
        if len(parts) != 2:
            refuse(f"Key-value delimiter must appear exactly once in each entry. Bad input: '{item}'")
        found.append((parts[0], parts[1]))
    return found


_TIMES = (("week", 604_800), ("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


def human_readable_seconds(seconds: float) -> str:
    if seconds != seconds or seconds in (float("inf"), float("-inf")):
        refuse(f"Invalid argument found: {'NaN' if seconds != seconds else 'Infinity'}")
    rest, parts = math.floor(abs(seconds) + 0.5), []
    for name, size in _TIMES:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count} {name}{'s' if count > 1 else ''}")
    return ", ".join(parts) or "0 seconds"


def format_number(value: float) -> str:
    """A number as people read it: 123K, 1.23B; below a thousand the whole number."""
    number, unit = Decimal(repr(value)), 0
    while abs(number) >= 1000 and unit < 5:
        number, unit = number / 1000, unit + 1
    if not unit:
        return str(int(number))
    digits = 2 if abs(number) < 10 else 1 if abs(number) < 100 else 0
    text = format(number.quantize(Decimal(1).scaleb(-digits)), "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) + " KMBTQ"[unit]


_DURATION = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([a-zA-Z]+)\s*")
_MILLIS = {"ns": "0.000001", "us": "0.001", "ms": "1", "s": "1000", "m": "60000", "h": "3600000", "d": "86400000"}
_BYTES = {unit: 1024**power for power, unit in enumerate(("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"))}


def parse_duration(text: str) -> int:
    """The milliseconds of ``3.5d``."""
    found = _DURATION.fullmatch(text)
    if not found:
        refuse(f"duration is not a valid data duration string: {text}")
    if found[2] not in _MILLIS:
        refuse(f"Unknown time unit: {found[2]}")
    return int((Decimal(found[1]) * Decimal(_MILLIS[found[2]])).quantize(Decimal(1), ROUND_HALF_UP))


def parse_data_size(text: str) -> str:
    """The bytes of ``2.3MB``."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([a-zA-Z]+)", text)
    if not found or found[2] not in _BYTES:
        refuse(f"Invalid data size: '{text}'")
    return str(int(Decimal(found[1]) * _BYTES[found[2]]))


def luhn_check(text: str) -> bool:
    if text and not text.isdigit():
        refuse("Input contains non-digit character")
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in text[-2::-2])
    return len(text) > 1 and (sum(map(int, text[::-2])) + sum(doubled)) % 10 == 0


_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def to_base(value: int, radix: int) -> str:
    _check_radix(radix)
    digits, rest = "", abs(value)
    while rest or not digits:
        rest, digit = divmod(rest, radix)
        digits = _DIGITS[digit] + digits
    return f"-{digits}" if value < 0 else digits


def from_base(text: str, radix: int) -> int:
    _check_radix(radix)
    try:
        return int(text, radix)
    except ValueError:
        refuse(f"Not a valid base-{radix} number: {text}")


def _check_radix(radix: int) -> None:
    if not 2 <= radix <= 36:
        refuse("Radix must be between 2 and 36")


_V = "VARCHAR"
FUNCTIONS = (
    PythonFunction("java_double", java_double, ["DOUBLE"], _V),
    PythonFunction("soundex", soundex, [_V], _V),
    PythonFunction("normalize", normalize, [_V, _V], _V),
    PythonFunction("split_to_map", split_to_map, [_V, _V, _V], "MAP(VARCHAR, VARCHAR)"),
    PythonFunction("split_to_multimap", split_to_multimap, [_V, _V, _V], "MAP(VARCHAR, VARCHAR[])"),
    PythonFunction("human_readable_seconds", human_readable_seconds, ["DOUBLE"], _V),
    PythonFunction("format_number", format_number, ["DOUBLE"], _V),
    PythonFunction("parse_duration", parse_duration, [_V], "BIGINT"),
    PythonFunction("parse_data_size", parse_data_size, [_V], _V),
    PythonFunction("luhn_check", luhn_check, [_V], "BOOLEAN"),
    PythonFunction("to_base", to_base, ["BIGINT", "BIGINT"], _V),
    PythonFunction("from_base", from_base, [_V, "BIGINT"], "BIGINT"),
)
