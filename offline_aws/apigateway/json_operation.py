"""A handler that has a provider answer an operation of a JSON service, as LocalStack's own, with less in between.

LocalStack's makes a response of the result, another one of that, and both as if anything could be in them.
"""

from typing import Any

from localstack.aws.api import RequestContext
from localstack.aws.api.core import ServiceOperation
from localstack.aws.handlers.service import ServiceRequestRouter, SkeletonHandler
from localstack.aws.protocol.serializer import JSONResponseSerializer, create_serializer
from localstack.http import Response


class JsonOperation:
    """Calls the provider and writes its answer; leaves to the handlers behind it what is not JSON.

    What the provider raises is answered by the handlers of exceptions.
    """

    def __init__(self, router: ServiceRequestRouter) -> None:
        self._router = router

    def __call__(self, chain: Any, context: RequestContext, response: Response) -> None:
        operation, serializer = context.operation, create_serializer(context.service, context.protocol)
        handler = self._router.handlers.get(ServiceOperation(context.service.service_name, operation.name))
        if not isinstance(handler, SkeletonHandler) or not _writes_json(serializer, context):
            return
        result = handler.skeleton.dispatch_table[operation.name](context, context.service_request) or {}
        if isinstance(result, Response):
            response.update_from(result)
        else:
            _write(result, context, serializer, response)
        chain.stop()


def _writes_json(serializer: Any, context: RequestContext) -> bool:
    return (
        type(serializer) is JSONResponseSerializer
        and serializer._get_mime_type(context.request.headers) not in serializer.CBOR_TYPES
        and not context.operation.has_event_stream_output
    )


def _write(result: Any, context: RequestContext, serializer: Any, response: Response) -> None:
    shape = context.operation.output_shape
    response.data = serializer._serialize_body_params(result, shape, context.operation, "", context.request_id)
    response.headers["Content-Type"] = f"application/x-amz-json-{context.service.metadata['jsonVersion']}"
    response.headers["x-amzn-RequestId"] = context.request_id
