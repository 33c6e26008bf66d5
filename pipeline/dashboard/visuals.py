"""Visuals as QuickSight's API has them, by what sets one apart from another.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_Visual.html
"""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
GRID_COLUMNS = 36
"""A sheet's grid is that wide. https://docs.aws.amazon.com/quicksight/latest/APIReference/API_GridLayoutElement.html"""


@dataclass(frozen=True)
class Placed:
    """A visual and its place in the grid, in columns and rows."""

    visual: Json
    column: int
    row: int
    columns: int
    rows: int


def sheet(id_: str, name: str, placed: list[Placed]) -> Json:
    elements = [
        {
            "ElementId": _content(each.visual)["VisualId"],
            "ElementType": "VISUAL",
            "ColumnIndex": each.column,
            "ColumnSpan": each.columns,
            "RowIndex": each.row,
            "RowSpan": each.rows,
        }
        for each in placed
    ]
    return {
        "SheetId": id_,
        "Name": name,
        "ContentType": "INTERACTIVE",
        "Visuals": [each.visual for each in placed],
        "Layouts": [{"Configuration": {"GridLayout": {"Elements": elements}}}],
    }


def category(data_set: str, column: str) -> Json:
    return {"CategoricalDimensionField": _field(data_set, column)}


def number(data_set: str, column: str) -> Json:
    return {"NumericalDimensionField": _field(data_set, column)}


def date(data_set: str, column: str, granularity: str) -> Json:
    return {"DateDimensionField": _field(data_set, column) | {"DateGranularity": granularity}}


def measure(data_set: str, column: str, function: str, decimals: int | None = None) -> Json:
    """A numeric column's SUM, AVERAGE, MEDIAN, ..."""
    field = _field(data_set, column, function.lower()) | _decimals(decimals)
    return {"NumericalMeasureField": field | {"AggregationFunction": {"SimpleNumericalAggregation": function}}}


def values(data_set: str, column: str) -> Json:
    """A numeric column's values themselves, for a visual that shows how they are spread."""
    return {"NumericalMeasureField": _field(data_set, column)}


def count(data_set: str, column: str, function: str = "COUNT") -> Json:
    """How many values a column of texts has; with DISTINCT_COUNT, how many different ones."""
    return {"CategoricalMeasureField": _field(data_set, column, function.lower()) | {"AggregationFunction": function}}


def bars(id_: str, title: str, by: Json, values: list[Json], top: int | None = None) -> Json:
    """Horizontal bars, the longest first and the first `top` only; without values they count records."""
    chart: Json = {"Orientation": "HORIZONTAL"}
    if top:
        chart["SortConfiguration"] = {"CategoryItemsLimit": _first(top)}
    return _visual("BarChartVisual", id_, title, chart | _wells("BarChart", {"Category": [by], "Values": values}))


def shares(id_: str, title: str, by: Json, colors: Json) -> Json:
    """100 % stacked horizontal bars of records."""
    wells = {"Category": [by], "Values": [], "Colors": [colors]}
    chart = {"Orientation": "HORIZONTAL", "BarsArrangement": "STACKED_PERCENT"}
    return _visual("BarChartVisual", id_, title, chart | _wells("BarChart", wells))


def pies(id_: str, title: str, by: Json, one_per: Json) -> Json:
    """A pie of records for each value of a second field."""
    wells = {"Category": [by], "Values": [], "SmallMultiples": [one_per]}
    return _visual("PieChartVisual", id_, title, _donut("WHOLE") | _wells("PieChart", wells))


def donut(id_: str, title: str, by: Json) -> Json:
    """A ring of records, with their number in the middle."""
    wells = {"Category": [by], "Values": []}
    return _visual("PieChartVisual", id_, title, _donut("MEDIUM") | _wells("PieChart", wells))


def areas(id_: str, title: str, by: Json, colors: Json) -> Json:
    """Records over time, those of each color upon those of the others."""
    wells = {"Category": [by], "Values": [], "Colors": [colors]}
    return _visual("LineChartVisual", id_, title, {"Type": "STACKED_AREA"} | _wells("LineChart", wells))


def heat(id_: str, title: str, rows: Json, columns: Json, top: int) -> Json:
    """Records where rows and columns meet, of those rows that have the most."""
    chart = {"SortConfiguration": {"HeatMapRowItemsLimitConfiguration": _first(top)}}
    wells = {"Rows": [rows], "Columns": [columns], "Values": []}
    return _visual("HeatMapVisual", id_, title, chart | _wells("HeatMap", wells))


def boxes(id_: str, title: str, by: Json, values: Json) -> Json:
    """How the values of each group are spread."""
    return _visual("BoxPlotVisual", id_, title, _wells("BoxPlot", {"GroupBy": [by], "Values": [values]}))


def kpi(id_: str, title: str, value: Json, over: Json | None = None) -> Json:
    """A figure; over time that of the last period, how much it is up or down, and how it went before."""
    wells = {"Values": [value], "TrendGroups": [over] if over else []}
    options = {
        "Comparison": {"ComparisonMethod": "PERCENT_DIFFERENCE"},
        "TrendArrows": {"Visibility": "VISIBLE"},
        "Sparkline": {"Visibility": "VISIBLE", "Type": "AREA"},
    }
    return _visual("KPIVisual", id_, title, {"FieldWells": wells} | ({"KPIOptions": options} if over else {}))


def table(id_: str, title: str, data_set: str, columns: dict[str, str], largest: str) -> Json:
    """A data set's rows as they are, under the given headings, with those first that have the largest value there."""
    fields = {column: _field(data_set, column) for column in columns}
    headings = [{"FieldId": fields[column]["FieldId"], "CustomLabel": label} for column, label in columns.items()]
    chart = {
        "FieldWells": {"TableUnaggregatedFieldWells": {"Values": list(fields.values())}},
        "SortConfiguration": {"RowSort": [{"FieldSort": {"FieldId": fields[largest]["FieldId"], "Direction": "DESC"}}]},
        "FieldOptions": {"SelectedFieldOptions": headings},
    }
    return _visual("TableVisual", id_, title, chart)


def _field(data_set: str, column: str, function: str = "") -> Json:
    """A field, whose id tells it from the same column's other uses in a visual."""
    id_ = "-".join(each for each in (data_set, column, function) if each)
    return {"FieldId": id_, "Column": {"DataSetIdentifier": data_set, "ColumnName": column}}


def _decimals(places: int | None) -> Json:
    if places is None:
        return {}
    number = {"NumberDisplayFormatConfiguration": {"DecimalPlacesConfiguration": {"DecimalPlaces": places}}}
    return {"FormatConfiguration": {"FormatConfiguration": number}}


def _first(items: int) -> Json:
    return {"ItemsLimit": items, "OtherCategories": "EXCLUDE"}


def _wells(chart: str, wells: Json) -> Json:
    return {"FieldWells": {f"{chart}AggregatedFieldWells": wells}}


def _donut(thickness: str) -> Json:
    return {"DonutOptions": {"ArcOptions": {"ArcThickness": thickness}}}


def _visual(kind: str, id_: str, title: str, chart: Json) -> Json:
    return {kind: {"VisualId": id_, "Title": {"FormatText": {"PlainText": title}}, "ChartConfiguration": chart}}


def _content(visual: Json) -> Json:
    (content,) = visual.values()
    return dict(content)
