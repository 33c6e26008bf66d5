"""What Firehose does when LocalStack is stopped: each test stops a LocalStack of its own."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest

from offline_aws import native

ROLE = "arn:aws:iam::000000000000:role/Firehose-S3"
FUNCTION = """
def handler(event, context):
    return {"records": [{**record, "result": "Ok"} for record in event["records"]]}
"""


@pytest.fixture
def own_sandbox(tmp_path: Path, free_port: int) -> Iterator[native.Sandbox]:
    (tmp_path / "init" / "ready.d").mkdir(parents=True)
    sandbox = native.Sandbox(tmp_path / "sandbox", tmp_path / "init", free_port)
    native.start(sandbox)
    yield sandbox
    native.stop(sandbox)


def client(sandbox: native.Sandbox, service: Any) -> Any:
    return boto3.client(
        service,
        endpoint_url=sandbox.url,
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )


def create_function(sandbox: native.Sandbox) -> str:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("index.py", FUNCTION)
    arn: str = client(sandbox, "lambda").create_function(
        FunctionName="transform",
        Runtime="python3.13",
        Handler="index.handler",
        Role=ROLE,
        Code={"ZipFile": archive.getvalue()},
    )["FunctionArn"]
    return arn


def create_stream(sandbox: native.Sandbox, bucket: str, **more: Any) -> None:
    """A stream whose buffers are not due before the test ends."""
    destination = {"RoleARN": ROLE, "BucketARN": f"arn:aws:s3:::{bucket}"} | more
    client(sandbox, "firehose").create_delivery_stream(
        DeliveryStreamName="clicks", ExtendedS3DestinationConfiguration=destination
    )


def put(sandbox: native.Sandbox, count: int) -> None:
    records = [{"Data": b"click\n"}] * count
    client(sandbox, "firehose").put_record_batch(DeliveryStreamName="clicks", Records=records)


def log_of_the_stop(sandbox: native.Sandbox) -> str:
    """Stop the sandbox and return what it logged since."""
    assert native.stop(sandbox)
    return sandbox.log_file.read_text().partition("received signal 15")[2]


def test_what_is_buffered_before_the_function_is_transformed_and_delivered(own_sandbox: native.Sandbox) -> None:
    function = {"ParameterName": "LambdaArn", "ParameterValue": create_function(own_sandbox)}
    processing = {"Enabled": True, "Processors": [{"Type": "Lambda", "Parameters": [function]}]}
    client(own_sandbox, "s3").create_bucket(Bucket="data")
    create_stream(own_sandbox, "data", ProcessingConfiguration=processing)
    put(own_sandbox, 100)
    log = log_of_the_stop(own_sandbox)
    assert re.findall(r"Firehose clicks: (\d+) bytes to s3://data/", log) == ["600"]
    assert "are lost" not in log


def test_a_stop_ends_although_the_bucket_is_missing_and_says_what_is_lost(own_sandbox: native.Sandbox) -> None:
    create_stream(own_sandbox, "missing")
    put(own_sandbox, 100)
    assert "deliverystream/clicks: 100 records could not be delivered and are lost" in log_of_the_stop(own_sandbox)
