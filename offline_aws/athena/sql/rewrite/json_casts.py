"""Casts to and from JSON. https://trino.io/docs/current/functions/json.html#cast-to-json"""

import json
from typing import Any

from sqlglot import exp

from offline_aws.athena.sql.analysis.kinds import Type
from offline_aws.athena.sql.rewrite.calls import call, duckdb_type, each
from offline_aws.athena.sql.rewrite.texts import as_text

_AS_TEXT = ("date", "timestamp", "timestamp with time zone", "time")
_MACROS = {"double": "athena_json__double", "real": "athena_json__double", "decimal": "athena_json__decimal"}


def to_json(value: exp.Expr, kind: Type) -> exp.Expr:
    """The JSON of a value: a row is an object with its fields, a map one with its keys in order."""
    found = _json(value, kind)
    is_nested = kind.name in ("array", "map", "row")
    return call("athena_json_numbers", found) if is_nested and (_has(kind, "double") or _has(kind, "real")) else found


def _json(value: exp.Expr, kind: Type) -> exp.Expr:
    if kind.name in _MACROS:
        return call(_MACROS[kind.name], value)
    if kind.name in _AS_TEXT:
        return call("to_json", as_text(value, kind))
    if _is_plain(kind) or not kind.is_decided:
        return call("to_json", value)
    part = exp.to_identifier(f"json_{kind.depth}")
    match kind.name:
        case "array":
            return call("to_json", each(value, part.name, _json(part, kind.arguments[0])))
        case "map":
            key, item = (exp.Dot(this=part.copy(), expression=exp.to_identifier(end)) for end in ("key", "value"))
            entry = call("row", as_text(key, kind.arguments[0]), _json(item, kind.arguments[1]))
            return call("to_json", call("athena_in_order", each(call("map_entries", value), part.name, entry)))
        case _:
            return call("athena_only", each(call("list_value", value), part.name, _object(part, kind)))


def _object(row: exp.Expr, kind: Type) -> exp.Expr:
    """The object of a row, NULL of none."""
    fields = [
        exp.PropertyEQ(
            this=exp.to_identifier(name or f"field{place - 1}", quoted=True),
            expression=_json(call("struct_extract_at", row.copy(), exp.Literal.number(place)), item),
        )
        for place, (name, item) in enumerate(kind.named, 1)
    ]
    nothing = exp.Is(this=row.copy(), expression=exp.null())
    return exp.Case().when(nothing, exp.null()).else_(call("to_json", call("struct_pack", *fields)))


def _is_plain(kind: Type) -> bool:
    """Whether DuckDB writes a value as Trino does."""
    if kind.name in ("map", *_AS_TEXT, *_MACROS):
        return False
    return all(_is_plain(item) for item in kind.arguments if isinstance(item, Type)) and (
        kind.name != "row" or not kind.fields or all(kind.fields)
    )


def from_json(value: exp.Expr, target: Type) -> exp.Expr:
    """A value of JSON as another type: an object as a row by its fields, an array as one by their places."""
    if target.name == "varchar":
        return as_text(value, Type("json"))
    shape = exp.Literal.string(json.dumps(_shape(target)))
    if _has(target, "row"):
        value = exp.cast(call("py_json_shaped", exp.cast(value, "varchar", dialect="duckdb"), shape), "json")
    elif _has(target, "varchar"):
        value = call("athena_json_texts", value, shape)
    return exp.cast(value, duckdb_type(target), copy=False, dialect="duckdb")


def _has(kind: Type, name: str) -> bool:
    """Whether there is a type of that name in a type."""
    return kind.name == name or any(_has(item, name) for item in kind.arguments if isinstance(item, Type))


def _shape(kind: Type) -> Any:
    """What ``json_text.shaped`` reads: the fields of a row, the element of an array or a map in a list, or a name."""
    match kind.name:
        case "row":
            return {name or str(place): _shape(item) for place, (name, item) in enumerate(kind.named)}
        case "array" | "map":
            return [_shape(kind.arguments[-1])]
        case name:
            return name
