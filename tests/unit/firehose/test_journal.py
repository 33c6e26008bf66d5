"""What a journal promises, by files on disk: a second journal on the folder is what a restarted process sees."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from offline_aws.firehose import journal
from offline_aws.firehose.journal import DiskJournal, NoJournal, journal_for
from offline_aws.firehose.models import Origin, Record

A, B, C, D = (Record(name, number, name.encode() * 10) for number, name in enumerate("abcd"))
ARN = "arn:aws:firehose:us-east-1:000000000000:deliverystream/"


@pytest.fixture
def reopen(tmp_path: Path) -> Iterator[Callable[[], DiskJournal]]:
    """Opens the folder as the next process does; the one before is not told, as by SIGKILL."""
    opened: list[DiskJournal] = []

    def open_next() -> DiskJournal:
        opened.append(DiskJournal(tmp_path / "journal", segment_bytes=100))
        return opened[-1]

    yield open_next
    for each in opened:
        each._file.close()


Reopen = Callable[[], DiskJournal]


def put(target: DiskJournal, *records: Record) -> None:
    target.append(records)
    target.sync()


def files(tmp_path: Path, suffix: str = "journal") -> list[tuple[str, int]]:
    return [(path.name, path.stat().st_size) for path in sorted((tmp_path / "journal").glob(f"*.{suffix}"))]


def test_a_record_of_a_kinesis_stream_is_recovered_with_its_origin(reopen: Reopen) -> None:
    sourced = A._replace(origin=Origin("49", 0, "gäst", "shardId-000000000000"))
    put(reopen(), sourced, B)
    assert reopen().recovered() == [sourced, B]


def test_what_was_put_and_not_done_is_recovered_in_order(reopen: Reopen) -> None:
    first = reopen()
    put(first, A, B)
    put(first, C)
    put(first, D)
    first.moved([B])
    assert reopen().recovered() == [A, C, D]


def test_records_are_recovered_as_often_as_it_takes(reopen: Reopen) -> None:
    put(reopen(), A, B)
    reopen().moved([A])
    third = reopen()
    put(third, C)
    assert reopen().recovered() == [B, C]


def test_a_record_that_became_several_is_done_when_all_of_them_are(reopen: Reopen) -> None:
    first = reopen()
    put(first, A, B)
    first.moved([A, B], [A, A, B])
    first.moved([A, B])
    assert reopen().recovered() == [A]


def test_a_record_that_became_nothing_is_done(reopen: Reopen) -> None:
    first = reopen()
    put(first, A, B)
    first.moved([A, B], [B])
    assert reopen().recovered() == [B]


def test_when_all_is_done_the_journal_is_empty(reopen: Reopen, tmp_path: Path) -> None:
    first = reopen()
    for record in (A, B, C, D):
        put(first, record)
    first.moved([A, B, C, D])
    assert [size for _, size in files(tmp_path)] == [0]


def test_segments_are_deleted_from_the_old_end(reopen: Reopen, tmp_path: Path) -> None:
    first = reopen()
    for number in range(100):
        put(first, Record(f"{number}", 0, b"x" * 100))
        if number >= 2:
            first.moved([Record(f"{number - 2}", 0, b"")])
    assert (len(files(tmp_path)) <= 4, [record.id for record in reopen().recovered()]) == (True, ["98", "99"])


def test_a_straggler_does_not_hold_the_segments_after_it(reopen: Reopen, tmp_path: Path) -> None:
    first = reopen()
    put(first, A, *(Record(f"{number}", 0, b"x" * 30) for number in range(9)))
    first.moved([Record(f"{number}", 0, b"") for number in range(9)])
    for number in range(100, 200):
        put(first, *(others := [Record(f"{number}-{part}", 0, b"x" * 30) for part in range(10)]))
        first.moved(others)
    assert (len(files(tmp_path)) <= 3, reopen().recovered()) == (True, [A])


def test_a_put_that_was_torn_is_left_out(reopen: Reopen, tmp_path: Path) -> None:
    first = reopen()
    put(first, A)
    put(first, B)
    path = tmp_path / "journal" / "00000001.journal"
    path.write_bytes(path.read_bytes()[:-1])
    assert (reopen().recovered(), files(tmp_path, "damaged")) == ([A], [])


def test_damage_is_reported_and_kept(reopen: Reopen, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    first = reopen()
    put(first, A)
    size = files(tmp_path)[0][1]
    put(first, B)
    put(first, C)
    path = tmp_path / "journal" / "00000001.journal"
    content = bytearray(path.read_bytes())
    content[size + 30] ^= 1
    path.write_bytes(content)
    recovered = reopen().recovered()
    kept = files(tmp_path, "damaged")
    assert (recovered, kept, f"damaged from byte {size} on" in caplog.text) == (
        [A],
        [("00000001.damaged", len(content))],
        True,
    )


def test_puts_at_the_same_time_share_a_sync(reopen: Reopen, monkeypatch: pytest.MonkeyPatch) -> None:
    first = DiskJournal(reopen()._folder / "busy")
    syncs: list[int] = []
    monkeypatch.setattr(journal, "_sync", lambda descriptor: syncs.append(descriptor))
    for record in (A, B, C):
        first.append([record])
    with ThreadPoolExecutor(3) as together:
        list(together.map(lambda _: first.sync(), range(3)))
    assert len(syncs) == 1


def test_a_full_disk_refuses_a_put_and_leaves_the_earlier_ones(reopen: Reopen, monkeypatch: pytest.MonkeyPatch) -> None:
    first = reopen()
    put(first, A)
    small = first._file.tell() + 20
    write = first._file.write

    class Full:
        """The file of a disk with room for twenty bytes."""

        def __getattr__(self, name: str) -> object:
            return getattr(file, name)

        def write(self, content: bytes) -> int:
            return write(content[: small - file.tell()])

    file = first._file
    monkeypatch.setattr(first, "_file", Full())
    with pytest.raises(OSError, match="full"):
        first.append([B])
    assert reopen().recovered() == [A]


def test_a_removed_journal_is_gone(reopen: Reopen, tmp_path: Path) -> None:
    first = reopen()
    put(first, A)
    first.remove()
    first.moved([A])
    assert not (tmp_path / "journal").exists()


def test_streams_whose_names_are_no_file_names_have_folders_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OFFLINE_AWS_DATA", str(tmp_path))
    for name in (".", "..", "a", "A"):
        put(journal_for(ARN + name, "delivery"), Record(name, 0, b""))  # type: ignore[arg-type]
    folder = tmp_path / "firehose" / "000000000000" / "us-east-1"
    assert len({path.name.lower() for path in folder.iterdir()}) == 4


def test_without_a_data_folder_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OFFLINE_AWS_DATA", raising=False)
    assert isinstance(journal_for(ARN + "a", "delivery"), NoJournal)
