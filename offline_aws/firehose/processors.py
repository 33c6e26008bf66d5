"""The processors that need no other service: what each makes of one record.

A step takes a record and returns the records that it becomes, or raises ProcessingError: then the record as it came
in is described under the error prefix.

https://docs.aws.amazon.com/firehose/latest/dev/writing-with-cloudwatch-logs-decompression.html
https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-multirecord-deaggergation.html
"""

import base64
import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from offline_aws.firehose.json_documents import documents
from offline_aws.firehose.models import Record
from offline_aws.firehose.outcome import Failed, Outcome, Problem, ProcessingError

Step = Callable[[Record], list[Record]]
Parameters = Mapping[str, str]

MOST_SUBRECORDS = 500
"""A record with more is not separated."""

DECOMPRESSION_FAILED = Problem("Decompression.Failed", "The record is not in GZIP format.", "decompression-failed")
NO_LOG_EVENTS = Problem("CloudWatchLogProcessing.Failed", "The record holds no log events of CloudWatch Logs.")


def steps_before_function(processors: Mapping[str, Parameters]) -> tuple[Step, ...]:
    """The steps of the enabled processors, by type, that come before the function.

    In Firehose's order, whatever that of the configuration: what is compressed can't be read, and log events and
    aggregated records are taken apart before a function or a partition key sees them.
    """
    made: dict[str, Callable[[Parameters], Step]] = {
        "Decompression": lambda _: decompressed,
        "CloudWatchLogProcessing": log_processing,
        "RecordDeAggregation": deaggregation,
    }
    return tuple(make(processors[kind]) for kind, make in made.items() if kind in processors)


def apply(steps: Iterable[Step], records: Iterable[Record]) -> Outcome:
    """Take records through steps; one that fails on the way is reported as it came in."""
    result = Outcome([], [], [])
    in_order = tuple(steps)
    for record in records:
        try:
            result.delivered.extend(_through(in_order, record))
        except ProcessingError as error:
            result.failed.append(Failed(record, error.problem))
    return result


def _through(steps: tuple[Step, ...], record: Record) -> list[Record]:
    records = [record]
    for step in steps:
        records = [result for each in records for result in step(each)]
    return records


def decompressed(record: Record) -> list[Record]:
    """The record with its GZIP data unpacked."""
    try:
        return [record._replace(data=gzip.decompress(record.data), packed=record.data)]
    except (OSError, EOFError, zlib.error) as error:
        raise ProcessingError(DECOMPRESSION_FAILED) from error


def log_processing(parameters: Parameters) -> Step:
    """The step that takes the messages out of log events, or with ``DataMessageExtraction`` false leaves them."""
    extracts = parameters["DataMessageExtraction"].lower() == "true"
    return log_messages if extracts else lambda record: [record]


def log_messages(record: Record) -> list[Record]:
    """The record with only the messages of its CloudWatch Logs events, a line each; a control message has none."""
    try:
        content = json.loads(record.data)
        events = [] if content.get("messageType") == "CONTROL_MESSAGE" else content["logEvents"]
        messages = [event["message"] for event in events]
        return [record._replace(data="\n".join(messages).encode())]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ProcessingError(NO_LOG_EVENTS) from error


def deaggregation(parameters: Parameters) -> Step:
    """The step that separates what a producer has put into one record."""
    if parameters["SubRecordType"] == "JSON":
        return partial(_separate, lambda data: (document.text.encode() for document in documents(data)))
    delimiter = base64.b64decode(parameters["Delimiter"])
    return partial(_separate, lambda data: (piece for piece in data.split(delimiter) if piece))


def _separate(pieces_of: Callable[[bytes], Iterable[bytes]], record: Record) -> list[Record]:
    """The record's parts; the record as it is when it can't be separated, or into too many."""
    try:
        pieces = list(pieces_of(record.data))
    except ValueError:
        return [record]
    if not 1 <= len(pieces) <= MOST_SUBRECORDS:
        return [record]
    return [record._replace(part=part, data=piece) for part, piece in enumerate(pieces)]
