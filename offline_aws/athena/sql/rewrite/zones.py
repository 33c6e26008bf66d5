"""Timestamps with a time zone. DuckDB's hold the moment alone, so the zone is that of the type (``kinds.Type.zone``),
and what reads a clock is given the local time of that zone.

Where each row may have a zone of its own, the type has none and the value is a struct of the moment ``m`` and its zone
``z``: it goes through queries, aggregates and collections as it is, and what wants a moment takes it out.

https://trino.io/docs/current/functions/datetime.html
"""

import re
from collections.abc import Callable
from zoneinfo import available_timezones

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.analysis.aggregation import is_aggregate
from offline_aws.athena.sql.analysis.kinds import MOMENT, TIMESTAMP, YEAR_TO_MONTH, type_of
from offline_aws.athena.sql.rewrite.calls import call

# Functions of what a clock shows, and those that give a moment again.
_READS = re.compile(
    "date|date_format|format_datetime|last_day_of_month|second|millisecond|minute|hour|dow|doy|yow|day(_of_.*)?"
    "|week(_of_year)?|month|quarter|year(_of_week)?|to_iso8601|timezone_(hour|minute)"
)
_CALENDAR = frozenset(["day", "week", "month", "quarter", "year"])
_LOCAL_CASTS = (exp.DType.DATE, exp.DType.TIMESTAMP, exp.DType.TIME)
_COMPARISONS = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.NullSafeEQ, exp.NullSafeNEQ, exp.Between, exp.In)


def clocks(node: exp.Expr) -> exp.Expr:
    """Rule: what reads the clock of a moment reads that of its zone; what gives a moment of a row's zone, says it."""
    if isinstance(node, exp.Anonymous) and not node.meta.get("is_duckdb"):
        name = node.name.lower()
        rule = _reading if _READS.fullmatch(name) else _CALLS.get(name)
        return rule(node) if rule else node
    if isinstance(node, exp.AtTimeZone):
        return in_zone(node.this, node.args["zone"])
    if isinstance(node, (exp.Add, exp.Sub)):
        return _shifted(node)
    if isinstance(node, exp.Cast) and node.to.this in _LOCAL_CASTS and _is_elsewhere(node.this):
        return type(node)(this=local(node.this), to=node.args["to"].copy())
    if isinstance(node, _COMPARISONS):
        _compare_moments(node)
    elif isinstance(node, exp.Select):
        _group_by_moments(node)
    elif isinstance(node, (exp.Case, exp.If, exp.Values, exp.Array, exp.SetOperation)):
        _give_zones(node)
    return node


def has_own_zone(node: exp.Expr) -> bool:
    """Whether each row of an expression may have another zone."""
    kind = type_of(node)
    return kind.name == MOMENT.name and not kind.zone


def _is_elsewhere(node: exp.Expr) -> bool:
    kind = type_of(node)
    return kind.name == MOMENT.name and kind.zone != "UTC"


def zoned(moment: exp.Expr, zone: exp.Expr) -> exp.Expr:
    """A moment with the zone of its row."""
    found = call("athena_zoned", moment, zone)
    found.meta["type"] = MOMENT.in_zone("")
    return found


def moment(node: exp.Expr) -> exp.Expr:
    """The moment of an expression, as DuckDB has it."""
    return _part(node, "m") if has_own_zone(node) else node


def zone_of(node: exp.Expr) -> exp.Expr:
    """The zone as a value: the type's, or the row's."""
    return _part(node, "z") if has_own_zone(node) else exp.Literal.string(type_of(node).zone)


def _part(node: exp.Expr, name: str) -> exp.Expr:
    """A part of a moment with its zone; of one that is just being made it is there already."""
    inner = node.unnest()
    if isinstance(inner, exp.Anonymous) and inner.name == "athena_zoned":
        found = inner.expressions["mz".index(name)].copy()
    else:
        found = call("struct_extract", node.copy(), exp.Literal.string(name))
    if name == "m":
        found.meta["type"] = MOMENT
    return found


def local(node: exp.Expr) -> exp.Expr:
    """The time on the clock of the moment's zone."""
    found = clock_of(moment(node), zone_of(node))
    found.meta["type"] = TIMESTAMP.with_digits(type_of(node).digits)
    return found


def clock_of(moment: exp.Expr, zone: exp.Expr) -> exp.Expr:
    """The time that a zone's clock shows; DuckDB knows zones by name alone, an offset is added."""
    if minutes := _minutes(zone):
        return exp.paren(exp.Add(this=call("timezone", exp.Literal.string("UTC"), moment), expression=minutes))
    return call("timezone" if isinstance(zone, exp.Literal) else "athena_clock", zone, moment)


def moment_of(clock: exp.Expr, zone: exp.Expr) -> exp.Expr:
    """The moment at which a zone's clock shows a time: the first of two."""
    if minutes := _minutes(zone):
        return call("timezone", exp.Literal.string("UTC"), exp.paren(exp.Sub(this=clock, expression=minutes)))
    if isinstance(zone, exp.Literal):
        return call("timezone" if zone.name == "UTC" else "athena_moment_in", zone, clock)
    return call("athena_moment", zone, clock)


