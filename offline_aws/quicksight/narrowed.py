"""The rows of a visual as a named part of its query, with its dimensions computed: what ranks and totals build upon.

An aggregated field stays one: of it the columns that it aggregates are there, as ``of_1``, ``of_2`` …

In Trino, ``GROUPING SETS`` takes columns only. https://trino.io/docs/current/sql/select.html#group-by-clause
"""

from collections.abc import Container
from dataclasses import replace

from sqlglot import exp

from offline_aws.quicksight.expressions.values import Level
from offline_aws.quicksight.rows import Column, Rows
from offline_aws.quicksight.selects import Table, column, column_of, dimension_value, named
from offline_aws.quicksight.visual import Visual

ROWS = "source"


class Narrowed:
    """The columns that a visual needs, under names of their own: ``by_1``, ``by_2`` … and those of its measures."""

    def __init__(self, visual: Visual, table: Table) -> None:
        used = {name: column_of(name, table.rows) for each in visual.measures if (name := each.column)}
        self._names = [_free(f"by_{number}", used) for number, _ in enumerate(visual.dimensions, 1)]
        self.query = table.select()
        for dimension, name in zip(visual.dimensions, self._names, strict=True):
            self.query = self.query.select(named(dimension_value(dimension, table.rows), name), copy=False)
        self._aggregated: dict[str, str] = {}
        columns = {name: self._column(name, each, used) for name, each in used.items()}
        self.rows = Rows(exp.to_table(ROWS), columns, table.rows.data_source_arn)

    def _column(self, name: str, given: Column, taken: Container[str]) -> Column:
        if given.level in (Level.GROUP, Level.WINDOW):
            return replace(given, value=given.value.transform(lambda node: self._source(node, taken)))
        self.query = self.query.select(named(given.value.copy(), name), copy=False)
        return replace(given, value=column(name, ROWS))

    def _source(self, node: exp.Expr, taken: Container[str]) -> exp.Expr:
        """A column of the data set, which the rows get where they don't have it yet."""
        if not isinstance(node, exp.Column):
            return node
        name = node.sql()
        if name not in self._aggregated:
            self._aggregated[name] = _free(f"of_{len(self._aggregated) + 1}", taken)
            self.query = self.query.select(named(node.copy(), self._aggregated[name]), copy=False)
        return column(self._aggregated[name], ROWS)

    def dimension(self, index: int) -> exp.Column:
        return column(self._names[index], ROWS)

    def select(self) -> exp.Select:
        return exp.Select().from_(self.rows.source.copy())


def _free(name: str, taken: Container[str]) -> str:
    while name in taken:
        name += "_"
    return name
