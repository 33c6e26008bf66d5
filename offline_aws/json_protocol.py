"""What a JSON service answers to a request that it can't read; LocalStack makes an ``InternalError`` 500 of it.

https://docs.aws.amazon.com/firehose/latest/APIReference/CommonErrors.html
"""

from collections.abc import Callable
from typing import Any

from localstack.aws.api import CommonServiceException
from localstack.aws.handlers.service import ServiceRequestParser
from localstack.aws.protocol.parser import OperationNotFoundParserError, RequestParserError
from localstack.utils.patch import patch

from offline_aws import json_types


def apply() -> None:
    """Answer 400: ``UnknownOperationException`` to a target that the service lacks, ``SerializationException`` to a
    body that is no JSON or not what the operation takes."""
    json_types.apply()

    @patch(ServiceRequestParser.parse_and_enrich)
    def parse_and_enrich(fn: Callable[..., None], self: Any, context: Any) -> None:
        try:
            fn(self, context)
        except RequestParserError as error:
            if context.protocol not in ("json", "rest-json") or isinstance(error, OperationNotFoundParserError):
                raise
            raise refusal(context, error) from error


def refusal(context: Any, error: RequestParserError) -> CommonServiceException:
    """What is answered in the place of ``error``, by the rules of the operation that the context has then."""
    known, asked_for = context.service.operation_names, target(context.request)
    # By those of any operation when the one asked for is none, or stands in method and path.
    context.operation = context.service.operation_model(asked_for if asked_for in known else known[0])
    code = "SerializationException"
    if context.protocol == "json" and asked_for not in known:
        code = "UnknownOperationException"
    text = str(error) if isinstance(error, json_types.MistypedError) else ""
    return CommonServiceException(code, text, status_code=400, sender_fault=True)


def target(request: Any) -> str:
    """The name of the operation in ``X-Amz-Target: Firehose_20150804.PutRecord``."""
    return str(request.headers.get("X-Amz-Target", "")).rpartition(".")[2]
