"""JSON values as Trino keeps them. https://trino.io/docs/current/functions/json.html"""

import json
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NoReturn

from offline_aws.athena.sql.java_numbers import java_double
from offline_aws.athena.sql.python_functions.registry import PythonFunction, fail, refuse


class Number(float):
    """A double that json writes as Java does."""

    def __repr__(self) -> str:
        return java_double(float(self))


def _no_constant(text: str) -> NoReturn:
    raise ValueError(text)


def loads(text: str) -> Any:
    """The value of a JSON text, doubles apart from integers."""
    return json.loads(text, parse_float=Number, parse_constant=_no_constant)


def dumps(value: Any, *, in_order: bool = False) -> str:
    """The text of a value: no blanks, doubles as Java writes them, the keys of objects in order if wanted."""
    match value:
        case dict():
            items = sorted(value.items()) if in_order else value.items()
            return f"{{{','.join(f'{dumps(key)}:{dumps(item, in_order=in_order)}' for key, item in items)}}}"
        case list():
            return f"[{','.join(dumps(item, in_order=in_order) for item in value)}]"
        case Number():
            return repr(value)
        case _:
            return json.dumps(value, ensure_ascii=False)


def parse(text: str) -> str:
    """json_parse: the keys of an object are in order and its last value of a key counts."""
    try:
        return dumps(loads(text), in_order=True)
    except ValueError:
        refuse(f"Cannot convert value to JSON: '{text}'")


def plain(text: str) -> str:
    """What json_extract gives: the order of keys stays."""
    return dumps(loads(text))


def json_input(text: str) -> str:
    """A text that is said to be JSON, FORMAT JSON, in JSON's own words."""
    try:
        return dumps(loads(text))
    except ValueError:
        fail("JSON_INPUT_CONVERSION_ERROR", "conversion to JSON failed: ")


def json_object(keys: list[str | None], values: list[str | None], on_null: str, unique: str) -> str:
    """The object of these keys and JSON values, in the order of Java's HashMap, which Trino keeps them in."""
    found: dict[str, str] = {}
    for key, value in zip(keys, values, strict=True):
        if key is None:
            refuse("null value passed for JSON object key")
        if value is None and on_null == "ABSENT":
            continue
        if key in found:
            if unique == "WITH":
                refuse("duplicate key passed to JSON_OBJECT function")
            fail("NOT_SUPPORTED", "cannot construct a JSON object with duplicate key")
        found[key] = value or "null"
    return f"{{{','.join(f'{dumps(key)}:{found[key]}' for key in _in_java_order(found))}}}"


def _in_java_order(keys: Iterable[str]) -> list[str]:
    keys = list(keys)
    size = 16
    while len(keys) > size * 3 // 4:
        size *= 2
    return sorted(keys, key=lambda key: _bucket(key, size))


def _bucket(key: str, size: int) -> int:
    """The place of a text in a HashMap: https://docs.oracle.com/javase/8/docs/api/java/lang/String.html#hashCode--"""
    code = 0
    for unit in memoryview(key.encode("utf-16-le")).cast("H"):
        code = (31 * code + unit) % 2**32
    return (code ^ code >> 16) % size


def json_array(values: list[str | None], on_null: str) -> str:
    kept = (value or "null" for value in values if value is not None or on_null == "NULL")
    return f"[{','.join(kept)}]"


_PLACE = re.compile(r"""\.([A-Za-z_]\w*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]""")


def extract(text: str, path: str) -> str | None:
    """json_extract by a path that DuckDB does not read."""
    found = _at(text, path)
    return None if found is _NOTHING else dumps(found)


def extract_scalar(text: str, path: str) -> str | None:
    found = _at(text, path)
    if found is _NOTHING or found is None or isinstance(found, (dict, list)):
        return None
    return found if isinstance(found, str) else dumps(found)


_NOTHING = object()


def _at(text: str, path: str) -> Any:
    """What a path leads to; nothing in what is no JSON."""
    steps = list(_PLACE.finditer(path))
    if path != "$" + "".join(step[0] for step in steps):
        refuse(f"Invalid JSON path: '{path}'")
    try:
        found = loads(text)
    except ValueError:
        return _NOTHING
    for step in steps:
        key: Any = int(step[2]) if step[2] else step[1] or re.sub(r"\\(.)", r"\1", step[3])
        kind = list if step[2] else dict
        if not isinstance(found, kind) or (key not in range(len(found)) if kind is list else key not in found):
            return _NOTHING
        found = found[key]
    return found


