"""CAST and TRY_CAST, which Trino does with other rules than DuckDB, also inside arrays, maps and rows.

https://trino.io/docs/current/functions/conversion.html
"""

from sqlglot import exp

from offline_aws.athena.sql.analysis.calls import zone_in
from offline_aws.athena.sql.analysis.kinds import TIMESTAMP, UNDECIDED, Type, from_sqlglot, type_of
from offline_aws.athena.sql.rewrite.calls import ALL_MACROS, call, duckdb_type, each, number
from offline_aws.athena.sql.rewrite.json_casts import from_json, to_json
from offline_aws.athena.sql.rewrite.texts import as_text
from offline_aws.athena.sql.rewrite.zones import from_text, moment_of

_INTEGERS = {"tinyint": 8, "smallint": 16, "integer": 32, "bigint": 64}
_NAMES = {"integer": "INT"}  # a type as the message about a text names it
_NESTED = ("array", "map", "row")


def checked_cast(node: exp.Expr) -> exp.Expr:
    """``cast('1.5' as integer)`` fails, ``cast(2.5 as integer)`` rounds half up, ``try_cast`` is NULL if cast fails."""
    if not isinstance(node, exp.Cast) or node.meta.get("is_duckdb"):
        return node
    source, target = type_of(node.this), from_sqlglot(node.to)
    if node.meta.get("is_typed_literal"):
        source, target = UNDECIDED, type_of(node)  # the analysis has read it
    if target.name == "timestamp with time zone":
        return _moment(node)
    found = converted(node.this, source, target)
    if not isinstance(node, exp.TryCast):
        return found
    # DuckDB's TRY does row by row what fails, TRY_CAST does not; what is cast here is a text that may say why it fails.
    if type(found) is exp.Cast and source.name not in ("json", *_NESTED) and source.family != "double":
        return exp.TryCast(this=found.this, to=found.args["to"])
    return exp.Try(this=found)


def converted(value: exp.Expr, source: Type, target: Type) -> exp.Expr:
    """A value of one type as another, or an expression that fails with Trino's message."""
    if target.name == "json":
        return to_json(value, source)
    if source.name == "json":
        return from_json(value, target)
    if source.name == target.name and target.name in _NESTED:
        return _cast(value, target) if is_native(source, target) else _inside(value, source, target)
    return _scalar(value, source, target)


def is_native(source: Type, target: Type) -> bool:
    """Whether DuckDB casts the value, and all that is in it, as Trino does."""
    if source.name == target.name and target.name in _NESTED:
        return all(is_native(a, b) for a, b in zip(source.arguments, target.arguments, strict=True))
    return isinstance(found := _scalar(exp.null(), source, target), exp.Cast) and isinstance(found.this, exp.Null)


def _cast(value: exp.Expr, target: Type) -> exp.Expr:
    # exp.cast would leave out a cast to another length.
    found = exp.Cast(this=value, to=exp.DataType.build(duckdb_type(target), dialect="duckdb"))
    found.meta["type"] = target
    return found


def _inside(value: exp.Expr, source: Type, target: Type) -> exp.Expr:
    """An array, map or row with each part converted."""
    name = f"part_{source.depth}"
    part = exp.to_identifier(name)
    if source.name == "array":
        return each(value, name, converted(part, source.arguments[0], target.arguments[0]))
    if source.name == "map":
        ends = (exp.Dot(this=part.copy(), expression=exp.to_identifier(end)) for end in ("key", "value"))
        parts = [converted(*given) for given in zip(ends, source.arguments, target.arguments, strict=True)]
        return call("athena_map_of_entries", each(call("map_entries", value), name, call("row", *parts)))
    fields = [
        converted(call("struct_extract_at", part.copy(), number(place)), *kinds)
        for place, kinds in enumerate(zip(source.arguments, target.arguments, strict=True), 1)
    ]
    there = exp.Case().when(exp.Is(this=part, expression=exp.null()), exp.null()).else_(call("row", *fields))
    return _cast(call("athena_only", each(call("list_value", value), name, there)), target)


def _scalar(value: exp.Expr, source: Type, target: Type) -> exp.Expr:
    match target.name:
        case "varchar" | "char":
            return _text(value, source, target)
        case "tinyint" | "smallint" | "integer" | "bigint" if source.family == "double":
            half = number(2 ** (_INTEGERS[target.name] - 1))
            names = (exp.Literal.string(name) for name in (source.name, target.name))
            macro = "athena_double_to_bigint" if target.name == "bigint" else "athena_double_to_integer"
            return _cast(call(macro, value, half, *names), target)
        case "real" if source.name == "double":
            return call("athena_double_to_real", value)
        case "decimal" if source.family == "double":
            return _cast(call("athena_double_text", value), target)
        case "timestamp" | "time" if source.family in ("timestamp", "time", "moment") and target.digits < source.digits:
            rounded = call("athena_rounded_time", _cast(value, target), number(10 ** (6 - target.digits)))
            return _cast(rounded, target)
    if source.family == "varchar" and (readable := f"athena_text_of_{target.name}") in ALL_MACROS:
        return _cast(call(readable, value), target)
    if source.family == "varchar" and target.name in _INTEGERS:
        kind = exp.Literal.string(_NAMES.get(target.name, target.name.upper()))
        return _cast(call("athena_text_of_integers", value, kind), target)
    return _cast(value, target)


def _text(value: exp.Expr, source: Type, target: Type) -> exp.Expr:
    """A text is cut to its length, a char also filled up; what is no text must fit."""
    text = as_text(value, source)
    if not target.arguments:
        return text
    length = number(target.arguments[0])
    if source.family not in ("varchar", "unknown", ""):
        text = call("athena_fitting", text, length)
    elif target.name == "varchar" and source.arguments and source.arguments[0] <= target.arguments[0]:
        return _cast(text, Type("varchar"))
    if target.name == "char":
        return call("rpad", text, length, exp.Literal.string(" "))
    return call("left", text, length)


def _moment(node: exp.Expr) -> exp.Expr:
    """A text may name a zone; that of a literal is its type's."""
    value = node.this
    if isinstance(value, exp.Literal) and (zone := zone_in(value.name)):
        local = exp.Literal.string(value.name.strip().removesuffix(zone).rstrip())
        return moment_of(_cast(local, TIMESTAMP), exp.Literal.string(zone))
    if type_of(value).family != "varchar" or isinstance(value, exp.Literal):
        return type(node)(this=value, to=exp.DataType.build("timestamptz", dialect="duckdb"))
    return from_text(value, exp.TryCast if isinstance(node, exp.TryCast) else exp.Cast)
