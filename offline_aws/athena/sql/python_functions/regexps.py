"""regexp_* for the patterns that DuckDB's RE2 can't take. https://trino.io/docs/current/functions/regexp.html"""

import re
from collections.abc import Iterator
from typing import Any

from offline_aws.athena.sql.python_functions.java_regex import SECONDS, compiled, timed
from offline_aws.athena.sql.python_functions.registry import PythonFunction, refuse


def _matches(text: str, pattern: str) -> Iterator[Any]:
    try:
        yield from compiled(pattern).finditer(text, timeout=SECONDS)
    except TimeoutError as error:
        timed(error)


def _check_group(pattern: str, group: int) -> None:
    if group < 0:
        refuse("Group cannot be negative")
    if group > (count := compiled(pattern).groups):
        refuse(f"Pattern has {count} groups. Cannot access group {group}")


def like(text: str, pattern: str) -> bool:
    return next(_matches(text, pattern), None) is not None


def extract(text: str, pattern: str, group: int) -> str | None:
    _check_group(pattern, group)
    found = next(_matches(text, pattern), None)
    return found[group] if found else None


def extract_all(text: str, pattern: str, group: int) -> list[str | None]:
    _check_group(pattern, group)
    return [found[group] for found in _matches(text, pattern)]


def count(text: str, pattern: str) -> int:
    return sum(1 for _ in _matches(text, pattern))


def split(text: str, pattern: str) -> list[str]:
    """The pieces between the matches, of which each may be empty."""
    pieces, start = [], 0
    for found in _matches(text, pattern):
        pieces.append(text[start : found.start()])
        start = found.end()
    return [*pieces, text[start:]]


def position(text: str, pattern: str, start: int, occurrence: int) -> int:
    """The place of the n-th match from ``start`` on, -1 if there is none."""
    if start < 1:
        refuse("start position cannot be smaller than 1")
    if occurrence < 1:
        refuse("occurrence cannot be smaller than 1")
    found = [item.start() for item in _matches(text[start - 1 :], pattern)]
    return found[occurrence - 1] + start if len(found) >= occurrence else -1


def replace(text: str, pattern: str, new: str) -> str:
    return "".join(_replaced(text, pattern, new))


def _replaced(text: str, pattern: str, new: str) -> Iterator[str]:
    start = 0
    for found in _matches(text, pattern):
        yield text[start : found.start()]
        yield _filled(new, found)
        start = found.end()
    yield text[start:]


_PART = re.compile(r"\\(.)|\$\{(\w+)\}|\$(\d+)|(\$)", re.DOTALL)


def _filled(new: str, found: Any) -> str:
    """The replacement with its ``$1`` and ``${name}`` filled in; a backslash quotes the next character."""

    def fill(part: re.Match[str]) -> str:
        quoted, name, number, _ = part.groups()
        if quoted is not None:
            return quoted
        if number is not None:
            return _numbered(number, found)
        if name is None:
            refuse(f"Illegal replacement sequence: {new}")
        if name not in found.groupdict():
            refuse(f"Illegal replacement sequence: unknown group {{ {name} }}")
        return found[name] or ""

    return _PART.sub(fill, new)


def _numbered(digits: str, found: Any) -> str:
    """The group of the longest number that is a group's, and the digits after it."""
    length = len(digits)
    while length > 1 and int(digits[:length]) > found.re.groups:
        length -= 1
    if int(digits[:length]) > found.re.groups:
        refuse(f"Illegal replacement sequence: unknown group {digits[0]}")
    return (found[int(digits[:length])] or "") + digits[length:]


def pieces(text: str, pattern: str) -> list[dict[str, Any]]:
    """The text before each match with the match's groups; the text after the last one has none."""
    start, found = 0, []
    for item in _matches(text, pattern):
        found.append({"before": text[start : item.start()], "groups": list(item.groups())})
        start = item.end()
    return [*found, {"before": text[start:], "groups": None}]


FUNCTIONS = (
    PythonFunction("regexp_like", like, ["VARCHAR", "VARCHAR"], "BOOLEAN"),
    PythonFunction("regexp_extract", extract, ["VARCHAR", "VARCHAR", "BIGINT"], "VARCHAR"),
    PythonFunction("regexp_extract_all", extract_all, ["VARCHAR", "VARCHAR", "BIGINT"], "VARCHAR[]"),
    PythonFunction("regexp_count", count, ["VARCHAR", "VARCHAR"], "BIGINT"),
    PythonFunction("regexp_split", split, ["VARCHAR", "VARCHAR"], "VARCHAR[]"),
    PythonFunction("regexp_position", position, ["VARCHAR", "VARCHAR", "BIGINT", "BIGINT"], "INTEGER"),
    PythonFunction("regexp_replace", replace, ["VARCHAR", "VARCHAR", "VARCHAR"], "VARCHAR"),
    PythonFunction("regexp_pieces", pieces, ["VARCHAR", "VARCHAR"], 'STRUCT("before" VARCHAR, "groups" VARCHAR[])[]'),
)
