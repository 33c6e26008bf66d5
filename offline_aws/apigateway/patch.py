"""What LocalStack's REST API lacks, as patches of its handlers: each names the AWS behaviour that it mends.

https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-response-data-mappings.html
"""

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from airspeed.operators import TemplateExecutionError  # type: ignore[import-untyped]
from localstack.http import Response
from localstack.services.apigateway.helpers import REQUEST_TIME_DATE_FORMAT
from localstack.services.apigateway.next_gen.execute_api.gateway_response import (
    BadRequestException,
    BaseGatewayException,
    InternalServerError,
    RequestTooLargeError,
)
from localstack.services.apigateway.next_gen.execute_api.handlers.gateway_exception import (
    GatewayExceptionHandler,
)
from localstack.services.apigateway.next_gen.execute_api.handlers.integration_request import (
    IntegrationRequestHandler,
)
from localstack.services.apigateway.next_gen.execute_api.handlers.parse import InvocationRequestParser
from localstack.services.apigateway.next_gen.execute_api.integrations import aws
from localstack.services.apigateway.next_gen.execute_api.router import ApiGatewayEndpoint
from localstack.utils.patch import patch

from offline_aws.apigateway import (
    deployment,
    gateway_responses,
    in_process,
    jackson,
    limits,
    mapping_templates,
    openapi,
)
from offline_aws.apigateway.media_type import template_for

LOG = logging.getLogger(__name__)

LARGEST_PAYLOAD = 10 * 1024 * 1024
"""https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html"""


def apply() -> None:
    """Patch LocalStack; called once, when its infrastructure starts."""
    openapi.keep_credentials()
    call_firehose_actions()
    mapping_templates.apply()
    tell_the_offset_of_times()
    call_services_in_process()
    select_templates_by_media_type()
    refuse_large_payloads()
    answer_failures_in_json()
    gateway_responses.apply()
    refuse_malformed_json()
    refuse_unknown_stages()
    deployment.apply()
    limits.apply()


def call_firehose_actions() -> None:
    """``firehose:action/PutRecord`` needs nothing but the URI and a role: the gateway names the operation."""
    integration = aws.RestApiAwsIntegration
    integration.SERVICES_AUTO_TARGET = [*integration.SERVICES_AUTO_TARGET, "firehose"]


def call_services_in_process() -> None:
    """An integration's call of an AWS service stays in the process: a request to ourselves by HTTP costs as much
    as all else that a POST does."""
    aws.requests = in_process


def select_templates_by_media_type() -> None:
    """A template is selected by the media type: ``application/json; charset=utf-8``, which many clients send, takes
    the template of ``application/json``; without Content-Type a body is ``application/json``.

    https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
    """

    @patch(IntegrationRequestHandler.get_request_template)
    def get_request_template(fn: Callable[..., str], self: Any, integration: dict[str, Any], request: Any) -> str:
        templates = integration.get("requestTemplates") or {}
        content_type = request["headers"].get("Content-Type")
        return template_for(templates, content_type) or fn(integration=integration, request=request)


def tell_the_offset_of_times() -> None:
    """``$context.requestTime`` is CLF: ``25/Nov/2026:10:39:32 +0000``; LocalStack leaves the offset out."""

    original = InvocationRequestParser.create_context_variables

    def create_context_variables(context: Any) -> Any:
        variables = original(context)
        moment = datetime.fromtimestamp(variables["requestTimeEpoch"] / 1000, UTC)
        return {**variables, "requestTime": moment.strftime(REQUEST_TIME_DATE_FORMAT)}

    InvocationRequestParser.create_context_variables = staticmethod(create_context_variables)


def refuse_large_payloads() -> None:
    """A payload over 10 MB is answered 413 before anything else is done with it."""

    @patch(InvocationRequestParser.__call__)
    def parse(fn: Callable[..., None], self: Any, chain: Any, context: Any, response: Any) -> None:
        fn(self, chain, context, response)
        if len(context.invocation_request["body"]) > LARGEST_PAYLOAD:
            raise RequestTooLargeError("Request Too Long")


def answer_failures_in_json() -> None:
    """What fails inside the gateway, an integration that can't be reached too, is answered
    ``500 {"message": "Internal server error"}``; the reason is in the log."""

    @patch(GatewayExceptionHandler.__call__)
    def handle(
        fn: Callable[..., None], self: Any, chain: Any, exception: Exception, context: Any, response: Any
    ) -> None:
        if not isinstance(exception, BaseGatewayException):
            LOG.error("API Gateway: %s", exception, exc_info=exception)
            exception = InternalServerError("Internal server error")
        fn(self, chain, exception, context, response)


def refuse_malformed_json() -> None:
    """A body that a request template reads as JSON, and that is none, is answered 400; LocalStack takes it for an
    empty string. What a response template can't read is a failure of ours, 500."""

    @patch(IntegrationRequestHandler.render_request_template_mapping)
    def render_request_template_mapping(fn: Callable[..., Any], self: Any, **arguments: Any) -> Any:
        try:
            return fn(self, **arguments)
        except TemplateExecutionError as error:
            if isinstance(error.__cause__, json.JSONDecodeError):
                text = f"Could not parse request body into json: {jackson.message(error.__cause__)}"
                raise BadRequestException(text) from error
            raise


def refuse_unknown_stages() -> None:
    """What is at no stage of an API, or at no API, is answered ``403 {"message": "Forbidden"}``; the log says why."""

    def forbidden(api_id: str) -> Response:
        LOG.info("API Gateway: there is no API %s, or it has not been deployed to that stage", api_id)
        response = Response.for_json({"message": "Forbidden"}, status=403)
        response.headers["x-amzn-ErrorType"] = "ForbiddenException"
        return response

    ApiGatewayEndpoint.create_not_found_response = staticmethod(forbidden)
