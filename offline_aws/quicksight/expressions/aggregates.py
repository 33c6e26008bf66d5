"""The functions that reduce the rows of a group to one value; those named ``…If`` take only rows that meet a condition.

https://docs.aws.amazon.com/quicksight/latest/user/calculated-field-aggregations.html
"""

from collections.abc import Sequence

from sqlglot import exp

from offline_aws.quicksight.expressions.functions import by_name
from offline_aws.quicksight.expressions.signatures import Signature, filled, signature
from offline_aws.quicksight.expressions.values import ExpressionError, Value

_SIMPLE = {
    "avg(number): decimal": "avg({})",
    "count(any): integer": "count({})",
    "distinct_count(any): integer": "count(DISTINCT {})",
    "max(same): same": "max({})",
    "median(number): decimal": "approx_percentile(CAST({} AS double), 0.5)",
    "min(same): same": "min({})",
    "stdev(number): decimal": "stddev_samp({})",
    "stdevp(number): decimal": "stddev_pop({})",
    "sum(integer): integer": "sum({})",
    "sum(number): decimal": "sum({})",
    "var(number): decimal": "var_samp({})",
    "varp(number): decimal": "var_pop({})",
}


def _conditional(text: str, sql: str) -> Signature:
    """``sumIf(number, boolean)`` of ``sum(number)``."""
    name, rest = text.split("(")
    takes, returns = rest.split(")")
    return signature(f"{name}If({takes}, boolean){returns}", sql.format("CASE WHEN :b THEN :a END"))


def _percentile(values: Sequence[Value]) -> exp.Expr:
    percent = float(values[1].literal or 0)
    if not 0 <= percent <= 100:
        raise ExpressionError(f"percentile {percent:g} is not between 0 and 100")
    arguments = {"a": values[0].sql, "fraction": exp.Literal.number(percent / 100)}
    return filled("approx_percentile(CAST(:a AS double), :fraction)", arguments)


AGGREGATES = by_name(
    (
        *(signature(text, sql.format(":a")) for text, sql in _SIMPLE.items()),
        *(_conditional(text, sql) for text, sql in _SIMPLE.items()),
        signature("percentile(number, digits): decimal", _percentile),
        signature("percentileCont(number, digits): decimal", _percentile),
        signature("percentileDisc(number, digits): decimal", _percentile),
    )
)
