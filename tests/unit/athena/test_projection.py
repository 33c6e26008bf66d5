"""https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html"""

from datetime import UTC, datetime

import pytest

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.locations import matcher, prefixes, template_of
from offline_aws.athena.sql.projection import rules

NOW = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)


def projected(value: str, **properties: str) -> bool:
    given = {f"projection.c.{name.replace('_', '.')}": text for name, text in properties.items()}
    return rules("db.t", {"c": "string"}, given)["c"].contains(value, NOW)


HOURS = {"type": "date", "format": "yyyy/MM/dd/HH", "interval": "1", "interval_unit": "HOURS"}
DAYS = {"type": "date", "format": "yyyy-MM-dd"}

CASES = [
    ({"type": "enum", "values": "a, b"}, "b", True),
    ({"type": "enum", "values": "a,b"}, "c", False),
    ({"type": "integer", "range": "1,10"}, "10", True),
    ({"type": "integer", "range": "1,10"}, "11", False),
    ({"type": "integer", "range": "0,10", "interval": "5"}, "5", True),
    ({"type": "integer", "range": "0,10", "interval": "5"}, "6", False),
    ({"type": "integer", "range": "0,10", "digits": "2"}, "07", True),
    ({"type": "integer", "range": "0,10", "digits": "2"}, "7", False),
    (HOURS | {"range": "2021/01/01/00,NOW"}, "2021/01/01/00", True),
    (HOURS | {"range": "2021/01/01/00,NOW"}, "2020/12/31/23", False),
    (HOURS | {"range": "2021/01/01/00,NOW"}, "2026/11/23/22", True),
    (HOURS | {"range": "2021/01/01/00,NOW"}, "2026/11/23/23", False),
    (HOURS | {"range": "2021/01/01/00,NOW + 1 HOURS"}, "2026/11/23/23", True),
    (HOURS | {"range": "2021/01/01/00,NOW", "interval": "2"}, "2026/11/23/21", False),
    (HOURS | {"range": "2021/01/01/00,NOW"}, "2026/13/01/00", False),
    (DAYS | {"range": "NOW-3DAYS,NOW"}, "2026-11-20", True),
    (DAYS | {"range": "NOW-3DAYS,NOW"}, "2026-11-19", False),
    (DAYS | {"range": "NOW-1MONTH,NOW"}, "2026-10-23", True),
    ({"type": "date", "format": "yyyy-MM", "range": "2026-01,NOW"}, "2026-11", True),
    ({"type": "date", "format": "yyyy", "range": "2020,NOW", "interval": "1", "interval_unit": "YEARS"}, "2026", True),
    ({"type": "injected"}, "anything", True),
]


@pytest.mark.parametrize(("properties", "value", "expected"), CASES)
def test_a_value_is_projected_or_not(properties: dict[str, str], value: str, expected: bool) -> None:
    assert projected(value, **properties) is expected


def test_a_column_without_configuration_fails_with_its_name() -> None:
    with pytest.raises(QueryError) as failure:
        rules("db.t", {"a": "string", "b": "string"}, {"projection.a.type": "injected"})
    assert str(failure.value) == (
        "HIVE_METASTORE_ERROR: Table db.t is configured for partition projection, but the following partition columns "
        "are missing projection configuration: [b] (table db.t)"
    )


INVALID = [
    {"type": "date", "format": "yyyy/MM/dd/HH", "range": "2021/01/01/00,NOW"},
    {"type": "date", "format": "yyyy/MM/dd/HH", "range": "2021/01/01/00,NOW", "interval": "1"},
    {"type": "date", "format": "yyyy/MM/dd/HH", "range": "2021/01/01/00,NOW", "interval_unit": "HOURS"},
    {"type": "date", "format": "yyyy-MM-dd", "range": "2021/01/01,NOW"},
    {"type": "date", "format": "yyyy-MM-dd", "range": "2021-01-01"},
    {"type": "date", "range": "2021-01-01,NOW"},
    {"type": "integer", "range": "1,x"},
    {"type": "enum"},
    {"type": "other"},
]


@pytest.mark.parametrize("properties", INVALID)
def test_a_configuration_that_says_no_values_is_invalid(properties: dict[str, str]) -> None:
    with pytest.raises(QueryError) as failure:
        projected("x", **properties)
    assert str(failure.value) == (
        "HIVE_METASTORE_ERROR: Table db.t is configured for partition projection, but the projection configuration of "
        "partition column c is invalid (table db.t)"
    )


@pytest.mark.parametrize("template", ["s3://b/", "s3://b/${other}/"])
def test_a_template_names_each_partition_column(template: str) -> None:
    with pytest.raises(QueryError, match=r"^HIVE_METASTORE_ERROR: Partition location template"):
        template_of("s3://b/t", ["x"], {"storage.location.template": template})


def test_without_a_template_the_layout_is_hives() -> None:
    assert template_of("s3://b/t", ["x", "y"], {}) == "s3://b/t/x=${x}/y=${y}/"


def test_a_key_gives_the_values_of_its_partition() -> None:
    given = {
        "projection.hour.type": "date",
        "projection.hour.format": "yyyy/MM/dd/HH",
        "projection.hour.range": "2021/01/01/00,NOW",
        "projection.hour.interval": "1",
        "projection.hour.interval.unit": "HOURS",
    }
    pattern = matcher("s3://b/${hour}/", rules("db.t", {"hour": "string"}, given))
    match = pattern.match("s3://b/2026/11/23/22/deep/file.json")
    assert match
    assert match.groupdict() == {"c0": "2026/11/23/22"}


PREFIXES = [
    ({}, ["s3://b/"]),
    ({"x": {"1", "2"}}, ["s3://b/1/", "s3://b/2/"]),
    ({"y": {"3"}}, ["s3://b/"]),
    ({"x": {"1"}, "y": {"3", "4"}}, ["s3://b/1/3/", "s3://b/1/4/"]),
    ({"x": {str(n) for n in range(1000)}}, ["s3://b/"]),
]


@pytest.mark.parametrize(("pinned", "listed"), PREFIXES)
def test_only_the_prefixes_of_pinned_values_are_listed(pinned: dict[str, set[str]], listed: list[str]) -> None:
    assert prefixes("s3://b/${x}/${y}/", pinned) == listed
