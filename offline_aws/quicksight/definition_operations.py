"""Analyses, dashboards and templates: create, describe, update; publish, delete for a while, restore.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDashboard.html
https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateAnalysis.html
https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateTemplate.html
"""

from datetime import timedelta
from functools import partial
from typing import Any

from localstack.aws.api import RequestContext

from offline_aws.quicksight.asset_operations import Handler, asset_of, delete_asset
from offline_aws.quicksight.errors import ConflictException, InvalidParameterValueException
from offline_aws.quicksight.kinds import ANALYSIS, DASHBOARD, TEMPLATE, Kind, dated
from offline_aws.quicksight.members import ANY
from offline_aws.quicksight.models import Definitions, Json, Version
from offline_aws.quicksight.requests import Request, answer, keep, made, now, refuse_beyond, store_of
from offline_aws.quicksight.version_operations import chosen, version_summary
from offline_aws.quicksight.versions import new_version

_STATUS = {"AvailabilityStatus": {"ENABLED", "DISABLED"}}
_VALUES = [{"Name": ANY, "Values": ANY}]
_COMMON = {
    "AwsAccountId": ANY,
    "Name": ANY,
    "Permissions": ANY,
    "Tags": ANY,
    "Definition": ANY,
    "ValidationStrategy": {"Mode": {"STRICT", "LENIENT"}},
}
_FROM_TEMPLATE = {
    "SourceEntity": {"SourceTemplate": {"Arn": ANY, "DataSetReferences": ANY}},
    "ThemeArn": ANY,
    "Parameters": {f"{type_}Parameters": _VALUES for type_ in ("String", "Integer", "Decimal", "DateTime")},
}
_FORMS: dict[Kind, Json] = {
    ANALYSIS: _COMMON | _FROM_TEMPLATE | {"AnalysisId": ANY},
    DASHBOARD: _COMMON
    | _FROM_TEMPLATE
    | {
        "DashboardId": ANY,
        "VersionDescription": ANY,
        "DashboardPublishOptions": {
            "AdHocFilteringOption": _STATUS,
            "ExportToCSVOption": _STATUS,
            "SheetControlsOption": {"VisibilityState": {"EXPANDED", "COLLAPSED"}},
        },
    },
    TEMPLATE: _COMMON
    | {
        "TemplateId": ANY,
        "VersionDescription": ANY,
        "SourceEntity": {
            "SourceAnalysis": {"Arn": ANY, "DataSetReferences": ANY},
            "SourceTemplate": {"Arn": ANY},
        },
    },
}
_RECOVERY_DAYS = range(7, 31)


def definition_operations(kind: Kind) -> dict[str, Handler]:
    operations = {
        f"Create{kind.name}": create,
        f"Describe{kind.name}": describe,
        f"Describe{kind.name}Definition": describe_definition,
        f"Update{kind.name}": update,
    }
    if kind is DASHBOARD:
        operations["UpdateDashboardPublishedVersion"] = publish
    if kind is ANALYSIS:
        operations |= {"DeleteAnalysis": delete_for_a_while, "RestoreAnalysis": restore}
    return {name: partial(handle, kind) for name, handle in operations.items()}


def create(kind: Kind, context: RequestContext, request: Request) -> Json:
    refuse_beyond(request, _FORMS[kind])
    store = store_of(context, request)
    asset = Definitions(
        **made(kind, context, request),
        versions=[new_version(kind, store, request, 1)],
        options=request.get("DashboardPublishOptions") or {},
    )
    keep(kind, store, asset, request)
    return answer(context, 202, **_made(kind, asset), CreationStatus="CREATION_SUCCESSFUL")


def update(kind: Kind, context: RequestContext, request: Request) -> Json:
    """An analysis is replaced; of the others there is a new version, and a dashboard's is shown once published."""
    refuse_beyond(request, _FORMS[kind])
    asset = _live(kind, context, request)
    number = 1 if kind is ANALYSIS else asset.latest.number + 1
    version = new_version(kind, store_of(context, request), request, number)
    asset.versions = [version] if kind is ANALYSIS else [*asset.versions, version]
    asset.name, asset.updated = request.get("Name") or asset.name, now()
    asset.options = request.get("DashboardPublishOptions") or {}
    status = "UpdateStatus" if kind is ANALYSIS else "CreationStatus"
    succeeded = "UPDATE_SUCCESSFUL" if kind is ANALYSIS else "CREATION_SUCCESSFUL"
    return answer(context, **_made(kind, asset), **{status: succeeded})


