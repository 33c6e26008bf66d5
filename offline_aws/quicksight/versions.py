"""A new version of an analysis, a dashboard or a template: from a definition, or from another asset."""

from typing import Any

from offline_aws.quicksight.definition import Problem, problems
from offline_aws.quicksight.errors import InvalidParameterValueException, ResourceNotFoundException
from offline_aws.quicksight.forms import TEMPLATE_DEFINITION
from offline_aws.quicksight.kinds import ANALYSIS, TEMPLATE, Kind
from offline_aws.quicksight.members import beyond, one_of
from offline_aws.quicksight.models import Definitions, Json, QuickSightStore, Version
from offline_aws.quicksight.requests import Request, now
from offline_aws.quicksight.templates import TemplateError, instance_of, template_of
from offline_aws.quicksight.version_operations import number_of


def new_version(kind: Kind, store: QuickSightStore, request: Request, number: int) -> Version:
    """Nothing may be wrong with its definition, unless the request says LENIENT."""
    definition, source_arn, theme_arn = _content(kind, store, request)
    definition = _with_defaults(definition, request.get("Parameters") or {})
    found = _problems(kind, store, definition)
    if found and (request.get("ValidationStrategy") or {}).get("Mode") != "LENIENT":
        raise InvalidParameterValueException("; ".join(each.reason for each in found))
    errors = [{"Type": each.kind, "Message": each.reason, "ViolatedEntities": [{"Path": each.path}]} for each in found]
    theme_arn = request.get("ThemeArn") or theme_arn
    _check_theme(store, theme_arn)
    return Version(number, definition, now(), request.get("VersionDescription"), errors, source_arn, theme_arn)


def _problems(kind: Kind, store: QuickSightStore, definition: Json) -> list[Problem]:
    """A template is not over any data yet: what its visuals make of their fields shows when it is used."""
    if kind is TEMPLATE:
        return [Problem(path, f"{path}: not emulated") for path in beyond(definition, TEMPLATE_DEFINITION)]
    return problems(definition, store.data_set)


def _content(kind: Kind, store: QuickSightStore, request: Request) -> tuple[Json, str | None, str | None]:
    """The definition, and the ARNs of what it was made from and of that's theme."""
    definition, source = request.get("Definition"), request.get("SourceEntity")
    if (definition is None) == (source is None):
        raise InvalidParameterValueException("Either a Definition or a SourceEntity is required")
    if definition is not None:
        return definition, None, None
    try:
        name, entity = one_of(source or {})
        origin = _version_of(ANALYSIS if name == "SourceAnalysis" else TEMPLATE, store, entity["Arn"])
        return _converted(kind, name, store, origin, entity), entity["Arn"], origin.theme_arn
    except (TemplateError, ValueError) as error:
        raise InvalidParameterValueException(f"SourceEntity: {error}") from error


def _converted(kind: Kind, name: str, store: QuickSightStore, origin: Version, entity: Json) -> Json:
    if name == "SourceAnalysis":
        return template_of(origin.definition, entity["DataSetReferences"], store.data_set)
    if kind is TEMPLATE:
        return origin.definition
    return instance_of(origin.definition, entity["DataSetReferences"])


def _version_of(kind: Kind, store: QuickSightStore, arn: str) -> Version:
    """By the ARN of an asset, of one of its versions, or of an alias. Raises ResourceNotFoundException."""
    for asset in kind.assets(store).values():
        if arn == asset.arn or arn.startswith(f"{asset.arn}/"):
            found = _by_suffix(kind, asset, arn.removeprefix(asset.arn).strip("/"))
            if found is not None:
                return found
    raise ResourceNotFoundException(f"{kind.name} {arn} is not found")


def _by_suffix(kind: Kind, asset: Definitions, suffix: str) -> Version | None:
    part, _, value = suffix.partition("/")
    if part == "version" and value.isdigit():
        return asset.version(int(value))
    if part == "alias":
        return asset.version(number_of(kind, asset, value))
    return asset.latest if not suffix else None


def _check_theme(store: QuickSightStore, arn: str | None) -> None:
    if arn is not None and not any(each.arn == arn for each in store.themes.values()):
        raise ResourceNotFoundException(f"Theme {arn} is not found")


_DECLARATIONS = {
    "StringParameters": "StringParameterDeclaration",
    "IntegerParameters": "IntegerParameterDeclaration",
    "DecimalParameters": "DecimalParameterDeclaration",
    "DateTimeParameters": "DateTimeParameterDeclaration",
}


def _with_defaults(definition: Json, parameters: Json) -> Json:
    """The definition with these values as its parameters' defaults. Raises InvalidParameterValueException."""
    given: dict[tuple[str, str], list[Any]] = {
        (_DECLARATIONS[name], each["Name"]): each["Values"] for name, values in parameters.items() for each in values
    }
    if not given:
        return definition
    declared = [one_of(union) for union in definition.get("ParameterDeclarations") or []]
    if unknown := given.keys() - {(kind, content["Name"]) for kind, content in declared}:
        names = ", ".join(sorted(name for _, name in unknown))
        raise InvalidParameterValueException(f"Parameters: {names} is not declared as such")
    changed = [
        {kind: content | {"DefaultValues": {"StaticValues": given[kind, content["Name"]]}}}
        if (kind, content["Name"]) in given
        else {kind: content}
        for kind, content in declared
    ]
    return definition | {"ParameterDeclarations": changed}
