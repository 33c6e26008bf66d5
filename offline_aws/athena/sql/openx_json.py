"""JSON as the OpenX SerDe reads it: JSON, and much that is nearly JSON.

- texts without quotes or in single ones, keys too; numbers stay as they were written, ``true``, ``false`` and ``null``
  in any case;
- ``=`` and ``=>`` for a colon, ``;`` for a comma, comments (``#``, ``//``, ``/* */``);
- a value that an array lacks between two commas is null; of a key given twice the last value counts.

The rules are those of Trino's reader, which Athena engine version 3 has in the place of the SerDe:
https://github.com/trinodb/trino/tree/435/lib/trino-hive-formats/src/main/java/io/trino/hive/formats/line/openxjson
"""

import json
import re
from typing import Any

_SPACE = re.compile(r"(?:[\t\n\r ]|#[^\r\n]*|//[^\r\n]*|/\*.*?\*/)*", re.DOTALL)
_WORD = re.compile(r"[^ \r\n\t\f{}\[\]/\\:,=;#]+")
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|[^u])", re.DOTALL)
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", "a": "\a", "v": "\t"}
_QUOTED = {quote: re.compile(rf"((?:[^\\{quote}]|\\.)*){quote}", re.DOTALL) for quote in "\"'"}
_CONSTANTS = {"null": None, "true": True, "false": False}


class MalformedJsonError(Exception):
    """What can't be read even so; the message says why and where."""


class Word(str):
    """A text without quotes: a number as it was written, or any other word."""

    __slots__ = ()


# Reads what is JSON, faster and to the same value.
STRICT = json.JSONDecoder(parse_int=Word, parse_float=Word, parse_constant=Word)


def read(text: str) -> Any:
    """The first value in a text; what follows it is left aside.

    :raises MalformedJsonError: there is none
    """
    try:
        return STRICT.raw_decode(text)[0]
    except ValueError:
        return _Reader(text).value()


class _Reader:
    """Reads a text from its start; ``place`` is where it has come to."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0

    def value(self) -> Any:
        match self._next():
            case "":
                raise self._malformed("End of input")
            case "{":
                return self._object()
            case "[":
                return self._array()
            case ('"' | "'") as quote:
                return self._quoted(quote)
        self._place -= 1
        return self._word()

    def _next(self) -> str:
        """The next character that is neither space nor comment, "" at the end."""
        space = _SPACE.match(self._text, self._place)
        start = space.end() if space else self._place
        self._place = start + 1
        return self._text[start : start + 1]

    def _object(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if self._next() == "}":
            return found
        self._place -= 1
        while True:
            key = self._key()
            found.pop(key, None)  # its place is that of the last one
            found[key] = self.value()
            if (mark := self._next()) == "}":
                return found
            if mark not in (",", ";"):
                raise self._malformed("Unterminated object")

    def _key(self) -> str:
        """A key and the mark behind it."""
        key = self.value()
        if key is None or isinstance(key, (dict, list)):
            raise self._malformed("A key must be a text")
        if (mark := self._next()) not in (":", "="):
            raise self._malformed("Expected a ':' after a key")
        if mark == "=" and self._text[self._place : self._place + 1] == ">":
            self._place += 1
        return str(key).lower() if isinstance(key, bool) else key

    def _array(self) -> list[Any]:
        found: list[Any] = []
        has_mark = False
        while (mark := self._next()) != "]":
            if mark == "":
                raise self._malformed("Unterminated array")
            if mark in (",", ";"):
                found.append(None)
                has_mark = True
                continue
            self._place -= 1
            found.append(self.value())
            if (mark := self._next()) == "]":
                return found
            if mark not in (",", ";"):
                raise self._malformed("Unterminated array")
            has_mark = True
        return [*found, None] if has_mark else found

    def _quoted(self, quote: str) -> str:
        match = _QUOTED[quote].match(self._text, self._place)
        if not match:
            raise self._malformed("Unterminated string")
        self._place = match.end()
        return _unescaped(match[1]) if "\\" in match[1] else match[1]

    def _word(self) -> Any:
        match = _WORD.match(self._text, self._place)
        if not match:
            raise self._malformed("Expected a value")
        self._place = match.end()
        word = match[0]
        return _CONSTANTS[word.lower()] if word.lower() in _CONSTANTS else Word(word)

    def _malformed(self, why: str) -> MalformedJsonError:
        place = min(self._place, len(self._text))
        return MalformedJsonError(f"{why} at {place} [character {place + 1} line 1]")


def _unescaped(text: str) -> str:
    """A text with its escapes read; surrogate pairs become the character that they stand for."""
    if re.search(r"(?<!\\)(?:\\\\)*\\u(?![0-9A-Fa-f]{4})", text):
        raise MalformedJsonError("Invalid escape sequence")
    read_ = _ESCAPE.sub(lambda match: _character(match[1]), text)
    return read_.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") if read_ else read_


def _character(escape: str) -> str:
    return chr(int(escape[1:], 16)) if len(escape) > 1 else _ESCAPED.get(escape, escape)
