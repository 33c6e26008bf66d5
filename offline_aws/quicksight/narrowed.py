"""The rows of a visual as a named part of its query, with its dimensions computed: what ranks and totals build upon.

In Trino, ``GROUPING SETS`` takes columns only. https://trino.io/docs/current/sql/select.html#group-by-clause
"""

from collections.abc import Container
from dataclasses import replace

from sqlglot import exp

from offline_aws.quicksight.data_set import Rows
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
        for name, each in used.items():
            self.query = self.query.select(named(each.value.copy(), name), copy=False)
        self.rows = Rows(
            exp.to_table(ROWS),
            {name: replace(each, value=column(name, ROWS)) for name, each in used.items()},
            table.rows.data_source_arn,
        )

    def dimension(self, index: int) -> exp.Column:
        return column(self._names[index], ROWS)

    def select(self) -> exp.Select:
        return exp.Select().from_(self.rows.source.copy())


def _free(name: str, taken: Container[str]) -> str:
    while name in taken:
        name += "_"
    return name
