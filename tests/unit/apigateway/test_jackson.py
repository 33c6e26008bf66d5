import json

import pytest

from offline_aws.apigateway.jackson import message

_VALUES = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')"


@pytest.mark.parametrize(
    ("text", "reason", "column"),
    [
        ("<a>", f"Unexpected character ('<' (code 60)): expected a valid value {_VALUES}", 2),
        ("click", f"Unrecognized token 'click': was expecting {_VALUES}", 2),
        ("{clicked: 1}", "Unexpected character ('c' (code 99)): was expecting double-quote to start field name", 3),
        (
            '{"a": 1 "b": 2}',
            "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries",
            10,
        ),
        ('{"a}": [1 2]}', "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries", 12),
        ('{"a" 1}', "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value", 7),
        ('{"a":', "Unexpected end-of-input", 7),
        (
            '{"a": "\t"}',
            "Illegal unquoted character ((CTRL-CHAR, code 9)): "
            "has to be escaped using backslash to be included in string value",
            9,
        ),
    ],
)
def test_a_text_that_is_no_json_is_described_as_jackson_does(text: str, reason: str, column: int) -> None:
    with pytest.raises(json.JSONDecodeError) as raised:
        json.loads(text)
    assert message(raised.value) == f'{reason}\n at [Source: (byte[])"{text}"; line: 1, column: {column}]'


def test_a_long_text_is_cut_short() -> None:
    with pytest.raises(json.JSONDecodeError) as raised:
        json.loads("[" * 10 + " " * 600)
    assert message(raised.value).partition('"')[2].endswith('"[truncated 110 bytes]; line: 1, column: 612]')
