"""What is kept of a service as pickles that hold nothing but plain values, containers, times and the service's classes.

A pickle can name any code, and a snapshot may come from someone else: only the classes that a service lists are read,
and what could not be read is not written.

A dataclass is written as its fields. A field that it has gained since has its default, so that a release reads what an
earlier one wrote.
"""

import dataclasses
import functools
import io
import pickle
from collections import OrderedDict
from dataclasses import MISSING
from datetime import datetime, timedelta, timezone
from types import FunctionType
from typing import Any

# What a damaged pickle raises, or one of someone else.
ERRORS = (pickle.UnpicklingError, AttributeError, EOFError, LookupError, TypeError, ValueError)
# The name of ``rebuilt`` in what earlier releases wrote.
_EARLIER = ("offline_aws.kept", "rebuilt")


def written(value: Any, classes: tuple[type, ...]) -> bytes:
    """:raises pickle.PicklingError: it holds something that would not be read"""
    stream = io.BytesIO()
    _Pickler(stream, classes).dump(value)
    return stream.getvalue()


def read(data: bytes, classes: tuple[type, ...]) -> Any:
    """:raises ERRORS: it is damaged, or holds something else"""
    return _Unpickler(data, classes).load()


def look_through(data: bytes) -> Any:
    """What :func:`read` would give, with nothing in the place of objects: the classes need not be imported.

    :raises ERRORS: it is damaged
    """
    return _Skimmer(io.BytesIO(data)).load()


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


@functools.cache
def _globals(classes: tuple[type, ...]) -> dict[tuple[str, str], Any]:
    """All that a pickle may hold by name, by module and name."""
    found: list[Any] = [OrderedDict, datetime, timedelta, timezone, rebuilt, *classes]
    return {_EARLIER: rebuilt} | {(each.__module__, each.__qualname__): each for each in found}


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
        return self._allowed[module, name]


class _Nothing:
    """Stands for any object, and for what would make it."""

    def __init__(self, *arguments: Any) -> None: ...

    def __setstate__(self, state: Any) -> None: ...

    def __setitem__(self, name: Any, value: Any) -> None: ...


class _Skimmer(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        return _Nothing
