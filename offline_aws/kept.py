"""The state of a small service, kept in a file of its own that is written before a request that changed it is answered.

S3 has an index of its own (:mod:`offline_aws.s3`). The state of another service is dictionaries in dictionaries; what
is in the innermost, a workgroup or a stream, is an entry. Each entry is a row, as a pickle of plain values
(:mod:`offline_aws.pickles`), and a request writes the rows that it has changed.
"""

import dataclasses
import inspect
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from localstack.aws.api import RequestContext
from localstack.aws.skeleton import DispatchTable
from localstack.services.stores import AccountRegionBundle, LocalAttribute

from offline_aws import data_folder, pickles
from offline_aws.data_folder import DataFolderError
from offline_aws.database import Database, reading

FORMATS = (
    """
    CREATE TABLE entries (
        position INTEGER PRIMARY KEY,  -- their order in their dictionary
        name TEXT NOT NULL UNIQUE,     -- the keys that lead to the entry, as Python writes them
        data BLOB NOT NULL             -- a pickle of these keys and the entry
    );
    """,
)
# Before there were rows a state was one pickle, in a format of these.
PICKLE_FORMATS = (1, 2)

Handler = Callable[[RequestContext, Any], Any]
Keys = tuple[Any, ...]
"""What leads to an entry: a key of each dictionary, from the outermost."""


def _never(keys: Keys, entry: Any) -> bool:
    return False


@dataclass(frozen=True)
class State:
    """What a service keeps.

    :param service: its name, and that of the file
    :param dump: all of it, as dictionaries in dictionaries
    :param load: takes what ``dump`` gave, less the dictionaries that were empty
    :param classes: what may be in it beside plain values, containers and times
    :param depth: how many dictionaries lead to an entry
    :param settled: whether an entry will never change again: then it is not looked at while it is there
    """

    service: str
    dump: Callable[[], dict[Any, Any]]
    load: Callable[[dict[Any, Any]], None]
    classes: tuple[type, ...]
    depth: int = 2
    settled: Callable[[Keys, Any], bool] = _never


def stores_state(service: str, stores: AccountRegionBundle[Any], models: ModuleType) -> State:
    """All of a LocalStack store: each dictionary that is a ``LocalAttribute`` of it.

    :param models: the module in whose namespace all dataclasses and enumerations of the store are
    """
    names = [name for name, value in vars(stores.store).items() if isinstance(value, LocalAttribute)]

    def dump() -> dict[tuple[str, str], Any]:
        return {
            (account, region): {name: dict(getattr(store, name)) for name in names}
            for account, region, store in list(stores.iter_stores())
        }

    def load(kept: dict[tuple[str, str], Any]) -> None:
        for (account, region), values in kept.items():
            for name, value in values.items():
                getattr(stores[account][region], name).update(value)

    return State(service, dump, load, classes_of(models), depth=3)


def classes_of(models: ModuleType) -> tuple[type, ...]:
    """The dataclasses and enumerations in the namespace of a module, imported ones too."""
    found = [each for _, each in inspect.getmembers(models, inspect.isclass)]
    return tuple(each for each in found if dataclasses.is_dataclass(each) or issubclass(each, Enum))


_OPEN = object()


