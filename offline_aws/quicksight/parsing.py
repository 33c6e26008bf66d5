"""From a ``Visual`` of the API, a union, to the :class:`~offline_aws.quicksight.visual.Visual` that is drawn."""

from offline_aws.quicksight import charts, grids
from offline_aws.quicksight.fields import Dimension, Measure, VisualError
from offline_aws.quicksight.members import one_of
from offline_aws.quicksight.models import Json
from offline_aws.quicksight.options import text_of
from offline_aws.quicksight.visual import Visual

_PARSERS = {
    "BarChartVisual": charts.bar,
    "PieChartVisual": charts.pie,
    "LineChartVisual": charts.line,
    "ComboChartVisual": charts.combo,
    "ScatterPlotVisual": charts.scatter,
    "HeatMapVisual": charts.heat,
    "BoxPlotVisual": charts.box,
    "HistogramVisual": charts.histogram,
    "KPIVisual": grids.kpi,
    "TableVisual": grids.table,
    "PivotTableVisual": grids.pivot,
}


def parse_visual(union: Json) -> Visual:
    """The visual, which must hold nothing beyond its form. Raises VisualError."""
    try:
        kind, content = one_of(union)
    except ValueError as error:
        raise VisualError(str(error)) from error
    try:
        parts = _PARSERS[kind](content.get("ChartConfiguration") or {})
        visual = Visual(
            id=content["VisualId"],
            title=text_of(content.get("Title"), _default_title(parts["dimensions"], parts["measures"])),
            subtitle=text_of(content.get("Subtitle"), ""),
            alt_text=content.get("VisualContentAltText", ""),
            **parts,
        )
        _check_fields(visual)
    except ValueError as error:
        raise VisualError(f"visual {content['VisualId']}: {error}") from error
    return visual


def _default_title(dimensions: tuple[Dimension, ...], measures: tuple[Measure, ...]) -> str:
    """As QuickSight words it: ``Count of Records by datehour``."""
    what = ", ".join(each.label for each in measures)
    by = " and ".join(each.label for each in dimensions)
    return " by ".join(each for each in (what, by) if each)


def _check_fields(visual: Visual) -> None:
    ids = [each.field_id for each in visual.fields]
    if len(set(ids)) < len(ids):
        raise VisualError("a FieldId stands there twice")
    if unknown := {sort.field_id for sort in visual.sort} - set(ids):
        raise VisualError(f"it is sorted by {', '.join(sorted(unknown))}, which is no field of it")
    if visual.data_set is None:
        raise VisualError("it has no field")
    if len({each.data_set for each in visual.fields if each.data_set}) > 1:
        raise VisualError("it has fields of several data sets")
