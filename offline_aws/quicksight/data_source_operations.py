"""Data sources: create, describe, update.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSource.html
"""

from localstack.aws.api import RequestContext

from offline_aws.quicksight.asset_operations import Handler, asset_of
from offline_aws.quicksight.kinds import DATA_SOURCE
from offline_aws.quicksight.members import ANY
from offline_aws.quicksight.models import DataSource, Json
from offline_aws.quicksight.requests import Request, answer, keep, made, now, refuse_beyond, store_of

_FORM = {
    "AwsAccountId": ANY,
    "DataSourceId": ANY,
    "Name": ANY,
    "Type": {"ATHENA"},
    "DataSourceParameters": {"AthenaParameters": {"WorkGroup": ANY}},
    "Permissions": ANY,
    "Tags": ANY,
    "SslProperties": {"DisableSsl": {False}},
}


def data_source_operations() -> dict[str, Handler]:
    return {"CreateDataSource": create, "DescribeDataSource": describe, "UpdateDataSource": update}


def create(context: RequestContext, request: Request) -> Json:
    refuse_beyond(request, _FORM)
    source = DataSource(**made(DATA_SOURCE, context, request), work_group=_work_group(request))
    keep(DATA_SOURCE, store_of(context, request), source, request)
    return answer(context, 202, **DATA_SOURCE.named(source), CreationStatus="CREATION_SUCCESSFUL")


def describe(context: RequestContext, request: Request) -> Json:
    return answer(context, DataSource=DATA_SOURCE.summary(asset_of(DATA_SOURCE, context, request)))


def update(context: RequestContext, request: Request) -> Json:
    refuse_beyond(request, _FORM)
    source = asset_of(DATA_SOURCE, context, request)
    source.name, source.updated = request["Name"], now()
    if request.get("DataSourceParameters"):
        source.work_group = _work_group(request)
    return answer(context, 202, **DATA_SOURCE.named(source), UpdateStatus="UPDATE_SUCCESSFUL")


def _work_group(request: Request) -> str:
    parameters = request.get("DataSourceParameters") or {}
    return str((parameters.get("AthenaParameters") or {}).get("WorkGroup") or "primary")
