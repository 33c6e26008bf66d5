"""A function of the language: what it takes, what it gives, and what it is in Athena's SQL.

A signature reads as in ``left(string, integer): string``. Arguments are ``string``, ``integer``, ``number``,
``datetime``, ``boolean``; ``any``; ``same``, which all of them that are so must share; ``text`` and ``digits``, a
literal string or integer; ``keyword``, a bare word; and ``list``, of fields in brackets. The result may be ``same``.
"""

import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlglot import exp, parse_one

from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.quicksight.expressions.values import ExpressionError, Value, common_type, grouped

Build = Callable[[Sequence[Value]], exp.Expr]

_ACCEPTED = {
    "string": {"STRING"}, "integer": {"INTEGER"}, "number": {"INTEGER", "DECIMAL"}, "datetime": {"DATETIME"},
    "boolean": {"BOOLEAN"}, "any": {"STRING", "INTEGER", "DECIMAL", "DATETIME", "BOOLEAN"},
    "same": {"STRING", "INTEGER", "DECIMAL", "DATETIME", "BOOLEAN"}, "text": {"STRING"}, "digits": {"INTEGER"},
    "keyword": {"KEYWORD"}, "list": {"LIST"},
}  # fmt: skip
_LITERALS = {"text": str, "digits": int}
_LETTERS = "abcdefgh"


@dataclass(frozen=True)
class Signature:
    """One way to call a function.

    :param takes: the kinds of its arguments
    :param returns: the result's type, or ``same``
    """

    name: str
    takes: tuple[str, ...]
    returns: str
    build: Build

    def fits(self, values: Sequence[Value]) -> bool:
        if len(values) != len(self.takes) or not all(map(_accepts, self.takes, values)):
            return False
        return self._same(values) is not None

    def type(self, values: Sequence[Value]) -> str:
        return str(self._same(values)) if self.returns == "same" else self.returns.upper()

    def _same(self, values: Sequence[Value]) -> str | None:
        return common_type(value.type for kind, value in zip(self.takes, values, strict=True) if kind == "same")


def signature(text: str, meaning: str | Build) -> Signature:
    """:param meaning: Athena's SQL, in which ``:a`` is the first argument, ``:b`` the second; or what builds it"""
    name, takes, returns = re.fullmatch(r"(\S+)\((.*)\): (\w+)", text).groups()  # type: ignore[union-attr]
    kinds = tuple(takes.split(", ")) if takes else ()
    return Signature(name, kinds, returns, template(meaning) if isinstance(meaning, str) else meaning)


def template(sql: str) -> Build:
    """Builds that SQL with the arguments in it."""
    return lambda values: filled(sql, {letter: value.sql for letter, value in zip(_LETTERS, values, strict=False)})


def filled(sql: str, arguments: dict[str, exp.Expr]) -> exp.Expr:
    """SQL with trees in the place of ``:names``."""
    whole = {name: grouped(tree.copy()) for name, tree in arguments.items()}
    return exp.replace_placeholders(_parsed(sql).copy(), **whole)


@functools.cache
def _parsed(sql: str) -> exp.Expr:
    return parse_one(sql, dialect=AthenaQuery)


def choose(name: str, ways: Sequence[Signature], values: Sequence[Value]) -> Signature:
    """The way that fits the arguments. Raises ExpressionError, which lists the ways."""
    for way in ways:
        if way.fits(values):
            return way
    given = ", ".join(value.type for value in values)
    possible = " or ".join(f"{way.name}({', '.join(way.takes)})" for way in ways)
    raise ExpressionError(f"{name}({given}) is not {possible}", "COLUMN_TYPE_MISMATCH")


def _accepts(kind: str, value: Value) -> bool:
    if kind in _LITERALS:
        return isinstance(value.literal, _LITERALS[kind]) and value.type in _ACCEPTED[kind]
    return value.type in _ACCEPTED[kind] or (value.type == "NULL" and kind not in ("keyword", "list"))
