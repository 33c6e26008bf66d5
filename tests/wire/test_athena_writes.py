"""CREATE TABLE AS, INSERT INTO and UNLOAD write what SELECT reads."""

import gzip
import io
import json
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.athena import DATA, OUTPUT, Athena

MENU = "(VALUES ('soup', 4, 'mon'), ('cake', 6, 'tue'), (NULL, 8, 'tue')) AS t(dish, price, day)"


def objects(athena: Athena, prefix: str) -> list[str]:
    found = athena.s3.list_objects_v2(Bucket=DATA, Prefix=prefix).get("Contents", [])
    return [item["Key"] for item in found]


@pytest.mark.parametrize("kind", ["PARQUET", "JSON", "TEXTFILE"])
def test_a_table_made_of_a_query_has_its_rows(athena: Athena, kind: str) -> None:
    execution = athena.run(
        f"CREATE TABLE made WITH (format = '{kind}', external_location = 's3://{DATA}/made-{kind}/', "
        f"partitioned_by = ARRAY['day']) AS SELECT * FROM {MENU}"
    )
    assert (execution["Status"]["State"], execution["StatementType"], execution["SubstatementType"]) == (
        "SUCCEEDED",
        "DDL",
        "CREATE_TABLE_AS_SELECT",
    )
    assert athena.rows("SELECT * FROM made ORDER BY price") == [
        ["dish", "price", "day"],
        ["soup", "4", "mon"],
        ["cake", "6", "tue"],
        [None, "8", "tue"],
    ]
    assert athena.rows("SHOW PARTITIONS made") == [["day=mon"], ["day=tue"]]
    assert [key.rsplit("/", 1)[0] for key in objects(athena, f"made-{kind}/")] == [
        f"made-{kind}/day=mon",
        f"made-{kind}/day=tue",
    ]
    athena.rows("DROP TABLE made")


def test_a_table_of_a_query_is_parquet_beside_the_results(athena: Athena, glue: Any) -> None:
    execution = athena.run("CREATE TABLE plain AS SELECT 1 AS a, ARRAY[1.5] AS b, DATE '2026-11-23' AS c")
    query_id = execution["QueryExecutionId"]
    table = glue.get_table(DatabaseName="default", Name="plain")["Table"]["StorageDescriptor"]
    assert (table["Columns"], table["SerdeInfo"]["SerializationLibrary"], table["Location"]) == (
        [{"Name": "a", "Type": "int"}, {"Name": "b", "Type": "array<double>"}, {"Name": "c", "Type": "date"}],
        "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
        f"s3://{OUTPUT}/tables/{query_id}/",
    )
    manifest = execution["Statistics"]["DataManifestLocation"]
    assert manifest == f"s3://{OUTPUT}/tables/{query_id}-manifest.csv"
    (listed,) = athena.file(execution, "-manifest.csv").decode().splitlines()
    assert listed.startswith(f"s3://{OUTPUT}/tables/{query_id}/")
    results = athena.client.get_query_results(QueryExecutionId=query_id)
    assert (results["UpdateCount"], results["ResultSet"]["Rows"]) == (1, [])
    assert athena.rows("SELECT * FROM plain") == [["a", "b", "c"], ["1", "[1.5]", "2026-11-23"]]
    athena.rows("DROP TABLE plain")


@pytest.mark.parametrize(
    "storage",
    [
        "STORED AS PARQUET",
        "ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'",
        "ROW FORMAT DELIMITED FIELDS TERMINATED BY ','",
    ],
)
def test_inserted_rows_join_those_of_the_table(athena: Athena, storage: str) -> None:
    place = f"s3://{DATA}/inserted/{len(storage)}/"
    athena.rows(
        f"CREATE EXTERNAL TABLE stock (dish string, n bigint) PARTITIONED BY (day string) {storage} LOCATION '{place}'"
    )
    assert athena.run("INSERT INTO stock VALUES ('soup', 1, 'mon')")["SubstatementType"] == "INSERT"
    athena.rows("INSERT INTO stock (day, dish) SELECT day, dish || '!' FROM stock")
    assert athena.rows("SELECT * FROM stock ORDER BY n") == [
        ["dish", "n", "day"],
        ["soup", "1", "mon"],
        ["soup!", None, "mon"],
    ]
    assert athena.run("INSERT INTO stock SELECT 1, 2, 'mon'")["Status"]["StateChangeReason"] == (
        "TYPE_MISMATCH: Insert query has mismatched column types: Table: [varchar, bigint, varchar], "
        "Query: [integer, integer, varchar]"
    )
    athena.rows("DROP TABLE stock")


