"""What keeps a REST API from being deployed: a service that does not exist, and what would be open, or go nowhere,
because it is not emulated. It is looked at when the API is deployed, however its methods were made.

https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from localstack.aws.api.apigateway import BadRequestException
from localstack.aws.spec import get_service_catalog
from localstack.services.apigateway.helpers import get_moto_rest_api
from localstack.services.apigateway.next_gen.execute_api.integrations.aws import RestApiAwsIntegration
from localstack.services.apigateway.next_gen.provider import ApigatewayNextGenProvider
from localstack.utils.patch import patch


class Deployed(NamedTuple):
    """A method of moto's REST API as CreateDeployment finds it; ``name`` is ``POST /poc``."""

    name: str
    authorization: str
    integration: Any = None


ROLE_MISSING = "Role ARN must be specified for AWS integrations"


def apply() -> None:
    """Refuse a deployment for the first reason that there is, and an integration without a role at once."""

    @patch(ApigatewayNextGenProvider.put_integration)
    def put_integration(fn: Callable[..., Any], self: Any, context: Any, request: Any, **others: Any) -> Any:
        if request.get("type") == "AWS" and lacks_role(request.get("uri"), request.get("credentials")):
            raise BadRequestException(ROLE_MISSING)
        return fn(self, context, request, **others)

    @patch(ApigatewayNextGenProvider.create_deployment)
    def create_deployment(fn: Callable[..., Any], self: Any, context: Any, rest_api_id: str, **others: Any) -> Any:
        known = get_service_catalog().service_names
        for method in methods(get_moto_rest_api(context, rest_api_id)):
            for reason in objections(method, known):
                raise BadRequestException(reason)
        return fn(self, context, rest_api_id, **others)


def methods(rest_api: Any) -> Iterator[Deployed]:
    for resource in rest_api.resources.values():
        for verb, method in resource.resource_methods.items():
            yield Deployed(f"{verb} {resource.get_path()}", method.authorization_type, method.method_integration)


def objections(method: Deployed, known_services: list[str]) -> Iterator[str]:
    """Why a method can't be deployed; those that do not say "not emulated" are AWS's, as CreateDeployment was seen to
    answer."""
    if method.authorization != "NONE":
        yield f"authorizationType {method.authorization} of {method.name} is not emulated: everybody could call it"
    if method.integration is None:
        yield "No integration defined for method"
        return
    yield from _unreadable(method.name, method.integration)
    if method.integration.connection_type == "VPC_LINK":
        yield f"connectionType VPC_LINK of {method.name} is not emulated"
    if method.integration.integration_type == "AWS":
        if lacks_role(method.integration.uri, method.integration.credentials):
            yield ROLE_MISSING
        service = str(method.integration.uri).split(":")[4]
        # A host of a service, as AppSync's, is a subdomain before its name.
        if "." not in service and RestApiAwsIntegration.SERVICE_MAP.get(service, service) not in known_services:
            yield f"AWS Service of type {service} not supported"


def lacks_role(uri: str | None, credentials: str | None) -> bool:
    """Whether an AWS integration has no role and needs one, as all do but those of functions, which have policies.

    What is no ARN has other faults.
    """
    service = (uri or "").split(":")[4:5]
    return not credentials and service != [] and service != ["lambda"]


_WORDS = {
    "passthroughBehavior": ("WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"),
    "contentHandling": ("CONVERT_TO_BINARY", "CONVERT_TO_TEXT"),
}


def _unreadable(name: str, integration: Any) -> Iterator[str]:
    """Values that AWS refuses already when they are put."""
    given = {
        "passthroughBehavior": integration.passthrough_behaviour,
        "contentHandling": integration.content_handling,
    }
    for parameter, words in _WORDS.items():
        if (value := given[parameter]) and value not in words:
            yield f"{parameter} {value} of {name} is none of {', '.join(words)}"
    if not 50 <= int(integration.timeout_in_millis or 29000) <= 29000:
        yield "Timeout should be between 50 ms and 29000 ms"
