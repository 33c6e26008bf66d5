from types import SimpleNamespace
from typing import Any

from offline_aws.apigateway.openapi import set_credentials


def resource(path: str, *methods: str) -> Any:
    made = {name: SimpleNamespace(method_integration=SimpleNamespace(credentials=None)) for name in methods}
    return SimpleNamespace(get_path=lambda: path, resource_methods=made)


def operation(role: str) -> dict[str, Any]:
    return {"x-amazon-apigateway-integration": {"credentials": role}}


def test_an_integration_gets_the_role_of_its_operation_below_a_base_path_too() -> None:
    resources = [resource("/", "GET"), resource("/base/poc", "POST", "OPTIONS", "ANY")]
    paths = {"/poc": {"post": operation("one"), "options": {}, "x-amazon-apigateway-any-method": operation("two")}}
    set_credentials(resources, paths)
    found = {name: made.method_integration.credentials for name, made in resources[1].resource_methods.items()}
    assert found == {"POST": "one", "OPTIONS": None, "ANY": "two"}
