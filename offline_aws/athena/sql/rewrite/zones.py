"""Timestamps with a time zone. DuckDB's hold the moment alone, so the zone is that of the type (``kinds.Type.zone``),
and what reads a clock is given the local time of that zone.

https://trino.io/docs/current/functions/datetime.html
"""

import re
from zoneinfo import available_timezones

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.analysis.kinds import MOMENT, TIMESTAMP, YEAR_TO_MONTH, Type, family, type_of
from offline_aws.athena.sql.rewrite.calls import call

# Functions of what a clock shows, and those that give a moment again.
_READS = re.compile(
    "date|date_format|format_datetime|last_day_of_month|second|millisecond|minute|hour|dow|doy|yow|day(_of_.*)?"
    "|week(_of_year)?|month|quarter|year(_of_week)?|to_iso8601|timezone_(hour|minute)"
)
_GIVES_MOMENTS = frozenset(["date_trunc", "date_add"])
_CALENDAR = frozenset(["day", "week", "month", "quarter", "year"])
_LOCAL_CASTS = (exp.DType.DATE, exp.DType.TIMESTAMP, exp.DType.TIME, exp.DType.VARCHAR, exp.DType.TEXT)


def clocks(node: exp.Expr) -> exp.Expr:
    """Rule: what reads the clock of a moment in another zone than UTC reads that zone's clock."""
    if isinstance(node, exp.Anonymous) and _READS.fullmatch(node.name.lower()):
        return _reading(node)
    if isinstance(node, exp.Anonymous) and node.name.lower() in _GIVES_MOMENTS:
        return _giving(node)
    if isinstance(node, exp.Anonymous) and node.name.lower() == "date_diff":
        return _difference(node)
    if isinstance(node, (exp.Add, exp.Sub)) and type_of(node.expression) == YEAR_TO_MONTH:
        return _shifted(node)
    if isinstance(node, (exp.Cast, exp.TryCast)) and node.to.this in _LOCAL_CASTS:
        return _cast(node)
    return node


def _is_elsewhere(node: exp.Expr) -> bool:
    kind = type_of(node)
    return kind.name == MOMENT.name and kind.zone != "UTC"


def local(node: exp.Expr) -> exp.Expr:
    """The time on the clock of the moment's zone."""
    found = clock_of(node, zone_of(node))
    found.meta["type"] = TIMESTAMP
    return found


def zone_of(node: exp.Expr) -> exp.Expr:
    """The zone as a value: the type's, or the expression that put the moment there."""
    kind = type_of(node)
    if kind.zone:
        return exp.Literal.string(kind.zone)
    inner = node.unnest()
    if isinstance(inner, exp.AtTimeZone):
        return inner.args["zone"].copy()
    if isinstance(inner, exp.Anonymous) and inner.name.lower() in ("at_timezone", "with_timezone"):
        return inner.expressions[1].copy()
    raise NotEmulatedError("a timestamp in a time zone that is not known before the query runs")


def clock_of(node: exp.Expr, zone: exp.Expr) -> exp.Expr:
    """The time that a zone's clock shows; DuckDB knows zones by name alone, an offset is added."""
    if minutes := _minutes(zone):
        return exp.paren(exp.Add(this=call("timezone", exp.Literal.string("UTC"), node), expression=minutes))
    return call("timezone", zone, node)


def moment_of(clock: exp.Expr, zone: exp.Expr) -> exp.Expr:
    """The moment at which a zone's clock shows a time."""
    if minutes := _minutes(zone):
        return call("timezone", exp.Literal.string("UTC"), exp.paren(exp.Sub(this=clock, expression=minutes)))
    return call("timezone", zone, clock)


def _minutes(zone: exp.Expr) -> exp.Expr | None:
    """The interval of an offset like ``-05:30``."""
    if not isinstance(zone, exp.Literal) or zone.name[:1] not in ("+", "-"):
        return None
    hours, _, minutes = zone.name[1:].partition(":")
    total = int(hours) * 60 + int(minutes or 0)
    return call("to_minutes", exp.Literal.number(-total if zone.name[0] == "-" else total))


