import gzip
import io
import zipfile

from offline_aws.firehose.formats import compress, join


def test_records_are_joined_with_nothing_between() -> None:
    assert join([b"a", b"", b"b"]) == b"ab"


def test_a_delimiter_stands_between_records_and_not_after_the_last() -> None:
    assert join([b"a", b"b"], b"\n") == b"a\nb"


def test_gzip_is_undone_to_the_same_bytes() -> None:
    assert gzip.decompress(compress(b"data", "GZIP", "k.gz")) == b"data"


def test_a_zip_archive_has_one_entry_with_the_bytes() -> None:
    archive = zipfile.ZipFile(io.BytesIO(compress(b"data", "ZIP", "2026/07/clicks.zip")))
    assert [(entry.filename, archive.read(entry)) for entry in archive.infolist()] == [("clicks", b"data")]


def test_uncompressed_bytes_are_left_alone() -> None:
    assert compress(b"data", "UNCOMPRESSED", "k") == b"data"
