"""From objects to rows: which objects are read, when, and what they hold."""

import gzip
from datetime import timedelta

import pytest

from offline_aws.athena.catalog import Partition
from offline_aws.athena.sql import row_cache

from .conftest import NOW, Athena

HOURLY = {
    "projection.enabled": "true",
    "projection.hour.type": "date",
    "projection.hour.format": "yyyy/MM/dd/HH",
    "projection.hour.range": "2021/01/01/00,NOW",
    "projection.hour.interval": "1",
    "projection.hour.interval.unit": "HOURS",
    "storage.location.template": "s3://data/t/${hour}/",
}


@pytest.fixture
def hourly(athena: Athena) -> Athena:
    """Two hours of one row each, an hour to come, and an object that is in no partition."""
    athena.table("t", "a int; b string", "hour string", HOURLY)
    for hour, value in (("2026/11/23/21", 1), ("2026/11/23/22", 2), ("2026/11/23/23", 3)):
        athena.objects.put(f"s3://data/t/{hour}/x", f'{{"a": {value}}}\n')
    athena.objects.put("s3://data/t/errors/2026/11/23/22/x", "not read")
    return athena


def test_only_projected_partitions_have_rows(hourly: Athena) -> None:
    assert hourly.rows("SELECT a, hour FROM t ORDER BY a") == [["1", "2026/11/23/21"], ["2", "2026/11/23/22"]]


def test_now_is_when_the_query_runs(hourly: Athena) -> None:
    hourly.now = NOW + timedelta(hours=1)
    assert hourly.row("SELECT count(*) FROM t") == ["3"]


def test_a_query_for_one_hour_touches_one_prefix(hourly: Athena) -> None:
    assert hourly.rows("SELECT a FROM t WHERE hour = '2026/11/23/22' AND a > 0") == [["2"]]
    assert (hourly.objects.listed, hourly.objects.reads) == (
        ["s3://data/t/2026/11/23/22/"],
        ["s3://data/t/2026/11/23/22/x"],
    )


COMPUTED = [
    "date_parse(hour, '%Y/%m/%d/%H') > timestamp '2026-11-23 21:30:00'",
    "hour >= '2026/11/23/22'",
    "hour LIKE '%/22'",
    "hour IN ('2026/11/23/22', '2026/11/23/20')",
    "hour = format_datetime(timestamp '2026-11-23 21:30:00' + interval '1' hour, 'yyyy/MM/dd/HH')",
]


@pytest.mark.parametrize("condition", COMPUTED)
def test_a_computed_condition_on_partitions_prunes_too(hourly: Athena, condition: str) -> None:
    assert hourly.rows(f"SELECT a FROM t WHERE {condition}") == [["2"]]
    assert hourly.objects.reads == ["s3://data/t/2026/11/23/22/x"]


def test_an_outer_join_keeps_rows_whose_partner_is_pruned(hourly: Athena) -> None:
    query = """SELECT l.a, r.a FROM t AS l LEFT JOIN (SELECT * FROM t WHERE hour = '2026/11/23/22') AS r ON l.a = r.a
               ORDER BY 1"""
    assert hourly.rows(query) == [["1", None], ["2", "2"]]


def test_conditions_on_the_far_side_of_an_outer_join_do_not_prune(hourly: Athena) -> None:
    hourly.catalog.found["u"] = hourly.catalog.found["t"]
    query = "SELECT u.a FROM (VALUES 1, 2) AS v(x) LEFT JOIN u ON u.a = v.x WHERE u.hour IS NULL"
    assert hourly.rows(query) == []


def test_partitions_and_files_are_hidden_columns_and_names_fold(hourly: Athena) -> None:
    columns, rows = hourly.result('SELECT "$path", "$file_size", B, HOUR AS Hour FROM T WHERE A = 1')
    assert ([name for name, _ in columns], rows) == (
        ["$path", "$file_size", "B", "Hour"],
        [["s3://data/t/2026/11/23/21/x", "9", None, "2026/11/23/21"]],
    )


