"""Rows from Athena, asked through its API like any client's.

https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError

_SLOWEST_POLL = 0.5
_NUMBERS: dict[str, Callable[[str], int | float]] = {
    **dict.fromkeys(("tinyint", "smallint", "integer", "bigint"), int),
    **dict.fromkeys(("real", "float", "double", "decimal"), float),
}


class AthenaError(Exception):
    """Athena refused the query or failed it; the message is Athena's."""


@dataclass(frozen=True)
class Answer:
    """Rows and what they cost.

    :param types: Athena's type of each column
    :param rows: numbers as numbers, NULL as None, everything else as Athena's text
    :param scanned: bytes of data read
    :param milliseconds: Athena's total execution time
    """

    types: list[str]
    rows: list[list[Any]]
    query_id: str
    scanned: int
    milliseconds: int


def ask(athena: Any, sql: str, work_group: str) -> Answer:
    """Run a SELECT to its end. Raises AthenaError."""
    try:
        query_id = athena.start_query_execution(QueryString=sql, WorkGroup=work_group)["QueryExecutionId"]
        statistics = _wait(athena, query_id).get("Statistics", {})
        pages = list(athena.get_paginator("get_query_results").paginate(QueryExecutionId=query_id))
    except ClientError as error:
        raise AthenaError(error.response["Error"]["Message"]) from error
    types = [each["Type"] for each in pages[0]["ResultSet"]["ResultSetMetadata"]["ColumnInfo"]]
    # The first row of a SELECT is the columns' names.
    rows = [row for page in pages for row in page["ResultSet"]["Rows"]][1:]
    return Answer(
        types,
        [[_value(datum, kind) for datum, kind in zip(row["Data"], types, strict=True)] for row in rows],
        query_id,
        statistics.get("DataScannedInBytes", 0),
        statistics.get("TotalExecutionTimeInMillis", 0),
    )


def run(athena: Any, sql: str, work_group: str) -> None:
    """Run a statement that answers nothing to its end. Raises AthenaError."""
    try:
        _wait(athena, athena.start_query_execution(QueryString=sql, WorkGroup=work_group)["QueryExecutionId"])
    except ClientError as error:
        raise AthenaError(error.response["Error"]["Message"]) from error


def _wait(athena: Any, query_id: str) -> Any:
    pause = 0.01
    while True:
        execution = athena.get_query_execution(QueryExecutionId=query_id)["QueryExecution"]
        status = execution["Status"]
        if status["State"] == "SUCCEEDED":
            return execution
        if status["State"] in ("FAILED", "CANCELLED"):
            raise AthenaError(status.get("StateChangeReason") or f"the query was {status['State'].lower()}")
        time.sleep(pause)
        pause = min(pause * 1.5, _SLOWEST_POLL)


def _value(datum: dict[str, str], kind: str) -> Any:
    text = datum.get("VarCharValue")
    if text is None or text in ("NaN", "Infinity", "-Infinity"):
        return None
    convert = _NUMBERS.get(kind.partition("(")[0])
    return convert(text) if convert else text
