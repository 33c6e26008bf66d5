"""What was acknowledged arrives although the process is killed, the function misbehaves or S3 fails for a while."""

import base64
import contextlib
import json
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from offline_aws import native
from tests.functions import zipped
from tests.restartable import Restartable
from tests.waiting import eventually

ROLE = "arn:aws:iam::000000000000:role/Firehose-S3"
# Does what a record asks for; refuses one record in ten. The pause keeps batches on their way when the process is killed.
FUNCTION = """
import base64, os, time
def handler(event, context):
    words = [base64.b64decode(record["data"]).decode().strip() for record in event["records"]]
    time.sleep(30 if "hang" in words else 0.1)
    if "raise" in words:
        raise RuntimeError("as asked")
    if "die" in words:
        os.kill(os.getpid(), 9)
    if "garbage" in words:
        return "no such document"
    if "huge" in words:
        return {"records": [{"recordId": event["records"][0]["recordId"], "result": "Ok", "data": "A" * 7_000_000}]}
    results = ["ProcessingFailed" if word.endswith("7") else "Ok" for word in words]
    return {"records": [{**record, "result": result} for record, result in zip(event["records"], results)]}
"""


class Delivering(Restartable):
    """A sandbox that can be killed, of which S3 and Firehose's journal outlive the process, with streams in it."""

    def create_stream(self, name: str, seconds: int = 1, **more: Any) -> None:
        self.client("firehose").create_delivery_stream(
            DeliveryStreamName=name,
            ExtendedS3DestinationConfiguration={
                "RoleARN": ROLE,
                "BucketARN": f"arn:aws:s3:::{name}",
                "Prefix": "data/",
                "ErrorOutputPrefix": "errors/",
                "BufferingHints": {"SizeInMBs": 1, "IntervalInSeconds": seconds},
                **more,
            },
        )

    def lines(self, bucket: str, prefix: str) -> list[str]:
        s3 = self.client("s3")
        pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
        keys = [item["Key"] for page in pages for item in page.get("Contents", [])]
        bodies = [s3.get_object(Bucket=bucket, Key=key)["Body"].read() for key in keys]
        return [line.decode() for body in bodies for line in body.splitlines()]

    def arrived(self, bucket: str) -> Counter[str]:
        """How often each line is there, under data or described under errors."""
        failed = [base64.b64decode(json.loads(line)["rawData"]).decode() for line in self.lines(bucket, "errors/")]
        return Counter(self.lines(bucket, "data/") + [line.strip() for line in failed])


@pytest.fixture(scope="module")
def restartable(tmp_path_factory: pytest.TempPathFactory, new_port: Callable[[], int]) -> Iterator[Delivering]:
    folder: Path = tmp_path_factory.mktemp("crash")
    (folder / "init").mkdir()
    instance = Delivering(native.Sandbox(folder / "sandbox", folder / "init", new_port()))
    yield instance
    native.stop(instance.sandbox)


def transformation(lambda_: Any) -> dict[str, Any]:
    """The configuration that calls the function, which is created unless it is there."""
    with contextlib.suppress(lambda_.exceptions.ResourceConflictException):
        lambda_.create_function(
            FunctionName="transform",
            Runtime="python3.13",
            Handler="index.handler",
            Role=ROLE,
            Timeout=3,
            Code={"ZipFile": zipped(FUNCTION)},
        )
    arn = "arn:aws:lambda:us-east-1:000000000000:function:transform"
    values = {"LambdaArn": arn, "BufferIntervalInSeconds": "0", "NumberOfRetries": "0"}
    given = [{"ParameterName": name, "ParameterValue": value} for name, value in values.items()]
    return {"Enabled": True, "Processors": [{"Type": "Lambda", "Parameters": given}]}


