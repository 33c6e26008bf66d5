"""What a subject is measured with: a folder, repetitions, and progress for whoever waits."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

LEAST_TIMES = 3
"""A median needs some values, also in a quick run."""


@dataclass(frozen=True)
class Run:
    """One run of a subject.

    :param folder: an empty one, removed afterwards
    :param quick: repeat a tenth as often
    """

    folder: Path
    progress: Progress
    quick: bool = False

    def times(self, full: int) -> int:
        """How often to repeat what a full run repeats so often."""
        return min(full, max(LEAST_TIMES, full // 10)) if self.quick else full

    @contextmanager
    def step(self, description: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
        """Show what is going on while the block runs; call what it is given to advance."""
        task = self.progress.add_task(description, total=total)
        try:
            yield lambda number: self.progress.advance(task, number)
        finally:
            self.progress.remove_task(task)

    def in_turn(
        self, description: str, actions: Mapping[str, Callable[[int], float]], full: int
    ) -> dict[str, list[float]]:
        """What each action returns, by its name: the first time of all, then the second of all, …

        An action is given the number of the round.
        """
        results: dict[str, list[float]] = {name: [] for name in actions}
        times = self.times(full)
        with self.step(description, total=times) as advance:
            for number in range(times):
                for name, action in actions.items():
                    results[name].append(action(number))
                advance(1)
        return results


def seconds(action: Callable[[], Any]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def progress_on(console: Any) -> Progress:
    """Shows the steps while they last, and nothing afterwards."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=console, transient=True)
