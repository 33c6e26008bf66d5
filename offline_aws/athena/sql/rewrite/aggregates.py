"""Aggregate functions that DuckDB lacks or means otherwise.

https://trino.io/docs/current/functions/aggregate.html
"""

from collections.abc import Callable

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.analysis.kinds import DAY_TO_SECOND, family, type_of
from offline_aws.athena.sql.analysis.modifiers import order_of
from offline_aws.athena.sql.rewrite.calls import call, duckdb_type, number

Builder = Callable[[exp.Anonymous], exp.Expr]


def core(name: str, *arguments: exp.Expr) -> exp.Expr:
    """The aggregate inside an expression that stands for one: FILTER and OVER go to it (``to_the_core``)."""
    return as_core(call(name, *arguments))


def as_core(node: exp.Expr) -> exp.Expr:
    node.meta["is_core"] = True
    return node


def cores(node: exp.Expr) -> list[exp.Expr]:
    return [item for item in node.walk() if item.meta.get("is_core")]


def to_the_core(node: exp.Expr) -> exp.Expr:
    """``f(agg(x)) OVER w`` is ``f(agg(x) OVER w)``, and so for FILTER."""
    if not isinstance(node, (exp.Window, exp.Filter)) or node.this.meta.get("is_core") or not cores(node.this):
        return node
    whole = node.this.copy()
    for inner in cores(whole):
        if not _is_inside_another(inner):
            inner.replace(as_core(_around(node, inner)))
    return whole


def _around(node: exp.Expr, inner: exp.Expr) -> exp.Expr:
    """The OVER or FILTER around an aggregate; one that has a FILTER already gets one of both conditions."""
    outer = node.copy()
    if isinstance(node, exp.Filter) and isinstance(inner, exp.Filter):
        both = exp.and_(node.expression.this, inner.expression.this)
        outer.set("expression", exp.Where(this=both))
        inner = inner.this
    outer.set("this", inner.copy())
    return outer


def _is_inside_another(node: exp.Expr) -> bool:
    parent = node.parent
    while parent is not None and not parent.meta.get("is_core"):
        parent = parent.parent
    return parent is not None


def where(aggregate: exp.Expr, condition: exp.Expr) -> exp.Expr:
    return as_core(exp.Filter(this=aggregate, expression=exp.Where(this=condition)))


def without_order(node: exp.Anonymous) -> tuple[exp.Anonymous, exp.Order | None]:
    """A call without the ORDER BY in it, and the ORDER BY."""
    order = order_of(node)
    if order is None:
        return node, None
    plain = node.copy()
    plain.expressions[-1].replace(order.this.copy())
    return plain, order


def with_order(node: exp.Expr, order: exp.Order | None) -> exp.Expr:
    """The expression that stands for an aggregate, which takes the rows in an order."""
    if order is None:
        return node
    for inner in cores(node):
        aggregate = inner.this if isinstance(inner, exp.Filter) else inner
        last = aggregate.expressions[-1] if aggregate.expressions else None
        if last is not None and not isinstance(last, exp.Order) and not _is_inside_another(inner):
            last.replace(exp.Order(this=last.copy(), expressions=[item.copy() for item in order.expressions]))
    return node


def is_there(node: exp.Expr) -> exp.Expr:
    return exp.Not(this=exp.Is(this=node.copy(), expression=exp.null()))


def _entries(key: exp.Expr, value: exp.Expr) -> exp.Expr:
    """The pairs of all rows whose key is not NULL."""
    return where(core("array_agg", call("row", key, value)), is_there(key))


def _approx_percentile(node: exp.Anonymous) -> exp.Expr:
    """Exact, which is within any error: the value at the place floor(share * n), counted from 0 as Trino does.

    DuckDB's place is ceil(share * n) - 1; from the other end, with 1 - share, that is the same. A share of 0 it counts
    from the lowest whatever the order, so the other end's 0 is the least share above it.
    """
    if len(node.expressions) != 2:
        raise NotEmulatedError("approx_percentile with weights or accuracy")
    value, share = node.expressions
    shares = share.expressions if isinstance(share, exp.Array) else [share]
    if not all(isinstance(item, exp.Literal) and not item.is_string for item in shares):
        raise NotEmulatedError("approx_percentile with a percentile that is not a literal")
    if not all(0 <= float(item.name) <= 1 for item in shares):
        raise QueryError("INVALID_FUNCTION_ARGUMENT", "Percentile must be between 0 and 1")
    rest = [exp.Literal.number(_from_the_other_end(float(item.name))) for item in shares]
    return core(
        "quantile_disc",
        _as_bigint(value),
        exp.Order(
            this=exp.Array(expressions=rest) if isinstance(share, exp.Array) else rest[0],
            expressions=[exp.Ordered(this=_as_bigint(value), desc=True)],
        ),
    )


