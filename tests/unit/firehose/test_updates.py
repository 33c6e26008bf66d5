from typing import Any

import pytest
from localstack.aws.api.firehose import InvalidArgumentException

from offline_aws.firehose import configuration, http_configuration
from offline_aws.firehose.updates import updated

BUCKET = {"RoleARN": "arn:aws:iam::000000000000:role/r", "BucketARN": "arn:aws:s3:::b"}
ENDPOINT = {"EndpointConfiguration": {"Url": "https://h"}}
S3 = configuration.create_extended(BUCKET)
HTTP = http_configuration.create(ENDPOINT | {"S3Configuration": BUCKET})


def test_a_destination_of_another_type_takes_the_place_of_what_was() -> None:
    assert [
        updated(S3, ENDPOINT | {"S3Update": BUCKET}, to_http=True),
        updated(HTTP, BUCKET, to_http=False),
    ] == [HTTP, S3]


@pytest.mark.parametrize(
    ("description", "given", "to_http", "message"),
    [
        (S3, ENDPOINT, True, "S3Configuration: required when the type"),
        (S3, ENDPOINT | {"S3Update": {}}, True, "RoleARN, BucketARN: required"),
        (HTTP, {"Prefix": "p/"}, False, "RoleARN, BucketARN: required"),
        (HTTP | {"S3BackupMode": "AllData"}, BUCKET, False, "backup of all data can't be disabled"),
        (
            S3 | {"DynamicPartitioningConfiguration": {"Enabled": True}},
            ENDPOINT | {"S3Update": BUCKET},
            True,
            "Dynamic Partitioning can be enabled only",
        ),
    ],
)
def test_a_change_of_type_that_is_not_whole_is_refused(
    description: Any, given: Any, to_http: bool, message: str
) -> None:
    with pytest.raises(InvalidArgumentException, match=message):
        updated(description, given, to_http)
