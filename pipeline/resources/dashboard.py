"""QuickSight: the dashboard over the table, with its data source, its data sets and the user who owns them.

https://docs.aws.amazon.com/quicksight/latest/developerguide/quicksight-dev-portal.html
"""

from typing import Any

import boto3

from pipeline.dashboard.data_sets import DataSet, data_sets
from pipeline.dashboard.definition import definition
from pipeline.resources import Resource, arns, waiting
from pipeline.settings import Settings

_NAMESPACE = "default"
_READY_SECONDS = 120.0
_OPTIONS = {"SheetControlsOption": {"VisibilityState": "EXPANDED"}}
_SOURCE_ACTIONS = (
    "DescribeDataSource", "DescribeDataSourcePermissions", "PassDataSource", "UpdateDataSource", "DeleteDataSource",
    "UpdateDataSourcePermissions",
)  # fmt: skip
_SET_ACTIONS = (
    "DescribeDataSet", "DescribeDataSetPermissions", "PassDataSet", "DescribeIngestion", "ListIngestions",
    "UpdateDataSet", "DeleteDataSet", "CreateIngestion", "CancelIngestion", "UpdateDataSetPermissions",
)  # fmt: skip
_DASHBOARD_ACTIONS = (
    "DescribeDashboard", "ListDashboardVersions", "UpdateDashboardPermissions", "QueryDashboard", "UpdateDashboard",
    "DeleteDashboard", "DescribeDashboardPermissions", "UpdateDashboardPublishedVersion",
)  # fmt: skip


def create(settings: Settings) -> None:
    """Make user, data source, data sets and dashboard, or bring them up to date; the newest version is published."""
    client = _client(settings)
    owner = _put_user(client, settings)
    source = _put_source(client, settings, owner)
    declared = {each.identifier: _put_set(client, each, source, owner) for each in data_sets(settings)}
    _put_dashboard(client, settings, definition(declared), owner)


def describe(settings: Settings) -> list[Resource]:
    client = _client(settings)
    found = []
    if user := _user(client, settings):
        found.append(Resource("QuickSight user", settings.dashboard_user, user["Role"].lower()))
    if source := _found(client, client.describe_data_source, DataSourceId=settings.dashboard):
        found.append(Resource("QuickSight data source", settings.dashboard, source["DataSource"]["Type"]))
    for each in data_sets(settings):
        if answer := _found(client, client.describe_data_set, DataSetId=each.id):
            found.append(Resource("QuickSight data set", each.id, answer["DataSet"]["ImportMode"]))
    if dashboard := _found(client, client.describe_dashboard, DashboardId=settings.dashboard):
        version = dashboard["Dashboard"]["Version"]["VersionNumber"]
        found.append(Resource("QuickSight dashboard", settings.dashboard, f"version {version}"))
    return found


def delete(settings: Settings) -> list[Resource]:
    """Delete what exists, the dashboard first."""
    client, account = _client(settings), arns.account()
    found = describe(settings)
    deletions = {
        "QuickSight user": lambda name: client.delete_user(AwsAccountId=account, Namespace=_NAMESPACE, UserName=name),
        "QuickSight data source": lambda name: client.delete_data_source(AwsAccountId=account, DataSourceId=name),
        "QuickSight data set": lambda name: client.delete_data_set(AwsAccountId=account, DataSetId=name),
        "QuickSight dashboard": lambda name: client.delete_dashboard(AwsAccountId=account, DashboardId=name),
    }
    for each in reversed(found):
        deletions[each.kind](each.name)
    return found


def url(settings: Settings) -> str | None:
    """Where the dashboard is drawn; None when there is none. On AWS the URL is good for one visit."""
    client = _client(settings)
    user = _user(client, settings)
    if user is None or not _found(client, client.describe_dashboard, DashboardId=settings.dashboard):
        return None
    answer = client.generate_embed_url_for_registered_user(
        AwsAccountId=arns.account(),
        UserArn=user["Arn"],
        ExperienceConfiguration={"Dashboard": {"InitialDashboardId": settings.dashboard}},
    )
    return str(answer["EmbedUrl"])


