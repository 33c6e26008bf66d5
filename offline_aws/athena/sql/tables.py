"""From a table of the catalog to a DuckDB view: which objects it has now, which of them the query needs, their rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

from offline_aws.athena.catalog import Catalog, Partition, Table
from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.objects import Objects, StoredObject
from offline_aws.athena.sql import locations, partition_schemas, projection
from offline_aws.athena.sql.arrow import registered
from offline_aws.athena.sql.dialect import HIDDEN_COLUMNS
from offline_aws.athena.sql.hive_types import trino_type
from offline_aws.athena.sql.identifiers import quoted, quoted_list
from offline_aws.athena.sql.insert import NUMBER, Schema
from offline_aws.athena.sql.plan import Scan
from offline_aws.athena.sql.row_cache import Loaded, RowCache
from offline_aws.athena.sql.storage import (
    AVRO_SCHEMA,
    AVRO_SCHEMA_URL,
    COLUMNAR,
    ENCODING,
    FOOTER_LINES,
    HEADER_LINES,
    storage_of,
)
from offline_aws.athena.sql.types import duckdb_type_of


@dataclass(frozen=True)
class Found:
    """An object of a table, with the values of the partition that it lies in."""

    stored: StoredObject
    values: tuple[str | None, ...]
    partition: Partition | None = None  # where it is registered


class ScanLimitExceededError(Exception):
    """The query would scan more bytes than its workgroup allows."""


class TableReader:
    """Makes the tables of one query readable by DuckDB.

    :param most_bytes: what the objects of the query may have together; more raises ``ScanLimitExceededError``
    """

    def __init__(
        self, catalog: Catalog, objects: Objects, cache: RowCache, now: datetime, most_bytes: int | None = None
    ) -> None:
        self._catalog = catalog
        self._objects = objects
        self._cache = cache
        self._now = now
        self._most_bytes = most_bytes
        # The bytes of the objects that were needed so far, and their rows.
        self.scanned = 0
        self.rows = 0

    def attach(self, connection: duckdb.DuckDBPyConnection, scan: Scan) -> None:
        """Create the view ``scan.view`` with the table's rows."""
        uris, found = self._find(scan)
        readable = [item for item in found if not locations.is_hidden(item.stored.key) and item.stored.size]
        _check_values(connection, scan, readable)
        needed = _pruned(connection, scan, readable)
        for partition in dict.fromkeys(item.partition for item in needed if item.partition):
            partition_schemas.check(scan.table, partition)
        if scan.table.serde not in COLUMNAR:
            self._scan(sum(item.stored.size for item in needed))
        present = {item.stored.uri for item in readable}
        wanted = [item.stored for item in needed]
        loaded = self._cache.load(connection, _schema(scan.table), wanted, tuple(uris), present)
        self.rows += loaded.rows
        loaded.require_readable(scan.columns)
        if scan.table.serde in COLUMNAR:
            self._scan(loaded.size_of(scan.columns))
        _create_view(connection, scan, loaded, needed)

    def _scan(self, size: int) -> None:
        """Count bytes as scanned: of text before it is read, of columnar objects what the columns of the query have."""
        self.scanned += size
        if self._most_bytes is not None and self.scanned > self._most_bytes:
            raise ScanLimitExceededError

    def attach_empty(self, connection: duckdb.DuckDBPyConnection, scan: Scan) -> None:
        """Create the view without rows, to tell the types of a query."""
        _create_view(connection, scan, self._cache.load(connection, _schema(scan.table), []), [])

    def _find(self, scan: Scan) -> tuple[list[str], list[Found]]:
        """The URIs that were listed, and the objects under them that belong to the table."""
        table = scan.table
        if not table.partition_keys:
            uri = table.location.rstrip("/") + "/"
            return [uri], [Found(item, ()) for item in self._list(uri)]
        if projection.is_projected(table.parameters):
            return self._projected(scan)
        return self._registered(scan)

    def _list(self, uri: str) -> list[StoredObject]:
        return self._objects.list(*locations.split_uri(uri))

    def _projected(self, scan: Scan) -> tuple[list[str], list[Found]]:
        """Keys are matched against the template; no partition is looked for that has no object."""
        table = scan.table
        names = [name for name, _ in table.partition_keys]
        rules = projection.rules(f"{table.database}.{table.name}", dict(table.partition_keys), table.parameters)
        _check_injected(rules, scan)
        template = locations.template_of(table.location, names, table.parameters)
        pattern = locations.matcher(template, rules)
        uris = locations.prefixes(template, scan.pinned, _starts(scan, rules, self._now))
        known: dict[tuple[str, ...], bool] = {}
        found = []
        for uri in uris:
            for item in self._list(uri):
                if not (match := pattern.match(item.uri)):
                    continue
                values = tuple(match[f"c{index}"] for index in range(len(names)))
                if values not in known:
                    known[values] = all(
                        rules[name].contains(value, self._now) for name, value in zip(names, values, strict=True)
                    )
                if known[values]:
                    found.append(Found(item, values))
        return uris, found

    def _registered(self, scan: Scan) -> tuple[list[str], list[Found]]:
        kinds = dict(scan.table.partition_keys)
        names = list(kinds)
        uris, found = [], []
        for partition in self._catalog.partitions(scan.table):
            values = dict(zip(names, partition.values, strict=True))
            if all(_may_be(kinds[name], values[name], wanted) for name, wanted in scan.pinned.items()):
                uri = partition.location.rstrip("/") + "/"
                uris.append(uri)
                found += [Found(item, partition.keys, partition) for item in self._list(uri)]
        return uris, found


