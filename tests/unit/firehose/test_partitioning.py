from typing import Any

import pytest

from offline_aws.firehose import processors
from offline_aws.firehose.models import Record
from offline_aws.firehose.outcome import Failed, Outcome
from offline_aws.firehose.partitioning import (
    NO_JSON,
    NO_VALUE,
    TOO_LONG,
    TOO_MANY,
    Attempts,
    Partitioning,
    keys_of,
    named_by_function,
    within_limit,
)

CUSTOMER = Partitioning("!{partitionKeyFromQuery:customer}/", "{customer: .customer.id, unused: 1}")
KEY = "partitionKeyFromQuery:customer"


def record(data: bytes, **keys: Any) -> Record:
    return Record("1", 1000, data, partition=named_by_function(keys))


def outcome(partitioning: Partitioning, given: Record) -> Outcome:
    return processors.apply([partitioning.step], [given])


@pytest.mark.parametrize(
    ("data", "value"),
    [(b'{"customer": {"id": "x"}}', "x"), (b'{"customer": {"id": 7}}', "7"), (b'{"customer": {"id": true}}', "true")],
)
def test_a_records_partition_is_what_the_query_finds(data: bytes, value: str) -> None:
    expected = Record("1", 1000, data, partition=((KEY, value),))
    assert outcome(CUSTOMER, record(data)) == Outcome([expected], [], [])


def test_a_function_names_keys_too() -> None:
    partitioning = Partitioning("!{partitionKeyFromLambda:year}/!{partitionKeyFromLambda:month}/")
    expected = Record(
        "1", 1000, b"", partition=(("partitionKeyFromLambda:year", "2026"), ("partitionKeyFromLambda:month", "7"))
    )
    assert outcome(partitioning, record(b"", month=7, year="2026", other="x")) == Outcome([expected], [], [])


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"click", NO_JSON),
        (b"{}{}", NO_JSON),
        (b"{}", NO_VALUE),
        (b'{"customer": {"id": ""}}', NO_VALUE),
        (b'{"customer": {"id": ["x"]}}', NO_VALUE),
        (b'{"customer": {"id": "%s"}}' % (b"x" * 512), TOO_LONG),
    ],
)
def test_a_record_without_a_usable_key_fails(data: bytes, problem: Any) -> None:
    assert outcome(CUSTOMER, record(data)) == Outcome([], [], [Failed(record(data), problem)])


def test_a_query_that_fails_fails_the_record() -> None:
    (failed,) = outcome(CUSTOMER, record(b"[1]")).failed
    assert failed.problem.code == "DynamicPartitioning.MetadataExtractionFailed"


def test_the_501st_active_partition_is_refused() -> None:
    active = {((KEY, str(number)),) for number in range(499)}
    new, known, beyond = (Record("1", 0, b"", partition=((KEY, key),)) for key in ("new", "7", "beyond"))
    assert within_limit([new, known, beyond], active) == Outcome([new, known], [], [Failed(beyond, TOO_MANY)])


def test_the_time_for_attempts_is_that_of_one_batch() -> None:
    now = [0.0]
    attempts = Attempts(lambda: now[0])

    def over_at(seconds: float, batch: str) -> bool:
        now[0] = seconds
        return attempts.are_over(batch, 10)

    assert [over_at(0, "a"), over_at(9, "a"), over_at(10, "a"), over_at(11, "b")] == [False, False, True, False]


def test_what_is_over_the_limit_lies_under_a_type_of_its_own() -> None:
    assert TOO_MANY.error_type == "activePartitionExceeded"


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ('{customer: .customer.id, "day": .at | strftime("%d, %m")}', ["customer", "day"]),
        ("{customer, menu: {a: .b}.a, item: .items[0, 1]}", ["customer", "menu", "item"]),
        ("{(.name): 1}", []),
        ("{}", []),
    ],
)
def test_the_keys_of_a_query_are_read_from_its_text(query: str, keys: list[str]) -> None:
    assert keys_of(query) == keys
