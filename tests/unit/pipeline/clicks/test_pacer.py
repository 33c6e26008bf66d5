from pipeline.clicks.pacer import Pacer


def test_the_first_hit_is_due_at_once() -> None:
    assert Pacer(10).pace(0.0, 0) == 0.0


def test_a_hit_waits_until_its_turn() -> None:
    assert Pacer(10).pace(0.25, 5) == 0.25


def test_a_late_hit_does_not_wait() -> None:
    assert Pacer(10).pace(3.0, 5) == 0.0
