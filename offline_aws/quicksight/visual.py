"""A visual of a definition as what is to be drawn: its kind, its fields and its options.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_Visual.html
"""

from dataclasses import dataclass, field
from typing import Any

from offline_aws.quicksight.members import one_of
from offline_aws.quicksight.models import Json

ADDITIVE = {"COUNT", "SUM"}
"""The aggregations whose groups add up to the aggregation of the whole."""
COUNT_OF_RECORDS = "Count of Records"
_WORDS = {
    "SUM": "Sum", "AVERAGE": "Average", "MIN": "Min", "MAX": "Max", "COUNT": "Count",
    "DISTINCT_COUNT": "Unique Number", "MEDIAN": "Median", "VAR": "Variance", "VARP": "Population Variance",
    "STDEV": "Standard Deviation", "STDEVP": "Population Standard Deviation",
}  # fmt: skip


class VisualError(ValueError):
    """The visual makes no sense; the message says why."""


@dataclass(frozen=True)
class Dimension:
    """A field that rows are grouped by.

    :param role: where it is drawn: category, color or panel
    :param granularity: for a DATETIME column, such as HOUR
    """

    role: str
    field_id: str
    data_set: str
    column: str
    granularity: str | None = None

    @property
    def label(self) -> str:
        return self.column


@dataclass(frozen=True)
class Measure:
    """A field that a group of rows is reduced to.

    :param column: None when records are counted
    :param percentile: 0-100, for the function PERCENTILE
    """

    field_id: str
    function: str
    data_set: str | None = None
    column: str | None = None
    percentile: float | None = None

    @property
    def label(self) -> str:
        if self.column is None:
            return COUNT_OF_RECORDS
        if self.function == "PERCENTILE":
            return f"{self.percentile:g}th Percentile of {self.column}"
        return f"{_WORDS[self.function]} of {self.column}"


@dataclass(frozen=True)
class Sort:
    field_id: str
    descending: bool


@dataclass(frozen=True)
class Visual:
    """What to query and how to draw it.

    :param kind: bar, pie, line, kpi or table
    :param limit: how many categories at most, the first by the sort; None for all
    :param options: what the drawing needs to know beside the rows
    """

    id: str
    kind: str
    title: str
    subtitle: str
    alt_text: str
    dimensions: tuple[Dimension, ...]
    measures: tuple[Measure, ...]
    sort: tuple[Sort, ...] = ()
    limit: int | None = None
    options: Json = field(default_factory=dict)

    @property
    def fields(self) -> tuple[Dimension | Measure, ...]:
        """The dimensions and then the measures: the columns of the visual's query."""
        return (*self.dimensions, *self.measures)

    @property
    def grouped(self) -> bool:
        """Whether rows become groups; a plain table shows them as they are."""
        return bool(self.options.get("grouped", True))

    @property
    def by_measure(self) -> bool:
        """Whether the first sort is by a value, which is so where no sort is given."""
        return not self.sort or self.sort[0].field_id in {each.field_id for each in self.measures}

    @property
    def data_set(self) -> str | None:
        """The identifier of the data set, None when no field names one."""
        return next((each.data_set for each in self.fields if each.data_set), None)


def parse_visual(union: Json) -> Visual:
    """The visual, which must hold nothing beyond its form. Raises VisualError."""
    try:
        kind, visual = one_of(union)
        parsed = _PARSERS[kind](visual, visual.get("ChartConfiguration") or {})
    except ValueError as error:
        raise VisualError(str(error)) from error
    _check_fields(parsed)
    return parsed


def _check_fields(visual: Visual) -> None:
    ids = [each.field_id for each in visual.fields]
    if len(set(ids)) < len(ids):
        raise VisualError(f"visual {visual.id} has a FieldId twice")
    if unknown := {sort.field_id for sort in visual.sort} - set(ids):
        raise VisualError(f"visual {visual.id} is sorted by {', '.join(sorted(unknown))}, which is no field of it")
    if visual.data_set is None:
        raise VisualError(f"visual {visual.id} has no field")
    if len({each.data_set for each in visual.fields if each.data_set}) > 1:
        raise VisualError(f"visual {visual.id} has fields of several data sets")
    _check_colors(visual)


