"""Window functions, and the offsets of frames. https://trino.io/docs/current/functions/window.html"""

from sqlglot import exp

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.analysis.kinds import family
from offline_aws.athena.sql.dialect import place
from offline_aws.athena.sql.rewrite.calls import call

_NAVIGATION = {
    "first_value": exp.FirstValue,
    "last_value": exp.LastValue,
    "lag": exp.Lag,
    "lead": exp.Lead,
    "nth_value": exp.NthValue,
}
_OFFSETS = {"lag": "athena_neighbour_offset", "lead": "athena_neighbour_offset", "nth_value": "athena_nth_offset"}


def ignore_nulls(node: exp.Expr) -> exp.Expr:
    """``lag(x) IGNORE NULLS OVER …``: DuckDB wants the words in the call, which sqlglot does for its own nodes."""
    if isinstance(node, exp.IgnoreNulls) and isinstance(node.this, exp.Anonymous):
        function = node.this
        name = function.name.lower()
        if name not in _NAVIGATION:
            message = f"Cannot specify null treatment clause for {name} function"
            raise QueryError.at("NULL_TREATMENT_NOT_ALLOWED", place(function), message)
        names = ("this", "offset", "default")
        return exp.IgnoreNulls(this=_NAVIGATION[name](**dict(zip(names, _with_offset(function), strict=False))))
    return node


def navigation(node: exp.Anonymous) -> exp.Expr:
    """lag, lead and nth_value, whose offset is looked at where it is not plain."""
    return call(node.name.lower(), *_with_offset(node))


def _with_offset(node: exp.Anonymous) -> list[exp.Expr]:
    value, *rest = node.expressions
    check = _OFFSETS.get(node.name.lower())
    if check and rest and not _is_positive(rest[0]):
        rest[0] = call(check, rest[0])
    return [value, *rest]


def _is_positive(node: exp.Expr) -> bool:
    return isinstance(node, exp.Literal) and node.name != "0"


def frame_offsets(node: exp.Expr) -> exp.Expr:
    """A frame's offset that is not plain is looked at: none is negative or NULL."""
    if not isinstance(node, exp.WindowSpec):
        return node
    checked = node.copy()
    for side in ("start", "end"):
        offset = checked.args.get(side)
        if (
            isinstance(offset, exp.Expr)
            and not _is_positive(offset)
            and family(offset) in ("integer", "decimal", "double")
        ):
            checked.set(side, call("athena_frame_offset", offset.copy()))
    return checked


BUILDERS = dict.fromkeys(_OFFSETS, navigation)
