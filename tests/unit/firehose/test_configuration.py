from typing import Any

import pytest
from localstack.aws.api.firehose import InvalidArgumentException

from offline_aws.firehose import configuration
from offline_aws.firehose.buffer import Hints
from offline_aws.firehose.destination import CloudWatchLog, Function, parse

ROLE = "arn:aws:iam::000000000000:role/Firehose-S3"
FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:transform"
MINIMAL = {"RoleARN": ROLE, "BucketARN": "arn:aws:s3:::data"}


EXTRACTION = {
    "Type": "MetadataExtraction",
    "Parameters": [
        {"ParameterName": "MetadataExtractionQuery", "ParameterValue": "{c: .c}"},
        {"ParameterName": "JsonParsingEngine", "ParameterValue": "JQ-1.6"},
    ],
}
DELIMITER = {"Type": "AppendDelimiterToRecord"}


def processing(*processors: dict[str, Any], enabled: bool = True) -> dict[str, Any]:
    return {"ProcessingConfiguration": {"Enabled": enabled, "Processors": list(processors)}}


def processor(kind: str, **parameters: str) -> dict[str, Any]:
    named = [{"ParameterName": name, "ParameterValue": value} for name, value in parameters.items()]
    return {"Type": kind, "Parameters": named}


def partitioned(*processors: dict[str, Any], **more: Any) -> dict[str, Any]:
    prefixes = {"Prefix": "!{partitionKeyFromQuery:c}/", "ErrorOutputPrefix": "errors/"}
    dynamic = {"DynamicPartitioningConfiguration": {"Enabled": True}}
    return prefixes | dynamic | processing(*(processors or (EXTRACTION,))) | more


def converted(**parts: Any) -> dict[str, Any]:
    given = {
        "SchemaConfiguration": {"RoleARN": ROLE, "DatabaseName": "d", "TableName": "t"},
        "InputFormatConfiguration": {"Deserializer": {"OpenXJsonSerDe": {}}},
        "OutputFormatConfiguration": {"Serializer": {"ParquetSerDe": {}}},
    }
    return {"DataFormatConversionConfiguration": given | parts}


def test_a_minimal_destination_is_described_with_awss_defaults() -> None:
    assert configuration.create_extended(MINIMAL) == MINIMAL | {
        "BufferingHints": {"SizeInMBs": 5, "IntervalInSeconds": 300},
        "CompressionFormat": "UNCOMPRESSED",
        "EncryptionConfiguration": {"NoEncryptionConfig": "NoEncryption"},
        "CloudWatchLoggingOptions": {"Enabled": False},
        "S3BackupMode": "Disabled",
    }


