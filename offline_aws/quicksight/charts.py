"""Charts, each as its :class:`~offline_aws.quicksight.visual.Visual`; what they may hold stands in ``forms.py``.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_BarChartConfiguration.html, and of each other chart
"""

from offline_aws.quicksight import options
from offline_aws.quicksight.fields import (
    ADDITIVE,
    Dimension,
    Measure,
    Sort,
    VisualError,
    category,
    dimensions,
    distribution,
    limits,
    measures,
    sorts,
    values,
    wells_of,
)
from offline_aws.quicksight.models import Json

Parts = Json
"""The arguments of a Visual that only its chart knows."""

_MOST_BINS = 1000


def bar(chart: Json) -> Parts:
    wells = wells_of(chart, "BarChartAggregatedFieldWells")
    by, colors, shown = category(wells), dimensions(wells, "Colors", "color"), values(wells)
    _one_value_beside_colors(shown, colors)
    return {
        "kind": "bar",
        "dimensions": (*by, *colors),
        "measures": shown,
        "sort": sorts(chart, {"CategorySort": by, "ColorSort": colors}),
        "limits": limits(chart, {"CategoryItemsLimit": by, "ColorItemsLimit": colors}),
        "options": _common(chart)
        | {
            "orientation": chart.get("Orientation", "VERTICAL").lower(),
            "arrangement": chart.get("BarsArrangement", "CLUSTERED").lower(),
            "categoryAxis": options.axis(chart.get("CategoryLabelOptions"), chart.get("CategoryAxis")),
            "valueAxis": options.axis(chart.get("ValueLabelOptions"), chart.get("ValueAxis")),
            "labels": options.data_labels(chart.get("DataLabels")),
        },
    }


def pie(chart: Json) -> Parts:
    wells = wells_of(chart, "PieChartAggregatedFieldWells")
    by, panels, shown = category(wells), dimensions(wells, "SmallMultiples", "panel"), values(wells, 1)
    donut = chart.get("DonutOptions") or {}
    thickness = (donut.get("ArcOptions") or {}).get("ArcThickness", "WHOLE")
    center = (donut.get("DonutCenterOptions") or {}).get("LabelVisibility", "VISIBLE")
    total = thickness != "WHOLE" and center == "VISIBLE"
    if total and shown[0].function not in ADDITIVE:
        raise VisualError(f"the total of {shown[0].label} is not emulated")
    return {
        "kind": "pie",
        "dimensions": (*by, *panels),
        "measures": shown,
        "sort": sorts(chart, {"CategorySort": by, "SmallMultiplesSort": panels}),
        "limits": limits(chart, {"CategoryItemsLimit": by, "SmallMultiplesLimitConfiguration": panels}),
        "options": _common(chart)
        | {
            "thickness": thickness.lower(),
            "total": total,
            "labels": options.data_labels(chart.get("DataLabels")),
        },
    }


def line(chart: Json) -> Parts:
    wells = wells_of(chart, "LineChartAggregatedFieldWells")
    by, colors, shown = category(wells), dimensions(wells, "Colors", "color"), values(wells)
    _one_value_beside_colors(shown, colors)
    of = {"CategoryItemsLimitConfiguration": by, "ColorItemsLimitConfiguration": colors}
    return {
        "kind": "line",
        "dimensions": (*by, *colors),
        "measures": shown,
        # A line runs from left to right whatever its values are.
        "sort": sorts(chart, {"CategorySort": by}) or (Sort(by[0].field_id, False, by[0].field_id),),
        "limits": limits(chart, of),
        "options": _common(chart)
        | _line_style(chart.get("DefaultSeriesSettings") or {})
        | {
            "type": chart.get("Type", "LINE").lower(),
            "categoryAxis": options.axis(chart.get("XAxisLabelOptions"), chart.get("XAxisDisplayOptions")),
            "valueAxis": options.axis(
                chart.get("PrimaryYAxisLabelOptions"), options.value_axis_of(chart.get("PrimaryYAxisDisplayOptions"))
            ),
            "labels": options.data_labels(chart.get("DataLabels"), default=False),
        },
    }


def combo(chart: Json) -> Parts:
    """Bars on the primary axis and lines on the secondary, unless both are to share the primary."""
    wells = wells_of(chart, "ComboChartAggregatedFieldWells")
    by = category(wells)
    bars, lines = measures(wells, "BarValues"), measures(wells, "LineValues", "line")
    if not bars or not lines:
        raise VisualError("a combo chart without BarValues or without LineValues is not emulated")
    return {
        "kind": "combo",
        "dimensions": by,
        "measures": (*bars, *lines),
        "sort": sorts(chart, {"CategorySort": by}),
        "limits": limits(chart, {"CategoryItemsLimit": by}),
        "options": _common(chart)
        | {
            "arrangement": chart.get("BarsArrangement", "CLUSTERED").lower(),
            "categoryAxis": options.axis(chart.get("CategoryLabelOptions"), chart.get("CategoryAxis")),
            "valueAxis": options.axis(chart.get("PrimaryYAxisLabelOptions"), chart.get("PrimaryYAxisDisplayOptions")),
            "lineAxis": options.axis(
                chart.get("SecondaryYAxisLabelOptions"), chart.get("SecondaryYAxisDisplayOptions")
            ),
            "oneAxis": bool(chart.get("SingleAxisOptions")),
            "labels": options.data_labels(chart.get("BarDataLabels"), default=False),
            "lineLabels": options.data_labels(chart.get("LineDataLabels"), default=False),
        },
    }


