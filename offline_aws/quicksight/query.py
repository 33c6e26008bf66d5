"""A visual over a data set as Athena SQL: one query a visual, put together as a syntax tree."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.quicksight.distribution import box_query, histogram_query
from offline_aws.quicksight.ranking import ranked_query
from offline_aws.quicksight.rows import Column, Rows
from offline_aws.quicksight.selects import (
    MOST_ROWS,
    Table,
    column_of,
    columns,
    dimension_value,
    group_by,
    labels,
    measure_value,
    order_by,
    sql_text,
    truncated,
)
from offline_aws.quicksight.totals import has_totals, totals_query
from offline_aws.quicksight.visual import Visual


@dataclass(frozen=True)
class Selection:
    """A value that a reader chose: only rows with it count. None stands for NULL."""

    column: str
    value: str | None
    granularity: str | None = None


def sql_of(visual: Visual, rows: Rows, selections: Sequence[Selection] = ()) -> str:
    """The SQL whose columns are the visual's dimensions and then its measures, one row more than is shown at most.

    What else a query may have, beside or behind them, its module says. Raises QueryError for a column that is not there
    or has the wrong type.
    """
    table = Table(rows, tuple(_condition(each, rows) for each in selections))
    return sql_text(_query(visual, table))


def _query(visual: Visual, table: Table) -> exp.Select:
    if visual.kind == "box":
        return box_query(visual, table)
    if visual.kind == "histogram":
        return histogram_query(visual, table)
    if has_totals(visual):
        return totals_query(visual, table)
    return ranked_query(visual, table) if visual.ranked else _groups_query(visual, table)


def _groups_query(visual: Visual, table: Table) -> exp.Select:
    dimensions = [dimension_value(each, table.rows, visual.grouped) for each in visual.dimensions]
    measures = [measure_value(each, table.rows, dimensions) for each in visual.measures]
    query = columns(table.select(), [*dimensions, *measures], labels(visual))
    if visual.grouped:
        query = group_by(query, *range(1, len(dimensions) + 1))
    if not dimensions:
        return query
    limit = visual.limit_of(visual.dimensions[0])
    return order_by(query, *_order(visual)).limit(limit.items if limit else MOST_ROWS + 1, copy=False)


def _order(visual: Visual) -> list[tuple[int, bool]]:
    """By the visual's sort; without one the largest first. Ties go by the dimensions, so that no refresh shuffles."""
    positions = {each.field_id: number for number, each in enumerate(visual.fields, 1)}
    if visual.sort:
        chosen = [(positions[each.field_id], each.descending) for each in visual.sort]
    else:
        chosen = [(len(visual.dimensions) + 1, True)] if visual.measures and visual.kind != "heat" else []
    used = {position for position, _ in chosen}
    ties = [(number, False) for number, _ in enumerate(visual.dimensions, 1) if number not in used]
    return [*chosen, *ties]


def _condition(selection: Selection, rows: Rows) -> exp.Expr:
    column = column_of(selection.column, rows)
    value = truncated(column, selection.granularity)
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
