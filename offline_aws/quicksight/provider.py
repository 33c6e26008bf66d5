"""Amazon QuickSight's API: data sources, data sets, analyses and dashboards as code; users and groups by moto.

A dashboard's definition is drawn in the browser by ``pages.py``, at the URL that the embedding operations return.

https://docs.aws.amazon.com/quicksight/latest/APIReference/Welcome.html
"""

from typing import Any, NoReturn

from botocore.model import StructureShape
from localstack.aws.api import CommonServiceException, RequestContext, ServiceRequest
from localstack.aws.skeleton import DispatchTable
from localstack.aws.spec import load_service
from localstack.services.edge import ROUTER
from localstack.services.moto import call_moto
from localstack.services.plugins import ServiceLifecycleHook
from localstack.state import StateVisitor

from offline_aws.constraints import check_request
from offline_aws.quicksight.account_operations import account_operations
from offline_aws.quicksight.asset_operations import Handler, asset_operations
from offline_aws.quicksight.data_set_operations import data_set_operations
from offline_aws.quicksight.data_source_operations import data_source_operations
from offline_aws.quicksight.definition_operations import definition_operations
from offline_aws.quicksight.embedding_operations import embedding_operations
from offline_aws.quicksight.errors import InvalidParameterValueException, not_emulated
from offline_aws.quicksight.ingestion_operations import ingestion_operations
from offline_aws.quicksight.kinds import ANALYSIS, DASHBOARD, KINDS, TEMPLATE, VERSIONED
from offline_aws.quicksight.models import Json, quicksight_stores
from offline_aws.quicksight.pages import Pages
from offline_aws.quicksight.requests import Request
from offline_aws.quicksight.spice import Spice
from offline_aws.quicksight.theme_operations import theme_operations
from offline_aws.quicksight.version_operations import version_operations

# Users and groups are what moto keeps well; of the rest it forgets what it was given.
_MOTO_OPERATIONS = (
    "CreateGroup", "CreateGroupMembership", "DeleteGroup", "DeleteUser", "DescribeGroup", "DescribeGroupMembership",
    "DescribeUser", "ListGroupMemberships", "ListGroups", "ListUserGroups", "ListUsers", "RegisterUser",
    "SearchGroups", "UpdateGroup", "UpdateUser",
)  # fmt: skip


class QuickSightProvider(ServiceLifecycleHook):
    """The operations of all kinds of assets, and the pages that draw dashboards."""

    service = "quicksight"

    def __init__(self) -> None:
        self._pages = Pages()
        self._spice = Spice(self._pages.ingested)

    def on_after_init(self) -> None:
        ROUTER.add(self._pages)

    def on_before_stop(self) -> None:
        self._pages.stop()

    def accept_state_visitor(self, visitor: StateVisitor) -> None:
        visitor.visit(quicksight_stores)

    def dispatch_table(self) -> DispatchTable:
        """A handler for every operation: ours, moto's, or one that refuses."""
        table: DispatchTable = dict.fromkeys(load_service(self.service).operation_names, _refuse_operation)
        ours = {name: _checked(handle) for name, handle in self._operations().items()}
        return table | dict.fromkeys(_MOTO_OPERATIONS, _by_moto) | ours

    def _operations(self) -> dict[str, Handler]:
        """Those of a kind of its own take the place of those that all kinds have."""
        groups = [
            *(asset_operations(kind) for kind in KINDS),
            *(version_operations(kind) for kind in VERSIONED),
            *(definition_operations(kind) for kind in (ANALYSIS, DASHBOARD, TEMPLATE)),
            data_source_operations(),
            data_set_operations(self._spice),
            ingestion_operations(self._spice),
            theme_operations(),
            embedding_operations(),
            account_operations(),
        ]
        return {name: handle for group in groups for name, handle in group.items()}


def _checked(handle: Handler) -> Handler:
    """The handler of requests that keep to the API's model: lengths, patterns, enumerations, required members."""

    def checked(context: RequestContext, request: Request) -> Any:
        given = _given(context.operation.input_shape, request)
        try:
            check_request(context.operation.input_shape, given)
        except CommonServiceException as error:
            raise InvalidParameterValueException(error.message) from error
        return handle(context, given)

    return checked


def _given(shape: StructureShape, request: Request) -> Request:
    """What the request holds: LocalStack reads a list that the URL's query leaves out as an empty one."""
    in_query = {name for name, each in shape.members.items() if each.serialization.get("location") == "querystring"}
    return {name: value for name, value in request.items() if not (name in in_query and value == [])}


def _by_moto(context: RequestContext, request: ServiceRequest) -> Json:
    return call_moto(context)


def _refuse_operation(context: RequestContext, request: ServiceRequest) -> NoReturn:
    raise not_emulated([context.operation.name])