def test_a_repeated_query_reads_only_what_is_new(hourly: Athena) -> None:
    hourly.rows("SELECT * FROM t")
    hourly.objects.put("s3://data/t/2026/11/23/22/y", '{"a": 4}\n')
    hourly.objects.reads.clear()
    assert hourly.row("SELECT sum(a) FROM t") == ["7"]
    assert hourly.objects.reads == ["s3://data/t/2026/11/23/22/y"]


def test_an_overwritten_object_is_read_anew_and_a_deleted_one_is_gone(hourly: Athena) -> None:
    hourly.rows("SELECT * FROM t")
    hourly.objects.put("s3://data/t/2026/11/23/22/x", '{"a": 9}\n')
    del hourly.objects.bodies["s3://data/t/2026/11/23/21/x"]
    assert hourly.rows("SELECT a FROM t") == [["9"]]
    assert hourly.engine.connect().execute("SELECT count(*) FROM rows_0").fetchall() == [(1,)]


def test_kept_rows_are_bounded(hourly: Athena, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_cache, "LIMIT", 10)
    assert hourly.row("SELECT sum(a) FROM t") == ["3"]
    assert hourly.engine.connect().execute("SELECT count(*) FROM rows_0").fetchall() == [(1,)]


def test_an_injected_column_needs_a_value(athena: Athena) -> None:
    athena.table("t", "a int", "k string", {"projection.enabled": "true", "projection.k.type": "injected"})
    athena.objects.put("s3://data/t/k=x/1", '{"a": 1}\n')
    assert athena.rows("SELECT a, k FROM t WHERE k = 'x'") == [["1", "x"]]
    assert athena.failure("SELECT a FROM t") == (
        "CONSTRAINT_VIOLATION: For the injected projected partition column k, the WHERE clause must contain only static "
        "equality conditions, and at least one such condition must be present."
    )


def test_registered_partitions_have_locations_of_their_own(athena: Athena) -> None:
    athena.table("t", "a int", "day date")
    athena.catalog.registered["t"] = [Partition(("2026-11-23",), "s3://data/elsewhere/")]
    athena.objects.put("s3://data/elsewhere/1", '{"a": 1}\n')
    assert athena.rows("SELECT a, day + interval '1' day FROM t") == [["1", "2026-11-24"]]


def test_hidden_files_are_not_read_and_compressed_ones_are(athena: Athena) -> None:
    athena.table("t", "a int")
    athena.objects.put("s3://data/t/_SUCCESS", "bad")
    athena.objects.put("s3://data/t/.hidden", "bad")
    athena.objects.put("s3://data/t/x.json.gz", gzip.compress(b'{"a": 1}\n\n{"a": 2}'))
    assert athena.rows("SELECT a FROM t ORDER BY a") == [["1"], ["2"], [None]]


def test_nested_types_arrive_as_they_were_declared(athena: Athena) -> None:
    athena.table("t", "s struct<id:int,tags:array<string>>; m map<string,double>; at timestamp; d decimal(5,2)")
    athena.objects.put(
        "s3://data/t/x",
        '{"s": {"id": 1, "tags": ["a"]}, "m": {"k": 1}, "at": "2026-11-23 22:00:00", "d": "1.5"}',
    )
    assert athena.row("SELECT s, s.tags[1], m, at, d FROM t") == [
        "{id=1, tags=[a]}",
        "a",
        "{k=1.0}",
        "2026-11-23 22:00:00.000",
        "1.50",
    ]


def test_unnest_gives_a_row_for_each_element_with_its_place(athena: Athena) -> None:
    athena.table("t", "tags array<string>")
    athena.objects.put("s3://data/t/x", '{"tags": ["a", "b"]}')
    query = "SELECT tag, n FROM t CROSS JOIN UNNEST(tags) WITH ORDINALITY AS u(tag, n) ORDER BY n DESC"
    assert athena.rows(query) == [["b", "2"], ["a", "1"]]


def test_a_computed_subscript_counts_from_one(athena: Athena) -> None:
    athena.table("t", "tags array<string>; n int")
    athena.objects.put("s3://data/t/x", '{"tags": ["a", "b"], "n": 2}')
    assert athena.rows("SELECT tags[n], tags[n - 1] FROM t") == [["b", "a"]]
