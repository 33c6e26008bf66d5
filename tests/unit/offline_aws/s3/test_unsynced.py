"""Small objects are in the index until their files are on disk: what a loss of power takes of a file comes back."""

import sqlite3
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from localstack.services.s3.models import S3Bucket, S3Object

from offline_aws.s3 import memory, recovery
from offline_aws.s3.durability import Durability
from offline_aws.s3.files import SMALL_BYTES, FileStore
from offline_aws.s3.index import Index
from offline_aws.s3.touched import KeyName, Touched

OWNER: Any = {"ID": "o"}
SMALL, LARGE = b"small", bytes(SMALL_BYTES + 1)


class Opened:
    """The bucket ``b`` over a folder, as the service has it."""

    def __init__(self, folder: Path) -> None:
        self.store = FileStore(folder)
        self.index = recovery.open_index(self.store)
        self.durability = Durability(self.store, self.index)
        if memory.find_bucket("b") is None:
            with self.durability.request(lambda: Touched(buckets={"b"})):
                memory.add_bucket(S3Bucket("b", "000000000000", "us-east-1", OWNER, {"Owner": OWNER, "Grants": []}), {})

    @property
    def bucket(self) -> S3Bucket:
        bucket = memory.find_bucket("b")
        assert bucket
        return bucket

    def put(self, key: str, body: bytes) -> Path:
        """The file in which it is then."""
        with self.durability.request(lambda: Touched(keys={KeyName("b", key)})):
            item = S3Object(key, owner=OWNER)
            with self.store.open("b", item, "w") as stored:
                stored.write(BytesIO(body))
            self.bucket.objects.set(key, item)
        return self.store.file_of(item).path

    def read(self, key: str) -> bytes | None:
        item = self.bucket.objects.get(key)
        return self.store.open("b", item).read() if item else None


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[], Opened]]:
    """Opens the folder as another process, after a crash of the one before."""

    def anew() -> Opened:
        if bucket := memory.find_bucket("b"):
            memory.remove_bucket(bucket)
        return Opened(tmp_path)

    yield anew
    memory.remove_bucket(Opened(tmp_path).bucket)


@pytest.mark.parametrize(
    "lose", [Path.unlink, lambda file: file.write_bytes(b""), lambda file: file.write_bytes(b"_____")]
)
def test_a_small_file_that_never_came_to_the_disk_is_written_again(
    opened: Callable[[], Opened], lose: Callable[[Path], Any]
) -> None:
    file = opened().put("a/b", SMALL)
    lose(file)
    again = opened()
    assert (again.read("a/b"), file.read_bytes(), again.index.bodies()) == (SMALL, SMALL, {})


def test_what_replaced_a_file_comes_back_and_not_what_was_there(opened: Callable[[], Opened]) -> None:
    first = opened()
    first.put("a", b"first")
    first.put("a", b"other").write_bytes(b"first")
    assert opened().read("a") == b"other"


def test_what_was_deleted_does_not_come_back(opened: Callable[[], Opened]) -> None:
    first = opened()
    file = first.put("a", SMALL)
    with first.durability.request(lambda: Touched(keys={KeyName("b", "a")})):
        first.bucket.objects.pop("a")
    assert (opened().read("a"), file.exists()) == (None, False)


def test_a_large_file_is_not_in_the_index(opened: Callable[[], Opened]) -> None:
    first = opened()
    first.put("large", LARGE)
    assert (list(first.index.bodies().values()), first.read("large")) == ([], LARGE)


def test_a_batch_takes_its_bytes_out_of_the_index(
    opened: Callable[[], Opened], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("offline_aws.s3.unsynced.BATCH", 3)
    first = opened()
    for number in range(4):
        first.put(str(number), SMALL)
    first.durability.close()
    assert Index(tmp_path / "index.sqlite3").bodies() == {}


def test_the_bytes_of_a_file_that_could_not_be_synced_stay_in_the_index(
    opened: Callable[[], Opened], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(files: Any) -> None:
        raise OSError("Input/output error")

    first = opened()
    monkeypatch.setattr(first.store, "sync", refuse)
    first.put("a", SMALL)
    first.durability.close()
    with sqlite3.connect(tmp_path / "index.sqlite3") as database:
        assert database.execute("SELECT body FROM unsynced").fetchall() == [(SMALL,)]
