"""What a ``ProcessingConfiguration`` must and may hold. Everything here raises InvalidArgumentException.

The words are AWS's where CreateDeliveryStream was seen to answer them:
https://github.com/badmintoncryer/cdk-preflight, https://github.com/aws/aws-cdk/pull/35903
https://docs.aws.amazon.com/firehose/latest/APIReference/API_ProcessorParameter.html
"""

import base64
import binascii
import re
from typing import Any

from localstack.aws.api.firehose import InvalidArgumentException

from offline_aws.firehose import partitioning
from offline_aws.firehose.destination import DEFAULT_FUNCTION_PARAMETERS, parameters
from offline_aws.firehose.s3_keys import partition_keys

_PARAMETERS = {
    "Decompression": {"CompressionFormat"},
    "CloudWatchLogProcessing": {"DataMessageExtraction"},
    "RecordDeAggregation": {"SubRecordType", "Delimiter"},
    "Lambda": {"LambdaArn", "NumberOfRetries", "RoleArn", "BufferSizeInMBs", "BufferIntervalInSeconds"},
    "MetadataExtraction": {"MetadataExtractionQuery", "JsonParsingEngine"},
    "AppendDelimiterToRecord": {"Delimiter"},
}
_CHOICES = {
    ("Decompression", "CompressionFormat"): (("GZIP",), "Decompression needs the CompressionFormat GZIP"),
    ("CloudWatchLogProcessing", "DataMessageExtraction"): (
        ("true", "True", "false", "False"),
        "Invalid parameter value for DataMessageExtraction. Allowed values are True and False.",
    ),
    ("RecordDeAggregation", "SubRecordType"): (
        ("JSON", "DELIMITED"),
        "SubRecordType has to be one of JSON, DELIMITED",
    ),
    ("MetadataExtraction", "JsonParsingEngine"): (
        ("JQ-1.6",),
        "MetaDataExtraction JSON Parsing Engine has to be one of JQ-1.6",
    ),
}
_FUNCTION_ARN = re.compile(r"arn:[^:]+:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:[\w$-]+)?")
_ROLE_ARN = re.compile(r"arn:[^:]+:iam::\d{12}:role/[\w+=,.@/-]+")
_FUNCTION_RANGES: dict[str, tuple[type, float, float, str]] = {
    "NumberOfRetries": (int, 0, 300, "Number of retries for lambda"),
    "BufferSizeInMBs": (float, 0.2, 3, "BufferSizeInMBs for lambda processor"),
    "BufferIntervalInSeconds": (int, 0, 900, "BufferIntervalInSeconds for lambda processor"),
}
_LINE_FEEDS = ("\\n", "\n")
_PROCESSOR_LIMIT = 5


def refuse_not_emulated(processing: dict[str, Any]) -> None:
    """Refuse the parameters that have no meaning for their processor."""
    for processor in processing.get("Processors", []):
        for name in parameters(processor).keys() - _PARAMETERS[processor["Type"]]:
            raise InvalidArgumentException(f"{processor['Type']} parameter {name} is not emulated")


def completed(processing: dict[str, Any], role_arn: str) -> dict[str, Any]:
    """The configuration with the defaults of the function's parameters, as AWS shows it.

    https://docs.aws.amazon.com/firehose/latest/APIReference/API_ProcessorParameter.html
    """
    defaults = DEFAULT_FUNCTION_PARAMETERS | {"RoleArn": role_arn}
    return processing | {
        "Processors": [
            _with(processor, defaults) if processor["Type"] == "Lambda" else processor
            for processor in processing.get("Processors", [])
        ]
    }


def _with(processor: dict[str, Any], defaults: dict[str, str]) -> dict[str, Any]:
    values = defaults | parameters(processor)
    return processor | {
        "Parameters": [{"ParameterName": name, "ParameterValue": value} for name, value in values.items()]
    }


def check_processors(processing: dict[str, Any], prefix: str, partitioned: bool) -> None:
    """Refuse processors that miss or contradict something."""
    processors = processing.get("Processors", [])
    if processing.get("Enabled") and not 1 <= len(processors) <= _PROCESSOR_LIMIT:
        raise InvalidArgumentException(
            f"A maximum of {_PROCESSOR_LIMIT} and a minimum of 1 processor needs to be supplied "
            "when processing is enabled."
        )
    if [processor["Type"] for processor in processors].count("Lambda") > 1:
        raise InvalidArgumentException("Cannot have more than 1 Lambda processor.")
    for processor in processors:
        _check_processor(processor["Type"], parameters(processor))
    enabled = {each["Type"]: parameters(each) for each in processors} if processing.get("Enabled") else {}
    _check_together(enabled, partitioned)
    if partitioned:
        _check_partitioning(enabled, prefix)


