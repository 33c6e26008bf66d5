"""JSON values as the columns of a Hive table, by the rules of the JSON SerDes that Firehose converts with.

https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion-concepts.html
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import pyarrow as pa
from sqlglot import exp
from sqlglot.errors import ParseError

from offline_aws import joda_time

_TYPES = {
    "BOOLEAN": pa.bool_(),
    "TINYINT": pa.int8(),
    "SMALLINT": pa.int16(),
    "INT": pa.int32(),
    "BIGINT": pa.int64(),
    "FLOAT": pa.float32(),
    "DOUBLE": pa.float64(),
    "TEXT": pa.string(),
    "VARCHAR": pa.string(),
    "CHAR": pa.string(),
    "DATE": pa.date32(),
    "TIMESTAMP": pa.timestamp("ns"),
}
_TIMESTAMP = re.compile(r"\d{4}-\d\d?-\d\d? \d\d?:\d\d:\d\d(\.\d{1,9})?")
_ISO_8601 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z")
_UNIX_TIME = re.compile(r"-?\d+(\.\d+)?")


def arrow_type(hive: str) -> pa.DataType:
    """The Arrow type of a Hive type. Raises ValueError for an unknown one."""
    try:
        return _arrow_type(exp.DataType.build(hive, dialect="hive"))
    except (ParseError, KeyError, AttributeError) as error:
        raise ValueError(f"The type {hive} is not emulated") from error


def _arrow_type(hive: exp.DataType) -> pa.DataType:
    match hive.this.value:
        case "ARRAY":
            return pa.list_(_arrow_type(hive.expressions[0]))
        case "MAP":
            return pa.map_(*map(_arrow_type, hive.expressions))
        case "STRUCT":
            return pa.struct([(field.name.lower(), _arrow_type(field.args["kind"])) for field in hive.expressions])
        case "DECIMAL":
            return pa.decimal128(*([int(size.name) for size in hive.expressions] or [10, 0]))
        case name:
            return _TYPES[name]


@dataclass(frozen=True)
class Reading:
    """How JSON values become those of columns; ``timestamp_formats`` as in the API, tried in turn.

    The OpenX JSON SerDe takes numbers and booleans from text, and an object as text; Hive's does not.
    """

    timestamp_formats: Sequence[str] = ()
    openx: bool = True

    def value(self, value: Any, of: pa.DataType) -> Any:
        """A JSON value as a Python value that Arrow takes for the type; None stays None.

        Raises ValueError for what doesn't fit. Text that holds a number or boolean does, text takes anything.
        """
        if value is None:
            return None
        if pa.types.is_list(of):
            return [self.value(item, of.value_type) for item in _instance(value, list)]
        if pa.types.is_map(of):
            pairs = _instance(value, dict).items()
            return [(self.value(key, of.key_type), self.value(item, of.item_type)) for key, item in pairs]
        if pa.types.is_struct(of):
            members = {key.lower(): item for key, item in _instance(value, dict).items()}
            return {field.name: self.value(members.get(field.name), field.type) for field in of}
        return self._scalar(value, of)

    def _scalar(self, value: Any, of: pa.DataType) -> Any:
        if not self.openx:
            _check_strictly(value, of)
        if pa.types.is_decimal(of):
            return _decimal(value, of)
        if pa.types.is_timestamp(of):
            return self._formatted_timestamp(value) if self.timestamp_formats else self._timestamp(value)
        converted = _SCALARS[of.id](value)
        # Range and precision are Arrow's to judge.
        return pa.scalar(converted, of).as_py() if pa.types.is_integer(of) else converted

    def _timestamp(self, value: Any) -> Any:
        return _openx_timestamp(value) if self.openx else _timestamp(value)

    def _formatted_timestamp(self, value: Any) -> datetime:
        for pattern in self.timestamp_formats:
            try:
                if pattern == joda_time.MILLIS:
                    return datetime.fromtimestamp(_integer(value) / 1000, UTC).replace(tzinfo=None)
                return joda_time.parse(_text(value), pattern).astimezone(UTC).replace(tzinfo=None)
            except ValueError:
                continue
        raise ValueError(f'Invalid format: "{_text(value)}"')


def _instance(value: Any, kind: type) -> Any:
    if not isinstance(value, kind):
        raise ValueError(f"Data is not a {'JSON object' if kind is dict else 'JSON array'} but {_shown(value)}")
    return value


def _shown(value: Any) -> str:
    return f'For input string: "{value}"'


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def _integer(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise ValueError(_shown(value))
    try:
        return int(value)
    except ValueError as error:
        raise ValueError(_shown(value)) from error


def _floating(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise ValueError(_shown(value))
    try:
        return float(value)
    except ValueError as error:
        raise ValueError(_shown(value)) from error


def _boolean(value: Any) -> bool:
    words = {"true": True, "false": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in words:
        return words[value.lower()]
    raise ValueError(_shown(value))


def _date(value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise ValueError(_shown(value)) from error


def _check_strictly(value: Any, of: pa.DataType) -> None:
    """Refuse what is of another kind in JSON than the column."""
    is_text = isinstance(value, str)
    if is_text and (pa.types.is_integer(of) or pa.types.is_floating(of) or pa.types.is_decimal(of)):
        raise ValueError(_shown(value))
    if (is_text and pa.types.is_boolean(of)) or (isinstance(value, (dict, list)) and pa.types.is_string(of)):
        raise ValueError(_shown(value))


def _timestamp(value: Any) -> Any:
    """``yyyy-MM-dd HH:mm:ss[.fffffffff]``, as ``java.sql.Timestamp.valueOf`` reads it."""
    if not isinstance(value, str) or not _TIMESTAMP.fullmatch(value):
        raise ValueError("Timestamp format must be yyyy-mm-dd hh:mm:ss[.fffffffff]")
    seconds, _, fraction = value.partition(".")
    moment = datetime.strptime(seconds, "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
    nanoseconds = int(moment.timestamp()) * 10**9 + int(fraction.ljust(9, "0") or 0)
    return pa.scalar(nanoseconds, pa.timestamp("ns"))


def _openx_timestamp(value: Any) -> Any:
    """The same, ISO 8601 in UTC, or Unix time: seconds, with a fraction or up to ten digits, else milliseconds.

    https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion-concepts.html
    """
    text = _text(value)
    if _UNIX_TIME.fullmatch(text):
        digits = 0 if "." in text or len(text.lstrip("-")) <= 10 else 3
        return pa.scalar(int(Decimal(text).scaleb(9 - digits)), pa.timestamp("ns"))
    return _timestamp(text.replace("T", " ").removesuffix("Z") if _ISO_8601.fullmatch(text) else text)


def _decimal(value: Any, of: pa.DataType) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise ValueError(_shown(value))
    try:
        number = Decimal(str(value)).quantize(Decimal(1).scaleb(-of.scale))
    except InvalidOperation as error:
        raise ValueError(_shown(value)) from error
    if len(number.as_tuple().digits) > of.precision:
        raise ValueError(_shown(value))
    return number


_SCALARS: dict[int, Callable[[Any], Any]] = {
    pa.bool_().id: _boolean,
    **{kind.id: _integer for kind in (pa.int8(), pa.int16(), pa.int32(), pa.int64())},
    **{kind.id: _floating for kind in (pa.float32(), pa.float64())},
    pa.string().id: _text,
    pa.date32().id: _date,
}
