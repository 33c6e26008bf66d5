"""What is drawn of a ``Definition``, as a form of :mod:`offline_aws.quicksight.members`; the rest is not emulated.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DashboardVersionDefinition.html
"""

from typing import Any

from offline_aws.quicksight import formats
from offline_aws.quicksight.column_looks import COLUMN_CONFIGURATION
from offline_aws.quicksight.filter_forms import (
    CALCULATED_FIELD,
    CONTROL_LAYOUT,
    FILTER_CONTROL,
    FILTER_GROUP,
    PARAMETER_CONTROL,
)
from offline_aws.quicksight.members import ANY, OneOf
from offline_aws.quicksight.parameters import DECLARATIONS

_VISIBILITY = {"VISIBLE", "HIDDEN"}
_TITLE = {"Visibility": _VISIBILITY, "FormatText": {"PlainText": ANY}}
_COLUMN = {"DataSetIdentifier": ANY, "ColumnName": ANY}
_FIELD = {"FieldId": ANY, "Column": _COLUMN}
GRANULARITIES = {"YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND"}
DIMENSION = {
    "CategoricalDimensionField": _FIELD | {"FormatConfiguration": formats.TEXT},
    "NumericalDimensionField": _FIELD | {"FormatConfiguration": formats.NUMBER},
    "DateDimensionField": _FIELD | {"DateGranularity": GRANULARITIES, "FormatConfiguration": formats.DATE},
}
_NUMERICAL = {
    "SimpleNumericalAggregation": {
        "SUM", "AVERAGE", "MIN", "MAX", "COUNT", "DISTINCT_COUNT", "MEDIAN", "VAR", "VARP", "STDEV", "STDEVP",
    },
    "PercentileAggregation": {"PercentileValue": ANY},
}  # fmt: skip
MEASURE = {
    "NumericalMeasureField": _FIELD | {"AggregationFunction": _NUMERICAL, "FormatConfiguration": formats.NUMBER},
    "CategoricalMeasureField": _FIELD
    | {"AggregationFunction": {"COUNT", "DISTINCT_COUNT"}, "FormatConfiguration": formats.TEXT},
    "DateMeasureField": _FIELD
    | {"AggregationFunction": {"COUNT", "DISTINCT_COUNT", "MIN", "MAX"}, "FormatConfiguration": formats.DATE},
}
# Of a distribution the values are shown as they are.
_VALUES = {"NumericalMeasureField": _FIELD | {"FormatConfiguration": formats.NUMBER}}
_SORT = [{"FieldSort": {"FieldId": ANY, "Direction": {"ASC", "DESC"}}}]
_LIMIT = {"ItemsLimit": ANY, "OtherCategories": {"INCLUDE", "EXCLUDE"}}
# The arrow that sorts anew is for QuickSight's own page.
_TITLES = {"Visibility": _VISIBILITY, "SortIconVisibility": ANY, "AxisLabelOptions": [{"CustomLabel": ANY}]}
_SHOWN = {"Visibility": _VISIBILITY}
_LINES = {
    "AxisLineVisibility": _VISIBILITY,
    "GridLineVisibility": _VISIBILITY,
    "TickLabelOptions": {"LabelOptions": _SHOWN},
}
_NUMBERS = _LINES | {
    "DataOptions": {"NumericAxisOptions": {"Range": {"MinMax": {"Minimum": ANY, "Maximum": ANY}, "DataDriven": ANY}}}
}
_LINE_NUMBERS = {"AxisOptions": _NUMBERS}
_LEGEND = _SHOWN | {
    "Title": {"Visibility": _VISIBILITY, "CustomLabel": ANY},
    "Position": {"AUTO", "RIGHT", "BOTTOM", "TOP"},
}
# Labels never overlap here.
_LABELS = _SHOWN | {"MeasureLabelVisibility": _VISIBILITY, "Overlap": {"DISABLE_OVERLAP"}}
_TOOLTIP = {"TooltipVisibility": _VISIBILITY, "SelectedTooltipType": {"BASIC"}}
_PALETTE = {"ChartColor": ANY}
_COMMON = {"Legend": _LEGEND, "Tooltip": _TOOLTIP, "VisualPalette": _PALETTE}


