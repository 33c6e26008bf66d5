"""Names and types of the catalog, made safe for the SQL that is put together for DuckDB.

The Glue API takes any text as a column's name or type. Names are quoted here and nowhere else; a type must be one of
Hive's, and is written anew from what was parsed.
https://docs.aws.amazon.com/athena/latest/ug/data-types.html
"""

from collections.abc import Iterable

from sqlglot import exp
from sqlglot.errors import SqlglotError

from offline_aws.athena.catalog import Table
from offline_aws.athena.errors import NotEmulatedError, QueryError

_SCALARS = {
    exp.DType.BOOLEAN, exp.DType.TINYINT, exp.DType.SMALLINT, exp.DType.INT, exp.DType.BIGINT, exp.DType.FLOAT,
    exp.DType.DOUBLE, exp.DType.DECIMAL, exp.DType.CHAR, exp.DType.VARCHAR, exp.DType.TEXT, exp.DType.BINARY,
    exp.DType.DATE, exp.DType.TIMESTAMP, exp.DType.TIMESTAMPTZ,
}  # fmt: skip
_NESTED = {exp.DType.ARRAY: 1, exp.DType.MAP: 2}


def quoted(name: str) -> str:
    """A name as an identifier of DuckDB's, whatever characters it has."""
    return '"' + name.replace('"', '""') + '"'


def quoted_list(names: Iterable[str]) -> str:
    return ", ".join(map(quoted, names))


def check_columns(table: Table) -> None:
    """Refuse a table whose columns no query could read.

    :raises QueryError: HIVE_INVALID_METADATA for a type that Hive lacks and for a name given twice
    """
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


def is_hive_type(text: str) -> bool:
    """Whether a text from the catalog is a type that Hive has."""
    try:
        return "[" not in text and _is_hive(exp.DataType.build(text, dialect="hive"))
    except (SqlglotError, ValueError):
        return False


def _is_hive(kind: exp.Expr | None) -> bool:
    if not isinstance(kind, exp.DataType):
        return False
    if kind.this == exp.DType.STRUCT:
        return all(isinstance(field, exp.ColumnDef) and _is_hive(field.args["kind"]) for field in kind.expressions)
    if kind.this in _NESTED:
        return len(kind.expressions) == _NESTED[kind.this] and all(map(_is_hive, kind.expressions))
    return kind.this in _SCALARS
