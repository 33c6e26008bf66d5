"""Which members of a request take effect, as data: what a request holds beyond that is found and named.

A *form* says what a value may be: ``ANY``; a set of the values that take effect; a dict of members, each with its
form, which is ``OneOf`` where exactly one of them is given; or a list of one form, that of the items.
"""

from collections.abc import Iterator
from typing import Any

ANY = None


class OneOf(dict[str, Any]):
    """The members of a union."""


def beyond(value: Any, form: Any, path: str = "") -> Iterator[str]:
    """The paths in ``value`` that ``form`` has no place for, as in ``Sheets[0].Visuals[1].MapVisual``.

    A member that carries nothing (null, an empty list, an empty structure) asks for nothing.
    """
    if isinstance(form, dict) and isinstance(value, dict):
        for name, member in value.items():
            member_path = f"{path}.{name}" if path else name
            if name in form:
                yield from beyond(member, form[name], member_path)
            elif member not in (None, [], {}):
                yield member_path
    elif isinstance(form, list):
        for number, item in enumerate(value):
            yield from beyond(item, form[0], f"{path}[{number}]")
    elif isinstance(form, set | frozenset) and value not in form:
        yield f"{path}={value}"


def malformed(value: Any, form: Any, path: str = "") -> Iterator[str]:
    """The paths of the unions in ``value`` that have no member, or several."""
    if isinstance(form, dict) and isinstance(value, dict):
        given = {name: member for name, member in value.items() if member is not None}
        if isinstance(form, OneOf) and len(given) != 1:
            yield path
        for name, member in given.items():
            yield from malformed(member, form.get(name), f"{path}.{name}" if path else name)
    elif isinstance(form, list) and isinstance(value, list):
        for number, item in enumerate(value):
            yield from malformed(item, form[0], f"{path}[{number}]")


def one_of(value: dict[str, Any]) -> tuple[str, Any]:
    """Name and content of the only member of a union, such as a ``Visual``.

    :raises ValueError: the union has no member or several
    """
    given = [(name, content) for name, content in value.items() if content is not None]
    if len(given) != 1:
        raise ValueError(f"exactly one member is required, not {', '.join(value) or 'none'}")
    return given[0]
