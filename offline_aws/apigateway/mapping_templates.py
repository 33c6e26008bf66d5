"""Mapping templates, rendered with each template parsed once and not for each request, which is half of its cost.

https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
"""

import json
import re
from functools import lru_cache
from typing import Any

import airspeed  # type: ignore[import-untyped]
from localstack.services.apigateway.next_gen.execute_api import template_mapping
from localstack.services.apigateway.next_gen.execute_api.template_mapping import ApiGatewayVtlTemplate
from localstack.services.apigateway.next_gen.execute_api.variables import ContextVariableOverrides

Variables = dict[str, Any]

_SPACED_SET = re.compile(r"^#[ \t]+set\b", re.MULTILINE)
_NO_DIRECTIVE = "\N{NULL}x\N{NULL}"  # text to airspeed, and in no template


def apply() -> None:
    """Render in the place of LocalStack, and keep each JSONPath of ``$input.json`` and ``$input.path`` parsed, too.

    What is parsed is not changed by its use, so that requests can share it.
    """
    template_mapping.parse = lru_cache(maxsize=1024)(template_mapping.parse)
    ApiGatewayVtlTemplate.render_request = render_request
    ApiGatewayVtlTemplate.render_response = render_response


class JavaString(str):
    """A string with the methods of Java's that templates call; what they return has them again."""

    def toString(self) -> "JavaString":  # noqa: N802
        return self

    def trim(self) -> "JavaString":
        return JavaString(self.strip())

    def toLowerCase(self) -> "JavaString":  # noqa: N802
        return JavaString(self.lower())

    def toUpperCase(self) -> "JavaString":  # noqa: N802
        return JavaString(self.upper())

    def contains(self, text: str) -> bool:
        return text in self

    def replaceAll(self, pattern: str, replacement: str) -> "JavaString":  # noqa: N802
        """``replacement`` names groups as Java does: ``$1``."""
        return JavaString(re.sub(pattern, replacement.replace("$", "\\"), self))


def of_json(self: Any, path: str) -> Any:
    """What ``$input.json`` and ``$input.path`` find in the body: None in an empty one.

    :raises json.JSONDecodeError: the body is no JSON
    """
    if not self.value:
        return None
    document = as_jackson_reads(self.value) if isinstance(self.value, str) else self.value
    return document if path == "$" else template_mapping.extract_jsonpath(document, path)


class _ConstantError(Exception):
    """NaN, Infinity or -Infinity."""


def _refuse_constant(name: str) -> Any:
    raise _ConstantError(name)


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)


def as_jackson_reads(text: str) -> Any:
    """A JSON document, in which the numbers that are none, though Python reads them, are errors.

    :raises json.JSONDecodeError: it is no JSON
    """
    try:
        return _DECODER.decode(text)
    except _ConstantError as constant:
        raise json.JSONDecodeError("Expecting value", text, text.index(str(constant))) from constant


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
    seen = {name: _copied(value) if name in template else value for name, value in given.items()}
    text: str = parsed(template.strip()).merge(namespaces.prepare_namespace(seen))
    return text.replace(_NO_DIRECTIVE, ""), seen["context"]


@lru_cache(maxsize=1024)
def parsed(template: str) -> airspeed.Template:
    """A template, parsed when it is first used.

    Two forms that Velocity reads are written as airspeed does: ``# set``, and ``#`` right before a reference.
    """
    return airspeed.Template(_SPACED_SET.sub("#set", template).replace("#$", f"#{_NO_DIRECTIVE}$"))


def _copied(value: Any) -> Any:
    """A copy in which strings have Java's methods."""
    if isinstance(value, dict):
        return {name: _copied(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_copied(each) for each in value]
    return JavaString(value) if isinstance(value, str) else value