def _check_colors(visual: Visual) -> None:
    """Where a category is made of several rows, its place among the categories is that of their sum."""
    if len(visual.dimensions) < 2 or visual.kind == "table":
        return
    if visual.limit is not None:
        raise VisualError(f"visual {visual.id}: a limit of items beside a second dimension is not emulated")
    if visual.by_measure and visual.measures[0].function not in ADDITIVE:
        raise VisualError(f"visual {visual.id}: sorting colors by {visual.measures[0].label} is not emulated")


def _bar(visual: Json, chart: Json) -> Visual:
    wells = _wells(chart, "BarChartAggregatedFieldWells")
    dimensions = (*_dimensions(wells, "Category", "category"), *_dimensions(wells, "Colors", "color"))
    measures = _measures(wells)
    if len(measures) > 1 and len(dimensions) > 1:
        raise VisualError(f"visual {visual['VisualId']} has several Values and Colors: not emulated")
    sort, limit = _sort(chart, "CategorySort", "CategoryItemsLimit")
    options = _labels(chart, "CategoryLabelOptions", "ValueLabelOptions") | {
        "orientation": chart.get("Orientation", "VERTICAL").lower(),
        "arrangement": chart.get("BarsArrangement", "CLUSTERED").lower(),
        "dataLabels": _visible(chart, "DataLabels"),
    }
    return _drawn(visual, "bar", dimensions, measures, sort, limit, options)


def _pie(visual: Json, chart: Json) -> Visual:
    wells = _wells(chart, "PieChartAggregatedFieldWells")
    dimensions = (*_dimensions(wells, "Category", "category"), *_dimensions(wells, "SmallMultiples", "panel"))
    measures = _measures(wells)
    if len(measures) > 1:
        raise VisualError(f"visual {visual['VisualId']}: a pie with several Values is not emulated")
    donut = chart.get("DonutOptions") or {}
    thickness = donut.get("ArcOptions", {}).get("ArcThickness", "WHOLE")
    total = thickness != "WHOLE" and donut.get("DonutCenterOptions", {}).get("LabelVisibility") != "HIDDEN"
    if total and measures[0].function not in ADDITIVE:
        raise VisualError(f"visual {visual['VisualId']}: the total of {measures[0].label} is not emulated")
    sort, limit = _sort(chart, "CategorySort", "CategoryItemsLimit")
    options = {
        "thickness": thickness.lower(),
        "total": total,
        "legend": _visible(chart, "Legend"),
        "dataLabels": _visible(chart, "DataLabels"),
    }
    return _drawn(visual, "pie", dimensions, measures, sort, limit, options)


def _line(visual: Json, chart: Json) -> Visual:
    wells = _wells(chart, "LineChartAggregatedFieldWells")
    dimensions = (*_dimensions(wells, "Category", "category"), *_dimensions(wells, "Colors", "color"))
    measures = _measures(wells)
    if len(measures) > 1 and len(dimensions) > 1:
        raise VisualError(f"visual {visual['VisualId']} has several Values and Colors: not emulated")
    sort, limit = _sort(chart, "CategorySort", "CategoryItemsLimitConfiguration")
    options = _labels(chart, "XAxisLabelOptions", "PrimaryYAxisLabelOptions") | {
        "area": chart.get("Type") == "AREA",
    }
    # A line runs from left to right whatever its values are.
    return _drawn(visual, "line", dimensions, measures, sort or (Sort(dimensions[0].field_id, False),), limit, options)


def _kpi(visual: Json, chart: Json) -> Visual:
    measures = _measures(chart.get("FieldWells") or {})
    return _drawn(visual, "kpi", (), measures, (), None, {})


def _table(visual: Json, chart: Json) -> Visual:
    wells = chart.get("FieldWells") or {}
    sort, _ = _sort(chart, "RowSort", "")
    named = (chart.get("FieldOptions") or {}).get("SelectedFieldOptions") or []
    options: Json = {"labels": {each["FieldId"]: each["CustomLabel"] for each in named if each.get("CustomLabel")}}
    if plain := (wells.get("TableUnaggregatedFieldWells") or {}).get("Values"):
        columns = tuple(_column_field(each, "category") for each in plain)
        return _drawn(visual, "table", columns, (), sort, None, options | {"grouped": False})
    wells = _wells(chart, "TableAggregatedFieldWells")
    dimensions = tuple(_dimension(each, "category") for each in wells.get("GroupBy") or [])
    measures = tuple(_measure(each) for each in wells.get("Values") or [])
    return _drawn(visual, "table", dimensions, measures, sort, None, options)


