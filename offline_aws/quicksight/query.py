"""A visual over a data set as Athena SQL, put together as a syntax tree: no text of a definition or of a reader is
ever spliced into it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.quicksight.data_set import Column, Rows
from offline_aws.quicksight.visual import Dimension, Measure, Visual

MOST_ROWS = 2500
"""The most data points that a visual shows, as in QuickSight's charts."""

_FUNCTIONS = {
    "SUM": "sum", "AVERAGE": "avg", "MIN": "min", "MAX": "max", "COUNT": "count", "VAR": "var_samp",
    "VARP": "var_pop", "STDEV": "stddev_samp", "STDEVP": "stddev_pop",
}  # fmt: skip
_NUMERIC = {"INTEGER", "DECIMAL"}
_NEED_NUMBERS = {"SUM", "AVERAGE", "MEDIAN", "PERCENTILE", "VAR", "VARP", "STDEV", "STDEVP"}


class QueryError(ValueError):
    """The visual can't be computed over the data set; the message says why."""


@dataclass(frozen=True)
class Selection:
    """A value that a reader chose: only rows with it count. None stands for NULL."""

    column: str
    value: str | None
    granularity: str | None = None


def sql_of(visual: Visual, rows: Rows, selections: Sequence[Selection] = ()) -> str:
    """The SQL whose columns are the visual's dimensions and then its measures, one row more than is shown at most.

    Raises QueryError for a column that is not there or has the wrong type.
    """
    dimensions = [_dimension(each, rows, visual.grouped) for each in visual.dimensions]
    measures = [_measure(each, rows) for each in visual.measures]
    labels = _distinct([each.label for each in visual.fields])
    query = exp.Select().from_(rows.source.copy())
    for value, label in zip([*dimensions, *measures], labels, strict=True):
        query = query.select(exp.alias_(value, label, quoted=True), copy=False)
    for selection in selections:
        query = query.where(_condition(selection, rows), copy=False)
    for number, _ in enumerate(dimensions if visual.grouped else [], 1):
        query = query.group_by(_number(number), copy=False)
    for order in _order(visual):
        query = query.order_by(order, copy=False)
    return _limited(query, visual).sql(dialect=AthenaQuery, pretty=True)


def _limited(query: exp.Select, visual: Visual) -> exp.Select:
    if not visual.dimensions:
        return query
    return query.limit(visual.limit or MOST_ROWS + 1, copy=False)


def _dimension(dimension: Dimension, rows: Rows, grouped: bool) -> exp.Expr:
    column = _column(dimension.column, rows)
    if grouped and (column.type == "DATETIME") != (dimension.granularity is not None):
        raise QueryError(f"column {column.name} is of type {column.type}: field {dimension.field_id} is not for it")
    return _truncated(column, dimension.granularity)


def _truncated(column: Column, granularity: str | None) -> exp.Expr:
    if granularity is None:
        return column.value.copy()
    return _call("date_trunc", exp.Literal.string(granularity.lower()), column.value.copy())


def _measure(measure: Measure, rows: Rows) -> exp.Expr:
    if measure.column is None:
        return _call("count", exp.Star())
    column = _column(measure.column, rows)
    if measure.function in _NEED_NUMBERS and column.type not in _NUMERIC:
        raise QueryError(f"column {column.name} is of type {column.type}: it has no {measure.function}")
    value = column.value.copy()
    if measure.function == "DISTINCT_COUNT":
        return exp.Count(this=exp.Distinct(expressions=[value]))
    if measure.function in ("MEDIAN", "PERCENTILE"):
        fraction = 0.5 if measure.percentile is None else measure.percentile / 100
        return _call("approx_percentile", value, exp.Literal.number(fraction))
    return _call(_FUNCTIONS[measure.function], value)


def _order(visual: Visual) -> list[exp.Expr]:
    """By the visual's sort; without one the largest first. Ties go by the dimensions, so that no refresh shuffles."""
    positions = {each.field_id: number for number, each in enumerate(visual.fields, 1)}
    first_measure = len(visual.dimensions) + 1
    if visual.sort:
        chosen = [(positions[each.field_id], each.descending) for each in visual.sort]
    else:
        chosen = [(first_measure, True)] if visual.dimensions and visual.measures else []
    used = {position for position, _ in chosen}
    ties = [(number, False) for number, _ in enumerate(visual.dimensions, 1) if number not in used]
    return [exp.Ordered(this=_number(position), desc=descending) for position, descending in [*chosen, *ties]]


def _condition(selection: Selection, rows: Rows) -> exp.Expr:
    column = _column(selection.column, rows)
    value = _truncated(column, selection.granularity)
    if selection.value is None:
        return exp.Is(this=value, expression=exp.Null())
    return exp.EQ(this=value, expression=_literal(selection.value, column))


def _literal(value: str, column: Column) -> exp.Expr:
    """A value as Athena writes it in a result, as a literal of the column's type."""
    text = exp.Literal.string(value)
    if column.type == "STRING":
        return text
    types = {"INTEGER": "bigint", "DECIMAL": "double", "DATETIME": "timestamp", "BOOLEAN": "boolean", "BIT": "boolean"}
    return exp.Cast(this=text, to=exp.DataType.build(types[column.type], dialect=AthenaQuery))


def _column(name: str, rows: Rows) -> Column:
    try:
        return rows.columns[name]
    except KeyError:
        raise QueryError(f"the data set has no column {name}") from None


def _call(name: str, *arguments: exp.Expr) -> exp.Expr:
    return exp.Anonymous(this=name, expressions=list(arguments))


def _number(position: int) -> exp.Expr:
    return exp.Literal.number(position)


def _distinct(labels: list[str]) -> list[str]:
    """The labels, a second one of the same name told apart by its number."""
    return [label if labels.index(label) == n else f"{label} ({n + 1})" for n, label in enumerate(labels)]
