"""What API Gateway itself answers, as an API's gateway responses have it: their body templates and their headers.

A template is text with simple variables, ``$context.error.message``; it is no Velocity.
https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from localstack.services.apigateway.next_gen.execute_api.gateway_response import get_gateway_response_or_default
from localstack.services.apigateway.next_gen.execute_api.handlers.gateway_exception import GatewayExceptionHandler
from localstack.services.apigateway.next_gen.execute_api.parameters_mapping import ParametersMapper
from localstack.utils.patch import patch

_VARIABLE = re.compile(r"\$(\{)?((?:context|stageVariables)(?:\.\w+)+)(?(1)\})")
_JSON = "application/json"


def apply() -> None:
    """Answer by the gateway response that the API has for an error, its own or that of all such errors."""

    @patch(GatewayExceptionHandler.create_exception_response)
    def create_exception_response(fn: Callable[..., Any], self: Any, exception: Any, context: Any) -> Any:
        answer = fn(self, exception, context)
        given = get_gateway_response_or_default(exception.type, context.deployment.rest_api.gateway_responses)
        _write_headers(answer, given.get("responseParameters") or {}, context)
        if templates := given.get("responseTemplates"):
            media_type, template = selected(templates, context.invocation_request["headers"].get("Accept", ""))
            _write_body(answer, media_type, template, context)
        return answer


def _write_headers(answer: Any, parameters: Mapping[str, str], context: Any) -> None:
    mapped = ParametersMapper().map_integration_request(
        {name.replace("gatewayresponse", "integration.request", 1): value for name, value in parameters.items()},
        context.invocation_request,
        context.context_variables,
        context.stage_variables or {},
    )
    for name, value in mapped["header"].items():
        answer.headers[name] = value


def _write_body(answer: Any, media_type: str, template: str, context: Any) -> None:
    error = context.context_variables["error"]
    variables = {
        "context": {
            **context.context_variables,
            "error": {**error, "messageString": json.dumps(error["message"])},
        },
        "stageVariables": context.stage_variables or {},
    }
    answer.set_data(substituted(template, variables))
    answer.headers["Content-Type"] = media_type


def selected(templates: Mapping[str, str], accept: str) -> tuple[str, str]:
    """The media type and the template: one that the client accepts, else that of JSON, else the first."""
    accepted = [item.partition(";")[0].strip() for item in accept.split(",")]
    media_type = next((name for name in [*accepted, _JSON] if name in templates), next(iter(templates)))
    return media_type, templates[media_type]


def substituted(template: str, variables: Mapping[str, Any]) -> str:
    """The text with the values of its variables; one that there is not is empty.

    >>> substituted('{"path": "$context.path"}', {"context": {"path": "/poc"}})
    '{"path": "/poc"}'
    """
    return _VARIABLE.sub(lambda match: _value(match.group(2), variables), template)


def _value(path: str, variables: Any) -> str:
    for name in path.split("."):
        variables = variables.get(name) if isinstance(variables, Mapping) else None
    return "" if variables is None else str(variables)