def is_scalar(text: str) -> bool:
    try:
        return not isinstance(loads(text), (dict, list))
    except ValueError:
        refuse(f"Invalid JSON value: {text}")


def number(text: str, path: str) -> str | None:
    """json_extract_scalar of a number with a point or an exponent, which keeps its text: 1.50."""
    value = json.loads(text, parse_float=str)
    for quoted, key, place in _STEP.findall(path):
        value = value[int(place)] if place else value[quoted or key]
    return str(value)


def _array(text: str) -> list[Any] | None:
    try:
        value = loads(text)
    except ValueError:
        return None
    return value if isinstance(value, list) else None


def array_get(text: str, index: int) -> str | None:
    """json_array_get: an element as text, a string without its quotes."""
    found = _array(text)
    if found is None or not -len(found) <= index < len(found):
        return None
    item = found[index]
    return item if isinstance(item, str) else None if item is None else dumps(item)


def array_contains(text: str, wanted: str, kind: str) -> bool | None:
    """json_array_contains: whether an element of the kind boolean, bigint, double or varchar has this text."""
    found = _array(text)
    if found is None:
        return None
    kinds: dict[str, type | tuple[type, ...]] = {"boolean": bool, "varchar": str, "bigint": int, "double": (int, float)}
    return any(
        isinstance(item, kinds[kind]) and (kind == "boolean") == isinstance(item, bool) and _equal(item, wanted, kind)
        for item in found
    )


def _equal(item: Any, wanted: str, kind: str) -> bool:
    if kind == "varchar":
        return bool(item == wanted)
    if kind == "boolean":
        return bool(item == (wanted == "true"))
    return float(item) == float(wanted)


def to_varchar(text: str) -> str | None:
    """cast(json as varchar) of a scalar."""
    value = loads(text)
    if isinstance(value, (dict, list)):
        fail("INVALID_CAST_ARGUMENT", f"Cannot cast '{text}' to varchar")
    return value if isinstance(value, str) else None if value is None else dumps(value)


def shaped(text: str, shape: str) -> str:
    """The JSON with all fields that a row has: those that an object lacks are null, those of an array go by place."""
    return dumps(_shaped(loads(text), json.loads(shape)))


def _shaped(value: Any, shape: Any) -> Any:
    match shape, value:
        case dict(), dict():
            found = {key.lower(): item for key, item in value.items()}
            return {name: _shaped(found.get(name.lower()), inner) for name, inner in shape.items()}
        case dict(), list():
            return {name: _shaped(item, inner) for (name, inner), item in zip(shape.items(), value, strict=False)}
        case list(), list():
            return [_shaped(item, shape[0]) for item in value]
        case list(), dict():
            return {key: _shaped(item, shape[0]) for key, item in value.items()}
        case "varchar", Number():
            return cast_text(value)
        case _:
            return value


def cast_text(value: float) -> str:
    """cast(double as varchar): 1.5E0."""
    text = java_double(value)
    if "E" in text or text in ("NaN", "Infinity", "-Infinity"):
        return text
    sign, digits, exponent = Decimal(text).as_tuple()
    figures = "".join(map(str, digits)).strip("0") or "0"
    place = Decimal(text).adjusted() if isinstance(exponent, int) else 0
    return f"{'-' if sign else ''}{figures[0]}.{figures[1:] or '0'}E{place}" if Decimal(text) else "0E0"


# A step of a path as DuckDB has it.
_STEP = re.compile(r"""\."([^"]*)"|\.(\w+)|\[(\d+)\]""")
_V, _L = "VARCHAR", "VARCHAR[]"
FUNCTIONS = (
    PythonFunction("json_parse", parse, [_V], _V),
    PythonFunction("json_plain", plain, [_V], _V),
    PythonFunction("json_number", number, [_V, _V], _V),
    PythonFunction("is_json_scalar", is_scalar, [_V], "BOOLEAN"),
    PythonFunction("json_array_get", array_get, [_V, "BIGINT"], _V),
    PythonFunction("json_array_contains", array_contains, [_V, _V, _V], "BOOLEAN"),
    PythonFunction("json_shaped", shaped, [_V, _V], _V),
    PythonFunction("json_extract", extract, [_V, _V], _V),
    PythonFunction("json_extract_scalar", extract_scalar, [_V, _V], _V),
    PythonFunction("json_input", json_input, [_V], _V),
    PythonFunction("json_object", json_object, [_L, _L, _V, _V], _V),
    PythonFunction("json_array", json_array, [_L, _V], _V),
    PythonFunction("json_texts", shaped, [_V, _V], _V),
    PythonFunction("json_to_varchar", to_varchar, [_V], _V),
)
