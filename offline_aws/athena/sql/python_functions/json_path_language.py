"""SQL/JSON's path language: a mode, lax or strict, and an expression over items.

Lax takes an array for its elements where an object or a scalar is asked for, and anything else for an array of one
where a place is; what is not there is no error.
https://trino.io/docs/current/functions/json.html#json-path-language
"""

import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from offline_aws.athena.sql.python_functions.json_text import Number


class PathError(Exception):
    """A path that does not fit the value, or a text that is no JSON."""


class PathSyntaxError(Exception):
    """A text that is no path."""


@dataclass(frozen=True)
class Context:
    """What an expression is evaluated in: ``$``, the variables, ``@`` of a filter, the array of which ``last`` is."""

    root: Any
    variables: Mapping[str, Any]
    is_lax: bool
    current: Any = None
    last: int = -1


Items = list[Any]
Expression = Callable[[Context], Items]
Predicate = Callable[[Context], bool | None]  # None is unknown

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
            found = _arithmetic(self.next(), found, self.product())
        return found

    def product(self) -> Expression:
        found = self.signed()
        while self.peek() in ("*", "/", "%"):
            found = _arithmetic(self.next(), found, self.signed())
        return found

    def signed(self) -> Expression:
        if self.peek() in ("+", "-"):
            return _signed(self.next(), self.signed())
        return self.accessors(self.primary())

    def primary(self) -> Expression:
        if self.take("("):
            found = self.sum()
            self.expect(")")
            return found
        if self.peek() in _CONTEXT:
            return _CONTEXT[self.next()]
        word = self.next()
        return _variable(word[1:]) if word[:1] == "$" else _constant(word)

    def accessors(self, found: Expression) -> Expression:
        while True:
            if self.take(".."):
                found = _descendants(found, _key(self.next()))
            elif self.take(".", "*"):
                found = _values(found)
            elif self.take("."):
                found = self.member(found)
            elif self.take("["):
                found = self.places(found)
            elif self.take("?"):
                self.expect("(")
                found = _filtered(found, self.either())
                self.expect(")")
            else:
                return found

    def member(self, found: Expression) -> Expression:
        name = self.next()
        if not re.match(r'["A-Za-z_]', name):
            raise PathSyntaxError(f"mismatched input '{name or '<EOF>'}'")
        if self.take("("):
            self.expect(")")
            if name not in _METHODS:
                raise PathSyntaxError(f"no method {name}")
            return _method(name, found)
        return _member(found, _key(name))

    def places(self, found: Expression) -> Expression:
        if self.take("*", "]"):
            return _elements(found)
        ranges = [self.range()]
        while self.take(","):
            ranges.append(self.range())
        self.expect("]")
        return _placed(found, ranges)

    def range(self) -> tuple[Expression, Expression]:
        first = self.sum()
        return (first, self.sum()) if self.take("to") else (first, first)

    def either(self) -> Predicate:
        found = self.both()
        while self.take("||"):
            found = _or(found, self.both())
        return found

    def both(self) -> Predicate:
        found = self.condition()
        while self.take("&&"):
            found = _and(found, self.condition())
        return found

    def condition(self) -> Predicate:
        if self.take("!"):
            return _not(self.condition())
        if self.take("exists", "("):
            found = _exists(self.sum())
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
        return _unknown(found) if self.take("is", "unknown") else found

    def comparison(self) -> Predicate:
        left = self.sum()
        if self.take("starts", "with"):
            return _compared("starts with", left, self.sum())
        if self.peek() == "like_regex":
            raise NotImplementedError("like_regex predicate in JSON path is not yet supported")
        if self.peek() not in _COMPARISONS:
            raise PathSyntaxError(f"mismatched input '{self.peek() or '<EOF>'}'")
        return _compared(self.next(), left, self.sum())


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


def _variable(name: str) -> Expression:
    def found(context: Context) -> Items:
        if name not in context.variables:
            raise PathError(f"no value passed for parameter {name}")
        return [context.variables[name]]

    return found


def kind_of(value: Any) -> str:
    """The name of a value's type, as type() says it."""
    names: dict[type, str] = {bool: "boolean", str: "string", list: "array", dict: "object", type(None): "null"}
    return names.get(type(value), "number")


def _number(value: Any) -> Any:
    if kind_of(value) != "number":
        raise PathError(f"invalid item type. Expected: NUMBER, actual: {kind_of(value).upper()}")
    return value


def _unwrapped(found: Items, is_lax: bool) -> Iterator[Any]:
    """In lax mode the elements of arrays."""
    for item in found:
        if is_lax and isinstance(item, list):
            yield from item
        else:
            yield item


def _one_number(expression: Expression, context: Context) -> Any:
    found = list(_unwrapped(expression(context), context.is_lax))
    if len(found) != 1:
        raise PathError("an operand is no single number")
    return _number(found[0])


def _arithmetic(sign: str, left: Expression, right: Expression) -> Expression:
    def found(context: Context) -> Items:
        a, b = _one_number(left, context), _one_number(right, context)
        if sign in "/%" and not b:
            raise PathError("division by zero")
        result = _OPERATORS[sign](a, b)
        return [int(result) if isinstance(a, int) and isinstance(b, int) else Number(result)]

    return found


def _divided(a: Any, b: Any) -> Any:
    """Integers to an integer, towards zero."""
    if isinstance(a, int) and isinstance(b, int):
        return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
    return a / b


_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _divided,
    "%": math.fmod,
}


def _signed(sign: str, operand: Expression) -> Expression:
    def found(context: Context) -> Items:
        numbers = map(_number, _unwrapped(operand(context), context.is_lax))
        return [item if sign == "+" else type(item)(-item) for item in numbers]

    return found