def scatter(chart: Json) -> Parts:
    wells = wells_of(chart, "ScatterPlotCategoricallyAggregatedFieldWells")
    by, names = dimensions(wells, "Category", "color"), dimensions(wells, "Label", "label")
    x, y, size = (measures(wells, *each) for each in (("XAxis", "x"), ("YAxis", "y"), ("Size", "size")))
    if len(x) != 1 or len(y) != 1 or len(size) > 1:
        raise VisualError("a scatter plot takes one XAxis, one YAxis and at most one Size")
    if not by and not names:
        raise VisualError("a scatter plot without Category and Label is not emulated")
    return {
        "kind": "scatter",
        "dimensions": (*by, *names),
        "measures": (*x, *y, *size),
        "options": _common(chart)
        | {
            "categoryAxis": options.axis(chart.get("XAxisLabelOptions"), chart.get("XAxisDisplayOptions")),
            "valueAxis": options.axis(chart.get("YAxisLabelOptions"), chart.get("YAxisDisplayOptions")),
            "labels": options.data_labels(chart.get("DataLabels"), default=False),
        },
    }


def heat(chart: Json) -> Parts:
    wells = wells_of(chart, "HeatMapAggregatedFieldWells")
    rows, columns, shown = dimensions(wells, "Rows", "row"), dimensions(wells, "Columns", "column"), values(wells, 1)
    if not rows or not columns:
        raise VisualError("a heat map without Rows or without Columns is not emulated")
    of = {"HeatMapRowItemsLimitConfiguration": rows, "HeatMapColumnItemsLimitConfiguration": columns}
    return {
        "kind": "heat",
        "dimensions": (*rows, *columns),
        "measures": shown,
        "sort": sorts(chart, {"HeatMapRowSort": rows, "HeatMapColumnSort": columns}),
        "limits": limits(chart, of),
        "options": _common(chart)
        | {
            "categoryAxis": options.axis(chart.get("ColumnLabelOptions"), chart.get("ColumnAxisDisplayOptions")),
            "valueAxis": options.axis(chart.get("RowLabelOptions"), chart.get("RowAxisDisplayOptions")),
            "labels": options.data_labels(chart.get("DataLabels")),
            "scale": _color_scale(chart.get("ColorScale")),
        },
    }


def box(chart: Json) -> Parts:
    wells = wells_of(chart, "BoxPlotAggregatedFieldWells")
    by = category(wells, "GroupBy")
    return {
        "kind": "box",
        "dimensions": by,
        "measures": distribution(wells),
        "sort": sorts(chart, {"CategorySort": by}),
        "options": _common(chart)
        | {
            "filled": _fill_style(chart) != "TRANSPARENT",
            "categoryAxis": options.axis(chart.get("CategoryLabelOptions"), chart.get("CategoryAxis")),
            "valueAxis": options.axis(chart.get("PrimaryYAxisLabelOptions"), chart.get("PrimaryYAxisDisplayOptions")),
        },
    }


def histogram(chart: Json) -> Parts:
    return {
        "kind": "histogram",
        "dimensions": (),
        "measures": distribution(wells_of(chart, "HistogramAggregatedFieldWells")),
        "options": _common(chart)
        | {
            "bins": _bins(chart.get("BinOptions") or {}),
            "categoryAxis": options.axis(chart.get("XAxisLabelOptions"), chart.get("XAxisDisplayOptions")),
            "valueAxis": options.axis(None, chart.get("YAxisDisplayOptions")),
            "labels": options.data_labels(chart.get("DataLabels"), default=False),
        },
    }


def _bins(given: Json) -> Json:
    """Ten bins unless the definition says how many, or how wide they are."""
    start = given.get("StartValue")
    if given.get("SelectedBinType") == "BIN_WIDTH":
        width = (given.get("BinWidth") or {}).get("Value")
        if not width or width <= 0:
            raise VisualError("BinWidth needs a Value above zero")
        return {"width": width, "most": (given.get("BinWidth") or {}).get("BinCountLimit", _MOST_BINS), "start": start}
    count = (given.get("BinCount") or {}).get("Value", 10)
    if not 0 < count <= _MOST_BINS:
        raise VisualError(f"BinCount {count} is not between 1 and {_MOST_BINS}")
    return {"count": count, "start": start}


def _fill_style(chart: Json) -> str:
    given = (chart.get("BoxPlotOptions") or {}).get("StyleOptions") or {}
    return str(given.get("FillStyle", "SOLID"))


def _color_scale(given: Json | None) -> Json | None:
    """The colors from the smallest value to the largest; None for those of the theme."""
    if not given:
        return None
    colors = [each.get("Color") for each in given["Colors"]]
    if None in colors:
        raise VisualError("ColorScale: a color without a Color is not emulated")
    return {
        "colors": colors,
        "values": [each.get("DataValue") for each in given["Colors"]],
        "steps": given["ColorFillType"] == "DISCRETE",
        "null": (given.get("NullValueColor") or {}).get("Color"),
    }


def _line_style(given: Json) -> Json:
    style, markers = given.get("LineStyleSettings") or {}, given.get("MarkerStyleSettings") or {}
    return {
        "interpolation": style.get("LineInterpolation", "LINEAR").lower(),
        "dashes": style.get("LineStyle", "SOLID").lower(),
        "markers": markers.get("MarkerVisibility", "VISIBLE") == "VISIBLE",
    }


def _common(chart: Json) -> Json:
    return {"legend": options.legend(chart), "tooltip": options.tooltip(chart), "color": options.color(chart)}


def _one_value_beside_colors(shown: tuple[Measure, ...], colors: tuple[Dimension, ...]) -> None:
    if len(shown) > 1 and colors:
        raise VisualError("several Values and Colors: not emulated")
