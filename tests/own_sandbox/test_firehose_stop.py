"""What Firehose does when LocalStack is stopped: each test stops a LocalStack of its own."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from offline_aws import native
from tests.aws import client_of
from tests.functions import zipped
from tests.waiting import eventually

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


def create_function(sandbox: native.Sandbox) -> str:
    arn: str = client_of(sandbox, "lambda").create_function(
        FunctionName="transform",
        Runtime="python3.13",
        Handler="index.handler",
        Role=ROLE,
        Code={"ZipFile": zipped(FUNCTION)},
    )["FunctionArn"]
    return arn


def create_stream(sandbox: native.Sandbox, name: str, bucket: str, **more: Any) -> None:
    """A stream whose buffers are not due before the test ends."""
    destination = {"RoleARN": ROLE, "BucketARN": f"arn:aws:s3:::{bucket}"} | more
    client_of(sandbox, "firehose").create_delivery_stream(
        DeliveryStreamName=name, ExtendedS3DestinationConfiguration=destination
    )


class Burst:
    """Puts clicks one by one until the stream refuses; remembers what was acknowledged."""

    def __init__(self, sandbox: native.Sandbox, stream: str) -> None:
        self.acknowledged: list[str] = []
        self._put = client_of(sandbox, "firehose").put_record
        self._stream = stream
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        for number in range(1_000_000):
            try:
                self._put(DeliveryStreamName=self._stream, Record={"Data": f"{number}\n".encode()})
            except (BotoCoreError, ClientError):
                return
            self.acknowledged.append(f"{number}")

    def end(self) -> list[str]:
        self._thread.join()
        return self.acknowledged


def objects(sandbox: native.Sandbox, bucket: str) -> list[str]:
    """The lines of a bucket's objects, which S3 keeps as files."""
    paths = (sandbox.data / "s3" / "buckets" / bucket / "objects").rglob("*")
    return [line for path in paths if path.is_file() for line in path.read_text().splitlines()]


def test_a_stop_in_a_burst_delivers_what_was_acknowledged_and_says_what_it_could_not(
    own_sandbox: native.Sandbox,
) -> None:
    function = {"ParameterName": "LambdaArn", "ParameterValue": create_function(own_sandbox)}
    processing = {"Enabled": True, "Processors": [{"Type": "Lambda", "Parameters": [function]}]}
    client_of(own_sandbox, "s3").create_bucket(Bucket="data")
    create_stream(own_sandbox, "clicks", "data", ProcessingConfiguration=processing)
    create_stream(own_sandbox, "stuck", "missing")
    client_of(own_sandbox, "firehose").put_record(DeliveryStreamName="stuck", Record={"Data": b"click"})
    burst = Burst(own_sandbox, "clicks")
    eventually(lambda: len(burst.acknowledged), lambda count: count >= 100)
    assert native.stop(own_sandbox)
    acknowledged = burst.end()
    complaints = re.findall(
        r"deliverystream/(.*?): (\d+ records could not be .*)", own_sandbox.log_file.read_text(errors="replace")
    )
    assert (sorted(objects(own_sandbox, "data")), complaints) == (
        sorted(acknowledged),
        [("stuck", "1 records could not be delivered and are kept for the next start")],
    )
