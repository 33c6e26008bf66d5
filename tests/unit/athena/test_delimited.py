"""What DuckDB reads at once is what ``text_serde.py`` reads line by line."""

from typing import Any

import duckdb
import pytest

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.delimited import insert_delimited
from offline_aws.athena.sql.insert import insert_rows
from offline_aws.athena.sql.text_serde import CsvRows, LazyRows
from offline_aws.athena.sql.types import duckdb_type_of

# Texts that are values of some types, and some that nearly are.
FIELDS = [
    "", "a", r"\N", "NULL", " 1", "1 ", "0", "-0", "+1", "007", "127", "128", "-128", "32768", "2147483647", "2147483648",
    "9223372036854775807", "99999999999999999999", "1_000", "1.5", "-1.50", ".5", "1.", "1e3", "0x1F", "NaN", "Infinity",
    "inf", "0.1234567890123456789", "123456789012345.123456789012345", "true", "TRUE", "t", "yes", "1", "2026-11-23",
    "2026-02-30", "0000-01-01", "2026-1-2", "2026-11-23 10:00:00", "2026-11-23 10:00:00.123456", "2026-11-23 24:00:00",
    "2026-11-23T10:00:00", "2026-11-23 10:00:60", "é\u2028", "'quoted'", '"quoted"',
]  # fmt: skip
KINDS = ["string", "boolean", "tinyint", "smallint", "int", "bigint", "double", "date", "timestamp"]
# A field alone, first, last, and one too many.
LINES = [text for field in FIELDS for text in (field, f"{field},z", f"x,{field}", f"x,{field},{field}")]


QUOTED = [
    text
    for field in (*FIELDS, 'a""b', r"a\"b", r"a\\b", "a,b", " ")
    for text in (f'"x","{field}"', f'"{field}","{field}","{field}"', f'x,"{field}"', f'"{field}"', f'"x" ,"{field}"')
]


def stored(rows: LazyRows | CsvRows, kind: str, lines: list[str], *, at_once: bool) -> tuple[list[Any], int]:
    """The rows of all lines, and how many lines were read one by one; a line with a value that can't be read has no row."""
    columns = [("a", "string"), ("b", kind)]
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE t (object INTEGER, a VARCHAR, b {duckdb_type_of(kind)})")
    left = list(enumerate(lines))
    if at_once:
        assert rows.splitting
        left = insert_delimited(connection, "t", columns, rows.splitting, range(len(lines)), lines)
    read = [(number, rows.row(line)) for number, line in left]
    good = [(number, row) for number, row in read if not isinstance(row["b"], QueryError)]
    insert_rows(connection, "t", columns, [number for number, _ in good], [row for _, row in good])
    return connection.execute("SELECT object, a, CAST(b AS VARCHAR) FROM t ORDER BY object").fetchall(), len(left)


@pytest.mark.parametrize("null", [r"\N", "", "x"])
@pytest.mark.parametrize("kind", KINDS)
def test_delimited_lines_have_the_same_rows_either_way(kind: str, null: str) -> None:
    rows = LazyRows({"field.delim": ",", "serialization.null.format": null}, [("a", "string"), ("b", kind)])
    found, left = stored(rows, kind, LINES, at_once=True)
    assert found == stored(rows, kind, LINES, at_once=False)[0]
    assert left < len(LINES)


@pytest.mark.parametrize("kind", KINDS[:-2])
def test_lines_with_quotes_have_the_same_rows_either_way(kind: str) -> None:
    rows, lines = CsvRows({}, [("a", "string"), ("b", kind)]), LINES + QUOTED
    found, left = stored(rows, kind, lines, at_once=True)
    assert found == stored(rows, kind, lines, at_once=False)[0]
    assert left < len(lines) / 2 or kind != "string"


def test_lines_with_other_rules_are_read_one_by_one() -> None:
    columns = [("a", "string")]
    assert LazyRows({"escape.delim": "\\"}, columns).splitting is None
    assert LazyRows({"timestamp.formats": "millis"}, columns).splitting is None
    assert CsvRows({"escapeChar": '"'}, columns).splitting is None


def test_columns_of_other_types_are_read_one_by_one() -> None:
    for rows, kind in ((LazyRows({}, [("a", "string")]), "array<int>"), (CsvRows({}, [("a", "string")]), "date")):
        assert rows.splitting
        assert not rows.splitting.fits([("a", kind)])
