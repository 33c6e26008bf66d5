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
from offline_aws.quicksight.kinds import Kind
from offline_aws.quicksight.members import beyond
from offline_aws.quicksight.models import Asset, Json, QuickSightStore, quicksight_stores

Request = dict[str, Any]

_ID = re.compile(r"[\w\-]{1,512}", re.ASCII)
_LARGEST_PAGE = 100


def answer(context: RequestContext, status: int = 200, /, **members: Any) -> Json:
    """A response: what it holds, without what is None, and the two members that all of QuickSight's have."""
    given = {name: value for name, value in members.items() if value is not None}
    return given | {"Status": status, "RequestId": context.request_id}


def store_of(context: RequestContext, request: Request) -> QuickSightStore:
    """The assets of the account that the request names, which must be the caller's."""
    if request.get("AwsAccountId", context.account_id) != context.account_id:
        raise AccessDeniedException(f"{context.account_id} has no access to account {request['AwsAccountId']}")
    return quicksight_stores[context.account_id][context.region]


def refuse_beyond(request: Request, form: Json) -> None:
    """Refuse what of the request has no effect here."""
    if names := list(beyond(request, form)):
        raise not_emulated(names)


def made(kind: Kind, context: RequestContext, request: Request) -> Json:
    """What every new asset has, by the fields of :class:`Asset`; refused for an id that can't be used."""
    id_, at = request[kind.id_member], now()
    if not _ID.fullmatch(id_):
        raise InvalidParameterValueException(f"{kind.id_member} {id_!r} must match [\\w\\-]{{1,512}}")
    if id_ in kind.assets(store_of(context, request)):
        raise ResourceExistsException(f"{kind.name} {id_} already exists")
    return {
        "id": id_,
        "arn": f"arn:aws:quicksight:{context.region}:{context.account_id}:{kind.arn}/{id_}",
        "name": request.get("Name") or id_,
        "created": at,
        "updated": at,
        "permissions": granted(kind, request.get("Permissions") or []),
    }


def keep(kind: Kind, store: QuickSightStore, asset: Asset, request: Request) -> None:
    """Put a new asset and its tags where they are found."""
    kind.assets(store)[asset.id] = asset
    store.tags[asset.arn] = tags_of(request.get("Tags") or [])


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


def granted(kind: Kind, permissions: Iterable[Json]) -> list[Json]:
    """The permissions of a new asset, a principal at a time. Raises InvalidParameterValueException."""
    return _changed(kind, [], permissions, [])


def change_permissions(kind: Kind, asset: Asset, request: Request) -> None:
    """Grant and revoke. Raises InvalidParameterValueException."""
    grants, revoked = request.get("GrantPermissions") or [], request.get("RevokePermissions") or []
    asset.permissions = _changed(kind, asset.permissions, grants, revoked)


def _changed(kind: Kind, held: Iterable[Json], grants: Iterable[Json], revoked: Iterable[Json]) -> list[Json]:
    """A principal without actions is gone."""
    actions = {each["Principal"]: list(each["Actions"]) for each in held}
    for grant in grants:
        _check_actions(kind, grant["Actions"])
        already = actions.setdefault(grant["Principal"], [])
        already += [action for action in grant["Actions"] if action not in already]
    for each in revoked:
        _check_actions(kind, each["Actions"])
        left = actions.get(each["Principal"], [])
        actions[each["Principal"]] = [action for action in left if action not in each["Actions"]]
    return [{"Principal": name, "Actions": allowed} for name, allowed in actions.items() if allowed]


def _check_actions(kind: Kind, actions: Iterable[str]) -> None:
    if unknown := [action for action in actions if action not in kind.actions]:
        raise InvalidParameterValueException(
            f"ResourcePermission list contains unsupported permission sets [{', '.join(unknown)}] for this resource."
        )


def now() -> datetime:
    return datetime.now(UTC)