def test_the_plain_description_has_only_what_a_plain_destination_has() -> None:
    extended = configuration.create_extended(MINIMAL | {"Prefix": "p/", "FileExtension": ".json"})
    assert configuration.plain(extended).keys() == configuration.create_extended(MINIMAL).keys() - {"S3BackupMode"} | {
        "Prefix"
    }


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"EncryptionConfiguration": {}}, "takes NoEncryptionConfig or KMSEncryptionConfig"),
        (converted(SchemaConfiguration={}), "SchemaConfiguration must not be null"),
        (
            converted(SchemaConfiguration={"RoleARN": ROLE, "DatabaseName": "d"}),
            "SchemaConfiguration needs a TableName",
        ),
        (converted(InputFormatConfiguration={"Deserializer": {}}), "Deserializer must not be null"),
        (
            converted(OutputFormatConfiguration={"Serializer": {"ParquetSerDe": {}, "OrcSerDe": {}}}),
            "More than one serializer specified. Only one may be chosen.",
        ),
        (
            converted(InputFormatConfiguration={"Deserializer": {"HiveJsonSerDe": {"TimestampFormats": ["yyyyT"]}}}),
            r"JsonSerDe: \[Key: timestamp.formats Value: yyyyT\]",
        ),
        (
            converted(OutputFormatConfiguration={"Serializer": {"ParquetSerDe": {"MaxPaddingBytes": 1}}}),
            "ParquetSerDe.MaxPaddingBytes other than 0 is not emulated",
        ),
        (converted() | {"CompressionFormat": "GZIP"}, "compression format must be set to UNCOMPRESSED"),
        (converted() | {"BufferingHints": {"SizeInMBs": 63, "IntervalInSeconds": 0}}, "SizeInMBs must be at least 64"),
        ({"BufferingHints": {"SizeInMBs": 5}}, "must both be given or neither"),
        ({"CustomTimeZone": "Mars/Olympus"}, "Provided custom time zone is not supported"),
        ({"Prefix": "!{timestamp:yyyy}/"}, "ErrorOutputPrefix cannot be null"),
        ({"S3BackupMode": "Enabled"}, "S3 backup destination configuration is required"),
        ({"CloudWatchLoggingOptions": {"Enabled": True}}, "CloudWatch Log Group Name is required"),
        (
            {"CloudWatchLoggingOptions": {"Enabled": True, "LogGroupName": "g", "LogStreamName": ""}},
            "CloudWatch Log Stream Name is required",
        ),
        (processing(), "A maximum of 5 and a minimum of 1 processor"),
        (processing(*[processor("Lambda", LambdaArn=FUNCTION)] * 2), "Cannot have more than 1 Lambda processor."),
        (processing(processor("Lambda")), "LambdaArn is required when Lambda processor is used."),
        (processing(processor("Lambda", LambdaArn=FUNCTION, Delimiter="x")), "Lambda parameter Delimiter is not"),
        (processing(processor("AppendDelimiterToRecord", Delimiter=";")), "Delimiter other than"),
        (processing(processor("Decompression")), "Decompression needs the CompressionFormat GZIP"),
        (
            processing(processor("CloudWatchLogProcessing", DataMessageExtraction="true")),
            "can only be enabled with DecompressionProcessor",
        ),
        (processing(processor("RecordDeAggregation")), "SubRecordType has to be one of JSON, DELIMITED"),
        (processing(processor("RecordDeAggregation", SubRecordType="DELIMITED")), "Delimiter should be present"),
        (processing(processor("RecordDeAggregation", SubRecordType="JSON", Delimiter="Iw==")), "takes no Delimiter"),
        (
            processing(processor("RecordDeAggregation", SubRecordType="JSON")),
            "RecordDeAggregationProcessor can only be present when Dynamic Partitioning is enabled",
        ),
        (
            processing(processor("CloudWatchLogProcessing", DataMessageExtraction="maybe")),
            "Invalid parameter value for DataMessageExtraction",
        ),
        (processing(processor("RecordDeAggregation", SubRecordType="DELIMITED", Delimiter="#")), "base64-encoded"),
        (
            processing(EXTRACTION),
            "MetadataExtractionProcessor can only be present when Dynamic Partitioning is enabled",
        ),
        (partitioned(Prefix=""), "S3 Prefix should contain Dynamic Partitioning namespaces"),
        (partitioned(Prefix="data/"), "S3 Prefix should contain Dynamic Partitioning namespaces"),
        (partitioned(ProcessingConfiguration={}), "Processing Configuration is not enabled when DataPartitioning"),
        (
            partitioned(processor("MetadataExtraction", MetadataExtractionQuery="{c: .c}")),
            "MetaDataExtraction JSON Parsing Engine has to be one of JQ-1.6",
        ),
        (
            partitioned(
                processor("MetadataExtraction", MetadataExtractionQuery="{c: .c, d: .d}", JsonParsingEngine="JQ-1.6")
            ),
            "MetaDataExtraction JQ Query can't contain keys that are not present in the S3 Prefix expression",
        ),
        (partitioned(ErrorOutputPrefix=""), "ErrorOutputPrefix cannot be null"),
        (
            partitioned(DELIMITER),
            "MetadataExtraction processor should be present when S3 Prefix has partitionKeyFromQuery",
        ),
        (partitioned(Prefix="!{partitionKeyFromLambda:c}/"), "Lambda should be present when S3 Prefix contains keys"),
        (
            partitioned(Prefix="".join(f"!{{partitionKeyFromQuery:k{number}}}" for number in range(51))),
            "more than 50 partition keys",
        ),
        (partitioned(BufferingHints={"SizeInMBs": 63, "IntervalInSeconds": 60}), "SizeInMBs must be at least 64"),
        (
            partitioned(BufferingHints={"SizeInMBs": 64, "IntervalInSeconds": 0}),
            "IntervalInSeconds must be at least 60",
        ),
        (
            processing(processor("MetadataExtraction", MetadataExtractionQuery="{c", JsonParsingEngine="JQ-1.6")),
            "MetadataExtractionQuery is not a jq program",
        ),
        (
            processing(processor("MetadataExtraction", MetadataExtractionQuery=".c", JsonParsingEngine="JQ-1.6")),
            "must be an object of partition keys",
        ),
        (
            processing(processor("Lambda", LambdaArn=FUNCTION, BufferSizeInMBs="4")),
            "BufferSizeInMBs for lambda processor must be between 0.2 and 3.",
        ),
        (
            processing(processor("Lambda", LambdaArn=FUNCTION, NumberOfRetries="many")),
            "Number of retries for lambda must be between 0 and 300.",
        ),
        (
            processing(processor("Lambda", LambdaArn=FUNCTION, NumberOfRetries="1.5")),
            "Number of retries for lambda must be between 0 and 300.",
        ),
        (processing(processor("Lambda", LambdaArn="arn:aws:s3:::bucket")), "LambdaArn must be the ARN of a function"),
        (
            processing(processor("Lambda", LambdaArn=FUNCTION, RoleArn="Firehose-S3")),
            "RoleArn must be the ARN of a role",
        ),
    ],
)
def test_a_destination_is_refused(given: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidArgumentException, match=message):
        configuration.create_extended(MINIMAL | given)


