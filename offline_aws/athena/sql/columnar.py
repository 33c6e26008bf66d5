"""Objects that name their columns, Parquet, ORC and Avro: each column of a table from one of its name, or at its place.

A column that an object lacks is NULL; one that does not fit the table's fails the queries that read it. Parquet is read
by name and ORC by place, unless the SerDe's properties say otherwise.
https://docs.aws.amazon.com/athena/latest/ug/handling-schema-updates-chapter.html#index-access
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import orc

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.column_types import AvroReading, OrcReading, ParquetReading, Reading
from offline_aws.athena.sql.identifiers import literal, quoted, quoted_list
from offline_aws.athena.sql.types import duckdb_type_of

Columns = Sequence[tuple[str, str]]


class ColumnarInserter:
    """Inserts objects into a table of DuckDB's, each from a file.

    ``bad`` has the columns of each object that can't be read, with the error of reading them.
    """

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, table: str, columns: Columns, properties: Mapping[str, str]
    ) -> None:
        self._connection, self._table, self._columns = connection, table, columns
        self._properties = properties
        self.bad: dict[int, dict[str, QueryError]] = {}

    def insert_parquet(self, number: int, uri: str, path: Path) -> Mapping[str, int]:
        """Insert the rows of a file; returns the bytes that each column of the table has in it."""
        by_place = self._by_place("parquet", "false")
        try:
            self._connection.execute(f"CREATE OR REPLACE TEMP VIEW columnar AS FROM read_parquet({literal(str(path))})")
            self._insert(number, ParquetReading(uri, path), by_place)
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
        self._insert_arrow(number, OrcReading(uri, path), read, by_place)
        return {}

    def insert_avro(self, number: int, uri: str, path: Path) -> Mapping[str, int]:
        from offline_aws.athena.sql import avro  # fastavro loads for a tenth of a second

        names = quoted_list(name for name, _ in self._columns)
        none = self._connection.execute(f"SELECT {names} FROM {self._table} LIMIT 0")  # noqa: S608
        read = avro.read(path, avro.schema_of(self._columns, self._properties), none.to_arrow_reader().schema, uri)
        self._insert_arrow(number, AvroReading(uri, path), read, by_place=False)
        return {}

    def _by_place(self, kind: str, default: str) -> bool:
        return self._properties.get(f"{kind}.column.index.access", default).lower() == "true"

    def _insert_arrow(self, number: int, reading: Reading, read: pa.Table, by_place: bool) -> None:
        self._connection.register("columnar_arrow", read)
        self._connection.execute("CREATE OR REPLACE TEMP VIEW columnar AS FROM columnar_arrow")
        self._insert(number, reading, by_place)
        self._connection.unregister("columnar_arrow")

    def _insert(self, number: int, reading: Reading, by_place: bool) -> None:
        """Insert the rows of the view ``columnar``, with NULL in the columns that can't be read."""
        described = [(name, kind) for name, kind, *_ in self._connection.execute("DESCRIBE columnar").fetchall()]
        by_name = {name.lower(): (name, kind) for name, kind in described}
        found = dict(zip((name for name, _ in self._columns), described, strict=False)) if by_place else by_name
        bad: dict[str, QueryError] = {}
        values = {}
        for name, hive_type in self._columns:
            values[name] = "NULL"
            if stored := found.get(name):
                target = duckdb_type_of(hive_type)
                if reading.fits(stored[1], str(duckdb.type(target))):
                    values[name] = _cut(f"CAST({quoted(stored[0])} AS {target})", hive_type)
                else:
                    bad[name] = reading.mismatch(name, stored[1], hive_type)
        try:
            self._insert_values(number, values)
        except duckdb.ConversionException:
            bad |= self._out_of_range(reading, values)
            self._insert_values(number, values | dict.fromkeys(bad, "NULL"))
        if bad:
            self.bad[number] = bad

    def _insert_values(self, number: int, values: Mapping[str, str]) -> None:
        self._connection.execute(
            f"INSERT INTO {self._table} SELECT {', '.join(['$1::INTEGER', *values.values()])} FROM columnar",  # noqa: S608
            [number],
        )

    def _out_of_range(self, reading: Reading, values: Mapping[str, str]) -> dict[str, QueryError]:
        """The columns that have a value which the table's type has not."""
        bad = {}
        for name, hive_type in self._columns:
            try:
                self._connection.execute(f"SELECT count({values[name]}) FROM columnar")  # noqa: S608
            except duckdb.ConversionException:
                bad[name] = reading.out_of_range(str(duckdb.type(duckdb_type_of(hive_type))))
        return bad


def _cut(value: str, hive_type: str) -> str:
    """A value as long as its type allows: that of ``varchar(3)`` has three characters."""
    length = re.fullmatch(r"(?:var)?char\((\d+)\)", hive_type)
    return f"left({value}, {length[1]})" if length else value


def _column_sizes(path: Path) -> dict[str, int]:
    """The compressed bytes of each column of a Parquet file, those of its fields in all."""
    sizes: dict[str, int] = {}
    footer = pq.read_metadata(path)
    for group in map(footer.row_group, range(footer.num_row_groups)):
        for chunk in map(group.column, range(group.num_columns)):
            name = chunk.path_in_schema.split(".", 1)[0]
            sizes[name] = sizes.get(name, 0) + chunk.total_compressed_size
    return sizes
