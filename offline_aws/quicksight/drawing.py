"""What the page is told to draw: sheets, places and visuals, as JSON."""

from offline_aws.quicksight.aggregated_fields import visual_of
from offline_aws.quicksight.column_looks import custom_colors, format_of
from offline_aws.quicksight.controls import controls_of, drawn
from offline_aws.quicksight.data_set import FindDataSet
from offline_aws.quicksight.definition import layout, visual_problem
from offline_aws.quicksight.fields import ADDITIVE, Dimension, Measure
from offline_aws.quicksight.members import one_of
from offline_aws.quicksight.models import Definitions, Json
from offline_aws.quicksight.parameters import parameters_of
from offline_aws.quicksight.rows import DataSetError
from offline_aws.quicksight.visual import Visual

_CANVAS_WIDTH = "1600px"
"""Of a free-form layout that does not say."""


def sheets(dashboard: Definitions, find: FindDataSet) -> Json:
    """The published version as the page draws it; a visual that can't be drawn has a ``problem`` instead."""
    version = next(each for each in dashboard.versions if each.number == dashboard.published)
    return {
        "name": dashboard.name,
        "version": version.number,
        "filtering": _enabled(dashboard.options, "AdHocFilteringOption"),
        "export": _enabled(dashboard.options, "ExportToCSVOption"),
        "controlsOpen": _expanded(dashboard.options),
        "parameters": _parameters(version.definition),
        "colors": custom_colors(version.definition),
        "sheets": [
            {
                "id": sheet["SheetId"],
                "name": sheet.get("Name") or f"Sheet {number + 1}",
                "title": sheet.get("Title") or "",
                "description": sheet.get("Description") or "",
                "controls": _controls(sheet, version.definition),
                **_layout(sheet),
                "visuals": [
                    _visual(f"Sheets[{number}].Visuals[{position}]", union, version.definition, find)
                    for position, union in enumerate(sheet.get("Visuals") or [])
                ],
            }
            for number, sheet in enumerate(version.definition.get("Sheets") or [])
        ],
    }


def _enabled(options: Json, name: str) -> bool:
    return (options.get(name) or {}).get("AvailabilityStatus", "ENABLED") == "ENABLED"


def _layout(sheet: Json) -> Json:
    """Where the visuals stand: in a grid of 36 columns, or freely, in pixels; ``free`` is then the canvas' width."""
    kind, configuration = layout(sheet)
    places = {each["ElementId"]: _place(each) for each in configuration.get("Elements") or []}
    canvas = (configuration.get("CanvasSizeOptions") or {}).get("ScreenCanvasSizeOptions") or {}
    free = canvas.get("OptimizedViewPortWidth", _CANVAS_WIDTH) if kind == "FreeFormLayout" else None
    return {"places": places, "free": free}


def _expanded(options: Json) -> bool:
    """Whether the controls are open from the start."""
    return (options.get("SheetControlsOption") or {}).get("VisibilityState") == "EXPANDED"


def _parameters(definition: Json) -> list[Json]:
    """Name and type of each, which ``#p.name=value`` in the page's URL sets as on AWS.

    https://docs.aws.amazon.com/quicksight/latest/user/parameters-in-a-url.html
    """
    try:
        parameters = parameters_of(definition).values()
    except DataSetError:
        return []
    return [{"name": each.name, "type": each.type, "multiple": each.multiple} for each in parameters]


def _controls(sheet: Json, definition: Json) -> list[Json]:
    """None where they make no sense, which a LENIENT dashboard lists in its Errors."""
    try:
        return [drawn(each) for each in controls_of(sheet, definition, parameters_of(definition))]
    except DataSetError:
        return []


def _place(element: Json) -> Json:
    """An element of a grid (one without an index follows the one before), or of a free-form layout."""
    if "ColumnSpan" in element:
        return {
            "column": element.get("ColumnIndex"),
            "columns": element["ColumnSpan"],
            "row": element.get("RowIndex"),
            "rows": element["RowSpan"],
        }
    return {
        "x": _pixels(element["XAxisLocation"]),
        "y": _pixels(element["YAxisLocation"]),
        "width": _pixels(element["Width"]),
        "height": _pixels(element["Height"]),
        "hidden": element.get("Visibility") == "HIDDEN",
    }


def _pixels(length: str) -> float:
    return float(length.removesuffix("px"))


def _visual(path: str, union: Json, definition: Json, find: FindDataSet) -> Json:
    if reason := visual_problem(path, union, definition, find):
        kind, content = one_of(union)
        return {"id": content["VisualId"], "kind": "problem", "title": kind, "problem": reason}
    visual = visual_of(union, definition)
    return {
        "id": visual.id,
        "kind": visual.kind,
        "title": visual.title,
        "subtitle": visual.subtitle,
        "alt": visual.alt_text,
        "fields": [_dimension(each, visual, definition) for each in visual.dimensions],
        "measures": [_measure(each, visual, definition) for each in visual.measures],
        "sort": _sort(visual),
        "ranked": visual.ranked,
        "options": visual.options,
    }


def _dimension(dimension: Dimension, visual: Visual, definition: Json) -> Json:
    limit = visual.limit_of(dimension)
    return {
        "id": dimension.field_id,
        "role": dimension.role,
        "label": visual.labels.get(dimension.field_id, dimension.label),
        "dataSet": dimension.data_set,
        "column": dimension.column,
        "granularity": dimension.granularity,
        "format": format_of(dimension, definition),
        "limit": limit.items if limit and limit.other else None,
    }


def _measure(measure: Measure, visual: Visual, definition: Json) -> Json:
    return {
        "id": measure.field_id,
        "role": measure.role,
        "label": visual.labels.get(measure.field_id, measure.label),
        "additive": measure.function in ADDITIVE,
        "whole": measure.function in ("COUNT", "DISTINCT_COUNT"),
        "format": format_of(measure, definition),
    }


def _sort(visual: Visual) -> Json:
    descending = visual.sort[0].descending if visual.sort else True
    reversed_ = [each.field_id for each in visual.sort if each.descending]
    return {"byMeasure": visual.by_measure, "descending": descending, "reversed": reversed_}
