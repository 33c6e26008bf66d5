"""What an expression is worth: Athena's SQL for it, its type, and whether it is reckoned by row or by group."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from sqlglot import exp

from offline_aws.athena.sql.dialect import AthenaQuery

NUMBERS = ("INTEGER", "DECIMAL")
SQL_TYPES = {
    "STRING": "varchar", "INTEGER": "bigint", "DECIMAL": "double", "DATETIME": "timestamp", "BOOLEAN": "boolean",
    "BIT": "boolean",
}  # fmt: skip
"""QuickSight's types of columns in Athena's words."""


class ExpressionError(ValueError):
    """The expression makes no sense, or needs what is not emulated; the message says what.

    :param kind: as ``DashboardErrorType`` of the API names it
    """

    def __init__(self, message: str, kind: str = "PARAMETER_VALUE_INCOMPATIBLE") -> None:
        super().__init__(message)
        self.kind = kind


class Level(Enum):
    """For what a value is reckoned."""

    CONSTANT = "constant"
    ROW = "row"
    GROUP = "aggregated"
    WINDOW = "table calculation"
    """Over the groups of a visual."""


@dataclass(frozen=True)
class Value:
    """A typed expression.

    :param type: STRING, INTEGER, DECIMAL, DATETIME, BOOLEAN, NULL, LIST (of fields) or KEYWORD
    :param literal: a constant's value
    :param items: the values of a parameter of several, for which ``sql`` is the first
    """

    sql: exp.Expr
    type: str
    level: Level = Level.ROW
    literal: str | int | float | bool | None = None
    items: tuple[exp.Expr, ...] | None = None


@dataclass(frozen=True)
class Fields(Value):
    """A list of fields.

    :param orders: each field, and whether it sorts descending; None where no direction stands
    """

    orders: tuple[tuple[Value, bool | None], ...] = ()


DIMENSION = "dimension"
"""The mark, in a node's ``meta``, of a field of a table calculation."""


def level_of(values: Iterable[Value]) -> Level:
    """The level of what is made of those. Raises ExpressionError when rows and groups are mixed."""
    levels = {value.level for value in values} - {Level.CONSTANT}
    if Level.ROW in levels and len(levels) > 1:
        raise ExpressionError(
            "Mismatched aggregation. Custom aggregations can't contain both aggregate and nonaggregated fields, "
            "in any combination."
        )
    return next((level for level in (Level.WINDOW, Level.GROUP, Level.ROW) if level in levels), Level.CONSTANT)


def common_type(types: Iterable[str]) -> str | None:
    """The type that values of those types have together; None when there is none."""
    given = set(types) - {"NULL"}
    if given and given <= set(NUMBERS):
        return "DECIMAL" if "DECIMAL" in given else "INTEGER"
    return given.pop() if len(given) == 1 else None if given else "NULL"


def literal(value: object, type_: str) -> exp.Expr:
    """A value as a literal of that type; text of a number or a time is read by Athena."""
    if value is None:
        return exp.Null()
    if type_ == "STRING":
        return exp.Literal.string(str(value))
    if type_ == "BOOLEAN" and isinstance(value, bool):
        return exp.Boolean(this=value)
    if type_ == "INTEGER" and isinstance(value, int):
        return exp.Literal.number(value)
    if type_ == "DECIMAL" and isinstance(value, int | float):
        return exp.Literal.number(_double(value))
    return exp.Cast(this=exp.Literal.string(str(value)), to=exp.DataType.build(SQL_TYPES[type_], dialect=AthenaQuery))


def _double(value: float) -> str:
    """A number that Athena reads as a double, which is one with an exponent."""
    text = repr(float(value))
    return text if "e" in text else f"{text}e0"


def grouped(tree: exp.Expr) -> exp.Expr:
    """The tree so that it can stand beside any operator."""
    if isinstance(tree, exp.Neg) and isinstance(tree.this, exp.Literal):
        return tree
    return exp.paren(tree, copy=False) if isinstance(tree, exp.Binary | exp.Unary | exp.Predicate) else tree
