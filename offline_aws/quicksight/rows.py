"""Rows as SQL: what stands after FROM, and the columns that can be asked of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlglot import exp

from offline_aws.quicksight.expressions.compiler import Scope, compile_text
from offline_aws.quicksight.expressions.values import ExpressionError, Level, Value


class DataSetError(ValueError):
    """The data set makes no sense, or needs what is not emulated; the message says what.

    :param kind: as ``DashboardErrorType`` of the API names it
    """

    def __init__(self, message: str, kind: str = "PARAMETER_VALUE_INCOMPATIBLE") -> None:
        super().__init__(message)
        self.kind = kind


@dataclass(frozen=True)
class Column:
    """A column that visuals can use.

    :param name: as the data set shows it
    :param type: QuickSight's, such as STRING or DATETIME
    :param value: the SQL expression over the source's columns
    :param level: whether that is a row's value, or already an aggregation of a group's rows
    """

    name: str
    type: str
    value: exp.Expr
    level: Level = Level.ROW


@dataclass(frozen=True)
class Rows:
    """What a data set compiles to.

    :param source: what stands after FROM
    :param columns: by name
    :param data_source_arn: the connection by which it is asked
    """

    source: exp.Expr
    columns: dict[str, Column]
    data_source_arn: str


def no_parameter(name: str) -> Value:
    raise ExpressionError(f"there is no parameter {name}", "PARAMETER_NOT_FOUND")


def scope_of(rows: Rows, parameter: Callable[[str], Value] = no_parameter) -> Scope:
    """The names that an expression over these rows may use."""

    def column(name: str) -> Value:
        found = rows.columns.get(name)
        if found is None:
            raise ExpressionError(f"there is no column {name}", "COLUMN_REPLACEMENT_MISSING")
        return Value(found.value, "BOOLEAN" if found.type == "BIT" else found.type, found.level)

    return Scope(column, parameter)


def value_of(rows: Rows, path: str, text: str, type_: str | None = None) -> Value:
    """An expression of a data set, of that type and by row. Raises DataSetError."""
    try:
        value = compile_text(text, scope_of(rows))
    except ExpressionError as error:
        raise DataSetError(f"{path}: {error}", error.kind) from error
    if type_ and value.type != type_:
        raise DataSetError(f"{path} is {value.type}, not {type_}", "COLUMN_TYPE_MISMATCH")
    if value.level not in (Level.ROW, Level.CONSTANT):
        raise DataSetError(f"{path}: aggregations are not allowed in a data set")
    return value


def calculated(name: str, value: Value) -> Column:
    return Column(name, "STRING" if value.type == "NULL" else value.type, value.sql, value.level)


def as_table(rows: Rows, alias: str) -> Rows:
    """The same rows under a name, each column computed and called as the data set calls it."""
    named = [exp.alias_(each.value.copy(), each.name, quoted=True) for each in rows.columns.values()]
    query = exp.Select(expressions=named).from_(rows.source.copy())
    plain = {name: replace(each, value=plain_column(name)) for name, each in rows.columns.items()}
    return Rows(exp.Subquery(this=query, alias=identifier(alias)), plain, rows.data_source_arn)


def only_where(rows: Rows, condition: exp.Expr) -> Rows:
    """Those rows of which the condition holds."""
    query = exp.Select().select("*").from_(rows.source.copy()).where(condition.copy(), copy=False)
    return replace(rows, source=exp.Subquery(this=query, alias=identifier("filtered")))


def identifier(name: str) -> exp.Identifier:
    return exp.to_identifier(name, quoted=True)


def plain_column(name: str) -> exp.Column:
    return exp.Column(this=identifier(name))