class Keeper:
    """Reads a service's state when it is made, and writes what has changed of it.

    :raises DataFolderError: the file is damaged, or a later release wrote it
    """

    def __init__(self, folder: Path, state: State) -> None:
        self._file = folder / f"{state.service}.sqlite3"
        self._state = state
        self._lock = threading.RLock()
        self._written: dict[Keys, bytes] = {}
        self._settled: dict[Keys, Any] = {}
        pickled = _pickle_of(folder, state.service)
        if pickled.exists():
            self._take_over(pickled)
        elif self._file.exists():
            self._load()

    @cached_property
    def _database(self) -> Database:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        return Database(self._file, FORMATS)

    def _load(self) -> None:
        entries: dict[Keys, Any] = {}
        with _reading(self._file):
            for data in _rows(self._database):
                keys, entry = pickles.read(data, self._state.classes)
                entries[keys], self._written[keys] = entry, data
        self._state.load(nested(entries))

    def _take_over(self, pickled: Path) -> None:
        """Make rows of what a release before them has written; its file goes when they are on disk."""
        with _reading(pickled):
            kept = pickles.read(pickled.read_bytes(), self._state.classes)
            _check_format(pickled, kept)
        self._state.load(kept["state"])
        self._database.execute("DELETE FROM entries")
        self.write()
        pickled.unlink()
        data_folder.sync(pickled.parent)

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
        """:raises OSError, sqlite3.Error: it could not be written; what was there stays"""
        with self._lock:
            entries = dict(flattened(self._state.dump(), self._state.depth))
            gone = self._written.keys() - entries.keys()
            self._settled = {keys: entry for keys, entry in self._settled.items() if keys not in gone}
            open_ = {keys: entry for keys, entry in entries.items() if self._settled.get(keys, _OPEN) is not entry}
            # Asked before they are written: an entry may settle at any moment.
            settled = {keys: entry for keys, entry in open_.items() if self._state.settled(keys, entry)}
            data = {keys: pickles.written((keys, entry), self._state.classes) for keys, entry in open_.items()}
            self._replace({keys: each for keys, each in data.items() if each != self._written.get(keys)}, gone)
            self._settled |= settled

    def _replace(self, changed: dict[Keys, bytes], gone: set[Keys]) -> None:
        if not changed and not gone:
            return
        with self._database.transaction():
            self._database.execute_each("DELETE FROM entries WHERE name = ?", ((repr(keys),) for keys in gone))
            self._database.execute_each(
                "INSERT INTO entries (name, data) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data",
                ((repr(keys), data) for keys, data in changed.items()),
            )
        self._written |= changed
        for keys in gone:
            del self._written[keys]


def flattened(dictionary: dict[Any, Any], depth: int, above: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    """The entries of dictionaries in dictionaries, each with the keys that lead to it."""
    for key, value in dictionary.items():
        if depth == 1:
            yield (*above, key), value
        else:
            yield from flattened(value, depth - 1, (*above, key))


def nested(entries: dict[Keys, Any]) -> dict[Any, Any]:
    """The dictionaries that :func:`flattened` has taken apart, but empty ones."""
    outermost: dict[Any, Any] = {}
    for (*above, key), entry in entries.items():
        dictionary = outermost
        for each in above:
            dictionary = dictionary.setdefault(each, {})
        dictionary[key] = entry
    return outermost


# --- the files ---


def check(folder: Path) -> None:
    """Look through what services have kept, before any of them is asked.

    :raises DataFolderError: a file is damaged, or a later release wrote it
    """
    for file in sorted(folder.glob("*.pickle")):
        with _reading(file):
            _check_format(file, pickles.look_through(file.read_bytes()))
    for file in sorted(folder.glob("*.sqlite3")):
        with _reading(file), closing(Database(file, FORMATS)) as database:
            for data in _rows(database):
                pickles.look_through(data)


def _reading(file: Path) -> AbstractContextManager[None]:
    """:raises DataFolderError: what the block reads of the file is damaged"""
    remedy = "remove it to start without, or make restore NAME=x brings a snapshot back"
    return reading(file, remedy, (sqlite3.DatabaseError, *pickles.ERRORS))


def _rows(database: Database) -> Iterator[bytes]:
    return (data for (data,) in database.execute("SELECT data FROM entries ORDER BY position"))


def _pickle_of(folder: Path, service: str) -> Path:
    """Where releases before the rows have kept all of a state."""
    return folder / f"{service}.pickle"


def _check_format(pickled: Path, kept: Any) -> None:
    """:raises DataFolderError: a release that is not known here wrote the pickle"""
    if kept["format"] not in PICKLE_FORMATS:
        raise DataFolderError(
            f"{pickled} was written by another release: use that one, or remove the file to start without"
        )


# --- the services of this process ---

_keepers: list[Keeper] = []


def is_there(state: State) -> bool:
    """Whether an earlier process has kept something of the service."""
    folder = data_folder.configured()
    return folder is not None and any((folder / "state").glob(f"{state.service}.*"))


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
