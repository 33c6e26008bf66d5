"""The analyses of `queries/`, over clicks whose answers are known."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.athena import Result
from pipeline.cli import main
from pipeline.settings import Settings
from tests.conftest import REPOSITORY

RESTAURANT = "test_of_queries"
# Item, seconds looked, minutes ago. Two sessions: the first click comes long before the others.
LOOKS = [("soup", 40, 90), ("soup", 20, 31), ("tea", 30, 30), ("soup", 60, 29)]

FILES = sorted(file for file in (REPOSITORY / "queries").glob("*.sql") if file.stem != "01_create_table")

Rows = Callable[[str], list[tuple[str | None, ...]]]


@pytest.fixture(scope="module")
def rows(settings: Settings, query: Callable[[str], Result], tmp_path_factory: pytest.TempPathFactory) -> Rows:
    """The rows that a file of `queries/` has about the looks, which are in the table."""
    file = tmp_path_factory.mktemp("clicks") / "looks.jsonl"
    file.write_text("".join(f"{json.dumps(click)}\n" for click in _clicks(datetime.now(UTC))))
    assert main(["send-clicks", "--file", str(file), "--wait"]) == 0

    def about(name: str) -> list[tuple[str | None, ...]]:
        statement = (REPOSITORY / "queries" / f"{name}.sql").read_text(encoding="utf-8")
        # Other tests' clicks are in the table too and may fill the first ten.
        result = query(statement.replace("LIMIT 10", ""))
        return [row for row in result.rows if row[0] in (RESTAURANT, "soup", "tea")]

    return about


def _clicks(now: datetime) -> list[dict[str, object]]:
    return [
        {
            "element_clicked": item,
            "time_spent": seconds,
            "source_menu": RESTAURANT,
            "created_at": f"{now - timedelta(minutes=minutes):%Y-%m-%d %H:%M:%S}",
        }
        for item, seconds, minutes in LOOKS
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_runs_as_it_is(settings: Settings, file: Path) -> None:
    assert main(["query", "--file", str(file)]) == 0


def test_dwell_time_by_item(rows: Rows) -> None:
    assert rows("04_dwell_time") == [("soup", "3", "40.0", "40", "60"), ("tea", "1", "30.0", "30", "30")]


def test_looks_by_restaurant(rows: Rows) -> None:
    ((_, looks, _, seconds_a_look, favourite),) = rows("06_by_restaurant")
    assert (looks, seconds_a_look, favourite) == ("4", "37.5", "soup")


def test_sessions_end_with_a_pause(rows: Rows) -> None:
    assert rows("07_sessions") == [(RESTAURANT, "2", "2.0", "3", "1.5", "1.3")]


def test_trending_compares_the_last_hour_with_the_one_before(rows: Rows) -> None:
    assert rows("08_trending") == [("soup", "2", "1", "1", "100.0"), ("tea", "1", "0", "1", None)]
