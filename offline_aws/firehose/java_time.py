"""Timestamps by Java ``DateTimeFormatter`` patterns, which Firehose's ``!{timestamp:…}`` takes.

A run of one letter is a field, its length the style; text in single quotes is literal, ``''`` is a quote;
what is no letter stands for itself.

https://docs.oracle.com/javase/8/docs/api/java/time/format/DateTimeFormatter.html
"""

import re
from collections.abc import Callable
from datetime import datetime

_TOKENS = re.compile(r"'((?:[^']|'')*)'|(([A-Za-z])\3*)|([^A-Za-z'\[\]{}#])")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def format_timestamp(pattern: str, moment: datetime) -> str:
    """Write ``moment`` by ``pattern``. Raises ValueError for a pattern that Java or we can't write."""
    written, end = [], 0
    for token in _TOKENS.finditer(pattern):
        if token.start() != end:
            break
        end = token.end()
        quoted, run, letter, other = token.groups()
        if run:
            written.append(_field(letter, len(run), moment))
        elif quoted is not None:
            written.append(quoted.replace("''", "'") or "'")
        else:
            written.append(other)
    if end != len(pattern):
        raise ValueError(f"The pattern {pattern!r} has an unterminated quote or a reserved character")
    return "".join(written)


def _field(letter: str, width: int, moment: datetime) -> str:
    if letter in _NUMBERS:
        return str(_NUMBERS[letter](moment)).zfill(width)
    if letter in _TEXTS:
        return _TEXTS[letter](moment, width)
    raise ValueError(f"The pattern letter {letter!r} is not emulated")


def _year(moment: datetime, width: int) -> str:
    return f"{moment.year % 100:02d}" if width == 2 else str(moment.year).zfill(width)


def _month(moment: datetime, width: int) -> str:
    if width < 3:
        return str(moment.month).zfill(width)
    return _name(_MONTHS[moment.month - 1], width)


def _name(name: str, width: int) -> str:
    return {4: name, 5: name[0]}.get(width, name[:3])


def _fraction(moment: datetime, width: int) -> str:
    return f"{moment.microsecond:06d}".ljust(width, "0")[:width]


def _offset(moment: datetime, width: int) -> str:
    """``x``: +09, +0930 (1), +0900 (2), +09:00 (3)."""
    hours_minutes = moment.strftime("%z")[:5] or "+0000"
    if width == 1 and hours_minutes.endswith("00"):
        return hours_minutes[:3]
    return hours_minutes if width < 3 else f"{hours_minutes[:3]}:{hours_minutes[3:]}"


_NUMBERS: dict[str, Callable[[datetime], int]] = {
    "d": lambda moment: moment.day,
    "D": lambda moment: moment.timetuple().tm_yday,
    "H": lambda moment: moment.hour,
    "k": lambda moment: moment.hour or 24,
    "K": lambda moment: moment.hour % 12,
    "h": lambda moment: moment.hour % 12 or 12,
    "m": lambda moment: moment.minute,
    "s": lambda moment: moment.second,
}
_TEXTS: dict[str, Callable[[datetime, int], str]] = {
    "y": _year,
    "u": _year,
    "M": _month,
    "L": _month,
    "S": _fraction,
    "a": lambda moment, _: "AM" if moment.hour < 12 else "PM",
    "E": lambda moment, width: _name(_WEEKDAYS[moment.weekday()], width),
    "x": _offset,
    "X": lambda moment, width: _offset(moment, width) if moment.utcoffset() else "Z",
    "Z": lambda moment, _: _offset(moment, 2),
}
