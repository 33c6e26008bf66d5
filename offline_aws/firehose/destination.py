"""A stream's configuration, parsed: what the delivery works by.

Immutable; an update of the destination makes a new one, which the next batch is delivered by.
"""

from dataclasses import dataclass
from typing import Any

from offline_aws.firehose.buffer import Hints
from offline_aws.firehose.formats import EXTENSIONS
from offline_aws.firehose.models import Configuration
from offline_aws.firehose.s3_keys import KeyRule

DEFAULT_FUNCTION_PARAMETERS = {
    "NumberOfRetries": "3",
    "BufferSizeInMBs": "1",
    "BufferIntervalInSeconds": "60",
}


@dataclass(frozen=True)
class Function:
    """The transformation function: whom to call, as whom, how often again, and its buffer."""

    arn: str
    role_arn: str
    retries: int
    hints: Hints


@dataclass(frozen=True)
class CloudWatchLog:
    """Where delivery errors are logged."""

    group: str
    stream: str


@dataclass(frozen=True)
class S3Destination:
    """A bucket and how objects are written into it."""

    bucket_arn: str
    role_arn: str
    hints: Hints
    keys: KeyRule
    compression: str
    delimiter: bytes = b""
    function: Function | None = None
    log: CloudWatchLog | None = None
    backup: "S3Destination | None" = None
    kms_key_arn: str | None = None

    @property
    def bucket(self) -> str:
        return self.bucket_arn.rpartition(":")[2]


def parse(description: Configuration) -> S3Destination:
    """The destination that an ``ExtendedS3DestinationDescription`` (or a plain S3 one) describes."""
    buffering = description["BufferingHints"]
    compression = description["CompressionFormat"]
    processors = _enabled_processors(description)
    return S3Destination(
        bucket_arn=description["BucketARN"],
        role_arn=description["RoleARN"],
        hints=Hints.of(buffering["SizeInMBs"], buffering["IntervalInSeconds"]),
        keys=KeyRule(
            prefix=description.get("Prefix", ""),
            error_prefix=description.get("ErrorOutputPrefix", ""),
            extension=description.get("FileExtension") or EXTENSIONS[compression],
            time_zone=description.get("CustomTimeZone", ""),
        ),
        compression=compression,
        delimiter=b"\n" if "AppendDelimiterToRecord" in processors else b"",
        function=_function(processors.get("Lambda"), description["RoleARN"]),
        log=_log(description.get("CloudWatchLoggingOptions", {})),
        backup=_backup(description),
        kms_key_arn=description["EncryptionConfiguration"].get("KMSEncryptionConfig", {}).get("AWSKMSKeyARN"),
    )


def parameters(processor: dict[str, Any]) -> dict[str, str]:
    """A processor's parameters by name."""
    return {item["ParameterName"]: item["ParameterValue"] for item in processor.get("Parameters", [])}


def _enabled_processors(description: Configuration) -> dict[str, dict[str, str]]:
    processing = description.get("ProcessingConfiguration", {})
    if not processing.get("Enabled"):
        return {}
    return {processor["Type"]: parameters(processor) for processor in processing.get("Processors", [])}


def _function(given: dict[str, str] | None, stream_role_arn: str) -> Function | None:
    if given is None:
        return None
    values = DEFAULT_FUNCTION_PARAMETERS | given
    return Function(
        arn=values["LambdaArn"],
        role_arn=values.get("RoleArn", stream_role_arn),
        retries=int(values["NumberOfRetries"]),
        hints=Hints.of(float(values["BufferSizeInMBs"]), float(values["BufferIntervalInSeconds"])),
    )


def _log(options: dict[str, Any]) -> CloudWatchLog | None:
    if not options.get("Enabled"):
        return None
    return CloudWatchLog(options["LogGroupName"], options["LogStreamName"])


def _backup(description: Configuration) -> S3Destination | None:
    if description.get("S3BackupMode") != "Enabled":
        return None
    return parse(description["S3BackupDescription"])