def test_parquet_has_the_numbers_of_values_and_the_timestamps_of_hive(athena: Athena) -> None:
    athena.rows(
        "CREATE EXTERNAL TABLE numbers (f float, d decimal(5,2), t timestamp) STORED AS PARQUET "
        f"LOCATION 's3://{DATA}/numbers/'"
    )
    athena.rows("INSERT INTO numbers VALUES (1.5, -2.25, timestamp '2026-11-23 10:00:00')")
    assert athena.rows("SELECT * FROM numbers")[1:] == [["1.5", "-2.25", "2026-11-23 10:00:00.000"]]
    (written,) = athena.s3.list_objects_v2(Bucket=DATA, Prefix="numbers/")["Contents"]
    body = athena.s3.get_object(Bucket=DATA, Key=written["Key"])["Body"].read()
    assert pq.ParquetFile(io.BytesIO(body)).schema.column(2).physical_type == "INT96"
    athena.rows("DROP TABLE numbers")


def test_a_projected_table_takes_rows_where_its_template_says(athena: Athena) -> None:
    athena.rows(
        "CREATE EXTERNAL TABLE hourly (a int) PARTITIONED BY (hour string) STORED AS PARQUET "
        f"LOCATION 's3://{DATA}/hourly/' TBLPROPERTIES ('projection.enabled'='true', 'projection.hour.type'='date', "
        "'projection.hour.format'='yyyy/MM/dd/HH', 'projection.hour.range'='2021/01/01/00,NOW', "
        "'projection.hour.interval'='1', 'projection.hour.interval.unit'='HOURS', "
        f"'storage.location.template'='s3://{DATA}/hourly/${{hour}}/')"
    )
    athena.rows("INSERT INTO hourly VALUES (1, '2026/01/02/03')")
    assert athena.rows("SELECT * FROM hourly") == [["a", "hour"], ["1", "2026/01/02/03"]]
    assert [key.rsplit("/", 1)[0] for key in objects(athena, "hourly/")] == ["hourly/2026/01/02/03"]
    athena.rows("DROP TABLE hourly")


FORMATS = [
    ("AVRO", "BZIP2"), ("AVRO", "DEFLATE"), ("AVRO", "SNAPPY"), ("AVRO", "ZSTD"), ("AVRO", "NONE"),
    ("JSON", "BZIP2"), ("JSON", "GZIP"), ("TEXTFILE", "LZ4"), ("TEXTFILE", "SNAPPY"), ("TEXTFILE", "ZSTD"),
    ("ORC", "LZ4"), ("ORC", "ZLIB"), ("PARQUET", "ZSTD"), ("PARQUET", "NONE"),
]  # fmt: skip


def test_tables_are_made_in_every_format_and_compression(athena: Athena) -> None:
    """Those that AWS lists; what is inserted afterwards is compressed as the table was."""
    values = (
        "2 AS i, 'tea' AS s, 1.5 AS d, ARRAY['a', NULL] AS l, MAP(ARRAY['k'], ARRAY[ARRAY[1, 2]]) AS m, "
        "CAST(ROW(date '2026-11-23', 'x') AS row(day date, txt varchar)) AS r, timestamp '2026-11-23 10:11:12.123' AS t, "
        "decimal '1.50' AS c, true AS b, CAST('raw' AS varbinary) AS y"
    )
    row = ["2", "tea", "1.5", "[a, null]", "{k=[1, 2]}", "{day=2026-11-23, txt=x}", "2026-11-23 10:11:12.123", "1.50",
           "true", "72 61 77"]  # fmt: skip
    for form, codec in FORMATS:
        location = f"s3://{DATA}/made/{form}-{codec}/"
        athena.rows(
            f"CREATE TABLE made WITH (format = '{form}', write_compression = '{codec}', external_location = '{location}') "
            f"AS SELECT {values}"
        )
        athena.rows("INSERT INTO made SELECT * FROM made")
        assert athena.rows("SELECT * FROM made")[1:] == [row, row], (form, codec)
        assert len({key.rpartition(".")[2] for key in objects(athena, f"made/{form}-{codec}/") if "." in key}) <= 1
        athena.rows("DROP TABLE made")


