"""PyAthena, unmodified."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pyathena
import pytest
import sqlalchemy
from pyathena.async_cursor import AsyncCursor
from pyathena.cursor import DictCursor
from pyathena.pandas.cursor import PandasCursor
from sqlalchemy import text

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


def test_an_async_cursor_answers_by_a_future(connection: Any) -> None:
    with connection.cursor(AsyncCursor) as cursor:
        _, future = cursor.execute("SELECT 1 AS a UNION ALL SELECT 2 ORDER BY 1")
        assert future.result().fetchall() == [(1,), (2,)]


def test_a_pandas_cursor_reads_the_result_file_or_an_unload(connection: Any) -> None:
    query = (
        "SELECT * FROM (VALUES (1, 'x', TIMESTAMP '2026-11-23 12:00:00'), (2, NULL, NULL)) AS t (a, b, c) ORDER BY a"
    )
    frame = connection.cursor(PandasCursor).execute(query).as_pandas()
    assert (frame["a"].tolist(), frame["b"].isna().tolist()) == ([1, 2], [False, True])
    assert str(frame["c"][0]) == "2026-11-23 12:00:00"


def test_an_earlier_result_is_used_again(connection: Any) -> None:
    cursor = connection.cursor()
    query = "SELECT 'again' AS a"
    cursor.execute(query)
    cursor.execute(query, result_reuse_enable=True, result_reuse_minutes=5)
    assert (cursor.reused_previous_result, cursor.fetchall()) == (True, [("again",)])


def test_results_that_athena_keeps_are_fetched_without_a_bucket(connection: Any, sandbox: Sandbox, client: Any) -> None:
    managed = {"ManagedQueryResultsConfiguration": {"Enabled": True}}
    client("athena").create_work_group(Name="managed-of-pyathena", Configuration=managed)
    asked = {"work_group": "managed-of-pyathena", "endpoint_url": sandbox.url, "region_name": "us-east-1"}
    with pyathena.connect(s3_staging_dir="", poll_interval=0.05, **asked) as managing:
        cursor = managing.cursor()
        assert cursor.execute("SELECT 1 AS a").fetchall() == [(1,)]
        assert cursor.output_location is None


@pytest.fixture(scope="module")
def engine(sandbox: Sandbox, connection: Any) -> Iterator[Any]:
    engine = sqlalchemy.create_engine(
        f"awsathena+rest://:@athena.us-east-1.amazonaws.com:443/default?s3_staging_dir=s3://{BUCKET}/results/"
        f"&location=s3://{BUCKET}/tables/&poll_interval=0.05"
    )
    connection.cursor().execute(
        f"CREATE EXTERNAL TABLE reflected (a int COMMENT 'first', b string) COMMENT 'table' PARTITIONED BY (day date) "
        f"STORED AS PARQUET LOCATION 's3://{BUCKET}/reflected/'"
    )
    connection.cursor().execute("INSERT INTO reflected VALUES (1, 'x', DATE '2026-11-23')")
    yield engine
    connection.cursor().execute("DROP TABLE reflected")


def test_sqlalchemy_reflects_a_table(engine: Any) -> None:
    table = sqlalchemy.Table("reflected", sqlalchemy.MetaData(), autoload_with=engine)
    assert [(column.name, str(column.type), column.comment) for column in table.columns] == [
        ("a", "INTEGER", "first"),
        ("b", "VARCHAR", None),
        ("day", "DATE", None),
    ]
    assert table.comment == "table"
    inspector = sqlalchemy.inspect(engine)
    assert "default" in inspector.get_schema_names()
    assert "reflected" in inspector.get_table_names()


def test_sqlalchemy_selects_by_expressions(engine: Any) -> None:
    table = sqlalchemy.Table("reflected", sqlalchemy.MetaData(), autoload_with=engine)
    with engine.connect() as connected:
        rows = connected.execute(sqlalchemy.select(table.c.b).where(table.c.a == 1)).fetchall()
        assert rows == [("x",)]
        assert connected.execute(text("SELECT count(*) FROM reflected WHERE b = :b"), {"b": "x"}).scalar() == 1


def test_sqlalchemy_makes_and_drops_views_of_ddl(engine: Any) -> None:
    with engine.connect() as connected:
        connected.execute(text("CREATE OR REPLACE VIEW reflected_view AS SELECT a FROM reflected"))
        assert "reflected_view" in sqlalchemy.inspect(engine).get_view_names()
        connected.execute(text("DROP VIEW reflected_view"))
