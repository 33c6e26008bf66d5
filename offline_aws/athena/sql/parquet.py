"""Parquet objects: DuckDB reads a copy in the engine's scratch folder, columns by name.

As on Athena a column that an object lacks is NULL, and one whose type does not fit the table's fails the query.
https://docs.aws.amazon.com/athena/latest/ug/parquet-serde.html
"""

from collections.abc import Sequence
from pathlib import Path

import duckdb
from sqlglot import exp

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.engine import athena_error
from offline_aws.athena.sql.identifiers import quoted
from offline_aws.athena.sql.types import duckdb_type_of

_INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT")


def insert_parquet(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: Sequence[tuple[str, str]],
    number: int,
    uri: str,
    path: Path,
) -> None:
    """Insert the rows of the object ``uri``, which lies at ``path``."""
    try:
        described = connection.execute("DESCRIBE SELECT * FROM read_parquet($1)", [str(path)]).fetchall()
        found = {name.lower(): (name, kind) for name, kind, *_ in described}
        values = [_value(column, found.get(column[0]), uri) for column in columns]
        connection.execute(
            f"INSERT INTO {table} SELECT {', '.join(['$2::INTEGER', *values])} FROM read_parquet($1)",  # noqa: S608
            [str(path), number],
        )
    except duckdb.InvalidInputException as error:
        raise QueryError("HIVE_BAD_DATA", f"Not valid Parquet file: {uri}") from error
    except duckdb.ConversionException as error:
        raise QueryError("HIVE_BAD_DATA", f"{uri}: {athena_error(error)}") from error


def _value(column: tuple[str, str], found: tuple[str, str] | None, uri: str) -> str:
    """The DuckDB expression that gives a table's column from the file's."""
    name, hive_type = column
    target = duckdb_type_of(hive_type)
    if found is None:
        return "NULL"
    if not _fits(found[1], str(duckdb.type(target))):
        raise QueryError(
            "HIVE_BAD_DATA",
            f"Field {name}'s type {found[1]} in parquet file {uri} is incompatible with type {hive_type} "
            "defined in table schema",
        )
    return f"CAST({quoted(found[0])} AS {target})"


def _fits(found: str, target: str) -> bool:
    """Whether values of the file's type are values of the table's: the same, a wider one, or both nested alike."""
    if found == target or (found == "FLOAT" and target == "DOUBLE") or (found == "BLOB" and target == "VARCHAR"):
        return True
    if found in _INTEGERS and target in _INTEGERS:
        return _INTEGERS.index(found) <= _INTEGERS.index(target)
    kinds = {exp.DataType.build(text, dialect="duckdb").this for text in (found, target)}
    moments = {exp.DType.TIMESTAMP, exp.DType.TIMESTAMPTZ, exp.DType.TIMESTAMP_NS, exp.DType.TIMESTAMP_MS}
    same = {exp.DType.ARRAY, exp.DType.LIST, exp.DType.MAP, exp.DType.STRUCT, exp.DType.DECIMAL}
    return kinds <= moments or (len(kinds) == 1 and kinds <= same)
