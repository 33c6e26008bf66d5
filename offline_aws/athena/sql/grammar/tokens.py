"""The tokens of a text, as Trino's lexer splits it. https://trino.io/docs/current/language/reserved.html"""

import re
from dataclasses import dataclass

from offline_aws.athena.sql.grammar.notation import keywords, reserved

# Of several that fit the longest counts, of those the first.
_CLASSES = {
    "<string>": r"'(?:[^']|'')*'",
    "<unicode>": r"U&'(?:[^']|'')*'",
    "<binary>": r"X'[^']*'",
    "<integer>": r"0X(?:_?[0-9A-F])+|0O(?:_?[0-7])+|0B(?:_?[01])+|\d(?:_?\d)*",
    "<decimal>": r"\d(?:_?\d)*\.(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*",
    "<double>": r"(?:\d+(?:\.\d*)?|\.\d+)E[+-]?\d+",
    "word": r"[A-Z_][A-Z0-9_]*",
    "after a digit": r"\d[A-Z0-9_]+",
    "quoted": r'"(?:[^"]|"")*"',
    "in backquotes": r"`(?:[^`]|``)*`",
    "sign": r"<>|!=|<=|>=|\|\||->|=>|\{-|-\}|[-=<>+*/%?;.,()\[\]|^${}:]",
}
_PATTERNS = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _CLASSES.items()}
_HIDDEN = re.compile(r"(?:[ \r\n\t]|--[^\r\n]*|/\*.*?\*/)+", re.DOTALL)
_NAMES = ("word", "after a digit", "quoted", "in backquotes")


@dataclass(frozen=True)
class Token:
    """A token; ``symbols`` are the terminals of the grammar that it may stand for."""

    text: str
    kind: str
    start: int
    symbols: frozenset[str]

    @property
    def number(self) -> int:
        """The value of an integer."""
        digits = self.text.replace("_", "")
        return int(digits, 0 if digits[:2].lower() in ("0x", "0o", "0b") else 10)


def tokens_of(sql: str) -> list[Token]:
    """The tokens of a text, the last one its end."""
    found, at = [], 0
    while at < len(sql):
        if hidden := _HIDDEN.match(sql, at):
            at = hidden.end()
            continue
        kind, text = _longest(sql, at)
        found.append(Token(text, kind, at, _symbols(kind, text)))
        at += len(text)
    return [*found, Token("<EOF>", "<EOF>", len(sql), frozenset({"<EOF>"}))]


def place_of(token: Token, sql: str) -> tuple[int, int]:
    """(line, column) of a token, from 1."""
    before = sql[: token.start]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _longest(sql: str, at: int) -> tuple[str, str]:
    found = [(kind, match[0]) for kind, pattern in _PATTERNS.items() if (match := pattern.match(sql, at))]
    return max(found, key=lambda item: len(item[1]), default=("unrecognized", sql[at]))


def _symbols(kind: str, text: str) -> frozenset[str]:
    match kind:
        case "word" if text.upper() in reserved():
            return frozenset({text.upper()})
        case "word":
            return frozenset({"<name>", *({text.upper()} & keywords())})
        case "sign":
            return frozenset({"<>" if text == "!=" else text})
        case _:
            return frozenset({"<name>" if kind in _NAMES else kind})


def with_plain_numbers(sql: str, tokens: list[Token]) -> str:
    """The text with ``1_000`` and ``0x1F`` as 1000 and 31, and blanks so that what follows keeps its place."""
    for token in reversed(tokens):
        if token.kind in ("<integer>", "<decimal>") and not re.fullmatch(r"[\d.]+", token.text):
            plain = str(token.number) if token.kind == "<integer>" else token.text.replace("_", "")
            sql = sql[: token.start] + plain.ljust(len(token.text)) + sql[token.start + len(token.text) :]
    return sql
