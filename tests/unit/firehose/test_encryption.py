from typing import Any

import pytest
from localstack.aws.api.firehose import InvalidArgumentException

from offline_aws.firehose import encryption


def test_the_key_is_awss_own_unless_one_is_named() -> None:
    assert encryption.enabled(None) == {"KeyType": "AWS_OWNED_CMK", "Status": "ENABLED"}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"KeyType": "CUSTOMER_MANAGED_CMK"}, "KeyARN is required"),
        ({"KeyType": "AWS_OWNED_CMK", "KeyARN": "arn"}, "KeyARN must not be given"),
    ],
)
def test_key_type_and_key_go_together(given: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidArgumentException, match=message):
        encryption.enabled(given)
