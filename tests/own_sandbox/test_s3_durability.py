"""What S3 has answered is there after a SIGKILL."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.restartable import Restartable

S3 = Any
MEBIBYTE = 1024 * 1024
HOSTILE_KEYS = [
    "2026/11/23/22/x", "a", "a/b", "a/b/c", "A", "A/B", "..", "../x", "../../../etc/x", ".", "./a", "x/../y", "/a",
    "a/", "a//b", " ", "a b", "-rf", "~", "*", "a?b#c", "con.txt", "x\\y", "a\nb", "a\tb", "%2e%2e/x", "ü", "u\u0308", "日本/語",
    "\U0001f600", "é" * 512, "k" * 1024, "s" * 256, "/".join(["d"] * 512), "null", "objects", "index.sqlite3", "$time",
]  # fmt: skip


def put_hostile_keys(s3: S3) -> None:
    s3.create_bucket(Bucket="hostile")
    for key in HOSTILE_KEYS:
        s3.put_object(Bucket="hostile", Key=key, Body=key.encode(), Metadata={"key": "x" * len(key)})


def put_versions(s3: S3) -> None:
    s3.create_bucket(Bucket="versions")
    s3.put_object(Bucket="versions", Key="before", Body=b"0")
    s3.put_bucket_versioning(Bucket="versions", VersioningConfiguration={"Status": "Enabled"})
    for body in (b"1", b"2", b"3"):
        s3.put_object(Bucket="versions", Key="x", Body=body, Tagging=f"body={body.decode()}")
    s3.put_object(Bucket="versions", Key="x/y", Body=b"below x")
    s3.delete_object(Bucket="versions", Key="x")
    s3.delete_object(Bucket="versions", Key="before")
    s3.put_bucket_versioning(Bucket="versions", VersioningConfiguration={"Status": "Suspended"})
    s3.put_object(Bucket="versions", Key="suspended", Body=b"1")
    s3.put_object(Bucket="versions", Key="suspended", Body=b"22")


def put_and_replace(s3: S3) -> None:
    s3.create_bucket(Bucket="replaced")
    s3.put_object(Bucket="replaced", Key="twice", Body=b"first", Tagging="first=1")
    s3.put_object(Bucket="replaced", Key="twice", Body=b"second", ContentType="text/plain")
    s3.put_object(Bucket="replaced", Key="deleted", Body=b"x")
    s3.delete_objects(Bucket="replaced", Delete={"Objects": [{"Key": "deleted"}]})
    s3.copy_object(Bucket="replaced", Key="copy", CopySource="replaced/twice")
    self_copy = {"MetadataDirective": "REPLACE", "Metadata": {"$time": "2026"}}
    s3.copy_object(Bucket="replaced", Key="twice", CopySource="replaced/twice", **self_copy)
    s3.put_object_tagging(Bucket="replaced", Key="copy", Tagging={"TagSet": [{"Key": "a", "Value": "b"}]})
    s3.put_object_acl(Bucket="replaced", Key="copy", ACL="public-read")


def put_uploads(s3: S3) -> None:
    s3.create_bucket(Bucket="uploads")
    for key in ("whole", "pending", "aborted"):
        parts = {"Bucket": "uploads", "Key": key}
        parts["UploadId"] = s3.create_multipart_upload(**parts, Metadata={"m": key})["UploadId"]
        etags = [s3.upload_part(**parts, PartNumber=n, Body=bytes([n]) * 5 * MEBIBYTE)["ETag"] for n in (1, 2)]
        if key == "whole":
            whole = {"Parts": [{"PartNumber": n, "ETag": etag} for n, etag in enumerate(etags, 1)]}
            s3.complete_multipart_upload(**parts, MultipartUpload=whole)
        elif key == "aborted":
            s3.abort_multipart_upload(**parts)
        else:
            s3.upload_part(**parts, PartNumber=2, Body=b"another")
            s3.upload_part_copy(**parts, PartNumber=3, CopySource="uploads/whole", CopySourceRange="bytes=1-9")


def put_configuration(s3: S3) -> None:
    s3.create_bucket(Bucket="configured", ObjectLockEnabledForBucket=True)
    expiry = {
        "ID": "r",
        "Status": "Enabled",
        "Filter": {"Prefix": "x"},
        "Expiration": {"Date": datetime(2030, 1, 1, tzinfo=UTC)},
    }
    s3.put_bucket_lifecycle_configuration(Bucket="configured", LifecycleConfiguration={"Rules": [expiry]})
    s3.put_bucket_policy(Bucket="configured", Policy='{"Version": "2012-10-17", "Statement": []}')
    s3.put_bucket_tagging(
        Bucket="configured", Tagging={"TagSet": [{"Key": "z", "Value": "1"}, {"Key": "a", "Value": "2"}]}
    )
    cors = {"CORSRules": [{"AllowedMethods": ["GET"], "AllowedOrigins": ["https://a.example"]}]}
    s3.put_bucket_cors(Bucket="configured", CORSConfiguration=cors)
    s3.put_bucket_website(Bucket="configured", WebsiteConfiguration={"IndexDocument": {"Suffix": "index.html"}})
    s3.put_object(Bucket="configured", Key="held", Body=b"x", ObjectLockLegalHoldStatus="ON")
    until = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)
    s3.put_object_retention(Bucket="configured", Key="held", Retention={"Mode": "GOVERNANCE", "RetainUntilDate": until})
    s3.create_bucket(Bucket="emptied")
    s3.put_object(Bucket="emptied", Key="x", Body=b"x")
    s3.delete_object(Bucket="emptied", Key="x")
    s3.delete_bucket(Bucket="emptied")
    s3.create_bucket(Bucket="elsewhere", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})


CONFIGURATION = (
    "accelerate_configuration", "acl", "cors", "encryption", "lifecycle_configuration", "location", "logging", "notification_configuration",
    "ownership_controls", "policy", "replication", "request_payment", "tagging", "versioning", "website",
)  # fmt: skip


def all_of(s3: S3) -> dict[str, Any]:
    """Everything that S3 tells of all its buckets, by name."""
    return {bucket["Name"]: [bucket, *bucket_state(s3, bucket["Name"])] for bucket in s3.list_buckets()["Buckets"]}


def bucket_state(s3: S3, bucket: str) -> Iterator[Any]:
    for name in CONFIGURATION:
        yield answer(getattr(s3, f"get_bucket_{name}"), Bucket=bucket)
    yield answer(s3.get_public_access_block, Bucket=bucket)
    yield answer(s3.get_object_lock_configuration, Bucket=bucket)
    listing = answer(s3.list_object_versions, Bucket=bucket)
    yield listing
    for version in listing.get("Versions", []):
        name = {"Bucket": bucket, "Key": version["Key"], "VersionId": version["VersionId"]}
        for operation in (s3.get_object_tagging, s3.get_object_acl, s3.get_object_retention, s3.get_object_legal_hold):
            yield answer(operation, **name)
        got = answer(s3.get_object, **name)
        yield got | {"Body": got["Body"].read()}
    for upload in s3.list_multipart_uploads(Bucket=bucket).get("Uploads", []):
        yield upload
        yield answer(s3.list_parts, Bucket=bucket, Key=upload["Key"], UploadId=upload["UploadId"])


def answer(operation: Callable[..., Any], **parameters: Any) -> Any:
    """The answer or the error, less what differs between two equal requests."""
    try:
        response = operation(**parameters)
    except ClientError as error:
        return error.response["Error"]
    return {name: value for name, value in response.items() if name != "ResponseMetadata"}


def test_everything_is_there_after_a_kill(restartable: Restartable) -> None:
    s3 = restartable.client("s3")
    for fill in (put_hostile_keys, put_versions, put_and_replace, put_uploads, put_configuration):
        fill(s3)
    before = all_of(s3)
    restartable.kill()
    restartable.start()
    assert all_of(s3) == before


def test_hostile_keys_come_back_byte_for_byte(restartable: Restartable) -> None:
    s3 = restartable.client("s3")
    listed = s3.list_objects_v2(Bucket="hostile")["Contents"]
    bodies = {item["Key"]: s3.get_object(Bucket="hostile", Key=item["Key"])["Body"].read() for item in listed}
    assert bodies == {key: key.encode() for key in HOSTILE_KEYS}


def test_an_upload_goes_on_after_a_kill(restartable: Restartable) -> None:
    s3 = restartable.client("s3")
    [upload] = s3.list_multipart_uploads(Bucket="uploads")["Uploads"]
    name = {"Bucket": "uploads", "Key": "pending", "UploadId": upload["UploadId"]}
    first, *_ = s3.list_parts(**name)["Parts"]
    etag = s3.upload_part(**name, PartNumber=2, Body=b"end")["ETag"]
    parts = [{"PartNumber": 1, "ETag": first["ETag"]}, {"PartNumber": 2, "ETag": etag}]
    s3.complete_multipart_upload(**name, MultipartUpload={"Parts": parts})
    assert s3.get_object(Bucket="uploads", Key="pending")["Body"].read() == b"\1" * 5 * MEBIBYTE + b"end"


def test_an_object_is_a_plain_file_named_by_its_key(restartable: Restartable) -> None:
    s3 = restartable.client("s3")
    s3.create_bucket(Bucket="plain")
    s3.put_object(Bucket="plain", Key="2026/11/23/22/x", Body=b"{}")
    objects = restartable.sandbox.data / "s3" / "buckets" / "plain" / "objects"
    assert [(path, path.read_bytes()) for path in objects.rglob("x")] == [(objects / "2026/11/23/22/x", b"{}")]


def test_nothing_is_left_of_what_was_deleted(restartable: Restartable) -> None:
    s3, folder = restartable.client("s3"), restartable.sandbox.data / "s3"
    before = files(folder)
    s3.create_bucket(Bucket="gone")
    for key in ("a", "a/b", "c/d/e"):
        s3.put_object(Bucket="gone", Key=key, Body=b"x")
        s3.put_object(Bucket="gone", Key=key, Body=b"y")
        s3.delete_object(Bucket="gone", Key=key)
    with pytest.raises(ClientError):
        s3.put_object(Bucket="gone", Key="wrong", Body=b"x", ContentMD5="AAAAAAAAAAAAAAAAAAAAAA==")
    s3.delete_bucket(Bucket="gone")
    assert files(folder) == before


def files(folder: Path) -> set[Path]:
    """All files with bytes of objects; the empty ones in staging are for the next."""
    paths = {path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("index")}
    return {path for path in paths if path.parent.name != "staging" or path.stat().st_size}


def test_a_failed_put_leaves_the_object_as_it_was(restartable: Restartable) -> None:
    s3 = restartable.client("s3")
    s3.create_bucket(Bucket="kept")
    s3.put_object(Bucket="kept", Key="x", Body=b"good")
    with pytest.raises(ClientError, match="BadDigest"):
        s3.put_object(Bucket="kept", Key="x", Body=b"bad", ContentMD5="AAAAAAAAAAAAAAAAAAAAAA==")
    assert s3.get_object(Bucket="kept", Key="x")["Body"].read() == b"good"


def test_an_open_answer_stays_whole_while_its_object_is_replaced(restartable: Restartable) -> None:
    s3 = restartable.client("s3")
    s3.create_bucket(Bucket="open")
    s3.put_object(Bucket="open", Key="x", Body=b"1" * 32 * MEBIBYTE)
    body = s3.get_object(Bucket="open", Key="x")["Body"]
    first = body.read(10)
    s3.put_object(Bucket="open", Key="x", Body=b"2")
    assert (first + body.read()) == b"1" * 32 * MEBIBYTE
