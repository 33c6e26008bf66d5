"""Glue and Athena are there again after a SIGKILL."""

from collections.abc import Callable
from typing import Any

from tests.restartable import Restartable
from tests.waiting import eventually


def without_metadata(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "ResponseMetadata"}


def asked(restartable: Restartable, query: str) -> list[dict[str, Any]]:
    glue, athena = restartable.client("glue"), restartable.client("athena")
    operations: list[Callable[[], dict[str, Any]]] = [
        lambda: glue.get_databases(),
        lambda: glue.get_tables(DatabaseName="kept"),
        lambda: glue.get_table_versions(DatabaseName="kept", TableName="t"),
        lambda: glue.get_partitions(DatabaseName="kept", TableName="t"),
        lambda: athena.get_work_group(WorkGroup="kept"),
        lambda: athena.get_query_execution(QueryExecutionId=query),
        lambda: athena.get_query_results(QueryExecutionId=query),
    ]
    return [without_metadata(operation()) for operation in operations]


def test_the_catalog_and_the_history_of_queries_survive_a_kill(restartable: Restartable) -> None:
    glue, athena = restartable.client("glue"), restartable.client("athena")
    restartable.client("s3").create_bucket(Bucket="kept-results")
    columns = {"Columns": [{"Name": "a", "Type": "int"}], "Location": "s3://kept-results/t/"}
    table = {"Name": "t", "StorageDescriptor": columns, "PartitionKeys": [{"Name": "p", "Type": "string"}]}
    glue.create_database(DatabaseInput={"Name": "kept"})
    glue.create_table(DatabaseName="kept", TableInput=table)
    glue.update_table(DatabaseName="kept", TableInput=table | {"Description": "changed"})
    glue.create_partition(
        DatabaseName="kept", TableName="t", PartitionInput={"Values": ["x"], "StorageDescriptor": columns}
    )
    location = {"ResultConfiguration": {"OutputLocation": "s3://kept-results/"}}
    athena.create_work_group(Name="kept", Configuration=location)
    query = athena.start_query_execution(QueryString="SELECT 1 AS one", WorkGroup="kept")["QueryExecutionId"]
    execution = eventually(
        lambda: athena.get_query_execution(QueryExecutionId=query)["QueryExecution"],
        lambda it: it["Status"]["State"] == "SUCCEEDED",
    )
    assert execution["Status"]["State"] == "SUCCEEDED"
    before = asked(restartable, query)
    restartable.kill()
    restartable.start()
    assert asked(restartable, query) == before
