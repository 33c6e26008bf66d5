"""Streams, buckets and a function for the tests of Firehose, and what those of Athena share."""

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.athena import DATA, OUTPUT, Athena
from tests.firehose import ROLE, Bucket, Client, all_streams
from tests.functions import zipped

# Says of each record what the record asks for. The list is global as in the tutorial: a warm function answers
# with earlier records as well.
FUNCTION = """
import base64
answers = []
def handler(event, context):
    for record in event["records"]:
        metadata = {"partitionKeys": {"length": len(base64.b64decode(record["data"]))}}
        word = base64.b64decode(record["data"]).decode()
        if word == "raise":
            raise RuntimeError("as asked")
        if word != "forget":
            result = word if word in ("Dropped", "ProcessingFailed") else "Ok"
            data = base64.b64encode(f"{word}!".encode())
            answers.append({"recordId": record["recordId"], "result": result, "data": data, "metadata": metadata})
    return {"records": answers}
"""


@pytest.fixture(scope="module")
def firehose(client: Client) -> Any:
    return client("firehose")


@pytest.fixture
def bucket(client: Client) -> "Bucket":
    name = f"firehose-{uuid.uuid4()}"
    client("s3").create_bucket(Bucket=name)
    return Bucket(client("s3"), name)


@pytest.fixture
def create(firehose: Any, bucket: "Bucket") -> Iterator[Callable[..., str]]:
    """Creates a stream into the bucket and returns its name; deletes it after the test."""
    names = []

    def create_stream(**destination: Any) -> str:
        names.append(f"stream-{uuid.uuid4()}")
        firehose.create_delivery_stream(
            DeliveryStreamName=names[-1], ExtendedS3DestinationConfiguration=bucket.destination(**destination)
        )
        return names[-1]

    yield create_stream
    present = [name for name in names if name in all_streams(firehose)]
    for name in present:
        firehose.delete_delivery_stream(DeliveryStreamName=name)


@pytest.fixture(scope="module")
def kinesis(client: Client) -> Any:
    return client("kinesis")


@pytest.fixture
def kinesis_stream(kinesis: Any) -> Iterator[str]:
    """The name of a stream with one shard, which is deleted after the test."""
    name = f"stream-{uuid.uuid4()}"
    kinesis.create_stream(StreamName=name, ShardCount=1)
    yield name
    kinesis.delete_stream(StreamName=name)


@pytest.fixture(scope="module")
def function_arn(client: Client) -> str:
    name = f"transform-{uuid.uuid4()}"
    arn: str = client("lambda").create_function(
        FunctionName=name,
        Runtime="python3.13",
        Handler="index.handler",
        Role=ROLE,
        Code={"ZipFile": zipped(FUNCTION)},
    )["FunctionArn"]
    client("lambda").get_waiter("function_active_v2").wait(FunctionName=name, WaiterConfig={"Delay": 1})
    return arn


@pytest.fixture(scope="session")
def athena(client: Callable[[str], Any]) -> Athena:
    s3 = client("s3")
    for bucket in (OUTPUT, DATA):
        s3.create_bucket(Bucket=bucket)
    return Athena(client("athena"), s3)


@pytest.fixture(scope="session")
def glue(client: Callable[[str], Any]) -> Any:
    return client("glue")
