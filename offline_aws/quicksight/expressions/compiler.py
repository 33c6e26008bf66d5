"""From the tree of a calculated field to Athena's SQL, with every type checked on the way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlglot import exp

from offline_aws.quicksight.expressions.aggregates import AGGREGATES
from offline_aws.quicksight.expressions.conditions import CONDITIONS
from offline_aws.quicksight.expressions.functions import FUNCTIONS
from offline_aws.quicksight.expressions.parser import ExpressionSyntaxError, parse
from offline_aws.quicksight.expressions.signatures import choose
from offline_aws.quicksight.expressions.syntax import Call, Expression, Field, FieldList, Literal, Parameter
from offline_aws.quicksight.expressions.values import (
    DIMENSION,
    ExpressionError,
    Fields,
    Level,
    Value,
    grouped,
    level_of,
    literal,
)
from offline_aws.quicksight.expressions.windows import NOT_EMULATED, WINDOWS

_KEYWORDS = {"CASE_SENSITIVE", "CASE_INSENSITIVE", "PRE_FILTER", "PRE_AGG", "POST_AGG_FILTER"}
_LARGEST = 10_000
"""How many parts the SQL of an expression may have: fields that use fields twice would double it each time."""
_TYPES = {str: "STRING", bool: "BOOLEAN", int: "INTEGER", float: "DECIMAL", type(None): "NULL"}


@dataclass(frozen=True)
class Scope:
    """What the names in an expression stand for.

    :param column: from a column's name to its value; raises ExpressionError when there is none
    :param parameter: the same for a parameter
    """

    column: Callable[[str], Value]
    parameter: Callable[[str], Value]


def compile_text(text: str, scope: Scope) -> Value:
    """The value of a calculated field. Raises ExpressionError."""
    try:
        tree = parse(text)
    except ExpressionSyntaxError as error:
        raise ExpressionError(f"The syntax of the calculated field expression is incorrect: {error}") from error
    value = _compiled(tree, scope)
    if value.type in ("LIST", "KEYWORD"):
        raise ExpressionError("a list or a keyword is no value of a calculated field")
    if sum(1 for _ in value.sql.walk()) > _LARGEST:
        raise ExpressionError("the expression, with the fields that it uses, is too large")
    return value


def _compiled(tree: Expression, scope: Scope) -> Value:
    match tree:
        case Literal(value):
            kind = _TYPES[type(value)]
            return Value(exp.Null() if value is None else literal(value, kind), kind, Level.CONSTANT, value)
        case Parameter(name):
            return scope.parameter(name)
        case Field(name):
            return _field(name, scope)
        case FieldList():
            return _list(tree, scope)
        case Call(name, arguments):
            return _call(name, arguments, scope)


def _field(name: str, scope: Scope) -> Value:
    try:
        return scope.column(name)
    except ExpressionError:
        if name.upper() in _KEYWORDS:
            return Value(exp.Var(this=name), "KEYWORD", Level.CONSTANT, name.upper())
        raise


def _list(tree: FieldList, scope: Scope) -> Fields:
    values = [(_compiled(item.field, scope), item.descending) for item in tree.items]
    return Fields(exp.Tuple(), "LIST", Level.CONSTANT, orders=tuple((_of_visual(each), down) for each, down in values))


def _of_visual(value: Value) -> Value:
    """A field of a table calculation: a measure, or a dimension of the visual, which is marked."""
    if value.level is not Level.ROW:
        return value
    marked = grouped(value.sql.copy())
    marked.meta[DIMENSION] = True
    return Value(marked, value.type, Level.CONSTANT)


def _call(name: str, arguments: Sequence[Expression], scope: Scope) -> Value:
    key = name.lower()
    if key in ("in", "notin"):
        arguments = _unlisted(arguments)
    values = [_compiled(each, scope) for each in arguments]
    if key in CONDITIONS:
        return CONDITIONS[key](values)
    _refuse_several(name, values)
    if key in AGGREGATES:
        return _aggregated(name, values)
    if key in WINDOWS:
        return _over_groups(name, values)
    if key in FUNCTIONS:
        way = choose(name, FUNCTIONS[key], values)
        return Value(way.build(values), way.type(values), level_of(values))
    emulated = ": not emulated" if key in NOT_EMULATED else " is no function of calculated fields"
    raise ExpressionError(f"{name}{emulated}")


def _unlisted(arguments: Sequence[Expression]) -> tuple[Expression, ...]:
    """``in`` and ``notIn`` take values in brackets, where other functions take fields."""
    return tuple(
        item
        for each in arguments
        for item in ([it.field for it in each.items] if isinstance(each, FieldList) else [each])
    )


def _refuse_several(name: str, values: Sequence[Value]) -> None:
    if any(value.items is not None for value in values):
        raise ExpressionError(f"{name} takes no parameter of several values: in and notIn do")


def _aggregated(name: str, values: Sequence[Value]) -> Value:
    if any(isinstance(value, Fields) for value in values):
        raise ExpressionError(f"{name} with fields to group by: not emulated")
    if level_of(values) in (Level.GROUP, Level.WINDOW):
        raise ExpressionError(f"Nesting of aggregate functions like {name} is not allowed")
    way = choose(name, AGGREGATES[name.lower()], values)
    return Value(way.build(values), way.type(values), Level.GROUP)


def _over_groups(name: str, values: Sequence[Value]) -> Value:
    if level_of(values) is Level.ROW:
        raise ExpressionError(f"{name} over values that are not aggregated: not emulated")
    if level_of(values) is Level.WINDOW:
        raise ExpressionError(f"Nesting of table calculations like {name} is not allowed")
    way = choose(name, WINDOWS[name.lower()], values)
    return Value(way.build(values), way.type(values), Level.WINDOW)
