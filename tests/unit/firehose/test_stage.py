"""The stage's thread by a clock of its own; nothing sleeps, every wait ends when the thread has done its step."""

import threading
import time
from collections.abc import Callable

import pytest

from offline_aws.firehose.buffer import Hints
from offline_aws.firehose.models import Record
from offline_aws.firehose.stage import LONGEST_PAUSE, Stage, StageClosedError, pause

A, B, C = (Record(name, 0, name.encode()) for name in "abc")
NEVER = Hints(1000, 3600)
AT_ONCE = Hints(1, 3600)


class Deliveries:
    """A step that records its batches, after failing as often as it is told."""

    def __init__(self, failures: int = 0) -> None:
        self.batches: list[list[Record]] = []
        self.failures = failures
        self._changed = threading.Condition()

    def __call__(self, batch: list[Record]) -> None:
        with self._changed:
            if self.failures:
                self.failures -= 1
                raise OSError("the bucket is away")
            self.batches.append(batch)
            self._changed.notify()

    def wait_for(self, count: int) -> list[list[Record]]:
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.batches) >= count, timeout=10)
            return self.batches


def stage(step: Callable[[list[Record]], None], hints: Hints) -> Stage:
    return Stage("test", hints, step)


def test_a_batch_that_reaches_the_size_is_handled_at_once() -> None:
    deliveries = Deliveries()
    stage(deliveries, AT_ONCE).put([A])
    assert deliveries.wait_for(1) == [[A]]


def test_records_that_are_not_due_wait() -> None:
    deliveries = Deliveries()
    waiting = stage(deliveries, NEVER)
    waiting.put([A, B])
    assert (waiting.pending, deliveries.batches) == (2, [])


def test_a_wall_clock_that_is_set_back_holds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    deliveries = Deliveries()
    waiting = stage(deliveries, Hints(1000, 0.05))
    waiting.put([A])
    an_hour_ago = time.time() - 3600
    monkeypatch.setattr(time, "time", lambda: an_hour_ago)
    assert deliveries.wait_for(1) == [[A]]


def test_new_hints_release_what_waits() -> None:
    deliveries = Deliveries()
    waiting = stage(deliveries, NEVER)
    waiting.put([A, B])
    waiting.configure(Hints(2, 3600))
    assert deliveries.wait_for(1) == [[A, B]]


def test_a_failing_batch_is_tried_again_before_later_ones() -> None:
    deliveries = Deliveries(failures=1)
    failing = stage(deliveries, AT_ONCE)
    failing.put([A])
    failing.put([B])
    assert deliveries.wait_for(2) == [[A], [B]]


def test_draining_handles_what_is_not_due_and_leaves_nothing() -> None:
    deliveries = Deliveries()
    waiting = stage(deliveries, NEVER)
    waiting.put([A, B])
    assert (waiting.drain(time.monotonic() + 10), deliveries.batches) == (0, [[A, B]])


def test_draining_a_stage_that_never_had_a_record_is_nothing() -> None:
    assert stage(Deliveries(), NEVER).drain(time.monotonic()) == 0


def test_a_drained_stage_refuses_records() -> None:
    drained = stage(Deliveries(), NEVER)
    drained.drain(time.monotonic())
    with pytest.raises(StageClosedError):
        drained.put([A])


def test_draining_ends_in_time_and_counts_what_could_not_be_handled() -> None:
    failing = stage(Deliveries(failures=1000), NEVER)
    failing.put([A, B, C])
    assert failing.drain(time.monotonic() + 0.3) == 3


def test_draining_ends_in_time_while_a_step_hangs() -> None:
    release = threading.Event()

    def hang(batch: list[Record]) -> None:
        release.wait(10)

    hanging = stage(hang, AT_ONCE)
    hanging.put([A])
    left = hanging.drain(time.monotonic() + 0.2)
    release.set()
    assert left == 1


def test_pauses_double_up_to_a_limit() -> None:
    assert [pause(attempt) for attempt in (0, 1, 2, 100)] == [0.25, 0.5, 1.0, LONGEST_PAUSE]
