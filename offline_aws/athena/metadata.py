"""Databases and tables as Athena's own operations show them: what Glue has.

https://docs.aws.amazon.com/athena/latest/APIReference/API_GetTableMetadata.html
"""

import re
from operator import itemgetter

from localstack.aws.api import RequestContext, handler

from offline_aws.athena.api import (
    InvalidRequestException,
    MetadataException,
    Request,
    Response,
    clients_of,
)
from offline_aws.athena.catalog import Catalog
from offline_aws.athena.data_catalogs import check_queryable
from offline_aws.athena.models import store_of
from offline_aws.athena.paging import page_of


class Metadata:
    """Handlers of a provider."""

    @handler("ListDatabases", expand=False)
    def list_databases(self, context: RequestContext, request: Request) -> Response:
        found = _catalog(context, request).databases()
        page, token = page_of([_database_view(item) for item in found], context, request, 50, itemgetter("Name"))
        return {"DatabaseList": page} | token

    @handler("GetDatabase", expand=False)
    def get_database(self, context: RequestContext, request: Request) -> Response:
        return {"Database": _database_view(_database(_catalog(context, request), request))}

    @handler("ListTableMetadata", expand=False)
    def list_table_metadata(self, context: RequestContext, request: Request) -> Response:
        """Tables whose names match the Expression, a regular expression."""
        catalog = _catalog(context, request)
        _database(catalog, request)
        pattern = _pattern(request.get("Expression") or ".*")
        tables = [item for item in catalog.tables(request["DatabaseName"].lower()) if pattern.fullmatch(item["Name"])]
        page, token = page_of([_table_view(item) for item in tables], context, request, 50, itemgetter("Name"))
        return {"TableMetadataList": page} | token

    @handler("GetTableMetadata", expand=False)
    def get_table_metadata(self, context: RequestContext, request: Request) -> Response:
        catalog = _catalog(context, request)
        database, name = request["DatabaseName"].lower(), request["TableName"].lower()
        _database(catalog, request)
        if not (found := catalog.glue_table(database, name)):
            raise MetadataException(f"EntityNotFoundException: Entity Not Found ({database}.{name})")
        return {"TableMetadata": _table_view(found)}


def _catalog(context: RequestContext, request: Request) -> Catalog:
    check_queryable(store_of(context), request["CatalogName"])
    return Catalog(clients_of(context).glue)


def _database(catalog: Catalog, request: Request) -> Request:
    name = request["DatabaseName"]
    if not (found := catalog.database(name.lower())):
        raise MetadataException(f"EntityNotFoundException: Database {name} not found.")
    return found


def _pattern(expression: str) -> re.Pattern[str]:
    try:
        return re.compile(expression, re.IGNORECASE)
    except re.error as error:
        raise InvalidRequestException(f"Expression is not a valid regular expression: {error}") from error


def _database_view(item: Request) -> Response:
    return {
        "Name": item["Name"],
        "Description": item.get("Description") or "",
        "Parameters": item.get("Parameters") or {},
    }


def _table_view(table: Request) -> Response:
    storage = table.get("StorageDescriptor") or {}
    serde = storage.get("SerdeInfo") or {}
    serde_parameters = {f"serde.param.{name}": value for name, value in (serde.get("Parameters") or {}).items()}
    derived = {
        "location": storage.get("Location") or "",
        "inputformat": storage.get("InputFormat") or "",
        "outputformat": storage.get("OutputFormat") or "",
        "serde.serialization.lib": serde.get("SerializationLibrary") or "",
    }
    described = {"comment": table["Description"]} if table.get("Description") else {}
    return {
        "Name": table["Name"],
        "CreateTime": table.get("CreateTime"),
        "TableType": table.get("TableType") or "EXTERNAL_TABLE",
        "Columns": storage.get("Columns") or [],
        "PartitionKeys": table.get("PartitionKeys") or [],
        "Parameters": described | (table.get("Parameters") or {}) | derived | serde_parameters,
    }
