"""The catalog as tables."""

from typing import Any

import pytest

from offline_aws.athena.sql.classify import classify
from offline_aws.athena.sql.engine import Engine
from offline_aws.athena.sql.plan import plan
from offline_aws.athena.sql.select import select


class OneTable:
    """A catalog with the table web.clicks."""

    def databases(self) -> list[dict[str, Any]]:
        return [{"Name": "web"}]

    def tables(self, database: str) -> list[dict[str, Any]]:
        columns = [{"Name": "page", "Type": "string"}, {"Name": "tags", "Type": "array<string>"}]
        return [
            {
                "Name": "clicks",
                "StorageDescriptor": {"Columns": columns},
                "PartitionKeys": [{"Name": "day", "Type": "date"}],
            }
        ]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine(tmp_path_factory.mktemp("duckdb"))


def rows(engine: Engine, sql: str) -> list[list[str | None]]:
    prepared = plan(classify(sql).tree, "web", OneTable())  # type: ignore[arg-type]
    return list(select(engine.connect(), prepared, None).rows)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("SELECT schema_name FROM information_schema.schemata", [["web"], ["information_schema"]]),
        (
            "SELECT table_schema, table_name, table_type FROM awsdatacatalog.information_schema.tables",
            [["web", "clicks", "BASE TABLE"]],
        ),
        (
            "SELECT column_name, ordinal_position, data_type FROM information_schema.columns c "
            "WHERE c.table_name = 'clicks' ORDER BY 2",
            [["page", "1", "varchar"], ["tags", "2", "array(varchar)"], ["day", "3", "date"]],
        ),
        ("SELECT count(*) FROM information_schema.views", [["0"]]),
    ],
)
def test_the_catalog_can_be_queried(engine: Engine, sql: str, found: list[list[str | None]]) -> None:
    assert rows(engine, sql) == found


def test_it_has_no_other_tables() -> None:
    with pytest.raises(Exception, match="does not exist"):
        plan(classify("SELECT * FROM information_schema.files").tree, "web", _Nothing())  # type: ignore[arg-type]


class _Nothing(OneTable):
    def table(self, database: str, name: str) -> None:
        return None

    def database(self, name: str) -> dict[str, Any]:
        return {"Name": name}
