"""Reads the notation of ``trino.ebnf`` into parts that a recognizer can go along."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "trino.ebnf"

_HEAD = re.compile(r"^(\w+)(?: (<\w+>))? *=(?= )", re.MULTILINE)
_PIECE = re.compile(r"'[^']+'|<\w+>|\w+|[][(){}|%~]")


@dataclass(eq=False)
class Part:
    """A part of the grammar: ``kind`` is terminal, rule, sequence, choice, optional, repeated or unsaid."""

    kind: str
    name: str = ""
    parts: list["Part"] = field(default_factory=list)


@dataclass(frozen=True)
class Rule:
    """What a name stands for; ``label`` is how messages call it, "" for by its parts."""

    part: Part
    label: str


@cache
def rules() -> dict[str, Rule]:
    """All rules by name."""
    _, *pieces = _HEAD.split(_text())
    found = zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True)
    return {name: Rule(_choice(_Reader(_PIECE.findall(body))), label or "") for name, label, body in found}


@cache
def keywords() -> frozenset[str]:
    """The words that the rules name."""
    return frozenset(re.findall(r"\b[A-Z][A-Z_0-9]*\b", _text()))


@cache
def reserved() -> frozenset[str]:
    """The words that are names in quotes alone."""
    return frozenset(part.name for part in rules()["reserved"].part.parts)


def _text() -> str:
    return re.sub(r"^#.*$", "", FILE.read_text("utf-8"), flags=re.MULTILINE)


class _Reader:
    def __init__(self, pieces: list[str]) -> None:
        self._pieces = pieces
        self._at = 0

    @property
    def next(self) -> str:
        return self._pieces[self._at] if self._at < len(self._pieces) else ""

    def take(self) -> str:
        self._at += 1
        return self._pieces[self._at - 1]


def _choice(reader: _Reader) -> Part:
    parts = [_sequence(reader)]
    while reader.next == "|":
        reader.take()
        parts.append(_sequence(reader))
    return parts[0] if len(parts) == 1 else Part("choice", parts=parts)


def _sequence(reader: _Reader) -> Part:
    parts = list(_listed(reader))
    return parts[0] if len(parts) == 1 else Part("sequence", parts=parts)


def _listed(reader: _Reader) -> Iterator[Part]:
    """The parts of a sequence; ``x % ','`` is x {',' x}."""
    while reader.next and reader.next not in "|)]}":
        part = _single(reader)
        yield part
        if reader.next == "%":
            reader.take()
            yield Part("repeated", parts=[Part("sequence", parts=[_single(reader), part])])


_BRACKETS: dict[str, Callable[[Part], Part]] = {
    "(": lambda inner: inner,
    "[": lambda inner: Part("optional", parts=[inner]),
    "{": lambda inner: Part("repeated", parts=[inner]),
}


def _single(reader: _Reader) -> Part:
    piece = reader.take()
    if piece in _BRACKETS:
        inner = _choice(reader)
        reader.take()
        return _BRACKETS[piece](inner)
    if piece == "~":
        return Part("unsaid", parts=[_single(reader)])
    if piece.islower() and piece.isidentifier():
        return Part("rule", piece)
    return Part("terminal", piece.strip("'"))
