"""From a table of the catalog to a DuckDB view: which objects it has now, which of them the query needs, their rows."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import duckdb

from offline_aws.athena.catalog import Catalog, Table
from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.objects import Objects, StoredObject
from offline_aws.athena.sql import locations, projection
from offline_aws.athena.sql.identifiers import quoted, quoted_list
from offline_aws.athena.sql.insert import NUMBER, Schema, insert_json
from offline_aws.athena.sql.plan import Scan
from offline_aws.athena.sql.row_cache import RowCache
from offline_aws.athena.sql.storage import HEADER_LINES, storage_of
from offline_aws.athena.sql.types import duckdb_type_of


@dataclass(frozen=True)
class Found:
    """An object of a table, with the values of the partition that it lies in."""

    stored: StoredObject
    values: tuple[str, ...]


class TableReader:
    """Makes the tables of a query readable by DuckDB."""

    def __init__(self, catalog: Catalog, objects: Objects, cache: RowCache) -> None:
        self._catalog = catalog
        self._objects = objects
        self._cache = cache

    def attach(self, connection: duckdb.DuckDBPyConnection, scan: Scan, now: datetime) -> int:
        """Create the view ``scan.view`` with the table's rows; returns the bytes of the objects it needs."""
        table = scan.table
        uris, found = self._find(scan, now)
        readable = [item for item in found if not locations.is_hidden(item.stored.key) and item.stored.size]
        needed = _pruned(connection, scan, readable)
        rows, numbers = self._cache.load(
            _schema(table),
            [item.stored for item in needed],
            tuple(uris),
            {item.stored.uri for item in readable},
        )
        _create_view(connection, scan, rows, numbers, needed)
        return sum(item.stored.size for item in needed)

    def attach_empty(self, connection: duckdb.DuckDBPyConnection, scan: Scan) -> None:
        """Create the view without rows, to tell the types of a query."""
        rows, _ = self._cache.load(_schema(scan.table), [], (), set())
        _create_view(connection, scan, rows, [], [])

    def _find(self, scan: Scan, now: datetime) -> tuple[list[str], list[Found]]:
        """The URIs that were listed, and the objects under them that belong to the table."""
        table = scan.table
        if not table.partition_keys:
            uri = table.location.rstrip("/") + "/"
            return [uri], [Found(item, ()) for item in self._list(uri)]
        if projection.is_projected(table.parameters):
            return self._projected(scan, now)
        return self._registered(scan)

    def _list(self, uri: str) -> list[StoredObject]:
        return self._objects.list(*locations.split_uri(uri))

    def _projected(self, scan: Scan, now: datetime) -> tuple[list[str], list[Found]]:
        """Keys are matched against the template; no partition is looked for that has no object."""
        table = scan.table
        names = [name for name, _ in table.partition_keys]
        rules = projection.rules(f"{table.database}.{table.name}", names, table.parameters)
        _check_injected(rules, scan)
        template = locations.template_of(table.location, names, table.parameters)
        pattern = locations.matcher(template, rules)
        uris = locations.prefixes(template, scan.pinned, _starts(scan, rules, now))
        known: dict[tuple[str, ...], bool] = {}
        found = []
        for uri in uris:
            for item in self._list(uri):
                if not (match := pattern.match(item.uri)):
                    continue
                values = tuple(match[f"c{index}"] for index in range(len(names)))
                if values not in known:
                    known[values] = all(
                        rules[name].contains(value, now) for name, value in zip(names, values, strict=True)
                    )
                if known[values]:
                    found.append(Found(item, values))
        return uris, found

    def _registered(self, scan: Scan) -> tuple[list[str], list[Found]]:
        names = [name for name, _ in scan.table.partition_keys]
        uris, found = [], []
        for partition in self._catalog.partitions(scan.table):
            values = dict(zip(names, partition.values, strict=True))
            if all(values[name] in wanted for name, wanted in scan.pinned.items()):
                uri = partition.location.rstrip("/") + "/"
                uris.append(uri)
                found += [Found(item, partition.values) for item in self._list(uri)]
        return uris, found


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


def _schema(table: Table) -> Schema:
    if not table.columns:
        raise NotEmulatedError("a table without columns")
    header = {key: value for key, value in table.parameters.items() if key == HEADER_LINES}
    parameters = dict(table.serde_parameters) | header
    return storage_of(table.serde).serde, tuple(sorted(parameters.items())), table.columns


def _partition_columns(table: Table) -> str:
    return ", ".join(f"{quoted(name)} {duckdb_type_of(kind)}" for name, kind in table.partition_keys)


def _pruned(connection: duckdb.DuckDBPyConnection, scan: Scan, found: list[Found]) -> list[Found]:
    """The objects whose partition can satisfy the WHERE clause, by asking DuckDB its conditions on partitions.

    A condition that fails here is left to the query, which will fail with it or never come to it.
    """
    if not scan.conditions or not found:
        return found
    names = [name for name, _ in scan.table.partition_keys]
    distinct = sorted({item.values for item in found})
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {scan.view}_partitions ({NUMBER} INTEGER, {_partition_columns(scan.table)})"
    )
    rows = [{"$object": number} | dict(zip(names, values, strict=True)) for number, values in enumerate(distinct)]
    structure = json.dumps([{"$object": "INTEGER"} | dict.fromkeys(names, "VARCHAR")])
    try:
        insert_json(connection, f"{scan.view}_partitions", structure, rows)
        kept = connection.execute(
            f"SELECT {NUMBER} FROM {scan.view}_partitions WHERE {scan.conditions}"  # noqa: S608
        ).fetchall()
    except duckdb.Error:
        return found
    wanted = {distinct[number] for (number,) in kept}
    return [item for item in found if item.values in wanted]


def _create_view(
    connection: duckdb.DuckDBPyConnection,
    scan: Scan,
    rows: str,
    numbers: Sequence[int],
    found: Sequence[Found],
) -> None:
    """Rows joined with what is known of their object: partition values and the hidden columns."""
    names = [name for name, _ in scan.table.partition_keys]
    hidden = {"$path": "VARCHAR", "$file_size": "BIGINT", "$file_modified_time": "TIMESTAMPTZ"}
    types = {name: duckdb_type_of(kind) for name, kind in scan.table.partition_keys} | hidden
    extra = "".join(f", {quoted(name)} {kind}" for name, kind in types.items())
    connection.execute(f"CREATE TEMP TABLE {scan.view}_objects ({NUMBER} INTEGER{extra})")
    if found:
        selected = [
            {"$object": number}
            | dict(zip(names, item.values, strict=True))
            | dict(zip(hidden, _hidden(item.stored), strict=True))
            for number, item in zip(numbers, found, strict=True)
        ]
        structure = {"$object": "INTEGER"} | dict.fromkeys(names, "VARCHAR") | hidden
        insert_json(connection, f"{scan.view}_objects", json.dumps([structure]), selected)
    columns = quoted_list([*(name for name, _ in scan.table.all_columns), *hidden])
    connection.execute(
        f"CREATE TEMP VIEW {scan.view} AS SELECT {columns} "  # noqa: S608
        f"FROM {rows} JOIN {scan.view}_objects USING ({NUMBER})"
    )


def _hidden(stored: StoredObject) -> tuple[str, int, str]:
    return stored.uri, stored.size, stored.last_modified.isoformat()
