"""QuickSight by stock boto3, and the data behind its page by HTTP."""

import json
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.unit.quicksight.samples import Json, bar, category

ACCOUNT = "000000000000"
QUERY = "SELECT * FROM (VALUES ('tea', 3), ('soup', 1), ('tea', 2)) AS orders (item, seconds)"


@pytest.fixture(scope="module")
def quicksight(client: Callable[[str], Any]) -> Any:
    return client("quicksight")


@pytest.fixture(scope="module")
def source(quicksight: Any) -> Iterator[str]:
    """The ARN of an Athena data source."""
    answer = quicksight.create_data_source(
        AwsAccountId=ACCOUNT, DataSourceId="wire", Name="wire", Type="ATHENA", DataSourceParameters=athena()
    )
    yield answer["Arn"]
    quicksight.delete_data_source(AwsAccountId=ACCOUNT, DataSourceId="wire")


@pytest.fixture(scope="module")
def data_set(quicksight: Any, source: str) -> Iterator[str]:
    """The ARN of a data set over three rows."""
    answer = quicksight.create_data_set(**set_request(source))
    yield answer["Arn"]
    quicksight.delete_data_set(AwsAccountId=ACCOUNT, DataSetId="wire")


@pytest.fixture
def place() -> Json:
    """Account and id of a dashboard that is not there yet."""
    return {"AwsAccountId": ACCOUNT, "DashboardId": str(uuid.uuid4())}


def athena() -> Json:
    return {"AthenaParameters": {"WorkGroup": "primary"}}


def set_request(source: str, **changed: Any) -> Json:
    columns = [{"Name": "item", "Type": "STRING"}, {"Name": "seconds", "Type": "INTEGER"}]
    table = {"CustomSql": {"DataSourceArn": source, "Name": "orders", "SqlQuery": QUERY, "Columns": columns}}
    request = {"AwsAccountId": ACCOUNT, "DataSetId": "wire", "Name": "Orders", "ImportMode": "DIRECT_QUERY"}
    return request | {"PhysicalTableMap": {"orders": table}} | changed


def definition(data_set: str, visual: Json | None = None) -> Json:
    visual = visual or bar({"Category": [category("item")], "Values": []})
    return {
        "DataSetIdentifierDeclarations": [{"Identifier": "clicks", "DataSetArn": data_set}],
        "Sheets": [{"SheetId": "s", "Name": "Sheet", "Visuals": [visual]}],
    }


def embed_url(quicksight: Any, place: Json) -> str:
    answer = quicksight.generate_embed_url_for_registered_user(
        AwsAccountId=ACCOUNT,
        UserArn=f"arn:aws:quicksight:us-east-1:{ACCOUNT}:user/default/wire",
        ExperienceConfiguration={"Dashboard": {"InitialDashboardId": place["DashboardId"]}},
    )
    return str(answer["EmbedUrl"])


def fetched(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=30) as response:
        return json.load(response)


def refusal(error: pytest.ExceptionInfo[ClientError]) -> tuple[str, str]:
    return error.value.response["Error"]["Code"], error.value.response["Error"]["Message"]


def test_a_data_source_is_described_as_created(quicksight: Any, source: str) -> None:
    described = quicksight.describe_data_source(AwsAccountId=ACCOUNT, DataSourceId="wire")["DataSource"]
    kept = {name: described[name] for name in ("Arn", "Type", "Status", "DataSourceParameters")}
    assert kept == {
        "Arn": source,
        "Type": "ATHENA",
        "Status": "CREATION_SUCCESSFUL",
        "DataSourceParameters": athena(),
    }


def test_a_data_set_shows_its_columns(quicksight: Any, data_set: str) -> None:
    described = quicksight.describe_data_set(AwsAccountId=ACCOUNT, DataSetId="wire")["DataSet"]
    assert [(each["Name"], each["Type"]) for each in described["OutputColumns"]] == [
        ("item", "STRING"),
        ("seconds", "INTEGER"),
    ]


def test_spice_is_refused(quicksight: Any, source: str) -> None:
    with pytest.raises(ClientError) as error:
        quicksight.create_data_set(**set_request(source, DataSetId="spice", ImportMode="SPICE"))
    message = "ImportMode SPICE: not emulated; DIRECT_QUERY asks Athena each time"
    assert refusal(error) == ("InvalidParameterValueException", message)


