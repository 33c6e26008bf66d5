"""Regular expressions as ``java.util.regex`` reads them, for Python's ``regex``.

Classes and properties are of ASCII, sets may hold sets, ``{`` begins a repetition and nothing else.
https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/regex/Pattern.html
"""

import re

import regex

_CLASSES = {
    "w": "a-zA-Z_0-9",
    "d": "0-9",
    "s": r" \t\n\x0b\f\r",
    "h": r" \t\xa0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000",
    "v": r"\n\x0b\f\r\x85\u2028\u2029",
}
_PUNCTUATION = r"!-/:-@\[-`{-~"
_PROPERTIES = {
    "Lower": "a-z", "Upper": "A-Z", "ASCII": r"\x00-\x7f", "Alpha": "a-zA-Z", "Digit": "0-9", "Alnum": "a-zA-Z0-9",
    "Punct": _PUNCTUATION, "Graph": "!-~", "Print": " -~", "Blank": r" \t", "Cntrl": r"\x00-\x1f\x7f",
    "XDigit": "0-9a-fA-F", "Space": r" \t\n\x0b\f\r",
}  # fmt: skip
_TOKEN = re.compile(r"\\Q.*?(?:\\E|\Z)|\\[pP]\{\w+\}|\\x\{[0-9a-fA-F]+\}|\\.|\{\d+(?:,\d*)?\}|\[\^?\]?:?|.", re.DOTALL)


def compiled(pattern: str, *, ignores_case: bool) -> "regex.Pattern[str]":
    """The pattern, a dot of which stands for any character.

    :raises ValueError: it is no regular expression
    """
    flags = regex.VERSION1 | regex.DOTALL | (regex.IGNORECASE if ignores_case else 0)
    try:
        return regex.compile(_translated(pattern), flags)
    except (regex.error, re.error) as error:
        raise ValueError(str(error)) from error


def _translated(pattern: str) -> str:
    out, depth = [], 0
    for piece in _TOKEN.findall(pattern):
        out.append(_read(piece, depth > 0))
        depth = max(depth + (piece[0] == "[") - (piece == "]"), 0)
    return "".join(out)


def _read(piece: str, in_set: bool) -> str:
    """A piece of a pattern in Python's notation."""
    if piece[0] == "\\":
        return _escape(piece, in_set)
    if piece == "{" and not in_set:
        raise ValueError("Illegal repetition")
    if piece[0] == "[":
        return piece.replace(":", r"\:")  # [: would begin a class of POSIX's
    return f"\\{piece}" if in_set and piece in "|~" else piece  # two of them would be operations on sets


def _escape(piece: str, in_set: bool) -> str:
    letter = piece[1:2]
    if letter == "Q":
        return regex.escape(piece[2:].removesuffix("\\E"))
    if piece.startswith("\\x{"):
        return regex.escape(chr(int(piece[3:-1], 16)))
    found = _PROPERTIES.get(piece[3:-1]) if letter in "pP" else _CLASSES.get(letter.lower())
    if found is None:
        return {"\\z": r"\Z", "\\Z": r"(?=\n?\Z)", "\\e": r"\x1b"}.get(piece, piece)
    if letter.isupper():
        return f"[^{found}]"
    return found if in_set else f"[{found}]"
