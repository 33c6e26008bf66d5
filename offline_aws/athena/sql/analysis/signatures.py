"""Athena's functions: their names, the types that they take and the type that they give.

``signatures.tsv`` is what Trino's SHOW FUNCTIONS lists, written by ``make oracle``: name, result, parameters, kind,
and what it says of the types that stand for any.
Which of the forms of a function a call means is decided as in Trino's FunctionResolver: one that fits without a
conversion, else the one whose conversions are the shortest.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from offline_aws.athena.sql.analysis.coercion import as_decimal, common_type, distance
from offline_aws.athena.sql.analysis.kinds import DOUBLE, UNDECIDED, UNKNOWN, Type, decimal, parse

FILE = Path(__file__).parent.parent / "signatures.tsv"

_VARIADIC = frozenset({"concat", "concat_ws", "greatest", "least", "map_concat"})
_VARIABLE = re.compile(r"[A-Za-z]\d?")


@dataclass(frozen=True)
class Signature:
    """A form of a function."""

    name: str
    returns: Type
    parameters: tuple[Type, ...]
    kind: str  # scalar, aggregate or window
    text: str  # as Trino writes it in messages

    @property
    def is_variadic(self) -> bool:
        return self.name in _VARIADIC and self.text not in _FIXED

    def fitted(self, count: int) -> tuple[Type, ...] | None:
        """The parameters of a call with so many arguments."""
        if len(self.parameters) == count:
            return self.parameters
        if self.is_variadic and count >= len(self.parameters):
            return self.parameters + self.parameters[-1:] * (count - len(self.parameters))
        return None


# Forms of the variadic functions that take just what they say.
_FIXED = (
    "concat(E, array(E)) E",
    "concat(array(E), E) E",
    "concat(char(x), char(y))",
    "concat_ws(varchar, array(varchar))",
)


@cache
def signatures() -> Mapping[str, tuple[Signature, ...]]:
    """All functions by name."""
    found: dict[str, list[Signature]] = {}
    rows = [line.split("\t") for line in FILE.read_text("utf-8").splitlines()]
    for name, *rest in rows:
        found.setdefault(name, []).append(_signature(name, *rest))
    return {name: tuple(forms) for name, forms in found.items()}


def _signature(name: str, returns: str, parameters: str, kind: str, constraints: str) -> Signature:
    kinds = tuple(parse(text) for text in _split(parameters))
    text = f"{name}({parameters}) {constraints}".rstrip()
    return Signature(name, parse(returns), kinds, kind, text)


def _split(parameters: str) -> Iterator[str]:
    """The texts between the commas that stand in no brackets."""
    return (
        match[0].strip() for match in re.finditer(r"(?:[^,()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+", parameters)
    )


def _is_variable(kind: Type) -> bool:
    return not kind.arguments and _VARIABLE.fullmatch(kind.name) is not None


@dataclass
class Match:
    """A form that takes the arguments: what its variables stand for, and how far the arguments are from it."""

    signature: Signature
    parameters: tuple[Type, ...]
    bound: dict[str, Type]
    numbers: dict[str, int | None]
    cost: int = 0
    unbound: Type = UNDECIDED  # what a variable stands for that no argument tells

    @property
    def arguments(self) -> list[Type]:
        """The types that the arguments are converted to."""
        return list(map(self.resolved, self.parameters))

    @property
    def returns(self) -> Type:
        return self.resolved(self.signature.returns)

    def resolved(self, kind: Type) -> Type:
        """A type of the signature with the variables filled in."""
        if _is_variable(kind):
            return self.bound.get(kind.name, self.unbound)
        if kind.name == "decimal" and kind.arguments:
            return self._decimal(kind)
        if kind.name in ("varchar", "char"):
            lengths = tuple(self._number(item) for item in kind.arguments)
            return Type(kind.name, () if None in lengths else lengths)
        if kind.name == "timestamp with time zone":
            return kind.in_zone("UTC")
        return Type(kind.name, tuple(self.resolved(item) for item in kind.arguments))

    def _number(self, item: Type | int) -> int | None:
        return item if isinstance(item, int) else self.numbers.get(item.name)

    def _decimal(self, kind: Type) -> Type:
        digits, scale = map(self._number, kind.arguments)
        return UNDECIDED if digits is None or scale is None else decimal(digits, scale)


def match(name: str, arguments: Sequence[Type | None]) -> Match | None:
    """The form of a function that takes these arguments, None if there is none; an argument of None is a lambda.

    :raises AmbiguousCallError: when NULLs without a type leave open which form is meant
    """
    found = [item for form in signatures().get(name, ()) if (item := _match(form, arguments))]
    if UNKNOWN in arguments:
        found = of_unknown(found, arguments)
    return min(found, key=lambda item: item.cost, default=None)


class AmbiguousCallError(Exception):
    """More than one form of a function takes the arguments."""


def of_unknown(found: list[Match], arguments: Sequence[Type | None]) -> list[Match]:
    """Of the forms that take a NULL without a type the one that is most specific; or else the one that converts no
    other argument; or, if all give NULL of the same type, any. Trino's FunctionBinder.selectMostSpecificFunctions."""
    for item in found:
        item.unbound = UNKNOWN
    if exact := [item for item in found if item.arguments == list(arguments)]:
        return exact
    chosen = [item for item in found if not any(_is_more_specific(other, item) for other in found)]
    if len(chosen) > 1:
        chosen = [item for item in found if _converts_only_unknown(item, arguments)] or chosen
    if len(chosen) > 1 and (chosen[0].signature.kind != "scalar" or len({item.returns for item in chosen}) > 1):
        raise AmbiguousCallError
    return sorted(chosen, key=lambda item: item.signature.text)[-1:]


