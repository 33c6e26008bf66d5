from datetime import UTC, datetime

from offline_aws.quicksight.definition import problems
from offline_aws.quicksight.models import DataSet
from tests.unit.quicksight.samples import Json, bar, category, measure, pie, relational

MADE = datetime(2026, 1, 1, tzinfo=UTC)
CLICKS = DataSet("clicks", "arn:clicks", "Clicks", MADE, MADE, physical=relational(item="STRING", seconds="INTEGER"))


def definition(*visuals: Json, **sheet: object) -> Json:
    return {
        "DataSetIdentifierDeclarations": [{"Identifier": "clicks", "DataSetArn": "arn:clicks"}],
        "Sheets": [{"SheetId": "s", "Visuals": list(visuals)} | sheet],
    }


def reasons(given: Json) -> list[str]:
    return [each.reason for each in problems(given, lambda arn: CLICKS if arn == "arn:clicks" else None)]


def test_a_definition_that_is_drawn_has_no_problem() -> None:
    assert reasons(definition(bar({"Category": [category("item")]}))) == []


def test_an_option_that_is_not_drawn_is_named() -> None:
    visual = bar({"Category": [category("item")]}, ReferenceLines=[{"Status": "ENABLED"}])
    path = "Sheets[0].Visuals[0].BarChartVisual.ChartConfiguration.ReferenceLines"
    assert reasons(definition(visual)) == [f"{path}: not emulated"]


def test_a_visual_that_is_not_drawn_is_named() -> None:
    assert reasons(definition({"SankeyDiagramVisual": {"VisualId": "v"}})) == [
        "Sheets[0].Visuals[0].SankeyDiagramVisual: not emulated"
    ]


def test_a_total_that_does_not_add_up_is_refused() -> None:
    donut = {"ArcOptions": {"ArcThickness": "MEDIUM"}}
    visual = pie({"Category": [category("item")], "Values": [measure("seconds", "AVERAGE")]}, DonutOptions=donut)
    assert reasons(definition(visual)) == ["visual v: the total of Average of seconds is not emulated"]


def test_a_data_set_that_is_not_there_is_named() -> None:
    given = definition(bar({"Category": [category("item")]}))
    given["DataSetIdentifierDeclarations"][0]["DataSetArn"] = "arn:gone"
    assert reasons(given) == ["data set arn:gone does not exist"]


def test_a_layout_places_each_visual() -> None:
    element = {"ElementId": "other", "ElementType": "VISUAL", "ColumnSpan": 18, "RowSpan": 12}
    layout = {"Configuration": {"GridLayout": {"Elements": [element]}}}
    given = definition(bar({"Category": [category("item")]}), Layouts=[layout])
    assert reasons(given) == ["Sheets[0].Layouts: each visual must be placed, once, and nothing else"]


def test_an_id_names_one_visual_of_all_sheets() -> None:
    given = definition(bar({"Category": [category("item")]}))
    given["Sheets"] *= 2
    assert reasons(given) == ["Sheets[1].Visuals: a VisualId stands in the definition twice"]
