"""A destination's configuration: what is emulated, its defaults, its rules, and how an update changes it.

Everything here is a function of the request. Nothing is ignored: a parameter without effect here is refused.

https://docs.aws.amazon.com/firehose/latest/APIReference/API_ExtendedS3DestinationConfiguration.html
"""

from collections.abc import Iterator
from typing import Any

from localstack.aws.api.firehose import InvalidArgumentException

from offline_aws.firehose.destination import parameters
from offline_aws.firehose.models import Configuration
from offline_aws.firehose.s3_keys import InvalidPrefixError, check_prefixes, zone

_S3: dict[str, Any] = {
    "RoleARN": None,
    "BucketARN": None,
    "Prefix": None,
    "ErrorOutputPrefix": None,
    "BufferingHints": {"SizeInMBs": None, "IntervalInSeconds": None},
    "CompressionFormat": None,
    "EncryptionConfiguration": {"NoEncryptionConfig": None, "KMSEncryptionConfig": {"AWSKMSKeyARN": None}},
    "CloudWatchLoggingOptions": {"Enabled": None, "LogGroupName": None, "LogStreamName": None},
}
_EMULATED: dict[str, Any] = _S3 | {
    "FileExtension": None,
    "CustomTimeZone": None,
    "ProcessingConfiguration": None,
    "S3BackupMode": None,
    "S3BackupConfiguration": _S3,
    "S3BackupUpdate": _S3,
}
"""The members that take effect, nested as in the API."""

_PROCESSORS = {
    "Lambda": {"LambdaArn", "NumberOfRetries", "RoleArn", "BufferSizeInMBs", "BufferIntervalInSeconds"},
    "AppendDelimiterToRecord": {"Delimiter"},
}
_FUNCTION_RANGES = {
    "NumberOfRetries": (0.0, 300.0),
    "BufferSizeInMBs": (0.2, 3.0),
    "BufferIntervalInSeconds": (0.0, 900.0),
}
_LINE_FEEDS = ("\\n", "\n")

_DEFAULTS: Configuration = {
    "BufferingHints": {"SizeInMBs": 5, "IntervalInSeconds": 300},
    "CompressionFormat": "UNCOMPRESSED",
    "EncryptionConfiguration": {"NoEncryptionConfig": "NoEncryption"},
    "CloudWatchLoggingOptions": {"Enabled": False},
}
_EXTENDED_DEFAULTS: Configuration = {"S3BackupMode": "Disabled"}

_PROCESSOR_LIMIT = 5


def create_extended(given: Configuration) -> Configuration:
    """The description of a new ``ExtendedS3DestinationConfiguration``. Raises InvalidArgumentException."""
    _refuse_not_emulated(given)
    description = _DEFAULTS | _EXTENDED_DEFAULTS | _without_disabled(given)
    if (backup := description.pop("S3BackupConfiguration", None)) is not None:
        description["S3BackupDescription"] = _DEFAULTS | backup
    _check(description)
    return description


def update(description: Configuration, given: Configuration) -> Configuration:
    """The description after an ``ExtendedS3DestinationUpdate``, whose members replace those that were."""
    _refuse_not_emulated(given)
    changed = description | _without_disabled(given)
    if (backup := changed.pop("S3BackupUpdate", None)) is not None:
        changed["S3BackupDescription"] = _DEFAULTS | description.get("S3BackupDescription", {}) | backup
    if description["S3BackupMode"] == "Enabled" and changed["S3BackupMode"] == "Disabled":
        raise InvalidArgumentException("S3BackupMode can't be changed from Enabled to Disabled")
    _check(changed)
    return changed


def plain(description: Configuration) -> Configuration:
    """The ``S3DestinationDescription`` that AWS shows beside the extended one."""
    return {name: value for name, value in description.items() if name in _S3}


def not_emulated(given: Configuration, emulated: dict[str, Any] = _EMULATED, path: str = "") -> Iterator[str]:
    """The paths of the members in ``given`` that have no effect here. A feature that is off needs none."""
    for name, value in given.items():
        if isinstance(value, dict) and value.get("Enabled") is False:
            continue
        if name not in emulated:
            yield path + name
        elif isinstance(value, dict) and emulated[name] is not None:
            yield from not_emulated(value, emulated[name], f"{path}{name}.")


def _without_disabled(given: Configuration) -> Configuration:
    """Leave out the features that are not emulated and are off anyway."""
    return {name: value for name, value in given.items() if name in _EMULATED}


def _refuse_not_emulated(given: Configuration) -> None:
    if names := list(not_emulated(given)):
        raise InvalidArgumentException(f"{', '.join(names)}: not emulated")
    for processor in given.get("ProcessingConfiguration", {}).get("Processors", []):
        if processor["Type"] not in _PROCESSORS:
            raise InvalidArgumentException(f"Processor type {processor['Type']} is not emulated")
        for name in parameters(processor).keys() - _PROCESSORS[processor["Type"]]:
            raise InvalidArgumentException(f"{processor['Type']} parameter {name} is not emulated")


def _check(description: Configuration) -> None:
    for destination in (description, description.get("S3BackupDescription", {})):
        _check_destination(destination)
    if description["S3BackupMode"] == "Enabled" and "S3BackupDescription" not in description:
        raise InvalidArgumentException("S3BackupConfiguration is required when S3BackupMode is Enabled")
    _check_processors(description.get("ProcessingConfiguration", {}))


def _check_destination(description: Configuration) -> None:
    if len(description.get("BufferingHints", "12")) != 2:
        raise InvalidArgumentException("BufferingHints: SizeInMBs and IntervalInSeconds must both be given or neither")
    if len(description.get("EncryptionConfiguration", "1")) != 1:
        raise InvalidArgumentException("EncryptionConfiguration takes NoEncryptionConfig or KMSEncryptionConfig")
    logging_options = description.get("CloudWatchLoggingOptions", {})
    if logging_options.get("Enabled") and not {"LogGroupName", "LogStreamName"} <= logging_options.keys():
        raise InvalidArgumentException("CloudWatchLoggingOptions need a LogGroupName and a LogStreamName")
    try:
        zone(description.get("CustomTimeZone", ""))
        check_prefixes(description.get("Prefix", ""), description.get("ErrorOutputPrefix", ""))
    except (InvalidPrefixError, ValueError) as error:
        raise InvalidArgumentException(str(error)) from error


def _check_processors(processing: dict[str, Any]) -> None:
    processors = processing.get("Processors", [])
    if processing.get("Enabled") and not 1 <= len(processors) <= _PROCESSOR_LIMIT:
        raise InvalidArgumentException(
            f"An enabled ProcessingConfiguration must have between 1 and {_PROCESSOR_LIMIT} processors"
        )
    functions = [processor for processor in processors if processor["Type"] == "Lambda"]
    if len(functions) > 1:
        raise InvalidArgumentException("At most one Lambda processor is supported")
    for processor in functions:
        _check_function(parameters(processor))
    for processor in processors:
        if parameters(processor).get("Delimiter", "\n") not in _LINE_FEEDS:
            raise InvalidArgumentException("AppendDelimiterToRecord: a Delimiter other than \\n is not emulated")


def _check_function(given: dict[str, str]) -> None:
    if not given.get("LambdaArn", "").startswith("arn:"):
        raise InvalidArgumentException("A Lambda processor needs a LambdaArn")
    for name, (least, most) in _FUNCTION_RANGES.items():
        value = given.get(name, str(most))
        try:
            valid = least <= float(value) <= most
        except ValueError:
            valid = False
        if not valid:
            raise InvalidArgumentException(f"{name} must be between {least:g} and {most:g}, not {value}")
