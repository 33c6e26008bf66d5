"""What can be asked of every kind of asset: listed, searched, deleted, and who may use it.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_Operations.html
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from localstack.aws.api import RequestContext

from offline_aws.quicksight.errors import not_emulated
from offline_aws.quicksight.kinds import Kind
from offline_aws.quicksight.models import Asset, Json
from offline_aws.quicksight.requests import (
    Request,
    answer,
    change_permissions,
    delete,
    find,
    page,
    refuse_beyond,
    store_of,
)

Handler = Callable[[RequestContext, Request], Any]

_OWNERS = {"DIRECT_QUICKSIGHT_OWNER", "QUICKSIGHT_OWNER"}
_USERS = {"DIRECT_QUICKSIGHT_VIEWER_OR_OWNER", "QUICKSIGHT_VIEWER_OR_OWNER", "QUICKSIGHT_USER"}


def asset_operations(kind: Kind) -> dict[str, Handler]:
    """The operations that all kinds have, by name."""
    operations = {
        f"List{kind.plural}": list_assets,
        f"Delete{kind.name}": delete_asset,
        f"Describe{kind.name}Permissions": describe_permissions,
        f"Update{kind.name}Permissions": update_permissions,
    }
    if kind.searched:
        operations[f"Search{kind.plural}"] = search_assets
    return {name: partial(handle, kind) for name, handle in operations.items()}


def asset_of(kind: Kind, context: RequestContext, request: Request) -> Any:
    """The asset that the request names. Raises ResourceNotFoundException."""
    return find(kind.assets(store_of(context, request)), request[kind.id_member], kind.name)


def list_assets(kind: Kind, context: RequestContext, request: Request) -> Json:
    summaries = [kind.summary(each) for each in kind.assets(store_of(context, request)).values()]
    found, token = page(summaries, request)
    return answer(context, **{kind.listed: found}, NextToken=token)


def search_assets(kind: Kind, context: RequestContext, request: Request) -> Json:
    """Those that pass all filters."""
    assets = kind.assets(store_of(context, request)).values()
    found = [each for each in assets if all(_passes(kind, each, filter_) for filter_ in request["Filters"])]
    shown, token = page([kind.summary(each) for each in found], request)
    return answer(context, **{str(kind.searched): shown}, NextToken=token)


def _passes(kind: Kind, asset: Asset, filter_: Json) -> bool:
    """A name by equality or by what it has in it, whatever the case; a principal by what it may do."""
    name, wanted = filter_.get("Name"), filter_.get("Value") or ""
    if name == kind.name_filter:
        if filter_["Operator"] == "StringLike":
            return wanted.lower() in asset.name.lower()
        return wanted == asset.name
    if name not in _OWNERS | _USERS or filter_["Operator"] != "StringEquals":
        raise not_emulated([f"Filters with {name} {filter_['Operator']}"])
    actions = {action for each in asset.permissions if each["Principal"] == wanted for action in each["Actions"]}
    return f"quicksight:Delete{kind.name}" in actions if name in _OWNERS else bool(actions)


def delete_asset(kind: Kind, context: RequestContext, request: Request) -> Json:
    store = store_of(context, request)
    return answer(context, **kind.named(delete(store, kind.assets(store), request[kind.id_member], kind.name)))


def describe_permissions(kind: Kind, context: RequestContext, request: Request) -> Json:
    return _permissions(kind, context, asset_of(kind, context, request))


def update_permissions(kind: Kind, context: RequestContext, request: Request) -> Json:
    members = ("AwsAccountId", kind.id_member, "GrantPermissions", "RevokePermissions")
    refuse_beyond(request, dict.fromkeys(members))
    asset = asset_of(kind, context, request)
    change_permissions(kind, asset, request)
    return _permissions(kind, context, asset)


def _permissions(kind: Kind, context: RequestContext, asset: Asset) -> Json:
    described = {f"{kind.name}Arn": asset.arn, kind.id_member: asset.id, "Permissions": asset.permissions}
    return answer(context, **described)
