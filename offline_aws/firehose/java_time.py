"""Timestamps by Java ``DateTimeFormatter`` patterns, which Firehose's ``!{timestamp:…}`` takes.

A run of one letter is a field, its length the style; text in single quotes is literal, ``''`` is a quote; ``p`` pads
the field after it with spaces; what is in brackets is optional, and always there in a text that is written; what is
no letter stands for itself. Names and weeks are those of the United States.

https://docs.oracle.com/javase/8/docs/api/java/time/format/DateTimeFormatter.html
"""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

_TOKENS = re.compile(r"'((?:[^']|'')*)'|(?:(p+)(?=[A-Za-z]))?(([A-Za-z])\4*)|([^A-Za-z'{}#])")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = ("1st", "2nd", "3rd", "4th")
_WIDEST = {
    **dict.fromkeys("dHhkKmswF", 2),
    **dict.fromkeys("aW", 1),
    "D": 3,
    "S": 9,
    **dict.fromkeys("MLEGQqecxXZ", 5),
    **dict.fromkeys("Oz", 4),
}
"""The longest run of a letter, of those that have one."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class NotEmulatedError(ValueError):
    """A pattern that Java can write, and that can't be written here."""


def format_timestamp(pattern: str, moment: datetime) -> str:
    """Write ``moment`` by ``pattern``. Raises ValueError for a pattern that Java can't write."""
    written, end, opened = [], 0, 0
    for token in _TOKENS.finditer(pattern):
        if token.start() != end:
            break
        end = token.end()
        quoted, padding, run, letter, other = token.groups()
        if run:
            written.append(_field(letter, len(run), moment).rjust(len(padding or "")))
        elif quoted is not None:
            written.append(quoted.replace("''", "'") or "'")
        elif other in "[]":
            opened += 1 if other == "[" else -1
            if opened < 0:
                break
        else:
            written.append(other)
    if end != len(pattern) or opened < 0:
        raise ValueError(f"The pattern {pattern!r} has an unterminated quote or a reserved character")
    return "".join(written)


def _field(letter: str, width: int, moment: datetime) -> str:
    if width > _WIDEST.get(letter, 19):
        raise ValueError(f"{letter * width!r} is not a field of a pattern: it is too long")
    if letter in _NUMBERS:
        return str(_NUMBERS[letter](moment)).zfill(width)
    if letter in _TEXTS:
        return _TEXTS[letter](moment, width)
    raise ValueError(f"{letter * width!r} is not a field of a pattern")


def _year(moment: datetime, width: int) -> str:
    return _shown_year(moment.year, width)


def _shown_year(year: int, width: int) -> str:
    return f"{year % 100:02d}" if width == 2 else str(year).zfill(width)


def _month(moment: datetime, width: int) -> str:
    if width < 3:
        return str(moment.month).zfill(width)
    return _name(_MONTHS[moment.month - 1], width)


def _name(name: str, width: int) -> str:
    return {4: name, 5: name[0]}.get(width, name[:3])


def _fraction(moment: datetime, width: int) -> str:
    return f"{moment.microsecond:06d}".ljust(width, "0")[:width]


def _offset(moment: datetime, width: int) -> str:
    """``x``: +09, +0930 (1), +0900 (2), +09:00 (3). Zones of whole minutes only, so 4 and 5 are 2 and 3."""
    hours_minutes = moment.strftime("%z")[:5] or "+0000"
    if width == 1 and hours_minutes.endswith("00"):
        return hours_minutes[:3]
    return hours_minutes if width in (1, 2, 4) else f"{hours_minutes[:3]}:{hours_minutes[3:]}"


def _zone_offset(moment: datetime, width: int) -> str:
    """``Z``: +0900 (1 to 3), GMT+09:00 (4), +09:00 and Z (5)."""
    if width == 4:
        return _localized_offset(moment, 4)
    return (_offset(moment, 3) if moment.utcoffset() else "Z") if width == 5 else _offset(moment, 2)


def _localized_offset(moment: datetime, width: int) -> str:
    """``O``: GMT+9 (1), GMT+09:00 (4)."""
    if not moment.utcoffset():
        return "GMT"
    full = _offset(moment, 3)
    short = f"{full[0]}{int(full[1:3])}{full[3:].removesuffix(':00')}"
    return f"GMT{full if width == 4 else short}"


def _zone_name(moment: datetime, width: int) -> str:
    """``z``: the short name of the zone; its long one, which Python does not know, can't be written."""
    if width > 3:
        raise NotEmulatedError("The long name of a time zone is not emulated")
    return moment.tzname() or "UTC"


def _zone_id(moment: datetime, width: int) -> str:
    if width != 2:
        raise ValueError("The pattern letter 'V' must come twice")
    return str(getattr(moment.tzinfo, "key", moment.tzinfo))


def _quarter(moment: datetime, width: int) -> str:
    quarter = (moment.month + 2) // 3
    if width < 3:
        return str(quarter).zfill(width)
    return {3: f"Q{quarter}", 4: f"{_ORDINALS[quarter - 1]} quarter"}.get(width, str(quarter))


def _weekday(moment: datetime, width: int) -> str:
    """``e``: the day of a week that begins on Sunday, as a number (1, 2) or a name."""
    if width < 3:
        return str(moment.isoweekday() % 7 + 1).zfill(width)
    return _name(_WEEKDAYS[moment.weekday()], width)


def _week(moment: datetime) -> tuple[int, int]:
    """Year and week of the United States: weeks begin on Sunday, the first is that of January 1."""
    saturday = moment + timedelta(days=6 - moment.isoweekday() % 7)
    return saturday.year, (saturday.timetuple().tm_yday - 1) // 7 + 1


def _week_of_month(moment: datetime) -> int:
    first = moment.replace(day=1)
    return (moment.day + first.isoweekday() % 7 - 1) // 7 + 1


def _nano_of_day(moment: datetime) -> int:
    return ((moment.hour * 60 + moment.minute) * 60 + moment.second) * 10**9 + moment.microsecond * 1000


_NUMBERS: dict[str, Callable[[datetime], int]] = {
    "d": lambda moment: moment.day,
    "D": lambda moment: moment.timetuple().tm_yday,
    "H": lambda moment: moment.hour,
    "k": lambda moment: moment.hour or 24,
    "K": lambda moment: moment.hour % 12,
    "h": lambda moment: moment.hour % 12 or 12,
    "m": lambda moment: moment.minute,
    "s": lambda moment: moment.second,
    "w": lambda moment: _week(moment)[1],
    "W": _week_of_month,
    "F": lambda moment: (moment.day - 1) // 7 + 1,
    "n": lambda moment: moment.microsecond * 1000,
    "N": _nano_of_day,
    "A": lambda moment: _nano_of_day(moment) // 10**6,
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
    "Z": _zone_offset,
    "O": _localized_offset,
    "z": _zone_name,
    "V": _zone_id,
    "Q": _quarter,
    "q": _quarter,
    "e": _weekday,
    "c": _weekday,
    "Y": lambda moment, width: _shown_year(_week(moment)[0], width),
    "G": lambda moment, width: {4: "Anno Domini", 5: "A"}.get(width, "AD"),
}
