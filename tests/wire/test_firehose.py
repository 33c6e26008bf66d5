"""Firehose by stock boto3: what it accepts, what it answers, and what is in S3 afterwards."""

import base64
import gzip
import json
import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from offline_aws.firehose.formats import EXTENSIONS
from tests.firehose import (
    AT_ONCE,
    DESTINATION_ID,
    LATER,
    ROLE,
    Bucket,
    Client,
    all_streams,
    put,
    refusal,
    transform_by,
)
from tests.waiting import eventually

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


def test_a_function_is_described_with_its_defaults_which_are_no_change(
    firehose: Any, create: Any, function_arn: str
) -> None:
    named = {"ParameterName": "LambdaArn", "ParameterValue": function_arn}
    processing = {"Enabled": True, "Processors": [{"Type": "Lambda", "Parameters": [named]}]}
    stream = create(ProcessingConfiguration=processing)

    def described() -> Any:
        return firehose.describe_delivery_stream(DeliveryStreamName=stream)["DeliveryStreamDescription"]

    shown = described()["Destinations"][0]["ExtendedS3DestinationDescription"]["ProcessingConfiguration"]
    firehose.update_destination(
        DeliveryStreamName=stream,
        CurrentDeliveryStreamVersionId="1",
        DestinationId=DESTINATION_ID,
        ExtendedS3DestinationUpdate={"ProcessingConfiguration": shown},
    )
    parameters = {each["ParameterName"]: each["ParameterValue"] for each in shown["Processors"][0]["Parameters"]}
    assert (parameters, described()["VersionId"]) == (
        {
            "LambdaArn": function_arn,
            "NumberOfRetries": "3",
            "RoleArn": ROLE,
            "BufferSizeInMBs": "1",
            "BufferIntervalInSeconds": "60",
        },
        "1",
    )


def test_streams_are_listed_in_pages_by_name(firehose: Any, create: Any) -> None:
    created = sorted(create() for _ in range(4))
    assert [name for name in all_streams(firehose) if name in created] == created


def test_a_throughput_hint_is_shown(firehose: Any, bucket: Bucket) -> None:
    firehose.create_delivery_stream(
        DeliveryStreamName=bucket.name,
        DirectPutSourceConfiguration={"ThroughputHintInMBs": 5},
        ExtendedS3DestinationConfiguration=bucket.destination(),
    )
    described = firehose.describe_delivery_stream(DeliveryStreamName=bucket.name)["DeliveryStreamDescription"]
    firehose.delete_delivery_stream(DeliveryStreamName=bucket.name)
    assert described["Source"] == {"DirectPutSourceDescription": {"ThroughputHintInMBs": 5}}


def test_a_type_of_streams_is_listed(firehose: Any, create: Any) -> None:
    stream = create()
    kinds = ("DirectPut", "KinesisStreamAsSource")
    listed = [firehose.list_delivery_streams(DeliveryStreamType=kind, Limit=10_000) for kind in kinds]
    assert [stream in page["DeliveryStreamNames"] for page in listed] == [True, False]


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
    put(firehose, stream, b"second ")
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