def _member(source: Expression, key: str) -> Expression:
    def found(context: Context) -> Items:
        out = []
        for item in _unwrapped(source(context), context.is_lax):
            if isinstance(item, dict) and key in item:
                out.append(item[key])
            elif not context.is_lax:
                raise PathError(_missing(item, key))
        return out

    return found


def _missing(item: Any, key: str) -> str:
    if isinstance(item, dict):
        return f"structural error: missing member '{key}' in JSON object"
    return f"invalid item type. Expected: OBJECT, actual: {kind_of(item).upper()}"


def _values(source: Expression) -> Expression:
    def found(context: Context) -> Items:
        out: Items = []
        for item in _unwrapped(source(context), context.is_lax):
            if isinstance(item, dict):
                out += item.values()
            elif not context.is_lax:
                raise PathError(_missing(item, ""))
        return out

    return found


def _descendants(source: Expression, key: str) -> Expression:
    def walk(item: Any) -> Iterator[Any]:
        if isinstance(item, dict):
            if key in item:
                yield item[key]
            for inner in item.values():
                yield from walk(inner)
        elif isinstance(item, list):
            for inner in item:
                yield from walk(inner)

    return lambda context: [inner for item in source(context) for inner in walk(item)]


def _array(item: Any, context: Context) -> list[Any]:
    if isinstance(item, list):
        return item
    if not context.is_lax:
        raise PathError(f"invalid item type. Expected: ARRAY, actual: {kind_of(item).upper()}")
    return [item]


def _elements(source: Expression) -> Expression:
    return lambda context: [inner for item in source(context) for inner in _array(item, context)]


def _placed(source: Expression, ranges: list[tuple[Expression, Expression]]) -> Expression:
    def found(context: Context) -> Items:
        out: Items = []
        for item in source(context):
            array = _array(item, context)
            within = replace(context, last=len(array) - 1)
            for start, end in ranges:
                first, last = int(_one_number(start, within)), int(_one_number(end, within))
                if not context.is_lax and not 0 <= first <= last < len(array):
                    raise PathError(f"structural error: invalid array subscript: [{first}, {last}]")
                out += array[max(first, 0) : max(last + 1, 0)]
        return out

    return found


def _filtered(source: Expression, condition: Predicate) -> Expression:
    def found(context: Context) -> Items:
        candidates = _unwrapped(source(context), context.is_lax)
        return [item for item in candidates if condition(replace(context, current=item))]

    return found


def _double(item: Any) -> Any:
    try:
        return Number(item if isinstance(item, str) else _number(item))
    except ValueError as error:
        raise PathError(f"cannot convert '{item}' to double") from error


def _rounded(towards: Callable[[float], int]) -> Callable[[Any], Any]:
    return lambda item: item if isinstance(_number(item), int) else Number(towards(item))


def _pairs(item: Any) -> Items:
    if not isinstance(item, dict):
        raise PathError(f"invalid item type. Expected: OBJECT, actual: {kind_of(item).upper()}")
    return [{"name": name, "value": value, "id": 0} for name, value in item.items()]


_METHODS: dict[str, Callable[[Any], Any]] = {
    "abs": lambda item: type(item)(abs(_number(item))),
    "ceiling": _rounded(math.ceil),
    "double": _double,
    "floor": _rounded(math.floor),
    "keyvalue": _pairs,
    "size": lambda item: len(item) if isinstance(item, list) else 1,
    "type": kind_of,
}


def _method(name: str, source: Expression) -> Expression:
    def found(context: Context) -> Items:
        if name in ("size", "type"):
            return [_METHODS[name](item) for item in source(context)]
        results = [_METHODS[name](item) for item in _unwrapped(source(context), context.is_lax)]
        return [pair for pairs in results for pair in pairs] if name == "keyvalue" else results

    return found


def _or(left: Predicate, right: Predicate) -> Predicate:
    def found(context: Context) -> bool | None:
        sides = (left(context), right(context))
        return True if True in sides else None if None in sides else False

    return found


def _and(left: Predicate, right: Predicate) -> Predicate:
    def found(context: Context) -> bool | None:
        sides = (left(context), right(context))
        return False if False in sides else None if None in sides else True

    return found


def _not(inner: Predicate) -> Predicate:
    def found(context: Context) -> bool | None:
        value = inner(context)
        return None if value is None else not value

    return found


def _unknown(inner: Predicate) -> Predicate:
    return lambda context: inner(context) is None


def _exists(expression: Expression) -> Predicate:
    def found(context: Context) -> bool | None:
        try:
            return bool(expression(context))
        except PathError:
            return None

    return found


_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "<>": operator.ne,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "starts with": lambda a, b: str(a).startswith(str(b)),
}


def _compared(sign: str, left: Expression, right: Expression) -> Predicate:
    """True if a pair of items compares so; unknown if one can't be compared."""

    def found(context: Context) -> bool | None:
        try:
            sides = [list(_unwrapped(side(context), context.is_lax)) for side in (left, right)]
        except PathError:
            return None
        results = {_pair(sign, a, b) for a in sides[0] for b in sides[1]}
        return None if None in results else True in results

    return found


def _pair(sign: str, a: Any, b: Any) -> bool | None:
    kinds = {kind_of(a), kind_of(b)}
    if kinds & {"array", "object"}:
        return None
    if "null" in kinds:
        return (a is b) == (sign not in ("<>", "!=")) and sign not in ("<", ">")
    if len(kinds) > 1 or (sign == "starts with" and kinds != {"string"}):
        return None
    return _COMPARISONS[sign](a, b)
