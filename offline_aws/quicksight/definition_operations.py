"""Analyses and dashboards: create, describe, list, update, publish, delete, permissions.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDashboard.html
https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateAnalysis.html
"""

from typing import Any

from localstack.aws.api import RequestContext, handler

from offline_aws.quicksight.definition import problems
from offline_aws.quicksight.errors import InvalidParameterValueException, ResourceNotFoundException
from offline_aws.quicksight.members import ANY
from offline_aws.quicksight.models import DataSet, Definitions, Json, QuickSightStore, Version
from offline_aws.quicksight.requests import (
    Request,
    answer,
    arn,
    change_permissions,
    delete,
    find,
    new_id,
    now,
    page,
    refuse_beyond,
    store_of,
    tags_of,
)

_STATUS = {"AvailabilityStatus": {"ENABLED", "DISABLED"}}
_COMMON = {
    "AwsAccountId": ANY,
    "Name": ANY,
    "Permissions": ANY,
    "Tags": ANY,
    "Definition": ANY,
    "ValidationStrategy": {"Mode": {"STRICT", "LENIENT"}},
}
_ANALYSIS = _COMMON | {"AnalysisId": ANY}
_DASHBOARD = _COMMON | {
    "DashboardId": ANY,
    "VersionDescription": ANY,
    "DashboardPublishOptions": {
        "AdHocFilteringOption": _STATUS,
        "ExportToCSVOption": _STATUS,
        "SheetControlsOption": {"VisibilityState": {"EXPANDED", "COLLAPSED"}},
    },
}


def finder(store: QuickSightStore) -> Any:
    """From an ARN to the data set of the store."""

    def find_data_set(arn: str) -> DataSet | None:
        return next((each for each in store.data_sets.values() if each.arn == arn), None)

    return find_data_set


