"""Trino's types. https://trino.io/docs/current/language/types.html

A type that can't be told before the query runs is ``UNDECIDED``; ``UNKNOWN`` is Trino's own type of a bare NULL.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Self

from sqlglot import exp


@dataclass(frozen=True)
class Type:
    """A type by its name, the numbers or types in its brackets, and a row's field names.

    ``zone`` is the zone that a timestamp with time zone shows in: DuckDB's values carry none, so the type does.
    ``digits`` are those of the fraction of a second, of a timestamp or a time.
    """

    name: str
    arguments: tuple[Any, ...] = ()
    fields: tuple[str, ...] = ()
    zone: str = ""
    digits: int = 3

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __str__(self) -> str:
        """As Trino writes it: ``varchar(1)``, ``map(varchar, bigint)``, ``row(id integer)``."""
        if self.name in ("timestamp", "time"):
            return f"{self.name}({self.digits})"
        if self.name in ("timestamp with time zone", "time with time zone"):
            return self.name.replace(" ", f"({self.digits}) ", 1)
        if self.name == "row":
            return f"row({', '.join(f'{name} {kind}'.lstrip() for name, kind in self.named)})"
        if not self.arguments:
            return self.name or "unknown"
        separator = "," if self.name == "decimal" else ", "
        return f"{self.name}({separator.join(map(str, self.arguments))})"

    @property
    def named(self) -> Iterator[tuple[str, Any]]:
        """A row's fields, "" for those without a name."""
        names = self.fields or ("",) * len(self.arguments)
        return zip(names, self.arguments, strict=True)

    @property
    def family(self) -> str:
        """What rewriting distinguishes: integer, double, moment (timestamp with time zone) …; "" if undecided."""
        return _FAMILIES.get(self.name, self.name)

    @property
    def is_decided(self) -> bool:
        """Whether the type and all types inside it are known."""
        return bool(self.name) and all(item.is_decided for item in self.arguments if isinstance(item, Type))

    @property
    def depth(self) -> int:
        """How deep types are nested in it: 1 of an integer, 2 of an array of them."""
        return 1 + max((item.depth for item in self.arguments if isinstance(item, Type)), default=0)

    def in_zone(self, zone: str) -> Self:
        return replace(self, zone=zone)

    def with_digits(self, digits: int) -> Self:
        return replace(self, digits=digits)


_FAMILIES = {
    "tinyint": "integer",
    "smallint": "integer",
    "bigint": "integer",
    "real": "double",
    "char": "varchar",
    "timestamp with time zone": "moment",
}

UNDECIDED = Type("")
UNKNOWN = Type("unknown")
BOOLEAN = Type("boolean")
INTEGER = Type("integer")
BIGINT = Type("bigint")
REAL = Type("real")
DOUBLE = Type("double")
VARCHAR = Type("varchar")
DATE = Type("date")
TIME = Type("time")
TIMESTAMP = Type("timestamp")
MOMENT = Type("timestamp with time zone", zone="UTC")
DAY_TO_SECOND = Type("interval day to second")
YEAR_TO_MONTH = Type("interval year to month")


def array(element: Type) -> Type:
    return Type("array", (element,))


def mapping(key: Type, value: Type) -> Type:
    return Type("map", (key, value))


def row(*kinds: Type, names: tuple[str, ...] = ()) -> Type:
    return Type("row", kinds, names)


def decimal(precision: int, scale: int) -> Type:
    return Type("decimal", (precision, scale))


def type_of(node: exp.Expr | None) -> Type:
    """The type that the analysis has written on a node."""
    kind = node.meta.get("type") if node is not None else None
    return kind if isinstance(kind, Type) else UNDECIDED


def family(node: exp.Expr | None) -> str:
    """The family of a node's type, "" if it can't be told."""
    return type_of(node).family


def element_of(kind: Type) -> Type:
    """The type of an array's elements or a map's values."""
    return kind.arguments[-1] if kind.name in ("array", "map") else UNDECIDED


_NAMES = {
    exp.DType.TEXT: "varchar",
    exp.DType.INT: "integer",
    exp.DType.FLOAT: "real",
    exp.DType.BINARY: "varbinary",
    exp.DType.HLLSKETCH: "hyperloglog",
    exp.DType.TIMESTAMPTZ: "timestamp with time zone",
    exp.DType.TIMESTAMPNTZ: "timestamp",
    exp.DType.DATETIME: "timestamp",
    exp.DType.TIMETZ: "time with time zone",
    exp.DType.STRUCT: "row",
    exp.DType.LIST: "array",
    exp.DType.UNKNOWN: "",
    exp.DType.NULL: "unknown",
}
_OF_SECONDS = ("timestamp", "timestamp with time zone", "time", "time with time zone")


def from_sqlglot(kind: exp.DataType) -> Type:
    """The type that a cast or the catalog names."""
    if kind.this == exp.DType.INTERVAL or isinstance(kind.this, exp.Interval):
        return YEAR_TO_MONTH if "YEAR" in kind.sql("trino").upper() else DAY_TO_SECOND
    name = _NAMES.get(kind.this) if isinstance(kind.this, exp.DType) else ""
    name = (kind.this.value.lower() if isinstance(kind.this, exp.DType) else "") if name is None else name
    if name in _OF_SECONDS:
        digits = int(kind.expressions[0].name) if kind.expressions else 3
        return (MOMENT if name == MOMENT.name else Type(name)).with_digits(digits)
    fields = tuple(item.name if isinstance(item, exp.ColumnDef) else "" for item in kind.expressions)
    arguments = tuple(map(_argument, kind.expressions))
    if name == "decimal":
        arguments = (*(arguments or (38,)), 0)[:2]
    if name == "char" and not arguments:
        arguments = (1,)
    return Type(name, arguments, fields if name == "row" and any(fields) else ())


def _argument(item: exp.Expr) -> Type | int:
    if isinstance(item, exp.ColumnDef):
        return from_sqlglot(item.args["kind"])
    if isinstance(item, exp.DataType):
        return from_sqlglot(item)
    return int(item.name)


_TOKEN = re.compile(r"[\w ]+|[(),]")


def parse(text: str) -> Type:
    """A type from the text that Trino shows in signatures: ``map(K,array(V))``, ``timestamp(p) with time zone``."""
    tokens = [token.strip() for token in _TOKEN.findall(text)]
    return _parse(list(filter(None, tokens)))


def _parse(tokens: list[str]) -> Type:
    name = tokens.pop(0)
    arguments: list[Any] = []
    if tokens and tokens[0] == "(":
        while tokens.pop(0) != ")":
            arguments.append(int(tokens.pop(0)) if tokens[0].isdigit() else _parse(tokens))
        if tokens and tokens[0].startswith("with "):
            name += f" {tokens.pop(0)}"
    return Type(name, () if name in _OF_SECONDS else tuple(arguments))
