"""What was acknowledged arrives although the process is killed, the function misbehaves or S3 fails for a while."""

import base64
import contextlib
import io
import json
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from botocore.exceptions import BotoCoreError, ClientError
from pyarrow import parquet

from offline_aws import native
from tests.firehose import DESTINATION_ID, LATER, ROLE, processor, transform_by
from tests.functions import zipped
from tests.restartable import Restartable
from tests.waiting import eventually

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

    def create_stream(self, name: str, seconds: int = 1, source: dict[str, str] | None = None, **more: Any) -> None:
        given = {"DeliveryStreamType": "KinesisStreamAsSource", "KinesisStreamSourceConfiguration": source}
        self.client("firehose").create_delivery_stream(
            DeliveryStreamName=name,
            **(given if source else {}),
            ExtendedS3DestinationConfiguration={
                "RoleARN": ROLE,
                "BucketARN": f"arn:aws:s3:::{name}",
                "Prefix": "data/",
                "ErrorOutputPrefix": "errors/",
                "BufferingHints": {"SizeInMBs": 1, "IntervalInSeconds": seconds},
                **more,
            },
        )

    def update_interval(self, stream: str, seconds: int) -> None:
        self.client("firehose").update_destination(
            DeliveryStreamName=stream,
            CurrentDeliveryStreamVersionId="1",
            DestinationId=DESTINATION_ID,
            ExtendedS3DestinationUpdate={"BufferingHints": {"SizeInMBs": 1, "IntervalInSeconds": seconds}},
        )

    def bodies(self, bucket: str, prefix: str) -> list[bytes]:
        s3 = self.client("s3")
        pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
        keys = [item["Key"] for page in pages for item in page.get("Contents", [])]
        return [s3.get_object(Bucket=bucket, Key=key)["Body"].read() for key in keys]

    def lines(self, bucket: str, prefix: str) -> list[str]:
        return [line.decode() for body in self.bodies(bucket, prefix) for line in body.splitlines()]

    def arrived(self, kind: "Kind") -> Counter[str]:
        """How often each id is there, under data or described under errors."""
        failed = [base64.b64decode(json.loads(line)["rawData"]).decode() for line in self.lines(kind.name, "errors/")]
        delivered = [name for body in self.bodies(kind.name, "data/") for name in kind.unpack(body)]
        return Counter(delivered + [line.strip() for line in failed])


@pytest.fixture(scope="module")
def restartable(tmp_path_factory: pytest.TempPathFactory, new_port: Callable[[], int]) -> Iterator[Delivering]:
    folder: Path = tmp_path_factory.mktemp("crash")
    (folder / "init").mkdir()
    instance = Delivering(native.Sandbox(folder / "sandbox", folder / "init", new_port()))
    yield instance
    instance.close()


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
    return transform_by(arn, NumberOfRetries="0")


class Kind(NamedTuple):
    """A stream of the crash test: how it is configured, how ids become records' data, and an object ids again."""

    name: str
    configuration: dict[str, Any]
    pack: Callable[[Sequence[str]], list[bytes]]
    unpack: Callable[[bytes], list[str]]


def lines(names: Sequence[str]) -> list[bytes]:
    return [f"{name}\n".encode() for name in names]


def lines_of(body: bytes) -> list[str]:
    return body.decode().split()


def documents(names: Sequence[str]) -> list[bytes]:
    return [json.dumps({"name": name, "key": int(name[-1]) % 3}).encode() for name in names]


def names_of(body: bytes) -> list[str]:
    return [json.loads(line)["name"] for line in body.splitlines()]


def processing(*processors: tuple[str, dict[str, str]]) -> dict[str, Any]:
    return {"Enabled": True, "Processors": [processor(kind, **parameters) for kind, parameters in processors]}


