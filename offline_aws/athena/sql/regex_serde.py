"""RegexSerDe: the groups of a regular expression that a whole line matches are the columns.

https://docs.aws.amazon.com/athena/latest/ug/regex-serde.html, and Hive's own RegexSerDe where that says nothing:

- a line that does not match is a row of NULLs, so is a group that took no part in the match NULL;
- what can't be read as its column's type is NULL;
- the expression must have a group for each column, and only columns without fields of their own are allowed.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.hive_values import timestamp_of
from offline_aws.athena.sql.java_pattern import compiled
from offline_aws.athena.sql.serde import BITS, java_double
from offline_aws.athena.sql.storage import REGEX
from offline_aws.athena.sql.text_serde import integer, scalar_decoder

Decoder = Callable[[str], Any]

# Seconds that a line may take: an expression that goes back and forth for too long ends the query, not the sandbox.
SECONDS = 60
_NESTED = (exp.DType.ARRAY, exp.DType.MAP, exp.DType.STRUCT)


class RegexRows:
    """Lines of RegexSerDe."""

    def __init__(self, parameters: Mapping[str, str], columns: Sequence[tuple[str, str]]) -> None:
        self._pattern = _pattern(parameters)
        self._columns = [(name, _decoder(index, name, kind)) for index, (name, kind) in enumerate(columns)]
        self._nulls = dict.fromkeys(name for name, _ in columns)

    def row(self, line: str) -> dict[str, Any]:
        """The row that a line is."""
        if self._pattern.groups != len(self._columns):
            raise QueryError("HIVE_CURSOR_ERROR", "Number of matching groups doesn't match the number of columns")
        try:
            match = self._pattern.fullmatch(line, timeout=SECONDS)
        except TimeoutError as error:
            reason = f"A regular expression took more than {SECONDS} seconds: {error}"
            raise QueryError("EXCEEDED_TIME_LIMIT", reason) from error
        if not match:
            return self._nulls
        return {name: _value(decode, text) for (name, decode), text in zip(self._columns, match.groups(), strict=True)}


def _pattern(parameters: Mapping[str, str]) -> Any:
    if "input.regex" not in parameters:
        raise _not_initialized('This table does not have serde property "input.regex"!')
    ignores_case = parameters.get("input.regex.case.insensitive", "").lower() == "true"
    try:
        return compiled(parameters["input.regex"], ignores_case=ignores_case)
    except ValueError as error:
        raise _not_initialized(f"{error} in {parameters['input.regex']}") from error


def _not_initialized(reason: str) -> QueryError:
    return QueryError("GENERIC_INTERNAL_ERROR", f"error initializing deserializer: {REGEX}: {reason}")


def _value(decode: Decoder, text: str | None) -> Any:
    if text is None:
        return None
    try:
        return decode(text)
    except (ValueError, OverflowError):
        return None


def _decoder(index: int, name: str, hive: str) -> Decoder:
    """The function that reads a group into a value, as Java's ``valueOf`` of the type; ValueError when it can't."""
    kind = exp.DataType.build(hive, dialect="hive")
    if kind.this in _NESTED:
        raise _not_initialized(f"{REGEX} doesn't allow column [{index}] named {name} with type {hive}")
    match kind.this:
        case exp.DType.BOOLEAN:
            return lambda text: text.lower() == "true"
        case exp.DType.TINYINT | exp.DType.SMALLINT | exp.DType.INT | exp.DType.BIGINT:
            return partial(_whole, BITS[kind.this])
        case exp.DType.DOUBLE | exp.DType.FLOAT:
            return lambda text: java_double(text.strip())
        case exp.DType.TIMESTAMP | exp.DType.TIMESTAMPTZ:
            return _timestamp
        case exp.DType.BINARY | exp.DType.VARBINARY:
            raise NotEmulatedError(f"the column type {hive} in a table of regular expressions")
    return scalar_decoder(kind)


def _whole(bits: int, text: str) -> int:
    """As in other texts, but without a fraction."""
    if "." in text:
        raise ValueError(text)
    return integer(bits, text)


def _timestamp(text: str) -> str:
    """As in other texts, but with a space before the time, never a T."""
    if "T" in text:
        raise ValueError(text)
    return timestamp_of(text.strip())
