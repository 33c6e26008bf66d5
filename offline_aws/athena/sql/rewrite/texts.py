"""Values as the text that ``cast(x as varchar)`` gives. https://trino.io/docs/current/functions/conversion.html"""

from sqlglot import exp

from offline_aws.athena.sql.analysis.kinds import MOMENT, Type, type_of
from offline_aws.athena.sql.rewrite.calls import call
from offline_aws.athena.sql.rewrite.zones import local, zone_of

_MACROS = {
    "double": "athena_to_varchar__double",
    "real": "athena_to_varchar__double",
    "decimal": "athena_to_varchar__decimal",
    "json": "athena_to_varchar__json",
    "interval day to second": "athena_to_varchar__days",
    "interval year to month": "athena_to_varchar__months",
}


def as_text(value: exp.Expr, kind: Type) -> exp.Expr:
    """The text of a value of this type."""
    match kind.name:
        case "timestamp":
            return _clock(value, kind)
        case "timestamp with time zone":
            value.meta["type"] = kind
            zone = zone_of(value)
            blank = exp.DPipe(this=_clock(local(value), kind), expression=exp.Literal.string(" "), safe=True)
            return exp.paren(exp.DPipe(this=blank, expression=zone.copy(), safe=True), copy=False)
        case "time":
            return call("substr", _clock(call("athena_on_a_day", value), kind), exp.Literal.number(12))
        case name if name in _MACROS:
            return call(_MACROS[name], value)
        case _:
            return exp.cast(value, "varchar", copy=False, dialect="duckdb")


def _clock(value: exp.Expr, kind: Type, between: str = " ") -> exp.Expr:
    """Date and time with as many digits of the second's fraction as the type has, of the six that DuckDB keeps."""
    fraction = {0: "", 3: ".%g"}.get(kind.digits, ".%f")
    text = call("strftime", value, exp.Literal.string(f"%Y-%m-%d{between}%H:%M:%S{fraction}"))
    missing = 6 - kind.digits
    return call("left", text, exp.Literal.number(-missing)) if fraction == ".%f" and missing > 0 else text


def iso8601(node: exp.Anonymous) -> exp.Expr:
    """``to_iso8601``; ``clocks`` has put the offset behind a moment that is not in UTC."""
    value, *offset = node.expressions
    kind = type_of(value)
    if kind.name == "date":
        return call("strftime", value, exp.Literal.string("%Y-%m-%d"))
    if kind.name == MOMENT.name:
        offset = [exp.Literal.string("Z")]
    clock = _clock(value, kind, "T")
    return exp.paren(exp.DPipe(this=clock, expression=offset[0], safe=True), copy=False) if offset else clock
