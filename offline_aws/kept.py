"""The state of a small service, kept as one file that is written before a request that changed it is answered.

S3 has an index of its own (:mod:`offline_aws.s3`); a service whose state is a handful of records has all of it pickled
at each change. A pickle can name any code, and a snapshot may come from someone else: only the classes that a service
lists are read, and what could not be read is not written.

A dataclass is written as its fields. A field that it has gained since has its default, so that a release reads what an
earlier one wrote.
"""

import dataclasses
import inspect
import io
import os
import pickle
import threading
from collections.abc import Callable
from dataclasses import MISSING, dataclass
from enum import Enum
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from localstack.aws.api import RequestContext
from localstack.aws.skeleton import DispatchTable
from localstack.services.stores import AccountRegionBundle, LocalAttribute

from offline_aws import data_folder
from offline_aws.data_folder import DataFolderError

# Raised with each change that an earlier release can't read; those that this one reads stay in the list.
FORMAT = 2
# In 1, dataclasses were written as pickle does it, without a place for the defaults of later fields.
READABLE = (1, FORMAT)

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

    return State(service, dump, load, classes_of(models))


def classes_of(models: ModuleType) -> tuple[type, ...]:
    """The dataclasses and enumerations in the namespace of a module, imported ones too."""
    found = [each for _, each in inspect.getmembers(models, inspect.isclass)]
    return tuple(each for each in found if dataclasses.is_dataclass(each) or issubclass(each, Enum))


class Keeper:
    """Reads a service's state when it is made, and writes it whenever it has changed.

    :raises DataFolderError: another release wrote it
    """

    def __init__(self, folder: Path, state: State) -> None:
        self._file = _file(folder, state)
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
            data = written({"format": FORMAT, "state": self._state.dump()}, self._state.classes)
            if data != self._written:
                replace_durably(self._file, data)
                self._written = data


_keepers: list[Keeper] = []


def is_there(state: State) -> bool:
    """Whether an earlier process has kept something of the service."""
    folder = data_folder.configured()
    return folder is not None and _file(folder / "state", state).exists()


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


def _file(folder: Path, state: State) -> Path:
    return folder / f"{state.service}.pickle"


def read(data: bytes, state: State, file: Path) -> Any:
    try:
        kept = _Unpickler(data, state.classes).load()
        if kept["format"] in READABLE:
            return kept["state"]
    except (pickle.UnpicklingError, AttributeError, EOFError, LookupError, TypeError) as error:
        raise DataFolderError(f"{file} can't be read ({error}): remove it to start without") from error
    raise DataFolderError(f"{file} was written by another release: use that one, or remove the file to start without")


def written(value: Any, classes: tuple[type, ...]) -> bytes:
    """:raises pickle.PicklingError: it holds something that would not be read"""
    stream = io.BytesIO()
    _Pickler(stream, classes).dump(value)
    return stream.getvalue()


def rebuilt(kind: type, fields: dict[str, Any]) -> Any:
    """A dataclass's instance, with the default of each field that it has and was written without."""
    instance: Any = object.__new__(kind)
    for field in dataclasses.fields(kind):
        if field.name not in fields and field.default_factory is not MISSING:
            object.__setattr__(instance, field.name, field.default_factory())
        elif field.name not in fields and field.default is not MISSING:
            object.__setattr__(instance, field.name, field.default)
    for name, value in fields.items():
        object.__setattr__(instance, name, value)
    return instance


def _globals(classes: tuple[type, ...]) -> set[tuple[str, str]]:
    """Module and name of all that a pickle may hold by name."""
    return {
        ("collections", "OrderedDict"),
        ("datetime", "datetime"),
        ("datetime", "timezone"),
        ("datetime", "timedelta"),
        (rebuilt.__module__, rebuilt.__qualname__),
        *((each.__module__, each.__qualname__) for each in classes),
    }


class _Pickler(pickle.Pickler):
    """Writes nothing that :class:`_Unpickler` would not make."""

    def __init__(self, stream: io.BytesIO, classes: tuple[type, ...]) -> None:
        super().__init__(stream)
        self._allowed = _globals(classes)

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, type | FunctionType) and (value.__module__, value.__qualname__) not in self._allowed:
            raise pickle.PicklingError(f"{value.__module__}.{value.__qualname__} is not part of the state")
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return rebuilt, (
                type(value),
                {field.name: getattr(value, field.name) for field in dataclasses.fields(value)},
            )
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    """Makes nothing but plain values, containers, times and the classes it was given."""

    def __init__(self, data: bytes, classes: tuple[type, ...]) -> None:
        super().__init__(io.BytesIO(data))
        self._allowed = _globals(classes)

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
    data_folder.sync_folder(file.parent)
