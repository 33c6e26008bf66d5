from typing import Any

import pytest
from localstack.aws.api import CommonServiceException
from localstack.aws.spec import load_service

from offline_aws.constraints import check_request

FIREHOSE = load_service("firehose")


def message(operation: str, **request: Any) -> str:
    with pytest.raises(CommonServiceException) as raised:
        check_request(FIREHOSE.operation_model(operation).input_shape, request)
    assert (raised.value.code, raised.value.status_code) == ("ValidationException", 400)
    return str(raised.value.message)


def put_batch(*data: bytes) -> str:
    return message("PutRecordBatch", DeliveryStreamName="s", Records=[{"Data": item} for item in data])


def test_a_record_may_have_1024000_bytes_and_may_be_empty() -> None:
    records = [{"Data": b"x" * 1_024_000}, {"Data": b""}]
    shape = FIREHOSE.operation_model("PutRecordBatch").input_shape
    check_request(shape, {"DeliveryStreamName": "s", "Records": records})


def test_a_record_of_one_byte_more_is_refused() -> None:
    assert message("PutRecord", DeliveryStreamName="s", Record={"Data": b"x" * 1_024_001}) == (
        "1 validation error detected: Value at 'record.data' failed to satisfy constraint: "
        "Member must have length less than or equal to 1024000"
    )


def test_a_record_in_a_batch_is_named_by_its_place() -> None:
    assert "Value at 'records.2.member.data' failed" in put_batch(b"", b"x" * 1_024_001)


def test_a_batch_without_records_is_refused() -> None:
    assert "'records' failed to satisfy constraint: Member must have length greater than or equal to 1" in (put_batch())


def test_a_batch_of_501_records_is_refused() -> None:
    assert put_batch(*[b""] * 501).endswith("Member must have length less than or equal to 500")


def test_missing_members_are_named_together() -> None:
    assert message("PutRecord") == (
        "2 validation errors detected: "
        "Value null at 'deliveryStreamName' failed to satisfy constraint: Member must not be null; "
        "Value null at 'record' failed to satisfy constraint: Member must not be null"
    )


def test_a_name_with_a_space_breaks_the_pattern() -> None:
    assert message("DescribeDeliveryStream", DeliveryStreamName="a b") == (
        "1 validation error detected: Value 'a b' at 'deliveryStreamName' failed to satisfy constraint: "
        "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"
    )


def test_an_unknown_type_breaks_the_enumeration() -> None:
    assert message("ListDeliveryStreams", DeliveryStreamType="Carrier").endswith(
        "Member must satisfy enum value set: [DirectPut, KinesisStreamAsSource, MSKAsSource, DatabaseAsSource]"
    )


def test_a_size_out_of_range_is_refused_where_it_stands() -> None:
    destination = {
        "RoleARN": "arn:aws:iam::000000000000:role/r",
        "BucketARN": "arn:aws:s3:::b",
        "BufferingHints": {"SizeInMBs": 129, "IntervalInSeconds": 60},
    }
    assert message("CreateDeliveryStream", DeliveryStreamName="s", S3DestinationConfiguration=destination) == (
        "1 validation error detected: Value '129' at 's3DestinationConfiguration.bufferingHints.sizeInMBs' "
        "failed to satisfy constraint: Member must have value less than or equal to 128"
    )


def test_a_tag_may_be_written_in_any_letters() -> None:
    shape = FIREHOSE.operation_model("TagDeliveryStream").input_shape
    check_request(shape, {"DeliveryStreamName": "s", "Tags": [{"Key": "Größe", "Value": "20 %"}]})


def test_a_tag_key_of_awss_own_is_refused() -> None:
    tags = [{"Key": "aws:x", "Value": ""}]
    assert "'tags.1.member.key'" in message("TagDeliveryStream", DeliveryStreamName="s", Tags=tags)


def refused_conversion(**parts: Any) -> str:
    """What is wrong with a conversion, without the path to it."""
    conversion = {"RoleARN": "arn:aws:iam::000000000000:role/r", "BucketARN": "arn:aws:s3:::b"}
    conversion["DataFormatConversionConfiguration"] = parts
    text = message("CreateDeliveryStream", DeliveryStreamName="s", ExtendedS3DestinationConfiguration=conversion)
    return text.replace("extendedS3DestinationConfiguration.dataFormatConversionConfiguration.", "")


def test_a_fraction_out_of_range_is_refused() -> None:
    serializer = {"Serializer": {"OrcSerDe": {"PaddingTolerance": 1.5}}}
    assert refused_conversion(OutputFormatConfiguration=serializer) == (
        "1 validation error detected: Value '1.5' at 'outputFormatConfiguration.serializer.orcSerDe.paddingTolerance' "
        "failed to satisfy constraint: Member must have value less than or equal to 1"
    )


def test_the_keys_of_a_map_are_refused_together() -> None:
    deserializer = {"Deserializer": {"OpenXJsonSerDe": {"ColumnToJsonKeyMappings": {"a b": "c"}}}}
    assert refused_conversion(InputFormatConfiguration=deserializer) == (
        "1 validation error detected: Value '{a b=c}' at "
        "'inputFormatConfiguration.deserializer.openXJsonSerDe.columnToJsonKeyMappings' failed to satisfy constraint: "
        "Map keys must satisfy constraint: [Member must have length less than or equal to 1024, "
        "Member must have length greater than or equal to 1, "
        "Member must satisfy regular expression pattern: ^\\S+$]"
    )
