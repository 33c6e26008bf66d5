"""Glue and Athena share one catalog."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.waiting import eventually

BUCKET = "data-of-glue"


@pytest.fixture(scope="module")
def glue(client: Callable[[str], Any]) -> Any:
    client("s3").create_bucket(Bucket=BUCKET)
    return client("glue")


def run(athena: Any, sql: str) -> list[list[str | None]]:
    output = {"OutputLocation": f"s3://{BUCKET}/results/"}
    query_id = athena.start_query_execution(QueryString=sql, ResultConfiguration=output)["QueryExecutionId"]

    status = eventually(
        lambda: athena.get_query_execution(QueryExecutionId=query_id)["QueryExecution"]["Status"],
        lambda found: found["State"] in ("SUCCEEDED", "FAILED"),
    )
    assert status["State"] == "SUCCEEDED", status
    rows = athena.get_query_results(QueryExecutionId=query_id)["ResultSet"]["Rows"]
    return [[item.get("VarCharValue") for item in row["Data"]] for row in rows]


def test_the_default_database_is_there_from_the_start(glue: Any) -> None:
    assert glue.get_database(Name="default")["Database"]["Name"] == "default"


def test_a_table_made_by_athena_is_in_glue(glue: Any, client: Callable[[str], Any]) -> None:
    run(
        client("athena"),
        "CREATE EXTERNAL TABLE Made_By_Athena (A int COMMENT 'first', s struct<x:int,y:array<string>>) "
        "ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' WITH SERDEPROPERTIES ('ignore.malformed.json'='true') "
        "LOCATION 's3://data-of-glue/made/' TBLPROPERTIES ('owner'='me')",
    )
    table = glue.get_table(DatabaseName="default", Name="made_by_athena")["Table"]
    storage = table["StorageDescriptor"]
    assert (table["TableType"], table["Parameters"]["owner"], storage["Location"], storage["Columns"]) == (
        "EXTERNAL_TABLE",
        "me",
        "s3://data-of-glue/made",
        [{"Name": "a", "Type": "int", "Comment": "first"}, {"Name": "s", "Type": "struct<x:int,y:array<string>>"}],
    )
    assert storage["SerdeInfo"] == {
        "SerializationLibrary": "org.openx.data.jsonserde.JsonSerDe",
        "Parameters": {"serialization.format": "1", "ignore.malformed.json": "true"},
    }


def test_a_table_made_by_glue_is_queryable(glue: Any, client: Callable[[str], Any]) -> None:
    client("s3").put_object(Bucket=BUCKET, Key="made-by-glue/1", Body=b'{"a": 1}\n')
    glue.create_table(
        DatabaseName="default",
        TableInput={
            "Name": "Made_By_Glue",
            "StorageDescriptor": {
                "Columns": [{"Name": "a", "Type": "int"}],
                "Location": f"s3://{BUCKET}/made-by-glue",
                "SerdeInfo": {"SerializationLibrary": "org.openx.data.jsonserde.JsonSerDe"},
            },
        },
    )
    assert run(client("athena"), "SELECT a FROM made_by_glue") == [["a"], ["1"]]
    assert glue.get_table(DatabaseName="default", Name="MADE_BY_GLUE")["Table"]["Name"] == "made_by_glue"


def test_tables_are_searched_by_text_and_by_filter(glue: Any) -> None:
    for name, owner in (("sought_menu", "cook"), ("sought_bill", "waiter")):
        glue.create_table(DatabaseName="default", TableInput={"Name": name, "Owner": owner})

    def found(**given: Any) -> list[str]:
        return sorted(table["Name"] for table in glue.search_tables(**given)["TableList"])

    assert found(SearchText="sought_") == ["sought_bill", "sought_menu"]
    assert found(SearchText='"sought_menu"') == ["sought_menu"]
    assert found(SearchText="sought_", Filters=[{"Key": "Owner", "Value": "waiter"}]) == ["sought_bill"]
    for name in ("sought_menu", "sought_bill"):
        glue.delete_table(DatabaseName="default", Name=name)


def test_what_is_not_emulated_is_refused(glue: Any) -> None:
    with pytest.raises(glue.exceptions.InvalidInputException, match="GetUserDefinedFunctions is not emulated"):
        glue.get_user_defined_functions(DatabaseName="default", Pattern="*")


@pytest.fixture(scope="module")
def parted(glue: Any) -> dict[str, str]:
    """A table with five partitions, described as briefly as Glue allows."""
    names = {"DatabaseName": "default", "TableName": "parted_by_glue"}
    table = {
        "Name": names["TableName"],
        "PartitionKeys": [{"Name": "n", "Type": "string"}],
        "StorageDescriptor": {"Columns": []},
    }
    glue.create_table(DatabaseName="default", TableInput=table)
    inputs = [{"Values": [f"{n}"], "StorageDescriptor": {"Columns": []}} for n in range(5)]
    glue.batch_create_partition(**names, PartitionInputList=inputs)
    return names


def test_a_storage_is_described_whole(glue: Any, parted: dict[str, str]) -> None:
    table = glue.get_table(DatabaseName="default", Name=parted["TableName"])["Table"]
    partition = glue.get_partition(**parted, PartitionValues=["0"])["Partition"]
    for described in (table, partition):
        storage = described["StorageDescriptor"]
        assert (storage["NumberOfBuckets"], storage["Compressed"], storage["StoredAsSubDirectories"]) == (
            0,
            False,
            False,
        )


def test_each_partition_is_in_one_segment(glue: Any, parted: dict[str, str]) -> None:
    segments = [{"SegmentNumber": number, "TotalSegments": 3} for number in range(3)]
    found = [glue.get_partitions(**parted, Segment=segment, Expression="")["Partitions"] for segment in segments]
    assert sorted(each["Values"][0] for segment in found for each in segment) == ["0", "1", "2", "3", "4"]
    assert all(found)


def test_a_batch_of_partitions_leaves_none_for_later(glue: Any, parted: dict[str, str]) -> None:
    answer = glue.batch_get_partition(**parted, PartitionsToGet=[{"Values": ["1"]}, {"Values": ["3"]}])
    assert ([each["Values"] for each in answer["Partitions"]], answer["UnprocessedKeys"]) == ([["1"], ["3"]], [])
