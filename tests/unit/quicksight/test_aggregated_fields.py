"""Aggregated calculated fields and table calculations, as the values of visuals."""

import json
from typing import Any

import pytest

from offline_aws.quicksight.aggregated_fields import aggregated_fields, visual_of
from offline_aws.quicksight.definition import problems
from offline_aws.quicksight.query import sql_of
from offline_aws.quicksight.visual_rows import rows_for
from tests.sql.here import Here
from tests.unit.quicksight.samples import Json, bar, category, date, field, line, measure
from tests.unit.quicksight.test_filters import definition, find


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Here:
    return Here(tmp_path_factory.mktemp("engine"))


def custom(name: str) -> Json:
    """A value without an aggregation function."""
    return {"NumericalMeasureField": field(name)}


def with_field(expression: str, visual: Json) -> Json:
    return definition(
        visual=visual,
        CalculatedFields=[
            {"DataSetIdentifier": "clicks", "Name": "rate", "Expression": expression},
            {"DataSetIdentifier": "clicks", "Name": "per cent", "Expression": "100 * {rate}"},
        ],
    )


def shown(here: Here, given: Json) -> list[list[Any]]:
    assert problems(given, find) == []
    visual = visual_of(given["Sheets"][0]["Visuals"][0], given)
    header, *rows = here.answer(sql_of(visual, rows_for(visual, given, find)))
    assert header.startswith("["), header
    return [json.loads(row) for row in rows]


def test_an_aggregated_field_is_taken_as_it_is(here: Here) -> None:
    visual = bar({"Category": [category("item")], "Values": [custom("per cent")]})
    rate = "sumIf({seconds}, {seconds} > 2) / sum({seconds})"
    assert shown(here, with_field(rate, visual)) == [[None, "100.0"], ["tea", "60.0"], ["soup", None]]


def test_an_aggregated_field_is_one_beside_colors_and_others(here: Here) -> None:
    limit = {"CategoryItemsLimit": {"ItemsLimit": 1, "OtherCategories": "INCLUDE"}}
    wells = {"Category": [category("item")], "Values": [custom("rate")]}
    given = with_field("sum({seconds}) / count({seconds})", bar(wells, SortConfiguration=limit))
    assert shown(here, given) == [[None, "9.0", "1"], [None, "2.0", "2"]]


def test_a_table_calculation_runs_over_the_visuals_dates(here: Here) -> None:
    visual = line({"Category": [date("at", "MONTH")], "Values": [custom("rate")]})
    given = with_field("runningSum(sum({seconds}), [{at} ASC])", visual)
    assert shown(here, given)[:2] == [["2026-01-01 00:00:00.000", "4"], ["2026-02-01 00:00:00.000", "6"]]


def test_fields_are_aggregated_by_what_they_call() -> None:
    fields = [
        {"DataSetIdentifier": "clicks", "Name": name, "Expression": text}
        for name, text in {"a": "{b} + 1", "b": "sum({n})", "c": "abs({n})", "d": "rank([{a} DESC])"}.items()
    ]
    assert {name for _, name in aggregated_fields({"CalculatedFields": fields})} == {"a", "b", "d"}


@pytest.mark.parametrize(
    ("visual", "reason"),
    [
        (
            bar({"Category": [category("rate")], "Values": []}),
            "column rate is aggregated: it can only be a value, as it is",
        ),
        (
            bar({"Category": [category("item")], "Values": [measure("rate", "SUM")]}),
            "column rate is aggregated: it can only be a value, as it is",
        ),
        (
            bar({"Category": [category("item")], "Values": [custom("rate")]}),
            'a table calculation is over "at", by which the visual does not group',
        ),
    ],
)
def test_what_such_a_field_can_not_be_is_refused(visual: Json, reason: str) -> None:
    given = with_field("runningSum(sum({seconds}), [{at} ASC])", visual)
    assert [each.reason for each in problems(given, find)] == [reason]
