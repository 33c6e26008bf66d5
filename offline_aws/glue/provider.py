"""The Glue Data Catalog: moto's back end, with the database ``default`` that every account has.

Every operation of Glue's API goes to moto; what moto lacks is answered as not implemented.
https://docs.aws.amazon.com/glue/latest/webapi/WebAPI_API.html
"""

import re
from collections.abc import Mapping
from typing import Any

from localstack.aws.api import RequestContext, ServiceRequest, ServiceResponse
from localstack.aws.skeleton import DispatchTable
from localstack.aws.spec import load_service
from localstack.services.moto import call_moto, call_moto_with_request
from moto.glue.models import glue_backends

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


class GlueProvider:
    service = "glue"

    def __init__(self) -> None:
        self._seeded: set[tuple[str, str]] = set()

    def dispatch_table(self) -> DispatchTable:
        """One handler for every operation."""
        return dict.fromkeys(load_service(self.service).operation_names, self.handle)

    def handle(self, context: RequestContext, request: ServiceRequest) -> ServiceResponse:
        """Moto's answer, from a catalog that got its default database before the first call."""
        self._seed(context.account_id, context.region)
        folded = folded_names(context.operation.name, request)
        return call_moto(context) if folded == request else call_moto_with_request(context, folded)

    def _seed(self, account: str, region: str) -> None:
        if (account, region) in self._seeded:
            return
        self._seeded.add((account, region))
        backend = glue_backends[account][region]
        if DEFAULT_DATABASE not in backend.databases:
            backend.create_database(DEFAULT_DATABASE, {"Name": DEFAULT_DATABASE})
