"""Data sets in SPICE, and their ingestions."""

import uuid
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.athena import Athena
from tests.unit.quicksight.samples import Json
from tests.wire.quicksight.requests import (
    ACCOUNT,
    definition,
    embed_url,
    fetched,
    ingested,
    refusal,
    set_request,
)


def test_spice_keeps_the_rows_of_its_ingestion(quicksight: Any, athena: Athena, source: str, place: Json) -> None:
    s3, name = athena.s3, f"spice-{uuid.uuid4()}"
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="lines/1", Body=b'{"item": "tea"}\n')
    table = name.replace("-", "_")
    location = f"LOCATION 's3://{name}/lines/'"
    athena.run(
        f"CREATE EXTERNAL TABLE {table} (item string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' {location}"
    )
    physical = {
        "DataSourceArn": source,
        "Schema": "default",
        "Name": table,
        "InputColumns": [{"Name": "item", "Type": "STRING"}],
    }
    request = set_request(
        source, DataSetId=name, ImportMode="SPICE", PhysicalTableMap={"t": {"RelationalTable": physical}}
    )
    created = quicksight.create_data_set(**request)
    assert ingested(quicksight, name, created["IngestionId"])["RowInfo"]["RowsIngested"] == 1
    quicksight.create_dashboard(**place, Name="Orders", Definition=definition(created["Arn"]))
    url = embed_url(quicksight, place)
    s3.put_object(Bucket=name, Key="lines/2", Body=b'{"item": "soup"}\n')
    before = fetched(f"{url}/visuals/v")["rows"]
    quicksight.create_ingestion(AwsAccountId=ACCOUNT, DataSetId=name, IngestionId="again")
    ingested(quicksight, name, "again")
    listed = quicksight.list_ingestions(AwsAccountId=ACCOUNT, DataSetId=name)["Ingestions"]
    assert (before, fetched(f"{url}/visuals/v")["rows"], [each["RequestType"] for each in listed]) == (
        [["tea", 1]],
        [["soup", 1], ["tea", 1]],
        ["FULL_REFRESH", "INITIAL_INGESTION"],
    )
    quicksight.delete_data_set(AwsAccountId=ACCOUNT, DataSetId=name)


def test_an_ingestion_that_fails_says_why(quicksight: Any, source: str) -> None:
    columns = [{"Name": "item", "Type": "STRING"}]
    table = {"DataSourceArn": source, "Schema": "default", "Name": "no_such_table", "InputColumns": columns}
    request = set_request(
        source, DataSetId="failing", ImportMode="SPICE", PhysicalTableMap={"t": {"RelationalTable": table}}
    )
    failed = ingested(quicksight, "failing", quicksight.create_data_set(**request)["IngestionId"])
    quicksight.delete_data_set(AwsAccountId=ACCOUNT, DataSetId="failing")
    assert (failed["IngestionStatus"], failed["ErrorInfo"]["Type"]) == ("FAILED", "SQL_TABLE_NOT_FOUND")


def test_a_data_set_of_direct_query_takes_no_ingestion(quicksight: Any, data_set: str) -> None:
    with pytest.raises(ClientError) as error:
        quicksight.create_ingestion(AwsAccountId=ACCOUNT, DataSetId="wire", IngestionId="i")
    assert refusal(error)[0] == "InvalidParameterValueException"
