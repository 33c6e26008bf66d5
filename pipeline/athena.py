"""A client of Athena: start a query, wait for its end, fetch its rows.

https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import boto3

from pipeline.pauses import pauses
from pipeline.settings import Settings
from pipeline.statement import parse

if TYPE_CHECKING:
    from types_boto3_athena import AthenaClient
    from types_boto3_athena.type_defs import QueryExecutionTypeDef, RowTypeDef


class QueryFailedError(Exception):
    """Athena refused the query, or it ended as FAILED or CANCELLED; the message is Athena's reason."""


@dataclass(frozen=True)
class Column:
    """A column of a result; the type is Athena's name for it: varchar, integer, double, ..."""

    name: str
    type: str


@dataclass(frozen=True)
class Result:
    """The columns and rows of a query, both empty for a statement that returns nothing.

    A value is text as Athena sends it, or None for NULL.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | None, ...], ...]


def run(sql: str, settings: Settings) -> Result:
    """Run a statement to its end and return its rows; an interrupt stops the query in Athena too.

    The statement may be a whole file of `queries/`, with its comment and its semicolon. Raises QueryFailedError.
    """
    athena = boto3.client("athena", region_name=settings.region)
    query_id = start(athena, parse(sql).sql, settings)
    try:
        execution = wait(athena, query_id)
    except KeyboardInterrupt:
        athena.stop_query_execution(QueryExecutionId=query_id)
        raise
    return fetch(athena, execution)


def start(athena: AthenaClient, sql: str, settings: Settings) -> str:
    """Start a query in the pipeline's database and workgroup, which names the result location; return its id."""
    if not sql:
        raise QueryFailedError("the statement is empty")
    try:
        answer = athena.start_query_execution(
            QueryString=sql,
            QueryExecutionContext={"Database": settings.database},
            WorkGroup=settings.workgroup,
        )
    except athena.exceptions.InvalidRequestException as refusal:  # a syntax error, say
        raise QueryFailedError(refusal.response["Error"]["Message"]) from refusal
    return answer["QueryExecutionId"]


def wait(athena: AthenaClient, query_id: str) -> QueryExecutionTypeDef:
    """Poll until the query has ended; raise QueryFailedError unless it succeeded."""
    polls = pauses(0.05, 1.0)
    while True:
        execution = athena.get_query_execution(QueryExecutionId=query_id)["QueryExecution"]
        status = execution["Status"]
        if status["State"] == "SUCCEEDED":
            return execution
        if status["State"] in ("FAILED", "CANCELLED"):
            raise QueryFailedError(status.get("StateChangeReason") or f"the query was {status['State'].lower()}")
        time.sleep(next(polls))


def fetch(athena: AthenaClient, execution: QueryExecutionTypeDef) -> Result:
    """All rows of a query that has succeeded, page by page."""
    paginator = athena.get_paginator("get_query_results")
    columns: tuple[Column, ...] = ()
    rows: list[RowTypeDef] = []
    for page in paginator.paginate(QueryExecutionId=execution["QueryExecutionId"]):
        described = page["ResultSet"].get("ResultSetMetadata", {}).get("ColumnInfo", [])
        columns = columns or tuple(Column(each["Name"], each["Type"]) for each in described)
        rows.extend(page["ResultSet"].get("Rows", []))
    # Only what Athena calls DML (SELECT) begins with a row of column names; SHOW and DESCRIBE do not.
    header = 1 if execution.get("StatementType") == "DML" else 0
    return Result(columns, tuple(_values(row) for row in rows[header:]))


def _values(row: RowTypeDef) -> tuple[str | None, ...]:
    return tuple(datum.get("VarCharValue") for datum in row["Data"])
