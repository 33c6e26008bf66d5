from typing import Any

import pytest
from localstack.aws.api.firehose import InvalidArgumentException

from offline_aws.firehose import http_configuration
from offline_aws.firehose.configuration import S3_DEFAULTS
from offline_aws.firehose.destination import parse
from offline_aws.firehose.http_endpoint import Secret

BUCKET = {"RoleARN": "arn:aws:iam::000000000000:role/r", "BucketARN": "arn:aws:s3:::b"}
SECRET = "arn:aws:secretsmanager:us-east-1:000000000000:secret:key-x"
MINIMAL = {"EndpointConfiguration": {"Url": "https://h", "AccessKey": "secret"}, "S3Configuration": BUCKET}


def test_a_minimal_endpoint_is_shown_with_awss_defaults_and_without_its_key() -> None:
    assert http_configuration.shown(http_configuration.create(MINIMAL)) == {
        "EndpointConfiguration": {"Url": "https://h"},
        "BufferingHints": {"SizeInMBs": 5, "IntervalInSeconds": 300},
        "CloudWatchLoggingOptions": {"Enabled": False},
        "RequestConfiguration": {"ContentEncoding": "NONE"},
        "RetryOptions": {"DurationInSeconds": 300},
        "S3BackupMode": "FailedDataOnly",
        "S3DestinationDescription": S3_DEFAULTS | BUCKET,
    }


@pytest.mark.parametrize(("mode", "backed_up"), [("FailedDataOnly", False), ("AllData", True)])
def test_the_bucket_takes_all_data_when_asked_to(mode: str, backed_up: bool) -> None:
    destination = parse(http_configuration.create(MINIMAL | {"S3BackupMode": mode}))
    assert (destination.backup is not None) == backed_up


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"SecretsManagerConfiguration": {"Enabled": True}}, "Invalid secret ARN: null"),
        ({"SecretsManagerConfiguration": {"Enabled": True, "SecretARN": SECRET}}, "needs a RoleARN"),
        (
            {"RequestConfiguration": {"CommonAttributes": [{"AttributeName": "a", "AttributeValue": "b"}] * 2}},
            "Http Endpoint Common Attributes have duplicate name a.",
        ),
        ({"BufferingHints": {"SizeInMBs": 1}}, "must both be given or neither"),
        ({"S3Configuration": BUCKET | {"Prefix": "!{timestamp:yyyy}/"}}, "ErrorOutputPrefix cannot be null or empty"),
        (
            {"ProcessingConfiguration": {"Enabled": True, "Processors": []}},
            "A maximum of 5 and a minimum of 1 processor",
        ),
    ],
)
def test_an_endpoint_is_refused(given: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidArgumentException, match=message):
        http_configuration.create(MINIMAL | given)


@pytest.mark.parametrize(("enabled", "secret"), [(True, Secret(SECRET, "arn:role")), (False, None)])
def test_a_secret_is_used_while_it_is_enabled(enabled: bool, secret: Secret | None) -> None:
    manager = {"SecretsManagerConfiguration": {"Enabled": enabled, "SecretARN": SECRET}, "RoleARN": "arn:role"}
    endpoint = parse(http_configuration.create(MINIMAL | manager)).endpoint
    assert endpoint
    assert endpoint.secret == secret


def test_an_update_changes_what_it_names() -> None:
    description = http_configuration.create(MINIMAL)
    changed = http_configuration.update(description, {"S3Update": {"Prefix": "p/"}, "S3BackupMode": "AllData"})
    bucket = description["S3DestinationDescription"] | {"Prefix": "p/"}
    assert changed == description | {"S3DestinationDescription": bucket, "S3BackupMode": "AllData"}


def test_a_backup_of_all_data_stays() -> None:
    description = http_configuration.create(MINIMAL | {"S3BackupMode": "AllData"})
    with pytest.raises(InvalidArgumentException, match="can't be changed from AllData"):
        http_configuration.update(description, {"S3BackupMode": "FailedDataOnly"})


@pytest.mark.parametrize(
    ("url", "checked"),
    [
        ("http://localhost:8080/clicks", "https://localhost:8080/clicks"),
        ("http://127.0.0.1", "https://127.0.0.1"),
        ("http://localhost.example/", "http://localhost.example/"),
        ("https://h", "https://h"),
    ],
)
def test_only_an_endpoint_of_this_machine_may_be_plain_http(url: str, checked: str) -> None:
    request = {"HttpEndpointDestinationConfiguration": {"EndpointConfiguration": {"Url": url}}}
    (destination,) = http_configuration.as_checked(request).values()
    assert (destination["EndpointConfiguration"]["Url"], http_configuration.as_checked({})) == (checked, {})
