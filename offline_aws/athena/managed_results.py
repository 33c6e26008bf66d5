"""Managed query results: kept for a day in a bucket of Athena's own account, which GetQueryResults alone reads.

https://docs.aws.amazon.com/athena/latest/ug/managed-results.html
"""

from datetime import datetime, timedelta
from typing import Any

from localstack.aws.connect import connect_to

from offline_aws.athena.models import QueryExecution

LOCATION = "s3://athena-managed-query-results/"
KEPT_FOR = timedelta(hours=24)

_ACCOUNT = "000000000001"
_BUCKET = LOCATION.removeprefix("s3://").rstrip("/")


def client_of(bucket: str, callers: Any) -> Any:
    """The S3 client that reaches a bucket: Athena's own for that of managed results, else the caller's."""
    return _own_client() if bucket == _BUCKET else callers


def make_room(now: datetime) -> None:
    """Make the bucket, and delete the results in it whose day is over."""
    s3 = _own_client()
    s3.create_bucket(Bucket=_BUCKET)
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=_BUCKET):
        for item in page.get("Contents", ()):
            if is_over(item["LastModified"], now):
                s3.delete_object(Bucket=_BUCKET, Key=item["Key"])


def are_gone(execution: QueryExecution, now: datetime) -> bool:
    """Whether an execution had managed results that are kept no more."""
    return execution.managed and execution.completed is not None and is_over(execution.completed, now)


def is_over(written: datetime, now: datetime) -> bool:
    """Whether the day is over of what was written then."""
    return now - written > KEPT_FOR


def _own_client() -> Any:
    return connect_to(aws_access_key_id=_ACCOUNT, region_name="us-east-1").s3
