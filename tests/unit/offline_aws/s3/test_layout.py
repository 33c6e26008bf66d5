import random
from collections.abc import Iterator
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


def hostile_keys(chance: random.Random) -> Iterator[str]:
    """Keys of 1 to 1,024 bytes of what file systems take for something else: é comes composed and decomposed."""
    parts = [
        "a",
        "A",
        "/",
        "//",
        "/..",
        ".",
        "..",
        "\u00e9",
        "e\u0301",
        "\x01",
        "\\",
        ":",
        " ",
        "\u2028",
        "con",
        "x" * 250,
    ]
    for _ in range(2000):
        key = "".join(chance.choices(parts, k=chance.randrange(1, 12)))
        yield key.encode()[: chance.randrange(1, 1025)].decode(errors="ignore") or "a"


def test_no_hostile_key_leaves_its_bucket_or_shares_a_path() -> None:
    keys = set(hostile_keys(random.Random(7)))
    readable = {key: path for key in keys if (path := readable_path("bucket", key, "null"))}
    paths = [*readable.values(), *(odd_path("bucket", key, "null") for key in keys)]
    segments = {segment for path in paths for segment in path.parts}
    assert ".." not in segments
    assert max(len(segment.encode()) for segment in segments) <= 255
    assert {path.parts[:2] for path in paths} == {("buckets", "bucket")}
    assert (len(set(paths)), 0 < len(readable) < len(keys)) == (len(paths), True)


def test_odd_paths_of_keys_and_versions_differ() -> None:
    names = [("1a", "v"), ("a", "v1"), ("a", "null"), ("A", "null"), ("/", "null"), ("//", "null")]
    assert len({odd_path("bucket", *name) for name in names}) == len(names)


def test_a_part_lies_with_its_upload() -> None:
    assert part_path("bucket", "id", 3) == PurePosixPath("buckets/bucket/uploads/id/3")
