"""What a stopped sandbox keeps, saved as one archive, brought back or wiped.

::

    python -m offline_aws.snapshots save --name before-the-change
    python -m offline_aws.snapshots restore --name before-the-change
    python -m offline_aws.snapshots wipe

An archive is ``snapshots/<name>.tar.gz`` in the sandbox's folder and holds the data folder as it is.
"""

import argparse
import os
import re
import shutil
import sys
import tarfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from offline_aws import data_folder
from offline_aws.data_folder import DataFolderError
from offline_aws.sandbox import Sandbox, SandboxError

LOCK = "lock"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def save(folder: Path, name: str) -> Path:
    """Write the archive, all of it or none.

    :param folder: the sandbox's
    :raises DataFolderError: the sandbox runs, or the name is no file name or taken
    """
    archive = archive_of(folder, name)
    if archive.exists():
        raise DataFolderError(f"there is a snapshot {name} already: {archive}")
    archive.parent.mkdir(parents=True, exist_ok=True)
    with at_rest(folder) as data, beside(archive) as unfinished:
        with tarfile.open(unfinished, "w:gz", compresslevel=1) as tar:
            tar.add(data, arcname="data", filter=without_lock)
        data_folder.sync(unfinished)
        unfinished.rename(archive)
    return archive


def restore(folder: Path, name: str) -> None:
    """Put an archive's content in the place of what the sandbox keeps now.

    :raises DataFolderError: the sandbox runs, there is no such snapshot, or it can't be read; what was there stays
    """
    archive = archive_of(folder, name)
    if not archive.exists():
        raise DataFolderError(f"there is no snapshot {name}; there are: {', '.join(names(folder)) or 'none'}")
    with at_rest(folder) as data, beside(data) as unpacked:
        try:
            with tarfile.open(archive) as tar:
                tar.extractall(unpacked, filter="data")
        except (tarfile.TarError, EOFError) as error:
            raise DataFolderError(f"{archive} can't be read: {error}") from error
        if not (unpacked / "data").is_dir():
            raise DataFolderError(f"{archive} can't be read: it is no snapshot")
        replace(data, unpacked / "data", None)


def wipe(folder: Path) -> None:
    """Remove all that the sandbox keeps; snapshots stay.

    :raises DataFolderError: the sandbox runs
    """
    with at_rest(folder) as data:
        shutil.rmtree(data)


def names(folder: Path) -> list[str]:
    return sorted(path.name.removesuffix(".tar.gz") for path in (folder / "snapshots").glob("*.tar.gz"))


def archive_of(folder: Path, name: str) -> Path:
    if not NAME.fullmatch(name):
        raise DataFolderError("a snapshot needs a name of letters, digits, dots and dashes: NAME=before-the-change")
    return folder / "snapshots" / f"{name}.tar.gz"


@contextmanager
def at_rest(folder: Path) -> Iterator[Path]:
    """The data folder of a stopped sandbox.

    :raises SandboxError: what it keeps is in Docker
    """
    Sandbox(folder, Path()).check_not_in_docker()
    with locked(folder) as data:
        yield data


@contextmanager
def locked(folder: Path) -> Iterator[Path]:
    """The data folder, while no sandbox can start on it."""
    data = folder / "data"
    with data_folder.lock(data):
        yield data


def without_lock(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Leaves the lock out of an archive of the data folder."""
    return None if member.name.partition("/")[2] == LOCK else member


def replace(data: Path, new: Path, before: Path | None) -> None:
    """Put a folder in the place of the data folder, once it is on disk.

    :param before: where what was there goes; without one it is removed
    :raises OSError: what was there stays
    """
    os.sync()
    with beside(data) as removed:
        if before:
            shutil.rmtree(before, ignore_errors=True)
        replaced = data.rename(before or removed)
        try:
            new.rename(data)
        except OSError:
            replaced.rename(data)
            raise


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A path for something unfinished, of which nothing is left after the block."""
    unfinished = path.with_name(f".{path.name}-{uuid.uuid4().hex}")
    try:
        yield unfinished
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
        if unfinished.exists():
            unfinished.unlink()


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m offline_aws.snapshots", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("action", choices=["save", "restore", "wipe"])
    parser.add_argument("--folder", type=Path, default=Path(".offline-aws"), help="the sandbox's folder")
    parser.add_argument("--name", default="", help="the snapshot's name")
    options = parser.parse_args(arguments)
    try:
        match options.action:
            case "save":
                print(f"saved {save(options.folder, options.name)}")
            case "restore":
                restore(options.folder, options.name)
                print(f"restored {options.name}: make up")
            case "wipe":
                wipe(options.folder)
                print("everything it kept is wiped")
    except (DataFolderError, SandboxError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
