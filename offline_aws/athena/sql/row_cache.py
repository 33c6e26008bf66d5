"""Parsed rows, kept in DuckDB so that each object is read and parsed once.

Rows are kept under (table schema, object, ETag). Each query says what objects exist now; what is new is read, what was
overwritten or deleted is forgotten. The least recently used objects go when all that is kept exceeds ``LIMIT``. A query
waits for another only where both need an object that the other is reading.

Rows of forgotten objects are deleted once every query has ended that was under way when they were forgotten.
"""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

import duckdb

from offline_aws.athena.errors import QueryError
from offline_aws.athena.objects import Objects, StoredObject
from offline_aws.athena.sql.arrow import registered
from offline_aws.athena.sql.engine import Engine
from offline_aws.athena.sql.identifiers import quoted
from offline_aws.athena.sql.insert import NUMBER, Schema, inserter_of
from offline_aws.athena.sql.types import duckdb_type_of

# Bytes of the objects (before parsing) whose rows are kept.
LIMIT = 1 << 30


@dataclass
class _Kept:
    """The rows of an object: there once ``read`` is set, unless reading them ``failed``."""

    etag: str
    number: int
    size: int
    rows: int = 0
    columns: Mapping[str, int] = field(default_factory=dict)  # bytes of each, where the format tells
    bad: Mapping[str, QueryError] = field(default_factory=dict)  # what reading a column fails with, where it does
    failed: bool = False
    read: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True)
class Loaded:
    """The DuckDB table with the rows of some objects, and what is kept of each object."""

    table: str
    kept: Sequence[_Kept]

    @property
    def numbers(self) -> list[int]:
        """The number of each object in the table."""
        return [item.number for item in self.kept]

    @property
    def rows(self) -> int:
        return sum(item.rows for item in self.kept)

    def require_readable(self, columns: Iterable[str]) -> None:
        """A query fails with a value that can't be read only if it reads the value's column.

        :raises QueryError: HIVE_BAD_DATA
        """
        for name in columns:
            for item in self.kept:
                if name in item.bad:
                    raise item.bad[name]

    def size_of(self, columns: Iterable[str]) -> int:
        """The bytes of some columns in the objects; of objects that do not tell, all bytes."""
        return sum(
            sum(item.columns.get(name, 0) for name in columns) if item.columns else item.size for item in self.kept
        )


# (DuckDB table, URI of the object)
_Key = tuple[str, str]


