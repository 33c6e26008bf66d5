"""Parsed rows, kept in DuckDB so that each object is read and parsed once.

Rows are kept under (table schema, object, ETag). Each query says what objects exist now; what is new is read, what was
overwritten or deleted is forgotten. The least recently used objects go when the kept ones exceed ``LIMIT``. Rows of
forgotten objects are deleted when no query is running, as one may still be reading them.
"""

import json
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count

from offline_aws.athena.objects import Objects, StoredObject
from offline_aws.athena.sql.engine import Engine
from offline_aws.athena.sql.identifiers import quoted
from offline_aws.athena.sql.insert import NUMBER, ParquetInserter, Schema, TextInserter
from offline_aws.athena.sql.storage import PARQUET
from offline_aws.athena.sql.types import duckdb_type_of

# Bytes of the objects (before parsing) whose rows are kept.
LIMIT = 1 << 30


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
                f"DELETE FROM {table} WHERE {NUMBER} IN (SELECT unnest(from_json($1, '[\"INTEGER\"]')))",  # noqa: S608
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
                columns = "".join(f", {quoted(name)} {duckdb_type_of(kind)}" for name, kind in schema[2])
                self._engine.connect().execute(f"CREATE TABLE {rows.table} ({NUMBER} INTEGER{columns})")
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
        inserter = ParquetInserter if schema[0] == PARQUET else TextInserter
        insert = inserter(self._engine, rows.table, schema)
        kept: dict[str, _Kept] = {}
        try:
            for item in new:
                number = next(self._numbers)
                kept[item.uri] = _Kept(item.etag, number, item.size)
                insert.add(number, item, self._objects.read(item))
            insert.flush()
        except BaseException:
            with self._lock:
                self._garbage += [(rows.table, half.number) for half in kept.values()]
            raise
        rows.kept.update(kept)
