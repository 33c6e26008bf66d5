"""The SerDes of text: one line of an object becomes one row, its fields in the order of the columns.

- LazySimpleSerDe, https://docs.aws.amazon.com/athena/latest/ug/lazy-simple-serde.html: fields between delimiters, no
  quotes; nested values by further delimiters; what can't be read is NULL;
- OpenCSVSerde, https://docs.aws.amazon.com/athena/latest/ug/csv-serde.html: fields may stand in quotes, an object has
  a row a line; dates are days and timestamps are milliseconds since 1970; what can't be read fails the query.

Fields that a line lacks are NULL, those that the table lacks are left out.
"""

import base64
import binascii
import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.delimited import comma_separated, delimited
from offline_aws.athena.sql.hive_values import date_of, decimal_of, timestamp_of
from offline_aws.athena.sql.serde import BITS, bad_value, java_double
from offline_aws.athena.sql.storage import ENCODING, FOOTER_LINES, HEADER_LINES
from offline_aws.athena.sql.timestamp_formats import MOMENTS, by_formats, formats_of

Columns = Sequence[tuple[str, str]]
Decoder = Callable[[str], Any]

csv.field_size_limit(1 << 30)
NULL_FORMAT = "serialization.null.format"
# Whether the last column has all that is left of a line, delimiters too.
_TAKES_REST = "serialization.last.column.takes.rest"
_EPOCH = datetime(1970, 1, 1)
# Properties that change nothing in what a line of plain fields is, but for its delimiter and its NULL.
_PLAIN_PROPERTIES = {
    "field.delim", "serialization.format", "line.delim", "collection.delim", "colelction.delim", "mapkey.delim",
    NULL_FORMAT, HEADER_LINES, FOOTER_LINES, ENCODING,
}  # fmt: skip


class LazyRows:
    """Lines of LazySimpleSerDe."""

    def __init__(self, parameters: Mapping[str, str], columns: Columns) -> None:
        self._escape = parameters.get("escape.delim", "")
        self._null = parameters.get(NULL_FORMAT, r"\N")
        self._takes_rest = parameters.get(_TAKES_REST, "").lower() == "true"
        self._formats = formats_of(parameters)
        self._delimiters = delimiters_of(parameters)
        self._columns = [(name, self._decoder(exp.DataType.build(kind, dialect="hive"), 1)) for name, kind in columns]
        known = set(parameters) <= _PLAIN_PROPERTIES
        self.splitting = delimited(self._delimiters[0], self._null) if known else None
        """How DuckDB splits the lines, if it can."""

    def row(self, line: str) -> dict[str, Any]:
        """The row that a line is."""
        fields = self._split(line, 0)
        if self._takes_rest and (last := len(self._columns) - 1) < len(fields):
            fields[last:] = [self._delimiters[0].join(fields[last:])]
        fields += [self._null] * (len(self._columns) - len(fields))
        return {name: self._value(decode, text) for (name, decode), text in zip(self._columns, fields, strict=False)}

    def _split(self, text: str, level: int) -> list[str]:
        """The parts between the delimiters of a level, escapes still in them."""
        delimiter = re.escape(self._delimiters[level])
        if not self._escape:
            return re.split(delimiter, text)
        escape = re.escape(self._escape)
        return [match[1] for match in re.finditer(rf"(?:\A|{delimiter})((?:{escape}.|(?!{delimiter}).)*)", text, re.S)]

    def _value(self, decode: Decoder, text: str) -> Any:
        if text == self._null:
            return None
        try:
            return decode(text)
        except (ValueError, OverflowError):
            return None

    def _decoder(self, kind: exp.DataType, level: int) -> Decoder:
        """The function that reads a text into a value; ValueError when it can't."""
        if kind.this == exp.DType.ARRAY:
            element = self._decoder(kind.expressions[0], level + 1)
            return lambda text: [self._value(element, item) for item in self._split(text, level)] if text else []
        if kind.this == exp.DType.MAP:
            key, item = (self._decoder(inner, level + 2) for inner in kind.expressions)
            return lambda text: _of_first_keys(
                self._pair(key, item, pair, level + 1) for pair in self._split(text, level)
            )
        if kind.this == exp.DType.STRUCT:
            names = [field.name.lower() for field in kind.expressions]
            fields = [self._decoder(field.args["kind"], level + 1) for field in kind.expressions]
            return lambda text: dict(zip(names, map(self._value, fields, self._split(text, level)), strict=False))
        scalar = scalar_decoder(kind)
        if kind.this in MOMENTS:
            scalar = by_formats(self._formats, scalar)
        return (lambda text: scalar(self._unescaped(text))) if self._escape else scalar

    def _pair(self, key: Decoder, item: Decoder, text: str, level: int) -> tuple[Any, Any]:
        name, *value = self._split(text, level)
        return self._value(key, name), self._value(item, value[0]) if value else None

    def _unescaped(self, text: str) -> str:
        return re.sub(rf"{re.escape(self._escape)}(.)", r"\1", text, flags=re.DOTALL)


