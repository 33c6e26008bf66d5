"""Athena by stock boto3: the tutorial's table, the life of a query, results, refusals."""

import gzip
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.athena import DATA, OUTPUT, Athena
from tests.waiting import eventually

# The tutorial's statement, with another name and place.
CREATE_TABLE = """CREATE EXTERNAL TABLE {name} (
element_clicked STRING,
time_spent INT,
source_menu STRING,
created_at STRING
)
PARTITIONED BY (
datehour STRING
)
ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
with serdeproperties ( 'paths'='element_clicked, time_spent, source_menu, created_at' )
LOCATION "s3://data-of-athena/{name}/"
TBLPROPERTIES (
"projection.enabled" = "true",
"projection.datehour.type" = "date",
"projection.datehour.format" = "yyyy/MM/dd/HH",
"projection.datehour.range" = "2021/01/01/00,NOW",
"projection.datehour.interval" = "1",
"projection.datehour.interval.unit" = "HOURS",
"storage.location.template" = "s3://data-of-athena/{name}/${{datehour}}/"
)"""


@pytest.fixture(scope="module")
def clicks(athena: Athena) -> Iterator[tuple[str, str]]:
    """(table, hour) of a table with three clicks in the hour."""
    hour = datetime.now(UTC).strftime("%Y/%m/%d/%H")
    lines = (
        b'{"element_clicked": "entree_1", "time_spent": 67, "source_menu": "m", "created_at": "2022u2013"}\n'
        b'{"element_clicked": "entree_4", "time_spent": 32, "source_menu": "m", "createdAt": "x"}\n'
    )
    athena.s3.put_object(Bucket=DATA, Key=f"clicks/{hour}/stream-1", Body=lines)
    athena.s3.put_object(
        Bucket=DATA, Key=f"clicks/{hour}/stream-2.gz", Body=gzip.compress(b'{"element_clicked": "drink_1"}')
    )
    athena.s3.put_object(Bucket=DATA, Key=f"clicks/processing-failed/{hour}/stream-1", Body=b"not read")
    athena.rows(CREATE_TABLE.format(name="clicks"))
    yield "clicks", hour
    athena.rows("DROP TABLE clicks")


def test_the_tutorials_table_is_queryable(athena: Athena, clicks: tuple[str, str]) -> None:
    table, hour = clicks
    header, *rows = athena.rows(f"SELECT * FROM {table}")
    assert header == ["element_clicked", "time_spent", "source_menu", "created_at", "datehour"]
    assert sorted(rows, key=str) == [
        ["drink_1", None, None, None, hour],
        ["entree_1", "67", "m", "2022u2013", hour],
        ["entree_4", "32", "m", None, hour],
    ]


def test_a_query_goes_through_its_life_and_leaves_its_files(athena: Athena, clicks: tuple[str, str]) -> None:
    table, hour = clicks
    execution = athena.run(f"SELECT time_spent, \"$path\" FROM {table} WHERE time_spent = 67 AND datehour = '{hour}'")
    shown = {
        name: execution[name] for name in ("StatementType", "SubstatementType", "WorkGroup", "QueryExecutionContext")
    }
    assert shown == {
        "StatementType": "DML",
        "SubstatementType": "SELECT",
        "WorkGroup": "primary",
        "QueryExecutionContext": {"Database": "default", "Catalog": "awsdatacatalog"},
    }
    assert execution["Statistics"]["DataScannedInBytes"] > 100
    expected = f'"time_spent","$path"\n"67","s3://{DATA}/clicks/{hour}/stream-1"\n'
    assert athena.file(execution) == expected.encode()
    assert b"time_spent" in athena.file(execution, ".metadata")


def test_columns_have_athenas_types(athena: Athena) -> None:
    execution = athena.run(
        "SELECT 'a' AS v, 1 AS i, count(*) AS b, 1.5 AS d, array[1] AS l, now() AS t, "
        "cast(1 AS real) AS f, cast('a' AS varchar(9)) AS n"
    )
    results = athena.client.get_query_results(QueryExecutionId=execution["QueryExecutionId"])
    columns = results["ResultSet"]["ResultSetMetadata"]["ColumnInfo"]
    assert [(item["Name"], item["Type"], item["Precision"]) for item in columns] == [
        ("v", "varchar", 2147483647),
        ("i", "integer", 10),
        ("b", "bigint", 19),
        ("d", "double", 17),
        ("l", "array", 0),
        ("t", "timestamp with time zone", 3),
        ("f", "float", 17),
        ("n", "varchar", 9),
    ]
    assert {item["CatalogName"] for item in columns} == {"hive"}


def test_results_come_in_pages_with_one_header(athena: Athena) -> None:
    rows = athena.rows("SELECT x FROM UNNEST(sequence(1, 2500)) AS t(x) ORDER BY x")
    assert rows == [["x"], *([str(number)] for number in range(1, 2501))]


