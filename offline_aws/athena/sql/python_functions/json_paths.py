"""json_exists, json_query and json_value with paths of SQL/JSON.

A path has a mode, lax or strict, and steps: ``.key``, ``."key"``, ``.*``, ``[0]``, ``[last]``, ``[0 to 2]``, ``[*]``.
Lax takes an array for its elements where a key is asked for, and anything else for an array of one where a place is.
https://trino.io/docs/current/functions/json.html#json-path-language
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from offline_aws.athena.sql.python_functions.json_text import dumps, loads
from offline_aws.athena.sql.python_functions.registry import PythonFunction, fail

_STEP = re.compile(r"""\.(?P<key>\w+|\*)|\."(?P<quoted>[^"]*)"|\[(?P<place>\*|last|\d+)(?: to (?P<end>last|\d+))?\]""")
_PATH = re.compile(rf"(lax|strict)?\s*\$((?:{re.sub(r'[?]P<[a-z]+>', '?:', _STEP.pattern)})*)\s*")


class PathError(Exception):
    """A path that does not fit the value, or a text that is no JSON."""


@lru_cache(maxsize=256)
def steps_of(path: str) -> tuple[bool, tuple[re.Match[str], ...]]:
    """Whether a path is lax, and its steps."""
    found = _PATH.fullmatch(path.strip())
    if not found:
        fail("NOT_SUPPORTED", f"the JSON path '{path}' is not emulated")
    return found[1] != "strict", tuple(_STEP.finditer(found[2]))


def items(text: str, path: str) -> list[Any]:
    """The values that a path leads to."""
    is_lax, steps = steps_of(path)
    try:
        found = [loads(text)]
    except ValueError as error:
        raise PathError("conversion to JSON failed") from error
    for step in steps:
        found = [value for item in found for value in _after(item, step, is_lax)]
    return found


def _after(item: Any, step: re.Match[str], is_lax: bool) -> Iterator[Any]:
    key = step["quoted"] if step["quoted"] is not None else step["key"]
    if key is None:
        yield from _placed(item, step, is_lax)
    elif isinstance(item, dict):
        if key == "*" and step["quoted"] is None:
            yield from item.values()
        elif key in item:
            yield item[key]
        elif not is_lax:
            raise PathError(f"missing key {key}")
    elif is_lax and isinstance(item, list):
        for inner in item:
            if isinstance(inner, dict):
                yield from _after(inner, step, is_lax)
    elif not is_lax:
        raise PathError("an object was expected")


def _placed(item: Any, step: re.Match[str], is_lax: bool) -> Iterator[Any]:
    if not isinstance(item, list):
        if not is_lax:
            raise PathError("an array was expected")
        item = [item]
    if step["place"] == "*":
        yield from item
        return
    first = len(item) - 1 if step["place"] == "last" else int(step["place"])
    last = first if step["end"] is None else len(item) - 1 if step["end"] == "last" else int(step["end"])
    if last >= len(item) and not is_lax:
        raise PathError("a place is beyond the array")
    yield from item[first : last + 1]


def exists(text: str, path: str, on_error: str) -> bool | None:
    try:
        return bool(items(text, path))
    except PathError as error:
        if on_error == "ERROR":
            fail("PATH_EVALUATION_ERROR", f"path evaluation failed: {error}")
        return {"TRUE": True, "FALSE": False}.get(on_error)


def query(text: str, path: str, wrapper: str, on: str) -> str | None:
    """``on`` has the outcomes for nothing found and for an error, apart by a comma."""
    on_empty, on_error = on.split(",")
    try:
        found = items(text, path)
    except PathError as error:
        return _instead(on_error, "JSON_QUERY_RESULT_ERROR", f"cannot extract JSON: {error}")
    if not found:
        return _instead(on_empty, "JSON_QUERY_RESULT_ERROR", "cannot extract JSON: JSON path found no items")
    if wrapper == "WITH" or (wrapper == "CONDITIONAL" and (len(found) > 1 or not isinstance(found[0], (dict, list)))):
        return dumps(found)
    if len(found) > 1:
        return _instead(on_error, "JSON_QUERY_RESULT_ERROR", "cannot extract JSON: JSON path found multiple items")
    return dumps(found[0])


def _instead(outcome: str, code: str, message: str) -> str | None:
    if outcome == "ERROR":
        fail(code, message)
    return {"EMPTY ARRAY": "[]", "EMPTY OBJECT": "{}"}.get(outcome)


def value(text: str, path: str, on: str) -> str | None:
    """The scalar that a path leads to; marks stand for what is said to come instead of none and of an error."""
    on_empty, on_error = on.split(",")
    message = "cannot extract SQL scalar from JSON: "
    try:
        found = items(text, path)
    except PathError as error:
        return _marked(on_error, "ERROR", f"{message}{error}")
    if not found:
        return _marked(on_empty, "EMPTY", f"{message}JSON path found no items")
    if len(found) > 1:
        return _marked(on_error, "ERROR", f"{message}JSON path found multiple items")
    if isinstance(found[0], (dict, list)):
        return _marked(on_error, "ERROR", f"{message}JSON path found an item that cannot be converted to an SQL value")
    return found[0] if isinstance(found[0], str) else None if found[0] is None else dumps(found[0])


def _marked(outcome: str, event: str, message: str) -> str | None:
    if outcome == "ERROR":
        fail("JSON_VALUE_RESULT_ERROR", message)
    return f"\ue000{event}" if outcome == "DEFAULT" else None


_V = "VARCHAR"
FUNCTIONS = (
    PythonFunction("json_exists", exists, [_V, _V, _V], "BOOLEAN"),
    PythonFunction("json_query", query, [_V, _V, _V, _V], _V),
    PythonFunction("json_value", value, [_V, _V, _V], _V),
)