def _may_be(kind: str, value: str, wanted: set[str]) -> bool:
    """Whether a registered value of a key may be one of those that a query names; DuckDB compares them afterwards."""
    if kind == "string" or kind.startswith("varchar") or (kind == "date" and re.fullmatch(r"\d{4}-\d\d-\d\d", value)):
        return value in wanted
    return not re.fullmatch(r"-?\d+", value) or str(int(value)) in wanted


def _check_values(connection: duckdb.DuckDBPyConnection, scan: Scan, found: Sequence[Found]) -> None:
    """A partition whose value is none of its key's type fails the query.

    :raises QueryError: HIVE_INVALID_PARTITION_VALUE
    """
    for index, (name, kind) in enumerate(scan.table.partition_keys):
        values = {item.values[index] for item in found} - {None}
        if kind == "string" or not values:
            continue
        with registered(connection, {"value": ("string", sorted(map(str, values)))}) as given:
            wrong = connection.execute(
                f"SELECT value FROM {given} WHERE TRY_CAST(value AS {duckdb_type_of(kind)}) IS NULL"  # noqa: S608
            ).fetchone()
        if wrong:
            message = (
                f"Invalid partition value '{wrong[0]}' for {trino_type(kind).upper()} partition key: {name}={wrong[0]}"
            )
            raise QueryError("HIVE_INVALID_PARTITION_VALUE", message)


def _starts(scan: Scan, rules: dict[str, projection.Rule], now: datetime) -> dict[str, str]:
    """What the values of a text column begin with, by the query's conditions and the projected range."""
    kinds = dict(scan.table.partition_keys)
    return {
        name: (bounds & projection.text_bounds(rules[name], now)).start
        for name, bounds in scan.bounds.items()
        if kinds[name] == "string" or kinds[name].startswith("varchar")
    }


def _check_injected(rules: dict[str, projection.Rule], scan: Scan) -> None:
    for name, rule in rules.items():
        if isinstance(rule, projection.Injected) and name not in scan.pinned:
            raise QueryError(
                "CONSTRAINT_VIOLATION",
                f"For the injected projected partition column {name}, the WHERE clause must contain only static "
                "equality conditions, and at least one such condition must be present.",
            )


# Properties of the table, not of its SerDe, that say how it is read.
_READ_OF_TABLE = (HEADER_LINES, FOOTER_LINES, ENCODING, AVRO_SCHEMA, AVRO_SCHEMA_URL)


def _schema(table: Table) -> Schema:
    if not table.columns:
        raise NotEmulatedError("a table without columns")
    read = {key: value for key, value in table.parameters.items() if key in _READ_OF_TABLE}
    parameters = dict(table.serde_parameters) | read
    return storage_of(table.serde).serde, tuple(sorted(parameters.items())), table.columns


def _pruned(connection: duckdb.DuckDBPyConnection, scan: Scan, found: list[Found]) -> list[Found]:
    """The objects whose partition can satisfy the WHERE clause, by asking DuckDB its conditions on partitions.

    A condition that fails here is left to the query, which will fail with it or never come to it.
    """
    if not scan.conditions or not found:
        return found
    distinct = list({item.values: None for item in found})
    given: dict[str, tuple[str, Sequence[Any]]] = {"number": ("int32", range(len(distinct)))}
    columns = []
    for index, (name, kind) in enumerate(scan.table.partition_keys):
        given[f"k{index}"] = ("string", [values[index] for values in distinct])
        columns.append(f"CAST(k{index} AS {duckdb_type_of(kind)}) AS {quoted(name)}")
    try:
        with registered(connection, given) as name:
            kept = connection.execute(
                f"SELECT {NUMBER} FROM (SELECT {', '.join([f'number AS {NUMBER}', *columns])} FROM {name}) "  # noqa: S608
                f"WHERE {scan.conditions}"
            ).fetchall()
    except duckdb.Error:
        return found
    wanted = {distinct[number] for (number,) in kept}
    return [item for item in found if item.values in wanted]


def _create_view(connection: duckdb.DuckDBPyConnection, scan: Scan, loaded: Loaded, found: Sequence[Found]) -> None:
    """Rows joined with what is known of their object: partition values and the hidden columns."""
    keys = scan.table.partition_keys
    given: dict[str, tuple[str, Sequence[Any]]] = {
        "object": ("int32", loaded.numbers),
        "path": ("string", [item.stored.uri for item in found]),
        "size": ("int64", [item.stored.size for item in found]),
        "modified": ("string", [item.stored.last_modified.isoformat() for item in found]),
    }
    given |= {f"k{index}": ("string", [item.values[index] for item in found]) for index in range(len(keys))}
    casts = [f"CAST(k{index} AS {duckdb_type_of(kind)}) AS {quoted(name)}" for index, (name, kind) in enumerate(keys)]
    hidden = ['path AS "$path"', 'size AS "$file_size"', 'CAST(modified AS TIMESTAMPTZ) AS "$file_modified_time"']
    with registered(connection, given) as name:
        connection.execute(
            f"CREATE TEMP TABLE {scan.view}_objects AS "  # noqa: S608
            f"SELECT {', '.join([f'object AS {NUMBER}', *casts, *hidden])} FROM {name}"
        )
    columns = quoted_list([*(name for name, _ in scan.table.all_columns), *HIDDEN_COLUMNS])
    connection.execute(
        f"CREATE TEMP VIEW {scan.view} AS SELECT {columns} "  # noqa: S608
        f"FROM {loaded.table} JOIN {scan.view}_objects USING ({NUMBER})"
    )
