"""Kinesis data streams by stock boto3: what Firehose, consumers and API Gateway need of them."""

import json
import time
import uuid
from collections.abc import Callable
from typing import Any

import pytest

from tests.cloudwatch import sums
from tests.firehose import refusal
from tests.functions import zipped
from tests.waiting import eventually

ROLE = "arn:aws:iam::000000000000:role/Firehose-S3"
FIRST = "shardId-000000000000"


@pytest.fixture
def stream(kinesis_stream: str) -> str:
    return kinesis_stream


def page(kinesis: Any, stream: str, shard: str, **place: Any) -> dict[str, Any]:
    place = {"ShardIteratorType": "TRIM_HORIZON"} | place
    iterator = kinesis.get_shard_iterator(StreamName=stream, ShardId=shard, **place)["ShardIterator"]
    answer: dict[str, Any] = kinesis.get_records(ShardIterator=iterator)
    return answer


def data_of(answer: dict[str, Any]) -> list[bytes]:
    return [record["Data"] for record in answer["Records"]]


def put(kinesis: Any, stream: str, *data: bytes) -> list[str]:
    records = [{"PartitionKey": "p", "Data": each} for each in data]
    return [record["SequenceNumber"] for record in kinesis.put_records(StreamName=stream, Records=records)["Records"]]


def test_records_are_read_from_each_kind_of_place(kinesis: Any, stream: str) -> None:
    _, second, _ = put(kinesis, stream, b"a", b"b", b"c")
    places: list[dict[str, Any]] = [
        {"ShardIteratorType": "TRIM_HORIZON"},
        {"ShardIteratorType": "LATEST"},
        {"ShardIteratorType": "AT_SEQUENCE_NUMBER", "StartingSequenceNumber": second},
        {"ShardIteratorType": "AFTER_SEQUENCE_NUMBER", "StartingSequenceNumber": second},
        {"ShardIteratorType": "AT_TIMESTAMP", "Timestamp": time.time() + 60},
    ]
    assert [data_of(page(kinesis, stream, FIRST, **place)) for place in places] == [
        [b"a", b"b", b"c"],
        [],
        [b"b", b"c"],
        [b"c"],
        [],
    ]


def test_a_shard_that_was_split_names_its_children_at_its_end(kinesis: Any, stream: str) -> None:
    put(kinesis, stream, b"a")
    kinesis.split_shard(StreamName=stream, ShardToSplit=FIRST, NewStartingHashKey=str(2**127))
    answer = page(kinesis, stream, FIRST)
    children = [child["ShardId"] for child in answer["ChildShards"]]
    assert (data_of(answer), children, "NextShardIterator" in answer) == (
        [b"a"],
        ["shardId-000000000001", "shardId-000000000002"],
        False,
    )


def test_streams_are_listed_in_pages(kinesis: Any, stream: str) -> None:
    pages = kinesis.get_paginator("list_streams").paginate(PaginationConfig={"PageSize": 1})
    listed = {each["StreamName"]: each for page in pages for each in page["StreamSummaries"]}
    described = kinesis.describe_stream_summary(StreamName=stream)["StreamDescriptionSummary"]
    assert listed[stream] == {name: described[name] for name in listed[stream]}


def test_a_stream_is_tagged_by_its_arn_and_by_its_name(kinesis: Any, stream: str) -> None:
    arn = kinesis.describe_stream_summary(StreamName=stream)["StreamDescriptionSummary"]["StreamARN"]
    kinesis.tag_resource(ResourceARN=arn, Tags={"a": "1", "b": "2"})
    kinesis.untag_resource(ResourceARN=arn, TagKeys=["a"])
    by_arn, by_name = kinesis.list_tags_for_resource(ResourceARN=arn), kinesis.list_tags_for_stream(StreamName=stream)
    assert [answer["Tags"] for answer in (by_arn, by_name)] == [[{"Key": "b", "Value": "2"}]] * 2


def test_a_consumer_is_registered_and_gets_records_as_events(kinesis: Any, stream: str) -> None:
    arn = kinesis.describe_stream_summary(StreamName=stream)["StreamDescriptionSummary"]["StreamARN"]
    consumer = kinesis.register_stream_consumer(StreamARN=arn, ConsumerName="c")["Consumer"]["ConsumerARN"]
    put(kinesis, stream, b"a")
    events = kinesis.subscribe_to_shard(ConsumerARN=consumer, ShardId=FIRST, StartingPosition={"Type": "TRIM_HORIZON"})[
        "EventStream"
    ]
    assert data_of(next(iter(events))["SubscribeToShardEvent"]) == [b"a"]


def test_what_kinesis_refuses_is_refused(kinesis: Any, stream: str) -> None:
    record = {"PartitionKey": "p", "Data": b"a"}
    refused = [
        refusal(kinesis.put_record, StreamName="none", **record),
        refusal(kinesis.put_record, StreamName=stream, PartitionKey="p", Data=b"a" * 1_048_577),
        refusal(kinesis.get_records, ShardIterator="none"),
        refusal(kinesis.get_shard_iterator, StreamName=stream, ShardId="none", ShardIteratorType="LATEST"),
        refusal(kinesis.create_stream, StreamName=stream, ShardCount=1),
    ]
    assert [code for code, _ in refused] == [
        "ResourceNotFoundException",
        "ValidationException",
        "InvalidArgumentException",
        "ResourceNotFoundException",
        "ResourceInUseException",
    ]


FUNCTION = """
import base64, json
def handler(event, context):
    print(json.dumps([base64.b64decode(record["kinesis"]["data"]).decode() for record in event["Records"]]))
"""


def test_a_function_gets_the_records_by_its_event_source(
    client: Callable[[str], Any], kinesis: Any, stream: str
) -> None:
    name = f"consumer-{uuid.uuid4()}"
    client("lambda").create_function(
        FunctionName=name, Runtime="python3.13", Handler="index.handler", Role=ROLE, Code={"ZipFile": zipped(FUNCTION)}
    )
    arn = kinesis.describe_stream_summary(StreamName=stream)["StreamDescriptionSummary"]["StreamARN"]
    mapping = client("lambda").create_event_source_mapping(
        FunctionName=name, EventSourceArn=arn, StartingPosition="TRIM_HORIZON"
    )["UUID"]
    put(kinesis, stream, b"click")
    messages = eventually(
        lambda: logged(client("logs"), f"/aws/lambda/{name}"), lambda found: any("click" in each for each in found)
    )
    client("lambda").delete_event_source_mapping(UUID=mapping)
    assert [json.loads(message) for message in messages if message.startswith("[")] == [["click"]]


def logged(logs: Any, group: str) -> list[str]:
    try:
        return [event["message"] for event in logs.filter_log_events(logGroupName=group)["events"]]
    except logs.exceptions.ResourceNotFoundException:
        return []


def test_puts_and_reads_are_counted_in_cloudwatch(client: Callable[[str], Any], kinesis: Any, stream: str) -> None:
    kinesis.put_record(StreamName=stream, PartitionKey="p", Data=b"a")
    put(kinesis, stream, b"bb", b"ccc")
    page(kinesis, stream, FIRST)
    expected: dict[str, float] = {
        "IncomingRecords": 3,
        "IncomingBytes": 6,
        "PutRecord.Success": 1,
        "PutRecords.TotalRecords": 2,
        "GetRecords.Records": 3,
        "GetRecords.Bytes": 6,
    }
    found = eventually(
        lambda: sums(client("cloudwatch"), "AWS/Kinesis", ("StreamName", stream), list(expected)),
        lambda found: found == expected,
    )
    assert found == expected
