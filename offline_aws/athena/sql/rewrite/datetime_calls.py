"""Dates and times. https://trino.io/docs/current/functions/datetime.html"""

from collections.abc import Callable

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql.rewrite import datetime_formats as formats
from offline_aws.athena.sql.rewrite.calls import call, number
from offline_aws.athena.sql.rewrite.texts import iso8601

Builder = Callable[[exp.Anonymous], exp.Expr]
_text = exp.Literal.string


def _literal(node: exp.Anonymous) -> str:
    pattern = node.expressions[1]
    if not (isinstance(pattern, exp.Literal) and pattern.is_string):
        raise NotEmulatedError(f"{node.name.lower()} with a format that is not a literal")
    return pattern.name


def _date_format(node: exp.Anonymous) -> exp.Expr:
    return call("strftime", node.expressions[0], _text(formats.from_mysql(_literal(node))))


def _format_datetime(node: exp.Anonymous) -> exp.Expr:
    """Piece by piece; ``clocks`` has given offset, zone and moment if they are not UTC's."""
    value, _, *zone = node.expressions
    offset, name, moment = zone or (_text("+00:00"), _text("UTC"), exp.cast(value, "timestamptz", dialect="duckdb"))
    written: list[exp.Expr] = []
    plain = ""
    for piece, is_special in formats.joda_pieces(_literal(node)):
        if not is_special:
            plain += piece
            continue
        written += [call("strftime", value.copy(), _text(plain))] if plain else []
        written.append(_special(piece, value.copy(), offset.copy(), name.copy(), moment.copy()))
        plain = ""
    if plain or not written:
        written.append(call("strftime", value.copy(), _text(plain)))
    whole = written[0]
    for piece_written in written[1:]:
        whole = exp.DPipe(this=whole, expression=piece_written, safe=True)
    return exp.paren(whole, copy=False) if len(written) > 1 else whole


def _special(piece: str, value: exp.Expr, offset: exp.Expr, zone: exp.Expr, moment: exp.Expr) -> exp.Expr:
    """What strftime has no letter for."""
    width = len(piece)
    match piece[0]:
        case "S":
            return call(
                "rpad", call("left", call("strftime", value, _text("%g")), number(width)), number(width), _text("0")
            )
        case "Z":
            short = call("replace", offset.copy(), _text(":"), _text(""))
            return {1: short, 2: offset, 3: zone}[width]
        case "z":
            return call("py_zone_name", call("epoch_ms", moment), zone)
        case letter:
            macro = {"C": "athena_century", "K": "athena_hour_from_noon", "k": "athena_clock_hour", "w": "trino_week"}[
                letter
            ]
            return call("printf", _text(f"%0{width}d" if width > 1 else "%d"), call(macro, value))


def _date_parse(node: exp.Anonymous) -> exp.Expr:
    """By DuckDB where it reads all of it; by Python what is missing, and to say what is wrong."""
    value, pattern = node.expressions
    read = exp.cast(call("py_date_parse", value.copy(), pattern.copy()), "timestamp", dialect="duckdb")
    if not isinstance(pattern, exp.Literal):
        return read
    known = formats.from_mysql(pattern.name).replace("%g000", "%f")
    return call("coalesce", call("try_strptime", value, _text(known)), read) if formats.is_whole(known) else read


def _parse_datetime(node: exp.Anonymous) -> exp.Expr:
    """In UTC: what names a zone ``clocks`` has taken."""
    value, pattern = node.expressions
    read = exp.cast(call("py_parse_datetime", value.copy(), pattern.copy()), "timestamptz", dialect="duckdb")
    pieces = list(formats.joda_pieces(pattern.name))
    known = "".join(piece for piece, _ in pieces)
    if any(is_special for _, is_special in pieces) or not formats.is_whole(known):
        return read
    native = exp.cast(call("try_strptime", value, _text(known)), "timestamptz", dialect="duckdb")
    return call("coalesce", native, read)


BUILDERS: dict[str, Builder] = {
    "date_format": _date_format,
    "date_parse": _date_parse,
    "format_datetime": _format_datetime,
    "parse_datetime": _parse_datetime,
    "to_iso8601": iso8601,
}
