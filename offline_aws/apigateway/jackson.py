"""JSON as Jackson reads it, by which API Gateway does, and why a text is none in Jackson's words.

As clients of AWS have seen them: https://github.com/serverless/serverless/issues/2270,
https://github.com/aws-quickstart/quickstart-git2s3/issues/11, https://github.com/podaac/hydrocron/issues/64
"""

import json
import re
from itertools import takewhile
from typing import Any

LONGEST_SOURCE = 500
"""Characters of the text that a message quotes."""

_VALUES = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
_OUTSIDE_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"?|[{}\[\]]', re.DOTALL)


class _ConstantError(Exception):
    """NaN, Infinity or -Infinity."""


def _refuse_constant(name: str) -> Any:
    raise _ConstantError(name)


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)


def as_jackson_reads(text: str) -> Any:
    """A JSON document, in which the numbers that are none, though Python reads them, are errors.

    :raises json.JSONDecodeError: it is no JSON
    """
    try:
        return _DECODER.decode(text)
    except _ConstantError as constant:
        raise json.JSONDecodeError("Expecting value", text, text.index(str(constant))) from constant


def message(error: json.JSONDecodeError) -> str:
    """Jackson's message for what Python's parser has found; its column is that after the character."""
    at = f"\n at [Source: (byte[]){_source(error.doc)}; line: {error.lineno}, column: {error.colno + 1}]"
    return _reason(error) + at


def _reason(error: json.JSONDecodeError) -> str:
    if error.pos >= len(error.doc) or error.msg.startswith("Unterminated"):
        return "Unexpected end-of-input"
    character = error.doc[error.pos]
    unexpected = f"Unexpected character ('{character}' (code {ord(character)})): "
    match error.msg:
        case "Expecting property name enclosed in double quotes" | "Illegal trailing comma before end of object":
            return unexpected + "was expecting double-quote to start field name"
        case "Expecting ',' delimiter":
            return unexpected + f"was expecting comma to separate {_container(error.doc[: error.pos])} entries"
        case "Expecting ':' delimiter":
            return unexpected + "was expecting a colon to separate field name and value"
        case "Invalid control character at":
            code = f"Illegal unquoted character ((CTRL-CHAR, code {ord(character)})): "
            return code + "has to be escaped using backslash to be included in string value"
    if character.isalpha():
        token = "".join(takewhile(str.isalnum, error.doc[error.pos :]))
        return f"Unrecognized token '{token}': was expecting {_VALUES}"
    return f"{unexpected}expected a valid value {_VALUES}"


def _container(text: str) -> str:
    """What is open at the end of the text."""
    open_ones = [""]
    for found in _OUTSIDE_STRINGS.findall(text):
        if found in "{[":
            open_ones.append(found)
        elif found in "}]":
            open_ones.pop()
    return "Object" if open_ones[-1] == "{" else "Array"


def _source(text: str) -> str:
    left_out = len(text.encode()) - LONGEST_SOURCE
    return f'"{text[:LONGEST_SOURCE]}"' + (f"[truncated {left_out} bytes]" if left_out > 0 else "")
