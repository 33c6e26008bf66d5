from typing import Any

import pytest

from offline_aws.s3.touched import KeyName, PartName, Touched, UploadName, is_read, touched_by

UPLOAD = {"Bucket": "b", "Key": "k", "UploadId": "u"}
KEY, NAME = {KeyName("b", "k")}, {UploadName("b", "u")}


@pytest.mark.parametrize(
    ("operation", "request_", "expected"),
    [
        ("CreateBucket", {"Bucket": "b"}, Touched(buckets={"b"})),
        ("PutBucketVersioning", {"Bucket": "b"}, Touched(buckets={"b"})),
        ("PutObject", {"Bucket": "b", "Key": "k"}, Touched(keys=KEY)),
        ("PutObjectTagging", {"Bucket": "b", "Key": "k", "VersionId": "v"}, Touched(keys=KEY)),
        (
            "DeleteObjects",
            {"Bucket": "b", "Delete": {"Objects": [{"Key": "k"}, {"Key": "k", "VersionId": "v"}]}},
            Touched(keys=KEY),
        ),
        ("UploadPart", UPLOAD | {"PartNumber": 2}, Touched(parts={PartName("b", "u", 2)})),
        ("CompleteMultipartUpload", UPLOAD, Touched(keys=KEY, uploads=NAME)),
        ("AbortMultipartUpload", UPLOAD, Touched(uploads=NAME)),
    ],
)
def test_what_an_operation_may_change(operation: str, request_: dict[str, Any], expected: Touched) -> None:
    assert touched_by(operation, request_, {}) == expected


def test_a_new_upload_is_known_by_the_answer() -> None:
    assert touched_by("CreateMultipartUpload", {"Bucket": "b", "Key": "k"}, {"UploadId": "u"}) == Touched(uploads=NAME)


def test_only_operations_that_read_are_reads() -> None:
    operations = [
        "GetObject",
        "HeadBucket",
        "ListObjectsV2",
        "SelectObjectContent",
        "PutObject",
        "RestoreObject",
        "CreateSession",
    ]
    assert [name for name in operations if is_read(name)] == operations[:4]
