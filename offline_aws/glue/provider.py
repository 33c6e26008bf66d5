"""The Glue Data Catalog: moto's back end, with the database ``default`` that every account has.

Every operation of Glue's API goes to moto; what moto lacks is answered as not implemented.
https://docs.aws.amazon.com/glue/latest/webapi/WebAPI_API.html
"""

from localstack.aws.api import RequestContext, ServiceRequest, ServiceResponse
from localstack.aws.skeleton import DispatchTable
from localstack.aws.spec import load_service
from localstack.services.moto import call_moto
from moto.glue.models import glue_backends

DEFAULT_DATABASE = "default"


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
        return call_moto(context)

    def _seed(self, account: str, region: str) -> None:
        if (account, region) in self._seeded:
            return
        self._seeded.add((account, region))
        backend = glue_backends[account][region]
        if DEFAULT_DATABASE not in backend.databases:
            backend.create_database(DEFAULT_DATABASE, {"Name": DEFAULT_DATABASE})
