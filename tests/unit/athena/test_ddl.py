from datetime import UTC, datetime
from typing import Any

import pytest

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.classify import classify
from offline_aws.athena.sql.ddl import table_input

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def created(definition: str) -> dict[str, Any]:
    tree: Any = classify(f"CREATE EXTERNAL TABLE t {definition}").tree
    return table_input(tree, "t", NOW)


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
