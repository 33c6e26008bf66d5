"""Types and values as Athena shows them.

The same value has three faces: DuckDB's Python value, Athena's type name with precision and scale, and the text in a
result (CSV and ``VarCharValue`` use the same one).
https://docs.aws.amazon.com/athena/latest/ug/data-types.html
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlglot import exp

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.analysis.kinds import Type, from_sqlglot
from offline_aws.athena.sql.java_numbers import java_double, java_float

VARCHAR_PRECISION = 2147483647

# Athena name → precision, 0 for those that are not here.
_PRECISIONS = {
    "tinyint": 3, "smallint": 5, "integer": 10, "bigint": 19, "float": 17, "double": 17, "varchar": VARCHAR_PRECISION,
    "varbinary": 1073741824, "time": 3, "timestamp": 3, "timestamp with time zone": 3,
}  # fmt: skip
# Trino's name → Athena's, where results show another.
_SHOWN = {"real": "float"}
# DuckDB type → the Trino type that holds its values, where sqlglot knows no such type or means another.
_FROM_DUCKDB = {
    "utinyint": "smallint", "usmallint": "integer", "uinteger": "bigint", "ubigint": "bigint", "hugeint": "bigint",
    '"null"': "unknown", "null": "unknown", "sqlnull": "unknown", "interval": "interval day to second",
    "blob": "varbinary", "json": "json",
}  # fmt: skip

BIGINT_RANGE = range(-(2**63), 2**63)


@dataclass(frozen=True)
class Column:
    """A result column: its name and Athena's type, precision and scale as ColumnInfo has them."""

    name: str
    type: str
    precision: int
    scale: int = 0
    signature: str = ""  # the type in full, as Trino writes it: decimal(3,2), array(row(id integer))


def duckdb_type_of(hive_type: str) -> str:
    """DuckDB's name of a Hive type (``array<struct<a:int>>`` → ``STRUCT("a" INT)[]``)."""
    kind = exp.DataType.build(hive_type, dialect="hive")
    return kind.sql("duckdb", identify=True)


def column_of(name: str, kind: Type) -> Column:
    """The result column for a type."""
    signature = str(_without_lengths(kind))
    if kind.name == "decimal":
        precision, scale = kind.arguments
        return Column(name, "decimal", precision, scale, signature)
    if kind.name in ("varchar", "char") and kind.arguments:
        return Column(name, kind.name, kind.arguments[0], signature=signature)
    shown = _SHOWN.get(kind.name, kind.name)
    return Column(name, shown, _PRECISIONS.get(shown, 0), signature=signature)


def _without_lengths(kind: Type) -> Type:
    """Athena shows a varchar without its length, and each time with three digits."""
    if kind.name == "varchar":
        return Type("varchar")
    return replace(
        kind.with_digits(3), arguments=tuple(_without_lengths(a) if isinstance(a, Type) else a for a in kind.arguments)
    )


def settled(kind: Type, duckdb_type: Any) -> Type:
    """The type that the analysis found, or what DuckDB says where it found none."""
    return kind if kind.is_decided else trino_type_of(duckdb_type)


def trino_type_of(duckdb_type: Any) -> Type:
    """The Trino type for a DuckDB type (``DuckDBPyType``); JSON is a VARCHAR by its id alone."""
    if name := _FROM_DUCKDB.get(str(duckdb_type).lower()) or _FROM_DUCKDB.get(duckdb_type.id):
        return Type(name)
    match duckdb_type.id:
        case "decimal":
            return Type("decimal", tuple(value for _, value in duckdb_type.children))
        case "list" | "array":
            return Type("array", (trino_type_of(duckdb_type.children[0][1]),))
        case "map":
            return Type("map", tuple(trino_type_of(kind) for _, kind in duckdb_type.children))
        case "struct":
            names = tuple(name for name, _ in duckdb_type.children)
            return Type("row", tuple(trino_type_of(kind) for _, kind in duckdb_type.children), names)
    return from_sqlglot(exp.DataType.build(str(duckdb_type), dialect="duckdb"))


