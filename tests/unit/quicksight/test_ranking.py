"""The first values of a dimension and the rest as Other, as the SQL that Athena is asked."""

from typing import Any

import pytest

from offline_aws.quicksight.parsing import parse_visual
from tests.unit.quicksight.samples import Json, bar, category, compiled, measure, number

BY_SECONDS = {"Category": [category("item")], "Values": [measure("seconds", "AVERAGE")]}


def limited(other: str, items: int = 3) -> Json:
    return {"SortConfiguration": {"CategoryItemsLimit": {"ItemsLimit": items, "OtherCategories": other}}}


def test_a_limit_without_the_rest_is_a_limit_of_rows() -> None:
    assert compiled(bar(BY_SECONDS, **limited("EXCLUDE"))).endswith("ORDER BY 2 DESC, 1 ASC LIMIT 3")


def test_the_rest_is_aggregated_from_its_rows() -> None:
    assert compiled(bar(BY_SECONDS, **limited("INCLUDE"))) == (
        'WITH source AS ( SELECT "item" AS "by_1", "seconds" AS "seconds" FROM "s"."n" ), '
        'places_1 AS ( SELECT source."by_1" AS "value", ROW_NUMBER() OVER '
        '(ORDER BY AVG(source."seconds") DESC, source."by_1" ASC) AS "place" FROM source GROUP BY 1 ) '
        'SELECT CASE WHEN places_1."place" <= 3 THEN source."by_1" END AS "item", '
        'AVG(source."seconds") AS "Average of seconds", LEAST(places_1."place", 4) AS "place 1" '
        'FROM source JOIN places_1 ON source."by_1" IS NOT DISTINCT FROM places_1."value" '
        "GROUP BY 1, 3 ORDER BY 3 ASC LIMIT 2501"
    )


@pytest.mark.parametrize(
    ("chart", "ranked"),
    [
        ({}, False),
        (limited("EXCLUDE"), False),
        (limited("INCLUDE"), True),
        ({"SortConfiguration": {"CategoryItemsLimit": {"ItemsLimit": 3}}}, True),
    ],
)
def test_values_are_ranked_where_the_rest_is_shown(chart: Json, ranked: bool) -> None:
    assert parse_visual(bar(BY_SECONDS, **chart)).ranked is ranked


@pytest.mark.parametrize(("function", "ranked"), [("SUM", False), ("AVERAGE", True)])
def test_categories_of_colors_are_ranked_where_their_values_do_not_add_up(function: str, ranked: bool) -> None:
    wells: dict[str, Any] = {"Category": [category("item")], "Colors": [number("seconds")]}
    assert parse_visual(bar(wells | {"Values": [measure("seconds", function)]})).ranked is ranked


def test_beside_colors_a_limit_is_of_ranks_over_all_rows() -> None:
    wells = {"Category": [category("item")], "Colors": [number("seconds")]}
    sql = compiled(bar(wells, **limited("EXCLUDE", 2)))
    assert 'WHERE places_1."place" <= 2 GROUP BY 1, 2, 4, 5 ORDER BY 4 ASC, 5 ASC LIMIT 2501' in sql
