"""https://docs.aws.amazon.com/athena/latest/ug/lazy-simple-serde.html and csv-serde.html"""

from typing import Any

import pytest

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.text_serde import CsvRows, LazyRows


def lazy(kind: str, text: str, **parameters: str) -> Any:
    """The second field of a line ``x,text``."""
    given = {"field.delim": ",", "collection.delim": "|", "mapkey.delim": ":"}
    given |= {name.replace("_", "."): value for name, value in parameters.items()}
    return LazyRows(given, [("x", "string"), ("a", kind)]).row(f"x,{text}")["a"]


LAZY = [
    ("string", "b", "b"),
    ("string", "", ""),
    ("string", r"\N", None),
    ("string", '"b"', '"b"'),
    ("int", "12", 12),
    ("int", "+1", 1),
    ("int", "1.5", 1),
    ("int", "2147483648", None),
    ("tinyint", "-128", -128),
    ("bigint", "", None),
    ("double", "1e3", 1000.0),
    ("decimal(5,2)", "1.25", "1.25"),
    ("decimal(5,2)", "x", None),
    ("boolean", "TRUE", True),
    ("boolean", "1", None),
    ("date", "2026-11-23", "2026-11-23"),
    ("date", "23.11.2026", None),
    ("timestamp", "2026-11-23 10:00:00.5", "2026-11-23 10:00:00.500000"),
    ("array<int>", "1|x|3", [1, None, 3]),
    ("array<int>", "", []),
    ("map<string,int>", "a:1|b:2", {"a": 1, "b": 2}),
    ("struct<s:string,n:int>", "a|1", {"s": "a", "n": 1}),
]


@pytest.mark.parametrize(("kind", "text", "value"), LAZY)
def test_a_lazy_field_is_its_value_or_null(kind: str, text: str, value: Any) -> None:
    assert lazy(kind, text) == value


def test_fields_that_are_missing_are_null_and_others_are_left_out() -> None:
    rows = LazyRows({}, [("a", "string"), ("b", "int")])
    assert [rows.row(line) for line in ("x", "x\x012\x01y")] == [{"a": "x", "b": None}, {"a": "x", "b": 2}]


def test_an_escaped_delimiter_is_text() -> None:
    rows = LazyRows({"field.delim": ",", "escape.delim": "\\"}, [("a", "string"), ("b", "string")])
    assert rows.row(r"one\, two,a\\b") == {"a": "one, two", "b": r"a\b"}


def test_null_is_written_as_the_table_says() -> None:
    assert lazy("string", "", serialization_null_format="") is None


def test_a_delimiter_of_several_characters_is_refused() -> None:
    with pytest.raises(QueryError, match=r"the delimiter '\|\|' is not emulated"):
        LazyRows({"field.delim": "||"}, [("a", "string")])


CSV = [
    ("string", '"a, ""b"""', 'a, "b"'),
    ("string", r'"a \" b"', 'a " b'),
    ("string", "", ""),
    ("int", '"12"', 12),
    ("double", "1.5", 1.5),
    ("date", "20780", "2026-11-23"),
    ("timestamp", "1579059880000", "2020-01-15 03:44:40"),
]


@pytest.mark.parametrize(("kind", "text", "value"), CSV)
def test_a_csv_field_may_stand_in_quotes(kind: str, text: str, value: Any) -> None:
    assert CsvRows({}, [("x", "string"), ("a", kind)]).row(f"x,{text}")["a"] == value


def test_an_empty_csv_number_is_the_error_that_a_query_of_the_column_fails_with() -> None:
    value = CsvRows({}, [("a", "string"), ("n", "int")]).row('x,""')["n"]
    assert isinstance(value, QueryError)
    assert str(value) == "HIVE_BAD_DATA: Error parsing field value '' for field 1: For input string: \"\""


def test_csv_has_the_characters_that_the_table_names() -> None:
    rows = CsvRows({"separatorChar": ";", "quoteChar": "'"}, [("a", "string"), ("b", "string")])
    assert rows.row("'a;b';c") == {"a": "a;b", "b": "c"}


def test_the_last_column_may_take_the_rest_of_the_line() -> None:
    columns = [("a", "string"), ("b", "string")]
    given = {"field.delim": ",", "serialization.last.column.takes.rest": "true"}
    rows = LazyRows(given, columns)
    assert [rows.row(line) for line in ("x,y,,z", "x")] == [{"a": "x", "b": "y,,z"}, {"a": "x", "b": None}]
    assert rows.splitting is None
