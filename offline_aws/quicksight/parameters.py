"""The parameters of a definition: their defaults, and what a reader chose in their place.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_ParameterDeclaration.html
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlglot import exp

from offline_aws.quicksight.choices import ChoiceError
from offline_aws.quicksight.expressions.compiler import Scope, compile_text
from offline_aws.quicksight.expressions.values import ExpressionError, Level, Value, literal
from offline_aws.quicksight.members import ANY, OneOf, one_of
from offline_aws.quicksight.models import Json
from offline_aws.quicksight.rows import DataSetError

_TYPES = {
    "StringParameterDeclaration": "STRING",
    "IntegerParameterDeclaration": "INTEGER",
    "DecimalParameterDeclaration": "DECIMAL",
    "DateTimeParameterDeclaration": "DATETIME",
}
_UNSET = {"ValueWhenUnsetOption": {"RECOMMENDED_VALUE", "NULL"}, "CustomValue": ANY}
_DECLARATION = {
    "ParameterValueType": {"MULTI_VALUED", "SINGLE_VALUED"},
    "Name": ANY,
    "DefaultValues": {"StaticValues": ANY},
    "ValueWhenUnset": _UNSET,
}
DECLARATIONS = OneOf(
    {
        "StringParameterDeclaration": _DECLARATION,
        "IntegerParameterDeclaration": _DECLARATION,
        "DecimalParameterDeclaration": _DECLARATION,
        "DateTimeParameterDeclaration": {
            "Name": ANY,
            "DefaultValues": {"StaticValues": ANY, "RollingDate": {"Expression": ANY}},
            "ValueWhenUnset": _UNSET,
            # How a control shows the time.
            "TimeGranularity": ANY,
        },
    }
)
"""What of a declaration takes effect, as a form of :mod:`offline_aws.quicksight.members`."""


class ParameterError(DataSetError):
    """A parameter is not declared, or can't have that value; the message says which."""


@dataclass(frozen=True)
class Parameter:
    """A parameter with its values now.

    :param values: strings, numbers, or times without a zone; none when it is unset
    :param rolling: an expression for a time that moves on, in the place of ``values``
    :param unset: its value in expressions where it has none
    """

    name: str
    type: str
    multiple: bool = False
    values: tuple[Any, ...] = ()
    rolling: str | None = None
    unset: Any = None

    def holding(self, values: Sequence[Any]) -> "Parameter":
        """With those values. Raises ParameterError."""
        if len(values) > 1 and not self.multiple:
            raise ParameterError(f"parameter {self.name} has one value", "PARAMETER_VALUE_INCOMPATIBLE")
        return replace(self, values=tuple(checked(self.name, each, self.type) for each in values), rolling=None)

    @property
    def literals(self) -> tuple[exp.Expr, ...]:
        """Its values in SQL; none when it is unset."""
        if self.rolling is not None:
            return (rolling_date(self.rolling),)
        return tuple(literal(each, self.type) for each in self.values)

    @property
    def value(self) -> Value:
        """What it is worth in an expression."""
        literals = self.literals or (literal(self.unset, self.type),)
        only = self.values[0] if len(self.values) == 1 else None
        several = literals if self.multiple else None
        return Value(literals[0], self.type, Level.CONSTANT, only, several)


Parameters = Mapping[str, Parameter]


def parameters_of(definition: Json) -> dict[str, Parameter]:
    """The declared parameters by name, with their defaults. Raises ParameterError."""
    return {each.name: each for each in map(_parameter, definition.get("ParameterDeclarations") or [])}


def with_choices(parameters: Parameters, chosen: Mapping[str, Sequence[Any]]) -> dict[str, Parameter]:
    """With what a reader chose. Raises ChoiceError."""
    try:
        changed = {name: find_parameter(parameters, name).holding(values) for name, values in chosen.items()}
    except ParameterError as error:
        raise ChoiceError(str(error)) from error
    return {**parameters, **changed}


def find_parameter(parameters: Parameters, name: str) -> Parameter:
    """Raises ParameterError."""
    try:
        return parameters[name]
    except KeyError:
        raise ParameterError(f"there is no parameter {name}", "PARAMETER_NOT_FOUND") from None


def in_expressions(parameters: Parameters) -> Callable[[str], Value]:
    """From a parameter's name to its value. Raises ExpressionError."""

    def value(name: str) -> Value:
        try:
            return find_parameter(parameters, name).value
        except ParameterError as error:
            raise ExpressionError(str(error), error.kind) from error

    return value


def rolling_date(expression: str) -> exp.Expr:
    """A time by an expression such as ``addDateTime(-1, 'DD', truncDate('DD', now()))``. Raises ParameterError."""

    def nothing(name: str) -> Value:
        raise ExpressionError(f"a rolling date has no {name}")

    try:
        value = compile_text(expression, Scope(nothing, nothing))
    except ExpressionError as error:
        raise ParameterError(f"RollingDate: {error}", error.kind) from error
    if value.type != "DATETIME" or value.level is not Level.CONSTANT:
        raise ParameterError(f"RollingDate {expression} is no time")
    return value.sql


def _integer(value: Any) -> int:
    if isinstance(value, float) and not value.is_integer():
        raise ValueError(value)
    return int(value)


_READ: dict[str, Callable[[Any], Any]] = {"STRING": str, "INTEGER": _integer, "DECIMAL": float}


def checked(name: str, value: Any, type_: str) -> Any:
    """A value of that type. Raises ParameterError."""
    try:
        if type_ == "DATETIME":
            return moment(value)
        if isinstance(value, bool):
            raise ValueError
        return _READ[type_](value)
    except (ValueError, TypeError):
        raise ParameterError(
            f"parameter {name} is of type {type_}: {value!r} is not", "PARAMETER_TYPE_INVALID"
        ) from None


def moment(value: Any) -> str:
    """A time as Athena writes it, in UTC; text is one by ISO 8601.

    :raises ValueError: it is none
    """
    given = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    if given.tzinfo is not None:
        given = given.astimezone(UTC).replace(tzinfo=None)
    return given.isoformat(" ", "milliseconds")


def _parameter(union: Json) -> Parameter:
    try:
        kind, declared = one_of(union)
    except ValueError as error:
        raise ParameterError(f"ParameterDeclarations: {error}") from error
    type_, name = _TYPES[kind], declared["Name"]
    defaults, unset = declared.get("DefaultValues") or {}, declared.get("ValueWhenUnset") or {}
    parameter = Parameter(
        name,
        type_,
        # A time has one value, and no member that would say so.
        declared.get("ParameterValueType") == "MULTI_VALUED",
        unset=checked(name, unset["CustomValue"], type_) if "CustomValue" in unset else None,
    )
    rolling = (defaults.get("RollingDate") or {}).get("Expression")
    if rolling is not None:
        rolling_date(rolling)
        return replace(parameter, rolling=rolling)
    return parameter.holding(defaults.get("StaticValues") or [])
