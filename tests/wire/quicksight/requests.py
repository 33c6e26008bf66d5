"""Short ways to QuickSight's API and to the data behind its page."""

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.unit.quicksight.samples import Json, bar, category
from tests.waiting import eventually

ACCOUNT = "000000000000"
QUERY = "SELECT * FROM (VALUES ('tea', 3), ('soup', 1), ('tea', 2)) AS orders (item, seconds)"


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
    answer = quicksight.get_dashboard_embed_url(**place, IdentityType="ANONYMOUS")
    return str(answer["EmbedUrl"])


def fetched(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=30) as response:
        return json.load(response)


def refusal(error: pytest.ExceptionInfo[ClientError]) -> tuple[str, str]:
    return error.value.response["Error"]["Code"], error.value.response["Error"]["Message"]


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


def ingested(quicksight: Any, id_: str, ingestion: str) -> Json:
    """The ingestion once it has ended."""

    place = {"AwsAccountId": ACCOUNT, "DataSetId": id_, "IngestionId": ingestion}
    probe: Callable[[], Json] = lambda: quicksight.describe_ingestion(**place)["Ingestion"]  # noqa: E731
    return eventually(probe, lambda found: found["IngestionStatus"] in ("COMPLETED", "FAILED", "CANCELLED"))
