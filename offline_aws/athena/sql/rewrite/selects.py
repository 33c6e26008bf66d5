"""Clauses of a SELECT. https://trino.io/docs/current/sql/select.html"""

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql.recursion import BEYOND, DEPTH
from offline_aws.athena.sql.rewrite.calls import call


def with_ties(node: exp.Expr) -> exp.Expr:
    """``FETCH FIRST n ROWS WITH TIES`` keeps the rows whose rank is at most n."""
    fetch = node.args.get("limit")
    if not isinstance(fetch, exp.Fetch) or not _has_ties(fetch):
        return node
    order = node.args.get("order")
    if not isinstance(node, exp.Select) or order is None or node.args.get("distinct") or node.args.get("offset"):
        raise NotEmulatedError("WITH TIES of anything but a SELECT with an ORDER BY alone")
    rank = exp.Window(this=call("rank"), order=order.copy())
    query = node.copy()
    query.set("limit", None)
    query.set("qualify", exp.Qualify(this=exp.LTE(this=rank, expression=fetch.args["count"].copy())))
    return query


def _has_ties(fetch: exp.Fetch) -> bool:
    options = fetch.args.get("limit_options")
    return options is not None and bool(options.args.get("with_ties"))


def sample(node: exp.Expr) -> exp.Expr:
    """``TABLESAMPLE BERNOULLI (10)``: a percentage of the rows; SYSTEM takes pieces of a table, as DuckDB does."""
    if isinstance(node, exp.TableSample) and not node.args.get("size"):
        percent = node.args["percent"]
        if not isinstance(percent, exp.Literal):
            raise NotEmulatedError("a sample of a percentage that is not a number")
        return exp.TableSample(method=exp.var(node.args["method"].name.lower()), percent=percent.copy())
    return node


_TOO_DEEP = (
    f"NOT_SUPPORTED: Recursion depth limit exceeded ({DEPTH}). "
    "Use 'max_recursion_depth' session property to modify the limit."
)


def recursion_limit(node: exp.Expr) -> exp.Expr:
    """A row of the step that is one too many fails the query; the message holds a value, or it would fail before."""
    if not node.meta.get(BEYOND) or not isinstance(node, exp.Select):
        return node
    value = exp.cast(node.selects[0].unalias().copy(), "varchar", dialect="duckdb")
    message = call("concat", exp.Literal.string(_TOO_DEEP), call("left", value, exp.Literal.number(0)))
    limited = node.copy()
    limited.meta.pop(BEYOND)
    limited.set("where", exp.Where(this=exp.Is(this=call("athena_fail", message), expression=exp.null())))
    return limited
