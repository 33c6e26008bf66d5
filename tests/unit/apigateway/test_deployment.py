from types import SimpleNamespace
from typing import Any

import pytest

from offline_aws.apigateway.deployment import Deployed, objections

KNOWN = ["firehose", "lambda"]


def integration(service: str = "firehose", **given: Any) -> Any:
    defaults: dict[str, Any] = {
        "integration_type": "AWS",
        "uri": f"arn:aws:apigateway:us-east-1:{service}:action/PutRecord",
        "connection_type": None,
        "passthrough_behaviour": "NEVER",
        "content_handling": None,
        "timeout_in_millis": None,
        "credentials": "arn:aws:iam::000000000000:role/APIGateway-Firehose",
    }
    return SimpleNamespace(**defaults | given)


@pytest.mark.parametrize(
    ("authorization", "behind", "reasons"),
    [
        ("NONE", integration(), []),
        ("NONE", integration("appsync-api.abc"), []),
        ("NONE", integration("menus", integration_type="HTTP"), []),
        ("NONE", integration(credentials=None), ["Role ARN must be specified for AWS integrations"]),
        ("NONE", integration("lambda", credentials=None), []),
        ("NONE", integration("menus"), ["AWS Service of type menus not supported"]),
        ("NONE", None, ["No integration defined for method"]),
        ("CUSTOM", integration(), ["authorizationType CUSTOM of POST /poc is not emulated: everybody could call it"]),
        ("NONE", integration(connection_type="VPC_LINK"), ["connectionType VPC_LINK of POST /poc is not emulated"]),
        ("NONE", integration(timeout_in_millis=50, content_handling="CONVERT_TO_TEXT"), []),
        ("NONE", integration(timeout_in_millis=29001), ["Timeout should be between 50 ms and 29000 ms"]),
        ("NONE", integration(content_handling="TEXT"), ["contentHandling TEXT of POST /poc is none of CONVERT_TO_BINARY, CONVERT_TO_TEXT"]),
        ("NONE", integration(passthrough_behaviour="EVER"), ["passthroughBehavior EVER of POST /poc is none of WHEN_NO_MATCH, WHEN_NO_TEMPLATES, NEVER"]),
    ],
)  # fmt: skip
def test_a_method_is_deployed_or_refused_with_the_reason(authorization: str, behind: Any, reasons: list[str]) -> None:
    assert list(objections(Deployed("POST /poc", authorization, behind), KNOWN)) == reasons