def test_results_of_a_deleted_file_are_not_found(athena: Athena) -> None:
    execution = athena.run("SELECT 1")
    key = execution["ResultConfiguration"]["OutputLocation"].removeprefix(f"s3://{OUTPUT}/")
    athena.s3.delete_object(Bucket=OUTPUT, Key=key)
    with pytest.raises(ClientError, match=r"Could not find results"):
        athena.client.get_query_results(QueryExecutionId=execution["QueryExecutionId"])


def test_a_failed_query_says_why(athena: Athena, clicks: tuple[str, str]) -> None:
    execution = athena.run("SELECT\nelement_clicked, nope FROM clicks")
    status = execution["Status"]
    reason = (
        "COLUMN_NOT_FOUND: line 2:18: Column 'nope' cannot be resolved or requester is not authorized to access "
        "requested resources"
    )
    assert (status["State"], status["StateChangeReason"]) == ("FAILED", reason)
    assert status["AthenaError"] == {
        "ErrorCategory": 2,
        "ErrorType": 1006,
        "Retryable": False,
        "ErrorMessage": reason,
    }
    with pytest.raises(ClientError, match=r"Query did not finish successfully. Final query state: FAILED"):
        athena.client.get_query_results(QueryExecutionId=execution["QueryExecutionId"])


def test_a_running_query_can_be_stopped(athena: Athena) -> None:
    many = "UNNEST(sequence(1, 10000))"
    endless = f"SELECT count(*) FROM {many} AS a(x) CROSS JOIN {many} AS b(y) CROSS JOIN {many} AS c(z)"
    query_id = athena.start(f"{endless} WHERE x * y % 7 = 3")
    eventually(lambda: athena.execution(query_id)["Status"]["State"], lambda state: state == "RUNNING")
    with pytest.raises(ClientError, match=r"Query has not yet finished. Current state: RUNNING"):
        athena.client.get_query_results(QueryExecutionId=query_id)
    athena.client.stop_query_execution(QueryExecutionId=query_id)
    assert athena.execution(query_id)["Status"]["State"] == "CANCELLED"
    assert athena.rows("SELECT 1") == [["_col0"], ["1"]]


def test_the_same_token_starts_one_query(athena: Athena) -> None:
    token = uuid.uuid4().hex
    first = athena.start("SELECT 1", ClientRequestToken=token)
    assert athena.start("SELECT 1", ClientRequestToken=token) == first
    with pytest.raises(ClientError, match=r"Idempotent parameters do not match"):
        athena.start("SELECT 2", ClientRequestToken=token)


def test_parameters_are_values_not_text(athena: Athena) -> None:
    assert athena.rows("SELECT ?, ?", ExecutionParameters=["'it''s'", "7"]) == [["_col0", "_col1"], ["it's", "7"]]
    given = ["(SELECT 1)", "Washington"]
    assert athena.rows("SELECT ?, ?", ExecutionParameters=given) == [["_col0", "_col1"], given]


