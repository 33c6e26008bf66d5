"""The words of a statement of Hive's, and the cursor with which the grammar reads them.

Names may stand in backticks, strings in either quotes; a name in double quotes is none.
https://docs.aws.amazon.com/athena/latest/ug/reserved-words.html
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from offline_aws.athena.errors import QuerySyntaxError

_TOKEN = re.compile(
    r"""(?P<space>\s+|--[^\n]*|/\*.*?\*/)
    |(?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    |(?P<quoted>`(?:[^`]|``)*`)
    |(?P<number>\d+(?:\.\d+)?(?!\w))
    |(?P<word>\w+)
    |(?P<mark>.)""",
    re.DOTALL | re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|[0-3][0-7]{2}|.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "0": "\0", "Z": "\x1a", "%": r"\%", "_": r"\_"}


@dataclass(frozen=True)
class Token:
    """A word of the text: its kind, how it is written, where it stands (line and column from 1)."""

    kind: str
    text: str
    start: int
    place: tuple[int, int]

    @property
    def value(self) -> str:
        """What the word stands for, without quotes."""
        if self.kind == "quoted":
            return self.text[1:-1].replace("``", "`")
        return unescaped(self.text[1:-1]) if self.kind == "string" else self.text


def unescaped(text: str) -> str:
    """What stands between quotes: Hive's escapes are a control character's letter, three octal digits, ``\\uXXXX``."""

    def meant(match: re.Match[str]) -> str:
        code = match[1]
        if len(code) == 5:
            return chr(int(code[1:], 16))
        return chr(int(code, 8)) if len(code) == 3 else _ESCAPES.get(code, code)

    return _ESCAPE.sub(meant, text)


def tokens_of(text: str) -> list[Token]:
    """The words of a text; the last one is its end."""
    found = [
        Token(str(match.lastgroup), match[0], match.start(), _place(text, match.start()))
        for match in _TOKEN.finditer(text)
        if match.lastgroup != "space"
    ]
    return [*found, Token("end", "<EOF>", len(text), _place(text, len(text)))]


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


class Cursor:
    """Reads a statement word by word. A reader named ``maybe_…`` leaves the cursor where it is if nothing fits."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokens_of(text)
        self._index = 0

    @property
    def _next(self) -> Token:
        return self._tokens[self._index]

    @property
    def at_name(self) -> bool:
        return self._next.kind in ("word", "quoted")

    def _take(self) -> Token:
        self._index += 1
        return self._tokens[self._index - 1]

    def error(self) -> QuerySyntaxError:
        """What is wrong with the next word."""
        line, column = self._next.place
        return QuerySyntaxError(f"line {line}:{column}: mismatched input '{self._next.text}'")

    def maybe(self, words: str) -> bool:
        """Whether these words come next, in any letter case; they are read then."""
        wanted = words.upper().split()
        upcoming = self._tokens[self._index : self._index + len(wanted)]
        if [token.text.upper() for token in upcoming if token.kind in ("word", "mark")] != wanted:
            return False
        self._index += len(wanted)
        return True

    def at(self, mark: str) -> bool:
        """Whether this mark or word comes next; it is not read."""
        return self._next.kind in ("word", "mark") and self._next.text.upper() == mark

    def maybe_before_name(self, word: str) -> bool:
        """Whether this word comes next and a name after it, so that it is none itself; it is read then."""
        if not self.maybe(word):
            return False
        if self.at_name and not self.at("PARTITION"):
            return True
        self._index -= 1
        return False

    def maybe_one_of(self, *choices: str) -> str:
        """Which of the choices comes next, as it is written here, or nothing; the first that fits is read."""
        return next((words for words in choices if self.maybe(words)), "")

    def one_of(self, *choices: str) -> str:
        if found := self.maybe_one_of(*choices):
            return found
        raise self.error()

    def words(self, words: str) -> None:
        for word in words.split():
            self.one_of(word)

    def end(self) -> None:
        if self._next.kind != "end":
            raise self.error()

    def name(self) -> str:
        """A name, in lower case."""
        if not self.at_name:
            raise self.error()
        return self._take().value.lower()

    def name_in_any_quotes(self) -> str:
        return self._take().value.lower() if self._next.text.startswith('"') else self.name()

    def string(self) -> str:
        if self._next.kind != "string":
            raise self.error()
        return self._take().value

    def maybe_string(self) -> str | None:
        return self._take().value if self._next.kind == "string" else None

    def value(self) -> str:
        """A constant, as text: a string, a number, a word such as true."""
        sign = "-" if self.maybe("-") else ""
        if self._next.kind not in ("string", "number", "word"):
            raise self.error()
        return sign + self._take().value

    def number(self) -> int:
        if not self._next.text.isdecimal():
            raise self.error()
        return int(self._take().text)

    def listed[T](self, read: Callable[[], T]) -> tuple[T, ...]:
        """One or more of the same in brackets, with commas between."""
        self.words("(")
        items = [read()]
        while self.maybe(","):
            items.append(read())
        self.words(")")
        return tuple(items)

    def text_until(self, *stops: str) -> str:
        """The text up to one of the marks or words outside of brackets, or to the end."""
        first, depth = self._next.start, 0
        while self._next.kind != "end" and (depth or self._next.text.upper() not in stops):
            depth += {"(": 1, "<": 1, ")": -1, ">": -1}.get(self._next.text, 0)
            if depth < 0:
                break
            self._take()
        return self._text[first : self._next.start].strip()