class DefinitionOperations:
    """The handlers of what holds a definition."""

    @handler("CreateAnalysis", expand=False)
    def create_analysis(self, context: RequestContext, request: Request) -> Json:
        refuse_beyond(request, _ANALYSIS)
        store = store_of(context, request)
        id_ = new_id(store.analyses, request["AnalysisId"], "Analysis")
        analysis = _made(context, store, request, id_, "analysis")
        store.analyses[id_] = analysis
        return answer(context, Arn=analysis.arn, AnalysisId=id_, CreationStatus="CREATION_SUCCESSFUL")

    @handler("DescribeAnalysis", expand=False)
    def describe_analysis(self, context: RequestContext, request: Request) -> Json:
        analysis = _analysis(context, request)
        description = _analysis_summary(analysis) | {
            "DataSetArns": _data_set_arns(analysis.latest),
            "Sheets": _sheets(analysis.latest),
            "Errors": analysis.latest.errors,
        }
        return answer(context, Analysis=description)

    @handler("DescribeAnalysisDefinition", expand=False)
    def describe_analysis_definition(self, context: RequestContext, request: Request) -> Json:
        analysis = _analysis(context, request)
        return answer(
            context,
            AnalysisId=analysis.id,
            Name=analysis.name,
            Errors=analysis.latest.errors,
            ResourceStatus=_status(analysis),
            Definition=analysis.latest.definition,
        )

    @handler("ListAnalyses", expand=False)
    def list_analyses(self, context: RequestContext, request: Request) -> Json:
        found, token = page([_analysis_summary(each) for each in store_of(context, request).analyses.values()], request)
        return answer(context, AnalysisSummaryList=found, NextToken=token)

    @handler("UpdateAnalysis", expand=False)
    def update_analysis(self, context: RequestContext, request: Request) -> Json:
        refuse_beyond(request, _ANALYSIS)
        analysis = _analysis(context, request)
        analysis.versions = [_version(store_of(context, request), request, 1)]
        analysis.name, analysis.updated = request["Name"], now()
        return answer(context, Arn=analysis.arn, AnalysisId=analysis.id, UpdateStatus="UPDATE_SUCCESSFUL")

    @handler("DeleteAnalysis", expand=False)
    def delete_analysis(self, context: RequestContext, request: Request) -> Json:
        """At once and for good: the recovery window of AWS is for people, who can deploy anew here."""
        store = store_of(context, request)
        analysis = delete(store, store.analyses, request["AnalysisId"], "Analysis")
        return answer(context, Arn=analysis.arn, AnalysisId=analysis.id, DeletionTime=now())

    @handler("DescribeAnalysisPermissions", expand=False)
    def describe_analysis_permissions(self, context: RequestContext, request: Request) -> Json:
        return _analysis_permissions(context, _analysis(context, request))

    @handler("UpdateAnalysisPermissions", expand=False)
    def update_analysis_permissions(self, context: RequestContext, request: Request) -> Json:
        analysis = _analysis(context, request)
        change_permissions(analysis, request)
        return _analysis_permissions(context, analysis)

    @handler("CreateDashboard", expand=False)
    def create_dashboard(self, context: RequestContext, request: Request) -> Json:
        refuse_beyond(request, _DASHBOARD)
        store = store_of(context, request)
        id_ = new_id(store.dashboards, request["DashboardId"], "Dashboard")
        dashboard = _made(context, store, request, id_, "dashboard")
        store.dashboards[id_] = dashboard
        return answer(
            context,
            Arn=dashboard.arn,
            VersionArn=_version_arn(dashboard, dashboard.latest),
            DashboardId=id_,
            CreationStatus="CREATION_SUCCESSFUL",
        )

    @handler("DescribeDashboard", expand=False)
    def describe_dashboard(self, context: RequestContext, request: Request) -> Json:
        dashboard = _dashboard(context, request)
        version = _chosen(dashboard, request)
        described = _version_summary(dashboard, version) | {
            "DataSetArns": _data_set_arns(version),
            "Sheets": _sheets(version),
            "Errors": version.errors,
        }
        return answer(context, Dashboard=_dates(dashboard, "DashboardId") | {"Version": described})

    @handler("DescribeDashboardDefinition", expand=False)
    def describe_dashboard_definition(self, context: RequestContext, request: Request) -> Json:
        dashboard = _dashboard(context, request)
        version = _chosen(dashboard, request)
        return answer(
            context,
            DashboardId=dashboard.id,
            Name=dashboard.name,
            Errors=version.errors,
            ResourceStatus=_status(dashboard),
            Definition=version.definition,
            DashboardPublishOptions=dashboard.options,
        )

    @handler("ListDashboards", expand=False)
    def list_dashboards(self, context: RequestContext, request: Request) -> Json:
        dashboards = store_of(context, request).dashboards.values()
        found, token = page([_dashboard_summary(each) for each in dashboards], request)
        return answer(context, DashboardSummaryList=found, NextToken=token)

    @handler("ListDashboardVersions", expand=False)
    def list_dashboard_versions(self, context: RequestContext, request: Request) -> Json:
        dashboard = _dashboard(context, request)
        found, token = page([_version_summary(dashboard, each) for each in dashboard.versions], request)
        return answer(context, DashboardVersionSummaryList=found, NextToken=token)

    @handler("UpdateDashboard", expand=False)
    def update_dashboard(self, context: RequestContext, request: Request) -> Json:
        """A new version, which is not shown until it is published."""
        refuse_beyond(request, _DASHBOARD)
        dashboard = _dashboard(context, request)
        version = _version(store_of(context, request), request, dashboard.latest.number + 1)
        dashboard.versions.append(version)
        dashboard.name, dashboard.updated = request["Name"], now()
        dashboard.options = request.get("DashboardPublishOptions") or {}
        return answer(
            context,
            Arn=dashboard.arn,
            VersionArn=_version_arn(dashboard, version),
            DashboardId=dashboard.id,
            CreationStatus="CREATION_SUCCESSFUL",
        )

    @handler("UpdateDashboardPublishedVersion", expand=False)
    def update_dashboard_published_version(self, context: RequestContext, request: Request) -> Json:
        dashboard = _dashboard(context, request)
        dashboard.published = _chosen(dashboard, request).number
        return answer(context, DashboardArn=dashboard.arn, DashboardId=dashboard.id)

    @handler("DeleteDashboard", expand=False)
    def delete_dashboard(self, context: RequestContext, request: Request) -> Json:
        store, dashboard = store_of(context, request), _dashboard(context, request)
        if "VersionNumber" in request and len(dashboard.versions) > 1:
            _delete_version(dashboard, _chosen(dashboard, request))
        else:
            _chosen(dashboard, request)
            delete(store, store.dashboards, dashboard.id, "Dashboard")
        return answer(context, Arn=dashboard.arn, DashboardId=dashboard.id)

    @handler("DescribeDashboardPermissions", expand=False)
    def describe_dashboard_permissions(self, context: RequestContext, request: Request) -> Json:
        return _dashboard_permissions(context, _dashboard(context, request))

    @handler("UpdateDashboardPermissions", expand=False)
    def update_dashboard_permissions(self, context: RequestContext, request: Request) -> Json:
        allowed = dict.fromkeys(("AwsAccountId", "DashboardId", "GrantPermissions", "RevokePermissions"))
        refuse_beyond(request, allowed)
        dashboard = _dashboard(context, request)
        change_permissions(dashboard, request)
        return _dashboard_permissions(context, dashboard)


