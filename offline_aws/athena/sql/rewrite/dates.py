"""Date arithmetic and time zones."""

import re

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql.analysis.kinds import DAY_TO_SECOND, family, type_of
from offline_aws.athena.sql.rewrite.calls import call, number

_MACROS: dict[type[exp.Expr], str] = {exp.Add: "athena_plus__date", exp.Sub: "athena_minus__date"}


def interval_arithmetic(node: exp.Expr) -> exp.Expr:
    """A date plus or minus an interval is a date; DuckDB makes it a timestamp."""
    if type(node) in _MACROS and family(node.expression).startswith("interval") and family(node.this) == "date":
        return call(_MACROS[type(node)], node.this, node.expression)
    return node


_SPAN = re.compile(r"(-?)(\d+) (\d+)(?::(\d+))?(?::(\d+(?:\.\d+)?))?")


def interval_literal(node: exp.Expr) -> exp.Expr:
    """``interval '1-2' year to month`` and ``interval '1 02:03:04' day to second``."""
    unit = node.args.get("unit") if isinstance(node, exp.Interval) else None
    if not isinstance(unit, exp.IntervalSpan):
        return node
    text = node.this.name
    if unit.name.upper() == "YEAR":
        sign, (years, months) = "-" if text.startswith("-") else "", text.lstrip("-").split("-")
        return exp.cast(exp.Literal.string(f"{sign}{years} years {sign}{months} months"), "interval", dialect="duckdb")
    found = _SPAN.fullmatch(text)
    if unit.name.upper() != "DAY" or not found:
        raise NotEmulatedError(f"interval '{text}' {unit.sql('trino')}")
    sign, days, hours, minutes, seconds = found.groups()
    clock = f"{sign}{int(hours):02}:{minutes or '00'}:{seconds or '00'}"
    return exp.cast(exp.Literal.string(f"{sign}{days} days {clock}"), "interval", dialect="duckdb")


_PARTS = {"day": (86_400_000, 0), "hour": (3_600_000, 24), "minute": (60_000, 60), "second": (1000, 60)}


def interval_part(node: exp.Expr) -> exp.Expr:
    """``hour(interval '36' hour)`` is 12, and its day 1; DuckDB keeps the hours that it was given."""
    if not isinstance(node, exp.Anonymous) or len(node.expressions) != 1:
        return node
    (value,) = node.expressions
    name = node.name.lower().removesuffix("_of_month")
    if name not in _PARTS or type_of(value) != DAY_TO_SECOND:
        return node
    return call("athena_interval_part", value, *map(number, _PARTS[name]))


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
