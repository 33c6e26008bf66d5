"""LocalStack's S3 models as JSON text and back.

A model is written as its attributes, less what follows from elsewhere (a version id is a column of its own, the last
version of a key is the current one). It is read into a model that LocalStack has just made, so that an attribute that a
later LocalStack adds has its default. What is neither JSON nor a time is refused rather than written as something else.
"""

import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from localstack.services.s3.constants import DEFAULT_BUCKET_ENCRYPTION
from localstack.services.s3.models import S3Bucket, S3DeleteMarker, S3Multipart, S3Object, S3Part

# {"$time": "<ISO 8601>"}, and {"$dict": [[key, value], …]} for a client's dictionary with a key that starts with $.
TIME = "$time"
DICT = "$dict"
GMT = ZoneInfo("GMT")
# Kept in tables of their own, or derived.
ELSEWHERE = {"objects", "multiparts", "object", "version_id", "is_current"}


def encode_bucket(bucket: S3Bucket, tags: dict[str, str]) -> str:
    attributes = _attributes(bucket) | {"tags": tags}
    # LocalStack tells the default from the same rule set by a client by its identity.
    if bucket.encryption_rule is DEFAULT_BUCKET_ENCRYPTION:
        del attributes["encryption_rule"]
    return _to_json(attributes)


def decode_bucket(data: str) -> tuple[S3Bucket, dict[str, str]]:
    attributes = _from_json(data)
    tags = attributes.pop("tags")
    bucket = S3Bucket(
        name=attributes["name"],
        account_id=attributes["bucket_account_id"],
        bucket_region=attributes["bucket_region"],
        owner=attributes["owner"],
        # Decides the kind of key store.
        object_lock_enabled_for_bucket=bool(attributes["versioning_status"]),
    )
    vars(bucket).update(attributes)
    return bucket, tags


def encode_object(item: S3Object | S3DeleteMarker, tags: dict[str, str]) -> str:
    return _to_json(_attributes(item) | {"tags": tags})


def decode_object(data: str, version_id: str | None) -> tuple[S3Object, dict[str, str]]:
    attributes = _from_json(data)
    tags = attributes.pop("tags")
    item = S3Object(attributes["key"])
    vars(item).update(attributes, version_id=version_id)
    return item, tags


def decode_marker(data: str, version_id: str) -> S3DeleteMarker:
    attributes = _from_json(data)
    del attributes["tags"]
    marker = S3DeleteMarker(attributes["key"], version_id)
    vars(marker).update(attributes)
    return marker


def encode_upload(upload: S3Multipart) -> str:
    attributes = _attributes(upload)
    del attributes["parts"]
    return _to_json(attributes | {"object": _attributes(upload.object)})


def decode_upload(data: str) -> S3Multipart:
    attributes = _from_json(data)
    item = attributes.pop("object")
    upload = S3Multipart(item["key"])
    vars(upload).update(attributes)
    vars(upload.object).update(item)
    return upload


def encode_part(part: S3Part) -> str:
    return _to_json(_attributes(part))


def decode_part(data: str) -> S3Part:
    attributes = _from_json(data)
    part = S3Part(attributes["part_number"])
    vars(part).update(attributes)
    return part


def _attributes(model: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(model).items() if name not in ELSEWHERE}


def _to_json(attributes: dict[str, Any]) -> str:
    """:raises TypeError: a value that has no form here"""
    return json.dumps({name: _plain(value) for name, value in attributes.items()}, separators=(",", ":"))


def _plain(value: Any) -> Any:
    match value:
        case dict() if any(name.startswith("$") for name in value):
            return {DICT: [[name, _plain(item)] for name, item in value.items()]}
        case dict():
            return {name: _plain(item) for name, item in value.items()}
        case list():
            return [_plain(item) for item in value]
        case datetime():
            return {TIME: value.isoformat()}
    return value


def _from_json(data: str) -> dict[str, Any]:
    attributes: dict[str, Any] = _DECODER.decode(data)
    return attributes


def _rich(value: dict[str, Any]) -> Any:
    if value.keys() == {TIME}:
        return datetime.fromisoformat(value[TIME]).astimezone(GMT)
    return dict(value[DICT]) if value.keys() == {DICT} else value


# Made once: at a start it reads every object there is.
_DECODER = json.JSONDecoder(object_hook=_rich)