def _put_user(client: Any, settings: Settings) -> str:
    """The owner's ARN; who is there already stays as they are."""
    if user := _user(client, settings):
        return str(user["Arn"])
    answer = client.register_user(
        AwsAccountId=arns.account(),
        Namespace=_NAMESPACE,
        IdentityType="QUICKSIGHT",
        UserName=settings.dashboard_user,
        Email=settings.dashboard_email,
        UserRole="AUTHOR",
    )
    return str(answer["User"]["Arn"])


def _put_source(client: Any, settings: Settings, owner: str) -> str:
    wanted = {
        "AwsAccountId": arns.account(),
        "DataSourceId": settings.dashboard,
        "Name": settings.dashboard,
        "DataSourceParameters": {"AthenaParameters": {"WorkGroup": settings.workgroup}},
    }
    if _found(client, client.describe_data_source, DataSourceId=settings.dashboard):
        return str(client.update_data_source(**wanted)["Arn"])
    answer = client.create_data_source(**wanted, Type="ATHENA", Permissions=_grant(owner, _SOURCE_ACTIONS))
    waiting.until(
        lambda: _succeeded(_found(client, client.describe_data_source, DataSourceId=settings.dashboard), "DataSource"),
        f"creation of data source {settings.dashboard}",
        _READY_SECONDS,
    )
    return str(answer["Arn"])


def _put_set(client: Any, data_set: DataSet, source: str, owner: str) -> str:
    wanted = {
        "AwsAccountId": arns.account(),
        "DataSetId": data_set.id,
        "Name": data_set.name,
        "ImportMode": "DIRECT_QUERY",
        "PhysicalTableMap": {data_set.identifier: {data_set.kind: data_set.table | {"DataSourceArn": source}}},
    }
    if _found(client, client.describe_data_set, DataSetId=data_set.id):
        return str(client.update_data_set(**wanted)["Arn"])
    return str(client.create_data_set(**wanted, Permissions=_grant(owner, _SET_ACTIONS))["Arn"])


def _put_dashboard(client: Any, settings: Settings, wanted: dict[str, Any], owner: str) -> None:
    place = {"AwsAccountId": arns.account(), "DashboardId": settings.dashboard}
    content = {"Name": settings.dashboard, "Definition": wanted, "DashboardPublishOptions": _OPTIONS}
    current = _found(client, client.describe_dashboard_definition, DashboardId=settings.dashboard)
    if current is None:
        permissions = _grant(owner, _DASHBOARD_ACTIONS)
        client.create_dashboard(**place, **content, Permissions=permissions)
        _await_version(client, settings, 1)
    elif current["Definition"] != wanted:
        answer = client.update_dashboard(**place, **content)
        number = int(answer["VersionArn"].rpartition("/")[2])
        _await_version(client, settings, number)
        client.update_dashboard_published_version(**place, VersionNumber=number)


def _await_version(client: Any, settings: Settings, number: int) -> None:
    def ready() -> bool:
        answer = _found(client, client.describe_dashboard, DashboardId=settings.dashboard, VersionNumber=number)
        return _succeeded(answer and answer["Dashboard"], "Version")

    waiting.until(ready, f"version {number} of dashboard {settings.dashboard}", _READY_SECONDS)


def _succeeded(answer: dict[str, Any] | None, member: str) -> bool:
    """Whether it is there; raises RuntimeError when QuickSight says that it never will be."""
    status = answer[member]["Status"] if answer else ""
    if status.endswith("FAILED"):
        raise RuntimeError(f"QuickSight: {status}: {answer}")
    return bool(status.endswith("SUCCESSFUL"))


def _grant(principal: str, actions: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{"Principal": principal, "Actions": [f"quicksight:{action}" for action in actions]}]


def _user(client: Any, settings: Settings) -> dict[str, Any] | None:
    answer = _found(client, client.describe_user, Namespace=_NAMESPACE, UserName=settings.dashboard_user)
    return answer and answer["User"]


def _found(client: Any, describe: Any, **place: Any) -> dict[str, Any] | None:
    try:
        answer: dict[str, Any] = describe(AwsAccountId=arns.account(), **place)
    except client.exceptions.ResourceNotFoundException:
        return None
    return answer


def _client(settings: Settings) -> Any:
    return boto3.client("quicksight", region_name=settings.region)
