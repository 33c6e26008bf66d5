from itertools import islice

from pipeline.pauses import pauses


def test_pauses_grow_by_half_up_to_the_longest() -> None:
    assert list(islice(pauses(1.0, 3.0), 5)) == [1.0, 1.5, 2.25, 3.0, 3.0]
