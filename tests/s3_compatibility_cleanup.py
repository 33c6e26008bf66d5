"""A pytest plugin for ceph/s3-tests: its clean-up, as AWS takes it.

The suite deletes with a bypass of governance retention always, which AWS and LocalStack refuse for a bucket without object lock.
"""

from typing import Any

import s3tests.functional as suite
from botocore.exceptions import ClientError


def empty_and_delete(client: Any, bucket: str) -> None:
    for page in client.get_paginator("list_object_versions").paginate(
        Bucket=bucket, PaginationConfig={"PageSize": 500}
    ):
        found = [*page.get("Versions", []), *page.get("DeleteMarkers", [])]
        for version in found:
            name = {"Bucket": bucket, "Key": version["Key"], "VersionId": version["VersionId"]}
            if has_object_lock(client, bucket):
                client.put_object_legal_hold(**name, LegalHold={"Status": "OFF"})
                client.delete_object(**name, BypassGovernanceRetention=True)
            else:
                client.delete_object(**name)
    client.delete_bucket(Bucket=bucket)


def has_object_lock(client: Any, bucket: str) -> bool:
    try:
        client.get_object_lock_configuration(Bucket=bucket)
    except ClientError:
        return False
    return True


def try_to_empty(client: Any, bucket: str) -> None:
    """What can't be deleted (a compliance lock) must not fail the cases that follow."""
    try:
        empty_and_delete(client, bucket)
    except ClientError as error:
        print(f"{bucket} stays: {error}")


suite.nuke_bucket = try_to_empty
