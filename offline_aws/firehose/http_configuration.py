"""The configuration of an HTTP endpoint destination: defaults, rules, updates and what a description shows.

https://docs.aws.amazon.com/firehose/latest/APIReference/API_HttpEndpointDestinationConfiguration.html
"""

import re
from collections import Counter
from typing import Any

from localstack.aws.api.firehose import InvalidArgumentException

from offline_aws.firehose import processor_rules
from offline_aws.firehose.configuration import S3_DEFAULTS, S3_MEMBERS, check_s3, not_emulated
from offline_aws.firehose.models import Configuration

_EMULATED: dict[str, Any] = {
    "EndpointConfiguration": None,
    "BufferingHints": None,
    "CloudWatchLoggingOptions": None,
    "RequestConfiguration": None,
    "ProcessingConfiguration": None,
    "RoleARN": None,
    "RetryOptions": None,
    "SecretsManagerConfiguration": None,
    "S3BackupMode": None,
    "S3Configuration": S3_MEMBERS,
    "S3Update": S3_MEMBERS,
}
_DEFAULTS: Configuration = {
    "BufferingHints": {"SizeInMBs": 5, "IntervalInSeconds": 300},
    "CloudWatchLoggingOptions": {"Enabled": False},
    "RequestConfiguration": {"ContentEncoding": "NONE"},
    "RetryOptions": {"DurationInSeconds": 300},
    "S3BackupMode": "FailedDataOnly",
}


_LOCAL_HTTP = re.compile(r"http://(localhost|127\.0\.0\.1|\[::1\]|host\.docker\.internal)(?=[:/?]|$)")


def as_checked(request: dict[str, Any]) -> dict[str, Any]:
    """The request as its constraints are checked: AWS takes HTTPS only, and here an endpoint of this machine, which AWS
    could not reach, may be plain HTTP."""
    for name in ("HttpEndpointDestinationConfiguration", "HttpEndpointDestinationUpdate"):
        endpoint = request.get(name, {}).get("EndpointConfiguration", {})
        if _LOCAL_HTTP.match(endpoint.get("Url", "")):
            secured = endpoint | {"Url": endpoint["Url"].replace("http", "https", 1)}
            request = request | {name: request[name] | {"EndpointConfiguration": secured}}
    return request


def is_http(description: Configuration) -> bool:
    """Whether a stream's configuration is that of an HTTP endpoint."""
    return "EndpointConfiguration" in description


def create(given: Configuration) -> Configuration:
    """The configuration of a new destination. Raises InvalidArgumentException."""
    _refuse_not_emulated(given)
    description = _DEFAULTS | given
    description["S3DestinationDescription"] = S3_DEFAULTS | description.pop("S3Configuration")
    _check(description)
    return description


def update(description: Configuration, given: Configuration) -> Configuration:
    """The configuration after an ``HttpEndpointDestinationUpdate``, whose members replace those that were."""
    _refuse_not_emulated(given)
    changed = description | given
    if (bucket := changed.pop("S3Update", None)) is not None:
        changed["S3DestinationDescription"] = description["S3DestinationDescription"] | bucket
    if description["S3BackupMode"] == "AllData" and changed["S3BackupMode"] != "AllData":
        raise InvalidArgumentException("S3BackupMode can't be changed from AllData to FailedDataOnly")
    _check(changed)
    return changed


def shown(description: Configuration) -> Configuration:
    """The ``HttpEndpointDestinationDescription``, which keeps the access key to itself."""
    endpoint = {name: value for name, value in description["EndpointConfiguration"].items() if name != "AccessKey"}
    return description | {"EndpointConfiguration": endpoint}


def _refuse_not_emulated(given: Configuration) -> None:
    if names := list(not_emulated(given, _EMULATED)):
        raise InvalidArgumentException(f"{', '.join(names)}: not emulated")
    processor_rules.refuse_not_emulated(given.get("ProcessingConfiguration", {}))


def _check(description: Configuration) -> None:
    secret = description.get("SecretsManagerConfiguration", {})
    if secret.get("Enabled") and "SecretARN" not in secret:
        raise InvalidArgumentException("Invalid secret ARN: null")
    if secret.get("Enabled") and not {"RoleARN"} & {*secret, *description}:
        raise InvalidArgumentException("SecretsManagerConfiguration needs a RoleARN, its own or the destination's")
    names = Counter(each["AttributeName"] for each in description["RequestConfiguration"].get("CommonAttributes", []))
    for name, count in names.items():
        if count > 1:
            raise InvalidArgumentException(f"Http Endpoint Common Attributes have duplicate name {name}.")
    check_s3(description["S3DestinationDescription"])
    check_s3({name: description[name] for name in ("BufferingHints", "CloudWatchLoggingOptions")})
    processor_rules.check_processors(description.get("ProcessingConfiguration", {}), "", partitioned=False)
