"""Date arithmetic and time zones."""

from sqlglot import exp

from offline_aws.athena.sql.analysis.kinds import family
from offline_aws.athena.sql.rewrite.calls import call
from offline_aws.athena.sql.rewrite.zones import in_zone

_MACROS: dict[type[exp.Expr], str] = {exp.Add: "athena_plus__date", exp.Sub: "athena_minus__date"}


def interval_arithmetic(node: exp.Expr) -> exp.Expr:
    """A date plus or minus an interval is a date; DuckDB makes it a timestamp."""
    if type(node) in _MACROS and isinstance(node.expression, exp.Interval) and family(node.this) == "date":
        return call(_MACROS[type(node)], node.this, node.expression)
    return node


def at_time_zone(node: exp.Expr) -> exp.Expr:
    """``x AT TIME ZONE 'zone'`` is at_timezone(x, 'zone')."""
    return in_zone(node.this, node.args["zone"]) if isinstance(node, exp.AtTimeZone) else node


def difference(node: exp.Expr) -> exp.Expr:
    """A date minus a date is an interval; DuckDB counts days."""
    if isinstance(node, exp.Sub) and family(node.this) == family(node.expression) == "date":
        return call("to_days", exp.cast(exp.paren(node), "integer", dialect="duckdb"))
    return node


def extract(node: exp.Expr) -> exp.Expr:
    """``extract(hour FROM x)`` is hour(x)."""
    if isinstance(node, exp.Extract):
        return exp.Anonymous(this=node.name.lower(), expressions=[node.expression])
    return node
