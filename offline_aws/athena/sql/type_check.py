"""Comparisons and arithmetic that Trino refuses because of their types, where DuckDB would convert one side.

https://trino.io/docs/current/functions/conversion.html: "Trino will not convert between character and numeric types".
"""

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.analysis.kinds import family


def check_types(tree: exp.Expr) -> None:
    for node in tree.walk(bfs=False):
        if isinstance(node, exp.Sub) and family(node.this) == family(node.expression) == "date":
            raise NotEmulatedError("date - date (date_diff is)")
        if isinstance(node, exp.Interval):
            _check_interval(node)
        elif isinstance(node, exp.Window):
            _check_window(node)


def _check_interval(node: exp.Interval) -> None:
    """DuckDB counts a month as 30 days once an interval is a value of its own."""
    unit = str(node.args.get("unit") or "").upper()
    if ("MONTH" in unit or "YEAR" in unit) and not _is_step(node):
        raise NotEmulatedError("an interval of months or years as a value")


def _is_step(node: exp.Interval) -> bool:
    """Whether the interval is added at once, by an operator or from one date of a sequence to the next."""
    parent = node.parent
    return isinstance(parent, (exp.Add, exp.Sub)) or (
        isinstance(parent, exp.Anonymous) and parent.name.lower() == "sequence"
    )


def _check_window(node: exp.Window) -> None:
    function = node.this
    if isinstance(function, exp.Filter):
        raise QueryError("NOT_SUPPORTED", "FILTER is not yet supported for window functions")
    if isinstance(function, exp.Anonymous) and any(isinstance(item, exp.Distinct) for item in function.expressions):
        raise QueryError("NOT_SUPPORTED", "DISTINCT in window function parameters not yet supported")
