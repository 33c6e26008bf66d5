"""PyAthena, unmodified."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pyathena
import pytest
from pyathena.cursor import DictCursor

from offline_aws.native import Sandbox

BUCKET = "data-of-pyathena"


@pytest.fixture(scope="module")
def connection(sandbox: Sandbox, client: Any) -> Iterator[Any]:
    client("s3").create_bucket(Bucket=BUCKET)
    with pyathena.connect(
        s3_staging_dir=f"s3://{BUCKET}/results/", endpoint_url=sandbox.url, region_name="us-east-1", poll_interval=0.05
    ) as connection:
        yield connection


def test_a_cursor_fetches_python_values(connection: Any) -> None:
    cursor = connection.cursor()
    cursor.execute(
        "SELECT 1 AS a, 'x' AS b, NULL AS c, true AS d, 1.5 AS e, DECIMAL '2.50' AS f, DATE '2026-11-23' AS g"
    )
    assert [column[0] for column in cursor.description] == list("abcdefg")
    (row,) = cursor.fetchall()
    assert (row[:6], str(row[6])) == ((1, "x", None, True, 1.5, Decimal("2.50")), "2026-11-23")


def test_parameters_are_bound(connection: Any) -> None:
    cursor = connection.cursor(DictCursor)
    assert cursor.execute("SELECT %(word)s AS word", {"word": "it's"}).fetchall() == [{"word": "it's"}]
    assert cursor.execute("SELECT ? AS n", ["7"], paramstyle="qmark").fetchall() == [{"n": 7}]


def test_tables_are_made_filled_listed_and_dropped(connection: Any) -> None:
    cursor = connection.cursor()
    cursor.execute(f"CREATE EXTERNAL TABLE py (a int, b string) STORED AS PARQUET LOCATION 's3://{BUCKET}/py/'")
    cursor.execute("INSERT INTO py VALUES (1, 'x'), (2, NULL)")
    assert cursor.execute("SELECT * FROM py ORDER BY a").fetchall() == [(1, "x"), (2, None)]
    assert [column.name for column in cursor.get_table_metadata("py", schema_name="default").columns] == ["a", "b"]
    assert ("py",) in cursor.execute("SHOW TABLES").fetchall()
    cursor.execute("DROP TABLE py")


def test_a_failed_query_raises_its_reason(connection: Any) -> None:
    with pytest.raises(pyathena.OperationalError, match=r"TABLE_NOT_FOUND: line 1:15: Table '.*' does not exist"):
        connection.cursor().execute("SELECT * FROM nope")
