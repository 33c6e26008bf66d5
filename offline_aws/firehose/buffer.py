"""When buffered records are due: by size or by interval, whichever is reached first.

A rule without a clock: the caller passes ``now``, in seconds, and asks when to come back.

https://docs.aws.amazon.com/firehose/latest/dev/buffering-hints.html
"""

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from offline_aws.firehose.models import Record

MIB = 1024 * 1024
ZERO_INTERVAL = 0.1
"""Seconds that an interval of 0 waits for company: AWS delivers "within seconds", and a burst should not
become an object a record."""


class Hints(NamedTuple):
    """Deliver once ``size`` bytes are waiting, or the oldest record has waited ``interval`` seconds."""

    size: int
    interval: float

    @classmethod
    def of(cls, mebibytes: float, seconds: float) -> "Hints":
        """Hints in the API's units: MiB of raw data and seconds."""
        return cls(int(mebibytes * MIB), seconds or ZERO_INTERVAL)


class Buffer:
    """Records in the order in which they came in, and the moment at which the next batch is due."""

    def __init__(self, hints: Hints) -> None:
        self.hints = hints
        self._waiting: deque[tuple[float, Record]] = deque()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, records: Iterable[Record], now: float) -> None:
        for record in records:
            self._waiting.append((now, record))
            self._bytes += len(record.data)

    def due_at(self) -> float | None:
        """The time at which the next batch is due; in the past when the size is reached; None when empty."""
        if not self._waiting:
            return None
        since = self._waiting[0][0]
        return since if self._bytes >= self.hints.size else since + self.hints.interval

    def take(self) -> list[Record]:
        """Remove and return the oldest records, just enough to reach the size."""
        batch: list[Record] = []
        size = 0
        while self._waiting and size < self.hints.size:
            _, record = self._waiting.popleft()
            size += len(record.data)
            batch.append(record)
        self._bytes -= size
        return batch
