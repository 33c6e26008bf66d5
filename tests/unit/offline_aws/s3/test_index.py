import sqlite3
from pathlib import Path

import pytest
from localstack.services.s3.models import S3Object

from offline_aws.data_folder import DataFolderError
from offline_aws.s3 import memory, recovery
from offline_aws.s3.files import FileStore
from offline_aws.s3.index import FORMATS, Index, ObjectRow


def row(version: str, data: str = "{}") -> ObjectRow:
    return ObjectRow("b", "k", version, data, f"file of {version}", f"path of {version}")


def test_versions_keep_their_order_when_one_changes(tmp_path: Path) -> None:
    index = Index(tmp_path / "index")
    for each in (row("1"), row("2"), row("1", "changed")):
        index.put_object(each)
    assert list(index.objects("b", "k")) == [row("1", "changed"), row("2")]


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    index = Index(tmp_path / "index")
    with pytest.raises(OSError), index.transaction():
        index.put_object(row("1"))
        raise OSError
    assert list(index.objects("b")) == []


def test_an_index_of_a_later_release_is_refused(tmp_path: Path) -> None:
    Index(tmp_path / "index").close()
    with sqlite3.connect(tmp_path / "index") as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(DataFolderError, match="format 99, and this release reads formats up to 2"):
        Index(tmp_path / "index")


def test_a_damaged_index_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "index.sqlite3").write_bytes(b"torn" * 1024)
    with pytest.raises(DataFolderError, match=r"index.sqlite3 can't be read \(file is not a database\): make restore"):
        recovery.open_index(FileStore(tmp_path))


@pytest.mark.parametrize("number", range(1, len(FORMATS) + 1))
def test_an_index_of_each_format_is_read(number: int, tmp_path: Path) -> None:
    formats = Path(__file__).parent.parent / "formats"
    with sqlite3.connect(tmp_path / "index.sqlite3") as database:
        database.executescript((formats / f"s3-index-{number}.sql").read_text())
    file = tmp_path / "buckets" / "kept" / "objects" / "a" / "b"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"hello")
    store = FileStore(tmp_path)
    recovery.open_index(store)
    bucket = memory.find_bucket("kept")
    assert bucket
    item = memory.versions(bucket, "a/b")["null"]
    assert isinstance(item, S3Object)
    found = (store.file_of(item).path, item.user_metadata, memory.object_tags(bucket, "a/b", "null"))
    memory.remove_bucket(bucket)
    assert found == (file, {"by": "guest"}, {"x": "1"})
