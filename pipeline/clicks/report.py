"""What became of the clicks: counts, reasons, rate and latency."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from threading import Lock

_REASONS_SHOWN = 10


@dataclass(frozen=True)
class Result:
    """The answer to one click: how long it took, in seconds, and why it failed if it did."""

    latency: float
    failure: str | None = None


@dataclass
class Report:
    """The results so far; any thread may add one."""

    latencies: list[float] = field(default_factory=list)
    failures: Counter[str] = field(default_factory=Counter)
    malformed: int = 0
    seconds: float = 0.0
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)

    def add(self, result: Result) -> None:
        with self._lock:
            self.latencies.append(result.latency)
            if result.failure is not None:
                self.failures[result.failure] += 1

    @property
    def sent(self) -> int:
        return len(self.latencies)

    @property
    def failed(self) -> int:
        return self.failures.total()

    @property
    def accepted(self) -> int:
        return self.sent - self.failed

    @property
    def complete(self) -> bool:
        """Whether every click there was got accepted."""
        return not self.failed and not self.malformed

    def lines(self) -> Iterator[str]:
        """The summary, as it is printed."""
        yield f"sent      {self.sent}"
        yield f"accepted  {self.accepted}"
        yield f"failed    {self.failed}"
        for reason, times in self.failures.most_common(_REASONS_SHOWN):
            yield f"          {times} × {reason}"
        if len(self.failures) > _REASONS_SHOWN:
            yield f"          and {len(self.failures) - _REASONS_SHOWN} more reasons"
        if self.malformed:
            yield f"malformed {self.malformed}"
        if self.sent:
            yield f"rate      {self.sent / self.seconds:.1f}/s"
            p50, p95, p99 = (1000 * percentile(self.latencies, share) for share in (0.50, 0.95, 0.99))
            yield f"latency   p50 {p50:.1f} ms, p95 {p95:.1f} ms, p99 {p99:.1f} ms"


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of the values that at least this share of them do not exceed (nearest rank)."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]