def test_buckets_have_objects_of_their_own(athena: Athena) -> None:
    athena.rows(
        f"CREATE TABLE bucketed WITH (bucketed_by = ARRAY['n'], bucket_count = 4, partitioned_by = ARRAY['day'], "
        f"external_location = 's3://{DATA}/bucketed/') AS SELECT n, 'x' AS s, 'mon' AS day FROM UNNEST(sequence(0, 9)) AS t(n)"
    )
    names = [key.removeprefix("bucketed/day=mon/") for key in objects(athena, "bucketed/")]
    assert sorted(name.split("_")[0] for name in names) == ["000000", "000001", "000002", "000003"]
    assert athena.rows(
        "SELECT \"$path\" LIKE '%/000001_0_%', array_agg(n ORDER BY n) FROM bucketed GROUP BY 1 ORDER BY 1"
    )[1:] == [
        ["false", "[0, 2, 3, 4, 6, 7, 8]"],
        ["true", "[1, 5, 9]"],
    ]
    assert ["INTO 4 BUCKETS"] in athena.rows("SHOW CREATE TABLE bucketed")
    refused = athena.run("INSERT INTO bucketed VALUES (1, 'x', 'mon')")["Status"]["StateChangeReason"]
    assert refused == "NOT_SUPPORTED: Inserting into bucketed tables is not supported"
    athena.rows("DROP TABLE bucketed")


def test_text_is_inserted_with_the_delimiters_of_its_table(athena: Athena) -> None:
    athena.rows(
        "CREATE EXTERNAL TABLE listed (a int, l array<string>, m map<string,int>) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' "
        f"COLLECTION ITEMS TERMINATED BY ';' MAP KEYS TERMINATED BY ':' NULL DEFINED AS '-' LOCATION 's3://{DATA}/listed/' "
        "TBLPROPERTIES ('write.compression' = 'NONE')"
    )
    athena.rows("INSERT INTO listed VALUES (NULL, ARRAY['a', NULL, 'b'], MAP(ARRAY['x', 'y'], ARRAY[1, NULL]))")
    (key,) = objects(athena, "listed/")
    assert athena.s3.get_object(Bucket=DATA, Key=key)["Body"].read() == b"-,a;-;b,x:1;y:-\n"
    assert athena.rows("SELECT * FROM listed")[1:] == [[None, "[a, null, b]", "{x=1, y=null}"]]
    athena.rows("DROP TABLE listed")


def test_unload_writes_partitions_in_any_format(athena: Athena) -> None:
    properties = "format = 'ORC', compression = 'SNAPPY', partitioned_by = ARRAY['day']"
    place = f"s3://{DATA}/unloaded-orc/"
    athena.rows(f"UNLOAD (SELECT 1 AS a, 'x' AS b, 'mon' AS day) TO '{place}' WITH ({properties})")
    athena.rows(f"CREATE EXTERNAL TABLE orcs (a int, b string) STORED AS ORC LOCATION '{place}day=mon/'")
    assert athena.rows("SELECT * FROM orcs") == [["a", "b"], ["1", "x"]]
    athena.rows("DROP TABLE orcs")


def test_unload_writes_objects_and_no_table(athena: Athena) -> None:
    statement = (
        f"UNLOAD (SELECT dish, price FROM {MENU} WHERE day = 'mon') TO 's3://{DATA}/unloaded/' WITH (format = 'JSON')"
    )
    execution = athena.run(statement)
    assert (execution["Status"]["State"], execution["StatementType"], execution["SubstatementType"]) == (
        "SUCCEEDED",
        "DML",
        "UNLOAD",
    )
    (uri,) = athena.file(execution, "-manifest.csv").decode().splitlines()
    body = athena.s3.get_object(Bucket=DATA, Key=uri.removeprefix(f"s3://{DATA}/"))["Body"].read()
    assert json.loads(gzip.decompress(body)) == {"dish": "soup", "price": 4}
    assert athena.run(statement)["Status"]["StateChangeReason"].startswith("HIVE_PATH_ALREADY_EXISTS: ")


