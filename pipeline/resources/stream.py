"""Firehose: the delivery stream that buffers clicks, has them transformed and writes them to S3.

https://docs.aws.amazon.com/firehose/latest/APIReference/API_ExtendedS3DestinationConfiguration.html
"""

from typing import Any

import boto3

from pipeline.resources import Resource, arns, waiting
from pipeline.settings import Settings

ERROR_PREFIX = "errors/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd/HH}/"
_STATE_SECONDS = 300.0


def create(settings: Settings) -> None:
    """Make the stream, or bring its destination up to date, and return once it is ACTIVE."""
    client: Any = boto3.client("firehose", region_name=settings.region)
    current = _description(client, settings.stream_name)
    wanted = destination(settings)
    if current is None:
        waiting.once_role_is_usable(
            lambda: client.create_delivery_stream(
                DeliveryStreamName=settings.stream_name,
                DeliveryStreamType="DirectPut",
                ExtendedS3DestinationConfiguration=wanted,
            )
        )
    elif differs(current["Destinations"][0]["ExtendedS3DestinationDescription"], wanted):
        client.update_destination(
            DeliveryStreamName=settings.stream_name,
            CurrentDeliveryStreamVersionId=current["VersionId"],
            DestinationId=current["Destinations"][0]["DestinationId"],
            ExtendedS3DestinationUpdate=wanted,
        )
    waiting.until(
        lambda: (_description(client, settings.stream_name) or {}).get("DeliveryStreamStatus") == "ACTIVE",
        f"stream {settings.stream_name} becoming ACTIVE",
        _STATE_SECONDS,
    )


def describe(settings: Settings) -> list[Resource]:
    client = boto3.client("firehose", region_name=settings.region)
    current = _description(client, settings.stream_name)
    if current is None:
        return []
    detail = f"{current['DeliveryStreamStatus']}, version {current['VersionId']}"
    return [Resource("Firehose stream", settings.stream_name, detail)]


def delete(settings: Settings) -> list[Resource]:
    """Delete the stream and return once it is gone: what it had buffered is delivered by then."""
    client = boto3.client("firehose", region_name=settings.region)
    found = describe(settings)
    if found:
        client.delete_delivery_stream(DeliveryStreamName=settings.stream_name)
        waiting.until(
            lambda: _description(client, settings.stream_name) is None,
            f"deletion of stream {settings.stream_name}",
            _STATE_SECONDS,
        )
    return found


def destination(settings: Settings) -> dict[str, Any]:
    """Where the clicks go: keys by UTC hour, as the table's projection expects, errors beside them."""
    return {
        "RoleARN": arns.role(settings.firehose_role),
        "BucketARN": arns.bucket(settings.bucket),
        "ErrorOutputPrefix": ERROR_PREFIX,
        "BufferingHints": {"SizeInMBs": settings.buffer_mib, "IntervalInSeconds": settings.buffer_seconds},
        "CompressionFormat": "UNCOMPRESSED",
        "ProcessingConfiguration": {"Enabled": True, "Processors": [_transformation(settings)]},
    }


def _transformation(settings: Settings) -> dict[str, Any]:
    parameters = {
        "LambdaArn": arns.function(settings),
        "RoleArn": arns.role(settings.firehose_role),
        "NumberOfRetries": "3",
        "BufferSizeInMBs": "1",
        # The stream's own interval is the one to tune; the function's would only be added to it.
        "BufferIntervalInSeconds": "0",
    }
    return {
        "Type": "Lambda",
        "Parameters": [{"ParameterName": name, "ParameterValue": value} for name, value in parameters.items()],
    }


def _description(client: Any, name: str) -> dict[str, Any] | None:
    try:
        answer = client.describe_delivery_stream(DeliveryStreamName=name)
    except client.exceptions.ResourceNotFoundException:
        return None
    description: dict[str, Any] = answer["DeliveryStreamDescription"]
    return description


def differs(actual: Any, wanted: Any) -> bool:
    """Whether ``actual`` lacks any of ``wanted``; AWS fills in defaults beside it and keeps no order of parameters."""
    if isinstance(wanted, dict):
        return not isinstance(actual, dict) or any(differs(actual.get(name), value) for name, value in wanted.items())
    if isinstance(wanted, list):
        return not isinstance(actual, list) or any(all(differs(each, value) for each in actual) for value in wanted)
    return bool(actual != wanted)
