"""Function calls: one table decides what each of Athena's functions becomes in DuckDB.

A call is looked up in this order:

1. ``BUILDERS``: calls whose translation depends on their arguments, a file for each family of functions.
2. ``macros/*.sql``: ``trino_<name>``, or its form for the type of the last argument.
3. ``python_functions``: what SQL can't express, ``py_<name>``.
4. ``RENAMED``: the same function by another name in DuckDB; aggregates and window functions, which macros can't be.
5. ``SAME``: DuckDB's function of that name is Trino's.

What Trino has and none of these does is refused as not emulated; the analysis has refused before what Trino does not
have. https://trino.io/docs/current/functions/list.html
"""

import functools
from collections.abc import Callable

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.analysis.aggregation import kind_of
from offline_aws.athena.sql.analysis.kinds import family, type_of
from offline_aws.athena.sql.python_functions import FUNCTIONS
from offline_aws.athena.sql.rewrite import (
    aggregates,
    arrays,
    datetime_calls,
    json_calls,
    lambdas,
    regexps,
    sketches,
    strings,
    windows,
)
from offline_aws.athena.sql.rewrite.calls import MACRO_NAMES, call, duckdb_type, number, variant
from offline_aws.athena.sql.rewrite.format import build_format
from offline_aws.athena.sql.rewrite.values import JOINS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAME = _words(
    """
    abs acos any_value array_agg asin atan atan2 bool_and bool_or coalesce cos count
    cume_dist degrees dense_rank exp first_value last_value
    length ln log10 log2 lower lpad ltrim min ntile nullif percent_rank pi radians random rank
    round row row_number sin sqrt starts_with
    stddev stddev_pop stddev_samp tan tanh translate upper uuid var_pop var_samp variance
    """
)

RENAMED = {
    "arbitrary": "any_value",
    "every": "bool_and",
    "filter": "list_filter",
    "transform": "list_transform",
}
IN_PYTHON = frozenset(function.name for function in FUNCTIONS)

Builder = Callable[[exp.Anonymous], exp.Expr]


def resolve_function(node: exp.Expr) -> exp.Expr:
    """Rule: a call of Athena's becomes the DuckDB call of the same meaning, or the query fails with the reason."""
    if not isinstance(node, exp.Anonymous) or node.meta.get("is_duckdb"):
        return node
    if kind_of(node) == "scalar":
        return _resolved(node)
    plain, order = aggregates.without_order(node)
    before = len(aggregates.cores(plain))
    found = _resolved(plain)
    # A call that is an aggregate itself, whatever aggregates are in its arguments.
    found = found if len(aggregates.cores(found)) > before else aggregates.as_core(found)
    return aggregates.with_order(found, order)


def _resolved(node: exp.Anonymous) -> exp.Expr:
    name = node.name.lower()
    if builder := BUILDERS.get(name):
        return builder(node)
    if name in MACRO_NAMES:
        return call(variant(f"trino_{name}", node.expressions[-1:]), *node.expressions)
    if name in IN_PYTHON:
        return call(f"py_{name}", *node.expressions)
    if name in RENAMED:
        return call(RENAMED[name], *node.expressions)
    if name in SAME:
        return call(name, *node.expressions)
    raise NotEmulatedError(f"function '{name}'")


def _concat(node: exp.Anonymous) -> exp.Expr:
    """concat is NULL when any argument is; DuckDB's skips NULLs, its || does not."""
    first, *rest = node.expressions
    if not rest:
        refusal = "There must be two or more arguments to concat"
        raise QueryError("INVALID_FUNCTION_ARGUMENT", refusal if family(first) == "array" else _TOO_FEW)
    if any(family(item) == "array" for item in node.expressions):
        return functools.reduce(_joined, node.expressions)
    for item in rest:
        first = exp.DPipe(this=first, expression=item, safe=True)
    return exp.paren(first, copy=False)


_TOO_FEW = "There must be two or more concatenation arguments"


def _joined(left: exp.Expr, right: exp.Expr) -> exp.Expr:
    """Two arrays, or an array and an element, as one array."""
    kinds = (family(left) == "array", family(right) == "array")
    found = call(JOINS[kinds], left, right)
    found.meta["type"] = type_of(left if kinds[0] else right)
    return found


