"""Firehose by stock boto3: what it accepts, what it answers, and what is in S3 afterwards."""

import base64
import gzip
import io
import json
import re
import uuid
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from pyarrow import orc, parquet

from offline_aws.firehose.formats import EXTENSIONS
from tests.waiting import eventually

Client = Callable[[str], Any]

ROLE = "arn:aws:iam::000000000000:role/Firehose-S3"
AT_ONCE = {"SizeInMBs": 1, "IntervalInSeconds": 0}
LATER = {"SizeInMBs": 1, "IntervalInSeconds": 900}
DESTINATION_ID = "destinationId-000000000001"

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
def function_arn(client: Client) -> str:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("index.py", FUNCTION)
    name = f"transform-{uuid.uuid4()}"
    arn: str = client("lambda").create_function(
        FunctionName=name,
        Runtime="python3.13",
        Handler="index.handler",
        Role=ROLE,
        Code={"ZipFile": archive.getvalue()},
    )["FunctionArn"]
    client("lambda").get_waiter("function_active_v2").wait(FunctionName=name, WaiterConfig={"Delay": 1})
    return arn


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


# --- streams ----------------------------------------------------------------------------------------------------


def test_a_stream_is_described_with_both_s3_descriptions(firehose: Any, create: Any, bucket: Bucket) -> None:
    stream = create(Prefix="clicks/")
    described = firehose.describe_delivery_stream(DeliveryStreamName=stream)["DeliveryStreamDescription"]
    del described["CreateTimestamp"]
    plain = bucket.destination(
        Prefix="clicks/",
        CompressionFormat="UNCOMPRESSED",
        EncryptionConfiguration={"NoEncryptionConfig": "NoEncryption"},
        CloudWatchLoggingOptions={"Enabled": False},
    )
    assert described == {
        "DeliveryStreamName": stream,
        "DeliveryStreamARN": f"arn:aws:firehose:us-east-1:000000000000:deliverystream/{stream}",
        "DeliveryStreamStatus": "ACTIVE",
        "DeliveryStreamEncryptionConfiguration": {"Status": "DISABLED"},
        "DeliveryStreamType": "DirectPut",
        "VersionId": "1",
        "HasMoreDestinations": False,
        "Destinations": [
            {
                "DestinationId": DESTINATION_ID,
                "S3DestinationDescription": plain,
                "ExtendedS3DestinationDescription": plain | {"S3BackupMode": "Disabled"},
            }
        ],
    }


def test_streams_are_listed_in_pages_by_name(firehose: Any, create: Any) -> None:
    created = sorted(create() for _ in range(4))
    assert [name for name in all_streams(firehose) if name in created] == created


def test_streams_fed_by_kinesis_are_none(firehose: Any, create: Any) -> None:
    create()
    assert firehose.list_delivery_streams(DeliveryStreamType="KinesisStreamAsSource")["DeliveryStreamNames"] == []


def test_a_name_is_taken_once(firehose: Any, create: Any, bucket: Bucket) -> None:
    stream = create()
    assert refusal(
        firehose.create_delivery_stream,
        DeliveryStreamName=stream,
        S3DestinationConfiguration=bucket.destination(),
    ) == ("ResourceInUseException", f"Firehose {stream} under accountId 000000000000 already exists")


def test_a_stream_needs_exactly_one_destination(firehose: Any, bucket: Bucket) -> None:
    expected = (
        "InvalidArgumentException",
        "Exactly one destination configuration is supported for a Firehose",
    )
    both = {
        "S3DestinationConfiguration": bucket.destination(),
        "ExtendedS3DestinationConfiguration": bucket.destination(),
    }
    answers = [refusal(firehose.create_delivery_stream, DeliveryStreamName="x", **given) for given in ({}, both)]
    assert answers == [expected, expected]


def test_what_is_not_emulated_is_refused_by_name(firehose: Any, bucket: Bucket) -> None:
    source = {"KinesisStreamARN": "arn:aws:kinesis:us-east-1:000000000000:stream/s", "RoleARN": ROLE}
    assert refusal(
        firehose.create_delivery_stream,
        DeliveryStreamName="x",
        DeliveryStreamType="KinesisStreamAsSource",
        KinesisStreamSourceConfiguration=source,
        S3DestinationConfiguration=bucket.destination(),
    ) == ("InvalidArgumentException", "KinesisStreamSourceConfiguration: not emulated")


