"""An operation of a JSON service, called within the process: parameters, provider, result, and little in between.

Most of what such a call takes is the HTTP around it: a request that is made only to be taken apart, and three responses
of which each is made from the one before. Here a request is made if somebody looks at it, and one response.
"""

import json
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from localstack.aws import handlers
from localstack.aws.api import RequestContext
from localstack.aws.api.core import ServiceOperation
from localstack.aws.handlers.service import ServiceRequestRouter, SkeletonHandler
from localstack.aws.protocol.parser import create_parser
from localstack.aws.protocol.serializer import JSONResponseSerializer, create_serializer
from localstack.http import Request, Response


class Call(RequestContext):
    """A call that names its operation, with what LocalStack's handlers have to know of it."""

    def __init__(self, headers: Mapping[str, str], data: str | bytes | None, made: Callable[[], Request]) -> None:
        super().__init__(None)
        del self.request  # else it would be found in the place of that below
        self.headers, self.data, self._made = headers, data, made

    @cached_property
    def request(self) -> Request:
        """The call as HTTP."""
        request = self._made()
        # moto's back ends ask for it there.
        request.headers["x-moto-account-id"] = self.account_id
        return request


def parse(chain: Any, call: Call, response: Response) -> None:
    """Find operation and parameters; what is not plain JSON is for LocalStack's parser, which may refuse it."""
    try:
        call.operation, call.service_request = _parsed(call)
    except Exception:
        handlers.parse_service_request(chain, call, response)


def _parsed(call: Call) -> tuple[Any, Any]:
    if call.protocol != "json" or "cbor" in call.headers.get("Content-Type", ""):
        raise ValueError(f"{call.service} is not asked in JSON")
    operation = call.service.operation_model(call.headers["X-Amz-Target"].rpartition(".")[2])
    document, shape = json.loads(call.data or b"{}"), operation.input_shape
    return operation, create_parser(call.service, call.protocol)._parse_shape(None, shape, document, {})


class Answer:
    """Has the provider answer, and writes JSON; leaves other answers to the handlers behind it.

    What the provider raises is answered by the handlers of exceptions.
    """

    def __init__(self, router: ServiceRequestRouter) -> None:
        self._router = router

    def __call__(self, chain: Any, call: Call, response: Response) -> None:
        name, serializer = call.operation.name, create_serializer(call.service, call.protocol)
        handler = self._router.handlers.get(ServiceOperation(call.service.service_name, name))
        if not isinstance(handler, SkeletonHandler) or not _writes_json(serializer, call):
            return
        result = handler.skeleton.dispatch_table[name](call, call.service_request) or {}
        if isinstance(result, Response):
            response.update_from(result)
        else:
            _write(result, call, serializer, response)
        chain.stop()


def _writes_json(serializer: Any, call: Call) -> bool:
    return (
        type(serializer) is JSONResponseSerializer
        and serializer._get_mime_type(call.headers) not in serializer.CBOR_TYPES
        and not call.operation.has_event_stream_output
    )


def _write(result: Any, call: Call, serializer: Any, response: Response) -> None:
    shape = call.operation.output_shape
    response.data = serializer._serialize_body_params(result, shape, call.operation, "", call.request_id)
    response.headers["Content-Type"] = f"application/x-amz-json-{call.service.metadata['jsonVersion']}"
    response.headers["x-amzn-RequestId"] = call.request_id