def _from_the_other_end(share: float) -> str:
    return "1e-12" if share == 1 else f"{1 - share:.12g}e0"


def _as_bigint(value: exp.Expr) -> exp.Expr:
    """Trino's aggregates of integers work on bigint."""
    return exp.cast(value.copy(), "bigint") if family(value) == "integer" else value.copy()


def _extreme_by(duckdb_name: str) -> Builder:
    """``max_by(x, y)`` may be NULL, ``max_by(x, y, n)`` is an array."""

    def build(node: exp.Anonymous) -> exp.Expr:
        value, key, *most = node.expressions
        if duckdb_name == "arg_max" and family(key) == "double":
            key = call("athena_nan_first", key)
        return call(duckdb_name if most else f"{duckdb_name}_null", value, key, *most)

    return build


def _max(node: exp.Anonymous) -> exp.Expr:
    """The most is NaN only when there is no number; in DuckDB NaN is more than any."""
    value, *most = node.expressions
    if family(value) != "double":
        return call("max", *node.expressions)
    if most:
        return call("arg_max", value, call("athena_nan_first", value.copy()), *most)
    numbers = where(core("max", value), exp.not_(call("isnan", value.copy())))
    return call("coalesce", numbers, core("max", value.copy()))


def _count_if(node: exp.Anonymous) -> exp.Expr:
    """0 of no rows; DuckDB's is NULL."""
    return where(core("count", exp.Star()), node.expressions[0])


def _of_bigint(duckdb_name: str) -> Builder:
    """Bitwise aggregates are bigint whatever is put in."""
    return lambda node: call(duckdb_name, *map(_as_bigint, node.expressions))


def _avg(node: exp.Anonymous) -> exp.Expr:
    """The average of decimals is a decimal of the same digits."""
    (value,) = node.expressions
    kind = type_of(value)
    if kind.name.startswith("interval"):
        return _of_intervals("avg", value)
    if kind.name == "real":
        return exp.cast(core("avg", value), "float", dialect="duckdb")
    if kind.name != "decimal":
        return call("avg", value)
    total = exp.cast(core("sum", value), "varchar", dialect="duckdb")
    count = exp.cast(call("nullif", core("count", value.copy()), number(0)), "varchar", dialect="duckdb")
    quotient = call("py_decimal_quotient", total, count, number(kind.arguments[1]))
    return exp.cast(quotient, duckdb_type(kind), dialect="duckdb")


def _of_intervals(name: str, value: exp.Expr) -> exp.Expr:
    """DuckDB adds up numbers alone: the milliseconds of the intervals."""
    if type_of(value) != DAY_TO_SECOND:
        months = call("athena_months", value)
        return call("to_months", exp.cast(core(name, months), "integer", dialect="duckdb"))
    return call("athena_interval_sum", core(name, call("epoch_ms", value)))


def _sum(node: exp.Anonymous) -> exp.Expr:
    """A sum of integers is a bigint, one of reals a real."""
    total = core("sum", *node.expressions)
    kind = type_of(node.expressions[0])
    if kind.name == "decimal":
        most = exp.Literal.number(f"9e{37 - kind.arguments[1]}")
        return exp.cast(call("athena_sum__decimal", total, most), duckdb_type(type_of(node)), dialect="duckdb")
    if kind.name.startswith("interval"):
        return _of_intervals("sum", node.expressions[0])
    if kind.name == "real":
        return exp.cast(total, "float", dialect="duckdb")
    return call("athena_sum", total) if kind.family == "integer" else total


def _map_agg(node: exp.Anonymous) -> exp.Expr:
    """map_agg keeps pairs whose key is not NULL, one for each key."""
    key, value = node.expressions
    return call("map_from_entries", call("athena_first_entries", _entries(key, value)))


def _multimap_agg(node: exp.Anonymous) -> exp.Expr:
    return call("trino_multimap_from_entries", _entries(*node.expressions))


def _map_union(node: exp.Anonymous) -> exp.Expr:
    return call("athena_map_union", core("array_agg", *node.expressions))


def _histogram(node: exp.Anonymous) -> exp.Expr:
    """Values in the order in which they first occur."""
    (value,) = node.expressions
    return call("trino_array_histogram", where(core("array_agg", value), is_there(value)))


