"""Dates and times. https://trino.io/docs/current/functions/datetime.html"""

import re
from collections.abc import Callable

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql.rewrite import datetime_formats as formats
from offline_aws.athena.sql.rewrite.calls import call
from offline_aws.athena.sql.rewrite.texts import iso8601

Builder = Callable[[exp.Anonymous], exp.Expr]


def _formatted(duckdb_name: str, translate: Callable[[str], str]) -> Builder:
    """Date functions whose second argument is a format in MySQL's or Joda's letters; it must be a literal."""

    def build(node: exp.Anonymous) -> exp.Expr:
        value, pattern = node.expressions
        if not (isinstance(pattern, exp.Literal) and pattern.is_string):
            raise NotEmulatedError(f"{node.name.lower()} with a format that is not a literal")
        return call(duckdb_name, value, exp.Literal.string(translate(pattern.name)))

    return build


def _format_datetime(node: exp.Anonymous) -> exp.Expr:
    """The zone's letters are filled in after the others; ``clocks`` has given offset and zone if they are not UTC's."""
    value, pattern, *zone = node.expressions
    text: exp.Expr = _formatted("strftime", formats.from_joda)(
        exp.Anonymous(this=node.this, expressions=[value, pattern])
    )
    offset, name = zone or (exp.Literal.string("+00:00"), exp.Literal.string("UTC"))
    short = call("replace", offset, exp.Literal.string(":"), exp.Literal.string(""))
    for letters, shown in (("Z", short), ("ZZ", offset), ("ZZZ", name)):
        if letters in re.findall(r"Z+", pattern.name):
            text = call("replace", text, exp.Literal.string(formats.ZONES[letters]), shown)
    return text


def _parse_datetime(node: exp.Anonymous) -> exp.Expr:
    """parse_datetime gives a timestamp with time zone, date_parse one without."""
    if isinstance(node.expressions[1], exp.Literal) and re.search(r"Z", node.expressions[1].name):
        raise NotEmulatedError("parse_datetime of a time zone")
    return exp.cast(_formatted("strptime", formats.from_joda)(node), "timestamptz", dialect="duckdb")


BUILDERS: dict[str, Builder] = {
    "date_format": _formatted("strftime", formats.from_mysql),
    "date_parse": _formatted("strptime", formats.from_mysql),
    "format_datetime": _format_datetime,
    "parse_datetime": _parse_datetime,
    "to_iso8601": iso8601,
}