def _minutes(zone: exp.Expr) -> exp.Expr | None:
    """The interval of an offset like ``-05:30``."""
    if not isinstance(zone, exp.Literal) or zone.name[:1] not in ("+", "-"):
        return None
    hours, _, minutes = zone.name[1:].partition(":")
    total = int(hours) * 60 + int(minutes or 0)
    return call("to_minutes", exp.Literal.number(-total if zone.name[0] == "-" else total))


def _again(found: exp.Expr, node: exp.Expr) -> exp.Expr:
    """A moment in the zone of another one."""
    found = zoned(found, zone_of(node)) if has_own_zone(node) else found
    found.meta["type"] = type_of(node)
    return found


def _reading(node: exp.Anonymous) -> exp.Expr:
    first, *rest = node.expressions
    if not _is_elsewhere(first):
        return node
    clock, there = local(first), moment(first).copy()
    name = node.name.lower()
    if name == "to_iso8601":
        rest = [call("athena_offset", clock.copy(), there)]
    if name.startswith("timezone_"):
        return call(f"athena_{name}", clock, there)
    if name == "format_datetime":
        rest = [*rest, call("athena_offset", clock.copy(), there), zone_of(first), there.copy()]
    return exp.Anonymous(this=name, expressions=[clock, *rest])


def _moved(node: exp.Anonymous) -> exp.Expr:
    """date_trunc and date_add: by the calendar of the zone; less than a day is the same everywhere but for the cut."""
    unit, *between, last = node.expressions
    if not _is_elsewhere(last):
        return node
    if unit.name.lower() in _CALENDAR:
        inner = exp.Anonymous(this=node.name, expressions=[unit, *between, local(last)])
        return _again(moment_of(inner, zone_of(last)), last)
    if between:
        return _again(exp.Anonymous(this=node.name, expressions=[unit, *between, moment(last)]), last)
    clock = local(last)
    cut = exp.Anonymous(this=node.name, expressions=[unit, clock])
    beyond = exp.paren(exp.Sub(this=clock.copy(), expression=cut))
    return _again(exp.paren(exp.Sub(this=moment(last).copy(), expression=beyond)), last)


def _difference(node: exp.Anonymous) -> exp.Expr:
    unit, first, second = node.expressions
    if not has_own_zone(second) and not _is_elsewhere(first):
        return node
    if unit.name.lower() not in _CALENDAR or not _is_elsewhere(first):
        return exp.Anonymous(this="date_diff", expressions=[unit, moment(first), moment(second)])
    return exp.Anonymous(this="date_diff", expressions=[unit, local(first), clock_of(moment(second), zone_of(first))])


def _shifted(node: exp.Expr) -> exp.Expr:
    """A moment plus or minus an interval, or minus another moment."""
    sides = (node.this, node.expression)
    if type_of(node).name != MOMENT.name:
        return type(node)(this=moment(sides[0]), expression=moment(sides[1])) if any(map(has_own_zone, sides)) else node
    there, interval = sides if type_of(sides[0]).name == MOMENT.name else sides[::-1]
    if not _is_elsewhere(there):
        return node
    if type_of(interval) == YEAR_TO_MONTH:
        return _again(moment_of(exp.paren(type(node)(this=local(there), expression=interval)), zone_of(there)), there)
    return _again(exp.paren(type(node)(this=moment(there), expression=interval)), there)


def _compare_moments(node: exp.Expr) -> None:
    """Whatever the zones are, the moments are compared."""
    for side in list(node.iter_expressions()):
        if has_own_zone(side):
            side.replace(moment(side))


def _give_zones(node: exp.Expr) -> None:
    """Branches of a CASE, or rows of VALUES, some of which have zones of their own."""
    if isinstance(node, exp.Values):
        _give_columns_zones([line.expressions if isinstance(line, exp.Tuple) else [line] for line in node.expressions])
        return
    if isinstance(node, exp.SetOperation):
        _give_columns_zones([select.selects for select in node.find_all(exp.Select) if _is_part(select, node)])
        return
    results = [item.args["true"] for item in node.args.get("ifs") or ()] if isinstance(node, exp.Case) else []
    results += [node.args[key] for key in ("default", "true", "false") if node.args.get(key)]
    results += node.expressions if isinstance(node, exp.Array) else []
    _give_each(results)


def _is_part(select: exp.Select, whole: exp.SetOperation) -> bool:
    """Whether a SELECT is one of those that a set operation joins."""
    node: exp.Expr | None = select.parent
    while node is not whole and isinstance(node, (exp.SetOperation, exp.Subquery)):
        node = node.parent
    return node is whole


def _give_columns_zones(rows: list[list[exp.Expr]]) -> None:
    for column in zip(*rows, strict=True):
        _give_each([item.unalias() for item in column])


