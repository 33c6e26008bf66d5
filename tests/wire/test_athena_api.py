"""The rest of Athena's API by stock boto3: results used again, pages, statistics, catalogs."""

import threading
from typing import Any

import pytest
from botocore.exceptions import ClientError

from offline_aws.athena.paging import token_of
from tests.athena import DATA, OUTPUT, Athena

REUSE = {"ResultReuseConfiguration": {"ResultReuseByAgeConfiguration": {"Enabled": True, "MaxAgeInMinutes": 5}}}


def test_a_result_is_used_again_while_it_is_young_and_there(athena: Athena) -> None:
    first = athena.run("SELECT 1 AS reused")
    again = athena.run("SELECT 1 AS reused", **REUSE)
    assert again["Statistics"]["ResultReuseInformation"] == {"ReusedPreviousResult": True}
    assert again["ResultConfiguration"] == first["ResultConfiguration"]
    rows = athena.client.get_query_results(QueryExecutionId=again["QueryExecutionId"])["ResultSet"]["Rows"]
    assert rows[1] == {"Data": [{"VarCharValue": "1"}]}
    athena.s3.delete_object(Bucket=OUTPUT, Key=first["ResultConfiguration"]["OutputLocation"].rpartition("/")[2])
    fresh = athena.run("SELECT 1 AS reused", **REUSE)
    assert fresh["Statistics"]["ResultReuseInformation"] == {"ReusedPreviousResult": False}


def test_no_result_is_used_again_that_is_too_old_or_of_another_query(athena: Athena) -> None:
    athena.run("SELECT 2 AS reused")
    age = {"ResultReuseByAgeConfiguration": {"Enabled": True, "MaxAgeInMinutes": 0}}
    for sql, reuse in (("SELECT 2 AS reused", age), ("SELECT 3 AS reused", REUSE["ResultReuseConfiguration"])):
        execution = athena.run(sql, ResultReuseConfiguration=reuse)
        assert execution["Statistics"]["ResultReuseInformation"] == {"ReusedPreviousResult": False}


def test_pages_of_any_size_hold_every_row_once(athena: Athena) -> None:
    query = "SELECT x, 'a\nb\r\n\"c\"' AS y FROM UNNEST(sequence(1, 10)) AS t(x)"
    query_id = athena.run(query)["QueryExecutionId"]
    sizes, rows, token = [], [], {}
    while True:
        page = athena.client.get_query_results(QueryExecutionId=query_id, MaxResults=4, **token)
        found = page["ResultSet"]["Rows"]
        sizes.append(len(found))
        rows += [[item["VarCharValue"] for item in row["Data"]] for row in found]
        if "NextToken" not in page:
            break
        token = {"NextToken": page["NextToken"]}
    assert sizes == [4, 4, 3]
    assert rows[0] == ["x", "y"]
    assert sorted(rows[1:], key=lambda row: int(row[0])) == [[str(x), 'a\nb\r\n"c"'] for x in range(1, 11)]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"MaxResults": 1001},
            "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have "
            "value less than or equal to 1000",
        ),
        ({"NextToken": "x"}, "NextToken is invalid"),
        ({"NextToken": "1"}, "NextToken is invalid"),
        ({"NextToken": token_of(["another query", None], 1)}, "NextToken is invalid"),
    ],
)
def test_a_page_that_can_not_be_is_refused(athena: Athena, given: dict[str, Any], message: str) -> None:
    query_id = athena.run("SELECT 1")["QueryExecutionId"]
    with pytest.raises(athena.client.exceptions.InvalidRequestException) as refused:
        athena.client.get_query_results(QueryExecutionId=query_id, **given)
    assert refused.value.response["Error"]["Message"] == message


def test_statistics_count_bytes_and_rows(athena: Athena) -> None:
    athena.rows(f"CREATE EXTERNAL TABLE counted (a string) LOCATION 's3://{DATA}/counted/'")
    athena.s3.put_object(Bucket=DATA, Key="counted/1", Body=b"x\ny\nz\n")
    execution = athena.run("SELECT a FROM counted WHERE a <> 'x'")
    query_id = execution["QueryExecutionId"]
    statistics = athena.client.get_query_runtime_statistics(QueryExecutionId=query_id)["QueryRuntimeStatistics"]
    assert statistics["Rows"] == {
        "InputRows": 3,
        "InputBytes": 6,
        "OutputRows": 2,
        "OutputBytes": len('"a"\n"y"\n"z"\n'),
    }
    stage = statistics["OutputStage"]
    assert (stage["State"], stage["OutputRows"]) == ("FINISHED", 2)
    timeline, shown = statistics["Timeline"], execution["Statistics"]
    assert timeline["TotalExecutionTimeInMillis"] == shown["TotalExecutionTimeInMillis"]
    athena.rows("DROP TABLE counted")


def test_of_columnar_objects_the_columns_of_the_query_are_scanned(athena: Athena) -> None:
    made = athena.run("CREATE TABLE columnar AS SELECT 1 AS a, repeat('x', 999) || cast(random() AS varchar) AS b")
    assert made["Status"]["State"] == "SUCCEEDED"
    whole, one, none = (
        athena.run(f"SELECT {shown} FROM columnar")["Statistics"]["DataScannedInBytes"]
        for shown in ("*", "a", "count(*)")
    )
    assert whole > one > none == 0
    assert athena.run("DROP TABLE columnar")["Statistics"]["DataScannedInBytes"] == 0


