"""The state of a small service, kept as one file that is written before a request that changed it is answered.

S3 has an index of its own (:mod:`offline_aws.s3`); a service whose state is a handful of records has all of it pickled
at each change. A pickle can name any code, and a snapshot may come from someone else: only the classes that a service
lists are read.
"""

import io
import os
import pickle
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from localstack.aws.api import RequestContext
from localstack.aws.skeleton import DispatchTable

from offline_aws import data_folder
from offline_aws.data_folder import DataFolderError

# Raised with each change of what a service keeps that this release can't read from an earlier one.
FORMAT = 1

Handler = Callable[[RequestContext, Any], Any]


@dataclass(frozen=True)
class State:
    """What a service keeps, by account and region.

    :param service: its name, and that of the file
    :param dump: all of it, as containers of plain values and ``classes``
    :param load: takes what ``dump`` gave
    :param classes: what may be in it beside plain values, containers and times
    """

    service: str
    dump: Callable[[], Any]
    load: Callable[[Any], None]
    classes: tuple[type, ...]


class Keeper:
    """Reads a service's state when it is made, and writes it whenever it has changed.

    :raises DataFolderError: another release wrote it
    """

    def __init__(self, folder: Path, state: State) -> None:
        self._file = folder / f"{state.service}.pickle"
        self._state = state
        self._lock = threading.RLock()
        self._written = b""
        if self._file.exists():
            self._written = self._file.read_bytes()
            state.load(read(self._written, state, self._file))

    def keep(self, table: DispatchTable, reads: tuple[str, ...]) -> DispatchTable:
        """The same operations; those that do not start with one of ``reads`` are kept before they are answered."""
        return {name: handler if name.startswith(reads) else self._kept(handler) for name, handler in table.items()}

    def _kept(self, handler: Handler) -> Handler:
        def answer(context: RequestContext, request: Any) -> Any:
            with self._lock:
                try:
                    return handler(context, request)
                finally:
                    self.write()

        return answer

    def write(self) -> None:
        """:raises OSError: it could not be written; what was there stays"""
        with self._lock:
            data = pickle.dumps({"format": FORMAT, "state": self._state.dump()})
            if data != self._written:
                replace_durably(self._file, data)
                self._written = data


_keepers: list[Keeper] = []


def keep(table: DispatchTable, state: State, reads: tuple[str, ...]) -> DispatchTable:
    """The operations of a service with its state kept in the data folder; as they are without one."""
    folder = data_folder.configured()
    if folder is None:
        return table
    keeper = Keeper(folder / "state", state)
    _keepers.append(keeper)
    return keeper.keep(table, reads)


def write_all() -> None:
    """Write the state of each service that has changed."""
    for keeper in _keepers:
        keeper.write()


def read(data: bytes, state: State, file: Path) -> Any:
    try:
        kept = _Unpickler(data, state.classes).load()
        if kept["format"] == FORMAT:
            return kept["state"]
    except (pickle.UnpicklingError, AttributeError, EOFError, LookupError, TypeError) as error:
        raise DataFolderError(f"{file} can't be read ({error}): remove it to start without") from error
    raise DataFolderError(f"{file} was written by another release: use that one, or remove the file to start without")


class _Unpickler(pickle.Unpickler):
    """Makes nothing but plain values, containers, times and the classes it was given."""

    PLAIN = (
        ("collections", "OrderedDict"),
        ("datetime", "datetime"),
        ("datetime", "timezone"),
        ("datetime", "timedelta"),
    )

    def __init__(self, data: bytes, classes: tuple[type, ...]) -> None:
        super().__init__(io.BytesIO(data))
        self._allowed = {*self.PLAIN, *((each.__module__, each.__qualname__) for each in classes)}

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in self._allowed:
            raise pickle.UnpicklingError(f"{module}.{name} is not part of it")
        return super().find_class(module, name)


def replace_durably(file: Path, data: bytes) -> None:
    """Put new content in the place of a file's; after a crash it has the old or the new, whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".new")
    with unfinished.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    unfinished.replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
