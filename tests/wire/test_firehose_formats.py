"""Firehose's processors and formats by stock boto3: partitions, log events, Parquet and ORC."""

import base64
import io
import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pyarrow import orc, parquet

from tests.firehose import (
    ROLE,
    Bucket,
    Client,
    processor,
    put,
    refusal,
    transform_by,
)
from tests.waiting import eventually

# --- partitions -------------------------------------------------------------------------------------------------


EXTRACTION = processor("MetadataExtraction", MetadataExtractionQuery="{c: .c}", JsonParsingEngine="JQ-1.6")


def partitioned(prefix: str, *processors: dict[str, Any]) -> dict[str, Any]:
    return {
        "Prefix": prefix,
        "ErrorOutputPrefix": "errors/!{firehose:error-output-type}/",
        "BufferingHints": {"SizeInMBs": 64, "IntervalInSeconds": 60},
        "DynamicPartitioningConfiguration": {"Enabled": True},
        "ProcessingConfiguration": {"Enabled": True, "Processors": [*processors, {"Type": "AppendDelimiterToRecord"}]},
    }


def test_records_land_under_the_keys_that_are_in_them(firehose: Any, create: Any, bucket: Bucket) -> None:
    separation = processor("RecordDeAggregation", SubRecordType="JSON")
    stream = create(**partitioned("data/c=!{partitionKeyFromQuery:c}/", EXTRACTION, separation))
    put(firehose, stream, b'{"c":"a","n":1}{"c":"b","n":2}', b'{"c":"a","n":3}', b"no JSON", b'{"n":4}')
    firehose.delete_delivery_stream(DeliveryStreamName=stream)
    errors = [json.loads(line) for line in bucket.read("errors/metadata-extraction-failed/").splitlines()]
    assert (bucket.read("data/c=a/"), bucket.read("data/c=b/"), len(bucket.keys())) == (
        b'{"c":"a","n":1}\n{"c":"a","n":3}',
        b'{"c":"b","n":2}',
        3,
    )
    assert [(error["errorCode"], error["errorMessage"], base64.b64decode(error["rawData"])) for error in errors] == [
        ("DynamicPartitioning.MetadataExtractionFailed", "Non JSON record provided", b"no JSON"),
        (
            "DynamicPartitioning.MetadataExtractionFailed",
            "partitionKeys values must not be null or empty",
            b'{"n":4}',
        ),
    ]


def test_an_object_that_s3_never_takes_is_given_up_and_described(firehose: Any, create: Any, bucket: Bucket) -> None:
    given = partitioned("data/!{partitionKeyFromQuery:c}/", EXTRACTION)
    given["DynamicPartitioningConfiguration"]["RetryOptions"] = {"DurationInSeconds": 0}
    stream = create(**given)
    too_long = json.dumps({"c": "€" * 400}).encode()  # 1200 bytes of a key
    put(firehose, stream, too_long, b'{"c":"a"}')
    firehose.delete_delivery_stream(DeliveryStreamName=stream)
    error = json.loads(bucket.read("errors/"))
    assert (error["errorCode"], base64.b64decode(error["rawData"]), bucket.read("data/")) == (
        "S3.KeyTooLongError",
        too_long,
        b'{"c":"a"}',
    )


def test_records_land_under_the_keys_that_the_function_names(
    firehose: Any, create: Any, bucket: Bucket, function_arn: str
) -> None:
    (function,) = transform_by(function_arn)["Processors"]
    stream = create(**partitioned("data/!{partitionKeyFromLambda:length}/", function))
    put(firehose, stream, b"one", b"three", b"two")
    firehose.delete_delivery_stream(DeliveryStreamName=stream)
    assert (bucket.read("data/3/"), bucket.read("data/5/")) == (b"one!\ntwo!", b"three!")


def test_a_stream_that_unpacks_takes_records_from_cloudwatch_logs_only(firehose: Any, create: Any) -> None:
    processors = [processor("Decompression", CompressionFormat="GZIP")]
    stream = create(ProcessingConfiguration={"Enabled": True, "Processors": processors})
    assert refusal(firehose.put_record, DeliveryStreamName=stream, Record={"Data": b"click"}) == (
        "InvalidSourceException",
        "Only requests from CloudWatch Logs are supported when CloudWatch Logs decompression is enabled.",
    )


