"""URLs of dashboards: here they are the pages' own, for everyone, for as long as the dashboard is there.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_GenerateEmbedUrlForRegisteredUser.html
https://docs.aws.amazon.com/quicksight/latest/APIReference/API_GetDashboardEmbedUrl.html
"""

from urllib.parse import quote

from localstack.aws.api import RequestContext
from moto.quicksight.models import quicksight_backends

from offline_aws.quicksight.asset_operations import Handler
from offline_aws.quicksight.errors import InvalidParameterValueException, QuickSightUserNotFoundException
from offline_aws.quicksight.kinds import DASHBOARD
from offline_aws.quicksight.members import ANY, one_of
from offline_aws.quicksight.models import Json
from offline_aws.quicksight.pages import PATH
from offline_aws.quicksight.requests import Request, answer, find, refuse_beyond, store_of

_FORM = {
    "AwsAccountId": ANY,
    "SessionLifetimeInMinutes": ANY,
    "ExperienceConfiguration": {"Dashboard": {"InitialDashboardId": ANY}},
}
_REGISTERED = _FORM | {"UserArn": ANY}
_ANONYMOUS = _FORM | {"Namespace": {"default"}, "AuthorizedResourceArns": ANY}
_OLDER = {
    "AwsAccountId": ANY,
    "DashboardId": ANY,
    "IdentityType": {"QUICKSIGHT", "ANONYMOUS"},
    "SessionLifetimeInMinutes": ANY,
    "UserArn": ANY,
    "Namespace": {"default"},
    # The page has neither, whatever is asked.
    "UndoRedoDisabled": ANY,
    "ResetDisabled": ANY,
    "StatePersistenceEnabled": {False},
}


def embedding_operations() -> dict[str, Handler]:
    return {
        "GenerateEmbedUrlForRegisteredUser": for_registered_user,
        "GenerateEmbedUrlForAnonymousUser": for_anonymous_user,
        "GetDashboardEmbedUrl": dashboard_url,
    }


def for_registered_user(context: RequestContext, request: Request) -> Json:
    refuse_beyond(request, _REGISTERED)
    _check_user(context, request["UserArn"])
    return answer(context, EmbedUrl=_url(context, request, _dashboard_id(request)))


def for_anonymous_user(context: RequestContext, request: Request) -> Json:
    refuse_beyond(request, _ANONYMOUS)
    id_ = _dashboard_id(request)
    dashboard = find(store_of(context, request).dashboards, id_, DASHBOARD.name)
    if dashboard.arn not in request["AuthorizedResourceArns"]:
        raise InvalidParameterValueException(f"AuthorizedResourceArns must hold {dashboard.arn}")
    user = f"arn:aws:quicksight:{context.region}:{context.account_id}:user/{request['Namespace']}/anonymous"
    return answer(context, EmbedUrl=_url(context, request, id_), AnonymousUserArn=user)


def dashboard_url(context: RequestContext, request: Request) -> Json:
    """The older operation, for users by their ARN and for anyone."""
    refuse_beyond(request, _OLDER)
    if request["IdentityType"] == "QUICKSIGHT":
        if "UserArn" not in request:
            raise InvalidParameterValueException("UserArn is required with the IdentityType QUICKSIGHT")
        _check_user(context, request["UserArn"])
    return answer(context, EmbedUrl=_url(context, request, request["DashboardId"]))


def _check_user(context: RequestContext, arn: str) -> None:
    users = quicksight_backends[context.account_id][context.region].users.values()
    if not any(user.arn == arn for user in users):
        raise QuickSightUserNotFoundException(f"User {arn} is not found")


def _dashboard_id(request: Request) -> str:
    try:
        _, experience = one_of(request["ExperienceConfiguration"])
        return str(experience["InitialDashboardId"])
    except (ValueError, KeyError):
        name = "ExperienceConfiguration.Dashboard.InitialDashboardId"
        raise InvalidParameterValueException(f"{name} is required") from None


def _url(context: RequestContext, request: Request, id_: str) -> str:
    """Where the dashboard is drawn, on the host and port by which the caller reached this API."""
    find(store_of(context, request).dashboards, id_, DASHBOARD.name)
    place = "/".join(quote(each, safe="") for each in (context.account_id, context.region, id_))
    return f"{context.request.host_url.rstrip('/')}{PATH}/dashboards/{place}"
