"""Objects that name their columns, Parquet, ORC and Avro: each column of a table from one of its name, or at its place.

A column that an object lacks is NULL, and one whose type does not fit the table's fails the query. Parquet is read by
name and ORC by place, unless the SerDe's properties say otherwise.
https://docs.aws.amazon.com/athena/latest/ug/handling-schema-updates-chapter.html#index-access
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import orc
from sqlglot import exp

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.engine import athena_error
from offline_aws.athena.sql.identifiers import literal, quoted, quoted_list
from offline_aws.athena.sql.types import duckdb_type_of

Columns = Sequence[tuple[str, str]]

_INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT")
# Parquet's unsigned integers, and the first type above that holds them.
_UNSIGNED = {"UTINYINT": "SMALLINT", "USMALLINT": "INTEGER", "UINTEGER": "BIGINT"}


class ColumnarInserter:
    """Inserts objects into a table of DuckDB's, each from a file."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, table: str, columns: Columns, properties: Mapping[str, str]
    ) -> None:
        self._connection, self._table, self._columns = connection, table, columns
        self._properties = properties

    def insert_parquet(self, number: int, uri: str, path: Path) -> Mapping[str, int]:
        """Insert the rows of a file; returns the bytes that each column of the table has in it."""
        by_place = self._by_place("parquet", "false")
        try:
            self._connection.execute(f"CREATE OR REPLACE TEMP VIEW columnar AS FROM read_parquet({literal(str(path))})")
            self._insert(number, uri, by_place)
        except duckdb.InvalidInputException as error:
            raise QueryError("HIVE_BAD_DATA", f"Not valid Parquet file: {uri}") from error
        sizes = _column_sizes(path)
        names = (name for name, _ in self._columns) if by_place else (name.lower() for name in sizes)
        return dict(zip(names, sizes.values(), strict=False))

    def insert_orc(self, number: int, uri: str, path: Path) -> Mapping[str, int]:
        """DuckDB reads no ORC: PyArrow does, which does not tell the size of a column."""
        by_place = self._by_place("orc", "true")
        try:
            read = orc.ORCFile(path).read()
        except pa.ArrowInvalid as error:
            raise QueryError("HIVE_BAD_DATA", f"Error opening Hive split {uri}: Malformed ORC file") from error
        self._insert_arrow(number, uri, read, by_place)
        return {}

    def insert_avro(self, number: int, uri: str, path: Path) -> Mapping[str, int]:
        """The columns have the types of the table's when they come here."""
        from offline_aws.athena.sql import avro  # fastavro loads for a tenth of a second

        names = quoted_list(name for name, _ in self._columns)
        none = self._connection.execute(f"SELECT {names} FROM {self._table} LIMIT 0")  # noqa: S608
        schema = avro.schema_of(self._columns, self._properties)
        self._insert_arrow(number, uri, avro.read(path, schema, none.to_arrow_reader().schema, uri), by_place=False)
        return {}

    def _insert_arrow(self, number: int, uri: str, read: pa.Table, by_place: bool) -> None:
        self._connection.register("columnar_arrow", read)
        self._connection.execute("CREATE OR REPLACE TEMP VIEW columnar AS FROM columnar_arrow")
        self._insert(number, uri, by_place)
        self._connection.unregister("columnar_arrow")

    def _by_place(self, kind: str, default: str) -> bool:
        return self._properties.get(f"{kind}.column.index.access", default).lower() == "true"

    def _insert(self, number: int, uri: str, by_place: bool) -> None:
        """Insert the rows of the view ``columnar``."""
        described = [(name, kind) for name, kind, *_ in self._connection.execute("DESCRIBE columnar").fetchall()]
        by_name = {name.lower(): (name, kind) for name, kind in described}
        found = dict(zip((name for name, _ in self._columns), described, strict=False)) if by_place else by_name
        values = [_value(column, found.get(column[0]), uri) for column in self._columns]
        try:
            self._connection.execute(
                f"INSERT INTO {self._table} SELECT {', '.join(['$1::INTEGER', *values])} FROM columnar",  # noqa: S608
                [number],
            )
        except duckdb.ConversionException as error:
            raise QueryError("HIVE_BAD_DATA", f"{uri}: {athena_error(error)}") from error


def _column_sizes(path: Path) -> dict[str, int]:
    """The compressed bytes of each column of a Parquet file, those of its fields in all."""
    sizes: dict[str, int] = {}
    footer = pq.read_metadata(path)
    for group in map(footer.row_group, range(footer.num_row_groups)):
        for chunk in map(group.column, range(group.num_columns)):
            name = chunk.path_in_schema.split(".", 1)[0]
            sizes[name] = sizes.get(name, 0) + chunk.total_compressed_size
    return sizes


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
    """Whether values of the file's type are values of the table's: the same, a wider one, any integer for one that has
    its value, or both nested alike."""
    found = _UNSIGNED.get(found, found)
    if found == target or (found == "FLOAT" and target == "DOUBLE") or (found == "BLOB" and target == "VARCHAR"):
        return True
    if found in _INTEGERS and target in _INTEGERS:
        return True
    kinds = {exp.DataType.build(text, dialect="duckdb").this for text in (found, target)}
    moments = {
        exp.DType.TIMESTAMP, exp.DType.TIMESTAMPNTZ, exp.DType.TIMESTAMPTZ, exp.DType.TIMESTAMP_NS,
        exp.DType.TIMESTAMP_MS,
    }  # fmt: skip
    same = {exp.DType.ARRAY, exp.DType.LIST, exp.DType.MAP, exp.DType.STRUCT, exp.DType.DECIMAL}
    return kinds <= moments or (len(kinds) == 1 and kinds <= same)
