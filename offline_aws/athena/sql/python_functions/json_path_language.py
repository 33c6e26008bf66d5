"""SQL/JSON's path language: a mode, lax or strict, and an expression over items (``json_path_steps.py``).

Lax takes an array for its elements where an object or a scalar is asked for, and anything else for an array of one
where a place is; what is not there is no error.
https://trino.io/docs/current/functions/json.html#json-path-language
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from offline_aws.athena.sql.python_functions import json_path_steps as steps
from offline_aws.athena.sql.python_functions.json_path_steps import Context, Expression, Items, Predicate
from offline_aws.athena.sql.python_functions.json_text import Number


class PathSyntaxError(Exception):
    """A text that is no path."""


_TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\]|\\.|"")*")|(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?P<variable>\$[A-Za-z_]\w*)"""
    r"""|(?P<name>[A-Za-z_]\w*)|(?P<sign>\.\.|==|<>|!=|<=|>=|&&|\|\||[$@.,()\[\]?*/%+\-<>!]))"""
)


@lru_cache(maxsize=256)
def compiled(path: str) -> tuple[bool, Expression]:
    """Whether a path is lax, and what it leads to.

    :raises PathSyntaxError: for a text that is none
    """
    parser = _Parser(path)
    mode = parser.next()
    if mode not in ("lax", "strict"):
        raise PathSyntaxError(f"missing {{'lax', 'strict'}} at '{mode or '<EOF>'}'")
    expression = parser.sum()
    if parser.peek():
        raise PathSyntaxError(f"mismatched input '{parser.peek()}' expecting <EOF>")
    return mode == "lax", expression


def items(value: Any, path: str, variables: Mapping[str, Any]) -> Items:
    """The values that a path leads to."""
    is_lax, expression = compiled(path)
    return expression(Context(value, variables, is_lax))


class _Parser:
    """Recursive descent, a method for each level of the grammar."""

    def __init__(self, path: str) -> None:
        self._tokens: list[str] = []
        place = 0
        while path[place:].strip():
            match = _TOKEN.match(path, place)
            if match is None:
                raise PathSyntaxError(f"token recognition error at '{path[place:].strip()[:1]}'")
            self._tokens.append(match[0].strip())
            place = match.end()
        self._place = 0

    def peek(self, ahead: int = 0) -> str:
        place = self._place + ahead
        return self._tokens[place] if place < len(self._tokens) else ""

    def next(self) -> str:
        token = self.peek()
        self._place += 1
        return token

    def take(self, *tokens: str) -> bool:
        """Go over these tokens if they follow."""
        found = all(self.peek(ahead) == token for ahead, token in enumerate(tokens))
        self._place += len(tokens) if found else 0
        return found

    def expect(self, token: str) -> None:
        if not self.take(token):
            raise PathSyntaxError(f"mismatched input '{self.peek() or '<EOF>'}' expecting '{token}'")

    def sum(self) -> Expression:
        found = self.product()
        while self.peek() in ("+", "-"):
            found = steps.arithmetic(self.next(), found, self.product())
        return found

    def product(self) -> Expression:
        found = self.signed()
        while self.peek() in ("*", "/", "%"):
            found = steps.arithmetic(self.next(), found, self.signed())
        return found

    def signed(self) -> Expression:
        if self.peek() in ("+", "-"):
            return steps.signed(self.next(), self.signed())
        return self.accessors(self.primary())

    def primary(self) -> Expression:
        if self.take("("):
            found = self.sum()
            self.expect(")")
            return found
        if self.peek() in _CONTEXT:
            return _CONTEXT[self.next()]
        word = self.next()
        return steps.variable(word[1:]) if word[:1] == "$" else _constant(word)

    def accessors(self, found: Expression) -> Expression:
        while True:
            if self.take(".."):
                found = steps.descendants(found, _key(self.next()))
            elif self.take(".", "*"):
                found = steps.values(found)
            elif self.take("."):
                found = self.member(found)
            elif self.take("["):
                found = self.places(found)
            elif self.take("?"):
                self.expect("(")
                found = steps.filtered(found, self.either())
                self.expect(")")
            else:
                return found

    def member(self, found: Expression) -> Expression:
        name = self.next()
        if not re.match(r'["A-Za-z_]', name):
            raise PathSyntaxError(f"mismatched input '{name or '<EOF>'}'")
        if self.take("("):
            self.expect(")")
            if name not in steps.METHODS:
                raise PathSyntaxError(f"no method {name}")
            return steps.method(name, found)
        return steps.member(found, _key(name))

    def places(self, found: Expression) -> Expression:
        if self.take("*", "]"):
            return steps.elements(found)
        ranges = [self.range()]
        while self.take(","):
            ranges.append(self.range())
        self.expect("]")
        return steps.placed(found, ranges)

    def range(self) -> tuple[Expression, Expression]:
        first = self.sum()
        return (first, self.sum()) if self.take("to") else (first, first)

    def either(self) -> Predicate:
        found = self.both()
        while self.take("||"):
            found = steps.disjunction(found, self.both())
        return found

    def both(self) -> Predicate:
        found = self.condition()
        while self.take("&&"):
            found = steps.conjunction(found, self.condition())
        return found

    def condition(self) -> Predicate:
        if self.take("!"):
            return steps.negation(self.condition())
        if self.take("exists", "("):
            found = steps.exists(self.sum())
            self.expect(")")
            return found
        if self.peek() == "(" and (grouped := self.grouped()):
            return grouped
        return self.comparison()

    def grouped(self) -> Predicate | None:
        """A predicate in parentheses; None if what is in them is a value."""
        start = self._place
        try:
            self.expect("(")
            found = self.either()
            self.expect(")")
        except PathSyntaxError:
            self._place = start
            return None
        return steps.unknown(found) if self.take("is", "unknown") else found

    def comparison(self) -> Predicate:
        left = self.sum()
        if self.take("starts", "with"):
            return steps.compared("starts with", left, self.sum())
        if self.peek() == "like_regex":
            raise NotImplementedError("like_regex predicate in JSON path is not yet supported")
        if self.peek() not in steps.COMPARISONS:
            raise PathSyntaxError(f"mismatched input '{self.peek() or '<EOF>'}'")
        return steps.compared(self.next(), left, self.sum())


_CONTEXT: dict[str, Expression] = {
    "$": lambda context: [context.root],
    "@": lambda context: [context.current],
    "last": lambda context: [context.last],
}


def _key(token: str) -> str:
    return _text(token) if token[:1] == '"' else token


def _text(token: str) -> str:
    return re.sub(r'""|\\(.)', lambda match: match[1] or '"', token[1:-1])


def _constant(token: str) -> Expression:
    if token[:1] == '"':
        value: Any = _text(token)
    elif token[:1].isdigit():
        value = int(token) if token.isdigit() else Number(token)
    elif token in ("true", "false", "null"):
        value = {"true": True, "false": False, "null": None}[token]
    else:
        raise PathSyntaxError(f"mismatched input '{token or '<EOF>'}'")
    return lambda context: [value]
