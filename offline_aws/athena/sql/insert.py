"""From the bytes of objects to rows in DuckDB, by the SerDe of their table."""

import codecs
import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import duckdb

from offline_aws.athena.errors import QueryError
from offline_aws.athena.objects import Objects, StoredObject
from offline_aws.athena.sql.arrow import registered
from offline_aws.athena.sql.columnar import ColumnarInserter
from offline_aws.athena.sql.compression import decompressed
from offline_aws.athena.sql.delimited import insert_delimited
from offline_aws.athena.sql.engine import Engine
from offline_aws.athena.sql.hive_json import HiveJsonRows
from offline_aws.athena.sql.identifiers import literal
from offline_aws.athena.sql.regex_serde import RegexRows
from offline_aws.athena.sql.serde import JsonRows
from offline_aws.athena.sql.shapes import insert_shapes
from offline_aws.athena.sql.storage import (
    AVRO,
    ENCODING,
    FOOTER_LINES,
    HEADER_LINES,
    LAZY,
    OF_FILES,
    OPEN_CSV,
    OPENX,
    ORC,
    PARQUET,
    REGEX,
)
from offline_aws.athena.sql.text_serde import CsvRows, LazyRows
from offline_aws.athena.sql.types import duckdb_type_of

# The column with the number of the object that a row is from; no table has one of this name (``check_table``).
NUMBER = '"$object"'
# UTF-8, with a byte order mark or without.
_UTF_8 = "utf-8-sig"
# Characters of text handed to DuckDB at once.
_BATCH = 8 << 20

# What decides how an object becomes rows: SerDe, its properties, the columns with their types.
Schema = tuple[str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]


class Rows(Protocol):
    """Reads the lines of a table."""

    def row(self, line: str) -> Mapping[str, Any]:
        """The row that a line is, by the names of the columns; what can't be read is the error of reading it."""


class Inserter(Protocol):
    """Inserts the rows of objects into a table of DuckDB's.

    ``bad`` has the columns of each object that have a value which can't be read, with the first such value's error.
    """

    bad: dict[int, dict[str, QueryError]]

    def add(self, number: int, stored: StoredObject) -> Mapping[str, int]:
        """Take an object; returns the bytes that each column has in it, nothing where the format does not tell."""

    def flush(self) -> None:
        """Insert what waits."""


def inserter_of(
    schema: Schema, connection: duckdb.DuckDBPyConnection, table: str, engine: Engine, objects: Objects
) -> Inserter:
    """The inserter of a schema's format."""
    if schema[0] in OF_FILES:
        return FileInserter(schema, connection, table, engine, objects)
    return TextInserter(schema, connection, table, objects)


class TextInserter:
    """Inserts the lines of objects, some objects at a time."""

    def __init__(self, schema: Schema, connection: duckdb.DuckDBPyConnection, table: str, objects: Objects) -> None:
        serde, parameters, self._columns = schema
        self._rows = rows_of(serde, dict(parameters), self._columns)
        self._header = _skipped_lines(HEADER_LINES, dict(parameters))
        self._footer = _skipped_lines(FOOTER_LINES, dict(parameters))
        self._encoding = _encoding(dict(parameters))
        self._connection, self._table, self._objects = connection, table, objects
        self.bad: dict[int, dict[str, QueryError]] = {}
        self._numbers: list[int] = []
        self._lines: list[str] = []
        self._size = 0

    def add(self, number: int, stored: StoredObject) -> Mapping[str, int]:
        """Take the lines of an object; a text without a line has no rows."""
        text = text_of(stored, self._objects.read(stored), self._encoding)
        if self._header:
            text = "".join(text.split("\n", self._header)[self._header :])
        if text:
            lines = text.removesuffix("\n").split("\n")
            lines = lines[: max(len(lines) - self._footer, 0)]
            self._lines += lines
            self._numbers += [number] * len(lines)
            self._size += len(text)
        if self._size > _BATCH:
            self.flush()
        return {}

    def flush(self) -> None:
        """Insert what waits: by shape what can be, line by line the rest."""
        left = self._one_by_one()
        numbers = [number for number, _ in left]
        rows = [self._readable(number, self._rows.row(line)) for number, line in left]
        if rows:
            insert_rows(self._connection, self._table, self._columns, numbers, rows)
        self._numbers, self._lines, self._size = [], [], 0

    def _readable(self, number: int, row: Mapping[str, Any]) -> Mapping[str, Any]:
        """The row with NULL in the place of a value that can't be read, which is noted."""
        bad = {name: value for name, value in row.items() if isinstance(value, QueryError)}
        if not bad:
            return row
        self.bad[number] = bad | self.bad.get(number, {})
        return {**row, **dict.fromkeys(bad)}

    def _one_by_one(self) -> list[tuple[int, str]]:
        """(number, line) of those that are read one by one."""
        if isinstance(self._rows, JsonRows):
            options = self._rows.options
            return insert_shapes(self._connection, self._table, self._columns, options, self._numbers, self._lines)
        splitting = self._rows.splitting if isinstance(self._rows, (LazyRows, CsvRows)) else None
        if splitting and splitting.fits(self._columns):
            return insert_delimited(self._connection, self._table, self._columns, splitting, self._numbers, self._lines)
        return list(zip(self._numbers, self._lines, strict=True))


