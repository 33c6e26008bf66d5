"""Amazon QuickSight's API: data sources, data sets, analyses and dashboards as code; users and groups by moto.

A dashboard's definition is drawn in the browser by ``pages.py``, at the URL that the embedding operations return.

https://docs.aws.amazon.com/quicksight/latest/APIReference/Welcome.html
"""

from collections.abc import Callable
from typing import Any, NoReturn
from urllib.parse import quote

from localstack.aws.api import CommonServiceException, RequestContext, ServiceRequest, handler
from localstack.aws.skeleton import DispatchTable, create_dispatch_table
from localstack.aws.spec import load_service
from localstack.services.edge import ROUTER
from localstack.services.moto import call_moto
from localstack.services.plugins import ServiceLifecycleHook
from localstack.state import StateVisitor

from offline_aws.constraints import check_request
from offline_aws.quicksight.data_operations import DataOperations
from offline_aws.quicksight.definition_operations import DefinitionOperations
from offline_aws.quicksight.errors import InvalidParameterValueException, ResourceNotFoundException, not_emulated
from offline_aws.quicksight.members import ANY
from offline_aws.quicksight.models import Json, quicksight_stores
from offline_aws.quicksight.pages import PATH, Pages
from offline_aws.quicksight.requests import Request, answer, find, refuse_beyond, store_of, tags_of

Handler = Callable[[RequestContext, Any], Any]

# Users and groups are what moto keeps well; of the rest it forgets what it was given.
_MOTO_OPERATIONS = (
    "CreateGroup", "CreateGroupMembership", "DeleteGroup", "DeleteUser", "DescribeGroup", "DescribeGroupMembership",
    "DescribeUser", "ListGroupMemberships", "ListGroups", "ListUserGroups", "ListUsers", "RegisterUser",
    "SearchGroups", "UpdateGroup", "UpdateUser",
)  # fmt: skip
_EXPERIENCE = {"Dashboard": {"InitialDashboardId": ANY}}
_EMBED = {
    "AwsAccountId": ANY,
    "UserArn": ANY,
    "Namespace": ANY,
    "AuthorizedResourceArns": ANY,
    "SessionLifetimeInMinutes": ANY,
    "ExperienceConfiguration": _EXPERIENCE,
}


class QuickSightProvider(DataOperations, DefinitionOperations, ServiceLifecycleHook):
    """The handlers, of which tags and embedding stand here."""

    service = "quicksight"

    def __init__(self) -> None:
        self._pages = Pages()

    def on_after_init(self) -> None:
        ROUTER.add(self._pages)

    def on_before_stop(self) -> None:
        self._pages.stop()

    def accept_state_visitor(self, visitor: StateVisitor) -> None:
        visitor.visit(quicksight_stores)

    def dispatch_table(self) -> DispatchTable:
        """A handler for every operation: ours, moto's, or one that refuses."""
        table: DispatchTable = dict.fromkeys(load_service(self.service).operation_names, _refuse_operation)
        ours = {name: _checked(handle) for name, handle in create_dispatch_table(self).items()}
        return table | dict.fromkeys(_MOTO_OPERATIONS, _by_moto) | ours

    @handler("GenerateEmbedUrlForRegisteredUser", expand=False)
    def generate_embed_url_for_registered_user(self, context: RequestContext, request: Request) -> Json:
        refuse_beyond(request, _EMBED)
        return answer(context, EmbedUrl=_embed_url(context, request))

    @handler("GenerateEmbedUrlForAnonymousUser", expand=False)
    def generate_embed_url_for_anonymous_user(self, context: RequestContext, request: Request) -> Json:
        refuse_beyond(request, _EMBED)
        id_ = _dashboard_id(request)
        dashboard = find(store_of(context, request).dashboards, id_, "Dashboard")
        if dashboard.arn not in request["AuthorizedResourceArns"]:
            raise InvalidParameterValueException(f"AuthorizedResourceArns must hold {dashboard.arn}")
        user = f"arn:aws:quicksight:{context.region}:{context.account_id}:user/{request['Namespace']}/anonymous"
        return answer(context, EmbedUrl=_embed_url(context, request), AnonymousUserArn=user)

    @handler("TagResource", expand=False)
    def tag_resource(self, context: RequestContext, request: Request) -> Json:
        _tags(context, request).update(tags_of(request["Tags"]))
        return answer(context)

    @handler("UntagResource", expand=False)
    def untag_resource(self, context: RequestContext, request: Request) -> Json:
        tags = _tags(context, request)
        for key in request["TagKeys"]:
            tags.pop(key, None)
        return answer(context)

    @handler("ListTagsForResource", expand=False)
    def list_tags_for_resource(self, context: RequestContext, request: Request) -> Json:
        tags = [{"Key": key, "Value": value} for key, value in _tags(context, request).items()]
        return answer(context, Tags=tags)


def _checked(handle: Handler) -> Handler:
    """The handler of requests that keep to the API's model: lengths, patterns, enumerations, required members."""

    def checked(context: RequestContext, request: Request) -> Any:
        try:
            check_request(context.operation.input_shape, request)
        except CommonServiceException as error:
            raise InvalidParameterValueException(error.message) from error
        return handle(context, request)

    return checked


def _by_moto(context: RequestContext, request: ServiceRequest) -> Json:
    return call_moto(context)


def _refuse_operation(context: RequestContext, request: ServiceRequest) -> NoReturn:
    raise not_emulated([context.operation.name])


def _tags(context: RequestContext, request: Request) -> dict[str, str]:
    try:
        return store_of(context, request).tags[request["ResourceArn"]]
    except KeyError:
        raise ResourceNotFoundException(f"{request['ResourceArn']} is not found") from None


def _embed_url(context: RequestContext, request: Request) -> str:
    """Where the dashboard is drawn, on the host and port by which the caller reached this API."""
    store, id_ = store_of(context, request), _dashboard_id(request)
    find(store.dashboards, id_, "Dashboard")
    place = "/".join(quote(each, safe="") for each in (context.account_id, context.region, id_))
    return f"{context.request.host_url.rstrip('/')}{PATH}/dashboards/{place}"


def _dashboard_id(request: Request) -> str:
    try:
        return str(request["ExperienceConfiguration"]["Dashboard"]["InitialDashboardId"])
    except KeyError:
        name = "ExperienceConfiguration.Dashboard.InitialDashboardId"
        raise InvalidParameterValueException(f"{name} is required") from None