REFUSED = [
    ("CREATE TABLE x AS SELECT NULL AS a", "COLUMN_TYPE_UNKNOWN: line 1:1: Column type is unknown at position 1"),
    ("CREATE TABLE x AS SELECT 1", "COLUMN_NAME_NOT_SPECIFIED: line 1:1: Column name not specified at position 1"),
    ("CREATE TABLE x AS SELECT 1 AS a, 2 AS a", "DUPLICATE_COLUMN_NAME: line 1:1: Column name 'a' specified more than once"),
    ("CREATE TABLE x WITH (bucket_count = 2) AS SELECT 1 AS a", "INVALID_TABLE_PROPERTY: bucketed_by and bucket_count must be specified together"),
    ("CREATE TABLE x WITH (bucketed_by = ARRAY['b'], bucket_count = 2) AS SELECT 1 AS a", "INVALID_TABLE_PROPERTY: Bucketing columns ['b'] not present in schema"),
    ("CREATE TABLE x WITH (tea = 2) AS SELECT 1 AS a", "INVALID_TABLE_PROPERTY: line 1:1: Catalog 'awsdatacatalog' table property 'tea' does not exist"),
    ("CREATE TABLE x WITH (format = 'ORC', write_compression = 'GZIP') AS SELECT 1 AS a", "INVALID_TABLE_PROPERTY: Compression GZIP is not supported here: ZLIB, SNAPPY, LZ4, ZSTD, NONE are"),
    ("CREATE TABLE x WITH (write_compression = 'GZIP', parquet_compression = 'ZSTD') AS SELECT 1 AS a", "INVALID_TABLE_PROPERTY: Only one of write_compression, parquet_compression can be specified"),
    ("CREATE TABLE x WITH (compression_level = 4) AS SELECT 1 AS a", "INVALID_TABLE_PROPERTY: compression_level 4 is none of ZSTD, which has 1 to 22"),
    ("CREATE TABLE x WITH (partitioned_by = ARRAY['a']) AS SELECT 1 AS a, 2 AS b", "HIVE_COLUMN_ORDER_MISMATCH: Partition keys must be the last columns in the table and in the same order as the table properties: [a]"),
    ("CREATE TABLE x WITH (partitioned_by = ARRAY['b']) AS SELECT 1 AS a, b FROM UNNEST(sequence(1, 101)) AS t(b)", "HIVE_TOO_MANY_OPEN_PARTITIONS: Exceeded limit of 100 open writers for partitions/buckets"),
    ("CREATE TABLE x AS SELECT now() AS a", "NOT_SUPPORTED: Unsupported Hive type: timestamp with time zone"),
    ("INSERT INTO nope VALUES 1", "TABLE_NOT_FOUND: line 1:13: Table 'awsdatacatalog.default.nope' does not exist"),
    ("UNLOAD (SELECT 1 AS a) TO '/tmp/x' WITH (format = 'JSON')", "NOT_SUPPORTED: the location '/tmp/x/' is not emulated"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "reason"), REFUSED)
def test_what_can_not_be_written_fails(athena: Athena, statement: str, reason: str) -> None:
    assert athena.run(statement)["Status"]["StateChangeReason"] == reason


NOT_EMULATED = [
    ("CREATE TABLE x WITH (format = 'ION') AS SELECT 1 AS a", "the format ION is not emulated"),
    ("UNLOAD (SELECT 1) TO 's3://b/x/' WITH (format = 'ION')", "the format ION is not emulated"),
    ("CREATE TABLE x WITH (table_type = 'ICEBERG', is_external = false) AS SELECT 1 AS a", "an Iceberg table is not emulated"),
    ("CREATE EXTERNAL TABLE x (a int) ROW FORMAT SERDE 'com.amazonaws.glue.serde.GrokSerDe' LOCATION 's3://b/'", "the SerDe com.amazonaws.glue.serde.GrokSerDe is not emulated"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "reason"), NOT_EMULATED)
def test_what_is_not_emulated_is_refused_at_once(athena: Athena, statement: str, reason: str) -> None:
    output = {"OutputLocation": f"s3://{OUTPUT}/"}
    assert athena.refusal(QueryString=statement, ResultConfiguration=output) == (reason, "NOT_SUPPORTED")


def test_a_workgroup_that_enforces_its_location_takes_no_other(athena: Athena) -> None:
    output = {"OutputLocation": f"s3://{OUTPUT}/enforced/"}
    athena.client.create_work_group(Name="strict", Configuration={"ResultConfiguration": output})
    statement = f"CREATE TABLE x WITH (external_location = 's3://{DATA}/x/') AS SELECT 1 AS a"
    message, _ = athena.refusal(QueryString=statement, WorkGroup="strict")
    assert "enforces a centralized output location" in message
