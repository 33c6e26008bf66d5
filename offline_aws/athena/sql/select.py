"""Running a planned SELECT: attach its tables, execute, and give columns and rows as Athena shows them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from offline_aws.athena.sql.analysis.kinds import MOMENT, YEAR_TO_MONTH, Type
from offline_aws.athena.sql.engine import athena_error
from offline_aws.athena.sql.plan import Plan
from offline_aws.athena.sql.tables import TableReader
from offline_aws.athena.sql.types import Column, column_of, renderer, settled

_FETCH = 10_000


@dataclass
class Selection:
    """A running SELECT: its columns, and its rows as text."""

    columns: list[Column]
    rows: Iterator[list[str | None]]


def select(connection: duckdb.DuckDBPyConnection, plan: Plan, reader: TableReader) -> Selection:
    """Run the query; failures are ``QueryError``, those of the rows too."""
    try:
        for scan in plan.scans:
            reader.attach(connection, scan)
        relation = connection.sql(plan.sql)
        names, types = relation.columns, relation.types
        kinds = [settled(kind, found) for kind, found in zip(plan.types, types, strict=True)]
        connection.execute(_fetchable(plan.sql, kinds, types))
    except duckdb.Error as error:
        raise athena_error(error) from error
    columns = [
        column_of(plan.output_name(index, name), kind)
        for index, (name, kind) in enumerate(zip(names, kinds, strict=True))
    ]
    return Selection(columns, _rows(connection, kinds))


def columns_of(connection: duckdb.DuckDBPyConnection, plan: Plan, reader: TableReader) -> list[tuple[str, str]]:
    """The columns of the query as (name, DuckDB type), told without reading an object."""
    try:
        for scan in plan.scans:
            reader.attach_empty(connection, scan)
        described = connection.execute(f"DESCRIBE {plan.sql}").fetchall()
    except duckdb.Error as error:
        raise athena_error(error) from error
    return [
        (plan.output_name(index, name), MOMENT.name if plan.types[index].name == MOMENT.name else kind)
        for index, (name, kind, *_) in enumerate(described)
    ]


def _fetchable(sql: str, kinds: Sequence[Type], types: Sequence[Any]) -> str:
    """The query with the values that Python can't hold as others: a timestamp with time zone as the UTC timestamp that
    it is, an interval of months as their number."""
    names = [f"c{index}" for index in range(len(kinds))]
    values = [_fetched(name, kind, str(found)) for name, kind, found in zip(names, kinds, types, strict=True)]
    if values == names:
        return sql
    return f"SELECT {', '.join(values)} FROM ({sql}) AS q({', '.join(names)})"  # noqa: S608


def _fetched(name: str, kind: Type, duckdb_type: str) -> str:
    if kind == YEAR_TO_MONTH:
        return f"date_part('year', {name}) * 12 + date_part('month', {name})"
    if "WITH TIME ZONE" in duckdb_type:
        return f"CAST({name} AS {duckdb_type.replace(' WITH TIME ZONE', '')})"
    return name


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
