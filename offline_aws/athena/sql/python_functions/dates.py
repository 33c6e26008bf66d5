"""Dates by formats, as Joda-Time reads them, where DuckDB's strptime does not: what is missing, weeks, zones, messages.

A number takes as many digits as there are, but no more than its own when another number follows at once. A text without
a year is of 1970, or of 2000 when it has a day or a month, which 1970 might not have.
https://www.joda.org/joda-time/apidocs/org/joda/time/format/DateTimeFormat.html and ISODateTimeFormat.html
"""

import calendar
import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, NoReturn
from zoneinfo import ZoneInfo

from offline_aws.athena.sql.python_functions.registry import PythonFunction, fail, refuse

_MONTHS = [name.lower() for name in calendar.month_name]
_DAYS = ["", *(name.lower() for name in calendar.day_name)]
_NAME, _ZONE = r"[^\W\d_]+\.?", r"Z|[+-]\d\d(?::?\d\d)?"
# Joda's letter → the part of a date, its most digits; those of a text have an expression of their own.
_JODA = {
    "y": ("year", 9), "Y": ("year", 9), "x": ("week_year", 9), "M": ("month", 2), "d": ("day", 2),
    "D": ("day_of_year", 3), "w": ("week", 2), "e": ("weekday", 1), "H": ("hour", 2), "k": ("clock_hour", 2),
    "h": ("half_hour", 2), "K": ("noon_hour", 2), "m": ("minute", 2), "s": ("second", 2), "S": ("fraction", 9),
    "E": ("day_name", 0), "a": ("half", 0), "Z": ("zone", 0), "z": ("zone", 0), "C": ("century", 9), "G": ("era", 0),
}  # fmt: skip
_MYSQL = {
    "a": "EEE", "b": "MMM", "c": "M", "d": "dd", "e": "d", "f": "SSSSSS", "H": "HH", "h": "hh", "I": "hh", "i": "mm",
    "j": "DDD", "k": "H", "l": "h", "M": "MMMM", "m": "MM", "p": "a", "r": "hh:mm:ss a", "S": "ss", "s": "ss",
    "T": "HH:mm:ss", "v": "ww", "W": "EEEE", "x": "xxxx", "Y": "yyyy", "y": "yy",
}  # fmt: skip
_RANGES = {
    "month": ("monthOfYear", 1, 12), "day": ("dayOfMonth", 1, 31), "day_of_year": ("dayOfYear", 1, 365),
    "week": ("weekOfWeekyear", 1, 52), "weekday": ("dayOfWeek", 1, 7), "hour": ("hourOfDay", 0, 23),
    "clock_hour": ("clockhourOfDay", 1, 24), "half_hour": ("clockhourOfHalfday", 1, 12),
    "noon_hour": ("hourOfHalfday", 0, 11), "minute": ("minuteOfHour", 0, 59), "second": ("secondOfMinute", 0, 59),
}  # fmt: skip
_ISO_DATE = re.compile(
    r"(?:(?P<week_year>\d{1,9})-W(?P<week>\d{1,2})(?:-(?P<weekday>\d))?"
    r"|(?P<year>[+-]?\d{1,9})(?:-(?P<day_of_year>\d{3})(?!\d)|-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?)"
)
_ISO_TIME = re.compile(
    r"T(?:(?P<hour>\d{1,2})(?::(?P<minute>\d{1,2})(?::(?P<second>\d{1,2}))?)?(?:[.,](?P<part>\d+))?)?"
    rf"(?P<zone>{_ZONE})?"
)


class Field(NamedTuple):
    """A part of a format: what it reads, and by which expression; a literal text reads nothing."""

    name: str
    expression: str
    width: int


def fields_of(pattern: str) -> list[Field]:
    """The parts of one of Joda's formats."""
    tokens = [match[0] for match in re.finditer(r"''|'(?:[^']|'')*'|([a-zA-Z])\1*|[^a-zA-Z']", pattern)]
    return [_field(token, tokens[place + 1 : place + 2]) for place, token in enumerate(tokens)]


