"""Timestamps read by Joda-Time patterns, which the Hive JSON SerDe's ``TimestampFormats`` are.

A number takes as many digits as there are, but no more than its run of letters when another number follows at once.

https://www.joda.org/joda-time/apidocs/org/joda/time/format/DateTimeFormat.html
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

MILLIS = "millis"
"""Stands for Unix milliseconds in the place of a pattern."""

_TOKENS = re.compile(r"'((?:[^']|'')*)'|(([A-Za-z])\3*)|([^A-Za-z'])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGITS = {"y": 9, "Y": 9, "M": 2, "d": 2, "D": 3, "H": 2, "h": 2, "k": 2, "K": 2, "m": 2, "s": 2, "S": 9}
_TEXTS = {"M": "[A-Za-z]+", "E": "[A-Za-z]+", "a": "[AaPp][Mm]", "Z": r"[+-]\d\d:?\d\d|Z", "z": "UTC|GMT|Z"}


class _Field(NamedTuple):
    letter: str
    width: int
    is_text: bool


def parse(text: str, pattern: str) -> datetime:
    """The moment that ``text`` is by ``pattern``, without a zone it is in UTC. Raises ValueError."""
    expression, fields = _compiled(pattern)
    match = expression.fullmatch(text)
    if match is None:
        raise ValueError(f'Invalid format: "{text}"')
    given = {field.letter: _value(field, found) for field, found in zip(fields, match.groups(), strict=True)}
    return _moment(given)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> tuple[re.Pattern[str], tuple[_Field, ...]]:
    """A regular expression with a group for each field. Raises ValueError for what can't be read."""
    parts, fields, end = [], [], 0
    tokens = list(_TOKENS.finditer(pattern))
    for place, token in enumerate(tokens):
        quoted, run, letter, other = token.groups()
        end += len(token.group())
        if run:
            follower = tokens[place + 1].group(3) if place + 1 < len(tokens) else None
            field = _field(letter, len(run))
            fields.append(field)
            parts.append(f"({_expression(field, followed=follower in _DIGITS)})")
        else:
            parts.append(re.escape(other if quoted is None else quoted.replace("''", "'") or "'"))
    if end != len(pattern):
        raise ValueError(f"The timestamp format {pattern!r} has an unterminated quote")
    return re.compile("".join(parts)), tuple(fields)


def check(pattern: str) -> None:
    """Raise ValueError for a pattern that can't be read by."""
    if pattern != MILLIS:
        _compiled(pattern)


def _field(letter: str, width: int) -> _Field:
    is_text = letter in _TEXTS and (letter != "M" or width > 2)
    if not is_text and letter not in _DIGITS:
        raise ValueError(f"The letter {letter!r} of a timestamp format is not emulated")
    return _Field(letter, width, is_text)


def _expression(field: _Field, followed: bool) -> str:
    if field.is_text:
        return _TEXTS[field.letter]
    return rf"\d{{1,{field.width if followed else max(field.width, _DIGITS[field.letter])}}}"


def _value(field: _Field, found: str) -> int | str:
    if not field.is_text:
        if field.letter == "S":  # of a second
            return int(found[:6].ljust(6, "0"))
        return int(found) + (2000 if field.letter in "yY" and field.width == 2 and len(found) == 2 else 0)
    if field.letter == "M":
        return _MONTHS.index(found[:3].lower()) + 1
    return found


def _moment(given: Mapping[str, int | str]) -> datetime:
    def number(letters: str, default: int) -> int:
        return next((int(given[letter]) for letter in letters if letter in given), default)

    hour = number("HkhK", 0) % (24 if "H" in given or "k" in given else 12)
    if str(given.get("a", "")).lower() == "pm":
        hour += 12
    day = datetime(number("yY", 1970), number("M", 1), number("d", 1), tzinfo=_zone(str(given.get("Z", "Z"))))
    if "D" in given:
        day = day.replace(month=1, day=1) + timedelta(days=number("D", 1) - 1)
    return day + timedelta(hours=hour, minutes=number("m", 0), seconds=number("s", 0), microseconds=number("S", 0))


def _zone(offset: str) -> timezone:
    if offset == "Z":
        return UTC
    sign = -1 if offset[0] == "-" else 1
    digits = offset[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))
