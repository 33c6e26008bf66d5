"""A ``Definition`` of QuickSight: what of it can't be drawn here, and its visuals.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DashboardVersionDefinition.html
"""

from collections.abc import Iterator
from typing import NamedTuple

from offline_aws.quicksight import forms
from offline_aws.quicksight.aggregated_fields import visual_of
from offline_aws.quicksight.data_set import FindDataSet
from offline_aws.quicksight.declarations import declared_problems
from offline_aws.quicksight.fields import QueryError, VisualError
from offline_aws.quicksight.members import beyond, malformed, one_of
from offline_aws.quicksight.models import Json
from offline_aws.quicksight.query import sql_of
from offline_aws.quicksight.rows import DataSetError
from offline_aws.quicksight.visual_rows import rows_for


class Problem(NamedTuple):
    """Where in the definition, what is wrong there, and as what ``DashboardErrorType`` of the API it counts."""

    path: str
    reason: str
    kind: str = "PARAMETER_VALUE_INCOMPATIBLE"


def problems(definition: Json, find: FindDataSet) -> list[Problem]:
    """Everything that keeps the definition from being drawn as it is."""
    if broken := list(malformed(definition, forms.DEFINITION)):
        return [Problem(path, f"{path}: exactly one member is required") for path in broken]
    found = [Problem(path, f"{path}: not emulated") for path in beyond(definition, forms.DEFINITION)]
    found += [Problem(*each) for each in declared_problems(definition, find)]
    for path, union in visuals(definition):
        if not any(each.path.startswith(path) for each in found):
            found += [Problem(path, *reason) for reason in _visual_problem(union, definition, find)]
    return found + list(_layout_problems(definition))


def visuals(definition: Json) -> Iterator[tuple[str, Json]]:
    """Every visual, as the API's union, with its path."""
    for s, sheet in enumerate(definition.get("Sheets", [])):
        for v, union in enumerate(sheet.get("Visuals", [])):
            yield f"Sheets[{s}].Visuals[{v}]", union


def visual_problem(path: str, union: Json, definition: Json, find: FindDataSet) -> str | None:
    """Why this one visual can't be drawn; None when it can."""
    names = list(beyond(union, forms.VISUAL, path))
    if names:
        return f"{', '.join(names)}: not emulated"
    return next((reason for reason, _ in _visual_problem(union, definition, find)), None)


def _visual_problem(union: Json, definition: Json, find: FindDataSet) -> Iterator[tuple[str, str]]:
    """Reason and kind."""
    try:
        visual = visual_of(union, definition)
        sql_of(visual, rows_for(visual, definition, find))
    except DataSetError as error:
        yield str(error), error.kind
    except (VisualError, QueryError) as error:
        yield str(error), "PARAMETER_VALUE_INCOMPATIBLE"


def _layout_problems(definition: Json) -> Iterator[Problem]:
    """An id names one visual of all sheets; a layout must place each visual, and nothing else, once."""
    seen: set[str] = set()
    for s, sheet in enumerate(definition.get("Sheets", [])):
        ids = [one_of(union)[1]["VisualId"] for union in sheet.get("Visuals", []) if len(union) == 1]
        if len(set(ids)) < len(ids) or seen & set(ids):
            yield Problem(f"Sheets[{s}].Visuals", f"Sheets[{s}].Visuals: a VisualId stands in the definition twice")
        seen |= set(ids)
        placed = [element["ElementId"] for element in layout(sheet)[1].get("Elements") or []]
        if placed and sorted(placed) != sorted(ids):
            yield Problem(
                f"Sheets[{s}].Layouts", f"Sheets[{s}].Layouts: each visual must be placed, once, and nothing else"
            )


def layout(sheet: Json) -> tuple[str, Json]:
    """The sheet's layout and its kind; an empty grid when it has none."""
    layouts = sheet.get("Layouts") or [{}]
    given = {name: each for name, each in layouts[0].get("Configuration", {}).items() if each}
    return next(iter(given.items()), ("GridLayout", {}))
