"""What the parts of an SQL/JSON path do: from the items that one part has found to those that the next one finds."""

import math
import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from offline_aws.athena.sql.python_functions.json_text import Number


class PathError(Exception):
    """A path that does not fit the value, or a text that is no JSON."""


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


def variable(name: str) -> Expression:
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


def arithmetic(sign: str, left: Expression, right: Expression) -> Expression:
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


def signed(sign: str, operand: Expression) -> Expression:
    def found(context: Context) -> Items:
        numbers = map(_number, _unwrapped(operand(context), context.is_lax))
        return [item if sign == "+" else type(item)(-item) for item in numbers]

    return found


def member(source: Expression, key: str) -> Expression:
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


def values(source: Expression) -> Expression:
    def found(context: Context) -> Items:
        out: Items = []
        for item in _unwrapped(source(context), context.is_lax):
            if isinstance(item, dict):
                out += item.values()
            elif not context.is_lax:
                raise PathError(_missing(item, ""))
        return out

    return found


def descendants(source: Expression, key: str) -> Expression:
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


def elements(source: Expression) -> Expression:
    return lambda context: [inner for item in source(context) for inner in _array(item, context)]


def placed(source: Expression, ranges: list[tuple[Expression, Expression]]) -> Expression:
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


def filtered(source: Expression, condition: Predicate) -> Expression:
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


METHODS: dict[str, Callable[[Any], Any]] = {
    "abs": lambda item: type(item)(abs(_number(item))),
    "ceiling": _rounded(math.ceil),
    "double": _double,
    "floor": _rounded(math.floor),
    "keyvalue": _pairs,
    "size": lambda item: len(item) if isinstance(item, list) else 1,
    "type": kind_of,
}


def method(name: str, source: Expression) -> Expression:
    def found(context: Context) -> Items:
        if name in ("size", "type"):
            return [METHODS[name](item) for item in source(context)]
        results = [METHODS[name](item) for item in _unwrapped(source(context), context.is_lax)]
        return [pair for pairs in results for pair in pairs] if name == "keyvalue" else results

    return found


def disjunction(left: Predicate, right: Predicate) -> Predicate:
    def found(context: Context) -> bool | None:
        sides = (left(context), right(context))
        return True if True in sides else None if None in sides else False

    return found


def conjunction(left: Predicate, right: Predicate) -> Predicate:
    def found(context: Context) -> bool | None:
        sides = (left(context), right(context))
        return False if False in sides else None if None in sides else True

    return found


def negation(inner: Predicate) -> Predicate:
    def found(context: Context) -> bool | None:
        value = inner(context)
        return None if value is None else not value

    return found


def unknown(inner: Predicate) -> Predicate:
    return lambda context: inner(context) is None


def exists(expression: Expression) -> Predicate:
    def found(context: Context) -> bool | None:
        try:
            return bool(expression(context))
        except PathError:
            return None

    return found


COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "<>": operator.ne,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "starts with": lambda a, b: str(a).startswith(str(b)),
}


def compared(sign: str, left: Expression, right: Expression) -> Predicate:
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
    return COMPARISONS[sign](a, b)
