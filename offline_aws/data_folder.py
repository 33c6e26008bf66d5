"""The folder in which a sandbox keeps what must outlive its process, and the lock that keeps a second sandbox out.

``OFFLINE_AWS_DATA`` names it. Without that, nothing is kept and LocalStack's services are as they were.
"""

import errno
import fcntl
import os
from pathlib import Path
from typing import TextIO

VARIABLE = "OFFLINE_AWS_DATA"
# What only deletions and small records may fill: with the disk full to the last byte nothing could be deleted any more.
RESERVE_BYTES = 8 * 1024 * 1024


class DataFolderError(Exception):
    """The data folder can't be used; the message is one line and says what to do."""


def configured() -> Path | None:
    """The data folder of this process, by its environment."""
    folder = os.environ.get(VARIABLE)
    return Path(folder) if folder else None


def free_bytes(folder: Path) -> int:
    """What its disk has room for."""
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize


def require_room(folder: Path) -> None:
    """To be asked before new bytes are written.

    :raises OSError: of the disk there is only the reserve left
    """
    if free_bytes(folder) < RESERVE_BYTES:
        raise OSError(errno.ENOSPC, f"No space left but {RESERVE_BYTES // 2**20} MiB, in which to delete", str(folder))


def check_room(folder: Path) -> None:
    """To be asked before a start: with the reserve alone most of it would fail, each in words of its own.

    :param folder: need not exist yet
    :raises DataFolderError: of the disk there is only the reserve left
    """
    free = free_bytes(next(each for each in (folder, *folder.absolute().parents) if each.exists()))
    if free < RESERVE_BYTES:
        raise DataFolderError(
            f"the disk of {folder} is full ({free // 2**20} MiB left, a start needs {RESERVE_BYTES // 2**20}): "
            "free some space on it, then make up"
        )


def sync(path: Path) -> None:
    """Make the bytes of a file durable, or the names in a folder. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace_durably(file: Path, data: bytes) -> None:
    """Put new content in the place of a file's; after a crash it has the old or the new, whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".new")
    with unfinished.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    unfinished.replace(file)
    sync(file.parent)


def lock(folder: Path) -> TextIO:
    """Make the folder and lock it for as long as the returned file stays open; the kernel unlocks it at a crash.

    :raises DataFolderError: another process holds it
    """
    folder.mkdir(parents=True, exist_ok=True)
    holder = (folder / "lock").open("a+")
    try:
        fcntl.flock(holder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder.seek(0)
        owner = holder.read().strip()
        holder.close()
        raise DataFolderError(
            f"the data folder {folder} is in use by another sandbox (PID {owner}): stop that one first"
        ) from None
    holder.truncate(0)
    holder.write(f"{os.getpid()}\n")
    holder.flush()
    return holder


_held: list[TextIO] = []


def hold(folder: Path) -> None:
    """Lock the folder until this process ends.

    :raises DataFolderError: another process holds it, or its disk is full
    """
    check_room(folder)
    _held.append(lock(folder))
