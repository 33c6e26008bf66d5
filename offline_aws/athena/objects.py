"""The objects that a query reads: listed and read where the sandbox keeps them, without HTTP.

``Objects`` is all that the engine knows of S3. An object never changes under its ETag, so what was read may be kept
under (bucket, key, ETag); what exists is asked anew for each query.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from localstack.constants import AWS_REGION_US_EAST_1, DEFAULT_AWS_ACCOUNT_ID
from localstack.services.plugins import SERVICE_PLUGINS
from localstack.services.s3.models import s3_stores

from offline_aws.athena.errors import QueryError
from offline_aws.s3.service import path_of


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

    def place(self, stored: StoredObject, path: Path) -> None:
        """Make a file at ``path`` with the bytes of an object; fails when it is no longer what was listed."""


class LocalStackObjects:
    """The objects of the LocalStack that this process is."""

    def list(self, bucket: str, prefix: str) -> list[StoredObject]:
        return [
            StoredObject(bucket, item.key, item.etag, item.size, item.last_modified)
            for item in self._bucket(bucket).objects.values()
            if item.key.startswith(prefix)
        ]

    def read(self, stored: StoredObject) -> bytes:
        """From the object's file, where the sandbox keeps one that stays the object's meanwhile."""
        if file := path_of(stored.bucket, stored.key, stored.etag):
            with suppress(FileNotFoundError):
                body = file.read_bytes()
                if path_of(stored.bucket, stored.key, stored.etag) == file:
                    return body
        return self._read_from_store(stored)

    def place(self, stored: StoredObject, path: Path) -> None:
        """A link to the object's file, which keeps its bytes whatever becomes of the object; else a copy."""
        if file := path_of(stored.bucket, stored.key, stored.etag):
            with suppress(OSError):  # it is on another file system, or gone
                os.link(file, path)
                if path_of(stored.bucket, stored.key, stored.etag) == file:
                    return
                path.unlink()
        path.write_bytes(self._read_from_store(stored))

    def _read_from_store(self, stored: StoredObject) -> bytes:
        item = self._bucket(stored.bucket).objects.get(stored.key)
        if getattr(item, "etag", None) != stored.etag:
            message = f"{stored.uri} was changed or deleted while the query ran"
            raise QueryError("HIVE_FILESYSTEM_ERROR", message)
        backend = SERVICE_PLUGINS.require("s3")._provider._storage_backend
        with backend.open(stored.bucket, item, mode="r") as stream:
            return stream.read()

    def _bucket(self, name: str) -> Any:
        account = owner_of(name)
        if account and (bucket := s3_stores[account][AWS_REGION_US_EAST_1].buckets.get(name)):
            return bucket
        raise QueryError(
            "GENERIC_USER_ERROR",
            "The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error Code: NoSuchBucket; "
            f"Bucket: {name})",
        )


def owner_of(bucket: str) -> str | None:
    """The account of a bucket; LocalStack itself does not look at ExpectedBucketOwner."""
    owner: str | None = s3_stores[DEFAULT_AWS_ACCOUNT_ID][AWS_REGION_US_EAST_1].global_bucket_map.get(bucket)
    return owner
