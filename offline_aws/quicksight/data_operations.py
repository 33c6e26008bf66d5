"""Data sources and data sets: create, describe, list, update, delete, permissions.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSource.html
https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSet.html
"""

from localstack.aws.api import RequestContext, handler

from offline_aws.quicksight.data_set import DataSetError, compile_tables, rows_of
from offline_aws.quicksight.errors import InvalidParameterValueException
from offline_aws.quicksight.members import ANY
from offline_aws.quicksight.models import DataSet, DataSource, Json, QuickSightStore
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

_SOURCE = {
    "AwsAccountId": ANY,
    "DataSourceId": ANY,
    "Name": ANY,
    "Type": {"ATHENA"},
    "DataSourceParameters": {"AthenaParameters": {"WorkGroup": ANY}},
    "Permissions": ANY,
    "Tags": ANY,
    "SslProperties": {"DisableSsl": {False}},
}
_SET = {
    "AwsAccountId": ANY,
    "DataSetId": ANY,
    "Name": ANY,
    "PhysicalTableMap": ANY,
    "LogicalTableMap": ANY,
    "ImportMode": {"DIRECT_QUERY"},
    "Permissions": ANY,
    "Tags": ANY,
    "DataSetUsageConfiguration": {"DisableUseAsDirectQuerySource": {False}, "DisableUseAsImportedSource": {False}},
}


class DataOperations:
    """The handlers of what dashboards read from."""

    @handler("CreateDataSource", expand=False)
    def create_data_source(self, context: RequestContext, request: Request) -> Json:
        refuse_beyond(request, _SOURCE)
        store, at = store_of(context, request), now()
        id_ = new_id(store.data_sources, request["DataSourceId"], "DataSource")
        source = DataSource(
            id=id_,
            arn=arn(context, "datasource", id_),
            name=request["Name"],
            created=at,
            updated=at,
            permissions=request.get("Permissions") or [],
            work_group=_work_group(request),
        )
        store.data_sources[id_] = source
        store.tags[source.arn] = tags_of(request.get("Tags") or [])
        return answer(context, 202, Arn=source.arn, DataSourceId=id_, CreationStatus="CREATION_SUCCESSFUL")

    @handler("DescribeDataSource", expand=False)
    def describe_data_source(self, context: RequestContext, request: Request) -> Json:
        return answer(context, DataSource=_described_source(_source(context, request)))

    @handler("ListDataSources", expand=False)
    def list_data_sources(self, context: RequestContext, request: Request) -> Json:
        sources = store_of(context, request).data_sources.values()
        found, token = page([_described_source(each) for each in sources], request)
        return answer(context, DataSources=found, NextToken=token)

    @handler("UpdateDataSource", expand=False)
    def update_data_source(self, context: RequestContext, request: Request) -> Json:
        refuse_beyond(request, _SOURCE)
        source = _source(context, request)
        source.name, source.updated = request["Name"], now()
        if request.get("DataSourceParameters"):
            source.work_group = _work_group(request)
        return answer(context, 202, Arn=source.arn, DataSourceId=source.id, UpdateStatus="UPDATE_SUCCESSFUL")

    @handler("DeleteDataSource", expand=False)
    def delete_data_source(self, context: RequestContext, request: Request) -> Json:
        store = store_of(context, request)
        source = delete(store, store.data_sources, request["DataSourceId"], "DataSource")
        return answer(context, Arn=source.arn, DataSourceId=source.id)

    @handler("DescribeDataSourcePermissions", expand=False)
    def describe_data_source_permissions(self, context: RequestContext, request: Request) -> Json:
        return _source_permissions(context, _source(context, request))

    @handler("UpdateDataSourcePermissions", expand=False)
    def update_data_source_permissions(self, context: RequestContext, request: Request) -> Json:
        source = _source(context, request)
        change_permissions(source, request)
        return _source_permissions(context, source)

    @handler("CreateDataSet", expand=False)
    def create_data_set(self, context: RequestContext, request: Request) -> Json:
        _refuse_set(request)
        store, at = store_of(context, request), now()
        _check_tables(store, request)
        id_ = new_id(store.data_sets, request["DataSetId"], "DataSet")
        data_set = DataSet(
            id=id_,
            arn=arn(context, "dataset", id_),
            name=request["Name"],
            created=at,
            updated=at,
            permissions=request.get("Permissions") or [],
            physical=request["PhysicalTableMap"],
            logical=request.get("LogicalTableMap") or {},
        )
        store.data_sets[id_] = data_set
        store.tags[data_set.arn] = tags_of(request.get("Tags") or [])
        return answer(context, 201, Arn=data_set.arn, DataSetId=id_)

    @handler("DescribeDataSet", expand=False)
    def describe_data_set(self, context: RequestContext, request: Request) -> Json:
        data_set = _set(context, request)
        columns = [{"Name": each.name, "Type": each.type} for each in rows_of(data_set).columns.values()]
        tables = {
            "PhysicalTableMap": data_set.physical,
            "LogicalTableMap": data_set.logical or None,
            "OutputColumns": columns,
        }
        return answer(context, DataSet=_set_summary(data_set) | {k: v for k, v in tables.items() if v is not None})

    @handler("ListDataSets", expand=False)
    def list_data_sets(self, context: RequestContext, request: Request) -> Json:
        found, token = page([_set_summary(each) for each in store_of(context, request).data_sets.values()], request)
        return answer(context, DataSetSummaries=found, NextToken=token)

    @handler("UpdateDataSet", expand=False)
    def update_data_set(self, context: RequestContext, request: Request) -> Json:
        _refuse_set(request)
        data_set = _set(context, request)
        _check_tables(store_of(context, request), request)
        data_set.name, data_set.updated = request["Name"], now()
        data_set.physical, data_set.logical = request["PhysicalTableMap"], request.get("LogicalTableMap") or {}
        return answer(context, Arn=data_set.arn, DataSetId=data_set.id)

    @handler("DeleteDataSet", expand=False)
    def delete_data_set(self, context: RequestContext, request: Request) -> Json:
        store = store_of(context, request)
        data_set = delete(store, store.data_sets, request["DataSetId"], "DataSet")
        return answer(context, Arn=data_set.arn, DataSetId=data_set.id)

    @handler("DescribeDataSetPermissions", expand=False)
    def describe_data_set_permissions(self, context: RequestContext, request: Request) -> Json:
        return _set_permissions(context, _set(context, request))

    @handler("UpdateDataSetPermissions", expand=False)
    def update_data_set_permissions(self, context: RequestContext, request: Request) -> Json:
        data_set = _set(context, request)
        change_permissions(data_set, request)
        return _set_permissions(context, data_set)

    @handler("CreateIngestion", expand=False)
    def create_ingestion(self, context: RequestContext, request: Request) -> Json:
        data_set = _set(context, request)
        raise InvalidParameterValueException(f"DataSet {data_set.id} is DIRECT_QUERY: it takes no ingestion")

    @handler("ListIngestions", expand=False)
    def list_ingestions(self, context: RequestContext, request: Request) -> Json:
        _set(context, request)
        return answer(context, Ingestions=[])


