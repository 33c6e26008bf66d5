"""Server-side encryption of a stream, as its description shows it: a state, nothing is encrypted here.

https://docs.aws.amazon.com/firehose/latest/dev/encryption.html
"""

from typing import Any

from localstack.aws.api.firehose import InvalidArgumentException

DISABLED: dict[str, Any] = {"Status": "DISABLED"}


def enabled(given: dict[str, Any] | None) -> dict[str, Any]:
    """The description for a ``DeliveryStreamEncryptionConfigurationInput``; without one the key is AWS's own.

    Raises InvalidArgumentException when key type and key ARN don't go together.
    """
    given = given or {"KeyType": "AWS_OWNED_CMK"}
    if given["KeyType"] == "CUSTOMER_MANAGED_CMK" and "KeyARN" not in given:
        raise InvalidArgumentException("KeyARN is required when KeyType is CUSTOMER_MANAGED_CMK")
    if given["KeyType"] == "AWS_OWNED_CMK" and "KeyARN" in given:
        raise InvalidArgumentException("KeyARN must not be given when KeyType is AWS_OWNED_CMK")
    return {**given, "Status": "ENABLED"}
