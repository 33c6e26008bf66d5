"""What a ``DataFormatConversionConfiguration`` must and may hold, and the conversion that it describes.

https://docs.aws.amazon.com/firehose/latest/APIReference/API_DataFormatConversionConfiguration.html
"""

import re
from typing import Any

from localstack.aws.api.firehose import InvalidArgumentException

from offline_aws import joda_time
from offline_aws.firehose.conversion import Conversion, Output, Table

LEAST_MEBIBYTES = 64

# Members that are taken with AWS's default only, which tools that spell every default out send.
_ONLY_DEFAULTS: dict[str, dict[str, Any]] = {
    "ParquetSerDe": {"MaxPaddingBytes": 0},
    # What else is about padding has no effect without it.
    "OrcSerDe": {"EnablePadding": False},
}
_QUOTED = re.compile("'[^']*'")
_NO_LETTER = re.compile("['CIJPRTUVbfijloprt]")
"""What is no letter of a pattern, and a quote that is not closed."""
_PARTS = ("SchemaConfiguration", "InputFormatConfiguration", "OutputFormatConfiguration")


def is_enabled(given: dict[str, Any]) -> bool:
    """Whether a conversion is configured; one that doesn't say is enabled."""
    return bool(given) and given.get("Enabled") is not False


def check_conversion(given: dict[str, Any], destination: dict[str, Any]) -> None:
    """Raise InvalidArgumentException for an enabled conversion that misses or contradicts something."""
    for part in _PARTS:
        if not given.get(part):
            raise InvalidArgumentException(f"{part} must not be null")
    for name in ("RoleARN", "DatabaseName", "TableName"):
        if name not in given["SchemaConfiguration"]:
            raise InvalidArgumentException(f"SchemaConfiguration needs a {name}")
    for kind, options in (_deserializer(given), _serializer(given)):
        _check_serde(kind, options)
    if destination["CompressionFormat"] != "UNCOMPRESSED":
        raise InvalidArgumentException(
            "The S3 destination's compression format must be set to UNCOMPRESSED when data format conversion is enabled"
        )
    if destination["BufferingHints"]["SizeInMBs"] < LEAST_MEBIBYTES:
        raise InvalidArgumentException(
            f"BufferingHints.SizeInMBs must be at least {LEAST_MEBIBYTES} when record format conversion is enabled"
        )


def conversion(given: dict[str, Any]) -> Conversion:
    """The conversion of a checked configuration."""
    schema = given["SchemaConfiguration"]
    deserializer, options = _deserializer(given)
    serializer, output = _serializer(given)
    keys = options.get("ColumnToJsonKeyMappings", {})
    return Conversion(
        table=Table(
            role_arn=schema["RoleARN"],
            database=schema["DatabaseName"],
            name=schema["TableName"],
            version=schema.get("VersionId", "LATEST"),
            region=schema.get("Region", ""),
            catalog=schema.get("CatalogId", ""),
        ),
        output=Output("ORC" if serializer == "OrcSerDe" else "PARQUET", output.get("Compression", "SNAPPY"), output),
        openx=deserializer == "OpenXJsonSerDe",
        case_insensitive=deserializer == "HiveJsonSerDe" or options.get("CaseInsensitive", True),
        dots_to_underscores=options.get("ConvertDotsInJsonKeysToUnderscores", False),
        key_mappings=keys,
        timestamp_formats=tuple(options.get("TimestampFormats", [])),
    )


def _deserializer(given: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    return _only_one("Deserializer", given["InputFormatConfiguration"].get("Deserializer", {}))


def _serializer(given: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    return _only_one("Serializer", given["OutputFormatConfiguration"].get("Serializer", {}))


def _only_one(part: str, choices: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    if not choices:
        raise InvalidArgumentException(f"{part} must not be null")
    if len(choices) > 1:
        raise InvalidArgumentException(f"More than one {part.lower()} specified. Only one may be chosen.")
    return next(iter(choices.items()))


def _check_serde(kind: str, options: dict[str, Any]) -> None:
    for pattern in options.get("TimestampFormats", []):
        _check_timestamp_format(pattern)
    for name, default in _ONLY_DEFAULTS.get(kind, {}).items():
        if options.get(name, default) != default:
            raise InvalidArgumentException(f"{kind}.{name} other than {default} is not emulated")


def _check_timestamp_format(pattern: str) -> None:
    if pattern != joda_time.MILLIS and _NO_LETTER.search(_QUOTED.sub("", pattern)):
        raise InvalidArgumentException(
            "One or more SerDe options are invalid for org.apache.hcatalog.data.JsonSerDe: "
            f"[Key: timestamp.formats Value: {pattern}]"
        )
    try:
        joda_time.check(pattern)
    except ValueError as error:
        raise InvalidArgumentException(str(error)) from error
