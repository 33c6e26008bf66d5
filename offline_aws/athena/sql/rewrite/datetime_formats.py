"""Date formats: MySQL's percent letters (date_format, date_parse) and Joda's (format_datetime, parse_datetime), each
translated to the strftime letters that DuckDB knows.

https://trino.io/docs/current/functions/datetime.html#mysql-date-functions and #java-date-functions
"""

import re
from collections.abc import Iterator

from offline_aws.athena.errors import NotEmulatedError, QueryError

_MYSQL = {
    "a": "%a", "b": "%b", "c": "%-m", "d": "%d", "e": "%-d", "f": "%g000", "H": "%H", "h": "%I", "I": "%I", "i": "%M",
    "j": "%j", "k": "%-H", "l": "%-I", "M": "%B", "m": "%m", "p": "%p", "r": "%I:%M:%S %p", "S": "%S", "s": "%S",
    "T": "%H:%M:%S", "v": "%V", "W": "%A", "x": "%G", "Y": "%Y", "y": "%y", "%": "%%",
}  # fmt: skip
_MYSQL_REFUSED = set("DUuVwX")

_JODA = {
    "yyyy": "%Y", "yyy": "%Y", "y": "%Y", "yy": "%y", "YYYY": "%Y", "Y": "%Y", "x": "%G", "xxxx": "%G", "MMMM": "%B",
    "MMM": "%b", "MM": "%m", "M": "%-m", "dd": "%d", "d": "%-d", "HH": "%H", "H": "%-H", "hh": "%I", "h": "%-I",
    "mm": "%M", "m": "%-M", "ss": "%S", "s": "%-S", "SSS": "%g", "a": "%p", "EEEE": "%A", "EEE": "%a", "EE": "%a",
    "E": "%a", "DDD": "%j", "D": "%-j", "e": "%u", "ww": "%V", "G": "AD",
}  # fmt: skip
_JODA_LETTERS = "GCYxwyeEDMdaKhHkmsSzZ"
_SPECIAL = re.compile("C+|KK?|kk?|w|S+|Z{1,3}|z{1,3}")
_DAY = (r"%[Yy]", r"%-?[mbB]", r"%-?d")


def from_mysql(pattern: str) -> str:
    """``%Y/%m/%d/%H`` and the like; letters that Trino refuses are refused with its words."""

    def letter(match: re.Match[str]) -> str:
        name = match[1]
        if name in _MYSQL_REFUSED:
            raise QueryError("INVALID_FUNCTION_ARGUMENT", f"%{name} not supported in date format string")
        return _MYSQL.get(name, name)

    return re.sub(r"%(.)", letter, pattern, flags=re.DOTALL)


def joda_pieces(pattern: str) -> Iterator[tuple[str, bool]]:
    """The pieces of ``yyyy-MM-dd'T'HH:mm:ss.SSS``: in strftime's letters, or special, which those don't have."""
    for match in re.finditer(r"''|'((?:[^']|'')*)'|([a-zA-Z])\2*|[^a-zA-Z']", pattern):
        text = match[0]
        if match[2] is None:
            plain = "'" if text == "''" else text if match[1] is None else match[1].replace("''", "'")
            yield plain.replace("%", "%%"), False
        elif text in _JODA:
            yield _JODA[text], False
        elif _SPECIAL.fullmatch(text):
            yield text, True
        elif text[0] not in _JODA_LETTERS:
            raise QueryError("INVALID_FUNCTION_ARGUMENT", f"Illegal pattern component: {text}")
        else:
            raise NotEmulatedError(f"the date format letter '{text}'")


def is_whole(strptime: str) -> bool:
    """Whether a format has year, month and day and nothing that may contradict them: DuckDB reads it as Trino does."""
    return all(re.search(part, strptime) for part in _DAY) and not re.search("%[aA]", strptime)
