"""Server-side encryption of a stream, as its description shows it: a state, nothing is encrypted here.

https://docs.aws.amazon.com/firehose/latest/dev/encryption.html
"""

from typing import Any

from localstack.aws.api.firehose import InvalidArgumentException

DISABLED: dict[str, Any] = {"Status": "DISABLED"}


def enabled(given: dict[str, Any] | None, region: str) -> dict[str, Any]:
    """The description for a ``DeliveryStreamEncryptionConfigurationInput``; without one the key is AWS's own.

    Raises InvalidArgumentException when key type and key ARN don't go together, or the key is in another region.
    """
    given = given or {"KeyType": "AWS_OWNED_CMK"}
    if given["KeyType"] == "CUSTOMER_MANAGED_CMK" and "KeyARN" not in given:
        raise InvalidArgumentException("KeyARN has to be specified when KeyType is CUSTOMER_MANAGED_CMK")
    if given["KeyType"] == "AWS_OWNED_CMK" and "KeyARN" in given:
        raise InvalidArgumentException("KeyARN cannot be specified when KeyType is AWS_OWNED_CMK")
    if "KeyARN" in given and given["KeyARN"].split(":")[3] != region:
        raise InvalidArgumentException(
            "Cross-region keys are not allowed for SSE. Please provide CMKs in the same region as firehose"
        )
    return {**given, "Status": "ENABLED"}
