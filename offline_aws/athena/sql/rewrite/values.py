"""Literals, arithmetic, comparisons and subscripts."""

from sqlglot import exp

from offline_aws.athena.sql.analysis.kinds import UNKNOWN, family, type_of
from offline_aws.athena.sql.rewrite.calls import call, duckdb_type, number, variant

_TIMESTAMPS = (exp.DType.TIMESTAMP, exp.DType.TIMESTAMPTZ, exp.DType.TIME)


def double_literal(node: exp.Expr) -> exp.Expr:
    """``1.5`` is a double on Athena, a decimal in DuckDB."""
    if isinstance(node, exp.Literal) and not node.is_string and "." in node.name and "e" not in node.name.lower():
        return exp.Literal.number(f"{node.name}e0")
    return node


def least_integer(node: exp.Expr) -> exp.Expr:
    """The sign of ``-2147483648`` belongs to the number, which is a bigint without it."""
    if isinstance(node, exp.Neg) and type_of(node).name == "integer" and node.this == number(2**31):
        return exp.cast(node, "int", dialect="duckdb")
    return node


def typed_null(node: exp.Expr) -> exp.Expr:
    """A NULL without a type has the type that its place wants: DuckDB would not know which function is meant."""
    kind = node.meta.get("wanted")
    if kind is None and isinstance(node, _ARITHMETIC) and UNKNOWN in (type_of(node.this), type_of(node.expression)):
        kind = type_of(node)
        node = exp.null()
    if kind is None or not kind.is_decided or kind == UNKNOWN:
        return node
    found = exp.Cast(this=node.copy(), to=exp.DataType.build(duckdb_type(kind), dialect="duckdb"))
    found.meta.update({"type": kind, "is_duckdb": True})
    return found


_ARITHMETIC = (exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Mod)


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
        macro = "athena_modulo__decimal" if type_of(node).name == "decimal" else "athena_modulo"
        return call(macro, node.this, node.expression)
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


def subscript(node: exp.Expr) -> exp.Expr:
    """``a[9]`` beyond the end and a missing key of a map are errors; sqlglot has made literal places start at 0."""
    if not isinstance(node, exp.Bracket) or len(node.expressions) != 1:
        return node
    (place,) = node.expressions
    if place.is_int:
        place = number(int(place.sql()) + 1)
    return call(variant("athena_subscript", [node.this]), node.this, place)


# The macro for two sides of which these are arrays.
JOINS = {
    (True, True): "athena_both_arrays",
    (True, False): "athena_array_and_element",
    (False, True): "athena_element_and_array",
}


def concatenation(node: exp.Expr) -> exp.Expr:
    """``||`` joins arrays and puts an element before or after an array."""
    if not isinstance(node, exp.DPipe):
        return node
    kinds = (family(node.this) == "array", family(node.expression) == "array")
    return call(JOINS[kinds], node.this, node.expression) if kinds in JOINS else node


def char_comparison(node: exp.Expr) -> exp.Expr:
    """A char equals a text that differs from it in the blanks at the end alone; TRIM goes over them."""
    if isinstance(node, exp.Trim) and type_of(node.this).name == "char":
        node.set("this", call("rtrim", node.this.copy(), exp.Literal.string(" ")))
        return node
    if isinstance(node, _ORDERS):
        sides = [node.this, node.expression]
    elif isinstance(node, exp.In) and not node.args.get("query"):
        sides = [node.this, *node.expressions]
    else:
        return node
    if "char" in {type_of(side).name for side in sides} and {"varchar"} == {family(side) for side in sides}:
        for side in sides:
            side.replace(call("rtrim", side.copy(), exp.Literal.string(" ")))
    return node


def comparison(node: exp.Expr) -> exp.Expr:
    """Arrays and rows with a NULL inside are neither equal nor unequal, unless something else in them differs."""
    if isinstance(node, _ORDERS) and "double" in (family(node.this), family(node.expression)):
        return _without_nan(node)
    if not isinstance(node, (exp.EQ, exp.NEQ)):
        return node
    if type_of(node.this).name == type_of(node.expression).name == "array":
        equal: exp.Expr = call("athena_equal__array", node.this, node.expression)
    elif type_of(node.this).name == type_of(node.expression).name == "row":
        equal = _equal_rows(node.this, node.expression, len(type_of(node.this).arguments))
    else:
        return node
    return exp.not_(equal) if isinstance(node, exp.NEQ) else equal


_ORDERS = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE)


def _without_nan(node: exp.Expr) -> exp.Expr:
    """NaN is unequal to all and neither more nor less; in DuckDB it equals itself and is more than all else."""
    sides = [side for side in (node.this, node.expression) if family(side) == "double" and not _is_number(side)]
    tests = [call("isnan", side.copy()) for side in sides]
    if not tests or isinstance(node.expression, (exp.All, exp.Any)):
        return node
    guarded = node.copy()
    guarded.meta["is_guarded"] = True
    if isinstance(node, exp.NEQ):
        return exp.paren(exp.or_(guarded, *tests))
    return exp.paren(exp.and_(guarded, *(exp.not_(test) for test in tests)))


def _is_number(node: exp.Expr) -> bool:
    node = node.this if isinstance(node, exp.Neg) else node
    return isinstance(node, exp.Literal)


def _equal_rows(left: exp.Expr, right: exp.Expr, width: int) -> exp.Expr:
    pairs = zip(_fields(left, width), _fields(right, width), strict=True)
    return exp.paren(exp.and_(*(exp.EQ(this=a, expression=b) for a, b in pairs)))


def _fields(value: exp.Expr, width: int) -> list[exp.Expr]:
    value = value.unnest()
    if isinstance(value, exp.Tuple):
        return [item.copy() for item in value.expressions]
    return [call("struct_extract_at", value.copy(), number(place)) for place in range(1, width + 1)]
