"""Athena's functions in Python, by the examples of Trino's documentation."""

import pyarrow as pa
import pytest

from offline_aws.athena.sql.python_functions import binary, json_paths, json_text, numbers, text
from offline_aws.athena.sql.python_functions.registry import PythonFunction, arrow_type


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (text.soundex("Pfister"), "P236"),
        (text.human_readable_seconds(3762), "1 hour, 2 minutes, 42 seconds"),
        (text.format_number(1_234_567), "1.23M"),
        (text.to_base(-5, 2), "-101"),
        (text.luhn_check("79927398713"), True),
        (text.split_to_multimap("a=1&a=2", "&", "="), {"a": ["1", "2"]}),
        (text.parse_duration("3.5d"), 302_400_000),
        (binary.xxhash64(b"abc").hex(), "44bc2cf5ad770999"),
        (numbers.quotient("1", "3", 4), "0.3333"),
        (numbers.quotient("2", "3", 0), "1"),
        (numbers.bitwise_shift(-8, 2, 32, "right"), 1_073_741_822),
        (numbers.combinations(3, 2), [[1, 2], [1, 3], [2, 3]]),
        (numbers.grouped_places(["a", "b", "a", None]), [[1, 3], [2], [4]]),
        (numbers.numeric_histogram(2, [1.0, 2.0, 10.0], [1.0, 1.0, 1.0]), {1.5: 2.0, 10.0: 1.0}),
        (json_text.parse('{"b": 1.50, "a": [1e5]}'), '{"a":[100000.0],"b":1.5}'),
        (json_text.shaped('[{"ID": 1}]', '[{"id": null, "n": null}]'), '[{"id":1,"n":null}]'),
        (json_paths.value('{"a": [1, "x"]}', "lax $.a[1]", "{}", "NULL,NULL"), "x"),
        (json_paths.query('{"a": [1, 2]}', "lax $.a[*]", "{}", "WITH", "NULL,NULL"), "[1,2]"),
        (json_paths.exists('{"a": 1}', "strict $.b", "{}", "FALSE"), False),
    ],
)
def test_gives(found: object, expected: object) -> None:
    assert found == expected


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("to_base", (1, 1), "Radix must be between 2 and 36"),
        ("split_to_map", ("a=1,a=2", ",", "="), "Duplicate keys"),
        ("from_base", ("z", 10), "Not a valid base-10 number: z"),
    ],
)
def test_fails_in_athenas_words(name: str, arguments: tuple[object, ...], message: str) -> None:
    with pytest.raises(ValueError, match=f"<<INVALID_FUNCTION_ARGUMENT: {message}"):
        getattr(text, name)(*arguments)


def test_a_null_among_the_arguments_is_the_result() -> None:
    function = PythonFunction("joined", lambda a, b: a + b, ["VARCHAR", "VARCHAR"], "VARCHAR")
    kind = arrow_type("VARCHAR")

    found = function.over_columns()(pa.array(["a", None], kind), pa.array(["b", "c"], kind))
    assert found.to_pylist() == ["ab", None]