class RowCache:
    """Parsed rows of all tables."""

    def __init__(self, engine: Engine, objects: Objects) -> None:
        self._engine = engine
        self._objects = objects
        self._tables: dict[Schema, str] = {}
        self._kept: OrderedDict[_Key, _Kept] = OrderedDict()
        self._numbers = count()
        self._lock = threading.Lock()
        # Moments are counted: when each query under way began, and when rows were forgotten.
        self._moments = count()
        self._began: set[int] = set()
        self._garbage: list[tuple[int, str, int]] = []

    @contextmanager
    def reading(self) -> Iterator[None]:
        """While this is open no rows that were loaded are deleted."""
        with self._lock:
            began = next(self._moments)
            self._began.add(began)
        try:
            yield
        finally:
            with self._lock:
                self._began.remove(began)
                self._collect()

    def _collect(self) -> None:
        """Delete the rows that were forgotten before any query under way began."""
        oldest = min(self._began, default=None)
        ready = [item for item in self._garbage if oldest is None or item[0] < oldest]
        if not ready:
            return
        self._garbage = [item for item in self._garbage if oldest is not None and item[0] >= oldest]
        connection = self._engine.connect()
        for table in {table for _, table, _ in ready}:
            numbers = [number for _, name, number in ready if name == table]
            with registered(connection, {"number": ("int32", numbers)}) as given:
                connection.execute(f"DELETE FROM {table} WHERE {NUMBER} IN (SELECT number FROM {given})")  # noqa: S608
        connection.close()

    def load(
        self,
        connection: duckdb.DuckDBPyConnection,
        schema: Schema,
        wanted: Sequence[StoredObject],
        listed: tuple[str, ...] = (),
        present: set[str] | None = None,
    ) -> Loaded:
        """The rows of the wanted objects, read on ``connection`` where they are not kept.

        ``listed`` are the URIs that were listed and ``present`` all that was found there: what is kept from there and
        is not present was deleted.
        """
        table = self._table_of(schema)
        while True:
            new, found = self._claim(table, wanted, listed, present or set())
            if new:
                self._read(connection, schema, table, new)
            for kept in found:
                kept.read.wait()
            # Where another query failed to read an object, it is this one's turn.
            if not any(kept.failed for kept in found):
                break
        with self._lock:
            self._shrink()
        return Loaded(table, found)

    def _table_of(self, schema: Schema) -> str:
        with self._lock:
            if schema not in self._tables:
                table = f"rows_{len(self._tables)}"
                columns = "".join(f", {quoted(name)} {duckdb_type_of(kind)}" for name, kind in schema[2])
                self._engine.connect().execute(f"CREATE TABLE {table} ({NUMBER} INTEGER{columns})")
                self._tables[schema] = table
            return self._tables[schema]

    def _claim(
        self, table: str, wanted: Sequence[StoredObject], listed: tuple[str, ...], present: set[str]
    ) -> tuple[list[tuple[StoredObject, _Kept]], list[_Kept]]:
        """The objects that are to be read now, and what is kept of each wanted object, theirs too."""
        new, found = [], []
        with self._lock:
            under = [key for key in self._kept if key[0] == table and key[1].startswith(listed)]
            self._forget([key for key in under if key[1] not in present])
            for item in wanted:
                key = (table, item.uri)
                kept = self._kept.get(key)
                if kept and (kept.etag != item.etag or kept.failed):
                    self._forget([key])
                    kept = None
                if not kept:
                    kept = self._kept[key] = _Kept(item.etag, next(self._numbers), item.size)
                    new.append((item, kept))
                self._kept.move_to_end(key)
                found.append(kept)
        return new, found

    def _forget(self, keys: Iterable[_Key]) -> None:
        moment = next(self._moments)
        self._garbage += [(moment, key[0], self._kept.pop(key).number) for key in keys]

    def _shrink(self) -> None:
        excess = sum(kept.size for kept in self._kept.values()) - LIMIT
        oldest = []
        for key, kept in self._kept.items():
            if excess <= 0:
                break
            if kept.read.is_set():
                oldest.append(key)
                excess -= kept.size
        self._forget(oldest)

    def _read(
        self,
        connection: duckdb.DuckDBPyConnection,
        schema: Schema,
        table: str,
        new: Sequence[tuple[StoredObject, _Kept]],
    ) -> None:
        """Insert the rows of objects; a failure leaves them to be read anew."""
        try:
            insert = inserter_of(schema, connection, table, self._engine, self._objects)
            for item, kept in new:
                kept.columns = insert.add(kept.number, item)
            insert.flush()
            for _, kept in new:
                kept.bad = insert.bad.get(kept.number, {})
            for kept, rows in zip((kept for _, kept in new), self._counts(connection, table, new), strict=True):
                kept.rows = rows
        except BaseException:
            for _, kept in new:
                kept.failed = True
            raise
        finally:
            for _, kept in new:
                kept.read.set()

    def _counts(
        self, connection: duckdb.DuckDBPyConnection, table: str, new: Sequence[tuple[StoredObject, _Kept]]
    ) -> list[int]:
        """How many rows each of the objects has."""
        first = min(kept.number for _, kept in new)
        counted = connection.execute(
            f"SELECT {NUMBER}, count(*) FROM {table} WHERE {NUMBER} >= $1 GROUP BY ALL",  # noqa: S608
            [first],
        ).fetchall()
        rows = dict(counted)
        return [rows.get(kept.number, 0) for _, kept in new]
