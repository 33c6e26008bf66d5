"""An integration's call of an AWS service: through LocalStack's handlers within the process, without a socket."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

from localstack.aws import handlers
from localstack.aws.accounts import get_account_id_from_access_key_id
from localstack.aws.connect import INTERNAL_REQUEST_PARAMS_HEADER, load_dto
from localstack.aws.gateway import Gateway
from localstack.aws.protocol.service_router import determine_aws_protocol
from localstack.aws.spec import get_service_catalog
from localstack.http import Request, Response
from localstack.runtime import get_current_runtime
from localstack.utils.aws.arns import get_partition

from offline_aws.apigateway import json_operation
from offline_aws.apigateway.json_operation import Call


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
    made = partial(made_request, method, url, params, headers, data)
    answer = Response()
    gateway = get_current_runtime().components.gateway
    if "X-Amz-Target" in headers:
        operations(gateway).handle(call_of(headers, data, made), answer)
    else:
        gateway.process(made(), answer)
    return Answer(answer.status_code, answer.headers, answer.get_data())


def made_request(
    method: str, url: str, params: Mapping[str, Any], headers: Mapping[str, str], data: str | bytes | None
) -> Request:
    address = urlsplit(url)
    return Request(
        method=method,
        path=address.path or "/",
        query_string=urlencode(params, doseq=True),
        headers=headers,
        body=data,
        scheme=address.scheme,
        server=(address.hostname, address.port),
    )


def call_of(headers: Mapping[str, str], data: str | bytes | None, made: Callable[[], Request]) -> Call:
    """A call that names its operation, with what LocalStack's handlers find by looking for it."""
    by = signer(headers["Authorization"])
    call = Call(headers, data, made)
    call.account_id, call.region, call.partition = by.account_id, by.region, get_partition(by.region)
    call.service = get_service_catalog().get(by.service)
    protocols = call.service.metadata.get("protocols") or [call.service.protocol]
    call.protocol = protocols[0] if len(protocols) == 1 else determine_aws_protocol(call.request, call.service)
    if parameters := headers.get(INTERNAL_REQUEST_PARAMS_HEADER):
        call.internal_request_params = load_dto(parameters)
    return call


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
    answer = json_operation.Answer(gateway.service_request_router)
    return Gateway(
        [json_operation.parse, custom, load_service, answer, *rest],
        [handlers.modify_service_response, handlers.run_custom_response_handlers],
        exception_handlers=gateway.exception_handlers,
    )
