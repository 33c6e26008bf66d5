"""Heavy queries take neither the API nor other queries down."""

import json
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import boto3
import pytest

from pipeline import athena
from pipeline.settings import Settings
from tests.waiting import eventually

# A sort of ten thousand million rows: it spills, and would take hours.
HEAVY = (
    "SELECT max(z) FROM (SELECT row_number() OVER (ORDER BY x * 7919 % 1000003, y) AS z FROM "
    "UNNEST(sequence(1, 10000)) AS a(x) CROSS JOIN UNNEST(sequence(1, 10000)) AS b(y) "
    "CROSS JOIN UNNEST(sequence(1, 100)) AS c(w))"
)


def states(ids: list[str]) -> set[str]:
    found = boto3.client("athena").batch_get_query_execution(QueryExecutionIds=ids)["QueryExecutions"]
    return {item["Status"]["State"] for item in found}


@pytest.fixture
def heavy(settings: Settings) -> Iterator[list[str]]:
    """Queries that are running and will not end."""
    client = boto3.client("athena")
    ids = [athena.start(client, HEAVY, settings) for _ in range(3)]
    eventually(lambda: states(ids), lambda found: found == {"RUNNING"})
    yield ids
    for query_id in ids:
        client.stop_query_execution(QueryExecutionId=query_id)


def post(url: str, click: dict[str, Any]) -> int:
    request = urllib.request.Request(url, json.dumps(click).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as response:
        return int(response.status)


def test_all_is_answered_while_heavy_queries_run_and_they_stop_at_once(
    heavy: list[str], settings: Settings, api_url: str, query: Callable[[str], athena.Result]
) -> None:
    click = {"element_clicked": "heavy", "time_spent": 1, "source_menu": "test", "created_at": "2026-11-23 12:00:00"}
    assert post(api_url, click) == 200
    boto3.client("firehose").put_record(
        DeliveryStreamName=settings.stream_name, Record={"Data": json.dumps(click).encode()}
    )
    assert query("SELECT 1").rows == (("1",),)
    assert states(heavy) == {"RUNNING"}
    for query_id in heavy:
        boto3.client("athena").stop_query_execution(QueryExecutionId=query_id)
    assert states(heavy) == {"CANCELLED"}
