"""Several JSON documents in one text, with white space or nothing between them."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

_DECODER = json.JSONDecoder()


class Document(NamedTuple):
    value: Any
    text: str


def documents(data: bytes) -> Iterator[Document]:
    """The documents in the order in which they stand. Raises ValueError where there is none."""
    text, start = data.decode("utf-8-sig").strip(), 0
    while start < len(text):
        value, end = _DECODER.raw_decode(text, start)
        yield Document(value, text[start:end])
        start = len(text) - len(text[end:].lstrip())
