"""information_schema: the catalog as tables that a query can read. Every database has it.

https://docs.aws.amazon.com/athena/latest/ug/querying-glue-catalog.html
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from sqlglot import exp

from offline_aws.athena.catalog import CATALOG, Catalog, Table
from offline_aws.athena.sql.classify import parse_query
from offline_aws.athena.sql.hive_types import trino_type
from offline_aws.athena.sql.identifiers import quoted, quoted_list
from offline_aws.athena.sql.view_text import view_of

NAME = "information_schema"

Row = tuple[str | int | None, ...]


def query_of(name: str, catalog: Catalog) -> exp.Expr | None:
    """The query that gives the rows of one of its tables; None if there is no such table."""
    if name not in _TABLES:
        return None
    columns, rows = _TABLES[name]
    return rows_as_query([(column, _type(column)) for column in columns], rows(catalog))


def rows_as_query(columns: Sequence[tuple[str, str]], rows: Iterable[Row]) -> exp.Expr:
    """The query that gives some rows; the columns are names and Trino's types."""
    lines = [f"({', '.join(map(_literal, row))})" for row in rows]
    if not lines:
        nothing = ", ".join(f"CAST(NULL AS {kind}) AS {quoted(name)}" for name, kind in columns)
        return parse_query(f"SELECT {nothing} WHERE false")
    values = ", ".join(f"CAST({quoted(name)} AS {kind}) AS {quoted(name)}" for name, kind in columns)
    names = quoted_list(name for name, _ in columns)
    return parse_query(f"SELECT {values} FROM (VALUES {', '.join(lines)}) AS t({names})")  # noqa: S608


def _type(column: str) -> str:
    return "bigint" if column == "ordinal_position" else "varchar"


def _literal(value: str | int | None) -> str:
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


def _schemata(catalog: Catalog) -> Iterator[Row]:
    for name in (*(item["Name"] for item in catalog.databases()), NAME):
        yield CATALOG, name


def _all(catalog: Catalog) -> Iterator[Table]:
    for database in catalog.databases():
        for item in catalog.tables(database["Name"]):
            yield Table.from_glue(database["Name"], item)


def _tables(catalog: Catalog) -> Iterator[Row]:
    for table in _all(catalog):
        yield CATALOG, table.database, table.name, "VIEW" if table.is_view else "BASE TABLE"


def _columns(catalog: Catalog) -> Iterator[Row]:
    for table in _all(catalog):
        for place, (name, kind) in enumerate(table.all_columns, 1):
            yield CATALOG, table.database, table.name, name, place, None, "YES", trino_type(kind)


def _views(catalog: Catalog) -> Iterator[Row]:
    for table in _all(catalog):
        if table.is_view:
            yield CATALOG, table.database, table.name, view_of(table).query


_OF_TABLE = ("table_catalog", "table_schema", "table_name")
_TABLES: dict[str, tuple[tuple[str, ...], Callable[[Catalog], Iterator[Row]]]] = {
    "columns": (
        (*_OF_TABLE, "column_name", "ordinal_position", "column_default", "is_nullable", "data_type"),
        _columns,
    ),
    "schemata": (("catalog_name", "schema_name"), _schemata),
    "tables": ((*_OF_TABLE, "table_type"), _tables),
    "views": ((*_OF_TABLE, "view_definition"), _views),
}
