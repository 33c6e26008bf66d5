"""Partition projection: which partitions a table has, computed from its properties instead of being registered.

A rule answers two questions of a value: may a key hold it (``pattern``), is it projected at a moment (``contains``).
Time is passed in, so ``NOW`` is whatever the caller says. All ends are inclusive; dates are UTC.
https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.bounds import Bounds


class Rule(Protocol):
    """How one partition column is projected."""

    @property
    def pattern(self) -> str:
        """A regular expression that every projected value matches, as it stands in a key."""

    def contains(self, value: str, now: datetime) -> bool:
        """Whether the value is projected."""


@dataclass(frozen=True)
class Enum:
    """``type=enum``: the values listed."""

    values: tuple[str, ...]

    @property
    def pattern(self) -> str:
        return "|".join(map(re.escape, self.values))

    def contains(self, value: str, now: datetime) -> bool:
        return value in self.values


@dataclass(frozen=True)
class Integer:
    """``type=integer``: low, low + interval, … up to high, padded with zeros to ``digits`` when given."""

    low: int
    high: int
    interval: int = 1
    digits: int = 0

    @property
    def pattern(self) -> str:
        return r"-?\d+"

    def contains(self, value: str, now: datetime) -> bool:
        number = int(value)
        projected = self.low <= number <= self.high and (number - self.low) % self.interval == 0
        return projected and value == f"{number:0{self.digits}d}"


@dataclass(frozen=True)
class Injected:
    """``type=injected``: the values that the query's WHERE clause names."""

    pattern: str = "[^/]+"

    def contains(self, value: str, now: datetime) -> bool:
        return True


# Java date letters → (pattern, field of datetime).
_FIELDS = {
    "yyyy": (r"\d{4}", "year"), "MM": (r"\d{2}", "month"), "M": (r"\d{1,2}", "month"), "dd": (r"\d{2}", "day"),
    "d": (r"\d{1,2}", "day"), "HH": (r"\d{2}", "hour"), "H": (r"\d{1,2}", "hour"), "mm": (r"\d{2}", "minute"),
    "m": (r"\d{1,2}", "minute"), "ss": (r"\d{2}", "second"), "s": (r"\d{1,2}", "second"),
}  # fmt: skip
_PART = re.compile(r"'((?:[^']|'')*)'|([a-zA-Z])\2*|.", re.DOTALL)


@dataclass(frozen=True)
class DateFormat:
    """A Java date format, read and written. Only numeric fields."""

    java: str

    def _parts(self) -> list[tuple[str, str | None]]:
        """(text, field) pairs: field is None for literal text."""
        parts: list[tuple[str, str | None]] = []
        for match in _PART.finditer(self.java):
            if match[2] is None:
                literal = match[0] if match[1] is None else match[1].replace("''", "'") or "'"
                parts.append((literal, None))
            elif match[0] in _FIELDS:
                parts.append((match[0], _FIELDS[match[0]][1]))
            else:
                raise NotEmulatedError(f"the letter '{match[0]}' in projection format '{self.java}'")
        return parts

    @property
    def pattern(self) -> str:
        return "".join(_FIELDS[text][0] if field else re.escape(text) for text, field in self._parts())

    @property
    def fields(self) -> set[str]:
        return {field for _, field in self._parts() if field}

    @property
    def is_sorted(self) -> bool:
        """Whether texts are in the order of time: fields from the greatest to the smallest, all of fixed width."""
        letters = [text for text, field in self._parts() if field]
        return letters == list(_PADDED[: len(letters)])

    def parse(self, value: str) -> datetime:
        """The UTC moment of a text in this format; ValueError when it is not one."""
        groups = "".join(f"({_FIELDS[text][0]})" if field else re.escape(text) for text, field in self._parts())
        match = re.fullmatch(groups, value)
        if not match:
            raise ValueError(value)
        names = [field for _, field in self._parts() if field]
        found = {"year": 1970, "month": 1, "day": 1} | dict(zip(names, map(int, match.groups()), strict=True))
        return datetime(**found, tzinfo=UTC)

    def format(self, moment: datetime) -> str:
        """The moment as text in this format."""
        return "".join(f"{getattr(moment, field):0{len(text)}d}" if field else text for text, field in self._parts())


