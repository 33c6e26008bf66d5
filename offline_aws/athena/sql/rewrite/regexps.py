"""Regular expressions: by DuckDB where it reads a pattern as Trino does, by Python where it does not.

https://trino.io/docs/current/functions/regexp.html
"""

from collections.abc import Callable

from sqlglot import exp

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.analysis.kinds import VARCHAR, array
from offline_aws.athena.sql.python_functions.java_regex import compiled, has_certain_groups, is_plain
from offline_aws.athena.sql.rewrite.calls import call, number
from offline_aws.athena.sql.rewrite.lambdas import applied

Builder = Callable[[exp.Anonymous], exp.Expr]


def _pattern(node: exp.Anonymous) -> str | None:
    """The pattern, where it stands in the query; one that is none fails the query."""
    pattern = node.expressions[1]
    if not (isinstance(pattern, exp.Literal) and pattern.is_string):
        return None
    try:
        compiled(pattern.name)
    except ValueError as error:
        raise QueryError("INVALID_FUNCTION_ARGUMENT", str(error)[2:-2].partition(": ")[2]) from error
    return pattern.name


def _is_native(node: exp.Anonymous) -> bool:
    pattern = _pattern(node)
    return pattern is not None and is_plain(pattern)


def _either(name: str) -> Builder:
    """A function of a text and a pattern."""

    def build(node: exp.Anonymous) -> exp.Expr:
        return call(f"trino_{name}" if _is_native(node) else f"py_{name}", *node.expressions)

    return build


def _like(node: exp.Anonymous) -> exp.Expr:
    """Whether there is a match does not depend on how long it is."""
    pattern = _pattern(node)
    if pattern is not None and is_plain(f"x{pattern}", ends=True):
        ends = exp.Literal.string(f"{pattern[:-1]}\\n?\\z" if _ends(pattern) else pattern)
        return call("trino_regexp_like", node.expressions[0], ends)
    return call("py_regexp_like", *node.expressions)


def _ends(pattern: str) -> bool:
    return pattern.endswith("$") and not pattern.endswith("\\$")


def _extracted(name: str) -> Builder:
    """regexp_extract and regexp_extract_all, whole or by the number of a group."""

    def build(node: exp.Anonymous) -> exp.Expr:
        text, pattern, *group = node.expressions
        place = group[0] if group else number(0)
        known = _pattern(node)
        if known is not None and is_plain(known) and _is_sure(known, place):
            return call(f"trino_{name}", text, pattern, *group)
        return call(f"py_{name}", text, pattern, place)

    return build


def _is_sure(pattern: str, place: exp.Expr) -> bool:
    if not isinstance(place, exp.Literal):
        return False
    group = int(place.name)
    return group == 0 or (has_certain_groups(pattern) and group <= compiled(pattern).groups)


def _position(node: exp.Anonymous) -> exp.Expr:
    text, pattern, *rest = node.expressions
    _pattern(node)
    return call("py_regexp_position", text, pattern, *rest, *[number(1)] * (2 - len(rest)))


def _replace(node: exp.Anonymous) -> exp.Expr:
    text, pattern, *new = node.expressions
    if new and isinstance(new[0], exp.Lambda):
        return _replace_by(text, pattern, new[0])
    if _is_native(node) and (not new or _is_simple(new[0])):
        return call("trino_regexp_replace", *node.expressions)
    return call("py_regexp_replace", text, pattern, *(new or [exp.Literal.string("")]))


def _is_simple(new: exp.Expr) -> bool:
    return isinstance(new, exp.Literal) and not set(new.name) & set("$\\")


def _replace_by(text: exp.Expr, pattern: exp.Expr, function: exp.Lambda) -> exp.Expr:
    """Each match becomes what the lambda makes of its groups."""
    piece = exp.to_identifier("piece")
    before = exp.Dot(this=piece, expression=exp.to_identifier("before", quoted=True))
    groups = exp.Dot(this=piece.copy(), expression=exp.to_identifier("groups", quoted=True))
    groups.meta["type"] = array(VARCHAR)  # so that an item that is not there fails
    new = call("coalesce", applied(function, groups), exp.Literal.string(""))
    last = exp.Is(this=groups.copy(), expression=exp.null())
    ending = exp.Case().when(last, exp.Literal.string("")).else_(new)
    joined = exp.Lambda(this=exp.DPipe(this=before, expression=ending, safe=True), expressions=[piece.copy()])
    pieces = call("list_transform", call("py_regexp_pieces", text, pattern), joined)
    return call("array_to_string", pieces, exp.Literal.string(""))


BUILDERS: dict[str, Builder] = {
    "regexp_count": _either("regexp_count"),
    "regexp_extract": _extracted("regexp_extract"),
    "regexp_extract_all": _extracted("regexp_extract_all"),
    "regexp_like": _like,
    "regexp_position": _position,
    "regexp_replace": _replace,
    "regexp_split": _either("regexp_split"),
}