def _approx_distinct(node: exp.Anonymous) -> exp.Expr:
    """Exact, which is within any error that is allowed."""
    return call("count", exp.Distinct(expressions=[node.expressions[0]]))


def _approx_most_frequent(node: exp.Anonymous) -> exp.Expr:
    """Exact: the most frequent values, the most frequent first."""
    most, value, _ = node.expressions
    if isinstance(most, exp.Literal) and int(most.name) < 2:
        raise QueryError("INVALID_FUNCTION_ARGUMENT", "approx_most_frequent bucket count must be greater than one")
    return call("athena_most_frequent", core("histogram", value), most)


def _numeric_histogram(node: exp.Anonymous) -> exp.Expr:
    buckets, value, *weight = node.expressions
    weights = core("array_agg", exp.cast(weight[0] if weight else number(1), "double", dialect="duckdb"))
    values = core("array_agg", exp.cast(value, "double", dialect="duckdb"))
    condition = is_there(value)
    found = call("py_numeric_histogram", buckets, where(values, condition), where(weights, condition.copy()))
    return exp.cast(found, duckdb_type(type_of(node)), dialect="duckdb")


def _reduce_agg(node: exp.Anonymous) -> exp.Expr:
    value, start, step, _ = node.expressions
    return call("list_reduce", where(core("array_agg", value), is_there(value)), step, start)


def _skewness(node: exp.Anonymous) -> exp.Expr:
    """Trino's is that of the rows themselves, DuckDB's an estimate of what they are a sample of."""
    (value,) = node.expressions
    values = core("array_agg", exp.cast(value, "double", dialect="duckdb"))
    return call("py_skewness", where(values, is_there(value)))


def _geometric_mean(node: exp.Anonymous) -> exp.Expr:
    return call("exp", core("avg", call("ln", exp.cast(node.expressions[0], "double", dialect="duckdb"))))


def _kurtosis(node: exp.Anonymous) -> exp.Expr:
    """DuckDB adds up powers, which loses digits."""
    (value,) = node.expressions
    values = core("array_agg", exp.cast(value, "double", dialect="duckdb"))
    return call("py_kurtosis", where(values, is_there(value)))


def _as_real(duckdb_name: str) -> Builder:
    """Aggregates of two numbers, which Trino computes of reals unless one is a double; what is not finite is NULL."""

    def build(node: exp.Anonymous) -> exp.Expr:
        found = call("athena_finite", core(duckdb_name, *node.expressions))
        return exp.cast(found, "float", dialect="duckdb") if type_of(node).name == "real" else found

    return build


def _of_pairs(name: str) -> Builder:
    """Correlation and regression to the last digit; over a window by DuckDB, which need not go through each frame."""

    def build(node: exp.Anonymous) -> exp.Expr:
        if _has_window(node):
            return _as_real(name)(node)
        y, x = node.expressions
        both = exp.and_(is_there(y), is_there(x))
        lists = [where(core("array_agg", exp.cast(side, "double", dialect="duckdb")), both.copy()) for side in (y, x)]
        found = call(f"py_{name}", *lists)
        return exp.cast(found, "float", dialect="duckdb") if type_of(node).name == "real" else found

    return build


def _has_window(node: exp.Expr) -> bool:
    while isinstance(node.parent, exp.Filter):
        node = node.parent
    return isinstance(node.parent, exp.Window)


BUILDERS: dict[str, Builder] = {
    "approx_distinct": _approx_distinct,
    "approx_most_frequent": _approx_most_frequent,
    "approx_percentile": _approx_percentile,
    "avg": _avg,
    "bitwise_and_agg": _of_bigint("bit_and"),
    "bitwise_or_agg": _of_bigint("bit_or"),
    "corr": _of_pairs("corr"),
    "count_if": _count_if,
    "covar_pop": _as_real("covar_pop"),
    "covar_samp": _as_real("covar_samp"),
    "geometric_mean": _geometric_mean,
    "grouping": lambda node: exp.cast(call("grouping", *node.expressions), "int"),
    "histogram": _histogram,
    "kurtosis": _kurtosis,
    "map_agg": _map_agg,
    "map_union": _map_union,
    "max": _max,
    "max_by": _extreme_by("arg_max"),
    "min_by": _extreme_by("arg_min"),
    "multimap_agg": _multimap_agg,
    "numeric_histogram": _numeric_histogram,
    "reduce_agg": _reduce_agg,
    "regr_intercept": _of_pairs("regr_intercept"),
    "regr_slope": _of_pairs("regr_slope"),
    "skewness": _skewness,
    "sum": _sum,
}
