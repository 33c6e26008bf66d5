"""S3: one bucket for the clicks and one for Athena's results, both private.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
"""

from collections.abc import Iterator
from typing import Any

import boto3

from pipeline.resources import Resource
from pipeline.settings import Settings

_DELETE_OBJECTS_AT_MOST = 1000
_PRIVATE = {
    "BlockPublicAcls": True,
    "IgnorePublicAcls": True,
    "BlockPublicPolicy": True,
    "RestrictPublicBuckets": True,
}


def create(settings: Settings) -> None:
    """Make both buckets in the settings' region and block public access to them."""
    s3: Any = boto3.client("s3", region_name=settings.region)
    for name in _names(settings):
        if not _exists(s3, name):
            s3.create_bucket(Bucket=name, **_location(settings.region))
        s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=_PRIVATE)


def describe(settings: Settings) -> list[Resource]:
    s3 = boto3.client("s3", region_name=settings.region)
    return [Resource("S3 bucket", name, _contents(s3, name)) for name in _names(settings) if _exists(s3, name)]


def delete(settings: Settings) -> list[Resource]:
    """Delete both buckets with every object and every version of one in them."""
    s3 = boto3.client("s3", region_name=settings.region)
    found = describe(settings)
    for resource in found:
        for batch in _version_batches(s3, resource.name):
            _delete_batch(s3, resource.name, batch)
        s3.delete_bucket(Bucket=resource.name)
    return found


def _names(settings: Settings) -> list[str]:
    return [settings.bucket, settings.results_bucket]


def _exists(s3: Any, name: str) -> bool:
    try:
        s3.head_bucket(Bucket=name)
    except s3.exceptions.ClientError as error:
        if error.response["Error"]["Code"] == "404":
            return False
        raise
    return True


def _location(region: str) -> dict[str, Any]:
    # S3 refuses us-east-1 as a constraint: it is the default.
    return {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}


def _contents(s3: Any, name: str) -> str:
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=name)
    sizes = [entry["Size"] for page in pages for entry in page.get("Contents", [])]
    return f"{len(sizes)} objects, {sum(sizes)} bytes"


def _version_batches(s3: Any, name: str) -> Iterator[list[dict[str, str]]]:
    for page in s3.get_paginator("list_object_versions").paginate(
        Bucket=name, PaginationConfig={"PageSize": _DELETE_OBJECTS_AT_MOST}
    ):
        entries = page.get("Versions", []) + page.get("DeleteMarkers", [])
        if entries:
            yield [{"Key": entry["Key"], "VersionId": entry["VersionId"]} for entry in entries]


def _delete_batch(s3: Any, name: str, objects: list[dict[str, str]]) -> None:
    answer = s3.delete_objects(Bucket=name, Delete={"Objects": objects, "Quiet": True})
    if errors := answer.get("Errors"):
        raise RuntimeError(f"{len(errors)} objects of bucket {name} were not deleted, the first: {errors[0]}")
