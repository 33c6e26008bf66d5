"""The run that was recorded on AWS comes out the same here, to the row."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import urllib3

from pipeline.athena import Result
from tests.waiting import eventually

GOLDEN = json.loads((Path(__file__).parent.parent / "golden" / "tutorial.json").read_text(encoding="utf-8"))


def post(url: str, click: dict[str, Any]) -> urllib3.BaseHTTPResponse:
    # As the tutorial's client sent them: the en dash as UTF-8.
    body = json.dumps(click, ensure_ascii=False).encode()
    return urllib3.request("POST", url, body=body, headers={"Content-Type": "application/json"})


@pytest.fixture(scope="module")
def hours_and_rows(api_url: str, query: Callable[[str], Result]) -> tuple[set[str], Result]:
    """The hours in which the five clicks were sent, and what Athena then has of them."""
    before = datetime.now(UTC)
    answers = [post(api_url, click) for click in GOLDEN["requests"]]
    assert [answer.status for answer in answers] == [200] * 5
    after = datetime.now(UTC)
    result = eventually(lambda: query("SELECT * FROM my_ingested_data"), lambda result: len(result.rows) >= 5)
    return {f"{moment:%Y/%m/%d/%H}" for moment in (before, after)}, result


def test_the_columns_are_the_recorded_ones(hours_and_rows: tuple[set[str], Result]) -> None:
    assert [column.name for column in hours_and_rows[1].columns] == GOLDEN["columns"]


def test_the_rows_are_the_recorded_ones(hours_and_rows: tuple[set[str], Result]) -> None:
    key = json.dumps
    rows = [list(row[:-1]) for row in hours_and_rows[1].rows]
    assert sorted(rows, key=key) == sorted((row[:-1] for row in GOLDEN["rows"]), key=key)


def test_each_row_lies_in_the_hour_in_which_it_was_sent(hours_and_rows: tuple[set[str], Result]) -> None:
    hours, result = hours_and_rows
    assert {row[-1] for row in result.rows} <= hours


def test_the_answer_of_the_api_is_firehoses(api_url: str) -> None:
    answer = post(api_url, {"element_clicked": "probe", "time_spent": 1, "source_menu": "probe"}).json()
    assert (set(answer), answer["Encrypted"]) == ({"RecordId", "Encrypted"}, False)
