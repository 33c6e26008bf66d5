import pytest

from offline_aws.quicksight.data_set import compile_tables
from offline_aws.quicksight.fields import QueryError
from offline_aws.quicksight.parsing import parse_visual
from offline_aws.quicksight.query import Selection, sql_of
from tests.unit.quicksight.samples import bar, category, date, line, measure, number, pie, relational, table

ROWS = compile_tables(relational(item="STRING", seconds="INTEGER", at="DATETIME"), {})


def flat(sql: str) -> str:
    return " ".join(sql.split())


def test_a_visual_without_values_counts_records_and_shows_the_largest_first() -> None:
    visual = parse_visual(bar({"Category": [category("item")]}))
    assert flat(sql_of(visual, ROWS)) == (
        'SELECT "item" AS "item", COUNT(*) AS "Count of Records" FROM "s"."n" GROUP BY 1 ORDER BY 2 DESC, 1 ASC LIMIT 2501'
    )


def test_a_second_dimension_is_a_second_group() -> None:
    visual = parse_visual(pie({"Category": [number("seconds")], "SmallMultiples": [category("item")]}))
    assert flat(sql_of(visual, ROWS)) == (
        'SELECT "seconds" AS "seconds", "item" AS "item", COUNT(*) AS "Count of Records" FROM "s"."n" '
        "GROUP BY 1, 2 ORDER BY 3 DESC, 1 ASC, 2 ASC LIMIT 2501"
    )


def test_a_line_runs_along_its_dates_truncated_to_the_granularity() -> None:
    visual = parse_visual(line({"Category": [date("at", "HOUR")], "Values": [measure("seconds", "AVERAGE")]}))
    assert flat(sql_of(visual, ROWS)) == (
        'SELECT DATE_TRUNC(\'hour\', "at") AS "at", AVG("seconds") AS "Average of seconds" '
        'FROM "s"."n" GROUP BY 1 ORDER BY 1 ASC LIMIT 2501'
    )


@pytest.mark.parametrize(
    ("function", "sql"),
    [
        ("SUM", 'SUM("seconds")'),
        ("DISTINCT_COUNT", 'COUNT(DISTINCT "seconds")'),
        ("MEDIAN", 'APPROX_PERCENTILE("seconds", 0.5)'),
        ("STDEV", 'STDDEV_SAMP("seconds")'),
    ],
)
def test_each_aggregation_is_athenas(function: str, sql: str) -> None:
    visual = parse_visual(bar({"Category": [category("item")], "Values": [measure("seconds", function)]}))
    assert f'SELECT "item" AS "item", {sql} AS ' in flat(sql_of(visual, ROWS))


def test_the_limit_of_items_keeps_the_first_by_the_sort() -> None:
    sort = {
        "CategorySort": [{"FieldSort": {"FieldId": "SUM", "Direction": "ASC"}}],
        "CategoryItemsLimit": {"ItemsLimit": 3, "OtherCategories": "EXCLUDE"},
    }
    visual = parse_visual(
        bar({"Category": [category("item")], "Values": [measure("seconds", "SUM")]}, SortConfiguration=sort)
    )
    assert flat(sql_of(visual, ROWS)).endswith("ORDER BY 2 ASC, 1 ASC LIMIT 3")


def test_a_plain_table_groups_nothing() -> None:
    assert flat(sql_of(parse_visual(table("item", "at")), ROWS)) == (
        'SELECT "item" AS "item", "at" AS "at" FROM "s"."n" ORDER BY 1 ASC, 2 ASC LIMIT 2501'
    )


@pytest.mark.parametrize(
    ("selection", "condition"),
    [
        (Selection("item", "x'; DROP TABLE n; --"), "\"item\" = 'x''; DROP TABLE n; --'"),
        (Selection("seconds", "12"), "\"seconds\" = CAST('12' AS BIGINT)"),
        (Selection("item", None), '"item" IS NULL'),
        (Selection("at", "2026-01-01 10:00:00.000", "HOUR"), "DATE_TRUNC('hour', \"at\") = CAST('2026-01-01 10:00:00.000' AS TIMESTAMP)"),
    ],
)  # fmt: skip
def test_a_choice_is_a_literal_of_the_columns_type(selection: Selection, condition: str) -> None:
    visual = parse_visual(bar({"Category": [category("item")]}))
    assert f"WHERE {condition} GROUP BY" in flat(sql_of(visual, ROWS, [selection]))


@pytest.mark.parametrize(
    ("wells", "reason"),
    [
        ({"Category": [category("price")]}, "the data set has no column price"),
        ({"Category": [category("at")]}, "column at is of type DATETIME: field at is not for it"),
        (
            {"Category": [category("item")], "Values": [measure("at", "SUM")]},
            "column at is of type DATETIME: it has no SUM",
        ),
    ],
)
def test_a_field_that_the_data_set_can_not_serve_is_refused(wells: dict[str, object], reason: str) -> None:
    with pytest.raises(QueryError) as refusal:
        sql_of(parse_visual(bar(wells)), ROWS)
    assert str(refusal.value) == reason
