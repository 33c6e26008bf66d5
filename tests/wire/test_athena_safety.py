"""A query reads S3 through the catalog and nothing else: what is tried through StartQueryExecution fails."""

import base64
import json
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.athena import DATA, Athena

REFUSED_AT_ONCE = [
    "COPY (SELECT 1) TO '/tmp/never.csv'",
    "COPY t FROM '/etc/passwd'",
    "ATTACH '/tmp/never.db'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "PRAGMA database_list",
    "SET enable_external_access = true",
    "EXPORT DATABASE '/tmp/never'",
    "CALL pragma_version()",
    "FROM read_csv('/etc/passwd')",
    "SUMMARIZE t",
    "SELECT 1; COPY (SELECT 1) TO '/tmp/never.csv'",
    "CREATE MACRO f(x) AS x",
    "CREATE SECRET s (TYPE s3)",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_csv_auto('/etc/passwd')",
    "SELECT * FROM read_parquet('/etc/passwd')",
    "SELECT * FROM read_json('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('/etc/passwd')",
    "SELECT * FROM glob('/*')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM duckdb_settings()",
    "SELECT * FROM pragma_version()",
    "SELECT * FROM query('SELECT 1')",
    "SELECT * FROM query_table('rows_0')",
    "SELECT * FROM range(10)",
    "SELECT (SELECT content FROM read_text('/etc/passwd'))",
    "WITH a AS (SELECT * FROM read_text('/etc/passwd')) SELECT * FROM a",
    "SELECT 1 WHERE EXISTS (SELECT * FROM glob('/*'))",
    "SELECT 1 UNION ALL SELECT 2 FROM read_text('/etc/passwd')",
    "SELECT * FROM (VALUES 1) AS t(x) CROSS JOIN LATERAL (SELECT * FROM glob('/*'))",
]


@pytest.mark.parametrize("statement", REFUSED_AT_ONCE)
def test_a_statement_that_is_not_athenas_does_not_start(athena: Athena, statement: str) -> None:
    with pytest.raises(ClientError, match="InvalidRequestException"):
        athena.start(statement)


FAILED = [
    "SELECT * FROM TABLE(read_text('/etc/passwd'))",
    'SELECT * FROM "/etc/passwd"',
    "SELECT * FROM duckdb_tables",
    "SELECT * FROM sqlite_master",
    "SELECT * FROM rows_0",
    "SELECT * FROM memory.main.rows_0",
    "SELECT getenv('HOME')",
    "SELECT current_setting('temp_directory')",
]


@pytest.mark.parametrize("query", FAILED)
def test_a_query_that_reaches_out_fails_as_unknown_or_not_emulated(athena: Athena, query: str) -> None:
    status = athena.run(query)["Status"]
    code = status.get("StateChangeReason", "").split(":")[0]
    assert (status["State"], code) in [
        ("FAILED", known)
        for known in ("FUNCTION_NOT_FOUND", "TABLE_NOT_FOUND", "SCHEMA_NOT_FOUND", "CATALOG_NOT_FOUND", "NOT_SUPPORTED")
    ]


def glue_table(name: str, columns: list[dict[str, str]], location: str, **more: Any) -> dict[str, Any]:
    serde = {"SerializationLibrary": "org.openx.data.jsonserde.JsonSerDe"}
    storage = {"Columns": columns, "Location": location, "SerdeInfo": serde}
    return {"Name": name, "StorageDescriptor": storage} | more


def test_a_table_can_not_lie_on_the_local_disk(athena: Athena, glue: Any) -> None:
    for index, location in enumerate(("/etc/", "file:///etc/", "s3:///etc/")):
        name = f"local_{index}"
        glue.create_table(
            DatabaseName="default", TableInput=glue_table(name, [{"Name": "a", "Type": "string"}], location)
        )
        assert athena.run(f"SELECT * FROM {name}")["Status"]["State"] == "FAILED"
        glue.delete_table(DatabaseName="default", Name=name)


def test_names_of_any_characters_are_names(athena: Athena, glue: Any) -> None:
    columns = [{"Name": name, "Type": "int"} for name in ('a"b', 'x" INTEGER); DROP TABLE rows_0; --', "object")]
    table = glue_table("odd", columns, f"s3://{DATA}/odd/", PartitionKeys=[{"Name": 'k"-1', "Type": "string"}])
    glue.create_table(DatabaseName="default", TableInput=table)
    glue.create_partition(
        DatabaseName="default",
        TableName="odd",
        PartitionInput={"Values": ["v"], "StorageDescriptor": {"Location": f"s3://{DATA}/odd/v/"}},
    )
    athena.s3.put_object(Bucket=DATA, Key="odd/v/1", Body=b'{"a\\"b": 1, "object": 2}')
    assert athena.rows('SELECT "a""b", object, "k""-1" FROM odd WHERE "k""-1" = \'v\'') == [
        ['a"b', "object", 'k"-1'],
        ["1", "2", "v"],
    ]
    glue.delete_table(DatabaseName="default", Name="odd")


@pytest.mark.parametrize("kind", ["int); DROP TABLE rows_0; --", "geometry", 'struct<a"b>', "int[]", ""])
def test_a_type_that_hive_lacks_is_refused(athena: Athena, glue: Any, kind: str) -> None:
    table = glue_table("bad_type", [{"Name": "a", "Type": kind}], f"s3://{DATA}/bad/")
    glue.create_table(DatabaseName="default", TableInput=table)
    reason = f"HIVE_INVALID_METADATA: Glue table 'default.bad_type' column 'a' has invalid data type: {kind.lower()}"
    assert athena.run("SELECT * FROM bad_type")["Status"]["StateChangeReason"] == reason
    glue.delete_table(DatabaseName="default", Name="bad_type")


