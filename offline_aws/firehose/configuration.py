"""A destination's configuration: what is emulated, its defaults, its rules, and how an update changes it.

Everything here is a function of the request. Nothing is ignored: a parameter without effect here is refused.

https://docs.aws.amazon.com/firehose/latest/APIReference/API_ExtendedS3DestinationConfiguration.html
"""

from collections.abc import Iterator
from typing import Any

from localstack.aws.api.firehose import InvalidArgumentException

from offline_aws.firehose import conversion_rules, processor_rules
from offline_aws.firehose.models import Configuration
from offline_aws.firehose.s3_keys import InvalidPrefixError, check_prefixes, zone

S3_MEMBERS: dict[str, Any] = {
    "RoleARN": None,
    "BucketARN": None,
    "Prefix": None,
    "ErrorOutputPrefix": None,
    "BufferingHints": {"SizeInMBs": None, "IntervalInSeconds": None},
    "CompressionFormat": None,
    "EncryptionConfiguration": {"NoEncryptionConfig": None, "KMSEncryptionConfig": {"AWSKMSKeyARN": None}},
    "CloudWatchLoggingOptions": {"Enabled": None, "LogGroupName": None, "LogStreamName": None},
}
_EMULATED: dict[str, Any] = S3_MEMBERS | {
    "FileExtension": None,
    "CustomTimeZone": None,
    "ProcessingConfiguration": None,
    "DataFormatConversionConfiguration": None,
    "DynamicPartitioningConfiguration": {"Enabled": None, "RetryOptions": {"DurationInSeconds": None}},
    "S3BackupMode": None,
    "S3BackupConfiguration": S3_MEMBERS,
    "S3BackupUpdate": S3_MEMBERS,
}
"""The members that take effect, nested as in the API."""

S3_DEFAULTS: Configuration = {
    "BufferingHints": {"SizeInMBs": 5, "IntervalInSeconds": 300},
    "CompressionFormat": "UNCOMPRESSED",
    "EncryptionConfiguration": {"NoEncryptionConfig": "NoEncryption"},
    "CloudWatchLoggingOptions": {"Enabled": False},
}
_EXTENDED_DEFAULTS: Configuration = {"S3BackupMode": "Disabled"}
_LARGE_OBJECTS: Configuration = {"BufferingHints": {"SizeInMBs": 128, "IntervalInSeconds": 300}}
"""The default of streams with dynamic partitioning or record format conversion."""
_LEAST_PARTITIONED = {"SizeInMBs": (64, ""), "IntervalInSeconds": (60, " seconds")}
"""Buffering hints of a stream with dynamic partitioning, which has no zero buffering."""


def create_extended(given: Configuration) -> Configuration:
    """The description of a new ``ExtendedS3DestinationConfiguration``. Raises InvalidArgumentException."""
    _refuse_not_emulated(given)
    large = is_partitioned(given) or is_converted(given)
    description = S3_DEFAULTS | _EXTENDED_DEFAULTS | (_LARGE_OBJECTS if large else {}) | given
    if (backup := description.pop("S3BackupConfiguration", None)) is not None:
        description["S3BackupDescription"] = S3_DEFAULTS | backup
    _check(description)
    return description


def update(description: Configuration, given: Configuration) -> Configuration:
    """The description after an ``ExtendedS3DestinationUpdate``, whose members replace those that were."""
    _refuse_not_emulated(given)
    changed = description | given
    if (backup := changed.pop("S3BackupUpdate", None)) is not None:
        changed["S3BackupDescription"] = S3_DEFAULTS | description.get("S3BackupDescription", {}) | backup
    if description["S3BackupMode"] == "Enabled" and changed["S3BackupMode"] == "Disabled":
        raise InvalidArgumentException("S3BackupMode can't be changed from Enabled to Disabled")
    if is_partitioned(description) != is_partitioned(changed):
        raise InvalidArgumentException("Dynamic Partitioning can be enabled only when a Firehose is created")
    _check(changed)
    return changed


def is_partitioned(description: Configuration) -> bool:
    """Whether dynamic partitioning is enabled."""
    return bool(description.get("DynamicPartitioningConfiguration", {}).get("Enabled"))


def is_converted(description: Configuration) -> bool:
    """Whether records are converted to Parquet or ORC."""
    return conversion_rules.is_enabled(description.get("DataFormatConversionConfiguration", {}))


def plain(description: Configuration) -> Configuration:
    """The ``S3DestinationDescription`` that AWS shows beside the extended one."""
    return {name: value for name, value in description.items() if name in S3_MEMBERS}


def not_emulated(given: Configuration, emulated: dict[str, Any] = _EMULATED, path: str = "") -> Iterator[str]:
    """The paths of the members in ``given`` that have no effect here."""
    for name, value in given.items():
        if name not in emulated:
            yield path + name
        elif isinstance(value, dict) and emulated[name] is not None:
            yield from not_emulated(value, emulated[name], f"{path}{name}.")


def _refuse_not_emulated(given: Configuration) -> None:
    if names := list(not_emulated(given)):
        raise InvalidArgumentException(f"{', '.join(names)}: not emulated")
    processor_rules.refuse_not_emulated(given.get("ProcessingConfiguration", {}))


def _check(description: Configuration) -> None:
    for destination in (description, description.get("S3BackupDescription", {})):
        check_s3(destination)
    if description["S3BackupMode"] == "Enabled" and "S3BackupDescription" not in description:
        raise InvalidArgumentException("S3 backup destination configuration is required when enabling S3 backup.")
    partitioned = is_partitioned(description)
    if partitioned:
        _check_partitioned(description)
    if is_converted(description):
        conversion_rules.check_conversion(description["DataFormatConversionConfiguration"], description)
    processing = description.get("ProcessingConfiguration", {})
    processor_rules.check_processors(processing, description.get("Prefix", ""), partitioned)


def _check_partitioned(description: Configuration) -> None:
    for name, (least, unit) in _LEAST_PARTITIONED.items():
        if description["BufferingHints"][name] < least:
            raise InvalidArgumentException(
                f"BufferingHints.{name} must be at least {least}{unit} when Dynamic Partitioning is enabled."
            )


def check_s3(description: Configuration) -> None:
    """Raise InvalidArgumentException for a destination, or a part of one, that Firehose refuses."""
    if len(description.get("BufferingHints", "12")) != 2:
        raise InvalidArgumentException("BufferingHints: SizeInMBs and IntervalInSeconds must both be given or neither")
    if len(description.get("EncryptionConfiguration", "1")) != 1:
        raise InvalidArgumentException("EncryptionConfiguration takes NoEncryptionConfig or KMSEncryptionConfig")
    logging_options = description.get("CloudWatchLoggingOptions", {})
    for kind in ("Group", "Stream"):
        if logging_options.get("Enabled") and not logging_options.get(f"Log{kind}Name"):
            raise InvalidArgumentException(f"CloudWatch Log {kind} Name is required if CloudWatch Logging is enabled")
    try:
        zone(description.get("CustomTimeZone", ""))
        prefixes = description.get("Prefix", ""), description.get("ErrorOutputPrefix", "")
        check_prefixes(*prefixes, partitioned=is_partitioned(description))
    except (InvalidPrefixError, ValueError) as error:
        raise InvalidArgumentException(str(error)) from error