def _null_if_any_null(duckdb_name: str) -> Builder:
    """greatest and least are NULL when any argument is; DuckDB's skip NULLs. They are NaN only when all are."""

    def build(node: exp.Anonymous) -> exp.Expr:
        nulls = exp.or_(*(exp.Is(this=arg.copy(), expression=exp.null()) for arg in node.expressions))
        chosen: exp.Expr = call(duckdb_name, *node.expressions)
        if duckdb_name == "greatest" and type_of(node).family == "double":
            numbers = (call("nullif", item.copy(), call("trino_nan")) for item in node.expressions)
            chosen = call("coalesce", call(duckdb_name, *numbers), call("trino_nan"))
        return exp.Case().when(nulls, exp.null()).else_(chosen)

    return build


def _try(node: exp.Anonymous) -> exp.Expr:
    return exp.Try(this=node.expressions[0])


def _mod(node: exp.Anonymous) -> exp.Expr:
    """Of integers it fails as Java does."""
    kind = type_of(node).family
    macros = {"integer": "athena_mod__integer", "decimal": "athena_modulo__decimal"}
    return call(macros.get(kind, "athena_modulo"), *node.expressions)


def _typeof(node: exp.Anonymous) -> exp.Expr:
    """The type is known before the query runs."""
    kind = type_of(node.expressions[0])
    if not kind.is_decided:
        raise NotEmulatedError("typeof a value whose type can't be told")
    return exp.Literal.string(str(kind))


def _concat_ws(node: exp.Anonymous) -> exp.Expr:
    separator, *rest = node.expressions
    if len(rest) == 1 and family(rest[0]) == "array":
        return call("array_to_string", call("athena_without_nulls", rest[0]), separator)
    return call("concat_ws", *node.expressions)


def _normalize(node: exp.Anonymous) -> exp.Expr:
    text, *form = node.expressions
    return call("py_normalize", text, *(form or [exp.Literal.string("NFC")]))


def _rounded(name: str) -> Builder:
    """Of a decimal the result has the digits that Trino gives it."""

    def build(node: exp.Anonymous) -> exp.Expr:
        kind = type_of(node)
        macro = variant(f"trino_{name}", node.expressions[:1]) if name in MACRO_NAMES else name
        found = call(macro, *node.expressions)
        return exp.cast(found, duckdb_type(kind), dialect="duckdb") if kind.name == "decimal" else found

    return build


_BITS = {"tinyint": 8, "smallint": 16, "integer": 32}


def _shift(kind: str) -> Builder:
    """The bits of the first argument's type are shifted."""

    def build(node: exp.Anonymous) -> exp.Expr:
        value, places = node.expressions
        width = type_of(value).name
        shifted = call("py_bitwise_shift", value, places, number(_BITS.get(width, 64)), exp.Literal.string(kind))
        return exp.cast(shifted, width if width in _BITS else "bigint", dialect="duckdb")

    return build


def _random(node: exp.Anonymous) -> exp.Expr:
    """From 0, or the first argument, to the last, which is left out."""
    if not node.expressions:
        return call("random")
    if len(node.expressions) == 2:
        bounds, refusal = node.expressions, "start value must be less than stop value"
    else:
        bounds, refusal = [number(0), node.expressions[0]], "bound must be positive"
    drawn = call("athena_random", *bounds, exp.Literal.string(refusal))
    return exp.cast(drawn, duckdb_type(type_of(node)), dialect="duckdb")


BUILDERS: dict[str, Builder] = {
    **aggregates.BUILDERS,
    **arrays.BUILDERS,
    **datetime_calls.BUILDERS,
    **json_calls.BUILDERS,
    **lambdas.BUILDERS,
    **regexps.BUILDERS,
    **sketches.BUILDERS,
    **strings.BUILDERS,
    **windows.BUILDERS,
    **{name: _rounded(name) for name in ("ceil", "ceiling", "floor", "round", "truncate", "sign", "abs")},
    "bitwise_left_shift": _shift("left"),
    "bitwise_right_shift": _shift("right"),
    "bitwise_right_shift_arithmetic": _shift("arithmetic"),
    "concat": _concat,
    "concat_ws": _concat_ws,
    "format": build_format,
    "greatest": _null_if_any_null("greatest"),
    "least": _null_if_any_null("least"),
    "mod": _mod,
    "normalize": _normalize,
    "rand": _random,
    "random": _random,
    "try": _try,
    "typeof": _typeof,
}
