"""From the bytes of objects to rows in DuckDB, by the SerDe of their table."""

import bz2
import gzip
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import duckdb

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.objects import StoredObject
from offline_aws.athena.sql.engine import Engine
from offline_aws.athena.sql.parquet import insert_parquet
from offline_aws.athena.sql.serde import JsonRows
from offline_aws.athena.sql.shapes import insert_shapes
from offline_aws.athena.sql.storage import HEADER_LINES, LAZY, OPEN_CSV
from offline_aws.athena.sql.text_serde import CsvRows, LazyRows
from offline_aws.athena.sql.types import duckdb_type_of

# The column with the number of the object that a row is from; no table has one of this name (``check_columns``).
NUMBER = '"$object"'
# Characters of text handed to DuckDB at once.
_BATCH = 8 << 20

_DECOMPRESS: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.decompress, ".bz2": bz2.decompress}
_REFUSED = (".zst", ".snappy", ".lz4", ".deflate", ".lzo")

# What decides how an object becomes rows: SerDe, its properties, the columns with their types.
Schema = tuple[str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]


class Rows(Protocol):
    """Reads the lines of a table."""

    def row(self, line: str) -> Mapping[str, Any]:
        """The row that a line is, by the names of the columns."""


class TextInserter:
    """Inserts the lines of objects, some objects at a time."""

    def __init__(self, engine: Engine, table: str, schema: Schema) -> None:
        serde, parameters, self._columns = schema
        self._rows = rows_of(serde, dict(parameters), self._columns)
        self._header = _header_lines(dict(parameters))
        self._connection = engine.connect()
        self._table = table
        types = {"$object": "INTEGER"} | {name: duckdb_type_of(kind) for name, kind in self._columns}
        self._structure = json.dumps([types])
        self._waiting: list[tuple[int, str]] = []
        self._size = 0

    def add(self, number: int, stored: StoredObject, body: bytes) -> None:
        """Take an object; a text without a line has no rows."""
        text = text_of(stored.key, body)
        if self._header:
            text = "".join(text.split("\n", self._header)[self._header :])
        if text:
            self._waiting.append((number, text.removesuffix("\n")))
            self._size += len(text)
        if self._size > _BATCH:
            self.flush()

    def flush(self) -> None:
        """Insert what waits: by shape what can be, line by line the rest."""
        rows = [{"$object": number} | dict(self._rows.row(line)) for number, line in self._lines()]
        if rows:
            insert_json(self._connection, self._table, self._structure, rows)
        self._waiting, self._size = [], 0

    def _lines(self) -> list[tuple[int, str]]:
        if isinstance(self._rows, JsonRows):
            return insert_shapes(self._connection, self._table, self._columns, self._rows.options, self._waiting)
        return [(number, line.removesuffix("\r")) for number, text in self._waiting for line in text.split("\n")]


class ParquetInserter:
    """Inserts Parquet objects, one at a time."""

    def __init__(self, engine: Engine, table: str, schema: Schema) -> None:
        self._engine, self._table, self._columns = engine, table, schema[2]
        self._connection = engine.connect()

    def add(self, number: int, stored: StoredObject, body: bytes) -> None:
        """Insert an object."""
        with self._engine.scratch() as folder:
            path = folder / "object.parquet"
            path.write_bytes(body)
            insert_parquet(self._connection, self._table, self._columns, number, stored.uri, path)

    def flush(self) -> None:
        """Nothing waits."""


def rows_of(serde: str, parameters: Mapping[str, str], columns: Sequence[tuple[str, str]]) -> Rows:
    """The reader of a SerDe of text."""
    if serde == LAZY:
        return LazyRows(parameters, columns)
    if serde == OPEN_CSV:
        return CsvRows(parameters, columns)
    return JsonRows(parameters, columns)


def _header_lines(parameters: Mapping[str, str]) -> int:
    text = parameters.get(HEADER_LINES, "0")
    if not text.isdecimal():
        raise QueryError("HIVE_INVALID_METADATA", f"Invalid value for {HEADER_LINES} property: {text}")
    return int(text)


def insert_json(
    connection: duckdb.DuckDBPyConnection, table: str, structure: str, rows: Sequence[Mapping[str, object]]
) -> None:
    """Insert dictionaries into a table; ``structure`` is from_json's, a list of one object of types."""
    text = json.dumps(rows, ensure_ascii=False).encode("utf-8", "replace").decode()
    connection.execute(
        f"INSERT INTO {table} SELECT unnest(from_json($1, $2), max_depth := 2)",
        [text, structure],
    )


def text_of(key: str, body: bytes) -> str:
    """The text of an object, decompressed by its extension as Athena does."""
    extension = "." + key.rsplit(".", 1)[-1].lower()
    if extension in _REFUSED:
        raise NotEmulatedError(f"reading {extension} objects")
    return _DECOMPRESS.get(extension, bytes)(body).decode("utf-8", "replace")