def renderer(kind: Type) -> Callable[[Any], str]:
    """A function that writes a non-NULL value of this type as Athena does."""
    match kind.name:
        case "real":
            return java_float
        case "timestamp with time zone":
            return _moment_renderer(kind.zone)
        case "bigint":
            return _bigint
        case "interval year to month":
            return _months
        case "array":
            element = renderer(kind.arguments[0])
            return lambda value: f"[{', '.join(_nested(element, item) for item in value)}]"
        case "map":
            key, item = map(renderer, kind.arguments)
            return lambda value: _braces((key(k), _nested(item, v)) for k, v in _entries(value))
        case "row":
            return _row_renderer(kind)
        case _:
            return _plain


def _entries(value: Any) -> Iterator[tuple[Any, Any]]:
    """The entries of a map; DuckDB gives keys that Python can't hash apart from their values."""
    if set(value) == {"key", "value"} and isinstance(value["key"], list) and isinstance(value["value"], list):
        return zip(value["key"], value["value"], strict=True)
    return iter(value.items())


def _row_renderer(kind: Type) -> Callable[[Any], str]:
    """Rows show as ``{id=1, name=x}``; fields without a name as field0, field1, …"""
    fields = [(name or f"field{index}", renderer(item)) for index, (name, item) in enumerate(kind.named)]

    def render(value: Any) -> str:
        values = value.values() if isinstance(value, dict) else value
        return _braces((name, _nested(write, item)) for (name, write), item in zip(fields, values, strict=True))

    return render


def _moment_renderer(zone: str) -> Callable[[Any], str]:
    """The clock of a zone and its name; the values are UTC's, with their zone where each has its own."""
    if zone == "UTC":
        return lambda value: f"{_timestamp(value)} UTC"
    if not zone:
        return lambda value: _in_zone(value["m"], value["z"])
    return lambda value: _in_zone(value, zone)


def _in_zone(value: dt.datetime, zone: str) -> str:
    try:
        clock = value.replace(tzinfo=dt.UTC).astimezone(zone_info(zone)).replace(tzinfo=None)
    except ZoneInfoNotFoundError as error:
        raise QueryError("INVALID_FUNCTION_ARGUMENT", f"'{zone}' is not a valid time zone") from error
    return f"{_timestamp(clock)} {zone}"


@cache
def zone_info(zone: str) -> dt.tzinfo:
    """The zone of a name, or of an offset like ``+01:00``."""
    if zone[0] in "+-":
        hours, _, minutes = zone[1:].partition(":")
        offset = dt.timedelta(hours=int(hours), minutes=int(minutes or 0))
        return dt.timezone(-offset if zone[0] == "-" else offset)
    return ZoneInfo(zone)


def _months(value: Any) -> str:
    """``interval year to month`` shows as ``Y-M``; it is kept as the number of its months."""
    sign, months = "-" if value < 0 else "", abs(value)
    return f"{sign}{months // 12}-{months % 12}"


def _braces(pairs: Any) -> str:
    return "{" + ", ".join(f"{key}={value}" for key, value in pairs) + "}"


def _nested(write: Callable[[Any], str], value: Any) -> str:
    return "null" if value is None else write(value)


def _plain(value: Any) -> str:
    """Values whose Python class says enough."""
    match value:
        case bool():
            return "true" if value else "false"
        case float():
            return java_double(value)
        case Decimal():
            return format(value, "f")
        case dt.datetime():
            return _timestamp(value)
        case dt.time():
            return value.isoformat("milliseconds")
        case dt.timedelta():
            return _interval(value)
        case bytes():
            return value.hex(" ")
        case _:
            return str(value)


def _bigint(value: int) -> str:
    if value not in BIGINT_RANGE:
        raise OverflowError(f"bigint out of range: {value}")
    return str(value)


def _timestamp(value: dt.datetime) -> str:
    return value.isoformat(" ", "milliseconds")


def _interval(value: dt.timedelta) -> str:
    """``interval day to second`` shows as ``D HH:MM:SS.mmm``."""
    sign = "-" if value < dt.timedelta() else ""
    seconds, rest = divmod(abs(value), dt.timedelta(seconds=1))
    days, seconds = divmod(seconds, 86_400)
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{sign}{days} {clock}.{rest.microseconds // 1000:03}"
