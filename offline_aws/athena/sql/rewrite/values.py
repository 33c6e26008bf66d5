"""Literals, arithmetic, casts and subscripts."""

from sqlglot import exp

from offline_aws.athena.sql.analysis.kinds import family, type_of
from offline_aws.athena.sql.rewrite.calls import ALL_MACROS, call, duckdb_type, number, variant

_CHECKED_CASTS = {
    exp.DType.DATE: "athena_to_date",
    exp.DType.TIMESTAMP: "athena_to_timestamp",
    exp.DType.INT: "athena_to_integer",
    exp.DType.BIGINT: "athena_to_bigint",
    exp.DType.BOOLEAN: "athena_to_boolean",
    exp.DType.VARCHAR: "athena_to_varchar",
    exp.DType.TEXT: "athena_to_varchar",
}
_TIMESTAMPS = (exp.DType.TIMESTAMP, exp.DType.TIMESTAMPTZ, exp.DType.TIME)


def double_literal(node: exp.Expr) -> exp.Expr:
    """``1.5`` is a double on Athena, a decimal in DuckDB."""
    if isinstance(node, exp.Literal) and not node.is_string and "." in node.name and "e" not in node.name.lower():
        return exp.Literal.number(f"{node.name}e0")
    return node


def division(node: exp.Expr) -> exp.Expr:
    """``7/2`` is 3 and ``1/0`` an error for integers; ``1e0/0`` is Infinity."""
    if not isinstance(node, exp.Div):
        return node
    families = {family(node.this), family(node.expression)}
    if type_of(node).name == "decimal":
        return _quotient(node)
    if families == {"integer"}:
        macro = "athena_divide__integer"
    else:
        macro = "athena_divide" if "" in families else "athena_divide__double"
    return call(macro, node.this, node.expression)


def _quotient(node: exp.Div) -> exp.Expr:
    """DuckDB divides decimals as doubles."""
    kind = type_of(node)
    sides = (exp.cast(side, "varchar", dialect="duckdb") for side in (node.this, node.expression))
    return exp.cast(call("py_decimal_quotient", *sides, number(kind.arguments[1])), duckdb_type(kind), dialect="duckdb")


def modulo(node: exp.Expr) -> exp.Expr:
    """``7 % 0`` is an error for integers."""
    if isinstance(node, exp.Mod):
        return call("athena_modulo", node.this, node.expression)
    return node


def timestamp_precision(node: exp.Expr) -> exp.Expr:
    """``timestamp(3)`` is a type of its own in DuckDB, with fewer functions; all are kept in microseconds."""
    if isinstance(node, exp.DataType) and node.this in _TIMESTAMPS and node.expressions:
        return exp.DataType(this=node.this)
    return node


def decimal_type(node: exp.Expr) -> exp.Expr:
    """``DECIMAL '1.20'`` is a decimal(3,2) and ``decimal`` alone a decimal(38,0); in DuckDB both are (18,3)."""
    if not isinstance(node, exp.DataType) or node.this != exp.DType.DECIMAL or node.expressions:
        return node
    digits, scale = 38, 0
    if isinstance(node.parent, exp.Cast) and isinstance(node.parent.this, exp.Literal):
        whole, _, fraction = node.parent.this.name.lstrip("+-").partition(".")
        digits, scale = max(len(whole.lstrip("0")) + len(fraction), 1), len(fraction)
    return exp.DataType.build(f"DECIMAL({digits}, {scale})")


def checked_cast(node: exp.Expr) -> exp.Expr:
    """``cast('1.5' as integer)`` fails, ``cast(2.5 as integer)`` rounds half up; ``try_cast`` is NULL if cast fails.

    Dates and timestamps are read from ISO text only.
    """
    if not isinstance(node, (exp.Cast, exp.TryCast)):
        return node
    if node.to.this == exp.DType.JSON:
        return call("to_json", node.this)
    if node.to.this == exp.DType.VARCHAR and node.to.expressions:
        return call("left", exp.cast(node.this, "text"), node.to.expressions[0].this)
    if node.to.this not in _CHECKED_CASTS:
        return node
    macro = variant(_CHECKED_CASTS[node.to.this], [node.this])
    if macro not in ALL_MACROS:
        return node
    converted = call(macro, node.this)
    return exp.Try(this=converted) if isinstance(node, exp.TryCast) else converted


def subscript(node: exp.Expr) -> exp.Expr:
    """``a[9]`` beyond the end and a missing key of a map are errors; sqlglot has made literal places start at 0."""
    if not isinstance(node, exp.Bracket) or len(node.expressions) != 1:
        return node
    (place,) = node.expressions
    if isinstance(place, exp.Literal) and place.is_int:
        place = exp.Literal.number(int(place.name) + 1)
    return call(variant("athena_subscript", [node.this]), node.this, place)


def concatenation(node: exp.Expr) -> exp.Expr:
    """``||`` joins arrays and puts an element before or after an array."""
    if not isinstance(node, exp.DPipe):
        return node
    kinds = (family(node.this) == "array", family(node.expression) == "array")
    names = {(True, True): "list_concat", (True, False): "list_append", (False, True): "list_prepend"}
    return call(names[kinds], node.this, node.expression) if kinds in names else node


def comparison(node: exp.Expr) -> exp.Expr:
    """Arrays and rows with a NULL inside are neither equal nor unequal, unless something else in them differs."""
    if not isinstance(node, (exp.EQ, exp.NEQ)):
        return node
    if type_of(node.this).name == type_of(node.expression).name == "array":
        equal: exp.Expr = call("athena_equal__array", node.this, node.expression)
    elif type_of(node.this).name == type_of(node.expression).name == "row":
        equal = _equal_rows(node.this, node.expression, len(type_of(node.this).arguments))
    else:
        return node
    return exp.not_(equal) if isinstance(node, exp.NEQ) else equal


def _equal_rows(left: exp.Expr, right: exp.Expr, width: int) -> exp.Expr:
    pairs = zip(_fields(left, width), _fields(right, width), strict=True)
    return exp.paren(exp.and_(*(exp.EQ(this=a, expression=b) for a, b in pairs)))


def _fields(value: exp.Expr, width: int) -> list[exp.Expr]:
    value = value.unnest()
    if isinstance(value, exp.Tuple):
        return [item.copy() for item in value.expressions]
    return [call("struct_extract_at", value.copy(), number(place)) for place in range(1, width + 1)]
