"""What Firehose sends a transformation function and how it judges the answer.

Pure rules: records in, an event out; records and an answer in, an outcome out.

https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html
https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html
https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-failure-handling.html
"""

import base64
import binascii
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from offline_aws.firehose.models import Record
from offline_aws.firehose.outcome import Failed, Outcome, Problem
from offline_aws.firehose.partitioning import named_by_function

LARGEST_PAYLOAD = 6_291_556
"""Bytes of a synchronous invocation, each way: 6 MB and what Lambda adds."""

_RECORD_OVERHEAD = 160
"""Bytes of an event's record beside its data: three keys, an id of 62 digits, a time of 13."""

_METADATA_OVERHEAD = 300
"""Bytes of ``kinesisRecordMetadata`` beside its partition key, of which a character is at most six."""


PROCESSING_FAILED = Problem("Lambda.ProcessingFailedStatus", "ProcessingFailed status set for record")
MISSING_RECORD_ID = Problem(
    "Lambda.MissingRecordId",
    "One or more record Ids were not returned. Ensure that the Lambda function returns all received record Ids.",
)
DUPLICATED_RECORD_ID = Problem(
    "Lambda.DuplicatedRecordId",
    "Multiple records were returned with the same record Id. "
    "Ensure that the Lambda function returns a unique record Id for each record.",
)
INVALID_RETURN_FORMAT = Problem("Lambda.InvalidReturnFormat", "The record was returned as Ok but it has no data.")
FUNCTION_ERROR = Problem(
    "Lambda.FunctionError", "The Lambda function was successfully invoked but it returned an error result."
)


class _MalformedAnswerError(Exception):
    """The answer can't be read; the whole batch fails."""


def invocations(records: Sequence[Record]) -> Iterator[list[Record]]:
    """Cut a batch so that no event exceeds Lambda's 6 MB."""
    batch: list[Record] = []
    size = 0
    for record in records:
        metadata = _METADATA_OVERHEAD + 6 * len(record.origin.partition_key) if record.origin else 0
        encoded = _RECORD_OVERHEAD + metadata + (len(record.data) + 2) // 3 * 4
        if batch and size + encoded > LARGEST_PAYLOAD - 1024:
            yield batch
            batch, size = [], 0
        batch.append(record)
        size += encoded
    if batch:
        yield batch


def event(
    invocation_id: str, stream_arn: str, region: str, records: Sequence[Record], source_arn: str | None = None
) -> bytes:
    """The function's event as JSON; each record's data in base64, its time in Unix milliseconds."""
    content = {
        "invocationId": invocation_id,
        **({"sourceKinesisStreamArn": source_arn} if source_arn else {}),
        "deliveryStreamArn": stream_arn,
        "region": region,
        "records": [_sent(record) for record in records],
    }
    return json.dumps(content, separators=(",", ":")).encode()


def _sent(record: Record) -> dict[str, Any]:
    """A record as the function gets it; one from a Kinesis stream says where in it."""
    content = {
        "recordId": record.sequence_id,
        "approximateArrivalTimestamp": record.arrived_ms,
        "data": base64.b64encode(record.data).decode(),
    }
    if record.origin is None:
        return content
    metadata = {
        "sequenceNumber": record.origin.sequence_number,
        "subsequenceNumber": record.origin.subsequence,
        "partitionKey": record.origin.partition_key,
        "shardId": record.origin.shard_id,
        "approximateArrivalTimestamp": record.arrived_ms,
    }
    return content | {"kinesisRecordMetadata": metadata}


def outcome(records: Sequence[Record], answer: bytes) -> Outcome:
    """Judge a function's answer to ``records``.

    - ``Ok`` delivers the returned bytes, ``Dropped`` nothing, ``ProcessingFailed`` fails the record;
    - an id that was left out, or that comes twice, fails that record; an id that was never sent is ignored;
    - an answer that is no such document, data that is no base64 or another result word fails the whole batch.
    """
    result = Outcome([], [], [])
    try:
        answers = _answers_by_id(answer, {record.sequence_id for record in records})
        for record in records:
            _judge(record, answers[record.sequence_id], result)
    except _MalformedAnswerError:
        return failure(records, FUNCTION_ERROR)
    return result


def failure(records: Sequence[Record], problem: Problem) -> Outcome:
    """The outcome of a batch that fails as a whole."""
    return Outcome([], [], [Failed(record, problem) for record in records])


def _answers_by_id(answer: bytes, sent: set[str]) -> dict[str, list[dict[str, Any]]]:
    answers: dict[str, list[dict[str, Any]]] = defaultdict(list)
    try:
        for item in json.loads(answer)["records"]:
            if (record_id := item.get("recordId")) in sent:
                answers[record_id].append(item)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise _MalformedAnswerError from error
    return answers


def _judge(record: Record, answers: list[dict[str, Any]], result: Outcome) -> None:
    if not answers:
        result.failed.append(Failed(record, MISSING_RECORD_ID))
    elif len(answers) > 1:
        result.failed.append(Failed(record, DUPLICATED_RECORD_ID))
    else:
        _judge_result(record, answers[0], result)


def _judge_result(record: Record, answer: dict[str, Any], result: Outcome) -> None:
    match answer.get("result"):
        case "Ok" if answer.get("data") is None:
            result.failed.append(Failed(record, INVALID_RETURN_FORMAT))
        case "Ok":
            data, partition = _decoded(answer["data"]), named_by_function(_partition_keys(answer))
            result.delivered.append(record._replace(data=data, partition=partition))
        case "Dropped":
            result.dropped.append(record)
        case "ProcessingFailed":
            result.failed.append(Failed(record, PROCESSING_FAILED))
        case _:
            raise _MalformedAnswerError


def _partition_keys(answer: dict[str, Any]) -> dict[str, Any]:
    """The keys for dynamic partitioning that the function has set. Raises _MalformedAnswerError."""
    metadata = answer.get("metadata") or {}
    keys = metadata.get("partitionKeys") or {} if isinstance(metadata, dict) else None
    if not isinstance(keys, dict):
        raise _MalformedAnswerError
    return keys


def _decoded(data: Any) -> bytes:
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, TypeError, ValueError) as error:
        raise _MalformedAnswerError from error
