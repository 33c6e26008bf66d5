from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

from offline_aws.firehose.hive_json import Reading, arrow_type


def stored(value: Any, hive: str, openx: bool = True) -> Any:
    """What a column of the type holds of a JSON value."""
    kind = arrow_type(hive)
    return pa.array([Reading(openx=openx).value(value, kind)], kind).to_pylist()[0]


@pytest.mark.parametrize(
    ("hive", "value", "held"),
    [
        ("int", 12, 12),
        ("int", "12", 12),
        ("int", None, None),
        ("double", "1.5", 1.5),
        ("boolean", "TRUE", True),
        ("string", {"a": [1, None]}, '{"a":[1,null]}'),
        ("varchar(3)", "abc", "abc"),
        ("decimal(5,2)", 1.5, Decimal("1.50")),
        ("date", "2026-11-23", date(2026, 11, 23)),
        ("array<int>", ["1", 2], [1, 2]),
        ("map<string,int>", {"a": 1}, [("a", 1)]),
        ("struct<a:int,b:array<struct<c:string>>>", {"A": 1, "b": [{"c": 2}]}, {"a": 1, "b": [{"c": "2"}]}),
    ],
)
def test_a_json_value_is_held_by_a_column(hive: str, value: Any, held: Any) -> None:
    assert stored(value, hive) == held


@pytest.mark.parametrize(
    "value",
    [
        "2026-11-23 12:00:00.25",
        "2026-11-23T12:00:00.250Z",
        1795435200250,
        "1795435200250",
        1795435200.25,
        "1795435200.25",
    ],
)
def test_a_timestamp_is_text_or_unix_time(value: Any) -> None:
    assert stored(value, "timestamp") == datetime(2026, 11, 23, 12, 0, 0, 250_000)


def test_unix_time_of_ten_digits_is_in_seconds() -> None:
    assert stored(1795435200, "timestamp") == datetime(2026, 11, 23, 12)


def test_hives_own_serde_takes_timestamps_as_java_does() -> None:
    assert stored("2026-11-23 12:00:00.25", "timestamp", openx=False) == datetime(2026, 11, 23, 12, 0, 0, 250_000)


@pytest.mark.parametrize(
    ("hive", "value"),
    [
        ("int", "12"),
        ("double", "1.5"),
        ("decimal(5,2)", "1.5"),
        ("boolean", "true"),
        ("string", {"inner": 1}),
        ("timestamp", "2026-11-23T12:00:00Z"),
        ("timestamp", 1795435200250),
    ],
)
def test_hives_own_serde_takes_no_value_of_another_kind(hive: str, value: Any) -> None:
    with pytest.raises(ValueError, match=r"For input string|Timestamp format must be"):
        stored(value, hive, openx=False)


@pytest.mark.parametrize(
    ("hive", "value", "reason"),
    [
        ("int", "oops", 'For input string: "oops"'),
        ("int", 1.5, "For input string"),
        ("int", True, "For input string"),
        ("tinyint", 128, "Value 128 too large"),
        ("double", "many", "For input string"),
        ("boolean", 1, "For input string"),
        ("date", "23.11.2026", "For input string"),
        ("timestamp", "2026-11-23T12:00:00", "Timestamp format must be yyyy-mm-dd"),
        ("decimal(3,2)", 10, "For input string"),
        ("array<int>", 1, "Data is not a JSON array"),
        ("struct<a:int>", 42, "Data is not a JSON object"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(hive: str, value: Any, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        stored(value, hive)


@pytest.mark.parametrize("hive", ["nonsense", "binary", "uniontype<int,string>"])
def test_a_type_that_is_not_emulated_is_named(hive: str) -> None:
    with pytest.raises(ValueError, match="is not emulated"):
        arrow_type(hive)
