import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

from pipeline import demo
from pipeline.clicks.click import Click, bodies_of


def test_a_body_has_the_tables_columns_and_the_time_in_utc() -> None:
    moment = datetime(2026, 1, 2, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    assert (
        Click("entree_1", 67, "café", moment).body()
        == (
            '{"element_clicked": "entree_1", "time_spent": 67, "source_menu": "café", "created_at": "2026-01-01 23:30:00"}'
        ).encode()
    )


def test_lines_are_sent_byte_for_byte_without_their_ends() -> None:
    lines = ['{"a":  "2022–09–11"}\r\n'.encode(), b"\n", b' {"b": 1}']
    assert list(bodies_of(lines, _fail)) == ['{"a":  "2022–09–11"}'.encode(), b' {"b": 1}']


def test_malformed_lines_are_reported_with_their_numbers_and_the_rest_is_sent() -> None:
    reported: list[int] = []
    lines = [b"oops\n", b'{"a":1}\n', b"\n", b"[1]\n", b'{"a":"\xff"}\n', b"[" * 100_000, b'{"b":2}']
    bodies = list(bodies_of(lines, lambda number, _: reported.append(number)))
    assert (bodies, reported) == ([b'{"a":1}', b'{"b":2}'], [1, 4, 5, 6])


def test_the_demo_sends_the_recorded_requests(repository: Path) -> None:
    recorded = json.loads((repository / "tests/golden/tutorial.json").read_text(encoding="utf-8"))["requests"]
    assert [json.loads(body) for body in demo.bodies()] == recorded


def _fail(number: int, reason: str) -> None:
    raise AssertionError(f"line {number}: {reason}")
