"""By a stand-in for ``docker cp`` that takes a folder for the container; tests/docker does it with a real engine."""

from pathlib import Path

import pytest

from offline_aws import docker_data
from offline_aws.container import DATA
from offline_aws.sandbox import Sandbox, SandboxError

COPY = """#!/bin/sh
case "$2" in
-) exec tar -x -C "{root}/${{3#*:}}" ;;
*) path="{root}/${{2#*:}}" && exec tar -c -C "$(dirname "$path")" "$(basename "$path")" ;;
esac
"""


@pytest.fixture
def volume(tmp_path: Path) -> Path:
    volume = tmp_path / "container" / DATA.parent.relative_to("/")
    volume.mkdir(parents=True)
    return volume


@pytest.fixture
def docker(tmp_path: Path, volume: Path) -> str:
    script = tmp_path / "docker"
    script.write_text(COPY.format(root=tmp_path / "container"))
    script.chmod(0o755)
    return str(script)


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    sandbox = Sandbox(tmp_path / "sandbox", tmp_path)
    (sandbox.data / "s3").mkdir(parents=True)
    (sandbox.data / "s3" / "x").write_text("kept")
    return sandbox


def contents(folder: Path) -> dict[str, str]:
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != "lock"]
    return {str(path.relative_to(folder)): path.read_text() for path in paths}


def test_a_new_volume_is_filled_from_the_folder(sandbox: Sandbox, docker: str, volume: Path) -> None:
    before = docker_data.is_filled(docker, "c")
    docker_data.fill(docker, "c", sandbox)
    assert (before, docker_data.is_filled(docker, "c"), contents(volume)) == (False, True, {"offline-aws/s3/x": "kept"})


def test_what_the_volume_holds_takes_the_place_of_what_it_was_filled_with(
    sandbox: Sandbox, docker: str, volume: Path
) -> None:
    docker_data.fill(docker, "c", sandbox)
    sandbox.in_docker.touch()
    (volume / DATA.name / "s3" / "x").write_text("changed")
    docker_data.fetch(docker, "c", sandbox)
    assert contents(sandbox.folder) == {"in-docker": "", "data/s3/x": "changed"}


def test_what_the_volume_does_not_come_from_stays_beside_it(sandbox: Sandbox, docker: str, volume: Path) -> None:
    (volume / DATA.name).mkdir()
    (volume / DATA.name / "y").write_text("other")
    docker_data.fetch(docker, "c", sandbox)
    assert contents(sandbox.folder) == {"data/y": "other", "data.before/s3/x": "kept"}


def test_a_copy_that_fails_leaves_what_is_kept(sandbox: Sandbox, docker: str) -> None:
    with pytest.raises(SandboxError, match="could not be copied from Docker"):
        docker_data.fetch(docker, "c", sandbox)
    assert contents(sandbox.folder) == {"data/s3/x": "kept"}
