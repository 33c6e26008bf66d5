"""The tutorial's function runs as it is, behind a stream of its own: its faults are Firehose's to bear."""

from collections.abc import Callable
from typing import Any

from tests.functions import TUTORIAL, zipped
from tests.waiting import eventually

ROLE = "arn:aws:iam::000000000000:role/tutorial"
BUCKET = "tutorial"


def create_function(functions: Any) -> str:
    arn: str = functions.create_function(
        FunctionName="tutorial",
        Runtime="python3.8",
        Handler="index.handler",
        Role=ROLE,
        Timeout=10,
        Code={"ZipFile": zipped(TUTORIAL)},
    )["FunctionArn"]
    functions.get_waiter("function_active_v2").wait(FunctionName="tutorial", WaiterConfig={"Delay": 1})
    return arn


def create_stream(firehose: Any, function: str) -> None:
    parameters = [
        {"ParameterName": "LambdaArn", "ParameterValue": f"{function}:$LATEST"},
        {"ParameterName": "BufferIntervalInSeconds", "ParameterValue": "0"},
    ]
    firehose.create_delivery_stream(
        DeliveryStreamName="tutorial",
        ExtendedS3DestinationConfiguration={
            "RoleARN": ROLE,
            "BucketARN": f"arn:aws:s3:::{BUCKET}",
            "BufferingHints": {"SizeInMBs": 1, "IntervalInSeconds": 0},
            "ProcessingConfiguration": {
                "Enabled": True,
                "Processors": [{"Type": "Lambda", "Parameters": parameters}],
            },
        },
    )


def lines(s3: Any) -> list[str]:
    keys = [entry["Key"] for entry in s3.list_objects_v2(Bucket=BUCKET).get("Contents", [])]
    bodies = [s3.get_object(Bucket=BUCKET, Key=key)["Body"].read().decode() for key in keys]
    return sorted(line for body in bodies for line in body.splitlines())


def test_each_record_is_delivered_once_though_a_warm_call_returns_the_earlier_ones_again(
    client: Callable[[str], Any],
) -> None:
    s3, firehose = client("s3"), client("firehose")
    s3.create_bucket(Bucket=BUCKET)
    create_stream(firehose, create_function(client("lambda")))
    for count, click in enumerate(('{"a": 1}', '{"a": 2}', '{"a": 3}'), start=1):
        firehose.put_record(DeliveryStreamName="tutorial", Record={"Data": click.encode()})
        # One call of the function for each.
        eventually(lambda: lines(s3), lambda landed, count=count: len(landed) >= count)
    assert lines(s3) == ['{"a": 1}', '{"a": 2}', '{"a": 3}']
