"""docs/sql.md, made from the cases: ``python -m tests.sql.document``."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.sql.case_file import Family, families

PAGE = Path(__file__).parents[2] / "docs/sql.md"
_HEAD = """\
# Athena's SQL here

Made from `tests/sql/cases` by `make oracle`. The answers are those of a real Trino server; where literals like `1.5` are read as doubles, as on Athena.
An error counts as Trino's when code, place and message are; one with the same code alone is "in other words".

| family | cases | as Trino | in other words | refused | deviates |
|---|---|---|---|---|---|
"""


def page() -> str:
    """The page, in Markdown."""
    found = families()
    lines = [*map(_row, found), "", "## Refused", "", "Each fails with `NOT_SUPPORTED: … is not emulated`.", ""]
    lines += [f"- {remark}" for remark in sorted({remark for _, remark in _marked(found, "refused")})]
    lines += ["", "## Deviates", ""]
    lines += [f"- `{sql}`: {remark}" for sql, remark in _marked(found, "deviates")]
    return _HEAD + "\n".join(lines) + "\n"


def _row(family: Family) -> str:
    counts = Counter(case.mark for case in family.cases)
    numbers = (len(family.cases), *(counts[mark] for mark in ("", "words", "refused", "deviates")))
    return f"| {family.title} | {' | '.join(map(str, numbers))} |"


def _marked(found: list[Family], mark: str) -> Iterator[tuple[str, str]]:
    return ((" ".join(case.sql.split()), case.remark) for family in found for case in family.cases if case.mark == mark)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
