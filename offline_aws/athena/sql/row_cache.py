"""Parsed rows, kept in DuckDB so that each object is read and parsed once.

Rows are kept under (table schema, object, ETag). Each query says what objects exist now; what is new is read, what was
overwritten or deleted is forgotten. The least recently used objects go when the kept ones exceed ``LIMIT``. Rows of
forgotten objects are deleted when no query is running, as one may still be reading them.
"""

import bz2
import gzip
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count

import duckdb

from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.objects import Objects, StoredObject
from offline_aws.athena.sql.engine import Engine
from offline_aws.athena.sql.serde import JsonRows
from offline_aws.athena.sql.shapes import insert_shapes
from offline_aws.athena.sql.types import duckdb_type_of

# Bytes of the objects (before parsing) whose rows are kept.
LIMIT = 1 << 30
# Characters of text handed to DuckDB at once.
_BATCH = 8 << 20

_DECOMPRESS: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.decompress, ".bz2": bz2.decompress}
_REFUSED = (".zst", ".snappy", ".lz4", ".deflate", ".lzo")

# What decides how a line becomes a row: SerDe, its properties, the columns with their types.
Schema = tuple[str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]


@dataclass
class _Kept:
    etag: str
    number: int
    size: int


class _Rows:
    """The rows of one schema: a DuckDB table, and which object each number in it is."""

    def __init__(self, table: str) -> None:
        self.table = table
        self.lock = threading.Lock()
        self.kept: OrderedDict[str, _Kept] = OrderedDict()


class RowCache:
    """Parsed rows of all tables."""

    def __init__(self, engine: Engine, objects: Objects) -> None:
        self._engine = engine
        self._objects = objects
        self._rows: dict[Schema, _Rows] = {}
        self._numbers = count()
        self._lock = threading.Lock()
        self._readers = 0
        self._garbage: list[tuple[str, int]] = []

    @contextmanager
    def reading(self) -> Iterator[None]:
        """While this is open no rows that were loaded are deleted."""
        with self._lock:
            self._readers += 1
        try:
            yield
        finally:
            with self._lock:
                self._readers -= 1
                if self._readers == 0:
                    self._collect()

    def _collect(self) -> None:
        connection = self._engine.connect()
        for table in {table for table, _ in self._garbage}:
            numbers = [number for name, number in self._garbage if name == table]
            connection.execute(
                f"DELETE FROM {table} WHERE object IN (SELECT unnest(from_json($1, '[\"INTEGER\"]')))",  # noqa: S608
                [json.dumps(numbers)],
            )
        self._garbage.clear()

    def load(
        self, schema: Schema, wanted: Sequence[StoredObject], listed: tuple[str, ...], present: set[str]
    ) -> tuple[str, list[int]]:
        """The DuckDB table with the rows of the wanted objects, and the number of each object in it.

        ``listed`` are the URIs that were listed and ``present`` all that was found there: what is kept from there and
        is not present was deleted.
        """
        rows = self._rows_of(schema)
        with rows.lock:
            self._forget(rows, [uri for uri in rows.kept if uri.startswith(listed) and uri not in present])
            stale = [item.uri for item in wanted if (kept := rows.kept.get(item.uri)) and kept.etag != item.etag]
            self._forget(rows, stale)
            self._read(schema, rows, [item for item in wanted if item.uri not in rows.kept])
            for item in wanted:
                rows.kept.move_to_end(item.uri)
            numbers = [rows.kept[item.uri].number for item in wanted]
            self._shrink(rows)
        return rows.table, numbers

    def _rows_of(self, schema: Schema) -> _Rows:
        with self._lock:
            if schema not in self._rows:
                rows = _Rows(f"rows_{len(self._rows)}")
                columns = "".join(f', "{name}" {duckdb_type_of(kind)}' for name, kind in schema[2])
                self._engine.connect().execute(f"CREATE TABLE {rows.table} (object INTEGER{columns})")
                self._rows[schema] = rows
            return self._rows[schema]

    def _forget(self, rows: _Rows, uris: Iterable[str]) -> None:
        with self._lock:
            self._garbage += [(rows.table, rows.kept.pop(uri).number) for uri in uris]

    def _shrink(self, rows: _Rows) -> None:
        excess = sum(kept.size for kept in rows.kept.values()) - LIMIT
        oldest = []
        for uri, kept in rows.kept.items():
            if excess <= 0:
                break
            oldest.append(uri)
            excess -= kept.size
        self._forget(rows, oldest)

    def _read(self, schema: Schema, rows: _Rows, new: Sequence[StoredObject]) -> None:
        insert = _Inserter(self._engine, rows.table, schema)
        kept: dict[str, _Kept] = {}
        try:
            for item in new:
                number = next(self._numbers)
                kept[item.uri] = _Kept(item.etag, number, item.size)
                insert.add(number, text_of(item.key, self._objects.read(item)))
            insert.flush()
        except BaseException:
            with self._lock:
                self._garbage += [(rows.table, half.number) for half in kept.values()]
            raise
        rows.kept.update(kept)


class _Inserter:
    """Inserts the lines of objects, some objects at a time."""

    def __init__(self, engine: Engine, table: str, schema: Schema) -> None:
        serde, parameters, self._columns = schema
        self._parser = JsonRows(serde, dict(parameters), self._columns)
        self._connection = engine.connect()
        self._table = table
        types = {"object": "INTEGER"} | {name: duckdb_type_of(kind) for name, kind in self._columns}
        self._structure = json.dumps([types])
        self._waiting: list[tuple[int, str]] = []
        self._size = 0

    def add(self, number: int, text: str) -> None:
        """Take the text of an object; a text without a line has no rows."""
        if text:
            self._waiting.append((number, text.removesuffix("\n")))
            self._size += len(text)
        if self._size > _BATCH:
            self.flush()

    def flush(self) -> None:
        """Insert what waits: by shape what can be, line by line the rest."""
        rest = insert_shapes(self._connection, self._table, self._columns, self._parser.options, self._waiting)
        rows = [{"object": number} | self._parser.row(line) for number, line in rest]
        if rows:
            insert_json(self._connection, self._table, self._structure, rows)
        self._waiting, self._size = [], 0


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
