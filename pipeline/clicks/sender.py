"""How clicks are sent: POSTs over a few connections that are kept open.

Nothing is sent twice: a click whose answer is lost may have been stored, so it counts as failed and is not
retried.
"""

import json
import time
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

import urllib3

from pipeline.clicks.pacer import Pacer
from pipeline.clicks.report import Report, Result

_CONNECTIONS = 16
_TIMEOUT = urllib3.Timeout(connect=5, read=30)  # API Gateway answers within 29 seconds
_QUOTED = 160  # characters of an unexpected answer that its failure quotes


def client(url: str) -> Callable[[bytes], Result]:
    """A function that posts one click to the URL; any number of threads may share it."""
    connections = urllib3.PoolManager(maxsize=_CONNECTIONS, block=True, timeout=_TIMEOUT, retries=False)

    def post(body: bytes) -> Result:
        began = time.perf_counter()
        try:
            answer = connections.request("POST", url, body=body, headers={"Content-Type": "application/json"})
            failure = failure_of(answer.status, answer.data)
        except (urllib3.exceptions.HTTPError, OSError) as error:
            failure = f"{type(error).__name__}: {error}"
        return Result(time.perf_counter() - began, failure)

    return post


def failure_of(status: int, body: bytes) -> str | None:
    """Why an answer does not accept the click; None for a 200 that is a JSON object with a RecordId."""
    if status == 200 and _has_record_id(body):
        return None
    text = " ".join(body.decode(errors="replace").split())[:_QUOTED]
    return f"HTTP {status}, no RecordId: {text}" if status == 200 else f"HTTP {status}: {text}"


def _has_record_id(body: bytes) -> bool:
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return False
    return isinstance(answer, dict) and bool(answer.get("RecordId"))


def send(
    bodies: Iterable[bytes],
    post: Callable[[bytes], Result],
    pacer: Pacer,
    report: Report,
    on_answer: Callable[[], object] = lambda: None,
) -> None:
    """Post every body when it is due, or later while all connections are busy; results go to the report.

    `on_answer` is called after each result, in any thread. When this is interrupted, the report holds the
    results of all that was sent.
    """

    def deliver(body: bytes) -> None:
        report.add(post(body))
        on_answer()

    began = time.monotonic()
    try:
        with ThreadPoolExecutor(_CONNECTIONS) as threads:
            in_flight: set[Future[None]] = set()
            for hits, body in enumerate(bodies):
                time.sleep(pacer.pace(time.monotonic() - began, hits))
                if len(in_flight) == _CONNECTIONS:
                    in_flight = _still_busy(in_flight)
                in_flight.add(threads.submit(deliver, body))
            for each in in_flight:
                each.result()
    finally:
        report.seconds += time.monotonic() - began


def _still_busy(in_flight: set[Future[None]]) -> set[Future[None]]:
    """Wait until one has ended; raise what it raised."""
    ended, busy = wait(in_flight, return_when=FIRST_COMPLETED)
    for each in ended:
        each.result()
    return busy
