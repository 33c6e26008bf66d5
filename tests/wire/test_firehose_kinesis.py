"""A Kinesis stream as the source of a Firehose stream."""

import base64
import gzip
import json
import uuid
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from tests.firehose import ROLE, Bucket, all_streams, processor, refusal, transform_by
from tests.functions import zipped
from tests.waiting import eventually

# Writes what it got beside the records' data.
FUNCTION = """
import base64, json
def handler(event, context):
    def shown(record):
        about = {"source": event["sourceKinesisStreamArn"], **record["kinesisRecordMetadata"]}
        return base64.b64encode((json.dumps(about) + chr(10)).encode()).decode()
    return {"records": [{**record, "result": "Ok", "data": shown(record)} for record in event["records"]]}
"""


class Source(NamedTuple):
    name: str
    arn: str

    @property
    def configuration(self) -> dict[str, str]:
        return {"KinesisStreamARN": self.arn, "RoleARN": ROLE}


@pytest.fixture
def source(kinesis_stream: str) -> Source:
    return Source(kinesis_stream, f"arn:aws:kinesis:us-east-1:000000000000:stream/{kinesis_stream}")


@pytest.fixture
def create(firehose: Any, bucket: Bucket, source: Source) -> Iterator[Callable[..., str]]:
    """Creates a stream from the source into the bucket and returns its name."""
    names: list[str] = []

    def create_stream(**destination: Any) -> str:
        names.append(f"stream-{uuid.uuid4()}")
        firehose.create_delivery_stream(
            DeliveryStreamName=names[-1],
            DeliveryStreamType="KinesisStreamAsSource",
            KinesisStreamSourceConfiguration=source.configuration,
            ExtendedS3DestinationConfiguration=bucket.destination(**destination),
        )
        return names[-1]

    yield create_stream
    for name in set(names) & set(all_streams(firehose)):
        firehose.delete_delivery_stream(DeliveryStreamName=name)


def test_records_put_after_the_creation_arrive_over_a_split(
    kinesis: Any, create: Any, bucket: Bucket, source: Source
) -> None:
    kinesis.put_record(StreamName=source.name, PartitionKey="a", Data=b"before,")
    create()
    kinesis.put_record(StreamName=source.name, PartitionKey="a", Data=b"one,")
    kinesis.split_shard(StreamName=source.name, ShardToSplit="shardId-000000000000", NewStartingHashKey=str(2**127))
    kinesis.put_record(StreamName=source.name, PartitionKey="a", Data=b"two,", ExplicitHashKey="0")
    kinesis.put_record(StreamName=source.name, PartitionKey="a", Data=b"three,", ExplicitHashKey=str(2**127))
    arrived = eventually(lambda: bucket.read().split(b","), lambda found: len(found) == 4)
    assert sorted(arrived) == [b"", b"one", b"three", b"two"]


def test_the_function_is_told_where_a_record_comes_from(
    client: Any, kinesis: Any, create: Any, bucket: Bucket, source: Source
) -> None:
    name = f"about-{uuid.uuid4()}"
    arn = client("lambda").create_function(
        FunctionName=name, Runtime="python3.13", Handler="index.handler", Role=ROLE, Code={"ZipFile": zipped(FUNCTION)}
    )["FunctionArn"]
    create(ProcessingConfiguration=transform_by(arn))
    number = kinesis.put_record(StreamName=source.name, PartitionKey="guest", Data=b"click")["SequenceNumber"]
    told = json.loads(eventually(bucket.read, bool))
    assert told.pop("approximateArrivalTimestamp") > 0
    assert told == {
        "source": source.arn,
        "sequenceNumber": number,
        "subsequenceNumber": 0,
        "partitionKey": "guest",
        "shardId": "shardId-000000000000",
    }


def test_a_stream_with_a_source_takes_no_puts_and_has_no_encryption_of_its_own(firehose: Any, create: Any) -> None:
    name = create()
    refused = (
        "InvalidArgumentException",
        "This operation is not permitted on KinesisStreamAsSource delivery stream type.",
    )
    record = {"Data": b"click"}
    assert [
        refusal(firehose.put_record, DeliveryStreamName=name, Record=record),
        refusal(firehose.put_record_batch, DeliveryStreamName=name, Records=[record]),
        refusal(firehose.start_delivery_stream_encryption, DeliveryStreamName=name),
    ] == [refused] * 3


def test_log_events_are_unpacked_and_what_is_no_gzip_is_an_error(
    kinesis: Any, firehose: Any, create: Any, bucket: Bucket, source: Source
) -> None:
    processors = [
        processor("Decompression", CompressionFormat="GZIP"),
        processor("CloudWatchLogProcessing", DataMessageExtraction="true"),
    ]
    create(Prefix="data/", ProcessingConfiguration={"Enabled": True, "Processors": processors})
    events = {"logEvents": [{"message": "one"}, {"message": "two"}]}
    packed = gzip.compress(json.dumps(events).encode())
    records = [{"PartitionKey": "a", "Data": data} for data in (packed, b"plain")]
    kinesis.put_records(StreamName=source.name, Records=records)
    error = json.loads(eventually(lambda: bucket.read("data/decompression-failed/"), bool))
    unpacked = eventually(lambda: bucket.read("data/2"), bool)
    assert (unpacked, base64.b64decode(error["rawData"])) == (b"one\ntwo", b"plain")


def test_the_source_is_described_and_the_type_is_listed(firehose: Any, create: Any, source: Source) -> None:
    name = create()
    described = firehose.describe_delivery_stream(DeliveryStreamName=name)["DeliveryStreamDescription"]
    shown = described["Source"]["KinesisStreamSourceDescription"]
    listed = firehose.list_delivery_streams(DeliveryStreamType="KinesisStreamAsSource", Limit=100)
    assert (described["DeliveryStreamType"], shown, name in listed["DeliveryStreamNames"]) == (
        "KinesisStreamAsSource",
        {**source.configuration, "DeliveryStartTimestamp": described["CreateTimestamp"]},
        True,
    )


def test_a_source_goes_with_its_type_and_must_exist(firehose: Any, bucket: Bucket, source: Source) -> None:
    missing = source.configuration | {"KinesisStreamARN": f"{source.arn}x"}
    cases: list[dict[str, Any]] = [
        {"DeliveryStreamType": "KinesisStreamAsSource"},
        {"KinesisStreamSourceConfiguration": source.configuration},
        {"DeliveryStreamType": "KinesisStreamAsSource", "KinesisStreamSourceConfiguration": missing},
    ]
    destination = bucket.destination()
    assert [
        refusal(
            firehose.create_delivery_stream,
            DeliveryStreamName="refused",
            ExtendedS3DestinationConfiguration=destination,
            **case,
        )[0]
        for case in cases
    ] == ["InvalidArgumentException"] * 3
