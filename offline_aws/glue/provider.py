"""The Glue Data Catalog: moto's back end, with the database ``default`` that every account has.

Operations of Glue's API go to moto; what moto lacks is our own (``search.py``) or refused as not emulated.
https://docs.aws.amazon.com/glue/latest/webapi/WebAPI_API.html
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from localstack.aws.api import CommonServiceException, RequestContext, ServiceRequest, ServiceResponse
from localstack.aws.skeleton import DispatchTable
from localstack.aws.spec import load_service
from localstack.services.moto import call_moto, call_moto_with_request
from moto.core.utils import camelcase_to_underscores
from moto.glue.models import glue_backends
from moto.glue.responses import GlueResponse

from offline_aws.glue.search import search

DEFAULT_DATABASE = "default"


# Operations whose Name is that of a database or table.
_NAMED = re.compile(r"(Get|Delete|Update)(Database|Table)")


def folded_names(operation: str, request: Mapping[str, Any]) -> dict[str, Any]:
    """The request with the names of databases and tables in lower case, as Glue stores and finds them."""
    folded = dict(request)
    for member in ("DatabaseName", "TableName", *(["Name"] if _NAMED.fullmatch(operation) else [])):
        if isinstance(folded.get(member), str):
            folded[member] = folded[member].lower()
    for member in ("DatabaseInput", "TableInput"):
        if member in folded:
            folded[member] = folded[member] | {"Name": folded[member]["Name"].lower()}
    return folded


# What Glue says of a storage that was described without it.
_STORAGE_DEFAULTS = {"Compressed": False, "NumberOfBuckets": 0, "StoredAsSubDirectories": False}


def with_storage_defaults(given: Any) -> Any:
    """A request, or a part of it, in which each description of a storage is whole.

    https://docs.aws.amazon.com/glue/latest/webapi/API_StorageDescriptor.html
    """
    match given:
        case list():
            return [with_storage_defaults(each) for each in given]
        case dict():
            whole = {name: with_storage_defaults(value) for name, value in given.items()}
            if storage := whole.get("StorageDescriptor"):
                whole["StorageDescriptor"] = _STORAGE_DEFAULTS | storage
            return whole
    return given


def of_segment(partitions: list[Any], segment: Mapping[str, int]) -> list[Any]:
    """Every partition is in one of ``TotalSegments``, which engines ask for side by side.

    https://docs.aws.amazon.com/glue/latest/webapi/API_Segment.html
    """
    return partitions[segment["SegmentNumber"] :: segment["TotalSegments"]]


def refuse(context: RequestContext, request: ServiceRequest) -> ServiceResponse:
    """The answer of an operation that neither moto nor we have."""
    raise CommonServiceException(
        "InvalidInputException", f"{context.operation.name} is not emulated", sender_fault=True
    )


class GlueProvider:
    service = "glue"

    def __init__(self) -> None:
        self._seeded: set[tuple[str, str]] = set()

    def dispatch_table(self) -> DispatchTable:
        """Moto's operations, those that it lacks and we have, and refusals of the others."""
        return {name: self._handler(name) for name in load_service(self.service).operation_names}

    def _handler(self, operation: str) -> Callable[[RequestContext, ServiceRequest], ServiceResponse]:
        if operation == "SearchTables":
            return self.search_tables
        return self.handle if hasattr(GlueResponse, camelcase_to_underscores(operation)) else refuse

    def search_tables(self, context: RequestContext, request: ServiceRequest) -> ServiceResponse:
        self._seed(context.account_id, context.region)
        databases = glue_backends[context.account_id][context.region].databases
        return search(
            (table.as_dict() for database in databases.values() for table in database.tables.values()), request
        )

    def handle(self, context: RequestContext, request: ServiceRequest) -> ServiceResponse:
        """Moto's answer, from a catalog that got its default database before the first call."""
        self._seed(context.account_id, context.region)
        whole = with_storage_defaults(folded_names(context.operation.name, request))
        if not whole.get("Expression", True):
            del whole["Expression"]  # an empty one selects all partitions; moto takes it for a wrong one
        answer = call_moto(context) if whole == request else call_moto_with_request(context, whole)
        match context.operation.name:
            case "BatchGetPartition":
                # Moto leaves none for another request; Glue says so by an empty list.
                return {**answer, "UnprocessedKeys": []}
            case "GetPartitions" if segment := whole.get("Segment"):
                return {**answer, "Partitions": of_segment(answer.get("Partitions", []), segment)}
        return answer

    def _seed(self, account: str, region: str) -> None:
        if (account, region) in self._seeded:
            return
        self._seeded.add((account, region))
        backend = glue_backends[account][region]
        if DEFAULT_DATABASE not in backend.databases:
            backend.create_database(DEFAULT_DATABASE, {"Name": DEFAULT_DATABASE})
