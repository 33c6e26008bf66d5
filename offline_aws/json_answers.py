"""JSON answers as AWS writes them: without blanks, and errors under the content type of the protocol's version.

LocalStack writes ``{"a": 1}``, and errors as ``application/json``.
https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
"""

import json
from collections.abc import Callable
from typing import Any

from localstack.aws.protocol.serializer import JSONResponseSerializer
from localstack.utils.patch import patch

compact = json.JSONEncoder(separators=(",", ":")).encode


def apply() -> None:
    """Write each body by ``compact``."""
    JSONResponseSerializer._serialize_body_params = body_of

    @patch(JSONResponseSerializer._serialize_error)
    def _serialize_error(fn: Callable[..., None], self: Any, error: Any, response: Any, *others: Any) -> None:
        fn(self, error, response, *others)
        _, operation, mime_type, _ = others
        if mime_type not in self.CBOR_TYPES:
            response.set_response(compact(json.loads(response.get_data())))
            if version := operation.metadata.get("jsonVersion"):
                response.content_type = f"application/x-amz-json-{version}"


def body_of(
    self: JSONResponseSerializer, params: dict[str, Any], shape: Any, operation: Any, mime_type: str, request_id: str
) -> Any:
    """The body of an answer."""
    if mime_type in self.CBOR_TYPES:
        return _in_cbor(self, params, shape, operation, mime_type, request_id)
    body: dict[str, Any] = {}
    if shape is not None:
        self._serialize(body, params, shape, None, mime_type)
    return compact(body)


_in_cbor = JSONResponseSerializer._serialize_body_params
