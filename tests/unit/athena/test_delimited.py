"""What DuckDB reads at once is what ``LazyRows`` reads line by line."""

from typing import Any

import duckdb
import pytest

from offline_aws.athena.sql.delimited import insert_delimited, is_readable
from offline_aws.athena.sql.insert import insert_rows
from offline_aws.athena.sql.text_serde import LazyRows
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


def stored(kind: str, parameters: dict[str, str], *, at_once: bool) -> tuple[list[Any], int]:
    """The rows of all lines, and how many of them were read one by one."""
    columns = [("a", "string"), ("b", kind)]
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE t (object INTEGER, a VARCHAR, b {duckdb_type_of(kind)})")
    rows = LazyRows(parameters, columns)
    numbers = range(len(LINES))
    left = list(zip(numbers, LINES, strict=True))
    if at_once:
        assert rows.marks
        left = insert_delimited(connection, "t", columns, rows.marks, numbers, LINES)
    if left:
        read = [rows.row(line) for _, line in left]
        insert_rows(connection, "t", columns, [number for number, _ in left], read)
    return connection.execute("SELECT object, a, CAST(b AS VARCHAR) FROM t ORDER BY object").fetchall(), len(left)


@pytest.mark.parametrize("null", [r"\N", "", "x"])
@pytest.mark.parametrize("kind", KINDS)
def test_lines_have_the_same_rows_either_way(kind: str, null: str) -> None:
    parameters = {"field.delim": ",", "serialization.null.format": null}
    found, left = stored(kind, parameters, at_once=True)
    assert found == stored(kind, parameters, at_once=False)[0]
    assert left < len(LINES)


def test_lines_with_other_rules_are_read_one_by_one() -> None:
    columns = [("a", "string")]
    assert LazyRows({"escape.delim": "\\"}, columns).marks is None
    assert LazyRows({"timestamp.formats": "millis"}, columns).marks is None
    assert not is_readable([("a", "array<int>")])
