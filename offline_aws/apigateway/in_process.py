"""An HTTP request to LocalStack from within LocalStack: through all of its handlers, but without a socket."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

from localstack.http import Request, Response
from localstack.runtime import get_current_runtime


class Answer(NamedTuple):
    """What a caller of ``requests.request`` looks at."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes


def request(
    method: str,
    url: str,
    params: Mapping[str, Any],
    headers: Mapping[str, str],
    data: str | bytes | None = None,
) -> Answer:
    """Stands in for ``requests.request`` where the URL is LocalStack's own."""
    address = urlsplit(url)
    inner = Request(
        method=method,
        path=address.path or "/",
        query_string=urlencode(params, doseq=True),
        headers=headers,
        body=data,
        scheme=address.scheme,
        server=(address.hostname, address.port),
    )
    answer = Response()
    get_current_runtime().components.gateway.process(inner, answer)
    return Answer(answer.status_code, answer.headers, answer.get_data())