_UNITS = {
    "MILLIS": timedelta(milliseconds=1),
    "SECONDS": timedelta(seconds=1),
    "MINUTES": timedelta(minutes=1),
    "HOURS": timedelta(hours=1),
    "DAYS": timedelta(days=1),
    "WEEKS": timedelta(weeks=1),
}
_MONTHS = {"MONTHS": 1, "YEARS": 12}
_RELATIVE = re.compile(r"\s*NOW\s*(?:([+-])\s*(\d+)\s*([A-Z]+?)S?\s*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Date:
    """``type=date``: every ``interval`` of ``unit`` from low to high, each an absolute text or relative to NOW."""

    low: str
    high: str
    format: DateFormat
    interval: int
    unit: str

    @property
    def pattern(self) -> str:
        return self.format.pattern

    def contains(self, value: str, now: datetime) -> bool:
        try:
            moment = self.format.parse(value)
        except ValueError:
            return False
        low, high = self.moment(self.low, now), self.moment(self.high, now)
        return low <= moment <= high and self._on_step(low, moment) and self.format.format(moment) == value

    def moment(self, text: str, now: datetime) -> datetime:
        """The end of a range, cut to what the format can say."""
        match = _RELATIVE.fullmatch(text)
        if not match:
            return self.format.parse(text.strip())
        moment = now.astimezone(UTC)
        if match[1]:
            moment = _shifted(moment, int(match[1] + match[2]), f"{match[3].upper()}S")
        return self.format.parse(self.format.format(moment))

    def _on_step(self, low: datetime, moment: datetime) -> bool:
        if months := _MONTHS.get(self.unit):
            distance = (moment.year - low.year) * 12 + moment.month - low.month
            return distance % (months * self.interval) == 0
        return (moment - low) % (_UNITS[self.unit] * self.interval) == timedelta()


def _shifted(moment: datetime, amount: int, unit: str) -> datetime:
    if unit not in _MONTHS:
        return moment + amount * _UNITS[unit]
    months = moment.year * 12 + moment.month - 1 + amount * _MONTHS[unit]
    return moment.replace(year=months // 12, month=months % 12 + 1, day=min(moment.day, 28))


_PADDED = ("yyyy", "MM", "dd", "HH", "mm", "ss")


def text_bounds(rule: Rule, now: datetime) -> Bounds:
    """The ends of a rule's values as texts: those of a date whose texts are in the order of time, else open."""
    if not isinstance(rule, Date) or not rule.format.is_sorted:
        return Bounds()
    low, high = (rule.format.format(rule.moment(text, now)) for text in (rule.low, rule.high))
    return Bounds(low, high)


def is_projected(properties: Mapping[str, str]) -> bool:
    """Whether a table's partitions are projected."""
    return properties.get("projection.enabled", "false").lower() == "true"


# The types of columns whose values a rule can write.
_PROJECTABLE = re.compile(r"string|varchar.*|char.*|tinyint|smallint|int|integer|bigint|date|timestamp")


def rules(table: str, columns: Mapping[str, str], properties: Mapping[str, str]) -> dict[str, Rule]:
    """The rule of each partition column. ``table`` is db.table, for messages; ``columns`` are names with types."""
    if missing := [name for name in columns if f"projection.{name}.type" not in properties]:
        raise QueryError(
            "HIVE_METASTORE_ERROR",
            f"Table {table} is configured for partition projection, but the following partition columns are missing "
            f"projection configuration: [{', '.join(missing)}] (table {table})",
        )
    if wrong := [name for name, kind in columns.items() if not _PROJECTABLE.fullmatch(kind)]:
        raise _invalid(table, wrong[0])
    return {name: _rule(table, name, properties) for name in columns}


def _rule(table: str, column: str, properties: Mapping[str, str]) -> Rule:
    start = f"projection.{column}."
    own = {key.removeprefix(start): value for key, value in properties.items() if key.startswith(start)}
    try:
        match own["type"].lower():
            case "enum":
                return Enum(tuple(value.strip() for value in own["values"].split(",")))
            case "integer":
                low, high = own["range"].split(",")
                return Integer(int(low), int(high), int(own.get("interval", 1)), int(own.get("digits", 0)))
            case "date":
                return _date_rule(own)
            case "injected":
                return Injected()
    except (KeyError, ValueError) as error:
        raise _invalid(table, column) from error
    raise _invalid(table, column)


def _date_rule(own: Mapping[str, str]) -> Date:
    """Interval and unit may be left out when the format stops at days or months.

    :raises ValueError: the range is none, or interval or unit is missing or unknown
    """
    low, high = own["range"].split(",")
    java = DateFormat(own["format"])
    unit = own.get("interval.unit", "").upper()
    is_fine = bool(java.fields & {"hour", "minute", "second"})
    if is_fine and "interval" not in own:
        raise ValueError("interval")
    for end in (low, high):
        if not _RELATIVE.fullmatch(end):
            java.parse(end.strip())
    if not unit and not is_fine:
        unit = "DAYS" if "day" in java.fields else "MONTHS"
    unit = unit if unit.endswith("S") else f"{unit}S"
    if unit not in _UNITS and unit not in _MONTHS:
        raise ValueError(unit)
    return Date(low, high, java, int(own.get("interval", 1)), unit)


def _invalid(table: str, column: str) -> QueryError:
    return QueryError(
        "HIVE_METASTORE_ERROR",
        f"Table {table} is configured for partition projection, but the projection configuration of partition column "
        f"{column} is invalid (table {table})",
    )