def test_an_update_replaces_the_members_it_names() -> None:
    before = configuration.create_extended(MINIMAL | {"Prefix": "old/"})
    assert configuration.update(before, {"Prefix": "new/"}) == before | {"Prefix": "new/"}


def test_a_backup_can_not_be_switched_off_again() -> None:
    backup = {"S3BackupMode": "Enabled", "S3BackupConfiguration": MINIMAL}
    before = configuration.create_extended(MINIMAL | backup)
    with pytest.raises(InvalidArgumentException, match="from Enabled to Disabled"):
        configuration.update(before, {"S3BackupMode": "Disabled"})


def test_processing_that_does_not_say_enabled_is_off() -> None:
    given = {"ProcessingConfiguration": {"Processors": [processor("Lambda", LambdaArn=FUNCTION)]}}
    assert parse(configuration.create_extended(MINIMAL | given)).function is None


def test_a_function_has_awss_defaults_and_the_streams_role() -> None:
    given = processing(processor("Lambda", LambdaArn=FUNCTION))
    expected = Function(FUNCTION, ROLE, retries=3, hints=Hints.of(1, 60))
    assert parse(configuration.create_extended(MINIMAL | given)).function == expected


def test_a_delimiter_named_twice_applies_once() -> None:
    given = processing(*[processor("AppendDelimiterToRecord"), processor("AppendDelimiterToRecord", Delimiter="\\n")])
    assert parse(configuration.create_extended(MINIMAL | given)).delimiter == b"\n"


def test_logging_that_is_on_names_its_log() -> None:
    options = {"Enabled": True, "LogGroupName": "/firehose", "LogStreamName": "errors"}
    description = configuration.create_extended(MINIMAL | {"CloudWatchLoggingOptions": options})
    assert parse(description).log == CloudWatchLog("/firehose", "errors")


def test_a_compressed_destination_has_the_formats_extension_unless_it_names_one() -> None:
    def extension(**given: str) -> str:
        return parse(configuration.create_extended(MINIMAL | {"CompressionFormat": "GZIP"} | given)).keys.extension

    assert [extension(), extension(FileExtension=""), extension(FileExtension=".json.gz")] == [
        ".gz",
        ".gz",
        ".json.gz",
    ]


def test_dynamic_partitioning_is_set_at_creation_only() -> None:
    description = configuration.create_extended(MINIMAL)
    with pytest.raises(InvalidArgumentException, match="only when a Firehose is created"):
        configuration.update(description, partitioned())


def test_a_partitioned_destination_buffers_128_mebibytes_unless_told_otherwise() -> None:
    description = configuration.create_extended(MINIMAL | partitioned())
    assert description["BufferingHints"] == {"SizeInMBs": 128, "IntervalInSeconds": 300}


@pytest.mark.parametrize(("serializer", "extension"), [("ParquetSerDe", ".parquet"), ("OrcSerDe", ".orc")])
def test_a_converted_object_has_the_extension_of_its_format(serializer: str, extension: str) -> None:
    given = converted(OutputFormatConfiguration={"Serializer": {serializer: {}}})
    assert parse(configuration.create_extended(MINIMAL | given)).keys.extension == extension


def test_a_conversion_that_is_off_is_kept_and_not_done() -> None:
    description = configuration.create_extended(MINIMAL | converted(Enabled=False))
    assert (parse(description).conversion, description["BufferingHints"]["SizeInMBs"]) == (None, 5)
