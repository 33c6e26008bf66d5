from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise
from statistics import median

from pipeline.clicks import sessions
from pipeline.clicks.click import Click

_START = datetime(2026, 1, 1, tzinfo=UTC)


def _clicks(number: int, seed: int = 7, start: datetime = _START) -> list[Click]:
    return list(islice(sessions.clicks(seed, start), number))


def test_a_seed_gives_the_same_clicks_each_time() -> None:
    assert _clicks(200) == _clicks(200)


def test_another_seed_gives_other_clicks() -> None:
    assert _clicks(200, seed=7) != _clicks(200, seed=8)


def test_another_start_moves_created_at_and_nothing_else() -> None:
    later = timedelta(hours=5, minutes=7)
    moved = [Click(c.element_clicked, c.time_spent, c.source_menu, c.created_at + later) for c in _clicks(900)]
    assert _clicks(900, start=_START + later) == moved


def test_clicks_come_in_the_order_of_their_times_after_the_start() -> None:
    times = [_START] + [click.created_at for click in _clicks(2000)]
    assert all(earlier <= later for earlier, later in pairwise(times))


def test_clicks_until_a_moment_lead_up_to_it() -> None:
    recent = list(sessions.clicks_until(_START, 100, seed=7))
    assert (len(recent), recent[-1].created_at) == (100, _START)


def test_clicks_until_a_moment_are_those_of_the_seed() -> None:
    recent = sessions.clicks_until(_START, 100, seed=7)
    assert [c.element_clicked for c in recent] == [c.element_clicked for c in _clicks(100)]


def test_an_hour_brings_about_120_clicks() -> None:
    clicks = _clicks(10_000)
    hours = (clicks[-1].created_at - _START) / timedelta(hours=1)
    assert 110 < len(clicks) / hours < 130


def test_entrees_are_looked_at_longer_than_drinks() -> None:
    looks: dict[str, list[int]] = {}
    for click in _clicks(2000):
        looks.setdefault(click.element_clicked.split("_")[0], []).append(click.time_spent)
    medians = {kind: median(times) for kind, times in looks.items()}
    assert sorted(medians, key=lambda kind: medians[kind]) == ["drink", "appetizer", "dessert", "entree"]


def test_a_third_of_the_entrees_draws_more_than_half_of_the_looks() -> None:
    entrees = [
        c.element_clicked for c in _clicks(3000) if c.source_menu == "bella_napoli" and "entree" in c.element_clicked
    ]
    assert sum(times for _, times in Counter(entrees).most_common(3)) > len(entrees) / 2
