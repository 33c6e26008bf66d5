"""A JSON SerDe: one line of an object becomes one row.

OpenX (``org.openx.data.jsonserde.JsonSerDe``) by its rules: https://docs.aws.amazon.com/athena/latest/ug/openx-json-serde.html

- a line that starts with { or [ is parsed, any other is a row of NULLs; text after the first closed value is ignored;
- malformed JSON fails the query, or is a row of NULLs with ``ignore.malformed.json``;
- a missing key is NULL; text that holds a number is that number; what can't be read fails the query, or is NULL with
  ``use.null.for.invalid.data``.

Numbers keep the text they were written with, so a number read into a string column shows as it was sent.
"""

import base64
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal, InvalidOperation
from typing import Any

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql import openx_json
from offline_aws.athena.sql.hive_values import date_of, decimal_of, moment_of
from offline_aws.athena.sql.openx_json import MalformedJsonError, Word
from offline_aws.athena.sql.timestamp_formats import MOMENTS, by_formats, formats_of

Decoder = Callable[[Any], Any]

_EXPONENT = re.compile(r"[+-]?[0-9]*\.?[0-9]+[eE][+-]?[0-9]+")
# Java takes the letter of a type behind a number.
_DOUBLE = re.compile(r"([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)[dDfF]?|([+-]?(?:NaN|Infinity))")
# A whole number: hexadecimal, octal or decimal.
_WHOLE = re.compile(r"0[xX]([0-9a-fA-F]+)|0([0-7]+)|([+-]?[0-9]+)")


@dataclass(frozen=True)
class Options:
    """SerDe properties, by their names there."""

    ignore_malformed: bool
    dots_in_keys: bool
    case_insensitive: bool
    null_for_invalid: bool
    mappings: Mapping[str, str]
    timestamp_formats: tuple[str, ...] = ()

    @classmethod
    def of(cls, parameters: Mapping[str, str]) -> "Options":
        def flag(name: str, default: str = "false") -> bool:
            return parameters.get(name, default).lower() == "true"

        return cls(
            ignore_malformed=flag("ignore.malformed.json"),
            dots_in_keys=flag("dots.in.keys"),
            case_insensitive=flag("case.insensitive", "true"),
            null_for_invalid=flag("use.null.for.invalid.data"),
            mappings={
                key.removeprefix("mapping.").lower(): value
                for key, value in parameters.items()
                if key.startswith("mapping.")
            },
            timestamp_formats=formats_of(parameters),
        )

    def key_of(self, column: str) -> str:
        key = self.mappings.get(column, column)
        return key.lower() if self.case_insensitive else key

    def normal_key(self, key: str) -> str:
        key = key.lower() if self.case_insensitive else key
        return key.replace(".", "_") if self.dots_in_keys else key


class JsonRows:
    """Reads lines into dictionaries of the table's columns, in JSON's own types."""

    def __init__(self, parameters: Mapping[str, str], columns: Sequence[tuple[str, str]]) -> None:
        self.options = Options.of(parameters)
        types = [(name, exp.DataType.build(kind, dialect="hive")) for name, kind in columns]
        self._nulls = dict.fromkeys(name for name, _ in types)
        self._decode = _row_decoder(types, self.options, top=True)

    def row(self, line: str) -> dict[str, Any]:
        """The row that a line is."""
        line = line.strip()
        if not line.startswith(("{", "[")):
            return self._nulls
        try:
            value = openx_json.read(line)
        except (MalformedJsonError, RecursionError) as error:
            if self.options.ignore_malformed:
                return self._nulls
            reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
            raise QueryError(
                "HIVE_CURSOR_ERROR", f"Row is not a valid JSON Object - JSONException: {reason}"
            ) from error
        return self._decode(value)


def decoder(kind: exp.DataType, options: Options) -> Decoder:
    """The function that reads a JSON value, never null, into a value of a Hive type; ValueError when it can't."""
    if kind.this in MOMENTS and options.timestamp_formats:
        read = by_formats(options.timestamp_formats, decoder(kind, replace(options, timestamp_formats=())))
        return lambda value: read(_scalar(value))
    match kind.this:
        case exp.DType.ARRAY:
            return _array_decoder(decoder(kind.expressions[0], options))
        case exp.DType.MAP:
            return _map_decoder(*(decoder(inner, options) for inner in kind.expressions))
        case exp.DType.STRUCT:
            fields = [(field.name.lower(), field.args["kind"]) for field in kind.expressions]
            return _row_decoder(fields, options)
        case exp.DType.BOOLEAN:
            return lambda value: _text(value).lower() == "true"
        case exp.DType.INT | exp.DType.BIGINT | exp.DType.SMALLINT | exp.DType.TINYINT:
            return _integer_decoder(BITS[kind.this])
        case exp.DType.DOUBLE | exp.DType.FLOAT:
            return lambda value: java_double(_scalar(value))
        case exp.DType.DECIMAL:
            return lambda value: decimal_of(_scalar(value), kind)
        case exp.DType.DATE:
            return _date
        case exp.DType.TIMESTAMP | exp.DType.TIMESTAMPTZ:
            return lambda value: moment_of(_scalar(value))
        case exp.DType.VARCHAR | exp.DType.CHAR if kind.expressions:
            length = int(kind.expressions[0].name)
            return lambda value: _text(value)[:length]
        case exp.DType.TEXT | exp.DType.VARCHAR | exp.DType.CHAR:
            return _text
        case exp.DType.BINARY | exp.DType.VARBINARY:
            return _binary
    raise NotEmulatedError(f"the column type {kind.sql('hive').lower()} in JSON")


