"""The constraints of the API model (lengths, ranges, patterns, enumerations), checked as AWS checks them.

LocalStack parses a request by the model and leaves its constraints to the provider. AWS answers what violates
them with ``ValidationException`` and a text that lists every violation.
"""

import re
from collections.abc import Iterator
from typing import Any

from botocore.model import ListShape, MapShape, Shape, StringShape, StructureShape
from localstack.aws.api import CommonServiceException

# Java's regular expressions in Python's words: Unicode classes, and what lies beyond the surrogates.
_JAVA_CLASSES = {
    r"\p{L}": r"\w",
    r"\p{Z}": r"\s",
    r"\p{N}": r"\d",
    r"\uD800\uDC00-\uDBFF\uDFFF": r"\U00010000-\U0010FFFF",
}


def validation_error(violations: list[str]) -> CommonServiceException:
    """AWS's ``ValidationException`` for the given violations."""
    noun = "error" if len(violations) == 1 else "errors"
    text = f"{len(violations)} validation {noun} detected: {'; '.join(violations)}"
    return CommonServiceException("ValidationException", text, sender_fault=True)


def check_request(shape: Shape, request: Any) -> None:
    """Raise ``ValidationException`` when a request violates its input shape."""
    if violations := list(_violations(shape, request, "")):
        raise validation_error(violations)


_AT_MOST_LONG = "Member must have length less than or equal to"
_AT_LEAST_LONG = "Member must have length greater than or equal to"
_ONE_OF = "Member must satisfy enum value set"
_OF_PATTERN = "Member must satisfy regular expression pattern"


def _violation(path: str, constraint: str, value: Any = None) -> str:
    shown = "Value" if value is None else f"Value '{value}'"
    return f"{shown} at '{path}' failed to satisfy constraint: {constraint}"


def _missing(path: str) -> str:
    return f"Value null at '{path}' failed to satisfy constraint: Member must not be null"


def _violations(shape: Shape, value: Any, path: str) -> Iterator[str]:
    if isinstance(shape, StructureShape):
        yield from _structure_violations(shape, value, path)
    elif isinstance(shape, ListShape):
        yield from _length_violations(shape, value, path)
        for number, item in enumerate(value, 1):
            place = f"{path}.{number}.member"
            yield from [_missing(place)] if item is None else _violations(shape.member, item, place)
    elif isinstance(shape, MapShape):
        yield from _map_violations(shape, value, path)
    elif isinstance(value, bytes):
        yield from _length_violations(shape, value, path)
    elif isinstance(value, str):
        yield from _string_violations(shape, value, path)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield from _range_violations(shape, value, path)


def _structure_violations(shape: StructureShape, value: dict[str, Any], path: str) -> Iterator[str]:
    for name, member in shape.members.items():
        member_path = f"{path}.{_lower_first(name)}" if path else _lower_first(name)
        if value.get(name) is not None:
            yield from _violations(member, value[name], member_path)
        elif name in shape.required_members:
            yield _missing(member_path)


def _map_violations(shape: MapShape, value: dict[str, Any], path: str) -> Iterator[str]:
    """What is wrong with a key or a value is said of the map, with all that keys or values have to be."""
    yield from _length_violations(shape, value, path)
    if not isinstance(shape.value, StringShape):
        for key, item in value.items():
            yield from _violations(shape.value, item, f"{path}.{key}.member")
        return
    for name, of, members in (("keys", shape.key, value.keys()), ("value", shape.value, value.values())):
        if any(True for member in members for _ in _string_violations(of, member, "")):
            shown = ", ".join(f"{key}={item}" for key, item in value.items())
            constraints = ", ".join(_constraints(of))
            yield _violation(path, f"Map {name} must satisfy constraint: [{constraints}]", f"{{{shown}}}")


def _constraints(shape: Shape) -> Iterator[str]:
    """What the model says of text, in AWS's words."""
    if "max" in shape.metadata:
        yield f"{_AT_MOST_LONG} {shape.metadata['max']}"
    if "min" in shape.metadata:
        yield f"{_AT_LEAST_LONG} {shape.metadata['min']}"
    if allowed := getattr(shape, "enum", None):
        yield f"{_ONE_OF}: [{', '.join(allowed)}]"
    if pattern := shape.metadata.get("pattern"):
        yield f"{_OF_PATTERN}: {pattern}"


def _string_violations(shape: Shape, value: str, path: str) -> Iterator[str]:
    yield from _length_violations(shape, value, path)
    allowed = getattr(shape, "enum", None)
    if allowed and value not in allowed:
        yield _violation(path, f"{_ONE_OF}: [{', '.join(allowed)}]", value)
    pattern = shape.metadata.get("pattern")
    if pattern and not re.fullmatch(_python_pattern(pattern), value):
        yield _violation(path, f"{_OF_PATTERN}: {pattern}", value)


def _length_violations(shape: Shape, value: Any, path: str) -> Iterator[str]:
    shown = value if isinstance(value, str) else None
    if len(value) < shape.metadata.get("min", 0):
        yield _violation(path, f"{_AT_LEAST_LONG} {shape.metadata['min']}", shown)
    if len(value) > shape.metadata.get("max", len(value)):
        yield _violation(path, f"{_AT_MOST_LONG} {shape.metadata['max']}", shown)


def _range_violations(shape: Shape, value: float, path: str) -> Iterator[str]:
    if value < shape.metadata.get("min", value):
        constraint = f"Member must have value greater than or equal to {shape.metadata['min']}"
        yield _violation(path, constraint, value)
    if value > shape.metadata.get("max", value):
        constraint = f"Member must have value less than or equal to {shape.metadata['max']}"
        yield _violation(path, constraint, value)


def _python_pattern(pattern: str) -> str:
    """A Java pattern's Unicode classes in Python's words."""
    for java, python in _JAVA_CLASSES.items():
        pattern = pattern.replace(java, python)
    return pattern


def _lower_first(name: str) -> str:
    return name[:1].lower() + name[1:]