def _work_group(request: Request) -> str:
    parameters = request.get("DataSourceParameters") or {}
    return str((parameters.get("AthenaParameters") or {}).get("WorkGroup") or "primary")


def _source(context: RequestContext, request: Request) -> DataSource:
    return find(store_of(context, request).data_sources, request["DataSourceId"], "DataSource")


def _set(context: RequestContext, request: Request) -> DataSet:
    return find(store_of(context, request).data_sets, request["DataSetId"], "DataSet")


def _refuse_set(request: Request) -> None:
    if request["ImportMode"] == "SPICE":
        raise InvalidParameterValueException("ImportMode SPICE: not emulated; DIRECT_QUERY asks Athena each time")
    refuse_beyond(request, _SET)


def _check_tables(store: QuickSightStore, request: Request) -> None:
    try:
        rows = compile_tables(request["PhysicalTableMap"], request.get("LogicalTableMap") or {})
    except DataSetError as error:
        raise InvalidParameterValueException(str(error)) from error
    if not any(source.arn == rows.data_source_arn for source in store.data_sources.values()):
        raise InvalidParameterValueException(f"DataSourceArn {rows.data_source_arn} does not exist")


def _described_source(source: DataSource) -> Json:
    return {
        "Arn": source.arn,
        "DataSourceId": source.id,
        "Name": source.name,
        "Type": "ATHENA",
        "Status": "CREATION_SUCCESSFUL" if source.created == source.updated else "UPDATE_SUCCESSFUL",
        "CreatedTime": source.created,
        "LastUpdatedTime": source.updated,
        "DataSourceParameters": {"AthenaParameters": {"WorkGroup": source.work_group}},
        "SslProperties": {"DisableSsl": False},
    }


def _set_summary(data_set: DataSet) -> Json:
    return {
        "Arn": data_set.arn,
        "DataSetId": data_set.id,
        "Name": data_set.name,
        "CreatedTime": data_set.created,
        "LastUpdatedTime": data_set.updated,
        "ImportMode": "DIRECT_QUERY",
    }


def _source_permissions(context: RequestContext, source: DataSource) -> Json:
    return answer(context, DataSourceArn=source.arn, DataSourceId=source.id, Permissions=source.permissions)


def _set_permissions(context: RequestContext, data_set: DataSet) -> Json:
    return answer(context, DataSetArn=data_set.arn, DataSetId=data_set.id, Permissions=data_set.permissions)
