"""Workgroups: the settings that queries share.

https://docs.aws.amazon.com/athena/latest/ug/workgroups-manage-queries-control-costs.html
"""

from dataclasses import replace
from datetime import UTC, datetime

from offline_aws.athena.api import (
    InvalidRequestException,
    Request,
    Response,
    checked_location,
    not_emulated,
    refuse,
)
from offline_aws.athena.models import ENGINE_VERSION, PRIMARY, AthenaStore, WorkGroup


def all_groups(store: AthenaStore) -> dict[str, WorkGroup]:
    if PRIMARY not in store.work_groups:
        store.work_groups[PRIMARY] = WorkGroup(PRIMARY, datetime.now(UTC), enforced=False)
    return store.work_groups


def find_group(store: AthenaStore, name: str) -> WorkGroup:
    if not (group := all_groups(store).get(name)):
        raise InvalidRequestException("WorkGroup is not found.", "WORKGROUP_NOT_FOUND")
    return group


def configured(group: WorkGroup, given: Request) -> WorkGroup:
    """The workgroup with a Configuration or ConfigurationUpdates applied."""
    refuse(
        given,
        {"ResultConfiguration", "ResultConfigurationUpdates", "EnforceWorkGroupConfiguration", "EngineVersion"},
        "Configuration.",
    )
    version = (given.get("EngineVersion") or {}).get("SelectedEngineVersion", "AUTO")
    if version not in ENGINE_VERSION.values():
        raise not_emulated(f"engine version {version}")
    output = given.get("ResultConfiguration") or given.get("ResultConfigurationUpdates") or {}
    refuse(output, {"OutputLocation", "RemoveOutputLocation"}, "ResultConfiguration.")
    location = group.output_location
    if output.get("OutputLocation"):
        location = checked_location(output["OutputLocation"])
    elif output.get("RemoveOutputLocation"):
        location = None
    enforced = given.get("EnforceWorkGroupConfiguration", group.enforced)
    return replace(group, output_location=location, enforced=enforced)


def summary(group: WorkGroup) -> Response:
    return {
        "Name": group.name,
        "State": group.state,
        "Description": group.description,
        "CreationTime": group.created,
    }


def configuration(group: WorkGroup) -> Response:
    """The workgroup's Configuration as GetWorkGroup shows it."""
    return {
        "ResultConfiguration": {"OutputLocation": group.output_location} if group.output_location else {},
        "EnforceWorkGroupConfiguration": group.enforced,
        "PublishCloudWatchMetricsEnabled": False,
        "RequesterPaysEnabled": False,
        "EngineVersion": ENGINE_VERSION,
    }
