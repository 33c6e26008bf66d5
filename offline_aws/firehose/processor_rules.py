"""What a ``ProcessingConfiguration`` must and may hold. Everything here raises InvalidArgumentException.

https://docs.aws.amazon.com/firehose/latest/APIReference/API_ProcessorParameter.html
"""

import base64
import binascii
import re
from typing import Any

from localstack.aws.api.firehose import InvalidArgumentException

from offline_aws.firehose import partitioning
from offline_aws.firehose.destination import parameters
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
    ("Decompression", "CompressionFormat"): ("GZIP",),
    ("CloudWatchLogProcessing", "DataMessageExtraction"): ("true",),
    ("RecordDeAggregation", "SubRecordType"): ("JSON", "DELIMITED"),
    ("MetadataExtraction", "JsonParsingEngine"): ("JQ-1.6",),
}
_FUNCTION_ARN = re.compile(r"arn:[^:]+:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:[\w$-]+)?")
_ROLE_ARN = re.compile(r"arn:[^:]+:iam::\d{12}:role/[\w+=,.@/-]+")
_FUNCTION_RANGES: dict[str, tuple[type, float, float]] = {
    "NumberOfRetries": (int, 0, 300),
    "BufferSizeInMBs": (float, 0.2, 3),
    "BufferIntervalInSeconds": (int, 0, 900),
}
_LINE_FEEDS = ("\\n", "\n")
_PROCESSOR_LIMIT = 5


def refuse_not_emulated(processing: dict[str, Any]) -> None:
    """Refuse the parameters that have no meaning for their processor."""
    for processor in processing.get("Processors", []):
        for name in parameters(processor).keys() - _PARAMETERS[processor["Type"]]:
            raise InvalidArgumentException(f"{processor['Type']} parameter {name} is not emulated")


def check_processors(processing: dict[str, Any], prefix: str, partitioned: bool) -> None:
    """Refuse processors that miss or contradict something."""
    processors = processing.get("Processors", [])
    if processing.get("Enabled") and not 1 <= len(processors) <= _PROCESSOR_LIMIT:
        raise InvalidArgumentException(
            f"An enabled ProcessingConfiguration must have between 1 and {_PROCESSOR_LIMIT} processors"
        )
    if [processor["Type"] for processor in processors].count("Lambda") > 1:
        raise InvalidArgumentException("At most one Lambda processor is supported")
    for processor in processors:
        _check_processor(processor["Type"], parameters(processor))
    enabled = {processor["Type"] for processor in processors} if processing.get("Enabled") else set()
    _check_together(enabled, prefix, partitioned)


def _check_processor(kind: str, given: dict[str, str]) -> None:
    for (of, name), choices in _CHOICES.items():
        if of == kind and given.get(name) not in choices:
            raise InvalidArgumentException(f"{kind} needs {name}, one of: {', '.join(choices)}")
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
    if not _FUNCTION_ARN.fullmatch(given.get("LambdaArn", "")):
        raise InvalidArgumentException("A Lambda processor needs a LambdaArn, which is the ARN of a function")
    if "RoleArn" in given and not _ROLE_ARN.fullmatch(given["RoleArn"]):
        raise InvalidArgumentException("RoleArn must be the ARN of a role")
    for name, (kind, least, most) in _FUNCTION_RANGES.items():
        value = given.get(name, str(most))
        try:
            valid = least <= kind(value) <= most
        except ValueError:
            valid = False
        if not valid:
            raise InvalidArgumentException(f"{name} must be between {least:g} and {most:g}, not {value}")


def _check_deaggregation(given: dict[str, str]) -> None:
    if (given["SubRecordType"] == "DELIMITED") != ("Delimiter" in given):
        raise InvalidArgumentException("RecordDeAggregation takes a Delimiter with SubRecordType DELIMITED, only then")
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


def _check_together(enabled: set[str], prefix: str, partitioned: bool) -> None:
    if "CloudWatchLogProcessing" in enabled and "Decompression" not in enabled:
        raise InvalidArgumentException("CloudWatchLogProcessing needs a Decompression processor")
    if "MetadataExtraction" in enabled and not partitioned:
        raise InvalidArgumentException("MetadataExtraction processor needs Dynamic Partitioning to be enabled")
    keys = partition_keys(prefix)
    if len(keys) > partitioning.MOST_KEYS:
        raise InvalidArgumentException(f"Prefix has more than {partitioning.MOST_KEYS} partition keys")
    for namespace, kind in ((partitioning.FROM_QUERY, "MetadataExtraction"), (partitioning.FROM_FUNCTION, "Lambda")):
        if kind not in enabled and any(key.startswith(f"{namespace}:") for key in keys):
            raise InvalidArgumentException(f"{kind} processor should be present when {namespace} namespace is used")