class Burst:
    """Puts from four threads until the service is gone; remembers what was acknowledged."""

    def __init__(self, restartable: Delivering, stream: str) -> None:
        self.acknowledged: list[str] = []
        self._put = restartable.client("firehose").put_record_batch
        self._stream = stream
        self._threads = [threading.Thread(target=self._run, args=(number,)) for number in range(4)]
        for thread in self._threads:
            thread.start()

    def _run(self, thread: int) -> None:
        for number in range(0, 1_000_000, 20):
            names = [f"{thread}-{number + place}" for place in range(20)]
            records = [{"Data": f"{name}\n".encode()} for name in names]
            try:
                answer = self._put(DeliveryStreamName=self._stream, Records=records)
            except (BotoCoreError, ClientError):
                return
            assert answer["FailedPutCount"] == 0
            self.acknowledged += names

    def end(self) -> list[str]:
        for thread in self._threads:
            thread.join()
        return self.acknowledged


def test_every_acknowledged_record_is_there_once_after_a_kill_in_a_burst(restartable: Delivering) -> None:
    restartable.client("s3").create_bucket(Bucket="killed")
    restartable.create_stream("killed", ProcessingConfiguration=transformation(restartable.client("lambda")))
    restartable.create_stream("missing", seconds=0)
    restartable.client("firehose").put_record(DeliveryStreamName="missing", Record={"Data": b"click\n"})
    burst = Burst(restartable, "killed")
    eventually(lambda: restartable.arrived("killed"), lambda found: len(found) > 1000)
    restartable.kill()
    acknowledged = burst.end()
    restartable.start()
    restartable.create_stream("killed", ProcessingConfiguration=transformation(restartable.client("lambda")))
    eventually(lambda: restartable.arrived("killed"), lambda found: found.keys() >= set(acknowledged))
    restartable.client("firehose").delete_delivery_stream(DeliveryStreamName="killed")
    arrived = restartable.arrived("killed")
    recovered = re.findall(
        r"Firehose killed: (\d+) records of an earlier run", restartable.sandbox.log_file.read_text(errors="replace")
    )
    assert (
        [int(number) > 0 for number in recovered],
        set(acknowledged) - arrived.keys(),
        [name for name in arrived if arrived[name] != 1],
    ) == ([True], set(), [])


def test_what_waited_for_a_bucket_is_delivered_by_the_next_process(restartable: Delivering) -> None:
    restartable.client("s3").create_bucket(Bucket="missing")
    restartable.create_stream("missing", seconds=0)
    assert eventually(lambda: restartable.lines("missing", "data/"), bool) == ["click"]


@pytest.mark.parametrize("fault", ["raise", "hang", "die", "garbage", "huge"])
def test_a_function_that_fails_fails_its_batch_and_not_the_next_one(restartable: Delivering, fault: str) -> None:
    restartable.client("s3").create_bucket(Bucket=fault)
    processing = transformation(restartable.client("lambda"))
    restartable.create_stream(fault, seconds=0, ProcessingConfiguration=processing)
    put_record = restartable.client("firehose").put_record
    put_record(DeliveryStreamName=fault, Record={"Data": fault.encode()})
    (line,) = eventually(lambda: restartable.lines(fault, "errors/"), bool)
    put_record(DeliveryStreamName=fault, Record={"Data": b"click\n"})
    delivered = eventually(lambda: restartable.lines(fault, "data/"), bool)
    error = json.loads(line)
    assert (error["errorCode"], base64.b64decode(error["rawData"]), delivered) == (
        "Lambda.FunctionError",
        fault.encode(),
        ["click"],
    )


def test_a_failing_s3_delays_the_delivery_and_loses_nothing(restartable: Delivering) -> None:
    restartable.client("s3").create_bucket(Bucket="failing")
    restartable.create_stream("failing", seconds=0)
    staging = restartable.sandbox.data / "s3" / "staging"
    staging.rename(staging.with_name("away"))  # every PutObject is answered 500 now
    restartable.client("firehose").put_record(DeliveryStreamName="failing", Record={"Data": b"click\n"})
    eventually(
        lambda: restartable.sandbox.log_file.read_text(errors="replace"),
        lambda log: "failing-data: 1 records are tried again" in log,
    )
    staging.with_name("away").rename(staging)
    assert eventually(lambda: restartable.lines("failing", "data/"), bool) == ["click"]
