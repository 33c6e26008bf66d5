"""What the tests of Firehose share: destinations, puts, and the bucket that they look into."""

from collections.abc import Callable
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.waiting import eventually

Client = Callable[[str], Any]

ROLE = "arn:aws:iam::000000000000:role/Firehose-S3"
AT_ONCE = {"SizeInMBs": 1, "IntervalInSeconds": 0}
LATER = {"SizeInMBs": 1, "IntervalInSeconds": 900}
DESTINATION_ID = "destinationId-000000000001"


class Bucket:
    """A bucket of its own for a test, and what has landed in it."""

    def __init__(self, s3: Any, name: str) -> None:
        self.s3 = s3
        self.name = name

    def destination(self, **more: Any) -> dict[str, Any]:
        return {"RoleARN": ROLE, "BucketARN": f"arn:aws:s3:::{self.name}", "BufferingHints": AT_ONCE, **more}

    def keys(self, prefix: str = "") -> list[str]:
        found = self.s3.list_objects_v2(Bucket=self.name, Prefix=prefix).get("Contents", [])
        return [item["Key"] for item in found]

    def get(self, key: str) -> Any:
        return self.s3.get_object(Bucket=self.name, Key=key)

    def read(self, prefix: str = "") -> bytes:
        return b"".join(self.get(key)["Body"].read() for key in self.keys(prefix))

    def await_objects(self, prefix: str = "", count: int = 1) -> list[str]:
        """Wait until so many objects lie under the prefix."""
        keys = eventually(lambda: self.keys(prefix), lambda found: len(found) >= count)
        assert len(keys) == count
        return keys


def transform_by(arn: str, **parameters: str) -> dict[str, Any]:
    values = {"LambdaArn": arn, "BufferIntervalInSeconds": "0", "NumberOfRetries": "1", **parameters}
    named = [{"ParameterName": name, "ParameterValue": value} for name, value in values.items()]
    return {"Enabled": True, "Processors": [{"Type": "Lambda", "Parameters": named}]}


def put(firehose: Any, stream: str, *data: bytes) -> list[str]:
    records = [{"Data": item} for item in data]
    answer = firehose.put_record_batch(DeliveryStreamName=stream, Records=records)
    return [entry["RecordId"] for entry in answer["RequestResponses"]]


def refusal(call: Callable[..., Any], **parameters: Any) -> tuple[str, str]:
    """Code and message with which a call is refused."""
    with pytest.raises(ClientError) as raised:
        call(**parameters)
    error = raised.value.response["Error"]
    return error["Code"], error["Message"]


def all_streams(firehose: Any) -> list[str]:
    names: list[str] = []
    while True:
        start = {"ExclusiveStartDeliveryStreamName": names[-1]} if names else {}
        page = firehose.list_delivery_streams(Limit=3, **start)
        names += page["DeliveryStreamNames"]
        if not page["HasMoreDeliveryStreams"]:
            return names


def processor(kind: str, **parameters: str) -> dict[str, Any]:
    named = [{"ParameterName": name, "ParameterValue": value} for name, value in parameters.items()]
    return {"Type": kind, "Parameters": named}
