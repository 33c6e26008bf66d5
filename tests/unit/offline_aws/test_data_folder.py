from pathlib import Path

import pytest

from offline_aws.data_folder import DataFolderError, lock


def test_a_second_sandbox_is_refused_and_told_who_holds_the_folder(tmp_path: Path) -> None:
    with lock(tmp_path), pytest.raises(DataFolderError, match=r"in use by another sandbox \(PID \d+\)"):
        lock(tmp_path)


def test_a_folder_is_free_again_when_its_sandbox_has_ended(tmp_path: Path) -> None:
    lock(tmp_path).close()
    lock(tmp_path).close()
