import base64
import json
from typing import Any

import pytest

from pipeline.transform.transform_data import lambda_handler


def _encode(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _answer(*data: bytes) -> list[dict[str, Any]]:
    records = [{"recordId": str(n), "data": _encode(each)} for n, each in enumerate(data)]
    answer = lambda_handler({"records": records}, None)
    records_out: list[dict[str, Any]] = json.loads(json.dumps(answer))["records"]
    return records_out


def _ok(number: int, line: bytes) -> dict[str, str]:
    return {"recordId": str(number), "result": "Ok", "data": _encode(line)}


def _failed(number: int, data: bytes) -> dict[str, str]:
    return {"recordId": str(number), "result": "ProcessingFailed", "data": _encode(data)}


def test_a_click_is_delivered_as_it_came_with_a_newline() -> None:
    click = '{"element_clicked": "entree_1",  "time_spent":67, "created_at":"2022–09–11"}'.encode()
    assert _answer(click) == [_ok(0, click + b"\n")]


def test_each_call_answers_for_its_own_records_alone() -> None:
    _answer(b'{"a":1}')
    assert _answer(b'{"b":2}', b'{"c":3}') == [_ok(0, b'{"b":2}\n'), _ok(1, b'{"c":3}\n')]


def test_a_bad_record_leaves_the_others_alone() -> None:
    assert _answer(b'{"a":1}', b"oops", b'{"c":3}') == [
        _ok(0, b'{"a":1}\n'),
        _failed(1, b"oops"),
        _ok(2, b'{"c":3}\n'),
    ]


def test_an_object_on_several_lines_becomes_one_line() -> None:
    assert _answer(b'{\r\n"a":\n1}\n') == [_ok(0, b'{  "a": 1}\n')]


@pytest.mark.parametrize("value", [b"12", b'"12"', b'"-12"', b"null", b"-2147483648"])
def test_a_time_that_the_int_column_takes_passes(value: bytes) -> None:
    click = b'{"time_spent":' + value + b"}"
    assert _answer(click) == [_ok(0, click + b"\n")]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[1]",
        b'"text"',
        b'{"a":1',
        b'{"a":1}{"a":2}',
        b'{"menu":"the "good" one"}',  # the API's template takes the backslashes away
        b'{"a":NaN}',
        b'{"a":"\xff"}',
        b'{"A":1,"a":2}',
        b'{"x":{"a":1,"a":2}}',
        b'{"time_spent":"soon"}',
        b'{"Time_Spent":12.5}',
        b'{"time_spent":true}',
        b'{"time_spent":2147483648}',
        b"[" * 100_000,
    ],
    ids=lambda data: data[:30].decode(errors="replace"),
)
def test_what_the_table_could_not_read_is_failed_with_its_original_data(data: bytes) -> None:
    assert _answer(data) == [_failed(0, data)]
