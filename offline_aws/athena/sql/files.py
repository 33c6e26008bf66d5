"""Writing the rows of a query as objects, one for each partition or bucket of it, in a format of Athena's.

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

from offline_aws.athena.catalog import NULL_PARTITION
from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql import formats
from offline_aws.athena.sql.arrow import registered
from offline_aws.athena.sql.buckets import bucket_of, hash_of
from offline_aws.athena.sql.engine import athena_error
from offline_aws.athena.sql.formats import Format
from offline_aws.athena.sql.identifiers import quoted, quoted_list
from offline_aws.athena.sql.types import duckdb_type_of

MOST_PARTITIONS = 100
# Columns beside those of a table, which has none of such names.
_BUCKET, _PLACE = '"$bucket"', '"$place"'


@dataclass(frozen=True)
class Layout:
    """How rows become objects: the format, the columns that partition them, those that choose one of the buckets."""

    format: Format
    columns: tuple[tuple[str, str], ...]  # (name, Hive type), those of the partitions last
    keys: tuple[str, ...] = ()
    bucketed_by: tuple[str, ...] = ()
    buckets: int = 0

    @property
    def plain_columns(self) -> tuple[tuple[str, str], ...]:
        return self.columns[: len(self.columns) - len(self.keys)]


@dataclass(frozen=True)
class Part:
    """An object of a partition: the partition's values (none without partitions), its name and where its bytes are."""

    values: tuple[str, ...]
    name: str
    path: Path


def check(layout: Layout) -> None:
    """Refuse what can't be written.

    :raises QueryError: no column but those of the partitions, a codec or a type that the format does not have here
    """
    if not layout.plain_columns:
        raise QueryError("NOT_SUPPORTED", "Table contains only partition columns")
    layout.format.check()
    types = dict(layout.plain_columns)
    if missing := [name for name in layout.bucketed_by if name not in types]:
        raise QueryError("INVALID_TABLE_PROPERTY", f"Bucketing columns {missing} not present in schema")
    for name in layout.bucketed_by:
        hash_of(name, types[name])


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
    source = "written"
    if layout.buckets:
        _find_buckets(connection, layout)
        source, keys = "bucketed", [*keys, _BUCKET]
    for values in _distinct(connection, source, keys):
        where = " AND ".join(f"{key} IS NOT DISTINCT FROM ${place}" for place, key in enumerate(keys, 1)) or "true"
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE part AS SELECT {columns} FROM {source} WHERE {where}",  # noqa: S608
            list(values),
        )
        start = f"{values[-1]:06d}_0_" if layout.buckets else ""
        name = f"{start}{uuid.uuid4()}{layout.format.extension}"
        formats.write(connection, layout.format, layout.plain_columns, folder / name)
        partition = values[: len(layout.keys)]
        yield Part(tuple(NULL_PARTITION if value is None else value for value in partition), name, folder / name)


def _distinct(connection: duckdb.DuckDBPyConnection, source: str, keys: Sequence[str]) -> list[tuple[Any, ...]]:
    """The values of each object that is to be written."""
    if not keys:
        return [()]
    found = connection.execute(f"SELECT DISTINCT {', '.join(keys)} FROM {source} ORDER BY ALL").fetchall()  # noqa: S608
    if len(found) > MOST_PARTITIONS:
        raise QueryError(
            "HIVE_TOO_MANY_OPEN_PARTITIONS",
            f"Exceeded limit of {MOST_PARTITIONS} open writers for partitions/buckets",
        )
    return found


def _find_buckets(connection: duckdb.DuckDBPyConnection, layout: Layout) -> None:
    """The table ``bucketed``: what is written, with the bucket of each row."""
    types, names = dict(layout.columns), quoted_list(layout.bucketed_by)
    hashes = [hash_of(name, types[name]) for name in layout.bucketed_by]
    connection.execute(
        f"CREATE TEMP TABLE chosen AS SELECT {names}, row_number() OVER () AS {_PLACE} "  # noqa: S608
        f"FROM (SELECT DISTINCT {names} FROM written)"
    )
    found = connection.execute("FROM chosen").fetchall()
    given: dict[str, tuple[str, Sequence[Any]]] = {
        _PLACE.strip('"'): ("int64", [row[-1] for row in found]),
        _BUCKET.strip('"'): ("int32", [bucket_of(row[:-1], hashes, layout.buckets) for row in found]),
    }
    columns = map(quoted, layout.bucketed_by)
    same = " AND ".join(f"written.{column} IS NOT DISTINCT FROM chosen.{column}" for column in columns)
    with registered(connection, given) as name:
        connection.execute(
            f"CREATE TEMP TABLE bucketed AS SELECT written.*, {_BUCKET} FROM written "  # noqa: S608
            f"JOIN chosen ON {same} JOIN {name} USING ({_PLACE})"
        )


def partition_path(keys: Sequence[str], values: Sequence[str]) -> str:
    """Hive's path of a partition, ``a=1/b=x/``, other characters than letters, digits and a few marks as %XX."""
    return "".join(f"{key}={quote(value, safe=' !$&()+,-.;@_~')}/" for key, value in zip(keys, values, strict=True))