def _field(part: str, following: Sequence[str]) -> Field:
    if not part[0].isalpha():
        text = "'" if part == "''" else part.strip("'").replace("''", "'") if part[0] == "'" else part
        return Field("", re.escape(text), 0)
    if part[0] not in _JODA:
        refuse(f"Illegal pattern component: {part}")
    name, most = _JODA[part[0]]
    if name == "month" and len(part) > 2:
        return Field("month_name", _NAME, 0)
    if name == "zone":
        return Field(name, r"[A-Za-z][\w/+-]*|[+-]\d\d:\d\d" if len(part) > 2 or part[0] == "z" else _ZONE, 0)
    if not most:
        return Field(name, _NAME, 0)
    is_followed = bool(following) and _is_number(following[0])
    return Field(name, rf"[+-]?\d{{1,{len(part) if is_followed else max(most, len(part))}}}", len(part))


def _is_number(part: str) -> bool:
    return _JODA.get(part[0], ("", 0))[1] > 0 and not (part[0] == "M" and len(part) > 2)


@lru_cache(maxsize=256)
def from_mysql(pattern: str) -> str:
    """One of MySQL's formats in Joda's letters."""

    def letter(match: re.Match[str]) -> str:
        if match[1] is None:
            return "'" + match[0].replace("'", "''") + "'"
        if match[1] in "DUuVwX":
            refuse(f"%{match[1]} not supported in date format string")
        return _MYSQL.get(match[1]) or "'" + match[1].replace("'", "''") + "'"

    return re.sub(r"%(.)|[^%]+", letter, pattern, flags=re.DOTALL)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> tuple[tuple[Field, re.Pattern[str]], ...]:
    return tuple((field, re.compile(field.expression)) for field in fields_of(pattern))


def _read(text: str, pattern: str) -> dict[str, str]:
    """The parts of a text by a format."""
    found: dict[str, str] = {}
    place = 0
    for field, expression in _compiled(pattern):
        match = expression.match(text, place)
        if match is None:
            _malformed(text, place)
        if field.name:
            value = match[0]
            found[field.name] = _pivoted(value) if field.width == 2 and field.name in ("year", "week_year") else value
        place = match.end()
    if place < len(text):
        _malformed(text, place)
    return found


def _malformed(text: str, place: int) -> NoReturn:
    if place >= len(text) and text:
        refuse(f'Invalid format: "{text}" is too short')
    refuse(f'Invalid format: "{text}"{f' is malformed at "{text[place:]}"' if place else ""}')


def _pivoted(value: str) -> str:
    """A year of two digits is one of 1970 to 2069."""
    return str(int(value) + (1900 if int(value) >= 70 else 2000)) if re.fullmatch(r"\d\d", value) else value


def _day(text: str, parts: Mapping[str, str]) -> dt.date:
    """The day that the parts say."""

    def number(name: str, default: int) -> int:
        value = parts.get(name)
        if value is None:
            return default
        label, low, high = _RANGES.get(name, (name, 0, 10**9))
        _check(
            text, label, int(value), low, high + (name == "day_of_year" and calendar.isleap(year)) + (name == "week")
        )
        return int(value)

    is_partial = any(name in parts for name in ("month", "month_name", "day", "day_name"))
    year = int(parts.get("year") or (2000 if is_partial else 1970))
    if "week_year" in parts or "week" in parts:
        week_year = int(parts.get("week_year") or 1970)
        weeks = dt.date(week_year, 12, 28).isocalendar().week
        week = number("week", 1)
        _check(text, "weekOfWeekyear", week, 1, weeks)
        return dt.date.fromisocalendar(week_year, week, number("weekday", 1) if "weekday" in parts else _weekday(parts))
    if "day_of_year" in parts:
        return dt.date(year, 1, 1) + dt.timedelta(days=number("day_of_year", 1) - 1)
    month = _named(text, parts["month_name"], _MONTHS) if "month_name" in parts else number("month", 1)
    day = number("day", 1)
    _check(text, "dayOfMonth", day, 1, calendar.monthrange(year, month)[1])
    found = dt.date(year, month, day)
    return found + dt.timedelta(days=_weekday(parts) - found.isoweekday()) if "day_name" in parts else found


def _weekday(parts: Mapping[str, str]) -> int:
    return _named(parts["day_name"], parts["day_name"], _DAYS) if "day_name" in parts else 1