_PARSERS = {
    "BarChartVisual": _bar,
    "PieChartVisual": _pie,
    "LineChartVisual": _line,
    "KPIVisual": _kpi,
    "TableVisual": _table,
}


def _drawn(
    visual: Json,
    kind: str,
    dimensions: tuple[Dimension, ...],
    measures: tuple[Measure, ...],
    sort: tuple[Sort, ...],
    limit: int | None,
    options: Json,
) -> Visual:
    return Visual(
        id=visual["VisualId"],
        kind=kind,
        title=_text(visual.get("Title"), _default_title(dimensions, measures)),
        subtitle=_text(visual.get("Subtitle"), ""),
        alt_text=visual.get("VisualContentAltText", ""),
        dimensions=dimensions,
        measures=measures,
        sort=sort,
        limit=limit,
        options=options,
    )


def _default_title(dimensions: tuple[Dimension, ...], measures: tuple[Measure, ...]) -> str:
    """As QuickSight words it: ``Count of Records by datehour``."""
    what = ", ".join(each.label for each in measures)
    by = " and ".join(each.label for each in dimensions)
    return " by ".join(each for each in (what, by) if each)


def _text(label: Json | None, default: str) -> str:
    label = label or {}
    if label.get("Visibility") == "HIDDEN":
        return ""
    return str((label.get("FormatText") or {}).get("PlainText") or default)


def _visible(chart: Json, name: str) -> bool:
    return (chart.get(name) or {}).get("Visibility") != "HIDDEN"


def _labels(chart: Json, category: str, value: str) -> Json:
    """The axis titles that replace the fields' names, and whether there is a legend."""
    return {
        "categoryTitle": _axis_title(chart.get(category) or {}),
        "valueTitle": _axis_title(chart.get(value) or {}),
        "legend": _visible(chart, "Legend"),
    }


def _axis_title(options: Json) -> str | None:
    """The custom title, an empty one when hidden, None for the field's own name."""
    if options.get("Visibility") == "HIDDEN":
        return ""
    return next((each["CustomLabel"] for each in options.get("AxisLabelOptions", []) if each.get("CustomLabel")), None)


def _wells(chart: Json, name: str) -> Json:
    return (chart.get("FieldWells") or {}).get(name) or {}


def _dimensions(wells: Json, name: str, role: str) -> tuple[Dimension, ...]:
    given = wells.get(name) or []
    if len(given) > 1:
        raise VisualError(f"{name} with {len(given)} fields: not emulated")
    if role == "category" and not given:
        raise VisualError("a chart without a Category is not emulated")
    return tuple(_dimension(each, role) for each in given)


def _dimension(union: Json, role: str) -> Dimension:
    kind, content = one_of(union)
    granularity = content.get("DateGranularity", "DAY") if kind == "DateDimensionField" else None
    return _column_field(content, role, granularity)


def _column_field(content: Json, role: str, granularity: str | None = None) -> Dimension:
    column = content["Column"]
    return Dimension(role, content["FieldId"], column["DataSetIdentifier"], column["ColumnName"], granularity)


def _measures(wells: Json) -> tuple[Measure, ...]:
    """The values; where there are none, QuickSight counts records."""
    return tuple(_measure(each) for each in wells.get("Values") or []) or (Measure("", "COUNT"),)


def _measure(union: Json) -> Measure:
    _, content = one_of(union)
    aggregation: Any = content.get("AggregationFunction") or {}
    percentile = None
    if isinstance(aggregation, dict) and "PercentileAggregation" in aggregation:
        function, percentile = "PERCENTILE", float(aggregation["PercentileAggregation"]["PercentileValue"])
        if not 0 <= percentile <= 100:
            raise VisualError(f"PercentileValue {percentile:g} is not between 0 and 100")
    elif isinstance(aggregation, dict):
        function = aggregation.get("SimpleNumericalAggregation", "SUM")
    else:
        function = aggregation
    column = content["Column"]
    return Measure(content["FieldId"], function, column["DataSetIdentifier"], column["ColumnName"], percentile)


def _sort(chart: Json, sort: str, limit: str) -> tuple[tuple[Sort, ...], int | None]:
    configuration = chart.get("SortConfiguration") or {}
    fields = [each["FieldSort"] for each in configuration.get(sort) or []]
    items = (configuration.get(limit) or {}).get("ItemsLimit")
    return tuple(Sort(each["FieldId"], each["Direction"] == "DESC") for each in fields), items
