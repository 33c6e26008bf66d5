"""What a benchmark yields: a value, what it is compared with, and the goal."""

from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Goal:
    """A bound on a figure's ratio, or on its value when it is compared with nothing."""

    bound: float
    kind: Literal["at least", "at most"]

    def met(self, number: float) -> bool:
        return number >= self.bound if self.kind == "at least" else number <= self.bound

    def __str__(self) -> str:
        return f"{self.kind} {self.bound:g}"


def at_least(bound: float) -> Goal:
    return Goal(bound, "at least")


def at_most(bound: float) -> Goal:
    return Goal(bound, "at most")


@dataclass(frozen=True)
class Figure:
    """One measured value.

    :param name: what was measured, such as "PutObject of 1 KB"
    :param value: in ``unit``
    :param against: what it is compared with, such as "stock, in memory"
    :param baseline: the other's value in the same unit, from the same run
    """

    name: str
    value: float
    unit: str
    against: str = ""
    baseline: float | None = None
    goal: Goal | None = None

    @property
    def ratio(self) -> float | None:
        """The value as a multiple of the baseline."""
        return self.value / self.baseline if self.baseline else None

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None without one."""
        if self.goal is None:
            return None
        return self.goal.met(self.value if self.ratio is None else self.ratio)

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "against": self.against or None,
            "baseline": self.baseline,
            "ratio": self.ratio,
            "goal": str(self.goal) if self.goal else None,
            "met": self.met,
        }
