"""What the queries of visuals are made of, as syntax trees: no text of a definition or of a reader is spliced in."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.quicksight.expressions.values import Level
from offline_aws.quicksight.fields import CUSTOM, VALUES, Dimension, Measure, QueryError
from offline_aws.quicksight.rows import Column, Rows
from offline_aws.quicksight.table_calculations import over_groups
from offline_aws.quicksight.visual import Visual

MOST_ROWS = 2500
"""The most data points that a visual shows, as in QuickSight's charts."""

_FUNCTIONS = {
    "SUM": "sum", "AVERAGE": "avg", "MIN": "min", "MAX": "max", "COUNT": "count", "VAR": "var_samp",
    "VARP": "var_pop", "STDEV": "stddev_samp", "STDEVP": "stddev_pop",
}  # fmt: skip
_NUMERIC = {"INTEGER", "DECIMAL"}
_NEED_NUMBERS = {"SUM", "AVERAGE", "MEDIAN", "PERCENTILE", "VAR", "VARP", "STDEV", "STDEVP", VALUES}


@dataclass(frozen=True)
class Table:
    """The rows of a data set that a visual is about.

    :param rows: the data set
    :param conditions: what must be true of a row
    """

    rows: Rows
    conditions: tuple[exp.Expr, ...] = ()

    def select(self) -> exp.Select:
        """A query over these rows, which yet lacks its columns."""
        query = exp.Select().from_(self.rows.source.copy())
        for condition in self.conditions:
            query = query.where(condition.copy(), copy=False)
        return query


def column_of(name: str, rows: Rows) -> Column:
    try:
        return rows.columns[name]
    except KeyError:
        raise QueryError(f"the data set has no column {name}") from None


def dimension_value(dimension: Dimension, rows: Rows, grouped: bool = True) -> exp.Expr:
    """What rows are grouped by. Raises QueryError for a column that is not there or has another type."""
    column = _by_row(column_of(dimension.column, rows))
    if grouped and (column.type == "DATETIME") != (dimension.granularity is not None):
        raise QueryError(f"column {column.name} is of type {column.type}: field {dimension.field_id} is not for it")
    return truncated(column, dimension.granularity)


def _by_row(column: Column) -> Column:
    if column.level in (Level.GROUP, Level.WINDOW):
        raise QueryError(f"column {column.name} is aggregated: it can only be a value, as it is")
    return column


def truncated(column: Column, granularity: str | None) -> exp.Expr:
    if granularity is None:
        return column.value.copy()
    return call("date_trunc", exp.Literal.string(granularity.lower()), column.value.copy())


def measure_value(measure: Measure, rows: Rows, groups: Sequence[exp.Expr] | None = None) -> exp.Expr:
    """The aggregation of a group. Raises QueryError for a column that is not there or has another type.

    :param groups: what rows are grouped by, where a table calculation may run over the groups
    """
    if measure.column is None:
        return call("count", exp.Star())
    column = column_of(measure.column, rows)
    if measure.function == CUSTOM:
        return _custom(column, groups)
    _by_row(column)
    if measure.function in _NEED_NUMBERS and column.type not in _NUMERIC:
        raise QueryError(f"column {column.name} is of type {column.type}: it has no {measure.function}")
    value = column.value.copy()
    if measure.function == "DISTINCT_COUNT":
        return exp.Count(this=exp.Distinct(expressions=[value]))
    if measure.function in ("MEDIAN", "PERCENTILE"):
        return percentile(value, 0.5 if measure.percentile is None else measure.percentile / 100)
    return value if measure.function == VALUES else call(_FUNCTIONS[measure.function], value)


def _custom(column: Column, groups: Sequence[exp.Expr] | None) -> exp.Expr:
    """A calculated field that is an aggregation by itself."""
    if column.level is not Level.WINDOW:
        return column.value.copy()
    if groups is None:
        raise QueryError(f"table calculation {column.name} in such a visual: not emulated")
    return over_groups(column.value, groups)


def percentile(value: exp.Expr, fraction: float) -> exp.Expr:
    return call("approx_percentile", value, number(fraction))


def call(name: str, *arguments: exp.Expr) -> exp.Expr:
    return exp.Anonymous(this=name, expressions=list(arguments))


def number(value: float) -> exp.Expr:
    return exp.Literal.number(value)


def column(name: str, table: str = "") -> exp.Column:
    return exp.column(exp.to_identifier(name, quoted=True), table=table or None)


def named(value: exp.Expr, name: str) -> exp.Expr:
    return exp.alias_(value, name, quoted=True)


def labels(visual: Visual) -> list[str]:
    """What the query's columns are called; a second one of the same name is told apart by its number."""
    given = [each.label for each in visual.fields]
    return [label if given.index(label) == n else f"{label} ({n + 1})" for n, label in enumerate(given)]


def columns(query: exp.Select, values: Sequence[exp.Expr], names: Sequence[str]) -> exp.Select:
    for value, name in zip(values, names, strict=True):
        query = query.select(named(value, name), copy=False)
    return query


def group_by(query: exp.Select, *positions: int) -> exp.Select:
    """Group by the columns at these positions, of which the first is 1."""
    for position in positions:
        query = query.group_by(number(position), copy=False)
    return query


def order_by(query: exp.Select, *orders: tuple[int, bool]) -> exp.Select:
    """Order by the columns at these positions, each descending or not."""
    for position, descending in orders:
        query = query.order_by(exp.Ordered(this=number(position), desc=descending), copy=False)
    return query


def sql_text(query: exp.Expr) -> str:
    return query.sql(dialect=AthenaQuery, pretty=True)
