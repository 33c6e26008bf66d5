"""Data sets: create, describe, update, delete.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSet.html
"""

import uuid
from functools import partial

from localstack.aws.api import RequestContext

from offline_aws.quicksight import spice as spice_tables
from offline_aws.quicksight.asset_operations import Handler, asset_of, delete_asset
from offline_aws.quicksight.data_set import compile_tables, rows_of
from offline_aws.quicksight.errors import InvalidParameterValueException
from offline_aws.quicksight.ingestion_operations import ingest
from offline_aws.quicksight.kinds import DATA_SET
from offline_aws.quicksight.members import ANY
from offline_aws.quicksight.models import DataSet, Json, QuickSightStore
from offline_aws.quicksight.requests import Request, answer, keep, made, now, refuse_beyond, store_of
from offline_aws.quicksight.rows import DataSetError
from offline_aws.quicksight.spice import Spice

_FORM = {
    "AwsAccountId": ANY,
    "DataSetId": ANY,
    "Name": ANY,
    "PhysicalTableMap": ANY,
    "LogicalTableMap": ANY,
    "ImportMode": {"DIRECT_QUERY", "SPICE"},
    "FieldFolders": ANY,
    "Permissions": ANY,
    "Tags": ANY,
    "DataSetUsageConfiguration": {"DisableUseAsDirectQuerySource": {False}, "DisableUseAsImportedSource": {False}},
}


def data_set_operations(spice: Spice) -> dict[str, Handler]:
    return {
        "CreateDataSet": partial(create, spice),
        "DescribeDataSet": describe,
        "UpdateDataSet": partial(update, spice),
        "DeleteDataSet": delete,
    }


def create(spice: Spice, context: RequestContext, request: Request) -> Json:
    """One in SPICE is ingested at once."""
    refuse_beyond(request, _FORM)
    store = store_of(context, request)
    _check_tables(store, request)
    data_set = DataSet(**made(DATA_SET, context, request), **_content(request))
    keep(DATA_SET, store, data_set, request)
    started = _ingested(spice, context, data_set, "INITIAL_INGESTION")
    return answer(context, 201, **DATA_SET.named(data_set), **started)


def describe(context: RequestContext, request: Request) -> Json:
    data_set: DataSet = asset_of(DATA_SET, context, request)
    columns = rows_of(data_set, store_of(context, request).data_set).columns.values()
    described = DATA_SET.summary(data_set) | {
        "PhysicalTableMap": data_set.physical,
        "LogicalTableMap": data_set.logical or None,
        "FieldFolders": data_set.folders or None,
        "OutputColumns": [{"Name": each.name, "Type": each.type} for each in columns],
        "ConsumedSpiceCapacityInBytes": data_set.spice_bytes,
    }
    return answer(context, DataSet={name: value for name, value in described.items() if value is not None})


def update(spice: Spice, context: RequestContext, request: Request) -> Json:
    refuse_beyond(request, _FORM)
    data_set: DataSet = asset_of(DATA_SET, context, request)
    _check_tables(store_of(context, request), request)
    for name, value in _content(request).items():
        setattr(data_set, name, value)
    data_set.name, data_set.updated = request["Name"], now()
    started = _ingested(spice, context, data_set, "EDIT")
    return answer(context, 201 if started else 200, **DATA_SET.named(data_set), **started)


def delete(context: RequestContext, request: Request) -> Json:
    data_set: DataSet = asset_of(DATA_SET, context, request)
    for ingestion in data_set.ingestions.values():
        if not ingestion.ended:
            ingestion.status = "CANCELLED"
    spice_tables.drop(context.account_id, context.region, data_set)
    return delete_asset(DATA_SET, context, request)


def _content(request: Request) -> Json:
    return {
        "physical": request["PhysicalTableMap"],
        "logical": request.get("LogicalTableMap") or {},
        "folders": request.get("FieldFolders") or {},
        "import_mode": request["ImportMode"],
    }


def _ingested(spice: Spice, context: RequestContext, data_set: DataSet, request: str) -> Json:
    if data_set.import_mode != "SPICE":
        return {}
    ingestion = ingest(spice, context, data_set, str(uuid.uuid4()), request)
    return {"IngestionArn": ingestion.arn, "IngestionId": ingestion.id}


def _check_tables(store: QuickSightStore, request: Request) -> None:
    try:
        rows = compile_tables(request["PhysicalTableMap"], request.get("LogicalTableMap") or {}, store.data_set)
    except DataSetError as error:
        raise InvalidParameterValueException(str(error)) from error
    if not any(source.arn == rows.data_source_arn for source in store.data_sources.values()):
        raise InvalidParameterValueException(f"DataSourceArn {rows.data_source_arn} does not exist")
