"""Views: kept in Glue as Athena keeps them, queried like tables."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.athena import DATA, Athena

JSON_TABLE = (
    "CREATE EXTERNAL TABLE {name} ({columns}) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' "
    "LOCATION 's3://{bucket}/{name}/'"
)


@pytest.fixture(scope="module")
def menu(athena: Athena) -> Iterator[str]:
    """A table of two dishes."""
    athena.s3.put_object(Bucket=DATA, Key="menu/1", Body=b'{"dish": "soup", "price": 4}\n{"dish": "cake", "price": 6}')
    athena.rows(JSON_TABLE.format(name="menu", columns="dish string, price int", bucket=DATA))
    yield "menu"
    athena.rows("DROP TABLE menu")


def test_a_view_is_kept_as_presto_encodes_it(athena: Athena, glue: Any, menu: str) -> None:
    query = 'SELECT dish AS "Dish", array_agg(price) AS prices\nFROM menu GROUP BY 1'
    athena.rows(f"CREATE OR REPLACE VIEW prices AS {query}")
    table = glue.get_table(DatabaseName="default", Name="prices")["Table"]
    text = table["ViewOriginalText"].removeprefix("/* Presto View: ").removesuffix(" */")
    assert json.loads(base64.b64decode(text)) == {
        "originalSql": query,
        "catalog": "awsdatacatalog",
        "schema": "default",
        "columns": [{"name": "dish", "type": "varchar"}, {"name": "prices", "type": "array(integer)"}],
    }
    assert (table["TableType"], table["ViewExpandedText"], table["StorageDescriptor"]["Columns"]) == (
        "VIRTUAL_VIEW",
        "/* Presto View */",
        [{"Name": "dish", "Type": "string"}, {"Name": "prices", "Type": "array<int>"}],
    )
    athena.rows("DROP VIEW prices")


def test_a_view_of_a_view_is_read_from_another_database(athena: Athena, menu: str) -> None:
    athena.rows("CREATE VIEW cheap AS WITH m AS (SELECT * FROM menu) SELECT dish, price FROM m WHERE price < 5")
    athena.rows("CREATE VIEW cheapest AS SELECT min(price) AS price FROM cheap")
    athena.rows("CREATE DATABASE elsewhere")
    query = "SELECT c.dish, e.price FROM default.cheap AS c JOIN default.cheapest AS e ON c.price = e.price"
    assert athena.rows(query, QueryExecutionContext={"Database": "elsewhere"}) == [["dish", "price"], ["soup", "4"]]
    assert athena.rows("SHOW VIEWS LIKE 'cheap*'") == [["cheap"], ["cheapest"]]
    assert athena.rows("SHOW CREATE VIEW cheapest") == [
        ["CREATE VIEW default.cheapest AS"],
        ["SELECT min(price) AS price FROM cheap"],
    ]
    assert athena.rows("DESCRIBE cheap") == [["dish                \tstring              \t                    "],
                                             ["price               \tint                 \t                    "]]  # fmt: skip
    athena.rows("DROP DATABASE elsewhere")
    athena.rows("DROP VIEW cheap")
    assert athena.run("SELECT * FROM cheapest")["Status"]["StateChangeReason"] == (
        "INVALID_VIEW: line 1:15: Failed analyzing stored view 'awsdatacatalog.default.cheapest': line 1:33: "
        "Table 'awsdatacatalog.default.cheap' does not exist"
    )
    athena.rows("DROP VIEW cheapest")


FAILURES = [
    ("CREATE VIEW menu AS SELECT 1 AS a", "ALREADY_EXISTS: line 1:1: View already exists: 'awsdatacatalog.default.menu'"),
    ("CREATE VIEW v AS SELECT now() AS t", "NOT_SUPPORTED: Unsupported Hive type: timestamp with time zone"),
    ("CREATE VIEW v AS SELECT nope() AS t", "FUNCTION_NOT_FOUND: line 1:25: Function 'nope' not registered"),
    ("DROP VIEW menu", "TABLE_NOT_FOUND: line 1:1: View 'awsdatacatalog.default.menu' does not exist"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "reason"), FAILURES)
def test_what_can_be_no_view_fails(athena: Athena, menu: str, statement: str, reason: str) -> None:
    assert athena.run(statement)["Status"]["StateChangeReason"] == reason


def test_a_view_that_reads_itself_is_recursive(athena: Athena, menu: str) -> None:
    athena.rows("CREATE VIEW loop AS SELECT * FROM menu")
    athena.rows("CREATE OR REPLACE VIEW loop AS SELECT dish, price FROM menu")
    athena.rows("CREATE VIEW around AS SELECT * FROM loop")
    athena.rows("CREATE OR REPLACE VIEW loop AS SELECT * FROM around")
    assert "View is recursive" in athena.run("SELECT * FROM loop")["Status"]["StateChangeReason"]
    athena.rows("DROP VIEW loop")
    athena.rows("DROP VIEW IF EXISTS loop")
    athena.rows("DROP VIEW around")
