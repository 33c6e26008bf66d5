from datetime import UTC, datetime
from typing import Any

import pytest

from offline_aws.athena.catalog import Table
from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.classify import classify
from offline_aws.athena.sql.create_table import table_input
from offline_aws.athena.sql.show import create_text

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def created(definition: str) -> dict[str, Any]:
    statement: Any = classify(f"CREATE EXTERNAL TABLE t {definition}").hive
    return table_input(statement, NOW)


def test_a_location_is_kept_without_the_slash_at_its_end() -> None:
    assert created("(a int) LOCATION 's3://b/t/'")["StorageDescriptor"]["Location"] == "s3://b/t"


@pytest.mark.parametrize(
    ("definition", "reason"),
    [
        ("(a int)", "EXTERNAL tables must have a LOCATION"),
        ("(a int) LOCATION 'http://b/t/'", "LOCATION is not a path of S3"),
        ("(a int) LOCATION '/tmp/t/'", "LOCATION is not a path of S3"),
        ("(a int) LOCATION 's3:///'", "LOCATION is not a path of S3"),
        ("(a int, A string) LOCATION 's3://b/t/'", "[Error 10036]: Duplicate column name: a"),
        ("(a int) PARTITIONED BY (a int) LOCATION 's3://b/t/'", "[Error 10035]: Column repeated in partitioning"),
    ],
)
def test_a_table_that_makes_no_sense_is_refused(definition: str, reason: str) -> None:
    with pytest.raises(QueryError) as raised:
        created(definition)
    assert reason in str(raised.value)


def test_clauses_come_in_any_order_and_say_what_glue_keeps() -> None:
    table = created(
        "(id int, name string) LOCATION 's3://b/t' TBLPROPERTIES ('bucketing_format'='spark') COMMENT 'two  words' "
        "CLUSTERED BY (name) SORTED BY (id DESC) INTO 8 BUCKETS STORED AS PARQUET"
    )
    storage = table["StorageDescriptor"]
    assert (storage["BucketColumns"], storage["SortColumns"]) == (["name"], [{"Column": "id", "SortOrder": 0}])
    assert (storage["NumberOfBuckets"], storage["InputFormat"].rsplit(".", 1)[-1]) == (8, "MapredParquetInputFormat")
    assert (table["Description"], table["Parameters"]["comment"]) == ("two words", "two words")


def test_buckets_are_made_of_columns_that_are_there() -> None:
    with pytest.raises(QueryError, match=r"Invalid column reference b"):
        created("(a int) CLUSTERED BY (b) INTO 8 BUCKETS LOCATION 's3://b/t'")


def test_the_statement_of_a_table_is_shown_with_its_comment_and_buckets() -> None:
    definition = created("(id int) COMMENT 'c' CLUSTERED BY (id) INTO 8 BUCKETS LOCATION 's3://b/t'")
    lines = create_text(definition, Table.from_glue("d", definition)).split("\n")
    assert lines[:6] == [
        "CREATE EXTERNAL TABLE `t`(",
        "  `id` int)",
        "COMMENT 'c'",
        "CLUSTERED BY ( ",
        "  id)",
        "INTO 8 BUCKETS",
    ]
