import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from offline_aws import data_folder, snapshots
from offline_aws.data_folder import DataFolderError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data" / "s3").mkdir(parents=True)
    (tmp_path / "data" / "s3" / "x").write_text("first")
    return tmp_path


def kept(folder: Path) -> dict[str, str]:
    paths = sorted((folder / "data").rglob("*"))
    return {str(path.relative_to(folder)): path.read_text() for path in paths if path.is_file() and path.name != "lock"}


def test_a_snapshot_brings_back_what_was_kept(folder: Path) -> None:
    snapshots.save(folder, "a")
    (folder / "data" / "s3" / "x").write_text("second")
    (folder / "data" / "s3" / "y").write_text("new")
    snapshots.restore(folder, "a")
    assert kept(folder) == {"data/s3/x": "first"}


def test_a_wipe_leaves_the_snapshots(folder: Path) -> None:
    snapshots.save(folder, "a")
    snapshots.wipe(folder)
    assert (kept(folder), snapshots.names(folder)) == ({}, ["a"])


def test_nothing_unfinished_is_left(folder: Path) -> None:
    snapshots.save(folder, "a")
    snapshots.restore(folder, "a")
    found = {path.name for path in folder.rglob("*")}
    assert found - {"lock"} == {"data", "s3", "x", "snapshots", "a.tar.gz"}


@pytest.mark.parametrize("action", [snapshots.save, snapshots.restore])
@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "-", "x" * 101])
def test_a_name_that_is_no_file_name_is_refused(folder: Path, action: Callable[[Path, str], object], name: str) -> None:
    with pytest.raises(DataFolderError, match="needs a name"):
        action(folder, name)


def test_a_running_sandbox_is_not_saved(folder: Path) -> None:
    with data_folder.lock(folder / "data"), pytest.raises(DataFolderError, match="in use"):
        snapshots.save(folder, "a")


def test_a_snapshot_is_not_overwritten(folder: Path) -> None:
    snapshots.save(folder, "a")
    with pytest.raises(DataFolderError, match="already"):
        snapshots.save(folder, "a")


def test_a_snapshot_that_is_missing_is_named_with_those_there_are(folder: Path) -> None:
    snapshots.save(folder, "a")
    with pytest.raises(DataFolderError, match="there is no snapshot b; there are: a"):
        snapshots.restore(folder, "b")


def test_a_broken_archive_leaves_what_is_kept(folder: Path) -> None:
    archive = snapshots.save(folder, "a")
    archive.write_bytes(archive.read_bytes()[:60])
    with pytest.raises(DataFolderError, match="can't be read"):
        snapshots.restore(folder, "a")
    assert kept(folder) == {"data/s3/x": "first"}


def test_what_is_in_docker_is_not_saved_from_the_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in-docker").touch()
    code = snapshots.main(["save", "--folder", str(folder), "--name", "a"])
    assert (code, "make down brings it back" in capsys.readouterr().err, snapshots.names(folder)) == (1, True, [])


def test_an_archive_that_leaves_its_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    archive = snapshots.archive_of(folder, "a")
    archive.parent.mkdir()
    with tarfile.open(archive, "w:gz") as tar:
        tar.addfile(tarfile.TarInfo("data/../../outside"))
    with pytest.raises(DataFolderError, match="can't be read"):
        snapshots.restore(folder, "a")
    assert kept(folder) == {"data/s3/x": "first"}


def test_what_can_not_be_replaced_stays(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        snapshots.replace(folder / "data", folder / "not-there", None)
    assert kept(folder) == {"data/s3/x": "first"}