def test_regions_do_not_share_streams(firehose: Any, create: Any) -> None:
    stream = create()
    elsewhere = boto3.client("firehose", region_name="eu-west-1")
    assert refusal(elsewhere.describe_delivery_stream, DeliveryStreamName=stream)[0] == ("ResourceNotFoundException")


def test_an_update_raises_the_version_only_when_something_changes(firehose: Any, create: Any) -> None:
    stream = create()
    for version, prefix in (("1", "a/"), ("2", "a/"), ("2", "b/")):
        firehose.update_destination(
            DeliveryStreamName=stream,
            CurrentDeliveryStreamVersionId=version,
            DestinationId=DESTINATION_ID,
            ExtendedS3DestinationUpdate={"Prefix": prefix},
        )
    described = firehose.describe_delivery_stream(DeliveryStreamName=stream)["DeliveryStreamDescription"]
    assert described["VersionId"] == "3"


def test_an_update_of_another_version_is_refused(firehose: Any, create: Any) -> None:
    code, _ = refusal(
        firehose.update_destination,
        DeliveryStreamName=create(),
        CurrentDeliveryStreamVersionId="7",
        DestinationId=DESTINATION_ID,
        ExtendedS3DestinationUpdate={"Prefix": "a/"},
    )
    assert code == "ConcurrentModificationException"


def test_tags_are_set_listed_in_pages_and_removed(firehose: Any, create: Any) -> None:
    stream = create()
    tags = [{"Key": key, "Value": key.upper()} for key in ("a", "b", "c")]
    firehose.tag_delivery_stream(DeliveryStreamName=stream, Tags=tags)
    firehose.untag_delivery_stream(DeliveryStreamName=stream, TagKeys=["b"])
    page = firehose.list_tags_for_delivery_stream(DeliveryStreamName=stream, Limit=1)
    rest = firehose.list_tags_for_delivery_stream(DeliveryStreamName=stream, ExclusiveStartTagKey="a")
    assert (page["Tags"], page["HasMoreTags"], rest["Tags"], rest["HasMoreTags"]) == (
        tags[:1],
        True,
        tags[2:],
        False,
    )


def test_encryption_of_a_stream_is_started_and_stopped(firehose: Any, create: Any) -> None:
    stream = create()
    answers = []
    for change in (firehose.start_delivery_stream_encryption, firehose.stop_delivery_stream_encryption):
        change(DeliveryStreamName=stream)
        described = firehose.describe_delivery_stream(DeliveryStreamName=stream)["DeliveryStreamDescription"]
        encrypted = firehose.put_record(DeliveryStreamName=stream, Record={"Data": b""})["Encrypted"]
        answers.append((described["DeliveryStreamEncryptionConfiguration"], encrypted))
    assert answers == [({"KeyType": "AWS_OWNED_CMK", "Status": "ENABLED"}, True), ({"Status": "DISABLED"}, False)]


def test_a_stream_may_be_encrypted_from_its_creation(firehose: Any, bucket: Bucket) -> None:
    key = {"KeyType": "CUSTOMER_MANAGED_CMK", "KeyARN": "arn:aws:kms:us-east-1:000000000000:key/k"}
    firehose.create_delivery_stream(
        DeliveryStreamName=bucket.name,
        DeliveryStreamEncryptionConfigurationInput=key,
        S3DestinationConfiguration=bucket.destination(),
    )
    described = firehose.describe_delivery_stream(DeliveryStreamName=bucket.name)["DeliveryStreamDescription"]
    firehose.delete_delivery_stream(DeliveryStreamName=bucket.name)
    assert described["DeliveryStreamEncryptionConfiguration"] == key | {"Status": "ENABLED"}


# --- puts -------------------------------------------------------------------------------------------------------


def test_a_put_is_answered_with_the_records_id(firehose: Any, create: Any) -> None:
    answer = firehose.put_record(DeliveryStreamName=create(), Record={"Data": b"click"})
    assert (answer["Encrypted"], bool(re.fullmatch(r"\d{62}", answer["RecordId"]))) == (False, True)


def test_a_batch_is_answered_with_one_id_a_record(firehose: Any, create: Any) -> None:
    assert len(set(put(firehose, create(), b"a", b"", b"a"))) == 3


