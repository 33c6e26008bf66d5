"""How long to pause between two looks at something that takes an unknown time."""

from collections.abc import Iterator


def pauses(first: float, longest: float) -> Iterator[float]:
    """Seconds, each half as long again as the one before, up to the longest; without end."""
    pause = first
    while True:
        yield pause
        pause = min(pause * 1.5, longest)
