"""Date formats: MySQL's percent letters (date_format, date_parse) and Joda's (format_datetime, parse_datetime), each
translated to the strftime letters that DuckDB knows.

https://trino.io/docs/current/functions/datetime.html#mysql-date-functions and #java-date-functions
"""

import re

from offline_aws.athena.errors import NotEmulatedError, QueryError

_MYSQL = {
    "a": "%a", "b": "%b", "c": "%-m", "d": "%d", "e": "%-d", "f": "%f", "H": "%H", "h": "%I", "I": "%I", "i": "%M",
    "j": "%j", "k": "%-H", "l": "%-I", "M": "%B", "m": "%m", "p": "%p", "r": "%I:%M:%S %p", "S": "%S", "s": "%S",
    "T": "%H:%M:%S", "v": "%V", "W": "%A", "x": "%G", "Y": "%Y", "y": "%y", "%": "%%",
}  # fmt: skip
_MYSQL_REFUSED = set("DUuVwX")

_JODA = {
    "yyyy": "%Y", "yyy": "%Y", "y": "%Y", "yy": "%y", "YYYY": "%Y", "Y": "%Y", "xxxx": "%G", "MMMM": "%B", "MMM": "%b",
    "MM": "%m", "M": "%-m", "dd": "%d", "d": "%-d", "HH": "%H", "H": "%-H", "hh": "%I", "h": "%-I", "mm": "%M",
    "m": "%-M", "ss": "%S", "s": "%-S", "SSS": "%g", "a": "%p", "EEEE": "%A", "EEE": "%a", "EE": "%a", "E": "%a",
    "DDD": "%j", "D": "%-j", "e": "%u", "ww": "%V",
}  # fmt: skip
# The zone's letters, which strftime has not: marks that ``datetime_calls`` replaces.
ZONES = {"Z": "\ue000", "ZZ": "\ue001", "ZZZ": "\ue002"}


def from_mysql(pattern: str) -> str:
    """``%Y/%m/%d/%H`` and the like; letters that Trino refuses are refused with its words."""

    def letter(match: re.Match[str]) -> str:
        name = match[1]
        if name in _MYSQL_REFUSED:
            raise QueryError("INVALID_FUNCTION_ARGUMENT", f"%{name} not supported in date format string")
        return _MYSQL.get(name, name)

    return re.sub(r"%(.)", letter, pattern, flags=re.DOTALL)


def from_joda(pattern: str) -> str:
    """``yyyy-MM-dd'T'HH:mm:ss.SSS``: runs of a letter are a field, quotes enclose literal text, '' is a quote."""
    return re.sub(r"''|'((?:[^']|'')*)'|([a-zA-Z])\2*|%", _joda_part, pattern)


def _joda_part(match: re.Match[str]) -> str:
    text = match[0]
    if text in ("''", "%"):
        return {"''": "'", "%": "%%"}[text]
    if match[1] is not None:
        return match[1].replace("''", "'").replace("%", "%%")
    if text in ZONES:
        return ZONES[text]
    if text not in _JODA:
        raise NotEmulatedError(f"the date format letter '{text}'")
    return _JODA[text]