def test_a_put_to_an_unknown_stream_is_refused(firehose: Any) -> None:
    assert refusal(firehose.put_record, DeliveryStreamName="none", Record={"Data": b""}) == (
        "ResourceNotFoundException",
        "Firehose none under account 000000000000 not found.",
    )


def test_a_record_over_1024000_bytes_is_refused(firehose: Any, create: Any) -> None:
    assert refusal(firehose.put_record, DeliveryStreamName=create(), Record={"Data": b"x" * 1_024_001}) == (
        "ValidationException",
        "1 validation error detected: Value at 'record.data' failed to satisfy constraint: "
        "Member must have length less than or equal to 1024000",
    )


def test_a_batch_over_4_mebibytes_is_refused(firehose: Any, create: Any) -> None:
    records = [{"Data": b"x" * 1_000_000}] * 5
    assert refusal(firehose.put_record_batch, DeliveryStreamName=create(), Records=records) == (
        "InvalidArgumentException",
        "Records size exceeds 4 MB limit",
    )


def test_a_batch_of_501_records_is_refused(firehose: Any, create: Any) -> None:
    records = [{"Data": b""}] * 501
    code, _ = refusal(firehose.put_record_batch, DeliveryStreamName=create(), Records=records)
    assert code == "ValidationException"


# --- delivery ---------------------------------------------------------------------------------------------------


def test_records_land_concatenated_under_the_hour_of_their_arrival(firehose: Any, create: Any, bucket: Bucket) -> None:
    stream = create()
    put(firehose, stream, b"a\n", b"", b"b")
    (key,) = bucket.await_objects()
    assert bucket.read() == b"a\nb"
    assert re.fullmatch(rf"\d{{4}}/\d\d/\d\d/\d\d/{stream}-1-\d{{4}}(-\d\d){{5}}-[0-9a-f-]{{36}}", key)


@pytest.mark.parametrize(
    ("compression", "encoding"),
    [("GZIP", "gzip"), ("ZIP", "zip"), ("Snappy", "snappy-java"), ("HADOOP_SNAPPY", "hadoop-snappy")],
)
def test_an_object_is_an_octet_stream_and_a_compressed_one_says_so(
    firehose: Any, create: Any, bucket: Bucket, compression: str, encoding: str
) -> None:
    put(firehose, create(CompressionFormat=compression), b"click")
    (key,) = bucket.await_objects()
    found = bucket.get(key)
    assert (found["ContentType"], found["ContentEncoding"], key.rpartition(".")[1:]) == (
        "application/octet-stream",
        encoding,
        EXTENSIONS[compression].rpartition(".")[1:],
    )


def test_a_file_extension_replaces_that_of_the_compression(firehose: Any, create: Any, bucket: Bucket) -> None:
    put(firehose, create(CompressionFormat="GZIP", FileExtension=".json.gz"), b"click")
    (key,) = bucket.await_objects()
    assert (key[-8:], gzip.decompress(bucket.read())) == (".json.gz", b"click")


def test_an_object_is_encrypted_by_the_destinations_key(
    firehose: Any, create: Any, bucket: Bucket, client: Client
) -> None:
    key_arn = client("kms").create_key()["KeyMetadata"]["Arn"]
    put(firehose, create(EncryptionConfiguration={"KMSEncryptionConfig": {"AWSKMSKeyARN": key_arn}}), b"click")
    (key,) = bucket.await_objects()
    found = bucket.get(key)
    assert (found["ServerSideEncryption"], found["SSEKMSKeyId"]) == ("aws:kms", key_arn)


def test_a_delimiter_is_appended_between_records(firehose: Any, create: Any, bucket: Bucket) -> None:
    processing = {"Enabled": True, "Processors": [{"Type": "AppendDelimiterToRecord"}]}
    put(firehose, create(ProcessingConfiguration=processing), b"a", b"b")
    bucket.await_objects()
    assert bucket.read() == b"a\nb"


def test_a_full_buffer_is_delivered_before_its_interval(firehose: Any, create: Any, bucket: Bucket) -> None:
    stream = create(BufferingHints=LATER)
    put(firehose, stream, b"x" * 600_000)
    put(firehose, stream, b"y" * 600_000)
    (key,) = bucket.await_objects()
    assert bucket.get(key)["ContentLength"] == 1_200_000


