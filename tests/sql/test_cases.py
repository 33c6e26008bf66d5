"""Every case: the answer here is Trino's, or the file says that it is not."""

import pytest

from .case_file import Case, families
from .here import Here


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Here:
    return Here(tmp_path_factory.mktemp("duckdb"))


def _cases(*marks: str) -> list[object]:
    return [
        pytest.param(case, id=f"{family.path.stem}: {case.sql}")
        for family in families()
        for case in family.cases
        if case.mark in marks
    ]


@pytest.mark.parametrize("case", _cases(""))
def test_answers_as_trino(here: Here, case: Case) -> None:
    assert case.same_order(here.answer(case.sql)) == case.same_order(case.answer)


@pytest.mark.parametrize("case", _cases("refused"))
def test_refuses_by_name(here: Here, case: Case) -> None:
    assert here.answer(case.sql) == [f"refused: {case.remark}"]


@pytest.mark.parametrize("case", _cases("words"))
def test_fails_with_the_same_code(here: Here, case: Case) -> None:
    code = case.answer[0].split(":")[0]
    assert here.answer(case.sql) == [f"{code}: {case.remark}"]


@pytest.mark.parametrize("case", _cases("deviates"))
def test_deviates_still(here: Here, case: Case) -> None:
    """A deviation that is gone loses its mark."""
    assert case.same_order(here.answer(case.sql)) != case.same_order(case.answer)
