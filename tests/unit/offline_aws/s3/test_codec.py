from datetime import UTC, datetime
from typing import Any

import pytest
from localstack.services.s3.constants import DEFAULT_BUCKET_ENCRYPTION
from localstack.services.s3.models import S3Bucket, S3Multipart, S3Object

from offline_aws.s3 import codec


def bucket() -> S3Bucket:
    return S3Bucket("b", "000000000000", "us-east-1", owner={"ID": "o"}, acl={"Owner": {"ID": "o"}, "Grants": []})


def comparable(model: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(model).items() if name not in ("objects", "object")}


def test_a_bucket_comes_back_with_its_configuration_and_tags() -> None:
    written = bucket()
    written.lifecycle_rules = [{"ID": "r", "Expiration": {"Date": datetime(2030, 1, 1, tzinfo=UTC)}}]
    read, tags = codec.decode_bucket(codec.encode_bucket(written, {"z": "1", "a": "2"}))
    assert (comparable(read), list(tags.items())) == (comparable(written), [("z", "1"), ("a", "2")])


def test_the_default_encryption_stays_the_default_and_an_equal_rule_does_not_become_it() -> None:
    default, explicit = bucket(), bucket()
    explicit.encryption_rule = dict(DEFAULT_BUCKET_ENCRYPTION)
    read = [codec.decode_bucket(codec.encode_bucket(each, {}))[0].encryption_rule for each in (default, explicit)]
    assert [rule is DEFAULT_BUCKET_ENCRYPTION for rule in read] == [True, False]


def test_an_object_comes_back_with_all_its_attributes() -> None:
    metadata = {"$time": "no time", "plain": "ü", "$dict": "[]"}
    written = S3Object(
        "k", etag="e", size=3, version_id="v", user_metadata=metadata, lock_until=datetime(2030, 1, 1, tzinfo=UTC)
    )
    read, tags = codec.decode_object(codec.encode_object(written, {"$time": "t"}), "v")
    assert (vars(read), tags) == (vars(written), {"$time": "t"})


def test_an_upload_comes_back_with_the_object_that_it_will_be() -> None:
    written = S3Multipart("k", user_metadata={"a": "b"}, tagging={"t": "1"})
    read = codec.decode_upload(codec.encode_upload(written))
    assert (comparable(read), vars(read.object)) == (comparable(written), vars(written.object))


def test_what_has_no_form_is_refused() -> None:
    written = S3Object("k")
    written.restore = b"bytes"
    with pytest.raises(TypeError):
        codec.encode_object(written, {})