LOCAL = "SELECT content FROM TABLE(read_text('/etc/passwd'))"


def failure(athena: Athena, sql: str, **more: Any) -> str:
    """The code with which a statement fails."""
    status = athena.run(sql, **more)["Status"]
    assert status["State"] == "FAILED", status
    return str(status["StateChangeReason"]).split(":")[0]


@pytest.mark.parametrize(
    "statement",
    [
        f"CREATE VIEW local_view AS {LOCAL}",
        f"CREATE TABLE local_copy AS {LOCAL}",
        f"UNLOAD ({LOCAL}) TO 's3://{DATA}/local/' WITH (format = 'JSON')",
        f"EXPLAIN {LOCAL}",
        "CREATE TABLE local_copy AS SELECT getenv('HOME') AS a",
    ],
)
def test_no_statement_around_a_query_reaches_further(athena: Athena, statement: str) -> None:
    assert failure(athena, statement) == "FUNCTION_NOT_FOUND"


def test_a_prepared_statement_reaches_no_further(athena: Athena) -> None:
    athena.rows(f"PREPARE reaching FROM {LOCAL}")
    assert failure(athena, "EXECUTE reaching") == "FUNCTION_NOT_FOUND"
    athena.rows("DEALLOCATE PREPARE reaching")


def test_a_view_put_into_the_catalog_reaches_no_further(athena: Athena, glue: Any) -> None:
    view = {
        "originalSql": LOCAL,
        "catalog": "awsdatacatalog",
        "schema": "default",
        "columns": [{"name": "content", "type": "varchar"}],
    }
    text = f"/* Presto View: {base64.b64encode(json.dumps(view).encode()).decode()} */"
    columns = {"Columns": [{"Name": "content", "Type": "string"}]}
    glue.create_table(
        DatabaseName="default",
        TableInput={
            "Name": "planted",
            "TableType": "VIRTUAL_VIEW",
            "ViewOriginalText": text,
            "StorageDescriptor": columns,
        },
    )
    assert failure(athena, "SELECT * FROM planted") == "INVALID_VIEW"
    glue.delete_table(DatabaseName="default", Name="planted")


@pytest.mark.parametrize("place", ["/tmp/out/", "file:///tmp/out/", "s3:///tmp/out/", "../out/"])
def test_nothing_is_written_but_to_s3(athena: Athena, place: str) -> None:
    assert failure(athena, f"UNLOAD (SELECT 1 AS a) TO '{place}' WITH (format = 'JSON')") == "NOT_SUPPORTED"
    statement = f"CREATE TABLE local_out WITH (external_location = '{place}') AS SELECT 1 AS a"
    assert failure(athena, statement) == "NOT_SUPPORTED"


def test_a_key_that_climbs_is_a_key(athena: Athena) -> None:
    athena.rows(
        f"UNLOAD (SELECT 1 AS a) TO 's3://{DATA}/../../../climbs/' WITH (format = 'JSON', compression = 'NONE')"
    )
    found = athena.s3.list_objects_v2(Bucket=DATA, Prefix="../../../climbs/")["Contents"]
    body = athena.s3.get_object(Bucket=DATA, Key=found[0]["Key"])["Body"].read()
    assert body == b'{"a":1}\n'


def test_partitions_and_templates_lie_in_s3(athena: Athena, glue: Any) -> None:
    columns, keys = [{"Name": "a", "Type": "string"}], [{"Name": "k", "Type": "string"}]
    projected = {
        "projection.enabled": "true",
        "projection.k.type": "enum",
        "projection.k.values": "passwd",
        "storage.location.template": "file:///etc/${k}/",
    }
    for parameters in ({}, projected):
        table = glue_table("elsewhere", columns, f"s3://{DATA}/elsewhere/", PartitionKeys=keys, Parameters=parameters)
        glue.create_table(DatabaseName="default", TableInput=table)
        if not parameters:
            partition = {"Values": ["x"], "StorageDescriptor": {"Location": "file:///etc/"}}
            glue.create_partition(DatabaseName="default", TableName="elsewhere", PartitionInput=partition)
        assert failure(athena, "SELECT * FROM elsewhere") == "NOT_SUPPORTED"
        glue.delete_table(DatabaseName="default", Name="elsewhere")


def test_properties_are_values_not_sql(athena: Athena) -> None:
    quote = "''''"
    properties = f"format = 'TEXTFILE', field_delimiter = {quote}, compression = 'NONE'"
    athena.rows(f"UNLOAD (SELECT 'x' AS a, 'y' AS b) TO 's3://{DATA}/quote/' WITH ({properties})")
    found = athena.s3.list_objects_v2(Bucket=DATA, Prefix="quote/")["Contents"]
    assert athena.s3.get_object(Bucket=DATA, Key=found[0]["Key"])["Body"].read() == b"x'y\n"


def test_values_of_partitions_are_values_not_sql(athena: Athena) -> None:
    hostile = "x'; DROP TABLE rows_0; --"
    athena.rows(
        f"CREATE EXTERNAL TABLE hostile (a int) PARTITIONED BY (k string) "
        f"ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://{DATA}/hostile/'"
    )
    athena.s3.put_object(Bucket=DATA, Key=f"hostile/k={hostile}/1", Body=b'{"a": 1}')
    athena.rows("MSCK REPAIR TABLE hostile")
    query = "SELECT a FROM hostile WHERE k = '{}'".format(hostile.replace("'", "''"))
    assert athena.rows(query) == [["a"], ["1"]]
    athena.rows("DROP TABLE hostile")
