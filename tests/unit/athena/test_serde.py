"""OpenX JSON, line by line: https://docs.aws.amazon.com/athena/latest/ug/openx-json-serde.html"""

import re
from typing import Any

import pytest

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.serde import JsonRows


def read(line: str, columns: str = "a int; b string", **properties: str) -> dict[str, Any]:
    pairs = [tuple(item.strip().split(" ", 1)) for item in columns.split(";")]
    names = {name.replace("_", "."): value for name, value in properties.items()}
    return JsonRows(names, pairs).row(line)  # type: ignore[arg-type]


NULLS = {"a": None, "b": None}

LINES = [
    ('{"a": 1, "b": "x"}', {"a": 1, "b": "x"}),
    ('  {"a": 1}\r', {"a": 1, "b": None}),
    ("", NULLS),
    ("not json", NULLS),
    ('"text"', NULLS),
    ('{"a": 1}{"a": 2}', {"a": 1, "b": None}),
    ('{"a": 1} trailing', {"a": 1, "b": None}),
    ('{"A": 1, "B": "x"}', {"a": 1, "b": "x"}),
    ('[1, "x"]', {"a": 1, "b": "x"}),
    ('{"a": "12"}', {"a": 12, "b": None}),
    ('{"a": 12.9}', {"a": 12, "b": None}),
    ('{"a": null}', NULLS),
    ('{"b": 1.10}', {"a": None, "b": "1.10"}),
    ('{"b": true}', {"a": None, "b": "true"}),
    ('{"b": {"c": [1, "x"]}}', {"a": None, "b": '{"c":[1,"x"]}'}),
    ('{"b": "–"}', {"a": None, "b": "–"}),
]


@pytest.mark.parametrize(("line", "row"), LINES)
def test_a_line_is_a_row(line: str, row: dict[str, Any]) -> None:
    assert read(line) == row


NESTED = [
    ("a array<int>", '{"a": [1, "2", null]}', [1, 2, None]),
    ("a array<string>", '{"a": "x"}', ["x"]),
    ("a array<string>", '{"a": ""}', None),
    ("a map<string,int>", '{"a": {"K": 1}}', {"K": 1}),
    ("a struct<b:int,c:string>", '{"a": {"B": 1}}', {"b": 1, "c": None}),
    ("a double", '{"a": "1.5"}', 1.5),
    ("a decimal(5,2)", '{"a": 1.50}', "1.50"),
    ("a boolean", '{"a": "TRUE"}', True),
    ("a bigint", '{"a": "0x1F"}', 31),
    ("a timestamp", '{"a": "2026-11-23 22:00:00.5"}', "2026-11-23 22:00:00.500000"),
]


@pytest.mark.parametrize(("column", "line", "value"), NESTED)
def test_a_value_has_the_type_of_its_column(column: str, line: str, value: Any) -> None:
    assert read(line, column) == {"a": value}


PROPERTIES = [
    ({"case_insensitive": "false"}, '{"A": 1, "b": "x"}', {"a": None, "b": "x"}),
    ({"mapping_a": "Time"}, '{"Time": 1}', {"a": 1, "b": None}),
    ({"dots_in_keys": "true", "mapping_a": "x_y"}, '{"x.y": 1}', {"a": 1, "b": None}),
    ({"ignore_malformed_json": "true"}, '{"a": 1', NULLS),
    ({"use_null_for_invalid_data": "true"}, '{"a": "x", "b": "y"}', {"a": None, "b": "y"}),
    ({"paths": "a"}, '{"a": 1, "b": "x"}', {"a": 1, "b": "x"}),
]


@pytest.mark.parametrize(("properties", "line", "row"), PROPERTIES)
def test_a_property_changes_how_a_line_is_read(properties: dict[str, str], line: str, row: dict[str, Any]) -> None:
    assert read(line, **properties) == row


def test_malformed_json_fails_the_query() -> None:
    with pytest.raises(QueryError, match=r"^HIVE_CURSOR_ERROR: Row is not a valid JSON Object - JSONException: "):
        read('{"a": 1')


@pytest.mark.parametrize("value", ['"x"', '"3000000000"', "[1]"])
def test_what_does_not_fit_its_column_is_the_error_that_a_query_of_the_column_fails_with(value: str) -> None:
    error = read(f'{{"a": {value}}}')["a"]
    assert isinstance(error, QueryError)
    assert re.match(r"HIVE_BAD_DATA: Error parsing field value '.*' for field 0: For input string", str(error))
