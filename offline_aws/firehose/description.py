"""What ``DescribeDeliveryStream`` shows of a stream.

https://docs.aws.amazon.com/firehose/latest/APIReference/API_DeliveryStreamDescription.html
"""

from typing import Any

from offline_aws.firehose import configuration, http_configuration, processor_rules
from offline_aws.firehose.models import Configuration, DeliveryStream

DESTINATION_ID = "destinationId-000000000001"


def describe(stream: DeliveryStream, after_destination: str = "") -> dict[str, Any]:
    """The ``DeliveryStreamDescription``, with the destinations whose id comes after the given one."""
    destination = {"DestinationId": DESTINATION_ID, **_destination(completed(stream.configuration))}
    description = {
        "DeliveryStreamName": stream.name,
        "DeliveryStreamARN": stream.arn,
        "DeliveryStreamStatus": stream.status,
        "DeliveryStreamEncryptionConfiguration": stream.encryption,
        "DeliveryStreamType": stream.kind,
        "VersionId": str(stream.version),
        "CreateTimestamp": stream.created,
        "Destinations": [destination] if after_destination < DESTINATION_ID else [],
        "HasMoreDestinations": False,
    }
    if stream.source:
        shown = {**stream.source, "DeliveryStartTimestamp": stream.created}
        description["Source"] = {"KinesisStreamSourceDescription": shown}
    elif stream.throughput_hint:
        description["Source"] = {"DirectPutSourceDescription": stream.throughput_hint}
    return description | ({"LastUpdateTimestamp": stream.updated} if stream.updated else {})


def completed(given: Configuration) -> Configuration:
    """A configuration with the defaults of what is in its ``ProcessingConfiguration``."""
    if not (processing := given.get("ProcessingConfiguration")):
        return given
    role_arn = given.get("RoleARN") or given["S3DestinationDescription"]["RoleARN"]
    return given | {"ProcessingConfiguration": processor_rules.completed(processing, role_arn)}


def _destination(given: Configuration) -> dict[str, Any]:
    if http_configuration.is_http(given):
        return {"HttpEndpointDestinationDescription": http_configuration.shown(given)}
    return {"S3DestinationDescription": configuration.plain(given), "ExtendedS3DestinationDescription": given}
