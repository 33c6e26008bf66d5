"""The sandbox's data between its folder and Docker's volume: as a tar stream, so that the engine may be anywhere.

``<folder>/data`` holds what a sandbox keeps, whichever engine ran it last. A start in Docker fills a new volume from
it, a stop brings it back before the volume is removed. In between the volume holds what is newer, which the file
``<folder>/in-docker`` says: a native start or a snapshot would take the older.
"""

import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from offline_aws import snapshots
from offline_aws.container import DATA
from offline_aws.sandbox import Sandbox, SandboxError


def fill(docker: str, container: str, sandbox: Sandbox) -> None:
    """Put what the folder keeps into the volume of a container that has not started yet.

    The lock comes last and tells a whole volume from one whose filling was interrupted.

    :raises SandboxError: it could not be copied
    """
    volume = f"{container}:{DATA.parent}"
    owner = _owner(docker, volume)
    with (
        snapshots.locked(sandbox.folder) as data,
        _copying([docker, "cp", "-", volume], "into Docker") as process,
        tarfile.open(fileobj=process.stdin, mode="w|") as tar,
    ):
        tar.add(data, arcname=DATA.name, filter=lambda member: snapshots.without_lock(member.replace(**owner)))
        tar.add(data / snapshots.LOCK, f"{DATA.name}/{snapshots.LOCK}", filter=lambda member: member.replace(**owner))


def is_filled(docker: str, container: str) -> bool:
    """Whether the container's volume holds data, and all of what it was filled with."""
    command = [docker, "cp", f"{container}:{DATA / snapshots.LOCK}", "-"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def fetch(docker: str, container: str, sandbox: Sandbox) -> None:
    """Put what the volume of a stopped container holds in the place of what the folder keeps.

    When the folder did not know of the volume, what was there stays as ``data.before``.

    :raises SandboxError: it could not be copied; both are as they were
    """
    command = [docker, "cp", f"{container}:{DATA}", "-"]
    expected = sandbox.in_docker.exists() or not sandbox.data.exists()
    with snapshots.locked(sandbox.folder) as data, snapshots.beside(data) as unpacked:
        with (
            _copying(command, "from Docker (docker compose down --volumes forgets it)") as process,
            tarfile.open(fileobj=process.stdout, mode="r|") as tar,
        ):
            tar.extractall(unpacked, filter="data")
        snapshots.replace(data, unpacked / DATA.name, None if expected else data.with_name("data.before"))


def _owner(docker: str, volume: str) -> dict[str, Any]:
    """What makes a tar member the property of the user that the container runs as, who owns the volume's folder."""
    with (
        _copying([docker, "cp", volume, "-"], "from Docker") as process,
        tarfile.open(fileobj=process.stdout, mode="r|") as tar,
    ):
        folder = next(iter(tar))
    return {"uid": folder.uid, "gid": folder.gid, "uname": "", "gname": "", "deep": False}


@contextmanager
def _copying(command: list[str], where: str) -> Iterator[subprocess.Popen[bytes]]:
    """A command that must succeed, with pipes for its input and output."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        failure: Exception | None = None
        try:
            yield process
        except (OSError, tarfile.TarError) as error:
            failure = error
        _, errors = process.communicate()
    if failure or process.returncode:
        raise SandboxError(
            f"the data could not be copied {where}: {errors.decode(errors='replace').strip() or failure}"
        )
