"""Where a timestamp may be shown in another zone than UTC.

DuckDB's timestamps carry no zone. ``at_timezone(x, 'Europe/Berlin')`` therefore becomes the local time, which is right
for what asks only for the time on the clock (``hour``, ``date_format``, a cast to date …) and wrong for all else.
https://trino.io/docs/current/functions/datetime.html
"""

import re

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError

_CLOCK = re.compile(
    "date|date_format|format_datetime|last_day_of_month|second|millisecond|minute|hour|dow|doy|yow|day(_of_.*)?"
    "|week(_of_year)?|month|quarter|year(_of_week)?"
)
_LOCAL = (exp.DType.DATE, exp.DType.TIMESTAMP)


def check_zones(tree: exp.Expr) -> None:
    """Refuse a timestamp in a zone other than UTC wherever more than its clock counts."""
    for node in tree.walk():
        if (zone := zone_of(node)) and zone.name != "UTC" and not _reads_the_clock(node):
            raise NotEmulatedError("a timestamp in a time zone other than UTC as a value")


def zone_of(node: exp.Expr) -> exp.Expr | None:
    """The zone that a node puts a timestamp in."""
    if isinstance(node, exp.AtTimeZone):
        return node.args["zone"]
    if isinstance(node, exp.Anonymous) and node.name.lower() == "at_timezone" and len(node.expressions) == 2:
        return node.expressions[1]
    return None


def _reads_the_clock(node: exp.Expr) -> bool:
    """Whether the node's parent asks for its local time alone; ``date_trunc`` leaves that to its own parent."""
    parent = node.parent
    while isinstance(parent, exp.Paren):
        parent = parent.parent
    if isinstance(parent, exp.Anonymous):
        name = parent.name.lower()
        return _CLOCK.fullmatch(name) is not None or (name == "date_trunc" and _reads_the_clock(parent))
    if isinstance(parent, exp.Cast):
        return parent.to.this in _LOCAL
    return isinstance(parent, exp.Extract)
