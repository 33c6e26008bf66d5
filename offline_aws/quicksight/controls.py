"""The controls of a sheet: what a reader may choose, and where the values to choose from are.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_ParameterControl.html
https://docs.aws.amazon.com/quicksight/latest/APIReference/API_FilterControl.html
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from offline_aws.quicksight.members import one_of
from offline_aws.quicksight.models import Json
from offline_aws.quicksight.parameters import Parameter, ParameterError, Parameters, find_parameter
from offline_aws.quicksight.rows import DataSetError

_KINDS = {
    "DateTimePicker": "date", "List": "list", "Dropdown": "dropdown", "TextField": "text", "TextArea": "textarea",
    "Slider": "slider", "RelativeDateTime": "relative",
}  # fmt: skip
_DEFAULTS = {
    "DefaultDateTimePickerOptions": "DateTimePicker", "DefaultListOptions": "List",
    "DefaultDropdownOptions": "Dropdown", "DefaultTextFieldOptions": "TextField",
    "DefaultTextAreaOptions": "TextArea", "DefaultSliderOptions": "Slider",
    "DefaultRelativeDateTimeOptions": "RelativeDateTime",
}  # fmt: skip
_CHOOSING = ("List", "Dropdown")
_SUITED = {
    "CategoryFilter": ("List", "Dropdown", "TextField", "TextArea"),
    "NumericEqualityFilter": ("List", "Dropdown", "TextField", "Slider"),
    "NumericRangeFilter": ("Slider",),
    "TimeEqualityFilter": ("DateTimePicker",),
    "TimeRangeFilter": ("DateTimePicker",),
    "RelativeDatesFilter": ("RelativeDateTime",),
}
"""The controls that can hold what a filter asks for."""


@dataclass(frozen=True)
class Control:
    """Something that a reader chooses with.

    :param kind: as the API names it, such as Dropdown
    :param content: the API's structure
    :param source: the parameter or the filter, as its kind and content, that it is for
    :param column: whose values there are to choose from, as ``ColumnIdentifier`` of the API
    """

    id: str
    title: str
    kind: str
    content: Json
    source: Parameter | tuple[str, Json]
    column: Json | None = None


def controls_of(sheet: Json, definition: Json, parameters: Parameters) -> list[Control]:
    """In the order of the sheet's control layout. Raises DataSetError."""
    found = [_of_parameter(union, parameters) for union in sheet.get("ParameterControls") or []]
    filters = dict(_filters(definition))
    found += [_of_filter(union, filters) for union in sheet.get("FilterControls") or []]
    layouts = sheet.get("SheetControlLayouts") or [{"Configuration": {}}]
    elements = (layouts[0]["Configuration"].get("GridLayout") or {}).get("Elements") or []
    order = [each["ElementId"] for each in elements]
    if unknown := set(order) - {each.id for each in found}:
        raise DataSetError(f"SheetControlLayouts place {', '.join(sorted(unknown))}, which is no control of the sheet")
    return sorted(found, key=lambda each: order.index(each.id) if each.id in order else len(order))


def drawn(control: Control) -> Json:
    """The control as the page is told of it.

    ``chosen`` is what holds now, in the form of :mod:`offline_aws.quicksight.choices`; ``options`` are the values to
    choose from, null where the page asks for them at ``/controls/<id>/values``.
    """
    content, display = control.content, control.content.get("DisplayOptions") or {}
    static = (content.get("SelectableValues") or {}).get("Values")
    return {
        "id": control.id,
        "kind": _KINDS[control.kind],
        "title": control.title if _visible(display, "TitleOptions") else "",
        **_source(control),
        "multiple": content.get("Type") == "MULTI_SELECT" or control.kind == "TextArea",
        "range": content.get("Type") in ("RANGE", "DATE_RANGE"),
        "all": _visible(display, "SelectAllOptions"),
        "search": _visible(display, "SearchOptions"),
        "placeholder": _visible(display, "PlaceholderOptions"),
        "options": static if static or control.column is None else None,
        "minimum": content.get("MinimumValue"),
        "maximum": content.get("MaximumValue"),
        "step": content.get("StepSize"),
        "delimiter": content.get("Delimiter"),
    }


