"""A stream's configuration, parsed: what the delivery works by.

Immutable; an update of the destination makes a new one, which the next batch is delivered by.
"""

from dataclasses import dataclass, replace
from typing import Any

from offline_aws.firehose import conversion_rules
from offline_aws.firehose.buffer import AT_ONCE, Hints
from offline_aws.firehose.conversion import Conversion
from offline_aws.firehose.formats import EXTENSIONS
from offline_aws.firehose.http_endpoint import MOST_RECORDS, Endpoint, Secret
from offline_aws.firehose.models import Configuration
from offline_aws.firehose.partitioning import DEFAULT_RETRY_SECONDS, Partitioning
from offline_aws.firehose.processors import Step, steps_before_function
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
    """A bucket and how objects are written into it: data and errors, or beside an endpoint what it did not take."""

    bucket_arn: str
    role_arn: str
    hints: Hints
    keys: KeyRule
    compression: str
    delimiter: bytes = b""
    steps_before_function: tuple[Step, ...] = ()
    function: Function | None = None
    partitioning: Partitioning | None = None
    conversion: Conversion | None = None
    endpoint: Endpoint | None = None
    log: CloudWatchLog | None = None
    backup: "S3Destination | None" = None
    kms_key_arn: str | None = None

    @property
    def bucket(self) -> str:
        return self.bucket_arn.rpartition(":")[2]

    @property
    def processing_hints(self) -> Hints | None:
        """How long records wait for their processing; None when there is none."""
        if self.function:
            return self.function.hints
        return AT_ONCE if self.steps_before_function or self.partitioning else None


def parse(description: Configuration) -> S3Destination:
    """The destination of a stream's configuration: an extended or plain S3 description, or an HTTP endpoint's."""
    return _parse_http(description) if "EndpointConfiguration" in description else _parse_s3(description)


def _parse_http(description: Configuration) -> S3Destination:
    """The bucket of an HTTP endpoint's description, with the endpoint in the place of the data."""
    bucket = _parse_s3(description["S3DestinationDescription"])
    processors, buffering = _enabled_processors(description), description["BufferingHints"]
    return replace(
        bucket,
        hints=Hints.of(buffering["SizeInMBs"], buffering["IntervalInSeconds"])._replace(most=MOST_RECORDS),
        delimiter=b"\n" if "AppendDelimiterToRecord" in processors else b"",
        steps_before_function=steps_before_function(processors),
        function=_function(processors.get("Lambda"), description.get("RoleARN", bucket.role_arn)),
        endpoint=_endpoint(description),
        log=_log(description["CloudWatchLoggingOptions"]),
        backup=bucket if description["S3BackupMode"] == "AllData" else None,
    )


def _endpoint(description: Configuration) -> Endpoint:
    where, what = description["EndpointConfiguration"], description["RequestConfiguration"]
    return Endpoint(
        url=where["Url"],
        retry_seconds=description["RetryOptions"].get("DurationInSeconds", 300),
        access_key=where.get("AccessKey", ""),
        attributes=tuple((each["AttributeName"], each["AttributeValue"]) for each in what.get("CommonAttributes", [])),
        compressed=what.get("ContentEncoding") == "GZIP",
        secret=_secret(description),
    )


def _secret(description: Configuration) -> Secret | None:
    given = description.get("SecretsManagerConfiguration", {})
    if not given.get("Enabled"):
        return None
    return Secret(given["SecretARN"], given.get("RoleARN") or description["RoleARN"])


def _parse_s3(description: Configuration) -> S3Destination:
    buffering = description["BufferingHints"]
    compression = description["CompressionFormat"]
    processors = _enabled_processors(description)
    conversion = _conversion(description.get("DataFormatConversionConfiguration", {}))
    file_extension = EXTENSIONS[compression] if conversion is None else conversion.output.extension
    return S3Destination(
        bucket_arn=description["BucketARN"],
        role_arn=description["RoleARN"],
        hints=Hints.of(buffering["SizeInMBs"], buffering["IntervalInSeconds"]),
        keys=KeyRule(
            prefix=description.get("Prefix", ""),
            error_prefix=description.get("ErrorOutputPrefix", ""),
            extension=description.get("FileExtension") or file_extension,
            time_zone=description.get("CustomTimeZone", ""),
        ),
        compression=compression,
        delimiter=b"\n" if "AppendDelimiterToRecord" in processors else b"",
        steps_before_function=steps_before_function(processors),
        function=_function(processors.get("Lambda"), description["RoleARN"]),
        partitioning=_partitioning(description, processors),
        conversion=conversion,
        log=_log(description.get("CloudWatchLoggingOptions", {})),
        backup=_backup(description),
        kms_key_arn=description["EncryptionConfiguration"].get("KMSEncryptionConfig", {}).get("AWSKMSKeyARN"),
    )


def parameters(processor: dict[str, Any]) -> dict[str, str]:
    """A processor's parameters by name."""
    return {item["ParameterName"]: item["ParameterValue"] for item in processor.get("Parameters", [])}


def decompresses(description: Configuration) -> bool:
    """Whether a configuration has what CloudWatch Logs sends unpacked."""
    processing = description.get("ProcessingConfiguration", {})
    return bool(processing.get("Enabled")) and any(each["Type"] == "Decompression" for each in processing["Processors"])


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


def _partitioning(description: Configuration, processors: dict[str, dict[str, str]]) -> Partitioning | None:
    given = description.get("DynamicPartitioningConfiguration", {})
    if not given.get("Enabled"):
        return None
    query = processors.get("MetadataExtraction", {}).get("MetadataExtractionQuery")
    retry_seconds = given.get("RetryOptions", {}).get("DurationInSeconds", DEFAULT_RETRY_SECONDS)
    return Partitioning(description["Prefix"], query, retry_seconds)


def _conversion(given: dict[str, Any]) -> Conversion | None:
    return conversion_rules.conversion(given) if conversion_rules.is_enabled(given) else None


def _log(options: dict[str, Any]) -> CloudWatchLog | None:
    if not options.get("Enabled"):
        return None
    return CloudWatchLog(options["LogGroupName"], options["LogStreamName"])


def _backup(description: Configuration) -> S3Destination | None:
    if description.get("S3BackupMode") != "Enabled":
        return None
    return parse(description["S3BackupDescription"])