def kinds(restartable: Delivering) -> list[Kind]:
    """A function; a Kinesis stream as source; records that are taken apart and sorted by a key in them; and Parquet."""
    separated = ("RecordDeAggregation", {"SubRecordType": "DELIMITED", "Delimiter": base64.b64encode(b"|").decode()})
    documents_in_it = ("RecordDeAggregation", {"SubRecordType": "JSON"})
    query = ("MetadataExtraction", {"MetadataExtractionQuery": "{key:.key}", "JsonParsingEngine": "JQ-1.6"})
    delimited: tuple[str, dict[str, str]] = ("AppendDelimiterToRecord", {})
    sorted_by_key = {
        "Prefix": "data/!{partitionKeyFromQuery:key}/",
        "ErrorOutputPrefix": "errors/!{firehose:error-output-type}/",
        "BufferingHints": {"SizeInMBs": 64, "IntervalInSeconds": 60},
        "DynamicPartitioningConfiguration": {"Enabled": True},
    }
    return [
        Kind(
            "killed",
            {"ProcessingConfiguration": transformation(restartable.client("lambda"))},
            lines,
            lines_of,
        ),
        Kind(STREAMED, {"BufferingHints": LATER}, lines, lines_of),
        Kind(
            "separated",
            {**sorted_by_key, "ProcessingConfiguration": processing(separated, query, delimited)},
            lambda names: [b"|".join(documents(names))],
            names_of,
        ),
        Kind(
            "sorted",
            {**sorted_by_key, "ProcessingConfiguration": processing(documents_in_it, query, delimited)},
            lambda names: [b"".join(documents(names))],
            names_of,
        ),
        Kind(
            "converted",
            {"DataFormatConversionConfiguration": CONVERSION, "BufferingHints": LARGE},
            documents,
            lambda body: parquet.read_table(io.BytesIO(body))["name"].to_pylist(),
        ),
    ]


STREAMED, STOPPED = "streamed", "stopped"
FED = (STREAMED, STOPPED)
"""The streams whose source is a Kinesis stream of the same name."""
LARGE = {"SizeInMBs": 64, "IntervalInSeconds": 1}
CONVERSION = {
    "SchemaConfiguration": {"RoleARN": ROLE, "DatabaseName": "default", "TableName": "converted"},
    "InputFormatConfiguration": {"Deserializer": {"OpenXJsonSerDe": {}}},
    "OutputFormatConfiguration": {"Serializer": {"ParquetSerDe": {}}},
}
COLUMNS = [{"Name": "name", "Type": "string"}, {"Name": "key", "Type": "int"}]


def source(name: str) -> dict[str, str] | None:
    arn = f"arn:aws:kinesis:us-east-1:000000000000:stream/{name}"
    return {"KinesisStreamARN": arn, "RoleARN": ROLE} if name in FED else None


def expected(kind: Kind) -> set[int]:
    """How often a record may be there."""
    return {1, 2} if kind.name == STREAMED else {1}


class Burst:
    """Puts from two threads until the service is gone; remembers what was acknowledged."""

    def __init__(self, restartable: Delivering, kind: Kind) -> None:
        self.kind = kind
        self.acknowledged: list[str] = []
        self._clients = {service: restartable.client(service) for service in ("firehose", "kinesis")}
        self._threads = [threading.Thread(target=self._run, args=(number,)) for number in range(2)]
        for thread in self._threads:
            thread.start()

    def _run(self, thread: int) -> None:
        for number in range(0, 1_000_000, 20):
            names = [f"{thread}-{number + place}" for place in range(20)]
            try:
                self._put(self.kind.pack(names))
            except (BotoCoreError, ClientError):
                return
            self.acknowledged += names

    def _put(self, data: list[bytes]) -> None:
        if self.kind.name in FED:
            records = [{"Data": each, "PartitionKey": each.decode()} for each in data]
            answer = self._clients["kinesis"].put_records(StreamName=self.kind.name, Records=records)
            assert answer["FailedRecordCount"] == 0
        else:
            batch = [{"Data": each} for each in data]
            answer = self._clients["firehose"].put_record_batch(DeliveryStreamName=self.kind.name, Records=batch)
            assert answer["FailedPutCount"] == 0

    def end(self) -> list[str]:
        for thread in self._threads:
            thread.join()
        return self.acknowledged


