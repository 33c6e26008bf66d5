"""Guests at restaurants' menus: who comes when, what they look at, and for how long.

The model is a small one: guests come at random moments (a Poisson process); each goes through one menu, from
drinks to dessert; few items draw most looks (Zipf's law), each restaurant having favourites of its own and an
item of the hour; the length of a look is log-normal, longest for entrees.
"""

import heapq
import math
import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count, islice

from pipeline.clicks.click import Click

_SECONDS_BETWEEN_GUESTS = 150.0  # about 120 clicks an hour
_SECONDS_BETWEEN_LOOKS = 3.0
_RESTAURANTS = ("bella_napoli", "el_farolito", "golden_wok", "la_petite_table", "spice_route", "corner_grill")
_RESTAURANT_WEIGHTS = (4, 3, 3, 2, 2, 1)
_OF_THE_HOUR = 4  # the item of the hour draws this many times its usual looks


@dataclass(frozen=True)
class _Course:
    """A section of the menu, and how guests read it."""

    kind: str
    items: int
    mean_looks: float
    median_seconds: float


_COURSES = (
    _Course("drink", items=6, mean_looks=1.2, median_seconds=8),
    _Course("appetizer", items=5, mean_looks=0.9, median_seconds=12),
    _Course("entree", items=9, mean_looks=2.2, median_seconds=22),
    _Course("dessert", items=4, mean_looks=0.7, median_seconds=14),
)


def clicks_until(end: datetime, number: int, seed: int) -> Iterator[Click]:
    """So many clicks, the last of which is made at `end`; the others lead up to it."""
    start = datetime.fromtimestamp(0, UTC)
    (last,) = deque(islice(clicks(seed, start), number), maxlen=1)
    return islice(clicks(seed, start + (end - last.created_at)), number)


def clicks(seed: int, start: datetime) -> Iterator[Click]:
    """Clicks without end, in order of `created_at`, of guests who come after `start`.

    The same seed gives the same clicks; `start` moves their `created_at` and nothing else.
    """
    rng = random.Random(seed)  # noqa: S311 - a simulation
    number = count()
    to_come: list[tuple[float, int, Click]] = []
    for arrival in _arrivals(rng):
        while to_come and to_come[0][0] <= arrival:
            yield heapq.heappop(to_come)[2]
        for moment, click in _visit(rng, arrival, start):
            heapq.heappush(to_come, (moment, next(number), click))


def _arrivals(rng: random.Random) -> Iterator[float]:
    arrival = 0.0
    while True:
        arrival += rng.expovariate(1 / _SECONDS_BETWEEN_GUESTS)
        yield arrival


def _visit(rng: random.Random, arrival: float, start: datetime) -> Iterator[tuple[float, Click]]:
    """One guest's clicks, each with its moment: seconds after `start` at which the look ended."""
    (restaurant,) = rng.choices(range(len(_RESTAURANTS)), _RESTAURANT_WEIGHTS)
    moment = arrival
    for course in _COURSES:
        for _ in range(round(rng.expovariate(1 / course.mean_looks))):
            item = _item(rng, course, restaurant, hour=int(moment // 3600))
            seconds = max(1, round(rng.lognormvariate(math.log(course.median_seconds), 0.6)))
            moment += seconds + rng.expovariate(1 / _SECONDS_BETWEEN_LOOKS)
            created_at = start + timedelta(seconds=moment)
            yield moment, Click(f"{course.kind}_{item}", seconds, _RESTAURANTS[restaurant], created_at)


def _item(rng: random.Random, course: _Course, restaurant: int, hour: int) -> int:
    """The number on the menu, from 1, of the item looked at."""
    weights = [1 / (1 + (item + restaurant) % course.items) for item in range(course.items)]
    weights[hour % course.items] *= _OF_THE_HOUR
    return rng.choices(range(1, course.items + 1), weights)[0]
