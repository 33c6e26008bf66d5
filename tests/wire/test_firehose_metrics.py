"""What CloudWatch and `status` tell of a stream."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest

from offline_aws import __main__, native
from tests.cloudwatch import sums as cloudwatch_sums
from tests.waiting import eventually

ROLE = "arn:aws:iam::000000000000:role/Firehose-S3"


def sums(cloudwatch: Any, stream: str, names: list[str]) -> dict[str, float]:
    return cloudwatch_sums(cloudwatch, "AWS/Firehose", ("DeliveryStreamName", stream), names)


def create_stream(client: Callable[[str], Any], seconds: int) -> str:
    name = f"metrics-{uuid.uuid4()}"
    client("s3").create_bucket(Bucket=name)
    destination = {
        "RoleARN": ROLE,
        "BucketARN": f"arn:aws:s3:::{name}",
        "BufferingHints": {"SizeInMBs": 1, "IntervalInSeconds": seconds},
    }
    client("firehose").create_delivery_stream(DeliveryStreamName=name, ExtendedS3DestinationConfiguration=destination)
    return name


def test_what_was_put_and_delivered_is_in_cloudwatch(client: Callable[[str], Any]) -> None:
    stream = create_stream(client, seconds=0)
    client("firehose").put_record(DeliveryStreamName=stream, Record={"Data": b"click"})
    client("firehose").put_record_batch(DeliveryStreamName=stream, Records=[{"Data": b"click"}] * 9)
    client("firehose").delete_delivery_stream(DeliveryStreamName=stream)
    expected: dict[str, float] = {
        "IncomingPutRequests": 2,
        "IncomingRecords": 10,
        "IncomingBytes": 50,
        "PutRecord.Requests": 1,
        "PutRecordBatch.Records": 9,
        "DeliveryToS3.Records": 10,
        "DeliveryToS3.Bytes": 50,
    }
    assert sums(client("cloudwatch"), stream, list(expected)) == expected


def test_metrics_are_published_while_the_stream_lives(client: Callable[[str], Any]) -> None:
    stream = create_stream(client, seconds=900)
    client("firehose").put_record(DeliveryStreamName=stream, Record={"Data": b"click"})
    wanted = {"IncomingRecords": 1}
    found = eventually(lambda: sums(client("cloudwatch"), stream, ["IncomingRecords"]), lambda sums: sums == wanted)
    assert found == wanted


def test_the_status_tells_what_is_buffered_and_delivered(
    client: Callable[[str], Any], sandbox: native.Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    waiting, delivered = create_stream(client, seconds=900), create_stream(client, seconds=0)
    for stream in (waiting, delivered):
        client("firehose").put_record(DeliveryStreamName=stream, Record={"Data": b"click"})
    eventually(lambda: client("s3").list_objects_v2(Bucket=delivered)["KeyCount"], bool)

    def status() -> list[str]:
        __main__.print_status(sandbox)
        return capsys.readouterr().out.splitlines()

    expected = {
        f"Firehose     {waiting}: 1 buffered, 0 delivered, 0 failed since the start",
        f"Firehose     {delivered}: 0 buffered, 1 delivered, 0 failed since the start",
    }
    assert expected <= set(eventually(status, lambda lines: expected <= set(lines)))
