"""Data catalogs: Glue's own, AwsDataCatalog, and others that are registered and shown but not queried here.

https://docs.aws.amazon.com/athena/latest/APIReference/API_CreateDataCatalog.html
"""

from dataclasses import replace
from operator import itemgetter

from localstack.aws.api import RequestContext, handler

from offline_aws.athena import tags
from offline_aws.athena.api import InvalidRequestException, Request, Response, not_emulated
from offline_aws.athena.catalog import CATALOG
from offline_aws.athena.models import AthenaStore, DataCatalog, store_of
from offline_aws.athena.paging import page_of

OWN = DataCatalog("AwsDataCatalog", "GLUE")
# What a registration must say, by its type: one of the sets of parameters.
_PARAMETERS = {
    "LAMBDA": ({"function"}, {"metadata-function", "record-function"}),
    "HIVE": ({"metadata-function"},),
    "GLUE": ({"catalog-id"},),
}


class DataCatalogs:
    """Handlers of a provider."""

    @handler("CreateDataCatalog", expand=False)
    def create_data_catalog(self, context: RequestContext, request: Request) -> Response:
        store, name = store_of(context), request["Name"]
        if find_catalog(store, name):
            raise InvalidRequestException(f"Data catalog {name} already exists")
        made, given = _described(DataCatalog(name, request["Type"]), request), tags.tagged(request.get("Tags") or [])
        store.data_catalogs[name] = made
        store.tags[tags.arn_of(context, "datacatalog", name)] = given
        return {"DataCatalog": _view(made)}

    @handler("GetDataCatalog", expand=False)
    def get_data_catalog(self, context: RequestContext, request: Request) -> Response:
        return {"DataCatalog": _view(_found(store_of(context), request))}

    @handler("ListDataCatalogs", expand=False)
    def list_data_catalogs(self, context: RequestContext, request: Request) -> Response:
        found = [OWN, *store_of(context).data_catalogs.values()]
        listed = [{"CatalogName": item.name, "Type": item.type, "Status": "CREATE_COMPLETE"} for item in found]
        page, token = page_of(listed, context, request, 50, itemgetter("CatalogName"))
        return {"DataCatalogsSummary": page} | token

    @handler("UpdateDataCatalog", expand=False)
    def update_data_catalog(self, context: RequestContext, request: Request) -> Response:
        store = store_of(context)
        found = _registered(store, request)
        store.data_catalogs[found.name] = _described(replace(found, type=request["Type"]), request)
        return {}

    @handler("DeleteDataCatalog", expand=False)
    def delete_data_catalog(self, context: RequestContext, request: Request) -> Response:
        store = store_of(context)
        found = _registered(store, request)
        del store.data_catalogs[found.name]
        store.tags.pop(tags.arn_of(context, "datacatalog", found.name), None)
        return {"DataCatalog": _view(found) | {"Status": "DELETE_COMPLETE"}}


def find_catalog(store: AthenaStore, name: str) -> DataCatalog | None:
    """The catalog of a name; that of Athena's own is found in any case."""
    return OWN if name.lower() == CATALOG else store.data_catalogs.get(name)


def check_queryable(store: AthenaStore, name: str) -> None:
    """Refuse a catalog that is not there, or not Glue's own.

    :raises InvalidRequestException: with Athena's words, or that it is not emulated
    """
    if not (found := find_catalog(store, name)):
        raise InvalidRequestException(f"Catalog {name} was not found")
    if found is not OWN:
        raise not_emulated(f"a query of the data catalog {name}, of type {found.type},")


def _found(store: AthenaStore, request: Request) -> DataCatalog:
    if not (found := find_catalog(store, request["Name"])):
        raise InvalidRequestException(f"Data catalog {request['Name']} was not found")
    return found


def _registered(store: AthenaStore, request: Request) -> DataCatalog:
    if (found := _found(store, request)) is OWN:
        raise InvalidRequestException("AwsDataCatalog can not be changed or deleted")
    return found


def _described(catalog: DataCatalog, given: Request) -> DataCatalog:
    """The catalog with the description and parameters given, which its type must have."""
    if catalog.type not in _PARAMETERS:
        raise not_emulated(f"a data catalog of type {catalog.type}")
    parameters = given.get("Parameters") or {}
    if not any(needed <= set(parameters) for needed in _PARAMETERS[catalog.type]):
        needed = " or ".join(", ".join(sorted(names)) for names in _PARAMETERS[catalog.type])
        raise InvalidRequestException(f"A data catalog of type {catalog.type} needs the parameters {needed}")
    return replace(catalog, description=given.get("Description") or "", parameters=dict(parameters))


def _view(catalog: DataCatalog) -> Response:
    shown = {"Name": catalog.name, "Type": catalog.type, "Status": "CREATE_COMPLETE"}
    described = {"Description": catalog.description} if catalog.description else {}
    return shown | described | ({"Parameters": catalog.parameters} if catalog.parameters else {})