def _give_each(nodes: list[exp.Expr]) -> None:
    """If some are in other zones than the others, each gets its zone."""
    zones = {type_of(node).zone for node in nodes if type_of(node).name == MOMENT.name}
    if len(zones) < 2:
        return
    for node in nodes:
        if type_of(node).name == MOMENT.name and type_of(node).zone:
            node.replace(zoned(node.copy(), zone_of(node)))


def _group_by_moments(select: exp.Select) -> None:
    """A group is of a moment, whatever its zones; it shows in the first of them."""
    group = select.args.get("group")
    for key in list(group.expressions) if group else ():
        place = int(key.name) - 1 if isinstance(key, exp.Literal) and key.is_int else None
        value = key if place is None else select.selects[place].unalias()
        if has_own_zone(value):
            _group_by_moment(select, key, value.copy())


def _group_by_moment(select: exp.Select, key: exp.Expr, value: exp.Expr) -> None:
    key.replace(moment(value))
    shown = zoned(moment(value), call("any_value", zone_of(value)))
    clauses = [*select.selects, *(select.args[name] for name in ("having", "order") if select.args.get(name))]
    for clause in clauses:
        nodes = clause.walk(prune=lambda node: isinstance(node, exp.Query) or node == value or is_aggregate(node))
        for node in list(nodes):
            if node == value:
                node.replace(shown.copy())


def _coalesced(node: exp.Anonymous) -> exp.Expr:
    _give_each(node.expressions)
    return node


def in_zone(value: exp.Expr, zone: exp.Expr) -> exp.Expr:
    """``at_timezone(x, 'zone')``: the same moment."""
    check_zone(zone)
    found = exp.Cast(this=moment(value), to=exp.DataType.build("timestamptz", dialect="duckdb"))
    found.meta["is_duckdb"] = True
    return found if isinstance(zone, exp.Literal) else zoned(found, zone)


def _with_zone(node: exp.Anonymous) -> exp.Expr:
    """``with_timezone(x, 'zone')``: the moment at which the zone's clock shows a time."""
    value, zone = node.expressions
    check_zone(zone)
    found = moment_of(exp.cast(value, "timestamp", dialect="duckdb"), zone)
    return found if isinstance(zone, exp.Literal) else zoned(found, zone)


def _from_unixtime(node: exp.Anonymous) -> exp.Expr:
    """The moment does not depend on the zone."""
    seconds, *zone = node.expressions
    found = call("trino_from_unixtime", seconds)
    if len(zone) == 1:
        check_zone(zone[0])
        return found if isinstance(zone[0], exp.Literal) else zoned(found, zone[0])
    return zoned(found, call("athena_offset_text", *zone)) if zone and not type_of(node).zone else found


def _from_iso8601(node: exp.Anonymous) -> exp.Expr:
    (text,) = node.expressions
    found = call("trino_from_iso8601_timestamp", text)
    return zoned(found, call("athena_iso_zone", text.copy())) if has_own_zone(node) else found


def _parsed(node: exp.Anonymous) -> exp.Expr:
    """parse_datetime of a format with a zone."""
    return from_text(call("py_parse_datetime", *node.expressions)) if has_own_zone(node) else node


def from_text(text: exp.Expr, cast: type[exp.Cast] = exp.Cast) -> exp.Expr:
    """The moment that a text with a zone, or none, names."""
    clock = cast(this=call("athena_text_of_timestamp", text), to=exp.DataType.build("timestamp"))
    clock.meta["is_duckdb"] = True
    zone = call("athena_text_zone", text.copy())
    return zoned(call("athena_moment", zone, clock), zone.copy())


def _moment_alone(node: exp.Anonymous) -> exp.Expr:
    return exp.Anonymous(this=node.name, expressions=list(map(moment, node.expressions)))


def _sequence(node: exp.Anonymous) -> exp.Expr:
    if any(map(has_own_zone, node.expressions)):
        raise NotEmulatedError("sequence of timestamps each of which may have another zone")
    return node


_CALLS: dict[str, Callable[[exp.Anonymous], exp.Expr]] = {
    "at_timezone": lambda node: in_zone(*node.expressions),
    "coalesce": _coalesced,
    "date_add": _moved,
    "date_diff": _difference,
    "date_trunc": _moved,
    "from_iso8601_timestamp": _from_iso8601,
    "from_iso8601_timestamp_nanos": _from_iso8601,
    "from_unixtime": _from_unixtime,
    "parse_datetime": _parsed,
    "sequence": _sequence,
    "to_unixtime": _moment_alone,
    "with_timezone": _with_zone,
}


def check_zone(zone: exp.Expr) -> None:
    if isinstance(zone, exp.Literal) and zone.name[:1] not in ("+", "-") and zone.name not in available_timezones():
        raise QueryError("INVALID_FUNCTION_ARGUMENT", f"'{zone.name}' is not a valid time zone")