def _made(kind: Kind, asset: Definitions) -> Json:
    version = {} if kind is ANALYSIS else {"VersionArn": asset.version_arn(asset.latest)}
    return kind.named(asset) | version


def describe(kind: Kind, context: RequestContext, request: Request) -> Json:
    asset = asset_of(kind, context, request)
    version = chosen(kind, asset, request)
    content = _content(kind, version)
    if kind is ANALYSIS:
        return answer(context, Analysis=kind.summary(asset) | content)
    described = dated(kind.id_member, asset) | {"Version": version_summary(asset, version) | content}
    if kind is DASHBOARD:
        described["LastPublishedTime"] = kind.summary(asset)["LastPublishedTime"]
    return answer(context, **{kind.name: described})


def _content(kind: Kind, version: Version) -> Json:
    definition = version.definition
    sheets = [
        {"SheetId": each["SheetId"], "Name": each.get("Name", each["SheetId"])}
        for each in definition.get("Sheets") or []
    ]
    described: dict[str, Any] = {"Sheets": sheets, "Errors": version.errors, "ThemeArn": version.theme_arn}
    if kind is TEMPLATE:
        described["DataSetConfigurations"] = definition["DataSetConfigurations"]
    else:
        described["DataSetArns"] = [each["DataSetArn"] for each in definition["DataSetIdentifierDeclarations"]]
    return {name: value for name, value in described.items() if value is not None}


def describe_definition(kind: Kind, context: RequestContext, request: Request) -> Json:
    asset = asset_of(kind, context, request)
    version = chosen(kind, asset, request)
    return answer(
        context,
        **{kind.id_member: asset.id},
        Name=asset.name,
        Errors=version.errors,
        ResourceStatus=asset.status,
        ThemeArn=version.theme_arn,
        Definition=version.definition,
        DashboardPublishOptions=asset.options if kind is DASHBOARD else None,
    )


def publish(kind: Kind, context: RequestContext, request: Request) -> Json:
    dashboard = asset_of(kind, context, request)
    dashboard.published = chosen(kind, dashboard, request).number
    return answer(context, DashboardArn=dashboard.arn, DashboardId=dashboard.id)


def delete_for_a_while(kind: Kind, context: RequestContext, request: Request) -> Json:
    """https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DeleteAnalysis.html"""
    days, forced = request.get("RecoveryWindowInDays"), bool(request.get("ForceDeleteWithoutRecovery"))
    if days is not None and forced:
        raise InvalidParameterValueException("RecoveryWindowInDays and ForceDeleteWithoutRecovery exclude each other")
    if days is not None and days not in _RECOVERY_DAYS:
        raise InvalidParameterValueException("RecoveryWindowInDays must be between 7 and 30")
    analysis = _live(kind, context, request)
    if forced:
        return delete_asset(kind, context, request) | {"DeletionTime": now()}
    analysis.deletion = now() + timedelta(days=days or _RECOVERY_DAYS[-1])
    return answer(context, **kind.named(analysis), DeletionTime=analysis.deletion)


def restore(kind: Kind, context: RequestContext, request: Request) -> Json:
    refuse_beyond(request, {"AwsAccountId": ANY, "AnalysisId": ANY, "RestoreToFolders": {False}})
    analysis = asset_of(kind, context, request)
    if analysis.deletion is None:
        raise ConflictException(f"Analysis {analysis.id} is not deleted")
    analysis.deletion = None
    return answer(context, **kind.named(analysis))


def _live(kind: Kind, context: RequestContext, request: Request) -> Definitions:
    asset: Definitions = asset_of(kind, context, request)
    if asset.deletion is not None:
        raise ConflictException(f"{kind.name} {asset.id} is deleted; it can be restored until {asset.deletion:%F}")
    return asset
