"""What becomes of records in a step: delivered, dropped, or failed with a problem and described in an error object."""

import base64
import json
from typing import Any, NamedTuple

from offline_aws.firehose.models import Record

PROCESSING_FAILED = "processing-failed"
ERROR_TYPE = "firehose:error-output-type"


class Problem(NamedTuple):
    """An error code of Firehose, its text, and the error type under whose prefix the record goes."""

    code: str
    message: str
    error_type: str = PROCESSING_FAILED


class Failed(NamedTuple):
    """A record that was not processed, and why; its data are the original bytes."""

    record: Record
    problem: Problem


class Outcome(NamedTuple):
    """What becomes of a batch: records to deliver with their new data, records dropped, records failed."""

    delivered: list[Record]
    dropped: list[Record]
    failed: list[Failed]


class ProcessingError(Exception):
    """A step can't process a record; ``problem`` is Firehose's code and text for it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def error_line(failed: Failed, attempts: int, ended_ms: int, **more: Any) -> bytes:
    """One line of an error object: JSON with a line feed; times in Unix milliseconds, rawData in base64.

    ``more`` are members that only one kind of step has, ``lambdaARN``.
    """
    content = {
        "attemptsMade": attempts,
        "arrivalTimestamp": failed.record.arrived_ms,
        "errorCode": failed.problem.code,
        "errorMessage": failed.problem.message,
        "attemptEndingTimestamp": ended_ms,
        "rawData": base64.b64encode(failed.record.raw).decode(),
        **more,
    }
    return json.dumps(content, separators=(",", ":")).encode() + b"\n"


def error_record(failed: Failed, line: bytes) -> Record:
    """The line of an error object as a record, whose partition is the type of the error."""
    return failed.record._replace(data=line, packed=None, partition=((ERROR_TYPE, failed.problem.error_type),))


def error_type_of(record: Record) -> str:
    """The type of the error that an ``error_record`` describes."""
    return str(dict(record.partition)[ERROR_TYPE])
