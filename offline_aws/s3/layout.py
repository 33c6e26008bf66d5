"""Where an object's bytes lie under the data folder: pure rules, from names to relative paths.

::

    buckets/<bucket>/objects/2026/11/23/22/x              the key itself, where it can be a path
    buckets/<bucket>/versions/2026/11/23/22/x/<version>   the same, in a bucket with versioning
    buckets/<bucket>/odd/<SHA-256 of key and version>     keys that are no path, or whose path is taken
    buckets/<bucket>/uploads/<upload>/<number>            parts of multipart uploads

An S3 key is any UTF-8 of 1–1,024 bytes and no path: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
"""

import hashlib
from pathlib import PurePosixPath

# The version of an object that was put while its bucket had no versioning, or had it suspended.
NULL_VERSION = "null"
# What every file system takes as one name, and as a path with room for the folders above (macOS: 1,024 in all).
SEGMENT_BYTES = 255
PATH_BYTES = 700


def bucket_folder(bucket: str) -> PurePosixPath:
    return PurePosixPath("buckets") / bucket


def readable_path(bucket: str, key: str, version: str) -> PurePosixPath | None:
    """The path that shows the key as it is; None for a key that can't be a path on every file system."""
    segments = key.split("/")
    if len(key.encode()) > PATH_BYTES or not all(map(_is_file_name, segments)):
        return None
    if version == NULL_VERSION:
        return bucket_folder(bucket).joinpath("objects", *segments)
    return bucket_folder(bucket).joinpath("versions", *segments, version)


def odd_path(bucket: str, key: str, version: str) -> PurePosixPath:
    """A path for any key whatever; keys and versions never share one."""
    digest = hashlib.sha256(f"{len(version)}:{version}{key}".encode()).hexdigest()
    return bucket_folder(bucket) / "odd" / digest


def part_path(bucket: str, upload: str, number: int) -> PurePosixPath:
    return bucket_folder(bucket) / "uploads" / upload / str(number)


def _is_file_name(segment: str) -> bool:
    return segment not in ("", ".", "..") and segment.isprintable() and len(segment.encode()) <= SEGMENT_BYTES
