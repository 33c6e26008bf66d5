"""Pages of a list, and the tokens that lead from one to the next.

A token belongs to the request that it was an answer to, whose other members must be the same again. It names the item
that the next page begins with: what is added or deleted meanwhile neither repeats an item nor skips one.
"""

import base64
import json
import zlib
from collections.abc import Callable, Sequence
from typing import Any

from localstack.aws.api import RequestContext

from offline_aws.athena.api import InvalidRequestException, Request, Response


def page_of(
    items: Sequence[Any],
    context: RequestContext,
    request: Request,
    most: int,
    key: Callable[[Any], str] = str,
) -> tuple[list[Any], Response]:
    """The page that NextToken points to, and the token of the next one.

    :param most: the size of a page when the client does not say
    :param key: tells an item from the others
    """
    scope = [context.operation.name, {name: value for name, value in request.items() if name not in _OF_PAGES}]
    start = _start(items, request, scope, key)
    end = start + (request.get("MaxResults") or most)
    rest = {"NextToken": token_of(scope, key(items[end]))} if end < len(items) else {}
    return list(items[start:end]), rest


_OF_PAGES = ("NextToken", "MaxResults")


def _start(items: Sequence[Any], request: Request, scope: Any, key: Callable[[Any], str]) -> int:
    if not (token := request.get("NextToken")):
        return 0
    first = place_in(token, scope)
    for index, item in enumerate(items):
        if key(item) == first:
            return index
    raise _invalid()


def token_of(scope: Any, place: str | int) -> str:
    """A token for a place in what the scope names."""
    return base64.urlsafe_b64encode(json.dumps([_digest(scope), place]).encode()).decode()


def place_in(token: str, scope: Any) -> Any:
    """The place in a token.

    :raises InvalidRequestException: the token is none, or was given for something else
    """
    try:
        digest, place = json.loads(base64.urlsafe_b64decode(token))
    except (ValueError, TypeError) as error:
        raise _invalid() from error
    if digest != _digest(scope):
        raise _invalid()
    return place


def _digest(scope: Any) -> int:
    return zlib.crc32(json.dumps(scope, sort_keys=True).encode())


def _invalid() -> InvalidRequestException:
    return InvalidRequestException("NextToken is invalid")