def _made(context: RequestContext, store: QuickSightStore, request: Request, id_: str, kind: str) -> Definitions:
    at = now()
    made = Definitions(
        id=id_,
        arn=arn(context, kind, id_),
        name=request["Name"],
        created=at,
        updated=at,
        permissions=request.get("Permissions") or [],
        versions=[_version(store, request, 1)],
        options=request.get("DashboardPublishOptions") or {},
    )
    store.tags[made.arn] = tags_of(request.get("Tags") or [])
    return made


def _version(store: QuickSightStore, request: Request, number: int) -> Version:
    """The request's definition, in which nothing may be wrong unless the request says LENIENT."""
    definition = request.get("Definition")
    if definition is None:
        raise InvalidParameterValueException("A Definition is required: other sources are not emulated")
    found = problems(definition, finder(store))
    if found and (request.get("ValidationStrategy") or {}).get("Mode") != "LENIENT":
        raise InvalidParameterValueException("; ".join(each.reason for each in found))
    errors = [{"Type": each.kind, "Message": each.reason, "ViolatedEntities": [{"Path": each.path}]} for each in found]
    return Version(number, definition, now(), request.get("VersionDescription"), errors)


def _delete_version(dashboard: Definitions, version: Version) -> None:
    if version.number == dashboard.published:
        raise InvalidParameterValueException(f"Version {version.number} is published and can't be deleted")
    dashboard.versions.remove(version)


def _analysis(context: RequestContext, request: Request) -> Definitions:
    return find(store_of(context, request).analyses, request["AnalysisId"], "Analysis")


def _dashboard(context: RequestContext, request: Request) -> Definitions:
    return find(store_of(context, request).dashboards, request["DashboardId"], "Dashboard")


def _chosen(dashboard: Definitions, request: Request) -> Version:
    """The version of the request: by number, by alias, or the published one."""
    if request.get("AliasName") == "$LATEST":
        return dashboard.latest
    number = request.get("VersionNumber", dashboard.published)
    version = dashboard.version(number)
    if version is None:
        raise ResourceNotFoundException(f"Dashboard {dashboard.id} has no version {number}")
    return version


def _dates(asset: Definitions, id_member: str) -> Json:
    return {
        "Arn": asset.arn,
        id_member: asset.id,
        "Name": asset.name,
        "CreatedTime": asset.created,
        "LastUpdatedTime": asset.updated,
    }


def _status(asset: Definitions) -> str:
    return "CREATION_SUCCESSFUL" if asset.created == asset.updated else "UPDATE_SUCCESSFUL"


def _analysis_summary(analysis: Definitions) -> Json:
    return _dates(analysis, "AnalysisId") | {"Status": _status(analysis)}


def _dashboard_summary(dashboard: Definitions) -> Json:
    return _dates(dashboard, "DashboardId") | {"PublishedVersionNumber": dashboard.published}


def _version_summary(dashboard: Definitions, version: Version) -> Json:
    described = {
        "Arn": _version_arn(dashboard, version),
        "VersionNumber": version.number,
        "Status": "CREATION_SUCCESSFUL",
        "CreatedTime": version.created,
    }
    return described | ({"Description": version.description} if version.description else {})


def _version_arn(dashboard: Definitions, version: Version) -> str:
    return f"{dashboard.arn}/version/{version.number}"


def _data_set_arns(version: Version) -> list[str]:
    return [each["DataSetArn"] for each in version.definition["DataSetIdentifierDeclarations"]]


def _sheets(version: Version) -> list[Json]:
    sheets = version.definition.get("Sheets") or []
    return [{"SheetId": each["SheetId"], "Name": each.get("Name", each["SheetId"])} for each in sheets]


def _analysis_permissions(context: RequestContext, analysis: Definitions) -> Json:
    return answer(context, AnalysisArn=analysis.arn, AnalysisId=analysis.id, Permissions=analysis.permissions)


def _dashboard_permissions(context: RequestContext, dashboard: Definitions) -> Json:
    return answer(context, DashboardArn=dashboard.arn, DashboardId=dashboard.id, Permissions=dashboard.permissions)
