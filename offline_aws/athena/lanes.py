"""Where statements run: each in a thread of its own, so many at a time, and none in the way of the others.

A thread that has worked for a while steps back: on Linux it gets a lower priority than what was asked for since, be it
another query or a request to another service. And while anything runs, Python hands over from thread to thread sooner:
a request needs it dozens of times, and each time waits for a thread that renders rows.
"""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

# Seconds until a thread steps back, and its niceness from then on: a third of another's share of a core.
_PATIENCE = 0.5
_NICENESS = 5
# Seconds after which Python hands over, while tasks run and else.
_SOON = 0.001
_USUAL = sys.getswitchinterval()


class Lane:
    """Runs tasks; those beyond ``most`` wait for their turn."""

    def __init__(self, name: str, most: int) -> None:
        self._name = name
        self._turns = threading.Semaphore(most)
        self._closed = threading.Event()

    def submit(self, task: Callable[[], None]) -> None:
        """Run the task in a thread, now or when it is its turn."""
        threading.Thread(target=self._run, args=[task], name=self._name).start()

    def close(self) -> None:
        """Let no task begin any more."""
        self._closed.set()

    def _run(self, task: Callable[[], None]) -> None:
        with self._turns:
            if not self._closed.is_set():
                with _HANDING_OVER, _stepping_back():
                    task()


class _HandingOver:
    """While any thread is in the block, Python hands over sooner."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._threads = 0

    def __enter__(self) -> None:
        self._count(1)

    def __exit__(self, *_: object) -> None:
        self._count(-1)

    def _count(self, more: int) -> None:
        with self._lock:
            self._threads += more
            sys.setswitchinterval(_SOON if self._threads else _USUAL)


_HANDING_OVER = _HandingOver()


@contextmanager
def _stepping_back() -> Iterator[None]:
    """Lower the priority of this thread when the block takes long; nobody can raise it again."""
    timer = threading.Timer(_PATIENCE, _lower, [threading.get_native_id()])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _lower(thread_id: int) -> None:
    """Elsewhere than on Linux the threads of a process share its niceness."""
    if sys.platform == "linux":
        with suppress(ProcessLookupError):
            os.setpriority(os.PRIO_PROCESS, thread_id, _NICENESS)
