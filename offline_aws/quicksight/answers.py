"""Answers that still hold: an unchanged sheet asks Athena once, however many look at it and however often.

An answer holds while the data is as it was when it was asked for, and a minute at most: a query may ask for the time.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

SECONDS = 60.0
MOST = 256


@dataclass
class _Entry:
    """An answer, the state of the data before it was asked for, and when that was; one thread at a time asks."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    state: int | None = None
    asked: float = 0.0
    answer: Any = None


class Answers:
    """The last answer to each of the latest questions."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._entries: OrderedDict[Hashable, _Entry] = OrderedDict()

    def get(self, question: Hashable, state: Callable[[], int], ask: Callable[[], Any]) -> Any:
        """The answer that holds, or a new one; what ``ask`` raises is raised, and kept nowhere.

        :param state: a number that differs when the data has changed
        """
        entry = self._entry(question)
        with entry.lock:
            now, current = self._clock(), state()
            if entry.state != current or now - entry.asked > SECONDS:
                entry.answer = ask()
                entry.state, entry.asked = current, now
            return entry.answer

    def _entry(self, question: Hashable) -> _Entry:
        with self._lock:
            entry = self._entries.setdefault(question, _Entry())
            self._entries.move_to_end(question)
            if len(self._entries) > MOST:
                self._entries.popitem(last=False)
            return entry
