"""How numbers and dates are written: ``FormatConfiguration`` of QuickSight as what the page is told.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_NumericFormatConfiguration.html
https://docs.aws.amazon.com/quick/latest/userguide/format-visual-date-controls.html
"""

import re
from typing import Any

from offline_aws.quicksight.members import ANY, one_of
from offline_aws.quicksight.models import Json

_VISIBILITY = {"VISIBLE", "HIDDEN"}
_MARKS = {"COMMA": ",", "DOT": ".", "SPACE": " "}
_SEPARATORS = {
    "DecimalSeparator": set(_MARKS),
    "ThousandsSeparator": {"Symbol": set(_MARKS), "Visibility": _VISIBILITY, "GroupingStyle": {"DEFAULT", "LAKHS"}},
}
_COMMON = {
    "Prefix": ANY,
    "Suffix": ANY,
    "SeparatorConfiguration": _SEPARATORS,
    "DecimalPlacesConfiguration": {"DecimalPlaces": ANY},
    "NegativeValueConfiguration": {"DisplayMode": {"POSITIVE", "NEGATIVE"}},
    "NullValueFormatConfiguration": {"NullString": ANY},
}
_SCALED = {"NumberScale": {"NONE", "AUTO", "THOUSANDS", "MILLIONS", "BILLIONS", "TRILLIONS", "LAKHS", "CRORES"}}
_NUMERIC = {
    "NumberDisplayFormatConfiguration": _COMMON | _SCALED,
    "CurrencyDisplayFormatConfiguration": _COMMON | _SCALED | {"Symbol": ANY},
    "PercentageDisplayFormatConfiguration": _COMMON,
}
COMPARISON = {name: _NUMERIC[f"{name}"] for name in list(_NUMERIC) if not name.startswith("Currency")}
_NULL = {"NullValueFormatConfiguration": {"NullString": ANY}}
NUMBER = {"FormatConfiguration": _NUMERIC}
TEXT = _NULL | {"NumericFormatConfiguration": _NUMERIC}
DATE = _NULL | {"DateTimeFormat": ANY, "NumericFormatConfiguration": _NUMERIC}
ANY_TYPE = {
    "NumberFormatConfiguration": NUMBER,
    "StringFormatConfiguration": TEXT,
    "DateTimeFormatConfiguration": DATE,
}

_TOKEN = re.compile(
    r"\[[^\]]*\]|YYYY|YY|Qo|Q|MMMM|MMM|MM|Mo|M|DDDD|DDD|Do|DD|D|dddd|ddd|dd|do|d|ww|w|HH|H|hh|h|kk|k|mm|m|ss|s"
    r"|SSS|SS|S|A|a|ZZ|Z|X|x"
)


class FormatError(ValueError):
    """The format can't be written here; the message says why."""


def number_format(configuration: Json | None) -> Json | None:
    """The page's format of a ``NumericFormatConfiguration`` (or of a comparison's); None for the default."""
    if not configuration:
        return None
    kind, given = one_of(configuration)
    separators = given.get("SeparatorConfiguration") or {}
    thousands = separators.get("ThousandsSeparator") or {}
    return {
        "kind": kind.removesuffix("DisplayFormatConfiguration").lower(),
        "prefix": given.get("Prefix", ""),
        "suffix": given.get("Suffix", ""),
        "symbol": given.get("Symbol"),
        "decimals": (given.get("DecimalPlacesConfiguration") or {}).get("DecimalPlaces"),
        "scale": given.get("NumberScale", "NONE").lower(),
        "mark": _MARKS[separators.get("DecimalSeparator", "DOT")],
        "separator": "" if thousands.get("Visibility") == "HIDDEN" else _MARKS[thousands.get("Symbol", "COMMA")],
        "lakhs": thousands.get("GroupingStyle") == "LAKHS",
        "unsigned": (given.get("NegativeValueConfiguration") or {}).get("DisplayMode") == "POSITIVE",
        "null": _null(given),
    }


def field_format(configuration: Json | None, counted: bool = False) -> Json | None:
    """The page's format of a field's ``FormatConfiguration``, whichever its type is; None for the default.

    :param counted: the values are numbers although the column holds texts or dates
    """
    given: Any = configuration or {}
    if "FormatConfiguration" in given:  # NumberFormatConfiguration
        return number_format(given["FormatConfiguration"])
    if counted:
        return number_format(given.get("NumericFormatConfiguration"))
    if given.keys() & ANY_TYPE.keys():  # of a field whose type the data set says
        return field_format(one_of(given)[1])
    if pattern := given.get("DateTimeFormat"):
        check_pattern(pattern)
        return {"kind": "date", "pattern": pattern, "null": _null(given)}
    return {"kind": "text", "null": _null(given)} if _null(given) is not None else None


def check_pattern(pattern: str) -> None:
    """Refuse a pattern of dates with letters that are no token and not in brackets. Raises FormatError."""
    if unknown := re.search(r"[A-Za-z]+", _TOKEN.sub("", pattern)):
        raise FormatError(f"DateTimeFormat {pattern!r}: {unknown.group()!r} is not emulated")


def _null(given: Json) -> str | None:
    return (given.get("NullValueFormatConfiguration") or {}).get("NullString")
