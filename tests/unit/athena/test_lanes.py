"""Statements run beside each other, a bounded number at a time."""

import os
import sys
import threading

import pytest

from offline_aws.athena import lanes
from offline_aws.athena.lanes import Lane
from tests.waiting import eventually


def test_what_is_beyond_the_bound_waits_for_its_turn() -> None:
    lane, began, go_on = Lane("test", 2), threading.Semaphore(0), threading.Event()

    def task() -> None:
        began.release()
        go_on.wait()

    for _ in range(3):
        lane.submit(task)
    assert began.acquire(timeout=5)
    assert began.acquire(timeout=5)
    assert not began.acquire(blocking=False)
    go_on.set()
    assert began.acquire(timeout=5)


def test_a_closed_lane_begins_nothing() -> None:
    lane, begun = Lane("test", 1), threading.Event()
    lane.close()
    lane.submit(begun.set)
    eventually(lambda: [thread.name for thread in threading.enumerate()], lambda names: "test" not in names)
    assert not begun.is_set()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere threads have no niceness of their own")
def test_a_thread_that_works_for_long_steps_back_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "_PATIENCE", 0)
    usual, found = os.getpriority(os.PRIO_PROCESS, threading.get_native_id()), []

    def task() -> None:
        found.append(
            eventually(lambda: os.getpriority(os.PRIO_PROCESS, threading.get_native_id()), lambda nice: nice > usual)
        )

    Lane("test", 1).submit(task)
    assert eventually(lambda: found, bool) == [5]
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == usual


def test_python_hands_over_as_before_once_nothing_runs() -> None:
    usual, seen = sys.getswitchinterval(), []
    Lane("test", 1).submit(lambda: seen.append(sys.getswitchinterval()))
    eventually(lambda: seen, bool)
    assert seen[0] < usual
    eventually(sys.getswitchinterval, lambda interval: interval == usual)