def _check(text: str, label: str, value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        refuse(f'Cannot parse "{text}": Value {value} for {label} must be in the range [{low},{high}]')


def _named(text: str, name: str, names: Sequence[str]) -> int:
    """The place of a name, or of its first three letters."""
    for place, known in enumerate(names):
        if known and name.lower() in (known, known[:3]):
            return place
    _malformed(text, text.find(name))


def _clock(text: str, parts: Mapping[str, str]) -> dt.timedelta:
    """The time of the day."""
    numbers = {name: int(parts.get(name) or 0) for name in _CLOCK}
    for name, number in numbers.items():
        if name in parts:
            label, low, high = _RANGES[name]
            _check(text, label, number, low, high)
    is_afternoon = parts.get("half", "").lower() == "pm"
    half = numbers["half_hour"] % 12 + numbers["noon_hour"] + 12 * is_afternoon
    hour = half if parts.keys() & {"half_hour", "noon_hour"} else numbers["hour"] + numbers["clock_hour"] % 24
    millis = int(parts.get("fraction", "0")[:3].ljust(3, "0"))
    return dt.timedelta(hours=hour, minutes=numbers["minute"], seconds=numbers["second"], milliseconds=millis)


_CLOCK = ("hour", "clock_hour", "half_hour", "noon_hour", "minute", "second")


def _zone(text: str) -> str:
    """An offset with a colon; UTC of Z and of +00:00."""
    if re.fullmatch(r"[+-]\d\d(:?\d\d)?", text):
        digits = text[1:].replace(":", "").ljust(4, "0")
        return "UTC" if digits == "0000" else f"{text[0]}{digits[:2]}:{digits[2:]}"
    return "UTC" if text in ("Z", "GMT", "UT") else text


def _moment(text: str, parts: Mapping[str, str]) -> str:
    """Date, time and zone, as a cast reads them."""
    clock = dt.datetime.combine(_day(text, parts), dt.time()) + _clock(text, parts)
    return f"{clock.isoformat(' ', 'milliseconds')} {_zone(parts.get('zone') or 'Z')}"


def parse_datetime(text: str, pattern: str) -> str:
    return _moment(text, _read(text, pattern))


def date_parse(text: str, pattern: str) -> str:
    return _moment(text, _read(text, from_mysql(pattern))).removesuffix(" UTC")


def iso_date(text: str) -> str:
    """from_iso8601_date: also a week, ``2026-W48-1``, and a day of the year, ``2026-329``."""
    match = _ISO_DATE.match(text)
    if match is None or match.end() < len(text):
        _malformed(text, match.end() if match else 0)
    return _day(text, _given(match)).isoformat()


def iso_moment(text: str) -> str:
    """from_iso8601_timestamp: also weeks, days of the year, and a fraction of hours or minutes."""
    match = _ISO_DATE.match(text)
    start = match.end() if match else 0
    rest = _ISO_TIME.match(text, start)
    end = rest.end() if rest else start
    if not text or end < len(text) or not end:
        _malformed(text, end)
    parts = (_given(match) if match else {}) | (_given(rest) if rest else {})
    clock = dt.datetime.combine(_day(text, parts), dt.time()) + _clock(text, parts) + _fraction(parts)
    return f"{clock.isoformat(' ', 'milliseconds')} {_zone(parts.get('zone') or 'Z')}"


def _given(match: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in match.groupdict().items() if value is not None}


def _fraction(parts: Mapping[str, str]) -> dt.timedelta:
    """The fraction of the last part of the time."""
    unit = 1 if "second" in parts else 60 if "minute" in parts else 3600
    millis = int(float(f"0.{parts.get('part') or 0}") * unit * 1000)
    return dt.timedelta(milliseconds=millis)


def zone_name(millis: int, zone: str) -> str:
    """The short name of a zone at a moment: EST, or the offset where it has none."""
    if zone[0] in "+-":
        return zone
    name = dt.datetime.fromtimestamp(millis / 1000, ZoneInfo(zone)).tzname() or zone
    if name[0] in "+-":
        fail("NOT_SUPPORTED", f"the short name of the time zone {zone} is not emulated")
    return name


_V = "VARCHAR"
FUNCTIONS = (
    PythonFunction("zone_name", zone_name, ["BIGINT", _V], _V),
    PythonFunction("iso_date", iso_date, [_V], _V),
    PythonFunction("iso_moment", iso_moment, [_V], _V),
    PythonFunction("parse_datetime", parse_datetime, [_V, _V], _V),
    PythonFunction("date_parse", date_parse, [_V, _V], _V),
)
