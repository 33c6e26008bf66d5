"""Which of the things that S3 keeps a request may have changed: a pure rule, by its operation and parameters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

READS = ("Get", "Head", "List", "Select")


class KeyName(NamedTuple):
    bucket: str
    key: str


class UploadName(NamedTuple):
    bucket: str
    upload: str


class PartName(NamedTuple):
    bucket: str
    upload: str
    number: int


@dataclass
class Touched:
    """Names of what is to be compared with the index, whether it exists or not."""

    buckets: set[str] = field(default_factory=set)
    keys: set[KeyName] = field(default_factory=set)
    uploads: set[UploadName] = field(default_factory=set)
    parts: set[PartName] = field(default_factory=set)


def is_read(operation: str) -> bool:
    return operation.startswith(READS)


def touched_by(operation: str, request: Mapping[str, Any], response: Mapping[str, Any]) -> Touched:
    """What an operation may have changed; ``response`` is empty when it failed.

    https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
    """
    bucket = request["Bucket"]
    match operation:
        case "CreateMultipartUpload":
            return Touched(uploads={UploadName(bucket, response["UploadId"])} if response else set())
        case "UploadPart" | "UploadPartCopy":
            return Touched(parts={PartName(bucket, request["UploadId"], request["PartNumber"])})
        case "CompleteMultipartUpload":
            return Touched(keys={KeyName(bucket, request["Key"])}, uploads={UploadName(bucket, request["UploadId"])})
        case "AbortMultipartUpload":
            return Touched(uploads={UploadName(bucket, request["UploadId"])})
        case "DeleteObjects":
            return Touched(keys={KeyName(bucket, item["Key"]) for item in request["Delete"].get("Objects") or []})
        case "PostObject":
            # The key is in the form; what the request has written tells.
            return Touched()
    if "Key" in request:
        return Touched(keys={KeyName(bucket, request["Key"])})
    return Touched(buckets={bucket})
