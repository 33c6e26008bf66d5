"""When buffered records are due: by size or by interval, whichever is reached first, for each partition.

A rule without a clock: the caller passes ``now``, in seconds, and asks when to come back.

https://docs.aws.amazon.com/firehose/latest/dev/buffering-hints.html
https://docs.aws.amazon.com/firehose/latest/dev/buffering.html
"""

import sys
from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from offline_aws.firehose.models import Partition, Record

MIB = 1024 * 1024
ZERO_INTERVAL = 0.1
"""Seconds that an interval of 0 waits for company: AWS delivers "within seconds", and a burst should not
become an object a record."""


class Hints(NamedTuple):
    """Deliver once ``size`` bytes are waiting, or the oldest record has waited ``interval`` seconds.

    A batch has at most ``most`` records.
    """

    size: int
    interval: float
    most: int = sys.maxsize

    @classmethod
    def of(cls, mebibytes: float, seconds: float) -> "Hints":
        """Hints in the API's units: MiB of raw data and seconds."""
        return cls(int(mebibytes * MIB), seconds or ZERO_INTERVAL)


AT_ONCE = Hints.of(1, 0)


class Buffer:
    """Records in the order in which they came in, a queue a partition, and the moment when the next batch is due."""

    def __init__(self, hints: Hints) -> None:
        self.hints = hints
        self._queues: dict[Partition, _Queue] = {}

    def __len__(self) -> int:
        return sum(len(queue.waiting) for queue in self._queues.values())

    @property
    def partitions(self) -> frozenset[Partition]:
        """The partitions that hold records."""
        return frozenset(self._queues)

    def add(self, records: Iterable[Record], now: float) -> None:
        for record in records:
            queue = self._queues.get(record.partition)
            if queue is None:
                queue = self._queues[record.partition] = _Queue()
            queue.add(record, now)

    def due_at(self) -> float | None:
        """The time at which the next batch is due; in the past when the size is reached; None when empty."""
        return min((queue.due_at(self.hints) for queue in self._queues.values()), default=None)

    def take(self) -> list[Record]:
        """Remove and return the oldest records of the partition that is due first, just enough to reach the size."""
        if not self._queues:
            return []
        partition = min(self._queues, key=lambda name: self._queues[name].due_at(self.hints))
        batch = self._queues[partition].take(self.hints)
        if not self._queues[partition].waiting:
            del self._queues[partition]
        return batch


class _Queue:
    """One partition's records, with the time at which each came in."""

    def __init__(self) -> None:
        self.waiting: deque[tuple[float, Record]] = deque()
        self._bytes = 0

    def add(self, record: Record, now: float) -> None:
        self.waiting.append((now, record))
        self._bytes += len(record.data)

    def due_at(self, hints: Hints) -> float:
        since = self.waiting[0][0]
        full = self._bytes >= hints.size or len(self.waiting) >= hints.most
        return since if full else since + hints.interval

    def take(self, hints: Hints) -> list[Record]:
        batch: list[Record] = []
        size = 0
        while self.waiting and size < hints.size and len(batch) < hints.most:
            _, record = self.waiting.popleft()
            size += len(record.data)
            batch.append(record)
        self._bytes -= size
        return batch
