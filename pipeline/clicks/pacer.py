"""When to send: the schedule of an open loop, in which no hit waits for the answer to an earlier one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pacer:
    """A constant rate, in hits a second, greater than 0."""

    rate: float

    def pace(self, elapsed: float, hits: int) -> float:
        """Seconds to wait before the next hit, `elapsed` seconds and `hits` hits after the first was due.

        0 when the hit is due or overdue: what was late is caught up with.
        """
        return max(0.0, hits / self.rate - elapsed)