def test_a_request_beyond_the_apis_model_is_refused(quicksight: Any, source: str) -> None:
    with pytest.raises(ClientError) as error:
        quicksight.create_data_set(**set_request(source, DataSetId="long", Name="x" * 129))
    code, message = refusal(error)
    assert (code, "Member must have length less than or equal to 128" in message) == (
        "InvalidParameterValueException",
        True,
    )


def test_a_visual_whose_data_set_is_gone_says_so(quicksight: Any, source: str, place: Json) -> None:
    arn = quicksight.create_data_set(**set_request(source, DataSetId="gone"))["Arn"]
    quicksight.create_dashboard(**place, Name="Orders", Definition=definition(arn))
    quicksight.delete_data_set(AwsAccountId=ACCOUNT, DataSetId="gone")
    with pytest.raises(urllib.error.HTTPError) as error:
        fetched(f"{embed_url(quicksight, place)}/visuals/v")
    assert (error.value.code, json.load(error.value)) == (409, {"message": f"data set {arn} does not exist"})


def test_an_operation_that_is_not_emulated_says_so(quicksight: Any) -> None:
    with pytest.raises(ClientError) as error:
        quicksight.list_themes(AwsAccountId=ACCOUNT)
    assert refusal(error) == ("InvalidParameterValueException", "ListThemes: not emulated")


def test_a_dashboard_is_the_definition_that_was_given(quicksight: Any, data_set: str, place: Json) -> None:
    given = definition(data_set)
    quicksight.create_dashboard(**place, Name="Orders", Definition=given)
    assert quicksight.describe_dashboard_definition(**place)["Definition"] == given


def test_a_visual_that_is_not_drawn_is_refused_by_name(quicksight: Any, data_set: str, place: Json) -> None:
    sankey = {"SankeyDiagramVisual": {"VisualId": "v"}}
    with pytest.raises(ClientError) as error:
        quicksight.create_dashboard(**place, Name="Orders", Definition=definition(data_set, sankey))
    message = "Sheets[0].Visuals[0].SankeyDiagramVisual: not emulated"
    assert refusal(error) == ("InvalidParameterValueException", message)


def test_a_lenient_dashboard_lists_what_is_not_drawn(quicksight: Any, data_set: str, place: Json) -> None:
    sankey = definition(data_set, {"SankeyDiagramVisual": {"VisualId": "v"}})
    quicksight.create_dashboard(**place, Name="Orders", Definition=sankey, ValidationStrategy={"Mode": "LENIENT"})
    errors = quicksight.describe_dashboard_definition(**place)["Errors"]
    assert [each["Message"] for each in errors] == ["Sheets[0].Visuals[0].SankeyDiagramVisual: not emulated"]


def test_an_update_is_shown_once_it_is_published(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=definition(data_set))
    quicksight.update_dashboard(**place, Name="Orders", Definition=definition(data_set) | {"Sheets": []})
    before = quicksight.describe_dashboard(**place)["Dashboard"]["Version"]["Sheets"]
    quicksight.update_dashboard_published_version(**place, VersionNumber=2)
    after = quicksight.describe_dashboard(**place)["Dashboard"]["Version"]["Sheets"]
    assert (before, after) == ([{"SheetId": "s", "Name": "Sheet"}], [])


def test_permissions_are_granted_and_revoked(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=definition(data_set))
    actions = ["quicksight:DescribeDashboard", "quicksight:QueryDashboard"]
    quicksight.update_dashboard_permissions(**place, GrantPermissions=[{"Principal": "reader", "Actions": actions}])
    revoked = [{"Principal": "reader", "Actions": actions[:1]}]
    left = quicksight.update_dashboard_permissions(**place, RevokePermissions=revoked)["Permissions"]
    assert left == [{"Principal": "reader", "Actions": actions[1:]}]


def test_a_deleted_dashboard_is_gone(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=definition(data_set))
    quicksight.delete_dashboard(**place)
    with pytest.raises(quicksight.exceptions.ResourceNotFoundException):
        quicksight.describe_dashboard(**place)


def test_the_pages_rows_are_athenas(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=definition(data_set))
    answer = fetched(f"{embed_url(quicksight, place)}/visuals/v")
    assert answer["rows"] == [["tea", 2], ["soup", 1]]


