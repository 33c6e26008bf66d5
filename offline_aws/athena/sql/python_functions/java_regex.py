"""Regular expressions as Trino reads them (Joni with Java's syntax), for Python's ``regex`` and for DuckDB's RE2.

Joni's ``\\w``, ``\\d`` and ``\\s`` are of ASCII, its ``\\b``, ``(?i)`` and properties of Unicode; ``$`` also stands
before a last line feed. https://trino.io/docs/current/functions/regexp.html
"""

import re
from functools import lru_cache

import regex

from offline_aws.athena.sql.python_functions.registry import fail, refuse

_CLASSES = {"w": "a-zA-Z0-9_", "d": "0-9", "s": r" \t\n\r\f\v", "h": "0-9a-fA-F"}
_PROPERTIES = {"Alpha", "Digit", "Alnum", "Upper", "Lower", "Punct", "Space", "XDigit", "Blank", "Cntrl", "Graph"}

# What RE2 and Joni read alike: no look-around, references, possessive repetition, sets in sets or Unicode's edges.
_PLAIN = re.compile(
    r"""(?x) (?:
      [^\\()\[\]{}^$*+?|]                                                  # a character
    | \\[dwsDWStnrf.\-+*?()\[\]{}^$|\\/\"'&=:;,%#@!~`<>_ ]                 # a class or a quoted character
    | \\p\{L[ulmot]?\}
    | \[\^?\]?(?:[^\\\[\]&]|\\[dwstnrf.\-+*?()\[\]{}^$|\\/])+\]            # a set
    | \((?:\?:|\?i\)|(?!\?))  | \)  | \|  | \^
    | (?:[*+?]|\{\d+(?:,\d*)?\})\??(?!\+)
    )*"""
)
_OPTIONAL_GROUP = re.compile(r"\)(?:[*?]|\{0)|\|")


def is_plain(pattern: str, *, ends: bool = False) -> bool:
    """Whether DuckDB finds the same matches, and none of them is empty; ``ends`` lets the pattern end in ``$``."""
    known = _PLAIN.fullmatch(pattern.removesuffix("$") if ends else pattern)
    return known is not None and "++" not in pattern and compiled(pattern).fullmatch("") is None


def has_certain_groups(pattern: str) -> bool:
    """Whether every group takes part in each match; RE2 does not tell one that did not from an empty one."""
    return _OPTIONAL_GROUP.search(re.sub(r"\\.", "", pattern)) is None


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> "regex.Pattern[str]":
    """The pattern for Python.

    :raises ValueError: INVALID_FUNCTION_ARGUMENT for what is no regular expression
    """
    try:
        return regex.compile(_translated(pattern), regex.VERSION1)
    except (regex.error, re.error) as error:
        refuse(_JONIS_WORDS.get(getattr(error, "msg", ""), str(error)))


_JONIS_WORDS = {
    "unterminated character set": "premature end of char-class",
    "missing )": "end pattern with unmatched parenthesis",
    "nothing to repeat": "target of repeat operator is not specified",
    "min repeat greater than max repeat": "upper is smaller than lower in repeat range",
    "unbalanced parenthesis": "unmatched close parenthesis",
}


def _translated(pattern: str) -> str:
    out, depth, place = [], 0, 0
    while place < len(pattern):
        token = _TOKEN.match(pattern, place)
        text = token[0] if token else pattern[place]
        place += len(text)
        if text == "[":
            depth += 1
        elif text == "]" and depth:
            depth -= 1
        out.append(_escape(text, depth > 0) if text[0] == "\\" else text)
    return "".join(out)


_TOKEN = re.compile(
    r"\\Q.*?(?:\\E|\Z)|\\[pP]\{\^?\w+\}|\\u[0-9a-fA-F]{4}|\\x\{[0-9a-fA-F]+\}|\\.|\[:\^?\w+:\]", re.DOTALL
)


def _escape(text: str, in_set: bool) -> str:
    letter = text[1:2]
    if letter == "Q":
        return regex.escape(text[2:].removesuffix("\\E"))
    if letter in _CLASSES:
        return _CLASSES[letter] if in_set else f"[{_CLASSES[letter]}]"
    if letter.lower() in _CLASSES:
        return f"[^{_CLASSES[letter.lower()]}]"
    if letter in "pP":
        return _property(text)
    if text.startswith("\\x{"):
        return regex.escape(chr(int(text[3:-1], 16)))
    return {"\\z": r"\Z", "\\Z": r"(?=\n?\Z)", "\\e": r"\x1b"}.get(text, text)


def _property(text: str) -> str:
    name = text[3:-1]
    if name.startswith(("Is", "In")):
        refuse(f"invalid character property name <{name}>")
    return f"[[:{'^' if text[1] == 'P' else ''}{name.lower()}:]]" if name in _PROPERTIES else text


SECONDS = 60


def timed(error: TimeoutError) -> None:
    """A pattern that goes back and forth over a text for too long ends the query, not the sandbox."""
    fail("EXCEEDED_TIME_LIMIT", f"A regular expression took more than {SECONDS} seconds: {error}")
