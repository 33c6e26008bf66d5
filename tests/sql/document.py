"""docs/sql.md, made from the cases: ``python -m tests.sql.document``."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.sql import table_file
from tests.sql.case_file import Family, families

PAGE = Path(__file__).parents[2] / "docs/sql.md"
_HEAD = """\
# Athena's SQL here

Made from `tests/sql/cases` by `make oracle`. The answers are those of a real Trino server; where literals like `1.5` are read as doubles, as on Athena.
An error counts as Trino's when code, place and message are; one with the same code alone is "in other words".

| family | cases | as Trino | in other words | refused | deviates |
|---|---|---|---|---|---|
"""


_TABLES = """\

## Tables

Made from `tests/sql/tables`: the same tables, in Glue, and their objects, in S3, were read by Trino's Hive connector and by Athena here. Where AWS documents otherwise, AWS counts.

| family | queries | as Trino | in other words | deviates |
|---|---|---|---|---|
"""


def page() -> str:
    """The page, in Markdown."""
    found = families()
    rows = [_row(family, "", "words", "refused", "deviates") for family in found]
    lines = [*rows, "", "## Refused", "", "Each fails with `NOT_SUPPORTED: … is not emulated`.", ""]
    lines += [f"- {remark}" for remark in sorted({remark for _, remark in _marked(found, "refused")})]
    lines += ["", "## Deviates", ""]
    lines += [f"- `{sql}`: {remark}" for sql, remark in _marked(found, "deviates")]
    return _HEAD + "\n".join(lines) + "\n" + _tables()


def _tables() -> str:
    """Its part about tables."""
    found = families(table_file.FOLDER)
    for family in found:
        family.cases = [case for case in family.cases if table_file.is_query(case)]
    lines = [_row(family, "", "words", "deviates") for family in found]
    lines += ["", "These deviate:", "", *(f"- `{sql}`: {remark}" for sql, remark in _marked(found, "deviates"))]
    return _TABLES + "\n".join(lines) + "\n"


def _row(family: Family, *marks: str) -> str:
    counts = Counter(case.mark for case in family.cases)
    numbers = (len(family.cases), *(counts[mark] for mark in marks))
    return f"| {family.title} | {' | '.join(map(str, numbers))} |"


def _marked(found: list[Family], mark: str) -> Iterator[tuple[str, str]]:
    return ((" ".join(case.sql.split()), case.remark) for family in found for case in family.cases if case.mark == mark)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
