from types import SimpleNamespace
from typing import Any

import pytest

from offline_aws.apigateway.deployment import Deployed, objections

KNOWN = ["firehose"]


def integration(service: str = "firehose", type: str = "AWS", connection: str | None = None) -> Any:
    uri = f"arn:aws:apigateway:us-east-1:{service}:action/PutRecord"
    return SimpleNamespace(integration_type=type, uri=uri, connection_type=connection)


@pytest.mark.parametrize(
    ("authorization", "behind", "reasons"),
    [
        ("NONE", integration(), []),
        ("NONE", integration("appsync-api.abc"), []),
        ("NONE", integration("menus", type="HTTP"), []),
        ("NONE", integration("menus"), ["AWS Service of type menus not supported"]),
        ("NONE", None, ["No integration defined for method"]),
        ("CUSTOM", integration(), ["authorizationType CUSTOM of POST /poc is not emulated: everybody could call it"]),
        ("NONE", integration(type="HTTP", connection="VPC_LINK"), ["connectionType VPC_LINK of POST /poc is not emulated"]),
    ],
)  # fmt: skip
def test_a_method_is_deployed_or_refused_with_the_reason(authorization: str, behind: Any, reasons: list[str]) -> None:
    assert list(objections(Deployed("POST /poc", authorization, behind), KNOWN)) == reasons
