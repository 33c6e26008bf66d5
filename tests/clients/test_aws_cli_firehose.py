"""A stream's life by the AWS CLI."""

import base64
import json
import uuid
from collections.abc import Callable
from typing import Any

from tests.clients.conftest import Aws

ROLE = "arn:aws:iam::000000000000:role/Firehose-S3"


def destination(bucket: str, **more: Any) -> str:
    hints = {"SizeInMBs": 1, "IntervalInSeconds": 0}
    return json.dumps({"RoleARN": ROLE, "BucketARN": f"arn:aws:s3:::{bucket}", "BufferingHints": hints, **more})


def test_a_stream_is_created_put_to_described_updated_and_deleted(aws: Aws, client: Callable[[str], Any]) -> None:
    name = f"cli-{uuid.uuid4()}"
    stream = ("--delivery-stream-name", name)
    client("s3").create_bucket(Bucket=name)
    aws("firehose", "create-delivery-stream", *stream, "--extended-s3-destination-configuration", destination(name))
    update = json.dumps({"Prefix": "clicks/"})
    aws(
        *("firehose", "update-destination", *stream, "--current-delivery-stream-version-id", "1"),
        *("--destination-id", "destinationId-000000000001", "--extended-s3-destination-update", update),
    )
    record = json.dumps({"Data": base64.b64encode(b"click").decode()})
    answer = aws("firehose", "put-record", *stream, "--record", record)
    described = aws("firehose", "describe-delivery-stream", *stream)["DeliveryStreamDescription"]
    aws("firehose", "delete-delivery-stream", *stream)
    found = client("s3").list_objects_v2(Bucket=name, Prefix="clicks/")["Contents"]
    assert (answer["Encrypted"], described["DeliveryStreamStatus"], described["VersionId"], len(found)) == (
        False,
        "ACTIVE",
        "2",
        1,
    )
