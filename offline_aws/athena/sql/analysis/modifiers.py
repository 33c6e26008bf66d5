"""DISTINCT, ORDER BY and FILTER, which belong to aggregates. https://trino.io/docs/current/functions/aggregate.html"""

from sqlglot import exp

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.analysis import operators as ops
from offline_aws.athena.sql.analysis.formatter import written
from offline_aws.athena.sql.analysis.kinds import type_of
from offline_aws.athena.sql.dialect import place


def check_call(node: exp.Anonymous, *, is_aggregate: bool) -> None:
    """Check the modifiers in a call."""
    distinct, order = distinct_of(node), order_of(node)
    if not is_aggregate:
        if distinct:
            raise _not_aggregate(node, "DISTINCT is not supported for non-aggregation functions")
        if order:
            raise _not_aggregate(node, "ORDER BY is only valid for aggregation functions")
        if isinstance(node.parent, exp.Filter):
            raise _not_aggregate(node, "Filter is only valid for aggregation functions")
    if distinct and order:
        arguments = {item.sql(identify=True) for item in distinct.expressions}
        for item in order.expressions:
            if item.this.sql(identify=True) not in arguments:
                message = "For aggregate function with DISTINCT, ORDER BY expressions must appear in arguments"
                raise QueryError.at("EXPRESSION_NOT_IN_DISTINCT", place(item.this), message)


def order_of(node: exp.Anonymous) -> exp.Order | None:
    """The ORDER BY in a call, which sqlglot has around the last argument."""
    last = node.expressions[-1] if node.expressions else None
    return last if isinstance(last, exp.Order) else None


def distinct_of(node: exp.Anonymous) -> exp.Distinct | None:
    """The DISTINCT in a call, which sqlglot has around the arguments."""
    first = node.expressions[0] if node.expressions else None
    first = first.this if isinstance(first, exp.Order) else first
    return first if isinstance(first, exp.Distinct) else None


def check_filter(node: exp.Filter) -> None:
    """The condition of a FILTER is a boolean."""
    condition = node.expression.this
    ops.require(condition, type_of(condition), "Filter expression must evaluate to a boolean (actual: {})")


def check_listagg(node: exp.GroupConcat) -> None:
    """LISTAGG is of texts."""
    value = node.this
    while isinstance(value, (exp.Order, exp.Distinct)):
        value = value.this or value.expressions[0]
    kind = type_of(value)
    if kind.family not in ("varchar", "unknown", ""):
        message = f"Expected expression of varchar, but '{written(value)}' has {kind} type"
        raise ops.mismatch(node, message)


def _not_aggregate(node: exp.Expr, message: str) -> QueryError:
    return QueryError.at("FUNCTION_NOT_AGGREGATE", place(node), message)
