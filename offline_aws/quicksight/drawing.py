"""What the page is told to draw: sheets, places and visuals, as JSON."""

from offline_aws.quicksight.definition import FindDataSet, elements, visual_problem
from offline_aws.quicksight.members import one_of
from offline_aws.quicksight.models import Definitions, Json
from offline_aws.quicksight.visual import ADDITIVE, Visual, parse_visual


def sheets(dashboard: Definitions, find: FindDataSet) -> Json:
    """The published version as the page draws it; a visual that can't be drawn has a ``problem`` instead."""
    version = next(each for each in dashboard.versions if each.number == dashboard.published)
    return {
        "name": dashboard.name,
        "version": version.number,
        "filtering": _enabled(dashboard.options, "AdHocFilteringOption"),
        "export": _enabled(dashboard.options, "ExportToCSVOption"),
        "sheets": [
            {
                "id": sheet["SheetId"],
                "name": sheet.get("Name") or f"Sheet {number + 1}",
                "title": sheet.get("Title") or "",
                "description": sheet.get("Description") or "",
                "places": {each["ElementId"]: _place(each) for each in elements(sheet)},
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


def _place(element: Json) -> Json:
    """Where in the grid of 36 columns; an element without an index follows the one before."""
    return {
        "column": element.get("ColumnIndex"),
        "columns": element["ColumnSpan"],
        "row": element.get("RowIndex"),
        "rows": element["RowSpan"],
    }


def _visual(path: str, union: Json, definition: Json, find: FindDataSet) -> Json:
    if reason := visual_problem(path, union, definition, find):
        kind, content = one_of(union)
        return {"id": content["VisualId"], "kind": "problem", "title": kind, "problem": reason}
    visual = parse_visual(union)
    labels = visual.options.get("labels", {})
    return {
        "id": visual.id,
        "kind": visual.kind,
        "title": visual.title,
        "subtitle": visual.subtitle,
        "alt": visual.alt_text,
        "fields": [
            {
                "role": each.role,
                "label": labels.get(each.field_id, each.label),
                "dataSet": each.data_set,
                "column": each.column,
                "granularity": each.granularity,
            }
            for each in visual.dimensions
        ],
        "measures": [
            {"label": labels.get(each.field_id, each.label), "additive": each.function in ADDITIVE}
            for each in visual.measures
        ],
        "sort": _sort(visual),
        "options": visual.options,
    }


def _sort(visual: Visual) -> Json:
    descending = visual.sort[0].descending if visual.sort else True
    return {"byMeasure": visual.by_measure, "descending": descending}