def _visual(configuration: dict[str, Any]) -> dict[str, Any]:
    return {
        "VisualId": ANY,
        "Title": _TITLE,
        "Subtitle": _TITLE,
        "ChartConfiguration": configuration,
        "VisualContentAltText": ANY,
    }


def _wells(name: str, **wells: Any) -> dict[str, Any]:
    return {"FieldWells": {name: {well: [form] for well, form in wells.items()}}}


_BAR = (
    _COMMON
    | _wells("BarChartAggregatedFieldWells", Category=DIMENSION, Values=MEASURE, Colors=DIMENSION)
    | {
        "SortConfiguration": {
            "CategorySort": _SORT,
            "CategoryItemsLimit": _LIMIT,
            "ColorSort": _SORT,
            "ColorItemsLimit": _LIMIT,
        },
        "Orientation": {"HORIZONTAL", "VERTICAL"},
        "BarsArrangement": {"CLUSTERED", "STACKED", "STACKED_PERCENT"},
        "CategoryAxis": _LINES,
        "CategoryLabelOptions": _TITLES,
        "ValueAxis": _NUMBERS,
        "ValueLabelOptions": _TITLES,
        "DataLabels": _LABELS,
    }
)
_PIE = (
    _COMMON
    | _wells("PieChartAggregatedFieldWells", Category=DIMENSION, Values=MEASURE, SmallMultiples=DIMENSION)
    | {
        "SortConfiguration": {
            "CategorySort": _SORT,
            "CategoryItemsLimit": _LIMIT,
            "SmallMultiplesSort": _SORT,
            "SmallMultiplesLimitConfiguration": _LIMIT,
        },
        "DonutOptions": {
            "ArcOptions": {"ArcThickness": {"SMALL", "MEDIUM", "LARGE", "WHOLE"}},
            "DonutCenterOptions": {"LabelVisibility": _VISIBILITY},
        },
        "DataLabels": _LABELS
        | {"CategoryLabelVisibility": _VISIBILITY, "LabelContent": {"VALUE", "PERCENT", "VALUE_AND_PERCENT"}},
    }
)
_MARKERS = {"MarkerVisibility": _VISIBILITY}
_LINE = (
    _COMMON
    | _wells("LineChartAggregatedFieldWells", Category=DIMENSION, Values=MEASURE, Colors=DIMENSION)
    | {
        "SortConfiguration": {
            "CategorySort": _SORT,
            "CategoryItemsLimitConfiguration": _LIMIT,
            "ColorItemsLimitConfiguration": _LIMIT,
        },
        "Type": {"LINE", "AREA", "STACKED_AREA"},
        "XAxisDisplayOptions": _LINES,
        "XAxisLabelOptions": _TITLES,
        "PrimaryYAxisDisplayOptions": _LINE_NUMBERS,
        "PrimaryYAxisLabelOptions": _TITLES,
        "DefaultSeriesSettings": {
            "LineStyleSettings": {
                "LineInterpolation": {"LINEAR", "SMOOTH", "STEPPED"},
                "LineStyle": {"SOLID", "DOTTED", "DASHED"},
            },
            "MarkerStyleSettings": _MARKERS,
        },
        "DataLabels": _LABELS,
    }
)
_COMBO = (
    _COMMON
    | _wells("ComboChartAggregatedFieldWells", Category=DIMENSION, BarValues=MEASURE, LineValues=MEASURE)
    | {
        "SortConfiguration": {"CategorySort": _SORT, "CategoryItemsLimit": _LIMIT},
        "BarsArrangement": {"CLUSTERED", "STACKED"},
        "CategoryAxis": _LINES,
        "CategoryLabelOptions": _TITLES,
        "PrimaryYAxisDisplayOptions": _NUMBERS,
        "PrimaryYAxisLabelOptions": _TITLES,
        "SecondaryYAxisDisplayOptions": _NUMBERS,
        "SecondaryYAxisLabelOptions": _TITLES,
        "SingleAxisOptions": {"YAxisOptions": {"YAxis": {"PRIMARY_Y_AXIS"}}},
        "BarDataLabels": _LABELS,
        "LineDataLabels": _LABELS,
    }
)
_SCATTER = (
    _COMMON
    | _wells(
        "ScatterPlotCategoricallyAggregatedFieldWells",
        XAxis=MEASURE, YAxis=MEASURE, Category=DIMENSION, Size=MEASURE, Label=DIMENSION,
    )
    | {
        "XAxisDisplayOptions": _NUMBERS,
        "XAxisLabelOptions": _TITLES,
        "YAxisDisplayOptions": _NUMBERS,
        "YAxisLabelOptions": _TITLES,
        "DataLabels": _LABELS,
    }
)  # fmt: skip
_HEAT = _wells("HeatMapAggregatedFieldWells", Rows=DIMENSION, Columns=DIMENSION, Values=MEASURE) | {
    "SortConfiguration": {
        "HeatMapRowSort": _SORT,
        "HeatMapColumnSort": _SORT,
        "HeatMapRowItemsLimitConfiguration": _LIMIT,
        "HeatMapColumnItemsLimitConfiguration": _LIMIT,
    },
    "RowAxisDisplayOptions": _LINES,
    "RowLabelOptions": _TITLES,
    "ColumnAxisDisplayOptions": _LINES,
    "ColumnLabelOptions": _TITLES,
    "ColorScale": {
        "Colors": [{"Color": ANY, "DataValue": ANY}],
        "ColorFillType": {"DISCRETE", "GRADIENT"},
        "NullValueColor": {"Color": ANY},
    },
    "Legend": _LEGEND,
    "DataLabels": _LABELS,
    "Tooltip": _TOOLTIP,
}
_BOX = (
    _COMMON
    | _wells("BoxPlotAggregatedFieldWells", GroupBy=DIMENSION, Values=_VALUES)
    | {
        "SortConfiguration": {"CategorySort": _SORT},
        "BoxPlotOptions": {
            "StyleOptions": {"FillStyle": {"SOLID", "TRANSPARENT"}},
            "OutlierVisibility": {"HIDDEN"},
            "AllDataPointsVisibility": {"HIDDEN"},
        },
        "CategoryAxis": _LINES,
        "CategoryLabelOptions": _TITLES,
        "PrimaryYAxisDisplayOptions": _NUMBERS,
        "PrimaryYAxisLabelOptions": _TITLES,
    }
)
_HISTOGRAM = _wells("HistogramAggregatedFieldWells", Values=_VALUES) | {
    "BinOptions": {
        "SelectedBinType": {"BIN_COUNT", "BIN_WIDTH"},
        "BinCount": {"Value": ANY},
        "BinWidth": {"Value": ANY, "BinCountLimit": ANY},
        "StartValue": ANY,
    },
    "XAxisDisplayOptions": _LINES,
    "XAxisLabelOptions": _TITLES,
    "YAxisDisplayOptions": _NUMBERS,
    "DataLabels": _LABELS,
    "Tooltip": _TOOLTIP,
    "VisualPalette": _PALETTE,
}
_KPI = {
    "FieldWells": {"Values": [MEASURE], "TargetValues": [MEASURE], "TrendGroups": [DIMENSION]},
    "KPIOptions": {
        "Comparison": {
            "ComparisonMethod": {"DIFFERENCE", "PERCENT_DIFFERENCE", "PERCENT"},
            "ComparisonFormat": formats.COMPARISON,
        },
        "PrimaryValueDisplayType": {"HIDDEN", "COMPARISON", "ACTUAL"},
        "SecondaryValue": _SHOWN,
        "TrendArrows": _SHOWN,
        "ProgressBar": _SHOWN,
        "Sparkline": _SHOWN | {"Type": {"LINE", "AREA"}, "Color": ANY, "TooltipVisibility": {"HIDDEN"}},
    },
}
_TOTAL = {
    "TotalsVisibility": _VISIBILITY,
    "Placement": {"START", "END", "AUTO"},
    # Totals stay in view, as all headings do.
    "ScrollStatus": {"PINNED"},
    "CustomLabel": ANY,
}
_SUBTOTAL = {"TotalsVisibility": _VISIBILITY, "CustomLabel": ANY, "FieldLevel": {"ALL"}}
_HEADINGS = {"FieldId": ANY, "CustomLabel": ANY}
_TABLE = {
    "FieldWells": {
        "TableAggregatedFieldWells": {"GroupBy": [DIMENSION], "Values": [MEASURE]},
        "TableUnaggregatedFieldWells": {"Values": [_FIELD | {"FormatConfiguration": formats.ANY_TYPE}]},
    },
    "SortConfiguration": {"RowSort": _SORT},
    "TotalOptions": _TOTAL,
    "FieldOptions": {"SelectedFieldOptions": [_HEADINGS | {"Visibility": _VISIBILITY}], "Order": ANY},
}
_PIVOT = _wells("PivotTableAggregatedFieldWells", Rows=DIMENSION, Columns=DIMENSION, Values=MEASURE) | {
    "SortConfiguration": {"FieldSortOptions": [{"FieldId": ANY, "SortBy": {"Field": _SORT[0]["FieldSort"]}}]},
    "FieldOptions": {"SelectedFieldOptions": [_HEADINGS | {"Visibility": {"VISIBLE"}}]},
    "TableOptions": {"MetricPlacement": {"COLUMN"}, "RowsLayout": {"TABULAR"}, "ToggleButtonsVisibility": {"HIDDEN"}},
    "TotalOptions": {
        "RowTotalOptions": _TOTAL,
        "ColumnTotalOptions": _TOTAL,
        "RowSubtotalOptions": _SUBTOTAL,
        "ColumnSubtotalOptions": _SUBTOTAL,
    },
}
VISUAL = OneOf(
    {
        "BarChartVisual": _visual(_BAR),
        "PieChartVisual": _visual(_PIE),
        "LineChartVisual": _visual(_LINE),
        "ComboChartVisual": _visual(_COMBO),
        "ScatterPlotVisual": _visual(_SCATTER),
        "HeatMapVisual": _visual(_HEAT),
        "BoxPlotVisual": _visual(_BOX),
        "HistogramVisual": _visual(_HISTOGRAM),
        "KPIVisual": _visual(_KPI),
        "TableVisual": _visual(_TABLE),
        "PivotTableVisual": _visual(_PIVOT),
    }
)
_ELEMENT = {"ElementId": ANY, "ElementType": {"VISUAL"}}
_CELLS = _ELEMENT | {"ColumnIndex": ANY, "ColumnSpan": ANY, "RowIndex": ANY, "RowSpan": ANY}
_PIXELS = _ELEMENT | {
    "XAxisLocation": ANY,
    "YAxisLocation": ANY,
    "Width": ANY,
    "Height": ANY,
    "Visibility": _VISIBILITY,
}
_LAYOUT = {
    # The page fits any screen, so the width for which AWS would optimize a grid asks for nothing.
    "GridLayout": {"Elements": [_CELLS], "CanvasSizeOptions": {"ScreenCanvasSizeOptions": ANY}},
    "FreeFormLayout": {
        "Elements": [_PIXELS],
        "CanvasSizeOptions": {"ScreenCanvasSizeOptions": {"OptimizedViewPortWidth": ANY}},
    },
}
SHEET = {
    "SheetId": ANY,
    "Name": ANY,
    "Title": ANY,
    "Description": ANY,
    "ContentType": {"INTERACTIVE"},
    "Visuals": [VISUAL],
    "ParameterControls": [PARAMETER_CONTROL],
    "FilterControls": [FILTER_CONTROL],
    "SheetControlLayouts": [CONTROL_LAYOUT],
    "Layouts": [{"Configuration": _LAYOUT}],
}
DEFINITION = {
    "DataSetIdentifierDeclarations": [{"Identifier": ANY, "DataSetArn": ANY}],
    "Sheets": [SHEET],
    "CalculatedFields": [CALCULATED_FIELD],
    "ParameterDeclarations": [DECLARATIONS],
    "FilterGroups": [FILTER_GROUP],
    "ColumnConfigurations": [COLUMN_CONFIGURATION],
    "AnalysisDefaults": ANY,
}
"""``AnalysisDefaults`` are for sheets that an author adds by hand."""
TEMPLATE_DEFINITION = {name: form for name, form in DEFINITION.items() if name != "DataSetIdentifierDeclarations"} | {
    "DataSetConfigurations": [
        {
            "Placeholder": ANY,
            "DataSetSchema": {"ColumnSchemaList": [{"Name": ANY, "DataType": ANY}]},
            "ColumnGroupSchemaList": {},
        }
    ]
}