def test_an_update_applies_to_what_is_already_buffered(firehose: Any, create: Any, bucket: Bucket) -> None:
    stream = create(BufferingHints=LATER)
    put(firehose, stream, b"click")
    firehose.update_destination(
        DeliveryStreamName=stream,
        CurrentDeliveryStreamVersionId="1",
        DestinationId=DESTINATION_ID,
        ExtendedS3DestinationUpdate={"BufferingHints": AT_ONCE, "Prefix": "new/"},
    )
    (key,) = bucket.await_objects("new/")
    assert f"/{stream}-2-" in key


def test_deleting_a_stream_delivers_what_it_holds(firehose: Any, create: Any, bucket: Bucket) -> None:
    stream = create(BufferingHints=LATER)
    put(firehose, stream, b"click")
    firehose.delete_delivery_stream(DeliveryStreamName=stream)
    assert (bucket.read(), stream in all_streams(firehose)) == (b"click", False)


def test_every_acknowledged_record_is_delivered_once_though_the_stream_is_deleted_meanwhile(
    firehose: Any, create: Any, bucket: Bucket
) -> None:
    stream = create()
    acknowledged: list[bytes] = []

    def put_until_refused(sender: int) -> None:
        for number in range(10_000):
            record = f"{sender}-{number} ".encode()
            try:
                firehose.put_record(DeliveryStreamName=stream, Record={"Data": record})
            except ClientError:
                return
            acknowledged.append(record)

    with ThreadPoolExecutor(4) as senders:
        sending = [senders.submit(put_until_refused, sender) for sender in range(4)]
        eventually(lambda: len(acknowledged), lambda count: count >= 100)
        firehose.delete_delivery_stream(DeliveryStreamName=stream)
        for future in sending:
            future.result()
    assert sorted(bucket.read().split()) == sorted(record.strip() for record in acknowledged)


def test_a_missing_bucket_delays_the_delivery_and_loses_nothing(
    firehose: Any, create: Any, bucket: Bucket, client: Client
) -> None:
    missing = f"{bucket.name}-later"
    stream = create(BucketARN=f"arn:aws:s3:::{missing}")
    put(firehose, stream, b"first ")
    put(firehose, stream, b"second")
    client("s3").create_bucket(Bucket=missing)
    late = Bucket(client("s3"), missing)
    late.await_objects()
    firehose.delete_delivery_stream(DeliveryStreamName=stream)
    assert sorted(late.read().split()) == [b"first", b"second"]


# --- transformation ---------------------------------------------------------------------------------------------


def test_each_record_goes_the_way_that_the_function_names(
    firehose: Any, create: Any, bucket: Bucket, function_arn: str
) -> None:
    stream = create(ProcessingConfiguration=transform_by(function_arn, BufferIntervalInSeconds="60"), Prefix="data/")
    put(firehose, stream, b"one", b"Dropped", b"ProcessingFailed", b"forget", b"two")
    firehose.delete_delivery_stream(DeliveryStreamName=stream)
    errors = [json.loads(line) for line in bucket.read("data/processing-failed/").splitlines()]
    assert bucket.read("data/2") == b"one!two!"
    assert [(error["errorCode"], base64.b64decode(error["rawData"])) for error in errors] == [
        ("Lambda.ProcessingFailedStatus", b"ProcessingFailed"),
        ("Lambda.MissingRecordId", b"forget"),
    ]


def test_records_that_a_warm_function_returns_again_are_not_delivered_again(
    firehose: Any, create: Any, bucket: Bucket, function_arn: str
) -> None:
    stream = create(ProcessingConfiguration=transform_by(function_arn), Prefix="data/")
    put(firehose, stream, b"one")
    bucket.await_objects("data/", 1)
    put(firehose, stream, b"two")
    bucket.await_objects("data/", 2)
    assert sorted(bucket.read().split(b"!")) == [b"", b"one", b"two"]


def test_a_function_that_raises_is_called_again_and_then_fails_the_batch(
    firehose: Any, create: Any, bucket: Bucket, function_arn: str
) -> None:
    stream = create(ProcessingConfiguration=transform_by(function_arn), ErrorOutputPrefix="errors/")
    put(firehose, stream, b"raise")
    bucket.await_objects("errors/")
    error = json.loads(bucket.read())
    assert (error["errorCode"], error["attemptsMade"], error["lambdaARN"], error["rawData"]) == (
        "Lambda.FunctionError",
        2,
        function_arn,
        base64.b64encode(b"raise").decode(),
    )


