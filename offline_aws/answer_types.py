"""The type of an answer, ``application/json`` say: chosen once for all requests that accept and send the same.

LocalStack parses the Accept header for each answer, which takes longer than writing it.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from localstack.aws.protocol.serializer import ResponseSerializer

_choose = ResponseSerializer._get_mime_type


def apply() -> None:
    """Remember LocalStack's choices."""
    ResponseSerializer._get_mime_type = chosen


def chosen(self: ResponseSerializer, headers: Mapping[str, str] | None) -> str:
    """The type that the client prefers of those that the serializer writes."""
    headers = headers or {}
    return _chosen(self.__class__, headers.get("Accept"), headers.get("Content-Type"))


@lru_cache(maxsize=1024)
def _chosen(serializer: Any, accept: str | None, content_type: str | None) -> str:
    given = {"Accept": accept, "Content-Type": content_type}
    return str(_choose(serializer(), {name: value for name, value in given.items() if value is not None}))
