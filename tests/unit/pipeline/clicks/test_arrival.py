from collections.abc import Iterator

import pytest

from pipeline.clicks.arrival import NotQueryableError, await_rows


def test_it_returns_once_the_count_is_reached() -> None:
    counts = iter([3, 4, 5, 6])
    await_rows(lambda: next(counts), expected=5, interval=0.0)
    assert list(counts) == [6]


def test_rows_of_others_do_not_matter_beyond_the_count() -> None:
    await_rows(lambda: 100, expected=5, interval=0.0)


def test_what_does_not_arrive_in_time_is_told_by_its_number() -> None:
    counts: Iterator[int] = iter([3])
    with pytest.raises(NotQueryableError, match=r"^2 accepted clicks are not in the table after 0 s"):
        await_rows(lambda: next(counts), expected=5, interval=0.0, margin=0.0)
