from collections.abc import Callable
from pathlib import Path

import pytest

from offline_aws import data_folder
from offline_aws.data_folder import DataFolderError, check_room, hold, lock


def test_a_second_sandbox_is_refused_and_told_who_holds_the_folder(tmp_path: Path) -> None:
    with lock(tmp_path), pytest.raises(DataFolderError, match=r"in use by another sandbox \(PID \d+\)"):
        lock(tmp_path)


def test_a_folder_is_free_again_when_its_sandbox_has_ended(tmp_path: Path) -> None:
    lock(tmp_path).close()
    lock(tmp_path).close()


@pytest.mark.parametrize("check", [check_room, hold])
def test_a_start_on_a_full_disk_is_refused_and_told_how_much_it_needs(
    check: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_folder, "free_bytes", lambda folder: 3 * 2**20)
    with pytest.raises(DataFolderError, match=r"is full \(3 MiB left, a start needs 8\): free some space"):
        check(tmp_path / "not" / "there")
