"""ALTER TABLE, MSCK REPAIR TABLE and EXPLAIN."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.athena import DATA, Athena


@pytest.fixture
def sales(athena: Athena) -> Iterator[str]:
    """A table partitioned by day, with an object in two folders of it."""
    place = f"s3://{DATA}/daily/"
    athena.rows(
        "CREATE EXTERNAL TABLE daily (n int) PARTITIONED BY (day string) ROW FORMAT DELIMITED "
        f"FIELDS TERMINATED BY ',' LOCATION '{place}'"
    )
    athena.s3.put_object(Bucket=DATA, Key="daily/day=mon/1", Body=b"1,x")
    athena.s3.put_object(Bucket=DATA, Key="daily/day=tue/1", Body=b"2,y")
    yield place
    athena.rows("DROP TABLE daily")


def reason(athena: Athena, statement: str) -> str:
    return str(athena.run(statement)["Status"].get("StateChangeReason"))


def test_repair_registers_the_partitions_that_are_there(athena: Athena, sales: str) -> None:
    assert athena.rows("MSCK REPAIR TABLE daily") == [
        ["Partitions not in metastore:\tdaily:day=mon\tdaily:day=tue"],
        ["Repair: Added partition to metastore daily:day=mon"],
        ["Repair: Added partition to metastore daily:day=tue"],
    ]
    assert athena.rows("SELECT n, day FROM daily ORDER BY n") == [["n", "day"], ["1", "mon"], ["2", "tue"]]
    assert athena.rows("MSCK REPAIR TABLE daily") == []


def test_partitions_are_added_moved_and_dropped(athena: Athena, sales: str) -> None:
    athena.rows(f"ALTER TABLE daily ADD PARTITION (day = 'a') LOCATION '{sales}day=mon/' PARTITION (day = 'tue')")
    assert athena.rows("SELECT n, day FROM daily ORDER BY n") == [["n", "day"], ["1", "a"], ["2", "tue"]]
    athena.rows(f"ALTER TABLE daily PARTITION (day = 'a') SET LOCATION '{sales}day=tue/'")
    assert athena.rows("SELECT n, day FROM daily ORDER BY day") == [["n", "day"], ["2", "a"], ["2", "tue"]]
    athena.rows("ALTER TABLE daily DROP PARTITION (day = 'a'), PARTITION (day = 'tue')")
    athena.rows("ALTER TABLE daily DROP IF EXISTS PARTITION (day = 'a')")
    assert athena.rows("SHOW PARTITIONS daily") == []
    assert "Partition not found" in reason(athena, "ALTER TABLE daily DROP PARTITION (day = 'a')")


def test_a_table_gets_columns_properties_and_a_place(athena: Athena, sales: str) -> None:
    athena.rows("MSCK REPAIR TABLE daily")
    athena.rows("ALTER TABLE daily ADD COLUMNS (s string COMMENT 'second')")
    assert athena.rows("SELECT * FROM daily ORDER BY n")[1] == ["1", "x", "mon"]
    athena.rows("ALTER TABLE daily SET TBLPROPERTIES ('owner' = 'me')")
    assert ["owner\tme"] in athena.rows("SHOW TBLPROPERTIES daily")
    athena.rows(f"ALTER TABLE daily SET LOCATION '{sales}elsewhere/'")
    assert [f"  '{sales}elsewhere/'"] in athena.rows("SHOW CREATE TABLE daily")
    athena.rows("ALTER TABLE daily REPLACE COLUMNS (m int)")
    assert athena.rows("SHOW COLUMNS IN daily") == [["m                   "], ["day                 "]]
    assert reason(athena, "ALTER TABLE daily ADD COLUMNS (day int)").endswith("Duplicate column name: day")


def test_columns_are_changed_in_name_type_place_and_comment(athena: Athena, sales: str) -> None:
    athena.rows("ALTER TABLE daily REPLACE COLUMNS (a int, b int, c string)")
    athena.rows("ALTER TABLE daily CHANGE COLUMN c zip int COMMENT 'code' FIRST")
    athena.rows("ALTER TABLE daily CHANGE a a bigint AFTER b")
    assert [line for (line,) in athena.rows("DESCRIBE daily")][:4] == [
        "zip                 \tint                 \tcode                ",
        "b                   \tint                 \t                    ",
        "a                   \tbigint              \t                    ",
        "day                 \tstring              \t                    ",
    ]
    for change, problem in (("nope x int", "Invalid column reference nope"), ("a b int", "Duplicate column name: b")):
        assert reason(athena, f"ALTER TABLE daily CHANGE {change}").endswith(f"DDLTask. {problem}")


def test_a_partition_is_renamed_and_keeps_its_objects(athena: Athena, sales: str) -> None:
    athena.rows("MSCK REPAIR TABLE daily")
    athena.rows("ALTER TABLE daily PARTITION (day = 'mon') RENAME TO PARTITION (day = 'sun')")
    assert athena.rows("SELECT n, day FROM daily ORDER BY n") == [["n", "day"], ["1", "sun"], ["2", "tue"]]
    taken = reason(athena, "ALTER TABLE daily PARTITION (day = 'sun') RENAME TO PARTITION (day = 'tue')")
    assert "Partition already exists" in taken


def test_repair_tells_of_partitions_that_are_gone_and_keeps_them(athena: Athena, sales: str) -> None:
    athena.rows("ALTER TABLE daily ADD PARTITION (day = 'gone') PARTITION (day = 'mon') PARTITION (day = 'tue')")
    assert athena.rows("MSCK REPAIR TABLE daily") == [["Partitions missing from filesystem:\tdaily:day=gone"]]
    assert len(athena.rows("SHOW PARTITIONS daily")) == 3


REFUSED = [
    ("ALTER TABLE daily RENAME TO weekly", "NOT_SUPPORTED: ALTER TABLE RENAME TO is only supported for Iceberg tables"),
    ("ALTER TABLE daily ADD PARTITION (hour = 1)", "FAILED: SemanticException: Partition spec does not match the table's partition columns"),
    ("ALTER TABLE daily SET LOCATION '/tmp/'", "FAILED: SemanticException: LOCATION is not a path of S3, s3://bucket/folder/: /tmp/"),
    ("DELETE FROM daily WHERE n = 1", "NOT_SUPPORTED: Modifying Hive table rows is only supported for transactional tables"),
    ("MERGE INTO daily USING daily AS d ON true WHEN MATCHED THEN DELETE", "NOT_SUPPORTED: Modifying Hive table rows is only supported for transactional tables"),
    ("UPDATE nope SET n = 1", "TABLE_NOT_FOUND: line 1:8: Table 'awsdatacatalog.default.nope' does not exist"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "why"), REFUSED)
def test_what_can_not_be_changed_says_why(athena: Athena, sales: str, statement: str, why: str) -> None:
    assert reason(athena, statement) == why


def test_properties_of_a_database_and_one_of_a_table_are_set_and_shown(
    athena: Athena, sales: str, client: Callable[[str], Any]
) -> None:
    athena.rows("CREATE DATABASE altered COMMENT 'what' WITH DBPROPERTIES ('a' = '1')")
    athena.rows("ALTER DATABASE altered SET DBPROPERTIES ('a' = '2', 'b' = '3')")
    found = client("glue").get_database(Name="altered")["Database"]
    assert (found["Description"], found["Parameters"]) == ("what", {"a": "2", "b": "3"})
    athena.rows("DROP SCHEMA altered")
    athena.rows("ALTER TABLE daily SET TBLPROPERTIES ('notes' = \"Please don't drop\", 'EXTERNAL' = 'FALSE')")
    assert athena.rows("SHOW TBLPROPERTIES daily('notes')") == [["Please don't drop"]]
    assert athena.rows("SHOW TBLPROPERTIES daily('EXTERNAL')") == [["TRUE"]]
    assert athena.rows("SHOW TBLPROPERTIES daily('nope')") == [["Table default.daily does not have property: nope"]]


def test_a_view_is_dropped_as_a_view_alone(athena: Athena) -> None:
    athena.rows("CREATE VIEW seen AS SELECT 1 AS a")
    assert reason(athena, "DROP TABLE seen").endswith("DDLTask. Cannot drop a view with DROP TABLE")
    athena.rows("DROP TABLE IF EXISTS seen")
    assert ["seen"] in athena.rows("SHOW VIEWS")
    athena.rows("DROP VIEW seen")


@pytest.mark.parametrize(
    ("statement", "numbers"),
    [("DROP TABLE nope", (2, 1006)), ("SHOW PARTITIONS undivided", (1, 1003))],
)
def test_a_failure_of_hive_is_the_users_where_hive_calls_it_semantic(
    athena: Athena, statement: str, numbers: tuple[int, int]
) -> None:
    athena.rows(f"CREATE EXTERNAL TABLE IF NOT EXISTS undivided (a int) LOCATION 's3://{DATA}/undivided/'")
    error = athena.run(statement)["Status"]["AthenaError"]
    assert (error["ErrorCategory"], error["ErrorType"]) == numbers


def test_explain_shows_a_plan(athena: Athena, sales: str) -> None:
    lines = [str(line) for (line,) in athena.rows("EXPLAIN SELECT n, count(*) FROM daily GROUP BY n")]
    assert "GROUP_BY" in "\n".join(lines)


def test_explain_validates_a_query_and_gives_its_plan_as_json(athena: Athena, sales: str) -> None:
    assert athena.rows("EXPLAIN (TYPE VALIDATE) SELECT n FROM daily") == [["true"]]
    lines = [str(line) for (line,) in athena.rows("EXPLAIN (FORMAT JSON) SELECT n FROM daily")]
    assert json.loads("\n".join(lines))