BITS = {exp.DType.TINYINT: 8, exp.DType.SMALLINT: 16, exp.DType.INT: 32, exp.DType.BIGINT: 64}


def _scalar(value: Any) -> str:
    if isinstance(value, (dict, list)):
        raise ValueError(json_text(value))
    return _text(value)


def _text(value: Any) -> str:
    """A text; what is none as JSON, a number with an exponent as Java writes it."""
    if isinstance(value, Word) and _EXPONENT.fullmatch(value):
        return str(Decimal(value))
    return str(value) if isinstance(value, str) else json_text(value)


def json_text(value: Any) -> str:
    """A JSON value as text, numbers as they were written."""
    match value:
        case Word():
            return _word_text(value)
        case dict():
            return "{" + ",".join(f"{json.dumps(k)}:{json_text(v)}" for k, v in value.items()) + "}"
        case list():
            return "[" + ",".join(map(json_text, value)) + "]"
        case _:
            return json.dumps(value, ensure_ascii=False)


def _word_text(word: str) -> str:
    """A number as it was written; any other word in quotes, as it must stand in JSON."""
    return str(word) if re.fullmatch(r"[+-]?[0-9.]+([eE][+-]?[0-9]+)?", word) else json.dumps(word, ensure_ascii=False)


def java_double(text: str) -> float:
    """A number as Java reads it: Python's ``inf`` and ``1_000`` are none.

    :raises ValueError: it is none
    """
    if not (written := _DOUBLE.fullmatch(text)):
        raise ValueError(text)
    return float(written[1] or written[2])


def _date(value: Any) -> str:
    """A date, or the number of days since 1970."""
    text = _scalar(value)
    if number := _WHOLE.fullmatch(text):
        days = int(number[1] or number[2] or number[3], 16 if number[1] else 8 if number[2] else 10)
        return (date(1970, 1, 1) + timedelta(days=days)).isoformat()
    return date_of(text)


def _binary(value: Any) -> str:
    """Bytes in Base64, in DuckDB's notation of a blob."""
    if isinstance(value, Word) or not isinstance(value, str):
        raise ValueError(_text(value))
    return "".join(f"\\x{byte:02x}" for byte in base64.b64decode(value, validate=True))


def _integer_decoder(bits: int) -> Decoder:
    """Whole numbers, 0x… and 0… too; a fraction is cut off. Out of range is an error."""
    limit = 1 << (bits - 1)

    def decode(value: Any) -> int:
        number = _whole(_scalar(value))
        if not -limit <= number < limit:
            raise ValueError(value)
        return number

    return decode


def _whole(text: str) -> int:
    if re.fullmatch(r"[+-]?[0-9]+", text) and not re.fullmatch(r"0[0-7]+", text):
        return int(text)
    if re.fullmatch(r"0[xX][0-9a-fA-F]+", text):
        return int(text, 16)
    if re.fullmatch(r"0[0-7]+", text):
        return int(text, 8)
    try:
        return int(Decimal(text).to_integral_value(ROUND_DOWN))
    except (InvalidOperation, OverflowError) as error:
        raise ValueError(text) from error


def _nullable(decode: Decoder, value: Any) -> Any:
    return None if value is None else decode(value)


def _array_decoder(element: Decoder) -> Decoder:
    """A value that is no array is an array of one; the empty string is NULL."""

    def decode(value: Any) -> list[Any] | None:
        if value == "":
            return None
        return [_nullable(element, item) for item in (value if isinstance(value, list) else [value])]

    return decode


def _map_decoder(key: Decoder, item: Decoder) -> Decoder:
    def decode(value: Any) -> dict[Any, Any] | None:
        if isinstance(value, str) and not value.strip():
            return None
        if not isinstance(value, dict):
            raise ValueError(_text(value))
        return {key(name): _nullable(item, inner) for name, inner in value.items()}

    return decode


def _row_decoder(fields: Sequence[tuple[str, exp.DataType]], options: Options, top: bool = False) -> Decoder:
    """Objects by key, arrays by position. Only for the table's own columns (``top``) is bad data reported or NULL."""
    columns = [(name, options.key_of(name) if top else name, decoder(kind, options)) for name, kind in fields]

    def decode(value: Any) -> dict[str, Any]:
        if isinstance(value, list):
            found = dict(zip((key for _, key, _ in columns), value, strict=False))
        elif isinstance(value, str) and not value.strip():
            found = {}
        elif isinstance(value, dict):
            found = {options.normal_key(key): item for key, item in value.items()}
        else:
            raise ValueError(_text(value))
        read = _field if top else _inner_field
        return {
            name: read(index, convert, found.get(key), options) for index, (name, key, convert) in enumerate(columns)
        }

    return decode


def _inner_field(index: int, decode: Decoder, value: Any, options: Options) -> Any:
    return _nullable(decode, value)


def _field(index: int, decode: Decoder, value: Any, options: Options) -> Any:
    if value is None:
        return None
    try:
        return decode(value)
    except (ValueError, RecursionError):
        return None if options.null_for_invalid else bad_value(index, _text(value))


def bad_value(field: int, text: str) -> QueryError:
    """What reading a field fails with that holds a text which is no value of the column's type."""
    message = f"Error parsing field value '{text}' for field {field}: For input string: \"{text}\""
    return QueryError("HIVE_BAD_DATA", message)
