"""Names and types of the catalog, made safe for the SQL that is put together for DuckDB.

The Glue API takes any text as a column's name or type. Names and paths are quoted here and nowhere else; a type must be
one of Hive's, and is written anew from what was parsed.
https://docs.aws.amazon.com/athena/latest/ug/data-types.html
"""

from collections.abc import Iterable

from offline_aws.athena.catalog import Table
from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.hive_types import is_hive_type


def quoted(name: str) -> str:
    """A name as an identifier of DuckDB's, whatever characters it has."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as a string literal of DuckDB's, where no parameter can stand."""
    return "'" + text.replace("'", "''") + "'"


def quoted_list(names: Iterable[str]) -> str:
    return ", ".join(map(quoted, names))


def check_table(table: Table) -> None:
    """Refuse a table that no query could read, for what it is or for its columns.

    :raises NotEmulatedError: it is one of Iceberg's
    :raises QueryError: HIVE_INVALID_METADATA for a type that Hive lacks and for a name given twice
    """
    if table.is_iceberg:
        raise NotEmulatedError("an Iceberg table")
    names = [name for name, _ in table.all_columns]
    where = f"{table.database}.{table.name}"
    for name, kind in table.all_columns:
        if not is_hive_type(kind):
            raise QueryError(
                "HIVE_INVALID_METADATA", f"Glue table '{where}' column '{name}' has invalid data type: {kind}"
            )
        if names.count(name) > 1:
            raise QueryError(
                "HIVE_INVALID_METADATA",
                f"Hive metadata for table {table.name} is invalid: Table descriptor contains duplicate columns",
            )
        if name.startswith("$") or "\0" in name or not name:
            raise NotEmulatedError(f"a column with the name '{name}'")
