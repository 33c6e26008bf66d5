"""What the OpenX SerDe reads, as Trino's own reader does: io.trino.hive.formats.line.openxjson of Trino 435."""

from typing import Any

import pytest

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.openx_json import MalformedJsonError, read
from offline_aws.athena.sql.serde import JsonRows

VALUES = [
    ('{"a": 1, "b": [true, null, "x"]}', {"a": "1", "b": [True, None, "x"]}),
    ("{a: x, 'b': 'y'}", {"a": "x", "b": "y"}),
    ('{"a" = 1; "b" => 2}', {"a": "1", "b": "2"}),
    ('{"a": TRUE, "b": NuLL}', {"a": True, "b": None}),
    ('{"a": 1, "a": 2}', {"a": "2"}),
    ("[1, , 3]", ["1", None, "3"]),
    ("[1, 2, ]", ["1", "2", None]),
    ("[]", []),
    ('{"a": /* one */ 1, # the rest\n "b": 2}', {"a": "1", "b": "2"}),
    ('{"a": "\\u2013\\t\\q"}', {"a": "–\tq"}),
    ('{"a": "\\ud83d\\ude00"}', {"a": "😀"}),
    ('{"a": 1}{"a": 2}', {"a": "1"}),
    ('{"a": "https://x"}', {"a": "https://x"}),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_json_and_what_is_nearly_json_is_read(text: str, value: Any) -> None:
    assert read(text) == value


@pytest.mark.parametrize("text", ["{", "[", '{"a"', '{"a": ', '{"a": 1', '{"a": "x', "{null: 1}", '{"a" 1}', '{"a": "\\u12"}', '{"a": 1 "b": 2}'])  # fmt: skip
def test_other_text_is_malformed(text: str) -> None:
    with pytest.raises(MalformedJsonError):
        read(text)


COLUMNS = [
    ("string", "1.23e45", "1.23E+45"),
    ("string", "33.23e45", "3.323E+46"),
    ("string", '"33.23e45"', "33.23e45"),
    ("string", "tRUe", "true"),
    ("string", '[ "foo"; TrUe]', '["foo",true]'),
    ("string", '{ "foo" => TrUe }', '{"foo":true}'),
    ("varchar(3)", '"value"', "val"),
    ("int", "1.56", 1),
    ("int", "1.2345e2", 123),
    ("int", "+1", 1),
    ("int", "0x1F", 31),
    ("int", "017", 15),
    ("double", "-Infinity", float("-inf")),
    ("boolean", "1", False),
    ("boolean", '"unknown"', False),
    ("boolean", "[ true ]", False),
    ("date", '"1986-01-01 anything is allowed here"', "1986-01-01"),
    ("date", '"1986-01-33"', "1986-02-02"),
    ("date", "123", "1970-05-04"),
    ("date", "0123", "1970-03-25"),
    ("binary", '"MTIz"', r"\x31\x32\x33"),
    ("struct<x:int>", '"  "', {"x": None}),
    ("map<string,int>", '"  "', None),
    ("array<int>", "[1, , 3]", [1, None, 3]),
]


@pytest.mark.parametrize(("kind", "text", "value"), COLUMNS)
def test_a_value_is_read_into_its_column(kind: str, text: str, value: Any) -> None:
    assert JsonRows({}, [("a", kind)]).row(f'{{"a": {text}}}') == {"a": value}


FAILURES = [
    ("int", "2147483648"), ("int", "invalid"), ("int", '""'), ("int", "true"), ("int", "[ 42 ]"), ("bigint", "0x8000000000000000"),
    ("double", "+Inf"), ("double", "1_000"), ("double", "[ 42 ]"), ("date", "1.23"), ("date", "true"), ("date", '"string"'),
    ("decimal(4,2)", "invalid"), ("binary", '"v"'), ("binary", "12"), ("struct<x:int>", "12"), ("map<string,int>", "[ 42 ]"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), FAILURES)
def test_what_is_not_of_its_type_is_the_error_that_a_query_of_the_column_fails_with(kind: str, text: str) -> None:
    value = JsonRows({}, [("a", kind)]).row(f'{{"a": {text}}}')["a"]
    assert isinstance(value, QueryError) and str(value).startswith("HIVE_BAD_DATA: ")