def test_a_function_that_does_not_exist_fails_the_batch(firehose: Any, create: Any, bucket: Bucket) -> None:
    missing = "arn:aws:lambda:us-east-1:000000000000:function:missing"
    stream = create(ProcessingConfiguration=transform_by(missing, NumberOfRetries="0"), ErrorOutputPrefix="errors/")
    put(firehose, stream, b"click")
    bucket.await_objects("errors/")
    assert json.loads(bucket.read())["errorCode"] == "Lambda.ResourceNotFound"


def test_a_put_is_answered_before_the_function_runs(
    firehose: Any, create: Any, bucket: Bucket, function_arn: str
) -> None:
    stream = create(ProcessingConfiguration=transform_by(function_arn, BufferIntervalInSeconds="900"))
    put(firehose, stream, b"click")
    assert bucket.keys() == []


def test_a_backup_keeps_every_original_record(firehose: Any, create: Any, bucket: Bucket, function_arn: str) -> None:
    stream = create(
        Prefix="data/",
        ProcessingConfiguration=transform_by(function_arn),
        S3BackupMode="Enabled",
        S3BackupConfiguration=bucket.destination(Prefix="backup/"),
    )
    put(firehose, stream, b"one", b"Dropped", b"ProcessingFailed")
    firehose.delete_delivery_stream(DeliveryStreamName=stream)
    assert (bucket.read("data/2"), bucket.read("backup/")) == (b"one!", b"oneDroppedProcessingFailed")


def test_delivery_errors_are_in_the_streams_log(
    firehose: Any, create: Any, client: Client, bucket: Bucket, function_arn: str
) -> None:
    group, logs = f"/firehose/{bucket.name}", client("logs")
    logs.create_log_group(logGroupName=group)
    logs.create_log_stream(logGroupName=group, logStreamName="errors")
    options = {"Enabled": True, "LogGroupName": group, "LogStreamName": "errors"}
    stream = create(CloudWatchLoggingOptions=options, ProcessingConfiguration=transform_by(function_arn))
    put(firehose, stream, b"ProcessingFailed")
    firehose.delete_delivery_stream(DeliveryStreamName=stream)
    (event,) = logs.get_log_events(logGroupName=group, logStreamName="errors")["events"]
    assert json.loads(event["message"]) == {
        "deliveryStreamARN": f"arn:aws:firehose:us-east-1:000000000000:deliverystream/{stream}",
        "destination": f"arn:aws:s3:::{bucket.name}",
        "deliveryStreamVersionId": 1,
        "message": "ProcessingFailed status set for record",
        "errorCode": "Lambda.ProcessingFailedStatus",
        "processor": function_arn,
    }


# --- partitions -------------------------------------------------------------------------------------------------


def processor(kind: str, **parameters: str) -> dict[str, Any]:
    named = [{"ParameterName": name, "ParameterValue": value} for name, value in parameters.items()]
    return {"Type": kind, "Parameters": named}


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


def test_records_land_under_the_keys_that_the_function_names(
    firehose: Any, create: Any, bucket: Bucket, function_arn: str
) -> None:
    (function,) = transform_by(function_arn)["Processors"]
    stream = create(**partitioned("data/!{partitionKeyFromLambda:length}/", function))
    put(firehose, stream, b"one", b"three", b"two")
    firehose.delete_delivery_stream(DeliveryStreamName=stream)
    assert (bucket.read("data/3/"), bucket.read("data/5/")) == (b"one!\ntwo!", b"three!")


def test_log_events_are_unpacked_and_what_is_no_gzip_is_an_error(firehose: Any, create: Any, bucket: Bucket) -> None:
    processors = [
        processor("Decompression", CompressionFormat="GZIP"),
        processor("CloudWatchLogProcessing", DataMessageExtraction="true"),
    ]
    stream = create(Prefix="data/", ProcessingConfiguration={"Enabled": True, "Processors": processors})
    events = {"logEvents": [{"message": "one"}, {"message": "two"}]}
    put(firehose, stream, gzip.compress(json.dumps(events).encode()), b"plain")
    firehose.delete_delivery_stream(DeliveryStreamName=stream)
    (error,) = [json.loads(line) for line in bucket.read("data/decompression-failed/").splitlines()]
    assert (bucket.read("data/2"), base64.b64decode(error["rawData"])) == (b"one\ntwo", b"plain")


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
