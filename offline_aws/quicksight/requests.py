"""What every operation does with its request and answer."""

import re
from collections.abc import Iterable, Mapping, MutableMapping
from datetime import UTC, datetime
from typing import Any

from localstack.aws.api import RequestContext

from offline_aws.quicksight.errors import (
    AccessDeniedException,
    InvalidParameterValueException,
    ResourceExistsException,
    ResourceNotFoundException,
    not_emulated,
)
from offline_aws.quicksight.members import beyond
from offline_aws.quicksight.models import Asset, Json, QuickSightStore, quicksight_stores

Request = dict[str, Any]

_ID = re.compile(r"[\w\-]{1,512}", re.ASCII)
_LARGEST_PAGE = 100


def answer(context: RequestContext, status: int = 200, **members: Any) -> Json:
    """A response: what it holds, without what is None, and the two members that all of QuickSight's have."""
    given = {name: value for name, value in members.items() if value is not None}
    return given | {"Status": status, "RequestId": context.request_id}


def store_of(context: RequestContext, request: Request) -> QuickSightStore:
    """The assets of the account that the request names, which must be the caller's."""
    if request.get("AwsAccountId", context.account_id) != context.account_id:
        raise AccessDeniedException(f"{context.account_id} has no access to account {request['AwsAccountId']}")
    return quicksight_stores[context.account_id][context.region]


def arn(context: RequestContext, kind: str, id_: str) -> str:
    return f"arn:aws:quicksight:{context.region}:{context.account_id}:{kind}/{id_}"


def refuse_beyond(request: Request, form: Json) -> None:
    """Refuse what of the request has no effect here."""
    if names := list(beyond(request, form)):
        raise not_emulated(names)


def new_id(assets: Mapping[str, Asset], id_: str, kind: str) -> str:
    """The id of an asset to be made: well-formed and not yet taken."""
    if not _ID.fullmatch(id_):
        raise InvalidParameterValueException(f"{kind}Id {id_!r} must match [\\w\\-]{{1,512}}")
    if id_ in assets:
        raise ResourceExistsException(f"{kind} {id_} already exists")
    return id_


def find[T: Asset](assets: Mapping[str, T], id_: str, kind: str) -> T:
    try:
        return assets[id_]
    except KeyError:
        raise ResourceNotFoundException(f"{kind} {id_} is not found") from None


def delete[T: Asset](store: QuickSightStore, assets: MutableMapping[str, T], id_: str, kind: str) -> T:
    asset = find(assets, id_, kind)
    del assets[id_]
    store.tags.pop(asset.arn, None)
    return asset


def tags_of(given: Iterable[Json]) -> dict[str, str]:
    return {tag["Key"]: tag["Value"] for tag in given}


def page(summaries: list[Json], request: Request) -> tuple[list[Json], str | None]:
    """A page of a listing and the token of the next."""
    start = int(request.get("NextToken") or 0) if (request.get("NextToken") or "0").isdigit() else -1
    if not 0 <= start <= len(summaries):
        raise InvalidParameterValueException("NextToken is not valid")
    end = start + min(int(request.get("MaxResults") or _LARGEST_PAGE), _LARGEST_PAGE)
    return summaries[start:end], str(end) if end < len(summaries) else None


def change_permissions(asset: Asset, request: Request) -> None:
    """Grant and revoke actions, a principal at a time; one without actions is gone."""
    actions = {each["Principal"]: list(each["Actions"]) for each in asset.permissions}
    for grant in request.get("GrantPermissions") or []:
        held = actions.setdefault(grant["Principal"], [])
        held += [action for action in grant["Actions"] if action not in held]
    for revoked in request.get("RevokePermissions") or []:
        held = actions.get(revoked["Principal"], [])
        actions[revoked["Principal"]] = [action for action in held if action not in revoked["Actions"]]
    asset.permissions = [{"Principal": name, "Actions": held} for name, held in actions.items() if held]


def now() -> datetime:
    return datetime.now(UTC)
