from typing import Any

import pytest
from localstack.aws.api.firehose import InvalidArgumentException

from offline_aws.firehose import encryption


def test_the_key_is_awss_own_unless_one_is_named() -> None:
    assert encryption.enabled(None, "us-east-1") == {"KeyType": "AWS_OWNED_CMK", "Status": "ENABLED"}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"KeyType": "CUSTOMER_MANAGED_CMK"}, "KeyARN has to be specified"),
        ({"KeyType": "AWS_OWNED_CMK", "KeyARN": "arn"}, "KeyARN cannot be specified"),
        (
            {"KeyType": "CUSTOMER_MANAGED_CMK", "KeyARN": "arn:aws:kms:eu-west-1:000000000000:key/k"},
            "Cross-region keys are not allowed for SSE",
        ),
    ],
)
def test_key_type_and_key_go_together(given: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidArgumentException, match=message):
        encryption.enabled(given, "us-east-1")
