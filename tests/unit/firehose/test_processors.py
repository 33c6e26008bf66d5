import base64
import gzip
import json

import pytest

from offline_aws.firehose.models import Record
from offline_aws.firehose.outcome import Failed, Outcome
from offline_aws.firehose.processors import DECOMPRESSION_FAILED, NO_LOG_EVENTS, apply, steps_before_function

LOG = {"messageType": "DATA_MESSAGE", "logGroup": "g", "logEvents": [{"message": "one"}, {"message": "two"}]}
GUNZIP = {"Decompression": {"CompressionFormat": "GZIP"}}
EXTRACT = GUNZIP | {"CloudWatchLogProcessing": {"DataMessageExtraction": "true"}}
BY_JSON = {"RecordDeAggregation": {"SubRecordType": "JSON"}}
BY_HASHES = {"RecordDeAggregation": {"SubRecordType": "DELIMITED", "Delimiter": base64.b64encode(b"####").decode()}}


def record(data: bytes) -> Record:
    return Record("7000000", 1000, data)


def processed(processors: dict[str, dict[str, str]], data: bytes) -> Outcome:
    return apply(steps_before_function(processors), [record(data)])


def pieces(processors: dict[str, dict[str, str]], data: bytes) -> list[bytes]:
    return [each.data for each in processed(processors, data).delivered]


def test_gzip_is_unpacked() -> None:
    assert pieces(GUNZIP, gzip.compress(b"data")) == [b"data"]


def test_what_is_no_gzip_fails_as_it_came_in() -> None:
    assert processed(GUNZIP, b"data") == Outcome([], [], [Failed(record(b"data"), DECOMPRESSION_FAILED)])


def test_what_was_unpacked_is_shown_packed_when_it_fails_later() -> None:
    packed = gzip.compress(b"data")
    (unpacked,) = processed(GUNZIP, packed).delivered
    assert (unpacked.data, unpacked.raw) == (b"data", packed)


def test_log_events_become_their_messages_a_line_each() -> None:
    assert pieces(EXTRACT, gzip.compress(json.dumps(LOG).encode())) == [b"one\ntwo"]


def test_log_events_may_be_left_as_they_are() -> None:
    leave = GUNZIP | {"CloudWatchLogProcessing": {"DataMessageExtraction": "False"}}
    assert pieces(leave, gzip.compress(json.dumps(LOG).encode())) == [json.dumps(LOG).encode()]


def test_a_record_without_log_events_fails_as_it_came_in() -> None:
    packed = gzip.compress(b'{"a": 1}')
    assert processed(EXTRACT, packed) == Outcome([], [], [Failed(record(packed), NO_LOG_EVENTS)])


def test_the_order_is_firehoses_and_not_that_of_the_configuration() -> None:
    assert pieces(BY_HASHES | EXTRACT, gzip.compress(json.dumps(LOG).encode())) == [b"one\ntwo"]


@pytest.mark.parametrize("data", [b'{"a":1}{"b":"}"}', b'{"a":1}\n{"b":"}"}\n'])
def test_consecutive_json_documents_are_separated(data: bytes) -> None:
    assert pieces(BY_JSON, data) == [b'{"a":1}', b'{"b":"}"}']


def test_a_delimiter_separates_and_empty_pieces_are_none() -> None:
    assert pieces(BY_HASHES, b"a####b########") == [b"a", b"b"]


def test_parts_have_the_records_id_and_sequence_ids_of_their_own() -> None:
    parts = processed(BY_HASHES, b"a####b").delivered
    assert [(part.id, part.sequence_id) for part in parts] == [("7000000", "7000000"), ("7000000", "7000001")]


@pytest.mark.parametrize("data", [b'{"a":1} nonsense', b"", b"\xff", b"{}" * 501])
def test_what_can_not_be_separated_stays_whole(data: bytes) -> None:
    assert pieces(BY_JSON, data) == [data]


def test_500_documents_are_separated() -> None:
    assert len(pieces(BY_JSON, b"{}" * 500)) == 500
