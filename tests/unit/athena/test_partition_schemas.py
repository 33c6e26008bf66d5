"""https://docs.aws.amazon.com/athena/latest/ug/updates-and-partitions.html"""

import pytest

from offline_aws.athena.catalog import Partition, Table
from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.partition_schemas import check
from offline_aws.athena.sql.storage import LAZY, PARQUET


def compare(of_partition: str, of_table: str, serde: str = LAZY) -> None:
    columns, own = (tuple(tuple(item.split(" ", 1)) for item in text.split("; ")) for text in (of_table, of_partition))
    table = Table("d", "t", columns, (("p", "string"),), "s3://b/t", serde, {}, {})  # type: ignore[arg-type]
    check(table, Partition(("x",), "s3://b/t/p=x/", own))  # type: ignore[arg-type]


FINE = [
    ("a int", "a int; b string"),
    ("a int; b string", "a int"),
    ("a int", "renamed bigint"),
    ("a float; b decimal(4,2)", "a double; b decimal(10,4)"),
    ("a string; b int", "a int; b varchar(3)"),
    ("a array<struct<x:int>>", "a array<struct<x:bigint,y:string>>"),
    ("a struct<x: int, y: string>", "a struct<x:int,y:string>"),
    ("a map<string,int>", "a map<string,bigint>"),
]


@pytest.mark.parametrize(("of_partition", "of_table"), FINE)
def test_types_that_become_the_tables_are_read(of_partition: str, of_table: str) -> None:
    compare(of_partition, of_table)


@pytest.mark.parametrize(
    ("of_partition", "of_table"),
    [("a bigint", "a int"), ("a date", "a string"), ("a int", "a double"), ("a array<int>", "a array<date>")],
)
def test_others_fail_the_query(of_partition: str, of_table: str) -> None:
    kind, own = of_table.split(" ")[1], of_partition.split(" ")[1]
    with pytest.raises(QueryError) as raised:
        compare(of_partition, of_table)
    assert str(raised.value) == (
        "HIVE_PARTITION_SCHEMA_MISMATCH: There is a mismatch between the table and partition schemas. The types are "
        f"incompatible and cannot be coerced. The column 'a' in table 'd.t' is declared as type '{kind}', but partition "
        f"'p=x' declared column 'a' as type '{own}'."
    )


def test_columns_are_compared_by_name_where_they_are_read_so() -> None:
    compare("b date; a int", "a int; b date", PARQUET)
    with pytest.raises(QueryError, match="The column 'a' in table"):
        compare("b date; a int", "a int; b date")