def test_a_log_groups_events_arrive_by_their_subscription(
    firehose: Any, create: Any, bucket: Bucket, client: Client
) -> None:
    processors = [
        processor("Decompression", CompressionFormat="GZIP"),
        processor("CloudWatchLogProcessing", DataMessageExtraction="true"),
    ]
    stream = create(ProcessingConfiguration={"Enabled": True, "Processors": processors})
    arn = firehose.describe_delivery_stream(DeliveryStreamName=stream)["DeliveryStreamDescription"]["DeliveryStreamARN"]
    logs, group = client("logs"), {"logGroupName": bucket.name}
    logs.create_log_group(**group)
    logs.create_log_stream(**group, logStreamName="s")
    logs.put_subscription_filter(**group, filterName="all", filterPattern="", destinationArn=arn, roleArn=ROLE)
    now = int(time.time() * 1000)
    events = [{"timestamp": now, "message": message} for message in ("one", "two")]
    logs.put_log_events(**group, logStreamName="s", logEvents=events)
    assert eventually(bucket.read, lambda content: b"two" in content) == b"one\ntwo"


# --- record formats ---------------------------------------------------------------------------------------------


def converted_by(database: str, table: str, serializer: str) -> dict[str, Any]:
    conversion = {
        "SchemaConfiguration": {"RoleARN": ROLE, "DatabaseName": database, "TableName": table},
        "InputFormatConfiguration": {"Deserializer": {"OpenXJsonSerDe": {}}},
        "OutputFormatConfiguration": {"Serializer": {serializer: {}}},
    }
    hints = {"SizeInMBs": 64, "IntervalInSeconds": 0}
    return {"DataFormatConversionConfiguration": conversion, "BufferingHints": hints}


@pytest.fixture
def table(client: Client, bucket: Bucket) -> Iterator[Callable[[], tuple[str, str]]]:
    """Creates a Glue table of two columns, in a database of its own; returns both names."""
    glue, database = client("glue"), bucket.name.replace("-", "_")

    def create_table() -> tuple[str, str]:
        columns = [{"Name": "item", "Type": "string"}, {"Name": "seconds", "Type": "int"}]
        glue.create_database(DatabaseInput={"Name": database})
        glue.create_table(DatabaseName=database, TableInput={"Name": "t", "StorageDescriptor": {"Columns": columns}})
        return database, "t"

    yield create_table
    glue.delete_database(Name=database)


@pytest.mark.parametrize(
    ("serializer", "extension", "read"),
    [("ParquetSerDe", ".parquet", parquet.read_table), ("OrcSerDe", ".orc", orc.read_table)],
)
def test_records_land_in_the_columns_of_their_table(
    firehose: Any, create: Any, bucket: Bucket, table: Any, serializer: str, extension: str, read: Any
) -> None:
    stream = create(**converted_by(*table(), serializer), Prefix="data/", ErrorOutputPrefix="errors/")
    put(firehose, stream, b'{"item": "soup", "seconds": "7"}', b'{"seconds": "oops"}')
    firehose.delete_delivery_stream(DeliveryStreamName=stream)
    (key,) = bucket.keys("data/")
    error = json.loads(bucket.read("errors/"))
    assert (key.endswith(extension), read(io.BytesIO(bucket.read("data/"))).to_pylist()) == (
        True,
        [{"item": "soup", "seconds": 7}],
    )
    assert (error["lastErrorCode"], base64.b64decode(error["rawData"]), error["dataCatalogTable"]["tableName"]) == (
        "DataFormatConversion.MalformedData",
        b'{"seconds": "oops"}',
        "t",
    )


def test_records_wait_for_their_table(firehose: Any, create: Any, bucket: Bucket, table: Any) -> None:
    stream = create(**converted_by(bucket.name.replace("-", "_"), "t", "ParquetSerDe"))
    put(firehose, stream, b'{"item": "soup"}')
    table()
    bucket.await_objects()
    assert parquet.read_table(io.BytesIO(bucket.read())).to_pylist() == [{"item": "soup", "seconds": None}]
