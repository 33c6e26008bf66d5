import re
from datetime import UTC, datetime

import pytest

from offline_aws.firehose.s3_keys import (
    InvalidPrefixError,
    KeyRule,
    check_prefixes,
    data_prefix,
    error_prefix,
    evaluate,
)

ARRIVED = datetime(2026, 7, 13, 14, 15, 16, tzinfo=UTC)
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


def data_key(rule: KeyRule, seed: str = "record") -> str:
    return rule.data_key("clicks", 3, ARRIVED, seed)


def test_a_key_is_the_utc_hour_then_stream_version_time_and_uuid() -> None:
    assert re.fullmatch(rf"2026/07/13/14/clicks-3-2026-07-13-14-15-16-{UUID}", data_key(KeyRule()))


def test_a_literal_prefix_gets_the_time_with_no_slash_between() -> None:
    assert data_key(KeyRule(prefix="legacy")).startswith("legacy2026/07/13/14/clicks-3-")


def test_a_prefix_with_a_timestamp_gets_no_other() -> None:
    rule = KeyRule(prefix="dt=!{timestamp:yyyy-MM-dd}/")
    assert data_key(rule).startswith("dt=2026-07-13/clicks-3-")


def test_a_prefix_with_other_expressions_gets_the_default_time() -> None:
    assert data_prefix("!{firehose:random-string}/").endswith("/!{timestamp:yyyy/MM/dd/HH/}")


def test_a_prefix_of_partition_keys_has_their_time_only() -> None:
    assert data_prefix("!{partitionKeyFromQuery:day}/") == "!{partitionKeyFromQuery:day}/"


def test_an_extension_ends_the_key() -> None:
    assert data_key(KeyRule(extension=".json.gz")).endswith(".json.gz")


def test_a_time_zone_moves_prefix_and_suffix() -> None:
    key = data_key(KeyRule(time_zone="Asia/Tokyo"))
    assert key.startswith("2026/07/13/23/clicks-3-2026-07-13-23-15-16-")


def test_a_repeated_attempt_writes_the_same_key() -> None:
    rule = KeyRule(prefix="!{firehose:random-string}/")
    assert data_key(rule) == data_key(rule)


def test_two_batches_have_different_keys() -> None:
    assert data_key(KeyRule(), "first") != data_key(KeyRule(), "second")


def test_a_random_string_is_11_characters_and_fresh_per_use() -> None:
    first, second = evaluate("!{firehose:random-string} !{firehose:random-string}", ARRIVED, "s", {}).split()
    assert (len(first), len(second), first != second) == (11, 11, True)


def test_an_error_key_carries_the_type_and_no_time_of_its_own() -> None:
    rule = KeyRule(error_prefix="errors/!{firehose:error-output-type}/", extension=".gz")
    key = rule.error_key("clicks", 3, ARRIVED, "record", "processing-failed")
    assert re.fullmatch(rf"errors/processing-failed/clicks-3-2026-07-13-14-15-16-{UUID}", key)


def test_a_literal_error_prefix_gets_no_time() -> None:
    assert error_prefix("data/", "errors/") == "errors/"


def test_without_an_error_prefix_errors_lie_under_the_prefix_by_type_and_time() -> None:
    key = KeyRule(prefix="data/").error_key("clicks", 3, ARRIVED, "record", "processing-failed")
    assert key.startswith("data/processing-failed/2026/07/13/14/clicks-3-")


@pytest.mark.parametrize(
    ("prefix", "error_output_prefix", "reason"),
    [
        ("!{timestamp:yyyy}/", "", "ErrorOutputPrefix cannot be null or empty when Prefix contains expressions"),
        ("", "!{timestamp:yyyy}/", "ErrorOutputPrefix must contain at least one occurrence of !{firehose:error-output"),
        ("!{firehose:error-output-type}/", "e/", "Prefix must not contain any occurrence of !{firehose:error-output"),
        ("!{partitionKeyFromQuery:customer}/", "e/", "only be part of a prefix expression when Dynamic Partitioning"),
        ("", "!{partitionKeyFromQuery:customer}/", "can't be part of an error prefix expression."),
        ("!{menu:dinner}/", "e/", "Namespace to the left of colon (menu) is an invalid keyword!"),
        ("!{firehose:nonsense}/", "e/", "Invalid conversion character used in the value of the expression in Prefix"),
        ("!{timestamp:bb}/", "e/", "Invalid conversion character used in the value of the expression in Prefix"),
        ("", "!{timestamp:bb}!{firehose:error-output-type}/", "of the expression in ErrorOutputPrefix"),
        ("!{timestamp:zzzz}/", "e/", "is not emulated"),
        ("!{timestamp:yyyy/", "e/", "Invalid expression usage"),
        ("!{timestamp}/", "e/", "Invalid expression usage"),
        ("x" * 500, "", "Length of evaluated prefix cannot be greater than 512"),
        ("", "x" * 513, "Length of evaluated ErrorOutputPrefix cannot be greater than 512"),
    ],
)
def test_a_pair_of_prefixes_is_refused(prefix: str, error_output_prefix: str, reason: str) -> None:
    with pytest.raises(InvalidPrefixError, match=re.escape(reason)):
        check_prefixes(prefix, error_output_prefix)


@pytest.mark.parametrize(
    ("prefix", "error_output_prefix"),
    [
        ("", ""),
        ("data/", ""),
        ("data/", "errors/"),
        ("data/!{timestamp:yyyy/MM/dd/HH}/", "errors/"),
        ("data/!{timestamp:yyyy}/", "errors/!{firehose:error-output-type}/!{timestamp:yyyy}/"),
    ],
)
def test_a_pair_of_prefixes_is_accepted(prefix: str, error_output_prefix: str) -> None:
    check_prefixes(prefix, error_output_prefix)


def test_a_partitions_values_stand_in_its_key() -> None:
    rule = KeyRule(prefix="c=!{partitionKeyFromQuery:c}/!{timestamp:yyyy}/")
    key = rule.data_key("clicks", 3, ARRIVED, "record", (("partitionKeyFromQuery:c", "x y"),))
    assert key.startswith("c=x y/2026/clicks-3-")


def test_partition_keys_are_accepted_with_dynamic_partitioning() -> None:
    check_prefixes("!{partitionKeyFromQuery:customer}/", "errors/", partitioned=True)
