"""Calls of DuckDB's functions and of the macros in ``macros/``."""

import re
from collections.abc import Sequence
from pathlib import Path

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql.analysis.kinds import Type, family

# By name, so that 0_fail.sql comes first: DuckDB wants a macro to be there when another one uses it.
_FILES = sorted(Path(__file__).parent.parent.joinpath("macros").glob("*.sql"))
MACROS = "\n".join(path.read_text("utf-8") for path in _FILES)
ALL_MACROS = frozenset(re.findall(r"^CREATE MACRO (\w+)", MACROS, re.MULTILINE))
MACRO_NAMES = frozenset(
    name.removeprefix("trino_") for name in ALL_MACROS if name.startswith("trino_") and "__" not in name
)


def call(name: str, *args: exp.Expr) -> exp.Anonymous:
    """A DuckDB call by name, which is not looked up among Athena's functions."""
    node = exp.Anonymous(this=name, expressions=list(args))
    node.meta["is_duckdb"] = True
    return node


def number(value: int) -> exp.Expr:
    return exp.Literal.number(value)


def each(value: exp.Expr, name: str, body: exp.Expr) -> exp.Expr:
    """A list with each element, called ``name`` in ``body``, made into that."""
    return call("list_transform", value, exp.Lambda(this=body, expressions=[exp.to_identifier(name)]))


_NAMES = {
    "real": "FLOAT",
    "timestamp with time zone": "TIMESTAMPTZ",
    "json": "JSON",
    "varbinary": "BLOB",
    "hyperloglog": "BLOB",
    "char": "VARCHAR",
}


def duckdb_type(kind: Type) -> str:
    """DuckDB's name of a type whose parts are all known."""
    inner = [duckdb_type(item) for item in kind.arguments if isinstance(item, Type)]
    match kind.name:
        case "array":
            return f"{inner[0]}[]"
        case "map":
            return f"MAP({', '.join(inner)})"
        case "row":
            names = [name or f"field{index}" for index, (name, _) in enumerate(kind.named)]
            return f"STRUCT({', '.join(f'"{name}" {item}' for name, item in zip(names, inner, strict=True))})"
        case "decimal":
            return "DECIMAL({}, {})".format(*kind.arguments)
        case "unknown":
            return "INTEGER"
        case "timestamp with time zone" if not kind.zone:
            return "STRUCT(m TIMESTAMPTZ, z VARCHAR)"
        case "ipaddress" | "setdigest" | "tdigest" | "qdigest" | "color":
            raise NotEmulatedError(f"the type {kind}")
        case name:
            return "INTERVAL" if name.startswith("interval") else _NAMES.get(name, name.upper())


def variant(macro: str, deciding: Sequence[exp.Expr]) -> str:
    """The form of a macro for arguments that are all of one family of types; the general one when there is none."""
    families = {family(argument) for argument in deciding}
    special = f"{macro}__{families.pop()}" if len(families) == 1 else macro
    return special if special in ALL_MACROS else macro
