"""Hive's reading of a text as a value, which the SerDes share.

Each function gives the value as DuckDB casts it to the column's type, and raises ValueError for a text that is none.
The rules are those of Trino's readers, which Athena engine version 3 has in the place of the SerDes: what they read
stands in ``tests/sql/tables``.
"""

import re
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from sqlglot import exp

_DATE = re.compile(r"(\d{1,4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_TIME = r"[ T](\d{1,2}):(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)"
_TIMESTAMP = re.compile(_DATE.pattern + _TIME, re.ASCII)
_ZONED = re.compile(rf"({_DATE.pattern}{_TIME}) ?(Z|[+-]\d\d:?\d\d)", re.ASCII)
# As many digits as the milliseconds of today have, or more.
_MILLISECONDS = re.compile(r"-?\d{13,}", re.ASCII)


def decimal_sizes(kind: exp.DataType) -> tuple[int, int]:
    """Precision and scale of a decimal, which are 10 and 0 where it does not say."""
    given = [int(each.name) for each in kind.expressions]
    precision, scale = given + [10, 0][len(given) :]
    return precision, scale


def decimal_of(text: str, kind: exp.DataType) -> str:
    """A decimal rounded to the type's scale; one that has more digits than the type is none."""
    precision, scale = decimal_sizes(kind)
    try:
        rounded = Decimal(text).quantize(Decimal(1).scaleb(-scale), ROUND_HALF_UP)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not rounded.is_finite() or abs(rounded) >= Decimal(10) ** (precision - scale):
        raise ValueError(text)
    return str(rounded)


def date_of(text: str) -> str:
    """A date up to the first space."""
    if not (written := _DATE.fullmatch(text.split(" ")[0])):
        raise ValueError(text)
    return _moment(*written.groups()).date().isoformat()


def timestamp_of(text: str) -> str:
    """A date and a time with seconds, without a zone."""
    if not (written := _TIMESTAMP.fullmatch(text)):
        raise ValueError(text)
    return _moment(*written.groups()).isoformat(" ")


def moment_of(text: str) -> str:
    """A timestamp in UTC: with a zone or without one; or the seconds since 1970, with a fraction too, or, in 13 digits
    or more, the milliseconds."""
    if zoned := _ZONED.fullmatch(text):
        moment = datetime.fromisoformat(timestamp_of(zoned[1]))
        zone = datetime.strptime(zoned[zoned.re.groups], "%z").tzinfo
        return moment.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None).isoformat(" ")
    if ":" in text:
        return timestamp_of(text)
    seconds = float(text) / (1000 if _MILLISECONDS.fullmatch(text) else 1)
    return (datetime(1970, 1, 1) + timedelta(seconds=seconds)).isoformat(" ")


def _moment(year: str, month: str, day: str, hour: str = "0", minute: str = "0", second: str = "0") -> datetime:
    """What goes beyond the month's days or the day's hours goes into the next."""
    beyond = timedelta(days=int(day) - 1, hours=int(hour), minutes=int(minute), seconds=float(second))
    return datetime(int(year), int(month), 1) + beyond
