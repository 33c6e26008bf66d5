"""json_exists, json_query and json_value with paths of SQL/JSON, and what they answer to nothing and to errors.

https://trino.io/docs/current/functions/json.html#json-exists
"""

from typing import Any, NoReturn

from offline_aws.athena.sql.python_functions import json_path_language as language
from offline_aws.athena.sql.python_functions.json_path_steps import PathError
from offline_aws.athena.sql.python_functions.json_text import Number, cast_text, dumps, loads
from offline_aws.athena.sql.python_functions.registry import PythonFunction, fail


class InputError(PathError):
    """A text that is no JSON."""


def _evaluation_failed(error: PathError) -> NoReturn:
    """What ERROR ON ERROR makes of it."""
    if isinstance(error, InputError):
        fail("JSON_INPUT_CONVERSION_ERROR", str(error))
    fail("PATH_EVALUATION_ERROR", f"path evaluation failed: {error}")


def items(text: str, path: str, variables: str) -> list[Any]:
    """The values that a path leads to; ``variables`` are the JSON of what is PASSED."""
    try:
        value = loads(text)
    except ValueError as error:
        raise InputError("conversion to JSON failed: ") from error
    return language.items(value, path, loads(variables))


def exists(text: str, path: str, variables: str, on_error: str) -> bool | None:
    try:
        return bool(items(text, path, variables))
    except PathError as error:
        if on_error == "ERROR":
            _evaluation_failed(error)
        return {"TRUE": True, "FALSE": False}.get(on_error)


def query(text: str, path: str, variables: str, wrapper: str, on: str) -> str | None:
    """``on`` has the outcomes for nothing found and for an error, apart by a comma."""
    on_empty, on_error = on.split(",")
    try:
        found = items(text, path, variables)
    except PathError as error:
        if on_error == "ERROR":
            _evaluation_failed(error)
        return _instead(on_error, "", "")
    if not found:
        return _instead(on_empty, "JSON_QUERY_RESULT_ERROR", "cannot extract JSON: JSON path found no items")
    if wrapper == "WITH" or (wrapper == "CONDITIONAL" and (len(found) > 1 or not isinstance(found[0], (dict, list)))):
        return dumps(found)
    if len(found) > 1:
        return _instead(on_error, "JSON_QUERY_RESULT_ERROR", "cannot extract JSON: JSON path found multiple items")
    if wrapper == "OMIT" and isinstance(found[0], str):
        return found[0]
    return dumps(found[0])


def _instead(outcome: str, code: str, message: str) -> str | None:
    if outcome == "ERROR":
        fail(code, message)
    return {"EMPTY ARRAY": "[]", "EMPTY OBJECT": "{}"}.get(outcome)


def value(text: str, path: str, variables: str, on: str) -> str | None:
    """The scalar that a path leads to; marks stand for what is said to come instead of none and of an error."""
    on_empty, on_error = on.split(",")
    message = "cannot extract SQL scalar from JSON: "
    try:
        found = items(text, path, variables)
    except PathError as error:
        if on_error == "ERROR":
            _evaluation_failed(error)
        return _marked(on_error, "ERROR", "")
    if not found:
        return _marked(on_empty, "EMPTY", f"{message}JSON path found no items")
    if len(found) > 1:
        return _marked(on_error, "ERROR", f"{message}JSON path found multiple items")
    if isinstance(found[0], (dict, list)):
        return _marked(on_error, "ERROR", f"{message}JSON path found an item that cannot be converted to an SQL value")
    return _scalar(found[0])


def _scalar(item: Any) -> str | None:
    """As a cast makes it a varchar."""
    if isinstance(item, Number):
        return cast_text(item)
    return item if isinstance(item, str) else None if item is None else dumps(item)


def _marked(outcome: str, event: str, message: str) -> str | None:
    if outcome == "ERROR":
        fail("JSON_VALUE_RESULT_ERROR", message)
    return f"\ue000{event}" if outcome == "DEFAULT" else None


_V = "VARCHAR"
FUNCTIONS = (
    PythonFunction("json_exists", exists, [_V, _V, _V, _V], "BOOLEAN"),
    PythonFunction("json_query", query, [_V, _V, _V, _V, _V], _V),
    PythonFunction("json_value", value, [_V, _V, _V, _V], _V),
)