def test_what_was_written_is_listed_in_a_manifest(athena: Athena) -> None:
    execution = athena.run(f"UNLOAD (SELECT 1 AS a) TO 's3://{DATA}/manifest/' WITH (format = 'JSON')")
    assert execution["Statistics"]["DataManifestLocation"].endswith("-manifest.csv")
    listed = athena.client.get_query_results(
        QueryExecutionId=execution["QueryExecutionId"], QueryResultType="DATA_MANIFEST"
    )
    ((item,),) = [row["Data"] for row in listed["ResultSet"]["Rows"]]
    assert item["VarCharValue"].startswith(f"s3://{DATA}/manifest/")


def test_data_catalogs_are_registered_and_not_queried(athena: Athena) -> None:
    function = {"function": "arn:aws:lambda:us-east-1:000000000000:function:connector"}
    athena.client.create_data_catalog(Name="lambdas", Type="LAMBDA", Description="mine", Parameters=function)
    shown = athena.client.get_data_catalog(Name="lambdas")["DataCatalog"]
    assert (shown["Type"], shown["Description"], shown["Parameters"]) == ("LAMBDA", "mine", function)
    listed = athena.client.list_data_catalogs()["DataCatalogsSummary"]
    assert [item["CatalogName"] for item in listed] == ["AwsDataCatalog", "lambdas"]
    with pytest.raises(ClientError, match="a query of the data catalog lambdas, of type LAMBDA, is not emulated"):
        athena.start("SELECT 1", QueryExecutionContext={"Catalog": "lambdas"})
    athena.client.delete_data_catalog(Name="lambdas")
    with pytest.raises(ClientError, match="Data catalog lambdas was not found"):
        athena.client.get_data_catalog(Name="lambdas")


def test_a_data_catalog_needs_the_parameters_of_its_type(athena: Athena) -> None:
    with pytest.raises(ClientError, match="needs the parameters function or metadata-function, record-function"):
        athena.client.create_data_catalog(Name="bad", Type="LAMBDA")
    with pytest.raises(ClientError, match="AwsDataCatalog can not be changed or deleted"):
        athena.client.delete_data_catalog(Name="AwsDataCatalog")


def test_tables_are_listed_by_a_pattern(athena: Athena) -> None:
    for name in ("listed_one", "listed_two"):
        athena.rows(f"CREATE EXTERNAL TABLE {name} (a int) COMMENT 'c' LOCATION 's3://{DATA}/{name}/'")
    given = {"CatalogName": "AwsDataCatalog", "DatabaseName": "default"}
    found = athena.client.list_table_metadata(**given, Expression="listed_.*")["TableMetadataList"]
    assert [(item["Name"], item["Parameters"]["comment"]) for item in found] == [
        ("listed_one", "c"),
        ("listed_two", "c"),
    ]
    with pytest.raises(athena.client.exceptions.MetadataException):
        athena.client.list_table_metadata(CatalogName="AwsDataCatalog", DatabaseName="nope")
    for name in ("listed_one", "listed_two"):
        athena.rows(f"DROP TABLE {name}")


def test_engine_versions_are_listed(athena: Athena) -> None:
    versions = athena.client.list_engine_versions()["EngineVersions"]
    assert [item["SelectedEngineVersion"] for item in versions] == ["AUTO", "Athena engine version 3"]


def test_an_operation_that_is_not_emulated_says_so(athena: Athena) -> None:
    with pytest.raises(athena.client.exceptions.InvalidRequestException, match="ListCapacityReservations is not emul"):
        athena.client.list_capacity_reservations()


ERRORS = [
    ("SELECT 1/0", (2, 1001)),
    ("SELECT * FROM nowhere", (2, 1301)),
    ("SELECT nope(1)", (2, 1303)),
    ("SELECT date_parse('x', '%Y')", (2, 1106)),
    ("DROP DATABASE nowhere", (2, 1006)),
]


@pytest.mark.parametrize(("query", "kind"), ERRORS)
def test_an_error_has_the_type_of_the_catalog_of_errors(athena: Athena, query: str, kind: tuple[int, int]) -> None:
    error = athena.run(query)["Status"]["AthenaError"]
    assert (error["ErrorCategory"], error["ErrorType"]) == kind


def test_a_failed_ddl_statement_says_so_as_hive_does(athena: Athena) -> None:
    reason = athena.run("DROP DATABASE nowhere")["Status"]["StateChangeReason"]
    assert reason == "FAILED: SemanticException [Error 10072]: Database does not exist: nowhere"


def test_a_batch_says_what_is_not_there(athena: Athena) -> None:
    query_id = athena.run("SELECT 1")["QueryExecutionId"]
    batch = athena.client.batch_get_query_execution(QueryExecutionIds=[query_id, "nope"])
    assert [item["QueryExecutionId"] for item in batch["QueryExecutions"]] == [query_id]
    assert [item["ErrorCode"] for item in batch["UnprocessedQueryExecutionIds"]] == ["QUERY_EXECUTION_NOT_FOUND"]


def test_heavy_queries_neither_block_others_nor_outlive_their_cancellation(athena: Athena) -> None:
    sort = (
        "SELECT max(z) FROM (SELECT row_number() OVER (ORDER BY x * 7919 % 1000003, y) AS z FROM "
        "UNNEST(sequence(1, 9999)) AS a(x) CROSS JOIN UNNEST(sequence(1, 9999)) AS b(y))"
    )
    heavy = [athena.start(sort) for _ in range(6)]
    assert athena.rows("SELECT 1") == [["_col0"], ["1"]]
    assert ["default"] in athena.rows("SHOW DATABASES")
    assert {athena.execution(item)["Status"]["State"] for item in heavy} == {"RUNNING"}
    threads = [
        threading.Thread(target=athena.client.stop_query_execution, kwargs={"QueryExecutionId": item}) for item in heavy
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {athena.execution(item)["Status"]["State"] for item in heavy} == {"CANCELLED"}
    assert athena.rows("SELECT 1") == [["_col0"], ["1"]]
