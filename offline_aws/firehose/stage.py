"""One step of a stream: a buffer and the thread that takes batches from it when they are due.

The thread sleeps on a condition until the next batch is due, so an idle stream costs nothing; it starts with
the first record. A step that raises is repeated with the same batch, and later batches wait behind it: nothing
overtakes, nothing is skipped before ``RETRY_FOR`` has passed.

Time is the monotonic clock's: a wall clock that is set back an hour would hold buffers for an hour.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from itertools import count

from offline_aws.firehose.buffer import Buffer, Hints
from offline_aws.firehose.models import Partition, Record

LOG = logging.getLogger(__name__)

RETRY_FOR = 24 * 3600.0
"""Seconds after which AWS, too, gives an S3 delivery up."""

LONGEST_PAUSE = 5.0


class StageClosedError(Exception):
    """The stage is draining, or drained; it takes no more records."""


class Stage:
    """Records wait here until they are due; then ``step`` handles them, a batch at a time, in a thread."""

    def __init__(self, name: str, hints: Hints, step: Callable[[list[Record]], None]) -> None:
        self.name = name
        self._step = step
        self._buffer = Buffer(hints)
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._unhandled = 0
        self._drain_until: float | None = None

    @property
    def pending(self) -> int:
        """Records that are buffered, being handled or given up."""
        return len(self._buffer) + self._unhandled

    @property
    def draining(self) -> bool:
        """Whether the stage is closed, and only what it holds is handled."""
        return self._drain_until is not None

    @property
    def partitions(self) -> frozenset[Partition]:
        """The partitions of which records are buffered."""
        with self._changed:
            return self._buffer.partitions

    def put(self, records: Sequence[Record]) -> None:
        """Buffer records. Raises StageClosedError once the stage drains."""
        with self._changed:
            if self._drain_until is not None:
                raise StageClosedError(self.name)
            due = self._buffer.due_at()
            self._buffer.add(records, time.monotonic())
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self.name, daemon=True)
                self._thread.start()
            if self._buffer.due_at() != due:
                self._changed.notify()

    def configure(self, hints: Hints) -> None:
        """Change the hints; they hold for what is already buffered, too."""
        with self._changed:
            self._buffer.hints = hints
            self._changed.notify()

    def drain(self, until: float) -> int:
        """Close the stage, handle all that it holds, and return how many records it could not by ``until``.

        :param until: by ``time.monotonic``
        """
        with self._changed:
            self._drain_until = until
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(max(0.0, until - time.monotonic()))
        return self.pending

    def _run(self) -> None:
        while batch := self._next_batch():
            self._handle(batch)

    def _next_batch(self) -> list[Record]:
        """Wait until a batch is due and take it; empty when the stage has been drained."""
        with self._changed:
            while not self._is_due():
                due = self._buffer.due_at()
                self._changed.wait(None if due is None else due - time.monotonic())
            batch = self._buffer.take()
            self._unhandled += len(batch)
            return batch

    def _is_due(self) -> bool:
        if self._drain_until is not None:
            return True
        due = self._buffer.due_at()
        return due is not None and due <= time.monotonic()

    def _handle(self, batch: list[Record]) -> None:
        started = time.monotonic()
        for attempt in count():
            try:
                self._step(batch)
                self._unhandled -= len(batch)
                return
            except Exception as error:
                LOG.warning("%s: %d records are tried again: %s", self.name, len(batch), error)
            if not self._pause(attempt, started):
                break
        LOG.error("%s: %d records could not be handled and are lost", self.name, len(batch))

    def _pause(self, attempt: int, started: float) -> bool:
        """Wait before the next attempt; False when there is to be none."""
        wake = time.monotonic() + pause(attempt)
        with self._changed:
            while (now := time.monotonic()) < wake and not self._is_over(now, started):
                ends = [wake, *([self._drain_until] if self._drain_until is not None else [])]
                self._changed.wait(min(ends) - now)
        return not self._is_over(time.monotonic(), started)

    def _is_over(self, now: float, started: float) -> bool:
        return now - started > RETRY_FOR or (self._drain_until is not None and now >= self._drain_until)


def pause(attempt: int) -> float:
    """Seconds to wait after the given attempt, counted from 0: a quarter, doubling up to five."""
    return min(LONGEST_PAUSE, 0.25 * 2 ** min(attempt, 10))
