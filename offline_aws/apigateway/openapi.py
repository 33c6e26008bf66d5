"""What LocalStack leaves out when it imports an API: the role of an integration.

https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
"""

from collections.abc import Mapping
from typing import Any

from localstack.services.apigateway.legacy import provider

_INTEGRATION = "x-amazon-apigateway-integration"
_ANY = "x-amazon-apigateway-any-method"


def keep_credentials() -> None:
    """Give each imported integration the ``credentials`` that its definition names."""

    original = provider.import_api_from_openapi_spec

    def import_api(rest_api: Any, open_api_spec: Mapping[str, Any], **others: Any) -> Any:
        imported = original(rest_api, open_api_spec=open_api_spec, **others)
        set_credentials(rest_api.resources.values(), open_api_spec.get("paths") or {})
        return imported

    provider.import_api_from_openapi_spec = import_api


def set_credentials(resources: Any, paths: Mapping[str, Any]) -> None:
    """:param resources: moto's, all of them made from ``paths``, perhaps below a base path"""
    for resource in resources:
        full = resource.get_path()
        path = max((path for path in paths if full.endswith(path)), key=len, default=None)
        for name, method in resource.resource_methods.items():
            operation = paths[path].get(_ANY if name == "ANY" else name.lower(), {}) if path else {}
            if role := operation.get(_INTEGRATION, {}).get("credentials"):
                method.method_integration.credentials = role
