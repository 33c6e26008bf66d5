"""Mapping templates, rendered with each template parsed once and not for each request, which is half of its cost.

https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
"""

import re
from functools import lru_cache
from typing import Any

import airspeed  # type: ignore[import-untyped]
from localstack.services.apigateway.next_gen.execute_api.template_mapping import ApiGatewayVtlTemplate
from localstack.services.apigateway.next_gen.execute_api.variables import ContextVariableOverrides

from offline_aws.apigateway.java_string import with_java_strings
from offline_aws.apigateway.template_variables import Input, Util

Variables = dict[str, Any]

_SPACED_SET = re.compile(r"^#[ \t]+set\b", re.MULTILINE)
_NO_DIRECTIVE = "\N{NULL}x\N{NULL}"  # text to airspeed, and in no template


def apply() -> None:
    """Render in the place of LocalStack. What is parsed is not changed by its use, so that requests can share it."""
    ApiGatewayVtlTemplate.render_request = render_request
    ApiGatewayVtlTemplate.render_response = render_response


def render_request(
    self: Any, template: str, variables: Any, context_overrides: ContextVariableOverrides
) -> tuple[str, ContextVariableOverrides]:
    """The text of a request template, and what it has set in ``$context.requestOverride`` and ``.responseOverride``."""
    text, context = _render(self, template, variables, context_overrides)
    overrides = ContextVariableOverrides(
        requestOverride=context["requestOverride"], responseOverride=context["responseOverride"]
    )
    return text, overrides


def render_response(
    self: Any, template: str, variables: Any, context_overrides: ContextVariableOverrides
) -> tuple[str, Any]:
    """The text of a response template, and what it has set in ``$context.responseOverride``."""
    text, context = _render(self, template, variables, context_overrides)
    return text, context["responseOverride"]


def _render(
    namespaces: ApiGatewayVtlTemplate, template: str, variables: Any, overrides: ContextVariableOverrides
) -> tuple[str, Variables]:
    """The text, and ``$context`` as the template leaves it; what is passed in stays as it is.

    A variable whose name is not in the template can't be changed by it, and is not copied.
    """
    given = {**variables, "context": {**variables["context"], **overrides}}
    seen = {name: with_java_strings(value) if name in template else value for name, value in given.items()}
    request = seen.get("input") or {}
    ours = {"input": Input(request.get("body"), request.get("params")), "util": Util()}
    text: str = parsed(template.strip()).merge(namespaces.prepare_namespace(seen) | ours)
    return text.replace(_NO_DIRECTIVE, ""), seen["context"]


@lru_cache(maxsize=1024)
def parsed(template: str) -> airspeed.Template:
    """A template, parsed when it is first used.

    Two forms that Velocity reads are written as airspeed does: ``# set``, and ``#`` right before a reference.
    """
    return airspeed.Template(_SPACED_SET.sub("#set", template).replace("#$", f"#{_NO_DIRECTIVE}$"))