def _back(clock: exp.Expr, node: exp.Expr) -> exp.Expr:
    """The moment at which the clock of the node's zone shows a time."""
    found = moment_of(clock, zone_of(node))
    found.meta["type"] = type_of(node)
    return found


def _reading(node: exp.Anonymous) -> exp.Expr:
    first, *rest = node.expressions
    if not _is_elsewhere(first):
        return node
    clock = local(first)
    name = node.name.lower()
    if name == "to_iso8601":
        return call("athena_iso8601", clock, call("athena_offset", clock.copy(), first.copy()))
    if name.startswith("timezone_"):
        return call(f"athena_{name}", clock, first.copy())
    if name == "format_datetime":
        rest = [*rest, call("athena_offset", clock.copy(), first.copy()), zone_of(first)]
    return exp.Anonymous(this=name, expressions=[clock, *rest])


def _giving(node: exp.Anonymous) -> exp.Expr:
    unit, *between, moment = node.expressions
    if not _is_elsewhere(moment) or not _is_calendar(unit, node.name):
        return node
    inner = exp.Anonymous(this=node.name, expressions=[unit, *between, local(moment)])
    return _back(inner, moment)


def _is_calendar(unit: exp.Expr, name: str) -> bool:
    """Whether the unit is counted by the calendar of a zone; hours and less are the same everywhere but for the cut."""
    return name.lower() == "date_trunc" or unit.name.lower() in _CALENDAR


def _difference(node: exp.Anonymous) -> exp.Expr:
    unit, first, second = node.expressions
    if unit.name.lower() not in _CALENDAR or not _is_elsewhere(first):
        return node
    there = second.copy()
    there.meta["type"] = type_of(first)
    return exp.Anonymous(this="date_diff", expressions=[unit, local(first), clock_of(there, zone_of(first))])


def _shifted(node: exp.Expr) -> exp.Expr:
    if not _is_elsewhere(node.this):
        return node
    return _back(type(node)(this=local(node.this), expression=node.expression), node.this)


def _cast(node: exp.Expr) -> exp.Expr:
    if not _is_elsewhere(node.this):
        return node
    if family(node) == "varchar":
        pattern = exp.Literal.string("%Y-%m-%d %H:%M:%S.%g ")
        zone = exp.Literal.string(type_of(node.this).zone)
        return exp.paren(exp.DPipe(this=call("strftime", local(node.this), pattern), expression=zone, safe=True))
    return type(node)(this=local(node.this), to=node.args["to"].copy())


def in_zone(moment: exp.Expr, zone: exp.Expr) -> exp.Expr:
    """``at_timezone(x, 'zone')``: the same moment."""
    check_zone(zone)
    return exp.cast(moment, "timestamptz", dialect="duckdb")


def with_zone(clock: exp.Expr, zone: exp.Expr) -> exp.Expr:
    """``with_timezone(x, 'zone')``: the moment at which the zone's clock shows a time."""
    check_zone(zone)
    return moment_of(exp.cast(clock, "timestamp", dialect="duckdb"), zone)


def check_zone(zone: exp.Expr) -> None:
    if isinstance(zone, exp.Literal) and zone.name[:1] not in ("+", "-") and zone.name not in available_timezones():
        raise QueryError("INVALID_FUNCTION_ARGUMENT", f"'{zone.name}' is not a valid time zone")


def check_shown(kinds: list[Type]) -> None:
    """A moment is shown with its zone, which must be known."""
    for kind in kinds:
        if kind.name == MOMENT.name and not kind.zone:
            raise NotEmulatedError("a timestamp in a time zone that is not known before the query runs")
        check_shown([item for item in kind.arguments if isinstance(item, Type)])
