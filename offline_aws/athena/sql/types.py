"""Types and values as Athena shows them.

The same value has three faces: DuckDB's Python value, Athena's type name with precision and scale, and the text in a
result (CSV and ``VarCharValue`` use the same one).
https://docs.aws.amazon.com/athena/latest/ug/data-types.html
"""

import datetime as dt
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlglot import exp

VARCHAR_PRECISION = 2147483647

# DuckDB type id → (Athena name, precision). HUGEINT is the sum of integers, bigint in Trino.
_SCALARS = {
    "boolean": ("boolean", 0),
    "tinyint": ("tinyint", 3),
    "utinyint": ("smallint", 5),
    "smallint": ("smallint", 5),
    "usmallint": ("integer", 10),
    "integer": ("integer", 10),
    "uinteger": ("bigint", 19),
    "bigint": ("bigint", 19),
    "ubigint": ("bigint", 19),
    "hugeint": ("bigint", 19),
    "float": ("real", 24),
    "double": ("double", 17),
    "varchar": ("varchar", VARCHAR_PRECISION),
    "blob": ("varbinary", 1073741824),
    "date": ("date", 0),
    "time": ("time", 3),
    "timestamp": ("timestamp", 3),
    "timestamp with time zone": ("timestamp with time zone", 3),
    "interval": ("interval day to second", 0),
    "json": ("json", 0),
    '"null"': ("unknown", 0),
    "null": ("unknown", 0),
    "sqlnull": ("unknown", 0),
    "list": ("array", 0),
    "array": ("array", 0),
    "map": ("map", 0),
    "struct": ("row", 0),
}

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


def column_of(name: str, duckdb_type: Any) -> Column:
    """The result column for a DuckDB type (``DuckDBPyType``)."""
    signature = signature_of(duckdb_type)
    if duckdb_type.id == "decimal":
        precision, scale = (value for _, value in duckdb_type.children)
        return Column(name, "decimal", precision, scale, signature)
    return Column(name, *_scalar(duckdb_type), signature=signature)


def _scalar(duckdb_type: Any) -> tuple[str, int]:
    """(Athena's name, precision); JSON is a VARCHAR by its id alone."""
    return _SCALARS.get(str(duckdb_type).lower()) or _SCALARS[duckdb_type.id]


def signature_of(duckdb_type: Any) -> str:
    """The type in full, as ``typeof`` gives it; moments of time have three decimals, a varchar no length."""
    match duckdb_type.id:
        case "decimal":
            return "decimal({},{})".format(*(value for _, value in duckdb_type.children))
        case "list" | "array":
            return f"array({signature_of(duckdb_type.children[0][1])})"
        case "map":
            return "map({}, {})".format(*(signature_of(kind) for _, kind in duckdb_type.children))
        case "struct":
            return f"row({', '.join(f'{name} {signature_of(kind)}'.lstrip() for name, kind in duckdb_type.children)})"
    name, _ = _scalar(duckdb_type)
    return re.sub(r"^(timestamp|time)", r"\1(3)", name)


def renderer(duckdb_type: Any) -> Callable[[Any], str]:
    """A function that writes a non-NULL value of this DuckDB type as Athena does; moments are shown in UTC."""
    match duckdb_type.id:
        case "float":
            return _real
        case "timestamp with time zone":
            return lambda value: f"{_timestamp(value)} UTC"
        case "hugeint":
            return _bigint
        case "list" | "array":
            element = renderer(duckdb_type.children[0][1])
            return lambda value: f"[{', '.join(_nested(element, item) for item in value)}]"
        case "map":
            key, item = (renderer(kind) for _, kind in duckdb_type.children)
            return lambda value: _braces((key(k), _nested(item, v)) for k, v in value.items())
        case "struct":
            return _row_renderer(duckdb_type.children)
        case _:
            return _plain


def _row_renderer(children: list[tuple[str, Any]]) -> Callable[[Any], str]:
    """Rows show as ``{id=1, name=x}``; fields without a name as field0, field1, …"""
    fields = [(name or f"field{index}", renderer(kind)) for index, (name, kind) in enumerate(children)]

    def render(value: Any) -> str:
        values = value.values() if isinstance(value, dict) else value
        return _braces((name, _nested(write, item)) for (name, write), item in zip(fields, values, strict=True))

    return render


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


def java_double(value: float, text: str | None = None) -> str:
    """A double as Java's Double.toString writes it: 1.0, 1.0E7, 1.0E-4, NaN, Infinity."""
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0:
        return repr(value)
    digits = Decimal(text or repr(value)).normalize()
    if 1e-3 <= abs(value) < 1e7:
        plain = format(digits, "f")
        return plain if "." in plain else f"{plain}.0"
    sign, figures, _ = digits.as_tuple()
    fraction = "".join(map(str, figures[1:])) or "0"
    return f"{'-' if sign else ''}{figures[0]}.{fraction}E{digits.adjusted()}"


def _real(value: float) -> str:
    """The shortest text that reads back as the same 32-bit float."""
    for precision in range(1, 10):
        text = f"{value:.{precision}g}"
        if struct.pack("f", float(text)) == struct.pack("f", value):
            return java_double(value, text)
    return java_double(value)
