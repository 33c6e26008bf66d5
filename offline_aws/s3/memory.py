"""LocalStack's S3 models, found and set: the only place that knows how it holds them."""

from localstack.constants import AWS_REGION_US_EAST_1, DEFAULT_AWS_ACCOUNT_ID
from localstack.services.s3.models import (
    S3Bucket,
    S3DeleteMarker,
    S3Object,
    S3Store,
    VersionedKeyStore,
    s3_stores,
)
from localstack.services.s3.utils import get_unique_key_id
from localstack.utils.tagging import Tags

from offline_aws.s3.layout import NULL_VERSION

type Version = S3Object | S3DeleteMarker


def store_of(bucket: S3Bucket) -> S3Store:
    return s3_stores[bucket.bucket_account_id][bucket.bucket_region]


def _accounts_of_buckets() -> dict[str, str]:
    owners: dict[str, str] = s3_stores[DEFAULT_AWS_ACCOUNT_ID][AWS_REGION_US_EAST_1].global_bucket_map
    return owners


def find_bucket(name: str) -> S3Bucket | None:
    owner = _accounts_of_buckets().get(name)
    return s3_stores[owner][AWS_REGION_US_EAST_1].buckets.get(name) if owner else None


def add_bucket(bucket: S3Bucket, tags: dict[str, str]) -> None:
    store = store_of(bucket)
    store.buckets[bucket.name] = bucket
    store.global_bucket_map[bucket.name] = bucket.bucket_account_id
    set_tags(store.tags, bucket.bucket_arn, tags)


def remove_bucket(bucket: S3Bucket) -> None:
    store = store_of(bucket)
    store.buckets.pop(bucket.name, None)
    store.global_bucket_map.pop(bucket.name, None)
    store.tags.delete_all_tags(bucket.bucket_arn)


def bucket_tags(bucket: S3Bucket) -> dict[str, str]:
    tags: dict[str, str] = store_of(bucket).tags.get_tags(bucket.bucket_arn)
    return tags


def object_tags(bucket: S3Bucket, key: str, version: str) -> dict[str, str]:
    tags: dict[str, str] = store_of(bucket).tags.get_tags(get_unique_key_id(bucket.name, key, version))
    return tags


def set_object_tags(bucket: S3Bucket, key: str, version: str, tags: dict[str, str]) -> None:
    set_tags(store_of(bucket).tags, get_unique_key_id(bucket.name, key, version), tags)


def set_tags(tags_of_store: Tags, name: str, tags: dict[str, str]) -> None:
    tags_of_store.delete_all_tags(name)
    if tags:
        tags_of_store.update_tags(name, tags)


def is_versioned(bucket: S3Bucket) -> bool:
    return isinstance(bucket.objects, VersionedKeyStore)


def versions(bucket: S3Bucket, key: str) -> dict[str, Version]:
    """The versions of a key by their ids, the current one last."""
    if is_versioned(bucket):
        return dict(bucket.objects._store.get(key, {}))
    item = bucket.objects.get(key)
    return {NULL_VERSION: item} if item else {}


def set_versions(bucket: S3Bucket, key: str, held: dict[str, Version]) -> None:
    """Replace all versions of a key; none removes it."""
    if not held:
        bucket.objects._store.pop(key, None)
        return
    *older, current = held.values()
    for version in older:
        version.is_current = False
    current.is_current = True
    bucket.objects._store[key] = held if is_versioned(bucket) else current


def find_version(bucket_name: str, key: str, version: str) -> Version | None:
    bucket = find_bucket(bucket_name)
    return versions(bucket, key).get(version) if bucket else None
