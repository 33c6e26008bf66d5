import base64
import json
from typing import Any

import pytest

from offline_aws.firehose import transform
from offline_aws.firehose.models import Origin, Record
from offline_aws.firehose.outcome import Failed, Outcome, error_line
from offline_aws.firehose.transform import (
    DUPLICATED_RECORD_ID,
    FUNCTION_ERROR,
    INVALID_RETURN_FORMAT,
    LARGEST_PAYLOAD,
    MISSING_RECORD_ID,
    PROCESSING_FAILED,
)

ONE, TWO = Record("1", 1000, b"one"), Record("2", 2000, b"two")


def answer(*items: dict[str, Any]) -> bytes:
    return json.dumps({"records": items}).encode()


def ok(record_id: str, data: bytes = b"new") -> dict[str, str]:
    return {"recordId": record_id, "result": "Ok", "data": base64.b64encode(data).decode()}


def test_the_event_has_awss_keys_in_awss_order() -> None:
    assert transform.event("id", "arn:stream", "us-east-1", [ONE]) == (
        b'{"invocationId":"id","deliveryStreamArn":"arn:stream","region":"us-east-1",'
        b'"records":[{"recordId":"1","approximateArrivalTimestamp":1000,"data":"b25l"}]}'
    )


def test_the_event_says_where_records_of_a_kinesis_stream_come_from() -> None:
    sourced = ONE._replace(origin=Origin("49", 2, "guest", "shardId-000000000000"))
    assert transform.event("id", "arn:stream", "us-east-1", [sourced], "arn:source") == (
        b'{"invocationId":"id","sourceKinesisStreamArn":"arn:source","deliveryStreamArn":"arn:stream",'
        b'"region":"us-east-1","records":[{"recordId":"1","approximateArrivalTimestamp":1000,"data":"b25l",'
        b'"kinesisRecordMetadata":{"sequenceNumber":"49","subsequenceNumber":2,"partitionKey":"guest",'
        b'"shardId":"shardId-000000000000","approximateArrivalTimestamp":1000}}]}'
    )


def test_ok_delivers_the_returned_bytes() -> None:
    assert transform.outcome([ONE], answer(ok("1"))) == Outcome([ONE._replace(data=b"new")], [], [])


def test_ok_with_empty_data_delivers_an_empty_record() -> None:
    assert transform.outcome([ONE], answer(ok("1", b""))) == Outcome([ONE._replace(data=b"")], [], [])


def test_dropped_is_neither_delivered_nor_failed() -> None:
    assert transform.outcome([ONE], answer({"recordId": "1", "result": "Dropped"})) == Outcome([], [ONE], [])


def test_processing_failed_keeps_the_original_bytes_and_the_rest_delivers() -> None:
    failed = {"recordId": "1", "result": "ProcessingFailed", "data": "bmV3"}
    expected = Outcome([TWO._replace(data=b"new")], [], [Failed(ONE, PROCESSING_FAILED)])
    assert transform.outcome([ONE, TWO], answer(failed, ok("2"))) == expected


def test_an_id_left_out_fails_that_record() -> None:
    expected = Outcome([ONE._replace(data=b"new")], [], [Failed(TWO, MISSING_RECORD_ID)])
    assert transform.outcome([ONE, TWO], answer(ok("1"))) == expected


def test_an_id_that_was_never_sent_is_ignored_whatever_it_says() -> None:
    earlier = {"recordId": "0", "result": "Nonsense"}
    assert transform.outcome([ONE], answer(earlier, ok("1"))) == Outcome([ONE._replace(data=b"new")], [], [])


def test_an_id_twice_fails_that_record() -> None:
    expected = Outcome([TWO._replace(data=b"new")], [], [Failed(ONE, DUPLICATED_RECORD_ID)])
    assert transform.outcome([ONE, TWO], answer(ok("1"), ok("2"), ok("1"))) == expected


def test_ok_without_data_fails_that_record() -> None:
    expected = Outcome([], [], [Failed(ONE, INVALID_RETURN_FORMAT)])
    assert transform.outcome([ONE], answer({"recordId": "1", "result": "Ok"})) == expected


@pytest.mark.parametrize(
    "malformed",
    [
        answer(ok("1"), {"recordId": "2", "result": "Ok", "data": "no base64!"}),
        answer(ok("1"), {"recordId": "2", "result": "Ok", "data": 7}),
        answer(ok("1"), {"recordId": "2", "result": "ok", "data": "bmV3"}),
        answer(ok("1"), {"recordId": "2"}),
        b'{"records": [1]}',
        b'{"records": null}',
        b'{"result": []}',
        b"null",
        b"not json",
        b"",
    ],
)
def test_a_malformed_answer_fails_the_whole_batch(malformed: bytes) -> None:
    expected = Outcome([], [], [Failed(ONE, FUNCTION_ERROR), Failed(TWO, FUNCTION_ERROR)])
    assert transform.outcome([ONE, TWO], malformed) == expected


def test_a_batch_is_cut_so_that_no_event_exceeds_lambdas_payload() -> None:
    records = [Record(f"{number:062d}", 1_700_000_000_000, b"x" * 100) for number in range(40_000)]
    batches = list(transform.invocations(records))
    sizes = [len(transform.event("i" * 36, "a" * 200, "us-east-1", batch)) for batch in batches]
    assert (max(sizes) <= LARGEST_PAYLOAD, sum(map(len, batches)), len(batches)) == (True, 40_000, 2)


def test_an_error_line_is_json_with_the_original_bytes_and_times_in_milliseconds() -> None:
    line = error_line(Failed(ONE, MISSING_RECORD_ID), 4, 5000, lambdaARN="arn:function")
    assert (line[-1:], json.loads(line)) == (
        b"\n",
        {
            "attemptsMade": 4,
            "arrivalTimestamp": 1000,
            "errorCode": "Lambda.MissingRecordId",
            "errorMessage": MISSING_RECORD_ID.message,
            "attemptEndingTimestamp": 5000,
            "rawData": "b25l",
            "lambdaARN": "arn:function",
        },
    )


def test_a_function_may_name_partition_keys() -> None:
    named = ok("1") | {"metadata": {"partitionKeys": {"year": "2026"}}}
    expected = ONE._replace(data=b"new", partition=(("partitionKeyFromLambda:year", "2026"),))
    assert transform.outcome([ONE], answer(named)) == Outcome([expected], [], [])