def described(restartable: Delivering, stream: str) -> dict[str, Any]:
    firehose = restartable.client("firehose")
    tags = firehose.list_tags_for_delivery_stream(DeliveryStreamName=stream)["Tags"]
    description = firehose.describe_delivery_stream(DeliveryStreamName=stream)["DeliveryStreamDescription"]
    return {**description, "Tags": tags}


def recovered_streams(restartable: Delivering) -> list[str]:
    """The streams that deliver what an earlier process has left."""
    log = restartable.sandbox.log_file.read_text(errors="replace")
    return sorted(re.findall(r"Firehose (\w+): \d+ records of an earlier run", log))


def await_all(restartable: Delivering, kind: Kind, acknowledged: list[str]) -> None:
    eventually(lambda: restartable.arrived(kind), lambda found: found.keys() >= set(acknowledged))


def test_every_acknowledged_record_is_there_once_after_a_kill_in_a_burst(restartable: Delivering) -> None:
    firehose = restartable.client("firehose")
    table = {"Name": "converted", "StorageDescriptor": {"Columns": COLUMNS}}
    restartable.client("glue").create_table(DatabaseName="default", TableInput=table)
    streams = kinds(restartable)
    restartable.client("kinesis").create_stream(StreamName=STREAMED, ShardCount=2)
    for kind in streams:
        restartable.client("s3").create_bucket(Bucket=kind.name)
        restartable.create_stream(kind.name, source=source(kind.name), **kind.configuration)
    restartable.create_stream("missing", seconds=0)
    firehose.put_record(DeliveryStreamName="missing", Record={"Data": b"click\n"})
    firehose.tag_delivery_stream(DeliveryStreamName="killed", Tags=[{"Key": "kept", "Value": "yes"}])
    firehose.start_delivery_stream_encryption(DeliveryStreamName="killed")
    restartable.update_interval("killed", 2)
    before = described(restartable, "killed")
    bursts = [Burst(restartable, kind) for kind in streams]
    eventually(lambda: restartable.arrived(streams[0]), lambda found: len(found) > 400)
    restartable.kill()
    acknowledged = {burst.kind.name: burst.end() for burst in bursts}
    restartable.start()
    recovered = eventually(lambda: recovered_streams(restartable), lambda found: len(found) == len(streams) + 1)
    after = described(restartable, "killed")
    transformation(restartable.client("lambda"))
    restartable.update_interval(STREAMED, 1)
    for kind in streams[:2]:
        await_all(restartable, kind, acknowledged[kind.name])
    for kind in streams:
        restartable.client("firehose").delete_delivery_stream(DeliveryStreamName=kind.name)
    arrived = {kind.name: restartable.arrived(kind) for kind in streams}
    assert (
        after,
        recovered,
        {name for name, found in arrived.items() if not found.keys() >= set(acknowledged[name])},
        {kind.name for kind in streams if not {*arrived[kind.name].values()} <= expected(kind)},
    ) == (
        before,
        ["converted", "killed", "missing", "separated", "sorted", "streamed"],
        set(),
        set(),
    )


def test_what_waited_for_a_bucket_is_delivered_by_the_next_process(restartable: Delivering) -> None:
    restartable.client("s3").create_bucket(Bucket="missing")
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


def test_a_stop_while_a_source_is_read_loses_and_repeats_nothing(restartable: Delivering) -> None:
    fed = Kind(STOPPED, {}, lines, lines_of)
    restartable.client("kinesis").create_stream(StreamName=STOPPED, ShardCount=2)
    restartable.client("s3").create_bucket(Bucket=STOPPED)
    restartable.create_stream(STOPPED, source=source(STOPPED))
    burst = Burst(restartable, fed)
    eventually(lambda: restartable.arrived(fed), bool)
    native.stop(restartable.sandbox)
    acknowledged = burst.end()
    restartable.start()
    await_all(restartable, fed, acknowledged)
    restartable.client("firehose").delete_delivery_stream(DeliveryStreamName=STOPPED)
    arrived = restartable.arrived(fed)
    assert (set(acknowledged) - arrived.keys(), {*arrived.values()}) == (set(), {1})