REFUSALS = [
    (
        {"QueryString": "SELECT FROM t"},
        ("line 1:8: mismatched input 'FROM'. Expecting: '*', 'ALL', 'DISTINCT', <expression>", "MALFORMED_QUERY"),
    ),
    ({"QueryString": "USE d"}, ("Queries of this type are not supported", "MALFORMED_QUERY")),
    (
        {"QueryString": "SELECT 1", "ResultConfiguration": {"OutputLocation": "results"}},
        ("outputLocation is not a valid S3 path.", "INVALID_INPUT"),
    ),
    (
        {"QueryString": f"SELECT '{'é' * 131_072}'"},
        (
            "1 validation error detected: Value at 'queryString' failed to satisfy constraint: Member must have length "
            "less than or equal to 262144",
            "INVALID_INPUT",
        ),
    ),
    ({"QueryString": "SELECT 1", "WorkGroup": "nope"}, ("WorkGroup is not found.", "WORKGROUP_NOT_FOUND")),
    (
        {"QueryString": "SELECT 1", "ResultConfiguration": {"OutputLocation": "s3://no-such-bucket/"}},
        ("Unable to verify/create output bucket no-such-bucket", "INVALID_INPUT"),
    ),
    (
        {"QueryString": "SELECT 1", "EngineConfiguration": {"MaxConcurrentDpus": 20}},
        ("EngineConfiguration is not emulated", "INVALID_INPUT"),
    ),
    (
        {"QueryString": "SELECT 1", "QueryExecutionContext": {"Catalog": "nope"}},
        ("Catalog nope was not found", "INVALID_INPUT"),
    ),
    (
        {"QueryString": "SELECT 1", "WorkGroup": "a b"},
        (
            "1 validation error detected: Value 'a b' at 'workGroup' failed to satisfy constraint: Member must satisfy "
            "regular expression pattern: [a-zA-Z0-9._-]{1,128}",
            "INVALID_INPUT",
        ),
    ),
    ({"QueryString": "VACUUM t"}, ("VACUUM is not emulated", "NOT_SUPPORTED")),
    (
        {"QueryString": "CREATE EXTERNAL TABLE x (a int) STORED AS ION LOCATION 's3://b/'"},
        ("the format ION is not emulated", "NOT_SUPPORTED"),
    ),
    (
        {"QueryString": "ALTER TABLE t SET FILEFORMAT ORC"},
        ("Queries of this type are not supported", "MALFORMED_QUERY"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("request_", "refusal"), REFUSALS)
def test_a_bad_request_is_refused_at_once(athena: Athena, request_: dict[str, Any], refusal: tuple[str, str]) -> None:
    given = {"ResultConfiguration": {"OutputLocation": f"s3://{OUTPUT}/"}} | request_
    assert athena.refusal(**given) == refusal


def test_an_unknown_execution_is_not_found(athena: Athena) -> None:
    query_id = str(uuid.uuid4())
    with pytest.raises(ClientError, match=rf"QueryExecution {query_id} was not found"):
        athena.execution(query_id)


def test_show_and_describe_print_the_catalog(athena: Athena, clicks: tuple[str, str]) -> None:
    assert ["clicks"] in athena.rows("SHOW TABLES")
    assert athena.rows("SHOW TABLES IN default 'clic*'") == [["clicks"]]
    assert ["default"] in athena.rows("SHOW DATABASES")
    assert athena.rows("SHOW PARTITIONS clicks") == []
    assert athena.rows("DESCRIBE clicks")[1] == ["time_spent          \tint                 \tfrom deserializer   "]


def test_show_create_table_makes_the_same_table(athena: Athena, clicks: tuple[str, str]) -> None:
    printed = athena.rows("SHOW CREATE TABLE clicks")
    statement = "\n".join(str(line) for (line,) in printed)
    athena.rows(statement.replace("`clicks`", "`again`"))
    assert len(athena.rows("SELECT * FROM again")) == 4
    athena.rows("DROP TABLE again")


def test_logs_are_read_by_a_regular_expression(athena: Athena) -> None:
    athena.s3.put_object(Bucket=DATA, Key="logs/1", Body=b'#Fields\n2026-11-23\t200 "GET /"\n')
    athena.rows(
        r"""CREATE EXTERNAL TABLE logs (`date` date, status int, request string)
            ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.RegexSerDe'
            WITH SERDEPROPERTIES ("input.regex" = "^(?!#)([^\\s]+)\\s+(\\d+) \"([^\"]*)\"$")
            LOCATION 's3://data-of-athena/logs/'"""
    )
    assert athena.rows("SELECT * FROM logs WHERE status IS NOT NULL")[1:] == [["2026-11-23", "200", "GET /"]]
    athena.rows("DROP TABLE logs")


def test_a_serde_that_athena_lacks_makes_no_table(athena: Athena) -> None:
    failed = athena.run("CREATE EXTERNAL TABLE no (a int) ROW FORMAT SERDE 'com.example.Serde' LOCATION 's3://b/no/'")
    assert failed["Status"]["StateChangeReason"] == (
        "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. "
        "Cannot validate serde: com.example.Serde"
    )


def test_databases_hold_tables_and_partitions(athena: Athena) -> None:
    athena.rows("CREATE DATABASE IF NOT EXISTS shop COMMENT 'a shop'")
    athena.rows(
        "CREATE EXTERNAL TABLE shop.sales (amount double) PARTITIONED BY (day string) "
        "ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://data-of-athena/sales/'"
    )
    athena.s3.put_object(Bucket=DATA, Key="sales/monday/1", Body=b'{"amount": 2.5}')
    athena.rows(
        "ALTER TABLE shop.sales ADD IF NOT EXISTS PARTITION (day='mon') LOCATION 's3://data-of-athena/sales/monday/'"
    )
    context = {"QueryExecutionContext": {"Database": "shop"}}
    assert athena.rows("SELECT * FROM sales", **context) == [["amount", "day"], ["2.5", "mon"]]
    assert athena.rows("SHOW PARTITIONS sales", **context) == [["day=mon"]]
    assert athena.run("DROP DATABASE shop")["Status"]["State"] == "FAILED"
    athena.rows("DROP DATABASE shop CASCADE")
    assert ["shop"] not in athena.rows("SHOW DATABASES")


def test_the_catalog_operations_show_what_glue_has(athena: Athena, clicks: tuple[str, str]) -> None:
    names = {"CatalogName": "AwsDataCatalog", "DatabaseName": "default"}
    table = athena.client.get_table_metadata(**names, TableName="clicks")["TableMetadata"]
    assert (table["Columns"][1], table["PartitionKeys"]) == (
        {"Name": "time_spent", "Type": "int"},
        [{"Name": "datehour", "Type": "string"}],
    )
    assert athena.client.get_database(**names)["Database"]["Name"] == "default"
    assert "clicks" in [item["Name"] for item in athena.client.list_table_metadata(**names)["TableMetadataList"]]
