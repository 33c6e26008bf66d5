"""Rows are kept for whoever needs them: what is read once, what waits, what goes."""

import threading

import pytest

from offline_aws.athena.errors import QueryError
from offline_aws.athena.objects import StoredObject
from offline_aws.athena.sql import row_cache

from .conftest import Athena, MemoryObjects


@pytest.fixture
def two_days(athena: Athena) -> Athena:
    """A table of two projected days, an object each."""
    properties = {"projection.enabled": "true", "projection.day.type": "enum", "projection.day.values": "mon,tue"}
    athena.table("t", "a int", "day string", properties)
    for day, value in (("mon", 1), ("tue", 2)):
        athena.objects.put(f"s3://data/t/day={day}/x", f'{{"a": {value}}}\n')
    return athena


class SlowMonday(MemoryObjects):
    """Monday's object is read when ``go`` is set."""

    def __init__(self, objects: MemoryObjects) -> None:
        super().__init__()
        self.bodies = objects.bodies
        self.started, self.go = threading.Event(), threading.Event()

    def read(self, stored: StoredObject) -> bytes:
        if "mon" in stored.key:
            self.started.set()
            self.go.wait(10)
        return super().read(stored)


def test_a_query_waits_for_no_object_that_it_does_not_need(two_days: Athena) -> None:
    slow = SlowMonday(two_days.objects)
    two_days.objects = two_days.cache._objects = slow
    rows: list[list[str | None]] = []
    monday = threading.Thread(target=lambda: rows.extend(two_days.rows("SELECT a FROM t WHERE day = 'mon'")))
    monday.start()
    slow.started.wait(10)
    assert two_days.rows("SELECT a FROM t WHERE day = 'tue'") == [["2"]]
    slow.go.set()
    monday.join(10)
    assert rows == [["1"]]


def test_two_queries_read_an_object_once(two_days: Athena) -> None:
    slow = SlowMonday(two_days.objects)
    two_days.objects = two_days.cache._objects = slow
    rows: list[list[str | None]] = []

    def query() -> None:
        rows.extend(two_days.rows("SELECT a FROM t WHERE day = 'mon'"))

    threads = [threading.Thread(target=query) for _ in range(2)]
    for thread in threads:
        thread.start()
    slow.started.wait(10)
    slow.go.set()
    for thread in threads:
        thread.join(10)
    assert (rows, slow.reads) == ([["1"], ["1"]], ["s3://data/t/day=mon/x"])


def test_an_object_that_could_not_be_read_is_read_anew(two_days: Athena) -> None:
    two_days.objects.put("s3://data/t/day=mon/x", '{"a": "none"}\n')
    with pytest.raises(QueryError, match="HIVE_BAD_DATA"):
        two_days.rows("SELECT a FROM t")
    two_days.objects.put("s3://data/t/day=mon/x", '{"a": 1}\n')
    assert two_days.rows("SELECT a FROM t ORDER BY a") == [["1"], ["2"]]


def test_what_is_kept_is_bounded_over_all_tables(two_days: Athena, monkeypatch: pytest.MonkeyPatch) -> None:
    two_days.table("other", "a int; b string")
    two_days.objects.put("s3://data/other/x", '{"a": 3}\n')
    monkeypatch.setattr(row_cache, "LIMIT", 10)
    two_days.rows("SELECT a FROM t WHERE day = 'mon'")
    two_days.rows("SELECT a FROM other")
    assert two_days.rows("SELECT a FROM t WHERE day = 'mon'") == [["1"]]
    assert two_days.objects.reads.count("s3://data/t/day=mon/x") == 2
