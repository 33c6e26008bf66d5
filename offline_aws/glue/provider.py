"""The Glue Data Catalog: moto's back end, with the database ``default`` that every account has.

Operations without a handler here are moto's. https://docs.aws.amazon.com/glue/latest/webapi/WebAPI_API.html
"""

from localstack.aws.api import RequestContext, ServiceRequest, ServiceResponse
from localstack.aws.api.core import ServiceRequestHandler
from localstack.aws.skeleton import DispatchTable
from localstack.services.moto import MotoFallbackDispatcher
from moto.glue.models import glue_backends

DEFAULT_DATABASE = "default"


class GlueProvider:
    service = "glue"


def dispatcher(provider: GlueProvider) -> DispatchTable:
    """moto behind each operation, in a catalog that got its default database before the first call."""
    seeded: set[tuple[str, str]] = set()

    def in_seeded_catalog(handle: ServiceRequestHandler) -> ServiceRequestHandler:
        def call(context: RequestContext, request: ServiceRequest) -> ServiceResponse:
            catalog = (context.account_id, context.region)
            if catalog not in seeded:
                seeded.add(catalog)
                _seed(*catalog)
            return handle(context, request)

        return call

    return {name: in_seeded_catalog(handle) for name, handle in MotoFallbackDispatcher(provider).items()}


def _seed(account: str, region: str) -> None:
    backend = glue_backends[account][region]
    if DEFAULT_DATABASE not in backend.databases:
        backend.create_database(DEFAULT_DATABASE, {"Name": DEFAULT_DATABASE})
