import itertools
from collections.abc import Callable
from typing import Any

import pytest

from offline_aws.quicksight import answers
from offline_aws.quicksight.answers import Answers


class Asked:
    """Athena, the data and the time, as the test sets them."""

    def __init__(self) -> None:
        self.state, self.now = 0, 0.0
        self._numbers = itertools.count(1)
        self._answers = Answers(lambda: self.now)

    def __call__(self, question: str = "SELECT 1", ask: Callable[[], Any] | None = None) -> Any:
        return self._answers.get(question, lambda: self.state, ask or self._numbers.__next__)


@pytest.fixture
def asked() -> Asked:
    return Asked()


def test_an_answer_holds_while_the_data_is_the_same(asked: Asked) -> None:
    assert (asked(), asked(), asked("SELECT 2")) == (1, 1, 2)


def test_changed_data_is_asked_for_anew(asked: Asked) -> None:
    asked()
    asked.state += 1
    assert (asked(), asked()) == (2, 2)


def test_data_that_changes_during_the_answer_is_asked_for_anew(asked: Asked) -> None:
    def slow() -> str:
        asked.state += 1
        return "old"

    assert (asked(ask=slow), asked()) == ("old", 1)


def test_an_answer_holds_for_a_minute(asked: Asked) -> None:
    asked()
    asked.now = answers.SECONDS + 1
    assert asked() == 2


def test_a_failure_is_not_kept(asked: Asked) -> None:
    with pytest.raises(ZeroDivisionError):
        asked(ask=lambda: 1 // 0)
    assert asked() == 1


def test_the_latest_questions_are_kept(asked: Asked) -> None:
    for number in range(answers.MOST + 1):
        asked(str(number))
    assert (asked("1"), asked("0")) == (2, answers.MOST + 2)