def _is_more_specific(left: Match, right: Match) -> bool:
    """Whether the right form takes what the left one takes, and not the other way round."""
    return bool(_match(right.signature, left.arguments)) and not _match(left.signature, right.arguments)


def _converts_only_unknown(found: Match, arguments: Sequence[Type | None]) -> bool:
    pairs = zip(found.arguments, arguments, strict=True)
    return all(given in (None, UNKNOWN, taken) for taken, given in pairs)


def _match(form: Signature, arguments: Sequence[Type | None]) -> Match | None:
    parameters = form.fitted(len(arguments))
    if parameters is None:
        return None
    found = Match(form, parameters, {}, {})
    for parameter, argument in zip(parameters, arguments, strict=True):
        if (parameter.name == "function") != (argument is None):
            return None
        if argument is not None and not unify(parameter, argument, found):
            return None
    return found


def unify(parameter: Type, argument: Type, found: Match) -> bool:
    """Whether the argument fits the parameter; what the parameter's variables stand for is added to ``found``."""
    if _is_variable(parameter):
        return _bind(parameter.name, argument, found)
    if not argument.name:
        return True
    if argument.name == parameter.name and parameter.name in ("array", "map", "row"):
        pairs = zip(parameter.arguments, argument.arguments, strict=False)
        return len(parameter.arguments) == len(argument.arguments) and all(unify(a, b, found) for a, b in pairs)
    if argument.name == "unknown":
        found.cost += 2 if parameter.name == "char" else 1
        _bind_nothing(parameter, found)
        return True
    if parameter.name == "decimal":
        return _bind_decimal(parameter, argument, found)
    if parameter.name in ("varchar", "char") and parameter.arguments:
        return _bind_length(parameter, argument, found)
    away = distance(argument, parameter)
    found.cost += 2 * (away or 0)
    return away is not None


def _bind_nothing(parameter: Type, found: Match) -> None:
    """A NULL without a type is a decimal of one digit and a text of none."""
    least = {"decimal": (1, 0), "varchar": (0,), "char": (1,)}.get(parameter.name, ())
    for variable, number in zip(parameter.arguments, least, strict=False):
        if isinstance(variable, Type):
            found.numbers.setdefault(variable.name, number)


def _bind(name: str, argument: Type, found: Match) -> bool:
    known = found.bound.get(name)
    if known is None:
        found.bound[name] = argument
        return True
    common = common_type(known, argument)
    if common is None:
        return False
    found.cost += common != known or common != argument
    found.bound[name] = common
    return True


def _bind_decimal(parameter: Type, argument: Type, found: Match) -> bool:
    kind = as_decimal(argument)
    if kind is None:
        return False
    found.cost += 0 if argument.name == "decimal" else 20
    for variable, number in zip(parameter.arguments, kind.arguments, strict=True):
        if isinstance(variable, Type):
            found.numbers[variable.name] = number
    return True


def _bind_length(parameter: Type, argument: Type, found: Match) -> bool:
    if argument.name not in ("varchar", "char") or (argument.name == "char" and parameter.name == "varchar"):
        return False
    found.cost += 0 if argument.name == parameter.name else 3
    (variable,) = parameter.arguments
    if isinstance(variable, int):
        return bool(argument.arguments) and argument.arguments[0] <= variable
    if isinstance(variable, Type):
        found.numbers[variable.name] = argument.arguments[0] if argument.arguments else None
    return True


MOST_CHARACTERS = 65536  # of a char


# Results whose digits follow from the arguments by a rule. https://trino.io/docs/current/functions/decimal.html
def special_result(name: str, arguments: Sequence[Type]) -> Type | None:
    """The result of the functions whose signature names digits that are no parameter's."""
    kind = arguments[0] if arguments else UNDECIDED
    if kind.name == "decimal":
        digits, scale = kind.arguments
        if name in ("ceil", "ceiling", "floor"):
            return decimal(digits - scale + min(scale, 1), 0)
        if name == "truncate" and len(arguments) == 1:
            return decimal(max(1, digits - scale), 0)
        if name == "round":
            whole = min(38, digits - scale + min(1, scale))
            return decimal(whole, 0) if len(arguments) == 1 else decimal(min(38, digits + 1), scale)
    if name == "concat" and kind.family == "varchar" and "char" in {item.name for item in arguments}:
        lengths = [item.arguments[0] for item in arguments if item.arguments]
        return Type("char", (sum(lengths) if len(lengths) == len(arguments) else MOST_CHARACTERS,))
    if name == "mod" and "decimal" in {item.name for item in arguments}:
        return modulo_type(*arguments)
    return None


def modulo_type(left: Type, right: Type) -> Type:
    a, b = as_decimal(left), as_decimal(right)
    if a is None or b is None:
        return DOUBLE
    scale = max(a.arguments[1], b.arguments[1])
    whole = min(a.arguments[0] - a.arguments[1], b.arguments[0] - b.arguments[1])
    return decimal(min(38, whole + scale), scale)
