"""Themes: create, describe, update.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateTheme.html
"""

from localstack.aws.api import RequestContext

from offline_aws.quicksight.asset_operations import Handler, asset_of
from offline_aws.quicksight.errors import ResourceNotFoundException
from offline_aws.quicksight.kinds import THEME, dated
from offline_aws.quicksight.members import ANY
from offline_aws.quicksight.models import Definitions, Json, QuickSightStore, Version
from offline_aws.quicksight.requests import Request, answer, keep, made, now, refuse_beyond, store_of
from offline_aws.quicksight.version_operations import chosen, version_summary

_BASES = ("CLASSIC", "MIDNIGHT", "SEASIDE", "RAINIER")
_FORM = {
    "AwsAccountId": ANY,
    "ThemeId": ANY,
    "Name": ANY,
    "BaseThemeId": ANY,
    "VersionDescription": ANY,
    "Permissions": ANY,
    "Tags": ANY,
    "Configuration": {
        "DataColorPalette": {"Colors": ANY, "MinMaxGradient": ANY, "EmptyFillColor": ANY},
        "UIColorPalette": ANY,
    },
}


def theme_operations() -> dict[str, Handler]:
    return {"CreateTheme": create, "DescribeTheme": describe, "UpdateTheme": update}


def theme_of(store: QuickSightStore, version: Version) -> Json | None:
    """The configuration that a dashboard's version is drawn with; None for QuickSight's own colors."""
    theme = next((each for each in store.themes.values() if each.arn == version.theme_arn), None)
    return theme.latest.definition if theme else None


def create(context: RequestContext, request: Request) -> Json:
    refuse_beyond(request, _FORM)
    theme = Definitions(**made(THEME, context, request), versions=[_version(request, 1)], base=_base(request))
    keep(THEME, store_of(context, request), theme, request)
    return _changed(context, theme)


def update(context: RequestContext, request: Request) -> Json:
    refuse_beyond(request, _FORM)
    theme = asset_of(THEME, context, request)
    theme.base = _base(request)
    theme.versions.append(_version(request, theme.latest.number + 1))
    theme.name, theme.updated = request.get("Name") or theme.name, now()
    return _changed(context, theme)


def describe(context: RequestContext, request: Request) -> Json:
    theme = asset_of(THEME, context, request)
    version = chosen(THEME, theme, request)
    described = version_summary(theme, version) | {"BaseThemeId": theme.base, "Configuration": version.definition}
    return answer(context, Theme=dated("ThemeId", theme) | {"Type": "CUSTOM", "Version": described})


def _base(request: Request) -> str:
    if request["BaseThemeId"] not in _BASES:
        raise ResourceNotFoundException(f"Theme {request['BaseThemeId']} is not found among {', '.join(_BASES)}")
    return str(request["BaseThemeId"])


def _version(request: Request, number: int) -> Version:
    return Version(number, request.get("Configuration") or {}, now(), request.get("VersionDescription"))


def _changed(context: RequestContext, theme: Definitions) -> Json:
    version_arn = theme.version_arn(theme.latest)
    return answer(context, 202, **THEME.named(theme), VersionArn=version_arn, CreationStatus="CREATION_SUCCESSFUL")
