import json
import signal
from collections.abc import Iterator

import pytest

from pipeline.clicks.pacer import Pacer
from pipeline.clicks.report import Report
from pipeline.clicks.sender import client, failure_of, send

from ..server import Api, running_api

_FAST = Pacer(100_000)


@pytest.fixture
def api() -> Iterator[Api]:
    with running_api() as running:
        yield running


def _report(api: Api, *bodies: bytes, pacer: Pacer = _FAST) -> Report:
    report = Report()
    send(bodies, client(api.url), pacer, report)
    return report


def _outcome(report: Report) -> tuple[int, int, dict[str, int]]:
    return report.sent, report.accepted, dict(report.failures)


def test_a_click_is_posted_as_json_byte_for_byte(api: Api) -> None:
    body = '{"a":  "2022–09–11"}'.encode()
    _report(api, body)
    assert api.received == [("/poc/poc", "application/json", body)]


def test_a_200_with_a_record_id_is_accepted(api: Api) -> None:
    assert _outcome(_report(api, b"{}", b"{}")) == (2, 2, {})


def test_refusals_are_counted_by_status_and_answer(api: Api) -> None:
    refused = json.dumps({"status": 500, "answer": '{"message":\n "Internal server error"}'}).encode()
    reason = 'HTTP 500: {"message": "Internal server error"}'
    assert _outcome(_report(api, refused, b"{}", refused)) == (3, 1, {reason: 2})


def test_a_200_that_carries_an_error_counts_as_failed(api: Api) -> None:
    lost = json.dumps({"answer": '{"__type":"ResourceNotFoundException"}'}).encode()
    reason = 'HTTP 200, no RecordId: {"__type":"ResourceNotFoundException"}'
    assert _outcome(_report(api, lost)) == (1, 0, {reason: 1})


def test_a_dropped_connection_counts_as_failed_and_is_not_tried_again(api: Api) -> None:
    report = _report(api, b'{"drop":1}')
    assert (report.failed, len(api.received)) == (1, 1)


def test_a_refused_connection_counts_as_failed() -> None:
    with running_api() as stopped:
        pass
    (reason,) = _report(stopped, b"{}").failures
    assert "Connection refused" in reason


def test_connections_are_kept_open(api: Api) -> None:
    _report(api, *[b"{}"] * 100)
    assert (len(api.received), len(api.connections) <= 16) == (100, True)


def test_clicks_are_sent_at_the_pacers_rate(api: Api) -> None:
    report = _report(api, *[b"{}"] * 11, pacer=Pacer(50))
    assert 0.2 <= report.seconds < 1.0


def test_an_interrupted_run_reports_all_that_was_sent(api: Api) -> None:
    report = Report()
    with pytest.raises(KeyboardInterrupt):
        send(_interrupted_after(20), client(api.url), _FAST, report)
    assert (report.sent, report.accepted, len(api.received)) == (20, 20, 20)


def test_an_unforeseen_error_is_raised() -> None:
    def broken(body: bytes) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        send([b"{}"], broken, _FAST, Report())  # type: ignore[arg-type]


@pytest.mark.parametrize("body", [b"", b"[]", b"oops", b'{"RecordId":""}', b'{"RecordId":null}', b'"RecordId"'])
def test_a_200_needs_a_json_object_with_a_record_id(body: bytes) -> None:
    assert failure_of(200, body) == f"HTTP 200, no RecordId: {body.decode()}"


def test_a_long_answer_is_quoted_in_part() -> None:
    assert failure_of(502, b"x" * 5000) == "HTTP 502: " + "x" * 160


def _interrupted_after(bodies: int) -> Iterator[bytes]:
    """So many bodies, then what Ctrl-C does."""
    yield from [b"{}"] * bodies
    signal.raise_signal(signal.SIGINT)
