"""The files of ``cases/``: SQL statements, each followed by what Trino answered.

A file is a title with the version that answered, then cases apart by empty lines::

    -- Windows · Trino 435

    SELECT x, row_number() OVER (ORDER BY x) FROM (VALUES 7, 8) AS t(x);
    -- ["x integer", "_col1 bigint"]
    -- ["7", "1"]
    -- ["8", "2"]

    SELECT 1 / 0;
    -- error DIVISION_BY_ZERO: Division by zero

Columns and rows are JSON, values the text that Athena shows. To add a case, write the statement and run ``make oracle``.
A last line ``-- refused: what`` says that the statement is not emulated here, ``-- deviates: why`` that it answers
otherwise here, ``-- words: what`` that it fails with the same code in other words; these are written by hand.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"
_MARK = re.compile(r"-- (refused|deviates|words): (.*)")


@dataclass
class Case:
    """A statement; ``answer`` is Trino's, a line of columns and one for each row, or ``error CODE: message``."""

    sql: str
    answer: list[str] = field(default_factory=list)
    mark: str = ""  # refused, deviates, words or none
    remark: str = ""

    @property
    def is_ordered(self) -> bool:
        return re.search(r"\border\s+by\b[^()]*\Z", self.sql, re.IGNORECASE) is not None

    def same_order(self, answer: list[str]) -> list[str]:
        """The answer with its rows sorted, unless the statement orders them."""
        return answer if self.is_ordered else answer[:1] + sorted(answer[1:])


@dataclass
class Family:
    """A file of cases."""

    path: Path
    title: str
    cases: list[Case]

    @property
    def name(self) -> str:
        return self.title.split(" · ")[0]

    def write(self) -> None:
        self.path.write_text("\n".join([f"-- {self.title}\n", *map(_text, self.cases)]), "utf-8")


def families(folder: Path = FOLDER) -> list[Family]:
    """All files, by name."""
    return [_read(path) for path in sorted(folder.glob("*.sql"))]


def _read(path: Path) -> Family:
    title, _, body = path.read_text("utf-8").partition("\n")
    cases: list[Case] = []
    statement: list[str] = []
    for line in body.splitlines():
        if not statement and line.startswith("-- "):
            _add(cases[-1], line)
        elif line or statement:
            statement.append(line)
            if line.endswith(";"):
                cases.append(Case("\n".join(statement)[:-1]))
                statement = []
    return Family(path, title.removeprefix("-- "), cases)


def _add(case: Case, line: str) -> None:
    if match := _MARK.fullmatch(line):
        case.mark, case.remark = match.groups()
    else:
        case.answer.append(line.removeprefix("-- "))


def _text(case: Case) -> str:
    mark = [f"{case.mark}: {case.remark}"] if case.mark else []
    return "".join([f"{case.sql};\n", *_comments(case.answer), *_comments(mark)])


def _comments(lines: Iterable[str]) -> list[str]:
    return [f"-- {line}\n" for line in lines]