def test_a_readers_choice_is_data_whatever_it_holds(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=definition(data_set))
    choice = {"dataSet": "clicks", "column": "item", "value": "tea' OR '1'='1", "granularity": None}
    where = urllib.parse.urlencode({"where": json.dumps([choice])})
    assert fetched(f"{embed_url(quicksight, place)}/visuals/v?{where}")["rows"] == []


def test_a_visual_that_is_not_there_is_not_found(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=definition(data_set))
    with pytest.raises(urllib.error.HTTPError) as error:
        fetched(f"{embed_url(quicksight, place)}/visuals/nope")
    assert (error.value.code, json.load(error.value)) == (404, {"message": "There is no visual nope."})


def filtered(data_set: str) -> Json:
    """A definition with a calculated field, a parameter, a filter, and a control for each of the two."""
    listed = {"MatchOperator": "CONTAINS", "SelectAllOptions": "FILTER_ALL_VALUES"}
    a_filter = {
        "FilterId": "items",
        "Column": {"DataSetIdentifier": "clicks", "ColumnName": "item"},
        "Configuration": {"FilterListConfiguration": listed},
    }
    group = {
        "FilterGroupId": "group",
        "Filters": [{"CategoryFilter": a_filter}],
        "ScopeConfiguration": {"AllSheets": {}},
        "CrossDataset": "SINGLE_DATASET",
        "Status": "ENABLED",
    }
    kind = {
        "DataSetIdentifier": "clicks",
        "Name": "kind",
        "Expression": "ifelse({seconds} >= ${Least}, 'long', 'short')",
    }
    least = {
        "Name": "Least",
        "ParameterValueType": "SINGLE_VALUED",
        "DefaultValues": {"StaticValues": [3]},
    }
    given = definition(data_set, bar({"Category": [category("kind")], "Values": []}))
    given["Sheets"][0]["ParameterControls"] = [
        {"TextField": {"ParameterControlId": "least", "Title": "At least", "SourceParameterName": "Least"}}
    ]
    given["Sheets"][0]["FilterControls"] = [
        {"Dropdown": {"FilterControlId": "item", "Title": "Item", "SourceFilterId": "items", "Type": "MULTI_SELECT"}}
    ]
    return given | {
        "CalculatedFields": [kind],
        "ParameterDeclarations": [{"IntegerParameterDeclaration": least}],
        "FilterGroups": [group],
    }


def test_what_a_reader_chooses_in_controls_is_asked_of_athena(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=filtered(data_set))
    url = embed_url(quicksight, place)
    as_defined = fetched(f"{url}/visuals/v")["rows"]
    chosen = {"parameters": json.dumps({"Least": [2]}), "filters": json.dumps({"items": {"values": ["tea"]}})}
    assert (as_defined, fetched(f"{url}/visuals/v?{urllib.parse.urlencode(chosen)}")["rows"]) == (
        [["short", 2], ["long", 1]],
        [["long", 2]],
    )


def test_the_page_is_told_of_the_controls(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=filtered(data_set))
    url = embed_url(quicksight, place)
    controls = fetched(f"{url}/sheets")["sheets"][0]["controls"]
    told = [(each["kind"], each["title"], each["parameter"], each["filter"], each["chosen"]) for each in controls]
    assert told == [
        ("text", "At least", "Least", None, {"values": [3], "rolling": None}),
        ("dropdown", "Item", None, "items", {"values": []}),
    ]
    assert fetched(f"{url}/controls/item/values")["rows"] == [["soup"], ["tea"]]


def test_a_choice_that_makes_no_sense_is_refused(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=filtered(data_set))
    chosen = urllib.parse.urlencode({"parameters": json.dumps({"Least": ["x'; DROP TABLE y"]})})
    with pytest.raises(urllib.error.HTTPError) as error:
        fetched(f"{embed_url(quicksight, place)}/visuals/v?{chosen}")
    message = 'parameter Least is of type INTEGER: "x\'; DROP TABLE y" is not'
    assert (error.value.code, json.load(error.value)) == (400, {"message": message})


def test_a_calculated_field_that_makes_no_sense_is_refused(quicksight: Any, data_set: str, place: Json) -> None:
    given = filtered(data_set)
    given["CalculatedFields"][0]["Expression"] = "{nope} + 1"
    with pytest.raises(ClientError) as error:
        quicksight.create_dashboard(**place, Name="Orders", Definition=given)
    assert "CalculatedFields[0] kind: there is no column nope" in refusal(error)[1]
