"""Hive's hashes, which are Java's of the same values."""

from datetime import date, datetime
from typing import Any

import pytest

from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql.buckets import bucket_of, hash_of

HASHES = [
    ("boolean", True, 1),
    ("int", -7, -7),
    ("bigint", 300_000_000_000, -647710651),
    ("bigint", -1, 0),
    ("double", 0.0, 0),
    ("double", 1.5, 1073217536),
    ("float", -0.0, 0),
    ("string", "tea", 114704),
    ("string", "", 0),
    ("varchar(9)", "", 1),
    ("string", "ü", -61 * 31 - 68),
    ("date", date(1970, 1, 3), 2),
    ("timestamp", datetime(1970, 1, 1, 0, 0, 4, 5), 5001),
]


@pytest.mark.parametrize(("kind", "value", "hashed"), HASHES)
def test_a_value_has_hives_hash(kind: str, value: Any, hashed: int) -> None:
    assert hash_of("a", kind)(value) == hashed


def test_a_bucket_is_of_all_columns_and_of_null_too() -> None:
    hashes = [hash_of("a", "int"), hash_of("b", "string")]
    assert [bucket_of(row, hashes, 8) for row in ((1, "a"), (None, "a"), (None, None), (-1, None))] == [0, 1, 0, 1]


def test_no_bucket_is_of_a_nested_column() -> None:
    with pytest.raises(NotEmulatedError, match=r"bucketed by the column 'a' of type array<int>"):
        hash_of("a", "array<int>")
