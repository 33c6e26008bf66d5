"""Waiting for a condition in tests, instead of sleeping for a time."""

import time
from collections.abc import Callable


def eventually[T](probe: Callable[[], T], holds: Callable[[T], bool], seconds: float = 30.0) -> T:
    """The first value of ``probe`` for which ``holds`` is true, or after ``seconds`` the last one.

    The caller asserts on the value, so that a failure shows what there was.
    """
    deadline = time.monotonic() + seconds
    while not holds(value := probe()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return value
