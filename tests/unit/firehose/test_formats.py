import gzip
import io
import uuid
import zipfile

from offline_aws.firehose.formats import compress, join


def test_records_are_joined_with_nothing_between() -> None:
    assert join([b"a", b"", b"b"]) == b"ab"


def test_a_delimiter_stands_between_records_and_not_after_the_last() -> None:
    assert join([b"a", b"b"], b"\n") == b"a\nb"


def test_gzip_is_undone_to_the_same_bytes() -> None:
    assert gzip.decompress(compress(b"data", "GZIP", "k.gz")) == b"data"


def test_a_zip_archive_has_one_entry_with_the_bytes_named_by_a_uuid() -> None:
    archive = zipfile.ZipFile(io.BytesIO(compress(b"data", "ZIP", "2026/07/clicks.zip")))
    assert [(len(uuid.UUID(entry.filename).bytes), archive.read(entry)) for entry in archive.infolist()] == [
        (16, b"data")
    ]


def test_snappy_is_the_stream_of_snappy_java() -> None:
    header = bytes.fromhex("82 53 4e 41 50 50 59 00 00000001 00000001")
    assert compress(b"abc", "Snappy", "k") == header + b"\0\0\0\5" + b"\3\x08abc"


def test_hadoop_snappy_has_the_length_before_each_block() -> None:
    assert compress(b"abc", "HADOOP_SNAPPY", "k") == b"\0\0\0\3" + b"\0\0\0\5" + b"\3\x08abc"


def test_snappy_blocks_are_32_kibibytes() -> None:
    packed = compress(b"x" * 40_000, "HADOOP_SNAPPY", "k")
    second = 8 + int.from_bytes(packed[4:8])
    assert (int.from_bytes(packed[:4]), int.from_bytes(packed[second : second + 4])) == (32_768, 40_000 - 32_768)


def test_uncompressed_bytes_are_left_alone() -> None:
    assert compress(b"data", "UNCOMPRESSED", "k") == b"data"
