"""Writing the rows of a query as objects, one for each partition, in a format of Athena's.

DuckDB writes into the engine's scratch folder; from there the objects go to S3.
https://docs.aws.amazon.com/athena/latest/ug/create-table-as.html
"""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import orc
from sqlglot import exp

from offline_aws.athena.catalog import NULL_PARTITION
from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.engine import athena_error
from offline_aws.athena.sql.identifiers import literal, quoted, quoted_list
from offline_aws.athena.sql.storage import COLUMNAR, HCATALOG, HIVE_JSON, LAZY, OPENX, ORC, PARQUET
from offline_aws.athena.sql.types import duckdb_type_of

MOST_PARTITIONS = 100
# Rows that are handed over at once: a row group of Parquet.
_BATCH = 100_000

_PARQUET_CODECS = {"GZIP": "gzip", "SNAPPY": "snappy", "ZSTD": "zstd", "NONE": "none"}
_TEXT_CODECS = {"GZIP": "gzip", "NONE": "none"}
_ORC_CODECS = {"GZIP": "zlib", "ZLIB": "zlib", "SNAPPY": "snappy", "LZ4": "lz4", "ZSTD": "zstd", "NONE": "uncompressed"}


@dataclass(frozen=True)
class Layout:
    """How rows become objects: the SerDe that will read them, the codec, the columns that partition them."""

    serde: str
    columns: tuple[tuple[str, str], ...]  # (name, Hive type), those of the partitions last
    keys: tuple[str, ...] = ()
    compression: str = "GZIP"
    delimiter: str = "\x01"

    @property
    def plain_columns(self) -> tuple[tuple[str, str], ...]:
        return self.columns[: len(self.columns) - len(self.keys)]


@dataclass(frozen=True)
class Part:
    """The object of a partition: its values (none without partitions), its name and where its bytes are."""

    values: tuple[str, ...]
    name: str
    path: Path


def check(layout: Layout) -> None:
    """Refuse what can't be written.

    :raises QueryError: no column but those of the partitions, a codec or a type that the format does not have here
    """
    if not layout.plain_columns:
        raise QueryError("NOT_SUPPORTED", "Table contains only partition columns")
    _codec(layout)
    if layout.serde == LAZY:
        for name, kind in layout.plain_columns:
            if exp.DataType.build(kind, dialect="hive").args.get("nested"):
                raise NotEmulatedError(f"writing the column '{name}' of type {kind} as text")


def _codec(layout: Layout) -> str:
    """The codec by the name that DuckDB, or PyArrow for columnar objects, has for it."""
    codecs = {PARQUET: _PARQUET_CODECS, ORC: _ORC_CODECS}.get(layout.serde, _TEXT_CODECS)
    if not (codec := codecs.get(layout.compression.upper())):
        raise NotEmulatedError(f"the compression {layout.compression}")
    return codec


def _copy(connection: duckdb.DuckDBPyConnection, layout: Layout, path: Path) -> None:
    """Write the table ``part`` to a file: columnar ones by PyArrow, since DuckDB writes neither ORC nor timestamps as
    Athena does, and some rows at a time."""
    if layout.serde not in COLUMNAR:
        connection.execute(f"COPY part TO {literal(str(path))} ({_copy_options(layout)})")
        return
    with connection.execute("FROM part").to_arrow_reader(_BATCH) as rows, _writer(layout, path, rows.schema) as writer:
        for batch in rows:
            writer.write(pa.Table.from_batches([batch]))


def _writer(layout: Layout, path: Path, schema: pa.Schema) -> Any:
    """A writer of PyArrow's; timestamps in Parquet are INT96, as Hive has them."""
    codec = _codec(layout)
    if layout.serde == ORC:
        return orc.ORCWriter(path, compression=codec)
    return pq.ParquetWriter(path, schema, compression=codec, use_deprecated_int96_timestamps=True)


def _copy_options(layout: Layout) -> str:
    """The options of DuckDB's COPY."""
    codec = _codec(layout)
    if layout.serde in (OPENX, HCATALOG, HIVE_JSON):
        return f"FORMAT json, COMPRESSION {codec}"
    if layout.serde == LAZY and len(layout.delimiter) == 1:
        text = f"HEADER false, DELIMITER {literal(layout.delimiter)}, QUOTE '', ESCAPE '', NULLSTR '\\N'"
        return f"FORMAT csv, {text}, COMPRESSION {codec}"
    raise NotEmulatedError(f"writing objects of {layout.serde}")


def write(connection: duckdb.DuckDBPyConnection, query: str, layout: Layout, folder: Path) -> tuple[int, list[Part]]:
    """Run a query of DuckDB's whose columns are the layout's; returns the number of rows and the objects."""
    try:
        casts = ", ".join(
            f"CAST(c{index} AS {duckdb_type_of(kind)}) AS {quoted(name)}"
            for index, (name, kind) in enumerate(layout.columns)
        )
        places = ", ".join(f"c{index}" for index in range(len(layout.columns)))
        connection.execute(f"CREATE TEMP TABLE written AS SELECT {casts} FROM ({query}) AS q({places})")  # noqa: S608
        (count,) = connection.execute("SELECT count(*) FROM written").fetchall()[0]
        return count, list(_parts(connection, layout, folder)) if count else []
    except duckdb.Error as error:
        raise athena_error(error) from error


def _parts(connection: duckdb.DuckDBPyConnection, layout: Layout, folder: Path) -> Iterator[Part]:
    columns = quoted_list(name for name, _ in layout.plain_columns)
    keys = [f"CAST({quoted(name)} AS VARCHAR)" for name in layout.keys]
    extension = "" if layout.serde in COLUMNAR or layout.compression.upper() == "NONE" else ".gz"
    for values in _partitions(connection, keys):
        name = f"{uuid.uuid4()}{extension}"
        where = " AND ".join(f"{key} IS NOT DISTINCT FROM ${place}" for place, key in enumerate(keys, 1)) or "true"
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE part AS SELECT {columns} FROM written WHERE {where}",  # noqa: S608
            list(values),
        )
        _copy(connection, layout, folder / name)
        yield Part(tuple(NULL_PARTITION if value is None else value for value in values), name, folder / name)


def _partitions(connection: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> list[tuple[str | None, ...]]:
    if not keys:
        return [()]
    found = connection.execute(f"SELECT DISTINCT {', '.join(keys)} FROM written ORDER BY ALL").fetchall()  # noqa: S608
    if len(found) > MOST_PARTITIONS:
        raise QueryError(
            "HIVE_TOO_MANY_OPEN_PARTITIONS",
            f"Exceeded limit of {MOST_PARTITIONS} open writers for partitions/buckets",
        )
    return found


def partition_path(keys: Sequence[str], values: Sequence[str]) -> str:
    """Hive's path of a partition, ``a=1/b=x/``, other characters than letters, digits and a few marks as %XX."""
    return "".join(f"{key}={quote(value, safe=' !$&()+,-.;@_~')}/" for key, value in zip(keys, values, strict=True))
