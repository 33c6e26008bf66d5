from pathlib import PurePosixPath

import pytest

from offline_aws.s3.layout import odd_path, part_path, readable_path


def test_an_ordinary_key_is_its_own_path() -> None:
    path = readable_path("bucket", "2026/11/23/22/x.json", "null")
    assert path == PurePosixPath("buckets/bucket/objects/2026/11/23/22/x.json")


def test_a_version_is_a_file_in_a_folder_named_by_the_key() -> None:
    assert readable_path("bucket", "a/b", "v1") == PurePosixPath("buckets/bucket/versions/a/b/v1")


@pytest.mark.parametrize(
    "key",
    ["/", "//", "a/", "/a", "a//b", "..", "../a", "a/../b", ".", "a/./b", "a\0b", "a\nb", "é" * 128, "a/" * 512 + "a"],
)
def test_a_key_that_is_no_path_has_no_readable_path(key: str) -> None:
    assert readable_path("bucket", key, "null") is None


def test_odd_paths_of_keys_and_versions_differ() -> None:
    names = [("1a", "v"), ("a", "v1"), ("a", "null"), ("A", "null"), ("/", "null"), ("//", "null")]
    assert len({odd_path("bucket", *name) for name in names}) == len(names)


def test_a_part_lies_with_its_upload() -> None:
    assert part_path("bucket", "id", 3) == PurePosixPath("buckets/bucket/uploads/id/3")
