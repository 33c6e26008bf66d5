"""Running a planned SELECT: attach its tables, execute, and give columns and rows as Athena shows them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

from offline_aws.athena.sql.analysis.kinds import Type
from offline_aws.athena.sql.engine import athena_error
from offline_aws.athena.sql.plan import Plan
from offline_aws.athena.sql.tables import TableReader
from offline_aws.athena.sql.types import Column, column_of, renderer, settled

_FETCH = 10_000


@dataclass
class Selection:
    """A running SELECT: its columns, the bytes of the objects it reads, and its rows as text."""

    columns: list[Column]
    scanned: int
    rows: Iterator[list[str | None]]


def select(connection: duckdb.DuckDBPyConnection, plan: Plan, reader: TableReader, now: datetime) -> Selection:
    """Run the query; failures are ``QueryError``, those of the rows too."""
    try:
        scanned = sum(reader.attach(connection, scan, now) for scan in plan.scans)
        relation = connection.sql(plan.sql)
        names, types = relation.columns, relation.types
        connection.execute(_without_zones(plan.sql, types))
    except duckdb.Error as error:
        raise athena_error(error) from error
    kinds = [settled(kind, found) for kind, found in zip(plan.types, types, strict=True)]
    columns = [
        column_of(plan.output_name(index, name), kind)
        for index, (name, kind) in enumerate(zip(names, kinds, strict=True))
    ]
    return Selection(columns, scanned, _rows(connection, kinds))


def columns_of(connection: duckdb.DuckDBPyConnection, plan: Plan, reader: TableReader) -> list[tuple[str, str]]:
    """The columns of the query as (name, DuckDB type), told without reading an object."""
    try:
        for scan in plan.scans:
            reader.attach_empty(connection, scan)
        described = connection.execute(f"DESCRIBE {plan.sql}").fetchall()
    except duckdb.Error as error:
        raise athena_error(error) from error
    return [(plan.output_name(index, name), kind) for index, (name, kind, *_) in enumerate(described)]


def _without_zones(sql: str, types: Sequence[Any]) -> str:
    """The query with each timestamp with time zone as the UTC timestamp that it is, so it can be fetched."""
    kinds = list(map(str, types))
    if not any("WITH TIME ZONE" in kind for kind in kinds):
        return sql
    names = ", ".join(f"c{index}" for index in range(len(kinds)))
    values = (
        f"CAST(c{index} AS {kind.replace(' WITH TIME ZONE', '')})" if "WITH TIME ZONE" in kind else f"c{index}"
        for index, kind in enumerate(kinds)
    )
    return f"SELECT {', '.join(values)} FROM ({sql}) AS q({names})"  # noqa: S608


def _rows(connection: duckdb.DuckDBPyConnection, kinds: Sequence[Type]) -> Iterator[list[str | None]]:
    renderers = list(map(renderer, kinds))
    try:
        while batch := connection.fetchmany(_FETCH):
            for values in batch:
                yield [
                    None if value is None else render(value) for render, value in zip(renderers, values, strict=True)
                ]
    except (duckdb.Error, OverflowError) as error:
        raise athena_error(error) from error
