"""The client against Athena's service model: every answer here is checked by botocore for its shape."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from pipeline import athena
from pipeline.athena import Column, QueryFailedError, Result
from pipeline.clicks.arrival import rows_since
from pipeline.settings import Settings

_ID = "8b5d5a1c-0000-4000-8000-000000000000"


@pytest.fixture
def stubbed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stubber]:
    client = boto3.client("athena", region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test")
    monkeypatch.setattr(boto3, "client", lambda service, region_name: client)
    with Stubber(client) as stubber:
        yield stubber
        stubber.assert_no_pending_responses()


def _expect_start(stubber: Stubber, sql: str) -> None:
    parameters = {"QueryString": sql, "QueryExecutionContext": {"Database": "default"}, "WorkGroup": "primary"}
    stubber.add_response("start_query_execution", {"QueryExecutionId": _ID}, parameters)


def _expect_poll(stubber: Stubber, state: str, kind: str = "DML", **status: str) -> None:
    execution = {"QueryExecutionId": _ID, "StatementType": kind, "Status": {"State": state, **status}}
    stubber.add_response("get_query_execution", {"QueryExecution": execution}, {"QueryExecutionId": _ID})


def _page(*rows: list[str | None], **more: str) -> dict[str, Any]:
    columns = [{"Name": "item", "Type": "varchar"}, {"Name": "looks", "Type": "bigint"}]
    data = [{"Data": [{} if value is None else {"VarCharValue": value} for value in row]} for row in rows]
    return {"ResultSet": {"Rows": data, "ResultSetMetadata": {"ColumnInfo": columns}}, **more}


_COLUMNS = (Column("item", "varchar"), Column("looks", "bigint"))


def test_a_select_is_awaited_and_its_pages_joined_without_the_header(stubbed: Stubber) -> None:
    _expect_start(stubbed, "SELECT item, looks FROM t")
    for state in ("QUEUED", "RUNNING", "SUCCEEDED"):
        _expect_poll(stubbed, state)
    stubbed.add_response("get_query_results", _page(["item", "looks"], ["a", "1"], NextToken="2"))
    stubbed.add_response("get_query_results", _page(["item", None]))
    rows = athena.run("-- How many?\nSELECT item, looks FROM t;\n", Settings())
    assert rows == Result(_COLUMNS, (("a", "1"), ("item", None)))


def test_a_show_has_no_header_to_leave_out(stubbed: Stubber) -> None:
    _expect_start(stubbed, "SHOW TABLES")
    _expect_poll(stubbed, "SUCCEEDED", kind="UTILITY")
    stubbed.add_response("get_query_results", _page(["a", "1"]))
    assert athena.run("SHOW TABLES", Settings()).rows == (("a", "1"),)


def test_a_failed_query_raises_athenas_reason(stubbed: Stubber) -> None:
    _expect_start(stubbed, "SELECT x")
    _expect_poll(stubbed, "FAILED", StateChangeReason="COLUMN_NOT_FOUND: line 1:8")
    with pytest.raises(QueryFailedError, match=r"^COLUMN_NOT_FOUND: line 1:8$"):
        athena.run("SELECT x", Settings())


def test_a_cancelled_query_raises(stubbed: Stubber) -> None:
    _expect_start(stubbed, "SELECT 1")
    _expect_poll(stubbed, "CANCELLED")
    with pytest.raises(QueryFailedError, match=r"^the query was cancelled$"):
        athena.run("SELECT 1", Settings())


def test_an_interrupt_stops_the_query(stubbed: Stubber, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(athena.time, "sleep", interrupt)
    _expect_start(stubbed, "SELECT 1")
    _expect_poll(stubbed, "RUNNING")
    stubbed.add_response("stop_query_execution", {}, {"QueryExecutionId": _ID})
    with pytest.raises(KeyboardInterrupt):
        athena.run("SELECT 1", Settings())


def test_rows_are_counted_from_the_hour_before_on(stubbed: Stubber) -> None:
    _expect_start(stubbed, "SELECT count(*) FROM \"my_ingested_data\" WHERE datehour >= '2025/12/31/23'")
    _expect_poll(stubbed, "SUCCEEDED")
    stubbed.add_response("get_query_results", _page(["_col0"], ["42"]))
    assert rows_since(datetime(2026, 1, 1, 0, 59, tzinfo=UTC), Settings()) == 42


def test_a_statement_that_athena_refuses_raises_its_message(stubbed: Stubber) -> None:
    message = "line 1:1: mismatched input 'selec'"
    stubbed.add_client_error("start_query_execution", "InvalidRequestException", message)
    with pytest.raises(QueryFailedError, match=f"^{message}$"):
        athena.run("selec", Settings())
