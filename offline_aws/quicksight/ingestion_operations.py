"""Ingestions: the rows of a data set read into SPICE, and the schedules for it.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateIngestion.html
"""

from functools import partial

from localstack.aws.api import RequestContext

from offline_aws.quicksight.asset_operations import Handler, asset_of
from offline_aws.quicksight.errors import (
    InvalidParameterValueException,
    ResourceExistsException,
    ResourceNotFoundException,
)
from offline_aws.quicksight.kinds import DATA_SET
from offline_aws.quicksight.members import ANY
from offline_aws.quicksight.models import DataSet, Ingestion, Json
from offline_aws.quicksight.requests import Request, answer, now, page, refuse_beyond, store_of
from offline_aws.quicksight.spice import Spice

_FORM = {"AwsAccountId": ANY, "DataSetId": ANY, "IngestionId": ANY, "IngestionType": {"FULL_REFRESH"}}


def ingestion_operations(spice: Spice) -> dict[str, Handler]:
    return {
        "CreateIngestion": partial(create, spice),
        "DescribeIngestion": describe,
        "ListIngestions": list_ingestions,
        "CancelIngestion": cancel,
    }


def create(spice: Spice, context: RequestContext, request: Request) -> Json:
    refuse_beyond(request, _FORM)
    data_set: DataSet = asset_of(DATA_SET, context, request)
    if data_set.import_mode != "SPICE":
        raise InvalidParameterValueException(f"DataSet {data_set.id} is DIRECT_QUERY: it takes no ingestion")
    ingestion = ingest(spice, context, data_set, request["IngestionId"], "FULL_REFRESH")
    members = {"Arn": ingestion.arn, "IngestionId": ingestion.id, "IngestionStatus": "INITIALIZED"}
    return answer(context, 201, **members)


def ingest(spice: Spice, context: RequestContext, data_set: DataSet, id_: str, request: str) -> Ingestion:
    """Start one. Raises ResourceExistsException."""
    if id_ in data_set.ingestions:
        raise ResourceExistsException(f"Ingestion {id_} of DataSet {data_set.id} already exists")
    ingestion = Ingestion(id_, f"{data_set.arn}/ingestion/{id_}", now(), request)
    data_set.ingestions[id_] = ingestion
    spice.start(context.account_id, context.region, store_of(context, {}), data_set, ingestion)
    return ingestion


def describe(context: RequestContext, request: Request) -> Json:
    return answer(context, Ingestion=_described(_ingestion(context, request)))


def list_ingestions(context: RequestContext, request: Request) -> Json:
    """The newest first."""
    data_set = asset_of(DATA_SET, context, request)
    found, token = page([_described(each) for each in reversed(data_set.ingestions.values())], request)
    return answer(context, Ingestions=found, NextToken=token)


def cancel(context: RequestContext, request: Request) -> Json:
    ingestion = _ingestion(context, request)
    if ingestion.ended:
        raise InvalidParameterValueException(f"Ingestion {ingestion.id} is {ingestion.status} and can't be cancelled")
    ingestion.status = "CANCELLED"
    return answer(context, Arn=ingestion.arn, IngestionId=ingestion.id)


def _ingestion(context: RequestContext, request: Request) -> Ingestion:
    data_set: DataSet = asset_of(DATA_SET, context, request)
    try:
        return data_set.ingestions[request["IngestionId"]]
    except KeyError:
        raise ResourceNotFoundException(f"Ingestion {request['IngestionId']} is not found") from None


def _described(ingestion: Ingestion) -> Json:
    rows = {"RowsIngested": ingestion.rows, "RowsDropped": 0, "TotalRowsInDataset": ingestion.rows}
    described = {
        "Arn": ingestion.arn,
        "IngestionId": ingestion.id,
        "IngestionStatus": ingestion.status,
        "ErrorInfo": ingestion.error,
        "RowInfo": rows if ingestion.rows is not None else None,
        "CreatedTime": ingestion.created,
        "IngestionTimeInSeconds": ingestion.seconds,
        "IngestionSizeInBytes": ingestion.size,
        "RequestSource": "MANUAL",
        "RequestType": ingestion.request,
    }
    return {name: value for name, value in described.items() if value is not None}
