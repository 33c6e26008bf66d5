"""What Trino says of a text that its grammar takes, while AstBuilder makes the tree: calls that are syntax in their own
right, literals that have no value."""

import re
from collections.abc import Callable, Sequence

from offline_aws.athena.errors import QuerySyntaxError
from offline_aws.athena.sql.grammar.tokens import Token, place_of

_GREATEST = 2**63
_WRONG_NAMES = {
    "in backquotes": "backquoted identifiers are not supported; use double quotes to quote identifiers",
    "after a digit": "identifiers must not start with a digit; surround the identifier with double quotes",
}


def check_forms(tokens: Sequence[Token], sql: str) -> None:
    """Fail for what the grammar takes only to tell what is wrong with it."""
    for token in tokens:
        if token.kind in _WRONG_NAMES:
            raise QuerySyntaxError.at(place_of(token, sql), _WRONG_NAMES[token.kind])
    for index, token in enumerate(tokens):
        if token.kind in _LITERALS:
            _LITERALS[token.kind](token, sql)
        elif token.text.lower() in _COUNTS and tokens[index + 1].text == "(" and tokens[index - 1].text != ".":
            _check_call(tokens, index, sql)


def _check_binary(token: Token, sql: str) -> None:
    digits = re.sub(r"\s", "", token.text[2:-1])
    if re.search(r"[^0-9A-Fa-f]", digits):
        raise QuerySyntaxError.at(place_of(token, sql), "Binary literal can only contain hexadecimal digits")
    if len(digits) % 2:
        raise QuerySyntaxError.at(place_of(token, sql), "Binary literal must contain an even number of digits")


def _check_integer(token: Token, sql: str) -> None:
    """A number beyond the bigints; Trino does not say where. The least bigint has its sign apart."""
    value = token.number
    is_negative = sql[: token.start].rstrip().endswith("-")
    if value > _GREATEST or (value == _GREATEST and not is_negative):
        raise QuerySyntaxError.at((1, 1), f"Invalid numeric literal: {token.text}")


_LITERALS: dict[str, Callable[[Token, str], None]] = {"<binary>": _check_binary, "<integer>": _check_integer}

# How many arguments the calls take, and what Trino says of others.
_COUNTS = {
    "coalesce": (range(2, 2**31), "The 'coalesce' function must have at least two arguments"),
    "format": (range(2, 2**31), "The 'format' function must have at least two arguments"),
    "if": (range(2, 4), "Invalid number of arguments for 'if' function"),
    "nullif": (range(2, 3), "Invalid number of arguments for 'nullif' function"),
    "try": (range(1, 2), "The 'try' function must have exactly one argument"),
}


def _check_call(tokens: Sequence[Token], index: int, sql: str) -> None:
    """The arguments of a call, and that nothing of an aggregate or a window function is in or behind it."""
    name, place = tokens[index].text.lower(), place_of(tokens[index], sql)
    separators, end = _separators(tokens, index + 1)
    counts, message = _COUNTS[name]
    if (0 if end == index + 2 else len(separators) + 1) not in counts:
        raise QuerySyntaxError.at(place, message)
    behind = [token.text.upper() for token in tokens[end + 1 : end + 3]]
    if behind[0] in ("IGNORE", "RESPECT"):
        raise QuerySyntaxError.at(place, f"Null treatment clause not valid for '{name}' function")
    if behind[0] == "OVER" and "(" in behind:
        raise QuerySyntaxError.at(place, f"OVER clause not valid for '{name}' function")
    if tokens[index + 2].text.upper() == "DISTINCT":
        raise QuerySyntaxError.at(place, f"DISTINCT not valid for '{name}' function")
    if behind == ["FILTER", "("]:
        raise QuerySyntaxError.at(place, f"FILTER not valid for '{name}' function")


def _separators(tokens: Sequence[Token], opening: int) -> tuple[list[int], int]:
    """The commas between the arguments that follow a bracket, and the bracket that closes it."""
    depth, commas = 0, list[int]()
    for index in range(opening, len(tokens)):
        text = tokens[index].text
        depth += (text in ("(", "[")) - (text in (")", "]"))
        if depth == 0:
            return commas, index
        if depth == 1 and text == ",":
            commas.append(index)
    return commas, len(tokens) - 1
