"""Firehose with a transformation: records taken, records delivered, and how soon a query sees them."""

import json
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import urllib3

from bench.figures import Figure, at_least, at_most
from bench.load import Target, attack, send
from bench.run import Run
from bench.sandboxes import running, stock
from bench.stack import CLICK, Stack
from offline_aws import native
from offline_aws.sandbox import Sandbox, client_environment
from pipeline import athena
from pipeline.resources.api import find_id
from pipeline.settings import Settings

STOCK = "stock's Firehose"
BATCH = 500
CONNECTIONS = 4
ROUNDS = 10
ROUND_SECONDS = 3.0
CLICKS = 100_000
INIT = Path(__file__).parent.parent / "init"
COUNT = "SELECT count(*) FROM my_ingested_data"
POLL_SECONDS = 0.02


def figures(run: Run) -> Iterator[Figure]:
    with running(run, "ours") as ours:
        stack = Stack(ours)
        with stock(run) as other:
            yield _accepted(run, stack, Stack(other))
        yield from _delivered(run, Stream(ours, stack.put_batch(BATCH)))
    with running(run, "pipeline", INIT) as sandbox:
        yield _freshness(run, sandbox)


def _accepted(run: Run, stack: Stack, other: Stack) -> Figure:
    """Records a second that PutRecordBatch takes, while others are transformed and delivered."""
    actions = {"ours": _put_for_a_round(stack), STOCK: _put_for_a_round(other)}
    results = run.in_turn("putting batches", actions, ROUNDS)
    rates = {name: median(each) for name, each in results.items()}
    return Figure(f"PutRecordBatch of {BATCH}", rates["ours"], "records/s", STOCK, rates[STOCK], at_least(3))


def _put_for_a_round(stack: Stack) -> Callable[[int], float]:
    target = stack.put_batch(BATCH)
    return lambda number: attack(target, CONNECTIONS, ROUND_SECONDS).rate * BATCH


# --- delivery ---------------------------------------------------------------------------------------------------------


class Stream:
    """A stream of ours, and what LocalStack tells of it."""

    def __init__(self, sandbox: Sandbox, batch: Target) -> None:
        self._sandbox = sandbox
        self._batch = batch
        self._url = f"{sandbox.url}/_offline_aws/firehose"

    def counts(self) -> tuple[int, int]:
        """Records buffered, records delivered."""
        (stream,) = json.loads(urllib3.request("GET", self._url).data).values()
        return stream["buffered"], stream["delivered"]

    def memory(self) -> float:
        """The resident size of LocalStack and of its functions, in MiB."""
        process = native.running(self._sandbox)
        if process is None:
            raise RuntimeError(f"LocalStack ended: {self._sandbox.log_file}")
        return sum(each.memory_info().rss for each in [process, *process.children(recursive=True)]) / 2**20

    def deliver(self, run: Run, clicks: int) -> tuple[float, float]:
        """Put so many clicks; records a second from the first put to the last object, and the greatest memory."""
        before, started, peak = self.counts()[1], time.perf_counter(), 0.0
        with run.step(f"delivering {clicks:,} clicks") as _, ThreadPoolExecutor(1) as beside:
            putting = beside.submit(send, self._batch, CONNECTIONS, clicks // BATCH)
            while not putting.done() or self.counts()[1] - before < clicks:
                time.sleep(POLL_SECONDS)
                peak = max(peak, self.memory())
        putting.result()
        return clicks / (time.perf_counter() - started), peak

    def settle(self, run: Run) -> None:
        """Wait until nothing is buffered."""
        with run.step("delivering what is left"):
            while self.counts()[0]:
                time.sleep(POLL_SECONDS)


def _delivered(run: Run, stream: Stream) -> Iterator[Figure]:
    clicks = CLICKS // 10 if run.quick else CLICKS
    stream.settle(run)
    rate, peak = stream.deliver(run, clicks)
    yield Figure(f"{clicks:,} clicks delivered", rate, "records/s", goal=at_least(10_000))
    _, later = stream.deliver(run, 3 * clicks)
    yield Figure(f"peak memory of {3 * clicks:,} clicks", later, "MiB", f"{clicks:,} clicks", peak, at_most(1.1))


# --- freshness --------------------------------------------------------------------------------------------------------


def _freshness(run: Run, sandbox: Sandbox) -> Figure:
    """The most seconds from a click's 200 to the end of the first query that counts it; the function is warm."""
    os.environ |= client_environment(sandbox.port)
    settings = Settings.load()
    url = f"{sandbox.url}/_aws/execute-api/{find_id(settings)}/{settings.stage}/{settings.resource_path}"
    target = Target(url, CLICK, {"Content-Type": "application/json"})
    _seen_after(target, settings)
    taken = run.in_turn("asking for a click", {"click": lambda number: _seen_after(target, settings)}, 5)["click"]
    goal = at_most(settings.buffer_seconds + 0.5)
    return Figure("from 200 to a query's row", max(taken), "s", goal=goal)


def _seen_after(target: Target, settings: Settings) -> float:
    before = _count(settings)
    send(target, 1, 1)
    answered = time.perf_counter()
    while _count(settings) == before:
        time.sleep(POLL_SECONDS)
    return time.perf_counter() - answered


def _count(settings: Settings) -> int:
    return int(athena.run(COUNT, settings).rows[0][0] or 0)
