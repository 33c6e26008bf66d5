"""Totals and subtotals as GROUPING SETS."""

import re

import pytest

from offline_aws.quicksight.fields import VisualError
from tests.unit.quicksight.samples import Json, category, compiled, measure, number, visual

SHOWN = {"TotalsVisibility": "VISIBLE"}


def sets(union: Json) -> list[str]:
    """The grouping sets of the query, each as the numbers of its dimensions."""
    (text,) = re.findall(r"GROUPING SETS \((.*)\) ORDER", compiled(union))
    return ["".join(re.findall(r"by_(\d)", each)) for each in re.findall(r"\(([^()]*)\)", text)]


def pivot(**totals: Json) -> Json:
    wells = {"Rows": [category("item"), number("seconds")], "Columns": [category("menu")], "Values": []}
    return visual("PivotTable", {"PivotTableAggregatedFieldWells": wells}, TotalOptions=totals)


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        ({}, ["123"]),
        ({"RowTotalOptions": SHOWN}, ["123", "3"]),
        ({"ColumnTotalOptions": SHOWN}, ["123", "12"]),
        ({"RowSubtotalOptions": SHOWN}, ["123", "13"]),
        (
            {"RowTotalOptions": SHOWN, "ColumnTotalOptions": SHOWN, "RowSubtotalOptions": SHOWN},
            ["123", "12", "13", "1", "3", ""],
        ),
    ],
)
def test_each_total_of_a_pivot_table_is_a_grouping_set(totals: Json, expected: list[str]) -> None:
    assert sets(pivot(**totals)) == expected


def test_a_table_says_which_rows_are_totals() -> None:
    wells = {"GroupBy": [category("item")], "Values": [measure("seconds", "AVERAGE")]}
    table = visual("Table", {"TableAggregatedFieldWells": wells}, TotalOptions=SHOWN)
    assert compiled(table) == (
        'WITH source AS ( SELECT "item" AS "by_1", "seconds" AS "seconds" FROM "s"."n" ) '
        'SELECT source."by_1" AS "item", AVG(source."seconds") AS "Average of seconds", '
        'GROUPING(source."by_1") AS "total over" FROM source '
        'GROUP BY GROUPING SETS ( (source."by_1"), () ) ORDER BY 3 DESC, 2 DESC, 1 ASC LIMIT 2501'
    )


def test_a_table_without_totals_is_a_plain_grouping() -> None:
    wells = {"GroupBy": [category("item")], "Values": [measure("seconds", "SUM")]}
    assert "GROUPING" not in compiled(visual("Table", {"TableAggregatedFieldWells": wells}))


def test_a_pivot_table_sorted_by_a_value_is_refused() -> None:
    by = {"Field": {"FieldId": "SUM", "Direction": "DESC"}}
    wells = {"Rows": [category("item")], "Values": [measure("seconds", "SUM")]}
    sort = {"FieldSortOptions": [{"FieldId": "item", "SortBy": by}]}
    with pytest.raises(VisualError, match="sorting item by another field is not emulated"):
        compiled(visual("PivotTable", {"PivotTableAggregatedFieldWells": wells}, SortConfiguration=sort))