def _visible(display: Json, name: str) -> bool:
    return (display.get(name) or {}).get("Visibility") != "HIDDEN"


def _source(control: Control) -> Json:
    if isinstance(control.source, Parameter):
        parameter = control.source
        chosen = {"values": list(parameter.values), "rolling": parameter.rolling}
        return {"parameter": parameter.name, "filter": None, "type": parameter.type, "chosen": chosen}
    kind, content = control.source
    return {"parameter": None, "filter": content["FilterId"], "type": kind, "chosen": chosen_now(kind, content)}


def chosen_now(kind: str, content: Json) -> Json:
    """What a filter asks for, in the form of a choice; text for times."""
    if kind == "CategoryFilter":
        return {"values": _category_values(next(iter(content["Configuration"].values())))}
    if kind == "RelativeDatesFilter":
        amount = content.get("RelativeDateValue", 1)
        return {"type": content["RelativeDateType"], "granularity": content["TimeGranularity"], "amount": amount}
    if kind in ("NumericRangeFilter", "TimeRangeFilter"):
        suffix = "Value" if kind == "TimeRangeFilter" else ""
        ends = {end: content.get(f"Range{end}{suffix}") or {} for end in ("Minimum", "Maximum")}
        return {end.lower(): _plain(bound.get("StaticValue")) for end, bound in ends.items()}
    value = content.get("Value")
    return {"values": [] if value is None or content.get("SelectAllOptions") else [_plain(value)]}


def _category_values(configuration: Json) -> list[str]:
    if configuration.get("SelectAllOptions"):
        return []
    if configuration.get("CategoryValue") is not None:
        return [configuration["CategoryValue"]]
    return list(configuration.get("CategoryValues") or [])


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _of_parameter(union: Json, parameters: Parameters) -> Control:
    kind, content = one_of(union)
    id_, parameter = content["ParameterControlId"], find_parameter(parameters, content["SourceParameterName"])
    if content.get("Type") == "MULTI_SELECT" and not parameter.multiple:
        raise ParameterError(f"control {id_} selects several values, and parameter {parameter.name} has one")
    if (kind == "DateTimePicker") != (parameter.type == "DATETIME"):
        raise ParameterError(f"control {id_} is a {kind}, and parameter {parameter.name} is {parameter.type}")
    column = (content.get("SelectableValues") or {}).get("LinkToDataSetColumn")
    return Control(id_, _title(content), kind, content, parameter, column)


def _of_filter(union: Json, filters: dict[str, tuple[str, Json]]) -> Control:
    kind, content = one_of(union)
    id_, source_id = content["FilterControlId"], content["SourceFilterId"]
    if source_id not in filters:
        raise DataSetError(f"control {id_} is for filter {source_id}, which is not there")
    filter_kind, source = filters[source_id]
    if kind == "CrossSheet":
        kind, content = _default_control(id_, source)
    if kind not in _SUITED.get(filter_kind, ()):
        raise DataSetError(f"control {id_}: a {kind} for a {filter_kind} is not emulated")
    column = source["Column"] if kind in _CHOOSING else None
    return Control(id_, _title(content), kind, content, (filter_kind, source), column)


def _default_control(id_: str, source: Json) -> tuple[str, Json]:
    """What the filter says of its controls on all sheets."""
    configuration = source.get("DefaultFilterControlConfiguration")
    if not configuration:
        raise DataSetError(f"control {id_} is CrossSheet: its filter needs a DefaultFilterControlConfiguration")
    name, content = one_of(configuration["ControlOptions"])
    return _DEFAULTS[name], {"Title": configuration["Title"], **content}


def _title(content: Json) -> str:
    options = (content.get("DisplayOptions") or {}).get("TitleOptions") or {}
    return str(options.get("CustomLabel") or content.get("Title") or "")


def _filters(definition: Json) -> Iterator[tuple[str, tuple[str, Json]]]:
    for group in definition.get("FilterGroups") or []:
        for union in group["Filters"]:
            kind, content = one_of(union)
            yield content["FilterId"], (kind, content)
