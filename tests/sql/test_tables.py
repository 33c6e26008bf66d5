"""Every query over a table: the answer here is that of Trino's Hive connector, or the file says that it is not.

The tables, in Glue, and their objects, in S3, are those that Trino has read.
"""

from collections.abc import Callable
from typing import Any

import pytest

from tests.athena import Athena

from .case_file import Case, families
from .sandbox_tables import answer, make_tables
from .table_file import FOLDER, is_query


@pytest.fixture(scope="module")
def athena(client: Callable[[str], Any]) -> Athena:
    athena = Athena(client("athena"), client("s3"))
    make_tables(athena)
    return athena


def _cases(*marks: str) -> list[object]:
    return [
        pytest.param(case, id=f"{family.path.stem}: {case.sql}")
        for family in families(FOLDER)
        for case in family.cases
        if is_query(case) and case.mark in marks
    ]


def _rows(case: Case, lines: list[str]) -> list[str]:
    return lines[:1] + (lines[1:] if case.is_ordered else sorted(lines[1:]))


@pytest.mark.parametrize("case", _cases(""))
def test_reads_as_trino(athena: Athena, case: Case) -> None:
    assert _rows(case, answer(athena, case.sql)) == _rows(case, case.answer)


@pytest.mark.parametrize("case", _cases("words"))
def test_fails_with_the_same_code(athena: Athena, case: Case) -> None:
    code = case.answer[0].split(":")[0]
    assert answer(athena, case.sql) == [f"{code}: {case.remark}"]


@pytest.mark.parametrize("case", _cases("deviates"))
def test_deviates_as_the_remark_says(athena: Athena, case: Case) -> None:
    """A deviation that is gone loses its mark."""
    assert _rows(case, answer(athena, case.sql)) != _rows(case, case.answer)
