"""Versions of dashboards, templates and themes, and the aliases by which versions go.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_ListDashboardVersions.html
https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateTemplateAlias.html
"""

from functools import partial

from localstack.aws.api import RequestContext

from offline_aws.quicksight.asset_operations import Handler, asset_of, delete_asset
from offline_aws.quicksight.errors import (
    ConflictException,
    InvalidParameterValueException,
    ResourceExistsException,
    ResourceNotFoundException,
)
from offline_aws.quicksight.kinds import DASHBOARD, Kind
from offline_aws.quicksight.models import Definitions, Json, Version
from offline_aws.quicksight.requests import Request, answer, page

LATEST, PUBLISHED = "$LATEST", "$PUBLISHED"


def version_operations(kind: Kind) -> dict[str, Handler]:
    operations = {f"List{kind.name}Versions": list_versions, f"Delete{kind.name}": delete_version}
    if kind.aliased:
        operations |= {
            f"Create{kind.name}Alias": create_alias,
            f"Describe{kind.name}Alias": describe_alias,
            f"List{kind.name}Aliases": list_aliases,
            f"Update{kind.name}Alias": update_alias,
            f"Delete{kind.name}Alias": delete_alias,
        }
    return {name: partial(handle, kind) for name, handle in operations.items()}


def chosen(kind: Kind, asset: Definitions, request: Request) -> Version:
    """The version of the request: by number, by alias; else a dashboard's published one, or the latest."""
    default = PUBLISHED if kind is DASHBOARD else LATEST
    alias = request.get("AliasName") or default
    number = request.get("VersionNumber") or number_of(kind, asset, alias)
    version = asset.version(number)
    if version is None:
        raise ResourceNotFoundException(f"{kind.name} {asset.id} has no version {number}")
    return version


def number_of(kind: Kind, asset: Definitions, alias: str) -> int:
    if alias == LATEST:
        return asset.latest.number
    if alias == PUBLISHED and kind is DASHBOARD:
        return asset.published
    if alias not in asset.aliases:
        raise ResourceNotFoundException(f"{kind.name} {asset.id} has no alias {alias}")
    return asset.aliases[alias]


def list_versions(kind: Kind, context: RequestContext, request: Request) -> Json:
    asset = asset_of(kind, context, request)
    found, token = page([version_summary(asset, each) for each in asset.versions], request)
    return answer(context, **{f"{kind.name}VersionSummaryList": found}, NextToken=token)


def version_summary(asset: Definitions, version: Version) -> Json:
    described = {
        "Arn": asset.version_arn(version),
        "VersionNumber": version.number,
        "Status": "CREATION_SUCCESSFUL",
        "CreatedTime": version.created,
        "Description": version.description,
        "SourceEntityArn": version.source_arn,
    }
    return {name: value for name, value in described.items() if value is not None}


def delete_version(kind: Kind, context: RequestContext, request: Request) -> Json:
    """One version; without a number, or with that of the only one, the asset."""
    asset = asset_of(kind, context, request)
    version = chosen(kind, asset, request)
    if "VersionNumber" not in request or len(asset.versions) == 1:
        return delete_asset(kind, context, request)
    if kind is DASHBOARD and version.number == asset.published:
        raise InvalidParameterValueException(f"Version {version.number} is published and can't be deleted")
    if used := [name for name, number in asset.aliases.items() if number == version.number]:
        raise ConflictException(f"Version {version.number} has the alias {', '.join(used)}")
    asset.versions.remove(version)
    return answer(context, **kind.named(asset))


def create_alias(kind: Kind, context: RequestContext, request: Request) -> Json:
    asset = asset_of(kind, context, request)
    if request["AliasName"] in asset.aliases:
        raise ResourceExistsException(f"{kind.name} {asset.id} has an alias {request['AliasName']} already")
    return _put_alias(kind, context, asset, request)


def update_alias(kind: Kind, context: RequestContext, request: Request) -> Json:
    asset = asset_of(kind, context, request)
    _own_alias(kind, asset, request["AliasName"])
    return _put_alias(kind, context, asset, request)


def _put_alias(kind: Kind, context: RequestContext, asset: Definitions, request: Request) -> Json:
    name, number = request["AliasName"], request[f"{kind.name}VersionNumber"]
    if name in (LATEST, PUBLISHED):
        raise InvalidParameterValueException(f"the alias {name} is QuickSight's own")
    asset.aliases[name] = chosen(kind, asset, {"VersionNumber": number}).number
    return answer(context, **{f"{kind.name}Alias": _alias(kind, asset, name)})


def describe_alias(kind: Kind, context: RequestContext, request: Request) -> Json:
    asset = asset_of(kind, context, request)
    return answer(context, **{f"{kind.name}Alias": _alias(kind, asset, request["AliasName"])})


def list_aliases(kind: Kind, context: RequestContext, request: Request) -> Json:
    asset = asset_of(kind, context, request)
    found, token = page([_alias(kind, asset, name) for name in asset.aliases], request)
    return answer(context, **{f"{kind.name}AliasList": found}, NextToken=token)


def delete_alias(kind: Kind, context: RequestContext, request: Request) -> Json:
    asset, name = asset_of(kind, context, request), request["AliasName"]
    _own_alias(kind, asset, name)
    del asset.aliases[name]
    described = {kind.id_member: asset.id, "AliasName": name, "Arn": _alias_arn(asset, name)}
    return answer(context, **described)


def _own_alias(kind: Kind, asset: Definitions, name: str) -> None:
    if name not in asset.aliases:
        raise ResourceNotFoundException(f"{kind.name} {asset.id} has no alias {name}")


def _alias(kind: Kind, asset: Definitions, name: str) -> Json:
    return {
        "AliasName": name,
        "Arn": _alias_arn(asset, name),
        f"{kind.name}VersionNumber": number_of(kind, asset, name),
    }


def _alias_arn(asset: Definitions, name: str) -> str:
    return f"{asset.arn}/alias/{name}"