def _check_processor(kind: str, given: dict[str, str]) -> None:
    for (of, name), (choices, refusal) in _CHOICES.items():
        if of == kind and given.get(name) not in choices:
            raise InvalidArgumentException(refusal)
    match kind:
        case "Lambda":
            _check_function(given)
        case "RecordDeAggregation":
            _check_deaggregation(given)
        case "MetadataExtraction":
            _check_query(given.get("MetadataExtractionQuery", ""))
        case "AppendDelimiterToRecord" if given.get("Delimiter", "\n") not in _LINE_FEEDS:
            raise InvalidArgumentException("AppendDelimiterToRecord: a Delimiter other than \\n is not emulated")


def _check_function(given: dict[str, str]) -> None:
    if "LambdaArn" not in given:
        raise InvalidArgumentException("LambdaArn is required when Lambda processor is used.")
    if not _FUNCTION_ARN.fullmatch(given["LambdaArn"]):
        raise InvalidArgumentException("LambdaArn must be the ARN of a function")
    if "RoleArn" in given and not _ROLE_ARN.fullmatch(given["RoleArn"]):
        raise InvalidArgumentException("RoleArn must be the ARN of a role")
    for name, (kind, least, most, subject) in _FUNCTION_RANGES.items():
        value = given.get(name, str(most))
        try:
            valid = least <= kind(value) <= most
        except ValueError:
            valid = False
        if not valid:
            raise InvalidArgumentException(f"{subject} must be between {least:g} and {most:g}.")


def _check_deaggregation(given: dict[str, str]) -> None:
    if given["SubRecordType"] == "DELIMITED" and "Delimiter" not in given:
        raise InvalidArgumentException("Delimiter should be present for DELIMITED")
    if given["SubRecordType"] == "JSON" and "Delimiter" in given:
        raise InvalidArgumentException("RecordDeAggregation takes no Delimiter with SubRecordType JSON")
    try:
        valid = "Delimiter" not in given or base64.b64decode(given["Delimiter"], validate=True) != b""
    except binascii.Error:
        valid = False
    if not valid:
        raise InvalidArgumentException("RecordDeAggregation: Delimiter must be a base64-encoded string")


def _check_query(query: str) -> None:
    try:
        partitioning.check_query(query)
    except ValueError as error:
        raise InvalidArgumentException(f"MetadataExtractionQuery is not a jq program: {error}") from error
    if not query.strip().startswith("{"):
        raise InvalidArgumentException("MetadataExtractionQuery must be an object of partition keys")


def _check_together(enabled: dict[str, dict[str, str]], partitioned: bool) -> None:
    if "CloudWatchLogProcessing" in enabled and "Decompression" not in enabled:
        raise InvalidArgumentException(
            "CloudWatchLogProcessingProcessor can only be enabled with DecompressionProcessor"
        )
    for kind in ("RecordDeAggregation", "MetadataExtraction"):
        if kind in enabled and not partitioned:
            raise InvalidArgumentException(
                f"class com.amazonaws.services.firehose.internal.model.{kind}Processor "
                "can only be present when Dynamic Partitioning is enabled."
            )


def _check_partitioning(enabled: dict[str, dict[str, str]], prefix: str) -> None:
    """The keys in the prefix must have a processor that gives them, and those of the query must be in it."""
    keys = partition_keys(prefix)
    from_query = {key.partition(":")[2] for key in keys if key.startswith(f"{partitioning.FROM_QUERY}:")}
    if not keys:
        raise InvalidArgumentException(
            "S3 Prefix should contain Dynamic Partitioning namespaces when Dynamic Partitioning is enabled"
        )
    if not enabled:
        raise InvalidArgumentException("Processing Configuration is not enabled when DataPartitioning is enabled")
    if len(keys) > partitioning.MOST_KEYS:
        raise InvalidArgumentException(f"Prefix has more than {partitioning.MOST_KEYS} partition keys")
    if "Lambda" not in enabled and len(from_query) < len(keys):
        raise InvalidArgumentException(
            "Lambda should be present when S3 Prefix contains keys from partitionKeyFromLambda namespace"
        )
    if "MetadataExtraction" not in enabled and from_query:
        raise InvalidArgumentException(
            "MetadataExtraction processor should be present when S3 Prefix has partitionKeyFromQuery namespace"
        )
    query = enabled.get("MetadataExtraction", {}).get("MetadataExtractionQuery", "{}")
    if not set(partitioning.keys_of(query)) <= from_query:
        raise InvalidArgumentException(
            "MetaDataExtraction JQ Query can't contain keys that are not present in the S3 Prefix expression"
        )
