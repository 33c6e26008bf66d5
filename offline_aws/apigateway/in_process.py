"""An integration's call of an AWS service: through LocalStack's handlers within the process, without a socket."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

from localstack.aws import handlers
from localstack.aws.accounts import get_account_id_from_access_key_id
from localstack.aws.api import RequestContext
from localstack.aws.gateway import Gateway
from localstack.aws.protocol.service_router import determine_aws_protocol
from localstack.aws.spec import get_service_catalog
from localstack.http import Request, Response
from localstack.runtime import get_current_runtime
from localstack.utils.aws.arns import get_partition

from offline_aws.apigateway.json_operation import JsonOperation


class Answer(NamedTuple):
    """What a caller of ``requests.request`` looks at."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes


class Signer(NamedTuple):
    """What a request's Authorization header says: who asks, in which region, which service."""

    account_id: str
    region: str
    service: str


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
    inner.get_data()  # else werkzeug first looks for a form in it
    answer = Response()
    gateway = get_current_runtime().components.gateway
    if "X-Amz-Target" in headers:
        operations(gateway).handle(context_of(inner), answer)
    else:
        gateway.process(inner, answer)
    return Answer(answer.status_code, answer.headers, answer.get_data())


def context_of(call: Request) -> RequestContext:
    """The context of a call that names its operation: LocalStack's handlers find the same by looking for it."""
    by = signer(call.headers["Authorization"])
    context = RequestContext(call)
    context.account_id, context.region, context.partition = by.account_id, by.region, get_partition(by.region)
    context.service = get_service_catalog().get(by.service)
    context.protocol = determine_aws_protocol(call, context.service)
    # moto's back ends ask for it there.
    call.headers["x-moto-account-id"] = by.account_id
    return context


@lru_cache(maxsize=1024)
def signer(authorization: str) -> Signer:
    """``AWS4-HMAC-SHA256 Credential=<access key>/<day>/<region>/<service>/aws4_request, …``"""
    access_key, _, region, service, *_ = authorization.partition("Credential=")[2].split("/")
    return Signer(get_account_id_from_access_key_id(access_key), region, service)


@cache
def operations(gateway: Gateway) -> Gateway:
    """The part of LocalStack's handlers that parses a call, has the service answer it, and serializes the answer.

    Left out are those that find out what a request is, that are for browsers (CORS), and that log and count what a
    client has asked for: its request is logged.
    """
    every = gateway.request_handlers
    custom, load_service, *rest = every[every.index(handlers.serve_custom_service_request_handlers) :]
    return Gateway(
        [
            handlers.add_internal_request_params,
            handlers.handle_runtime_shutdown,
            handlers.parse_service_request,
            custom,
            load_service,
            JsonOperation(gateway.service_request_router),
            *rest,
        ],
        [handlers.modify_service_response, handlers.run_custom_response_handlers],
        exception_handlers=gateway.exception_handlers,
    )