class FileInserter:
    """Inserts objects that are read as files, one at a time."""

    def __init__(
        self,
        schema: Schema,
        connection: duckdb.DuckDBPyConnection,
        table: str,
        engine: Engine,
        objects: Objects,
    ) -> None:
        serde, parameters, columns = schema
        inserter = ColumnarInserter(connection, table, columns, dict(parameters))
        self.bad = inserter.bad
        formats = {PARQUET: inserter.insert_parquet, ORC: inserter.insert_orc, AVRO: inserter.insert_avro}
        self._insert = formats[serde]
        self._engine, self._objects = engine, objects

    def add(self, number: int, stored: StoredObject) -> Mapping[str, int]:
        """Insert an object from a file in the engine's scratch folder."""
        with self._engine.scratch() as folder:
            path = folder / "object"
            self._objects.place(stored, path)
            return self._insert(number, stored.uri, path)

    def flush(self) -> None:
        """Nothing waits."""


def rows_of(serde: str, parameters: Mapping[str, str], columns: Sequence[tuple[str, str]]) -> Rows:
    """The reader of a SerDe of text."""
    if serde == LAZY:
        return LazyRows(parameters, columns)
    if serde == OPEN_CSV:
        return CsvRows(parameters, columns)
    if serde == REGEX:
        return RegexRows(parameters, columns)
    return JsonRows(parameters, columns) if serde == OPENX else HiveJsonRows(parameters, columns)


def _skipped_lines(name: str, parameters: Mapping[str, str]) -> int:
    text = parameters.get(name, "0")
    if not text.isdecimal():
        raise QueryError("HIVE_INVALID_METADATA", f"Invalid value for {name} property: {text}")
    return int(text)


def _encoding(parameters: Mapping[str, str]) -> str:
    """Python's name of the table's encoding, which has one of Java's."""
    given = parameters.get(ENCODING, _UTF_8)
    try:
        found = codecs.lookup(given).name
    except LookupError as error:
        raise QueryError("HIVE_INVALID_METADATA", f"Unsupported charset: {given}") from error
    return _UTF_8 if found == "utf-8" else found


def insert_rows(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: Sequence[tuple[str, str]],
    numbers: Sequence[int],
    rows: Sequence[Mapping[str, Any]],
) -> None:
    """Insert rows that a SerDe has read, each of the object of its number.

    A value travels as text that DuckDB casts to the column's type; a nested one as JSON.
    """
    given: dict[str, tuple[str, Sequence[Any]]] = {"object": ("int32", numbers)}
    values = ["object"]
    for index, (name, kind) in enumerate(columns):
        target = duckdb_type_of(kind)
        is_nested = "<" in kind
        write = _json_text if is_nested else _plain_text
        given[f"c{index}"] = ("string", [None if row[name] is None else write(row[name]) for row in rows])
        nested = f"from_json(c{index}, {literal(json.dumps({'v': target}))}).v"
        values.append(nested if is_nested else f"CAST(c{index} AS {target})")
    with registered(connection, given) as name:
        connection.execute(f"INSERT INTO {table} SELECT {', '.join(values)} FROM {name}")  # noqa: S608


def _plain_text(value: Any) -> str:
    text = value if isinstance(value, str) else str(value)
    return text if text.isascii() else _without_surrogates(text)


def _json_text(value: Any) -> str:
    return _without_surrogates(json.dumps({"v": value}, ensure_ascii=False))


def _without_surrogates(text: str) -> str:
    """Half a surrogate pair, which JSON can escape and UTF-8 lacks, as a question mark."""
    return text.encode("utf-8", "replace").decode()


def text_of(stored: StoredObject, body: bytes, encoding: str = _UTF_8) -> str:
    """The text of an object, decompressed by its extension as Athena does, without a byte order mark.

    Its lines end in line feeds: a carriage return, with a line feed behind it or without, ends a line, too.
    """
    text = decompressed(stored.key, stored.uri, body).decode(encoding, "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
