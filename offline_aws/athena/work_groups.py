"""Workgroups: the settings that queries share.

https://docs.aws.amazon.com/athena/latest/ug/workgroups-manage-queries-control-costs.html
"""

from dataclasses import replace
from datetime import UTC, datetime
from operator import itemgetter

from localstack.aws.api import RequestContext, handler

from offline_aws.athena import tags
from offline_aws.athena.api import (
    InvalidRequestException,
    Request,
    Response,
    checked_location,
    not_emulated,
    refuse,
)
from offline_aws.athena.models import ENGINES, PRIMARY, AthenaStore, WorkGroup, engine_version, store_of
from offline_aws.athena.paging import page_of
from offline_aws.athena.result_settings import SET_TOGETHER, settings_of, updated

_HONOURED = {
    "ResultConfiguration",
    "ResultConfigurationUpdates",
    "EnforceWorkGroupConfiguration",
    "PublishCloudWatchMetricsEnabled",
    "BytesScannedCutoffPerQuery",
    "RemoveBytesScannedCutoffPerQuery",
    "EngineVersion",
    "ManagedQueryResultsConfiguration",
    "ManagedQueryResultsConfigurationUpdates",
}


class WorkGroups:
    """Handlers of a provider."""

    @handler("CreateWorkGroup", expand=False)
    def create_work_group(self, context: RequestContext, request: Request) -> Response:
        refuse(request, {"Name", "Configuration", "Description", "Tags"})
        store = store_of(context)
        name = request["Name"]
        if name in all_groups(store):
            raise InvalidRequestException("WorkGroup is already created")
        group = WorkGroup(name, datetime.now(UTC), request.get("Description") or "")
        group, given = configured(group, request.get("Configuration") or {}), tags.tagged(request.get("Tags") or [])
        store.work_groups[name] = group
        store.tags[tags.arn_of(context, "workgroup", name)] = given
        return {}

    @handler("GetWorkGroup", expand=False)
    def get_work_group(self, context: RequestContext, request: Request) -> Response:
        group = find_group(store_of(context), request["WorkGroup"])
        return {"WorkGroup": _summary(group) | {"Configuration": _configuration(group)}}

    @handler("ListWorkGroups", expand=False)
    def list_work_groups(self, context: RequestContext, request: Request) -> Response:
        groups = [
            _summary(group) | {"EngineVersion": engine_version(group.engine)}
            for group in all_groups(store_of(context)).values()
        ]
        page, token = page_of(groups, context, request, 50, itemgetter("Name"))
        return {"WorkGroups": page} | token

    @handler("UpdateWorkGroup", expand=False)
    def update_work_group(self, context: RequestContext, request: Request) -> Response:
        refuse(request, {"WorkGroup", "Description", "ConfigurationUpdates", "State"})
        store = store_of(context)
        group = find_group(store, request["WorkGroup"])
        group = replace(
            group,
            description=request.get("Description", group.description),
            state=request.get("State", group.state),
        )
        store.work_groups[group.name] = configured(group, request.get("ConfigurationUpdates") or {})
        return {}

    @handler("DeleteWorkGroup", expand=False)
    def delete_work_group(self, context: RequestContext, request: Request) -> Response:
        """What belongs to the workgroup goes with it, if the client says so."""
        store = store_of(context)
        group = find_group(store, request["WorkGroup"])
        if group.name == PRIMARY:
            raise InvalidRequestException("The primary workgroup cannot be deleted")
        owned = [
            (kept, key)
            for kept in (store.executions, store.named_queries)
            for key, item in kept.items()
            if item.work_group == group.name
        ]
        if (owned or store.prepared.get(group.name)) and not request.get("RecursiveDeleteOption"):
            raise InvalidRequestException(f"WorkGroup {group.name} is not empty")
        for kept, key in owned:
            del kept[key]
        store.prepared.pop(group.name, None)
        store.tags.pop(tags.arn_of(context, "workgroup", group.name), None)
        del store.work_groups[group.name]
        return {}

    @handler("ListEngineVersions", expand=False)
    def list_engine_versions(self, context: RequestContext, request: Request) -> Response:
        versions = [engine_version(selected) for selected in ENGINES]
        page, token = page_of(versions, context, request, 10, itemgetter("SelectedEngineVersion"))
        return {"EngineVersions": page} | token


