"""ResultConfiguration: where and how the results of queries are written, by the client's word or the workgroup's.

https://docs.aws.amazon.com/athena/latest/APIReference/API_ResultConfiguration.html and
https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html
"""

from collections.abc import Mapping
from typing import Any

from offline_aws.athena import managed_results
from offline_aws.athena.api import InvalidRequestException, Request, checked_location, not_emulated, refuse
from offline_aws.athena.models import WorkGroup

_SETTINGS = ("EncryptionConfiguration", "ExpectedBucketOwner", "AclConfiguration")
NO_OUTPUT_LOCATION = (
    "No output location provided. An output location is required either through the Workgroup result configuration "
    "setting or as an API input."
)

SET_TOGETHER = "ManagedQueryResultsConfiguration and ResultConfiguration cannot be set together."


def settings_of(given: Request) -> dict[str, Any]:
    """The settings in a ResultConfiguration beside its location.

    :raises InvalidRequestException: it has a member that is not honoured
    """
    refuse(given, {"OutputLocation", *_SETTINGS}, "ResultConfiguration.")
    encryption = given.get("EncryptionConfiguration") or {}
    option = encryption.get("EncryptionOption")
    if option == "CSE_KMS":
        raise not_emulated("EncryptionOption CSE_KMS")
    if option == "SSE_KMS" and not encryption.get("KmsKey"):
        raise InvalidRequestException("KmsKey is required for SSE_KMS and CSE_KMS encryption options")
    return {name: given[name] for name in _SETTINGS if given.get(name)}


def updated(settings: Mapping[str, Any], updates: Request) -> dict[str, Any]:
    """The settings with ResultConfigurationUpdates applied: each can be given or removed."""
    removals = {f"Remove{name}": name for name in (*_SETTINGS, "OutputLocation")}
    given = settings_of({name: value for name, value in updates.items() if name not in removals})
    removed = {name for removal, name in removals.items() if updates.get(removal)}
    return {name: value for name, value in settings.items() if name not in removed} | given


def chosen(group: WorkGroup, given: Request) -> tuple[str, dict[str, Any]]:
    """The output location, ending in a slash, and the settings of a query.

    An enforcing workgroup with a location decides alone, and one with managed results takes no word of the client's;
    else that counts, and the workgroup's for what the client leaves out.
    """
    own = group.result_settings or {}
    if group.managed and given:
        raise InvalidRequestException(SET_TOGETHER)
    if group.managed:
        return managed_results.LOCATION, {}
    if group.enforced and group.output_location:
        return group.output_location, own
    client = settings_of(given)
    location = given.get("OutputLocation") or group.output_location
    if not location:
        raise InvalidRequestException(NO_OUTPUT_LOCATION)
    return checked_location(location), own | client


def put_arguments(settings: Mapping[str, Any] | None) -> dict[str, str]:
    """What the settings are to S3's PutObject."""
    settings = settings or {}
    arguments = {}
    if encryption := settings.get("EncryptionConfiguration"):
        is_kms = encryption["EncryptionOption"] == "SSE_KMS"
        arguments["ServerSideEncryption"] = "aws:kms" if is_kms else "AES256"
        if is_kms:
            arguments["SSEKMSKeyId"] = encryption["KmsKey"]
    if owner := settings.get("ExpectedBucketOwner"):
        arguments["ExpectedBucketOwner"] = owner
    if settings.get("AclConfiguration"):
        arguments["ACL"] = "bucket-owner-full-control"
    return arguments