def _of_first_keys(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, Any]:
    """A map in which of a key that comes twice the first value counts."""
    found: dict[Any, Any] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found


def delimiters_of(parameters: Mapping[str, str]) -> tuple[str, ...]:
    """The delimiters from outside to inside; Hive itself once misspelled that of collections."""
    collection = parameters.get("collection.delim", parameters.get("colelction.delim", "\x02"))
    field = parameters.get("field.delim", parameters.get("serialization.format", "\x01"))
    given = (field, collection, parameters.get("mapkey.delim", "\x03"))
    return (*map(_delimiter, given), *map(chr, range(4, 9)))


def _delimiter(text: str) -> str:
    """A delimiter as it is, or as the number of its character."""
    if re.fullmatch(r"\d+", text) and (len(text) > 1 or text < "9"):
        return chr(int(text))
    if len(text) != 1:
        raise NotEmulatedError(f"the delimiter '{text}'")
    return text


def scalar_decoder(kind: exp.DataType) -> Decoder:
    """The function that reads a text into a value without values of its own; ValueError when it can't."""
    match kind.this:
        case exp.DType.VARCHAR | exp.DType.CHAR if kind.expressions:
            length = int(kind.expressions[0].name)
            return lambda text: text[:length]
        case exp.DType.TEXT | exp.DType.VARCHAR | exp.DType.CHAR:
            return str
        case exp.DType.BINARY | exp.DType.VARBINARY:
            return _binary
        case exp.DType.BOOLEAN:
            return _boolean
        case exp.DType.TINYINT | exp.DType.SMALLINT | exp.DType.INT | exp.DType.BIGINT:
            return partial(integer, BITS[kind.this])
        case exp.DType.DOUBLE | exp.DType.FLOAT:
            return java_double
        case exp.DType.DECIMAL:
            return lambda text: decimal_of(text, kind)
        case exp.DType.DATE:
            return date_of
        case exp.DType.TIMESTAMP | exp.DType.TIMESTAMPTZ:
            return timestamp_of
    raise NotEmulatedError(f"the column type {kind.sql('hive').lower()} in text")


def _binary(text: str) -> str:
    """Bytes in Base64; text that is none stands for its own bytes. In DuckDB's notation of a blob."""
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error:
        data = text.encode()
    return "".join(f"\\x{byte:02x}" for byte in data)


def _boolean(text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise ValueError(text)
    return text.lower() == "true"


def integer(bits: int, text: str) -> int:
    """ASCII digits, within the type's range; a fraction is cut off."""
    if not (written := re.fullmatch(r"([+-]?)(?=\.?[0-9])([0-9]*)(?:\.[0-9]*)?", text)):
        raise ValueError(text)
    number = int(f"{written[1]}{written[2] or 0}")
    if not -(1 << bits - 1) <= number < 1 << bits - 1:
        raise ValueError(text)
    return number


class CsvRows:
    """Lines of OpenCSVSerde."""

    def __init__(self, parameters: Mapping[str, str], columns: Columns) -> None:
        self._dialect: Any = {
            "delimiter": parameters.get("separatorChar", ","),
            "quotechar": parameters.get("quoteChar", '"'),
            "escapechar": parameters.get("escapeChar", "\\"),
        }
        if odd := [text for text in self._dialect.values() if len(text) != 1]:
            raise NotEmulatedError(f"the character '{odd[0]}' of a CSV table")
        types = [(name, exp.DataType.build(kind, dialect="hive")) for name, kind in columns]
        self._columns = [(name, _csv_decoder(kind)) for name, kind in types]
        marks = self._dialect.values()
        self.splitting = comma_separated(*marks) if len(set(marks)) == len(marks) else None
        """How DuckDB splits the lines, if it can."""

    def row(self, line: str) -> dict[str, Any]:
        """The row that a line is."""
        try:
            fields: list[str | None] = [*next(csv.reader([line], **self._dialect), [])]
        except csv.Error as error:
            raise QueryError("HIVE_CURSOR_ERROR", f"Row is not valid CSV: {error}") from error
        fields += [None] * (len(self._columns) - len(fields))
        return {
            name: None if text is None else _csv_field(index, decode, text)
            for index, ((name, decode), text) in enumerate(zip(self._columns, fields, strict=False))
        }


def _csv_field(index: int, decode: Decoder, text: str) -> Any:
    try:
        return decode(text)
    except (ValueError, OverflowError):
        return bad_value(index, text)


def _csv_decoder(kind: exp.DataType) -> Decoder:
    match kind.this:
        case exp.DType.DATE:
            return lambda text: (_EPOCH + timedelta(days=int(text))).date().isoformat()
        case exp.DType.TIMESTAMP | exp.DType.TIMESTAMPTZ:
            return lambda text: datetime.fromtimestamp(int(text) / 1000, UTC).replace(tzinfo=None).isoformat(" ")
    return scalar_decoder(kind)