def all_groups(store: AthenaStore) -> dict[str, WorkGroup]:
    if PRIMARY not in store.work_groups:
        store.work_groups[PRIMARY] = WorkGroup(PRIMARY, datetime.now(UTC), enforced=False)
    return store.work_groups


def find_group(store: AthenaStore, name: str) -> WorkGroup:
    if not (group := all_groups(store).get(name)):
        raise InvalidRequestException("WorkGroup is not found.", "WORKGROUP_NOT_FOUND")
    return group


def enabled_group(store: AthenaStore, name: str) -> WorkGroup:
    group = find_group(store, name)
    if group.state != "ENABLED":
        raise InvalidRequestException(f"WorkGroup {group.name} is disabled.")
    return group


def configured(group: WorkGroup, given: Request) -> WorkGroup:
    """The workgroup with a Configuration or ConfigurationUpdates applied."""
    refuse(given, _HONOURED, "Configuration.")
    version = (given.get("EngineVersion") or {}).get("SelectedEngineVersion", group.engine)
    if version not in ENGINES:
        raise not_emulated(f"engine version {version}")
    group = _with_managed_results(_with_results(group, given), given)
    cutoff = given.get("BytesScannedCutoffPerQuery", group.cutoff)
    return replace(
        group,
        enforced=given.get("EnforceWorkGroupConfiguration", group.enforced),
        cutoff=None if given.get("RemoveBytesScannedCutoffPerQuery") else cutoff,
        metrics=given.get("PublishCloudWatchMetricsEnabled", group.metrics),
        engine=version,
    )


def _with_results(group: WorkGroup, given: Request) -> WorkGroup:
    """The workgroup with the settings for results that are given, all of them or updates."""
    settings, location = group.result_settings or {}, group.output_location
    if output := given.get("ResultConfiguration"):
        settings = settings_of(output)
    elif output := given.get("ResultConfigurationUpdates"):
        settings = updated(settings, output)
    if output and output.get("OutputLocation"):
        location = checked_location(output["OutputLocation"])
    elif output and output.get("RemoveOutputLocation"):
        location = None
    return replace(group, output_location=location, result_settings=settings)


def _with_managed_results(group: WorkGroup, given: Request) -> WorkGroup:
    """The workgroup with Athena or S3 to keep its results: never both."""
    managed = given.get("ManagedQueryResultsConfiguration") or given.get("ManagedQueryResultsConfigurationUpdates")
    refuse(
        managed or {}, {"Enabled", "RemoveEncryptionConfiguration"}, "Configuration.ManagedQueryResultsConfiguration."
    )
    group = replace(group, managed=(managed or {}).get("Enabled", group.managed))
    if group.managed and (group.output_location or group.result_settings):
        raise InvalidRequestException(SET_TOGETHER)
    return group


def _summary(group: WorkGroup) -> Response:
    return {
        "Name": group.name,
        "State": group.state,
        "Description": group.description,
        "CreationTime": group.created,
    }


def _configuration(group: WorkGroup) -> Response:
    """The workgroup's Configuration as GetWorkGroup shows it."""
    location = {"OutputLocation": group.output_location} if group.output_location else {}
    return {
        "ResultConfiguration": location | (group.result_settings or {}),
        "ManagedQueryResultsConfiguration": {"Enabled": group.managed},
        "EnforceWorkGroupConfiguration": group.enforced,
        "PublishCloudWatchMetricsEnabled": group.metrics,
        "RequesterPaysEnabled": False,
        "EngineVersion": engine_version(group.engine),
    } | ({"BytesScannedCutoffPerQuery": group.cutoff} if group.cutoff else {})
