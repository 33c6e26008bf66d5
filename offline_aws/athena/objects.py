"""The objects that a query reads: listed and read where the sandbox keeps them, without HTTP.

``Objects`` is all that the engine knows of S3. An object never changes under its ETag, so what was read may be kept
under (bucket, key, ETag); what exists is asked anew for each query.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from localstack.constants import AWS_REGION_US_EAST_1, DEFAULT_AWS_ACCOUNT_ID
from localstack.services.plugins import SERVICE_PLUGINS
from localstack.services.s3.models import s3_stores

from offline_aws.athena.errors import QueryError


@dataclass(frozen=True, slots=True)
class StoredObject:
    """An object as a listing shows it."""

    bucket: str
    key: str
    etag: str
    size: int
    last_modified: datetime

    @property
    def uri(self) -> str:
        return f"s3://{self.bucket}/{self.key}"


class Objects(Protocol):
    """What the engine needs of S3."""

    def list(self, bucket: str, prefix: str) -> list[StoredObject]:
        """The current objects under a prefix."""

    def read(self, stored: StoredObject) -> bytes:
        """The bytes of an object; fails when it is no longer what was listed."""


class LocalStackObjects:
    """The objects of the LocalStack that this process is."""

    def list(self, bucket: str, prefix: str) -> list[StoredObject]:
        return [
            StoredObject(bucket, item.key, item.etag, item.size, item.last_modified)
            for item in self._bucket(bucket).objects.values()
            if item.key.startswith(prefix)
        ]

    def read(self, stored: StoredObject) -> bytes:
        item = self._bucket(stored.bucket).objects.get(stored.key)
        if getattr(item, "etag", None) != stored.etag:
            raise QueryError("HIVE_FILESYSTEM_ERROR", f"{stored.uri} was changed or deleted while the query ran")
        backend = SERVICE_PLUGINS.require("s3")._provider._storage_backend
        with backend.open(stored.bucket, item, mode="r") as stream:
            return stream.read()

    def _bucket(self, name: str) -> Any:
        region = s3_stores[DEFAULT_AWS_ACCOUNT_ID][AWS_REGION_US_EAST_1]
        account = region.global_bucket_map.get(name)
        if account and (bucket := s3_stores[account][AWS_REGION_US_EAST_1].buckets.get(name)):
            return bucket
        raise QueryError(
            "GENERIC_USER_ERROR",
            "The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error Code: NoSuchBucket; "
            f"Bucket: {name})",
        )
