"""Date arithmetic and time zones."""

from sqlglot import exp

from offline_aws.athena.sql.analysis.kinds import family
from offline_aws.athena.sql.rewrite.calls import call

_MACROS: dict[type[exp.Expr], str] = {exp.Add: "athena_plus__date", exp.Sub: "athena_minus__date"}


def interval_arithmetic(node: exp.Expr) -> exp.Expr:
    """A date plus or minus an interval is a date; DuckDB makes it a timestamp."""
    if type(node) in _MACROS and isinstance(node.expression, exp.Interval) and family(node.this) == "date":
        return call(_MACROS[type(node)], node.this, node.expression)
    return node


def at_time_zone(node: exp.Expr) -> exp.Expr:
    """``x AT TIME ZONE 'zone'`` is at_timezone(x, 'zone')."""
    return in_zone(node.this, node.args["zone"]) if isinstance(node, exp.AtTimeZone) else node


def in_zone(moment: exp.Expr, zone: exp.Expr) -> exp.Expr:
    """The local time in a zone; in UTC the moment itself (zones.py says why)."""
    if zone.name == "UTC":
        return exp.cast(moment, "timestamptz", dialect="duckdb")
    return call("trino_at_timezone", moment, zone)


def extract(node: exp.Expr) -> exp.Expr:
    """``extract(hour FROM x)`` is hour(x)."""
    if isinstance(node, exp.Extract):
        return call(node.name.lower(), node.expression)
    return node
