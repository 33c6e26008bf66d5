"""The bucket's own half of the permission: Firehose's role, and what it does there.

https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-s3
"""

import json
from typing import Any

import boto3

from pipeline.resources import Resource, arns, roles
from pipeline.settings import Settings


def create(settings: Settings) -> None:
    """Put the policy, in the place of any that the bucket had."""
    s3 = boto3.client("s3", region_name=settings.region)
    s3.put_bucket_policy(Bucket=settings.bucket, Policy=json.dumps(policy(settings)))


def describe(settings: Settings) -> list[Resource]:
    s3 = boto3.client("s3", region_name=settings.region)
    try:
        s3.get_bucket_policy(Bucket=settings.bucket)
    except s3.exceptions.ClientError as error:
        if error.response["Error"]["Code"] in ("NoSuchBucketPolicy", "NoSuchBucket"):
            return []
        raise
    return [Resource("S3 bucket policy", settings.bucket, f"allows {settings.firehose_role}")]


def delete(settings: Settings) -> list[Resource]:
    found = describe(settings)
    if found:
        boto3.client("s3", region_name=settings.region).delete_bucket_policy(Bucket=settings.bucket)
    return found


def policy(settings: Settings) -> dict[str, Any]:
    """Firehose's role may deliver to the bucket."""
    bucket = arns.bucket(settings.bucket)
    return {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"AWS": arns.role(settings.firehose_role)},
                "Action": [*roles.S3_DELIVERY_ACTIONS, "s3:PutObjectAcl"],
                "Resource": [bucket, f"{bucket}/*"],
            }
        ],
    }
