"""What filters leave to a visual, as SQL and as rows."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.quicksight.choices import ChoiceError, Choices
from offline_aws.quicksight.data_set import compile_tables
from offline_aws.quicksight.definition import problems
from offline_aws.quicksight.filter_conditions import Subject, condition_of
from offline_aws.quicksight.models import DataSet
from offline_aws.quicksight.parameters import parameters_of
from offline_aws.quicksight.parsing import parse_visual
from offline_aws.quicksight.query import sql_of
from offline_aws.quicksight.visual_rows import rows_for
from tests.sql.here import Here
from tests.unit.quicksight.samples import Json, bar, category, measure, relational

MADE = datetime(2026, 1, 1, tzinfo=UTC)
ORDERS = "SELECT * FROM (VALUES ('tea', 3, TIMESTAMP '2026-01-01 10:00:00'), ('soup', 1, TIMESTAMP '2026-01-02 11:00:00'), ('tea', 2, TIMESTAMP '2026-02-01 00:00:00'), (NULL, 9, NULL)) AS o (item, seconds, at)"
COLUMNS = [
    {"Name": "item", "Type": "STRING"},
    {"Name": "seconds", "Type": "INTEGER"},
    {"Name": "at", "Type": "DATETIME"},
]
CUSTOM = {"o": {"CustomSql": {"DataSourceArn": "source", "Name": "o", "SqlQuery": ORDERS, "Columns": COLUMNS}}}
CLICKS = DataSet("clicks", "arn:clicks", "Clicks", MADE, MADE, physical=CUSTOM)
ROWS = compile_tables(relational(item="STRING", seconds="INTEGER", at="DATETIME"), {})
DECLARED = [
    {"StringParameterDeclaration": {"Name": "Items", "ParameterValueType": "MULTI_VALUED", "DefaultValues": {"StaticValues": ["tea"]}}},
    {"IntegerParameterDeclaration": {"Name": "Least", "ParameterValueType": "SINGLE_VALUED"}},
    {"DateTimeParameterDeclaration": {"Name": "Day", "DefaultValues": {"StaticValues": [datetime(2026, 1, 2, tzinfo=UTC)]}}},
]  # fmt: skip


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Here:
    return Here(tmp_path_factory.mktemp("engine"))


def column(name: str) -> Json:
    return {"DataSetIdentifier": "clicks", "ColumnName": name}


def a_filter(kind: str, name: str, **content: Any) -> Json:
    return {kind: {"FilterId": f"f-{name}", "Column": column(name), **content}}


def items(*values: str, **configuration: Any) -> Json:
    listed = {"MatchOperator": "CONTAINS", "CategoryValues": list(values), **configuration}
    return a_filter("CategoryFilter", "item", Configuration={"FilterListConfiguration": listed})


def group(*filters: Json, **changed: Any) -> Json:
    return {
        "FilterGroupId": "g",
        "Filters": list(filters),
        "ScopeConfiguration": {"AllSheets": {}},
        "CrossDataset": "SINGLE_DATASET",
    } | changed


def definition(*groups: Json, visual: Json | None = None, **more: Any) -> Json:
    visual = visual or bar({"Category": [category("item")], "Values": [measure("seconds", "SUM")]})
    return {
        "DataSetIdentifierDeclarations": [{"Identifier": "clicks", "DataSetArn": "arn:clicks"}],
        "Sheets": [{"SheetId": "s", "Visuals": [visual]}],
        "FilterGroups": list(groups),
        "ParameterDeclarations": DECLARED,
    } | more


def find(arn: str) -> DataSet | None:
    return CLICKS if arn == "arn:clicks" else None


def shown(here: Here, given: Json, choices: Choices = Choices()) -> list[list[Any]]:  # noqa: B008
    visual = parse_visual(given["Sheets"][0]["Visuals"][0])
    header, *rows = here.answer(sql_of(visual, rows_for(visual, given, find, choices)))
    assert header.startswith("["), header
    return [json.loads(row) for row in rows]


TEA, SOUP, NONE = ["tea", "5"], ["soup", "1"], [None, "9"]


def range_of(name: str, least: float, most: float, **content: Any) -> Json:
    ends = {"RangeMinimum": {"StaticValue": least}, "RangeMaximum": {"StaticValue": most}}
    return a_filter("NumericRangeFilter", name, NullOption="NON_NULLS_ONLY", **ends, **content)


def aggregated(function: str) -> Json:
    return {"NumericalAggregationFunction": {"SimpleNumericalAggregation": function}}


def top(limit: int, direction: str = "DESC") -> Json:
    by = {
        "Column": column("seconds"),
        "SortDirection": direction,
        "AggregationFunction": {"NumericalAggregationFunction": {"SimpleNumericalAggregation": "SUM"}},
    }
    return a_filter("TopBottomFilter", "item", Limit=limit, AggregationSortConfigurations=[by])


@pytest.mark.parametrize(
    ("groups", "rows"),
    [
        ([], [NONE, TEA, SOUP]),
        ([group(items("tea"))], [TEA]),
        ([group(items("tea", MatchOperator="DOES_NOT_CONTAIN", NullOption="ALL_VALUES"))], [NONE, SOUP]),
        ([group(items("t", MatchOperator="STARTS_WITH"))], [TEA]),
        ([group(items(SelectAllOptions="FILTER_ALL_VALUES", NullOption="NON_NULLS_ONLY"))], [TEA, SOUP]),
        ([group(items())], []),
        ([group(items("tea", NullOption="NULLS_ONLY"))], [NONE]),
        ([group(items("tea"), Status="DISABLED")], [NONE, TEA, SOUP]),
        ([group(items("tea")), group(items("soup"))], []),
        ([group(items("tea"), items("soup") | {})], [TEA, SOUP]),
        ([group(items("tea"), ScopeConfiguration={"SelectedSheets": {"SheetVisualScopingConfigurations": [{"SheetId": "other", "Scope": "ALL_VISUALS"}]}})], [NONE, TEA, SOUP]),
        ([group(items("tea"), ScopeConfiguration={"SelectedSheets": {"SheetVisualScopingConfigurations": [{"SheetId": "s", "Scope": "SELECTED_VISUALS", "VisualIds": ["v"]}]}})], [TEA]),
        ([group(a_filter("CategoryFilter", "item", Configuration={"CustomFilterConfiguration": {"MatchOperator": "CONTAINS", "CategoryValue": "ou", "NullOption": "NON_NULLS_ONLY"}}))], [SOUP]),
        ([group(a_filter("CategoryFilter", "item", Configuration={"CustomFilterConfiguration": {"MatchOperator": "EQUALS", "ParameterName": "Items", "NullOption": "NON_NULLS_ONLY"}}))], [TEA]),
        ([group(a_filter("NumericEqualityFilter", "seconds", MatchOperator="DOES_NOT_EQUAL", Value=9.0, NullOption="ALL_VALUES"))], [TEA, SOUP]),
        ([group(a_filter("NumericEqualityFilter", "seconds", MatchOperator="EQUALS", ParameterName="Least", NullOption="ALL_VALUES"))], [NONE, TEA, SOUP]),
        ([group(range_of("seconds", 2, 9, IncludeMinimum=True))], [TEA]),
        ([group(range_of("seconds", 2, 9, IncludeMaximum=True))], [NONE, ["tea", "3"]]),
        ([group(range_of("seconds", 5, 9, IncludeMinimum=True, IncludeMaximum=True, AggregationFunction=aggregated("SUM")))], [NONE, TEA]),
        ([group(top(1))], [NONE]),
        ([group(items(SelectAllOptions="FILTER_ALL_VALUES", NullOption="NON_NULLS_ONLY")), group(top(1, "ASC"))], [SOUP]),
        ([group(a_filter("TimeEqualityFilter", "at", ParameterName="Day", TimeGranularity="DAY"))], [SOUP]),
        ([group(a_filter("TimeRangeFilter", "at", NullOption="NON_NULLS_ONLY", TimeGranularity="MONTH", IncludeMaximum=True, RangeMaximumValue={"StaticValue": datetime(2026, 1, 1, tzinfo=UTC)}))], [["tea", "3"], SOUP]),
        ([group(a_filter("RelativeDatesFilter", "at", NullOption="NON_NULLS_ONLY", AnchorDateConfiguration={"ParameterName": "Day"}, TimeGranularity="DAY", RelativeDateType="LAST", RelativeDateValue=2))], [["tea", "3"], SOUP]),
        ([group(a_filter("RelativeDatesFilter", "at", NullOption="NON_NULLS_ONLY", AnchorDateConfiguration={"ParameterName": "Day"}, TimeGranularity="DAY", RelativeDateType="PREVIOUS"))], [["tea", "3"]]),
        ([group(a_filter("NestedFilter", "item", IncludeInnerSet=False, InnerFilter={"CategoryInnerFilter": {"Column": column("item"), "Configuration": {"FilterListConfiguration": {"MatchOperator": "CONTAINS", "CategoryValues": ["tea"]}}}}))], [SOUP]),
    ],
)  # fmt: skip
def test_a_filter_leaves_its_rows(here: Here, groups: list[Json], rows: list[Any]) -> None:
    given = definition(*groups)
    for number, filters in enumerate(each["Filters"] for each in given["FilterGroups"]):
        for place, union in enumerate(filters):
            content = next(iter(union.values()))
            content["FilterId"] = f"f-{number}-{place}"
    assert (problems(given, find), shown(here, given)) == ([], rows)


@pytest.mark.parametrize(
    ("choices", "rows"),
    [
        (Choices(filters={"f-item": {"values": ["soup"]}}), [SOUP]),
        (Choices(filters={"f-item": {"values": []}}), [NONE, TEA, SOUP]),
        (Choices(filters={"f-item": {"values": [None, "tea"]}}), [NONE, TEA]),
        (Choices(filters={"f-item": {"values": ["x' OR '1'='1"]}}), []),
    ],
)
def test_a_readers_choice_takes_the_place_of_the_authors(here: Here, choices: Choices, rows: list[Any]) -> None:
    assert shown(here, definition(group(items("tea"))), choices) == rows


@pytest.mark.parametrize(
    ("choices", "reason"),
    [
        (
            Choices(filters={"f-item": {"values": 7}}),
            "filter f-item: {'values': 7} is no choice for a CategoryFilter",
        ),
        (Choices(parameters={"Least": ["many"]}), "parameter Least is of type INTEGER: 'many' is not"),
        (Choices(parameters={"Least": [1, 2]}), "parameter Least has one value"),
        (Choices(parameters={"Nope": [1]}), "there is no parameter Nope"),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused(here: Here, choices: Choices, reason: str) -> None:
    with pytest.raises(ChoiceError) as refusal:
        shown(here, definition(group(items("tea"))), choices)
    assert str(refusal.value) == reason


def test_a_query_grows_with_its_filters_and_no_faster() -> None:
    sums = range_of("seconds", 5, 9, AggregationFunction=aggregated("SUM"))
    many = definition(*[group(sums), group(top(3)), group(sums), group(top(2, "ASC"))] * 10)
    visual = parse_visual(many["Sheets"][0]["Visuals"][0])
    assert len(sql_of(visual, rows_for(visual, many, find))) < 100_000


def test_a_parameter_is_a_value_of_calculated_fields(here: Here) -> None:
    doubled = {
        "DataSetIdentifier": "clicks",
        "Name": "kind",
        "Expression": "ifelse({seconds} >= ${Least}, 'long', 'short')",
    }
    visual = bar({"Category": [category("kind")], "Values": [measure("seconds", "SUM")]})
    given = definition(visual=visual, CalculatedFields=[doubled])
    assert shown(here, given, Choices(parameters={"Least": ["3"]})) == [["long", "12"], ["short", "3"]]


def test_a_relative_date_is_reckoned_by_athenas_clock() -> None:
    content = {
        "Column": column("at"),
        "AnchorDateConfiguration": {"AnchorOption": "NOW"},
        "TimeGranularity": "WEEK",
        "RelativeDateType": "THIS",
        "NullOption": "NON_NULLS_ONLY",
    }
    condition = condition_of("RelativeDatesFilter", Subject(content, ROWS, {}))
    assert condition is not None
    assert condition.sql(dialect=AthenaQuery).startswith(
        "(\"at\" >= DATE_ADD('day', -1, DATE_TRUNC('week', DATE_ADD('day', 1, CAST(NOW() AS TIMESTAMP))))"
    )


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (definition(group(a_filter("NumericRangeFilter", "item", NullOption="ALL_VALUES"))),
         ("FilterGroups[0].Filters[0]: column item is of type STRING: the filter is not for it", "COLUMN_TYPE_MISMATCH")),
        (definition(group(a_filter("TopBottomFilter", "nope", AggregationSortConfigurations=[]))),
         ("FilterGroups[0].Filters[0]: the data set has no column nope", "COLUMN_REPLACEMENT_MISSING")),
        (definition(group(a_filter("NumericEqualityFilter", "seconds", MatchOperator="EQUALS", NullOption="ALL_VALUES", ParameterName="Nope"))),
         ("FilterGroups[0].Filters[0]: there is no parameter Nope", "PARAMETER_NOT_FOUND")),
        (definition(CalculatedFields=[{"DataSetIdentifier": "clicks", "Name": "x", "Expression": "{x} + 1"}]),
         ("CalculatedFields[0] x: calculated field x is in itself", "PARAMETER_VALUE_INCOMPATIBLE")),
        (definition(ParameterDeclarations=[{"IntegerParameterDeclaration": {"Name": "n", "ParameterValueType": "SINGLE_VALUED", "DefaultValues": {"StaticValues": [1, 2]}}}]),
         ("ParameterDeclarations: parameter n has one value", "PARAMETER_VALUE_INCOMPATIBLE")),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_a_problem(given: Json, problem: tuple[str, str]) -> None:
    found = problems(given, find)[0]
    assert (found.reason, found.kind) == problem


def test_a_time_is_kept_in_utc() -> None:
    given = {
        "DateTimeParameterDeclaration": {"Name": "d", "DefaultValues": {"StaticValues": ["2026-01-01T10:00:00+09:00"]}}
    }
    assert parameters_of({"ParameterDeclarations": [given]})["d"].values == ("2026-01-01 01:00:00.000",)
