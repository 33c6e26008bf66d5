"""ALTER TABLE, MSCK REPAIR TABLE and EXPLAIN."""

import json
from collections.abc import Iterator

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


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("RENAME TO weekly", "this form of ALTER TABLE"),
        ("SET SERDEPROPERTIES ('field.delim' = ',')", "ALTER TABLE SET SERDEPROPERTIES"),
    ],
)
def test_another_alter_is_refused(athena: Athena, sales: str, form: str, name: str) -> None:
    assert reason(athena, f"ALTER TABLE daily {form}") == f"NOT_SUPPORTED: {name} is not emulated"


def test_explain_shows_a_plan(athena: Athena, sales: str) -> None:
    lines = [str(line) for (line,) in athena.rows("EXPLAIN SELECT n, count(*) FROM daily GROUP BY n")]
    assert "GROUP_BY" in "\n".join(lines)


def test_explain_validates_a_query_and_gives_its_plan_as_json(athena: Athena, sales: str) -> None:
    assert athena.rows("EXPLAIN (TYPE VALIDATE) SELECT n FROM daily") == [["true"]]
    lines = [str(line) for (line,) in athena.rows("EXPLAIN (FORMAT JSON) SELECT n FROM daily")]
    assert json.loads("\n".join(lines))
