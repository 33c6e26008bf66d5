"""What is drawn of a ``Definition``, as a form of :mod:`offline_aws.quicksight.members`; the rest is not emulated.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DashboardVersionDefinition.html
"""

from typing import Any

from offline_aws.quicksight.members import ANY

_VISIBILITY = {"VISIBLE", "HIDDEN"}
_TITLE = {"Visibility": _VISIBILITY, "FormatText": {"PlainText": ANY}}
_COLUMN = {"DataSetIdentifier": ANY, "ColumnName": ANY}
_FIELD = {"FieldId": ANY, "Column": _COLUMN}
GRANULARITIES = {"YEAR", "QUARTER", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND"}
DIMENSION = {
    "CategoricalDimensionField": _FIELD,
    "NumericalDimensionField": _FIELD,
    "DateDimensionField": _FIELD | {"DateGranularity": GRANULARITIES},
}
_NUMERICAL = {
    "SimpleNumericalAggregation": {
        "SUM", "AVERAGE", "MIN", "MAX", "COUNT", "DISTINCT_COUNT", "MEDIAN", "VAR", "VARP", "STDEV", "STDEVP",
    },
    "PercentileAggregation": {"PercentileValue": ANY},
}  # fmt: skip
MEASURE = {
    "NumericalMeasureField": _FIELD | {"AggregationFunction": _NUMERICAL},
    "CategoricalMeasureField": _FIELD | {"AggregationFunction": {"COUNT", "DISTINCT_COUNT"}},
    "DateMeasureField": _FIELD | {"AggregationFunction": {"COUNT", "DISTINCT_COUNT", "MIN", "MAX"}},
}
_SORT = [{"FieldSort": {"FieldId": ANY, "Direction": {"ASC", "DESC"}}}]
# An "other" that is left out needs no drawing; one that is kept would.
_LIMIT = {"ItemsLimit": ANY, "OtherCategories": {"EXCLUDE"}}
_LABELS = {"Visibility": _VISIBILITY, "AxisLabelOptions": [{"CustomLabel": ANY}]}
_SHOWN = {"Visibility": _VISIBILITY}


def _visual(configuration: dict[str, Any]) -> dict[str, Any]:
    return {
        "VisualId": ANY,
        "Title": _TITLE,
        "Subtitle": _TITLE,
        "ChartConfiguration": configuration,
        "VisualContentAltText": ANY,
    }


_BAR = {
    "FieldWells": {
        "BarChartAggregatedFieldWells": {"Category": [DIMENSION], "Values": [MEASURE], "Colors": [DIMENSION]}
    },
    "SortConfiguration": {"CategorySort": _SORT, "CategoryItemsLimit": _LIMIT},
    "Orientation": {"HORIZONTAL", "VERTICAL"},
    "BarsArrangement": {"CLUSTERED", "STACKED", "STACKED_PERCENT"},
    "CategoryLabelOptions": _LABELS,
    "ValueLabelOptions": _LABELS,
    "Legend": _SHOWN,
    "DataLabels": _SHOWN,
}
_PIE = {
    "FieldWells": {
        "PieChartAggregatedFieldWells": {"Category": [DIMENSION], "Values": [MEASURE], "SmallMultiples": [DIMENSION]}
    },
    "SortConfiguration": {"CategorySort": _SORT, "CategoryItemsLimit": _LIMIT},
    "DonutOptions": {
        "ArcOptions": {"ArcThickness": {"SMALL", "MEDIUM", "LARGE", "WHOLE"}},
        "DonutCenterOptions": {"LabelVisibility": _VISIBILITY},
    },
    "Legend": _SHOWN,
    "DataLabels": _SHOWN,
}
_LINE = {
    "FieldWells": {
        "LineChartAggregatedFieldWells": {"Category": [DIMENSION], "Values": [MEASURE], "Colors": [DIMENSION]}
    },
    "SortConfiguration": {"CategorySort": _SORT, "CategoryItemsLimitConfiguration": _LIMIT},
    "Type": {"LINE", "AREA"},
    "XAxisLabelOptions": _LABELS,
    "PrimaryYAxisLabelOptions": _LABELS,
    "Legend": _SHOWN,
}
_KPI = {"FieldWells": {"Values": [MEASURE]}}
_TABLE = {
    "FieldWells": {
        "TableAggregatedFieldWells": {"GroupBy": [DIMENSION], "Values": [MEASURE]},
        "TableUnaggregatedFieldWells": {"Values": [_FIELD]},
    },
    "SortConfiguration": {"RowSort": _SORT},
    "FieldOptions": {"SelectedFieldOptions": [{"FieldId": ANY, "CustomLabel": ANY}]},
}
VISUAL = {
    "BarChartVisual": _visual(_BAR),
    "PieChartVisual": _visual(_PIE),
    "LineChartVisual": _visual(_LINE),
    "KPIVisual": _visual(_KPI),
    "TableVisual": _visual(_TABLE),
}
_ELEMENT = {
    "ElementId": ANY,
    "ElementType": {"VISUAL"},
    "ColumnIndex": ANY,
    "ColumnSpan": ANY,
    "RowIndex": ANY,
    "RowSpan": ANY,
}
# The page fits any screen, so the width for which AWS would optimize asks for nothing.
_CANVAS = {"ScreenCanvasSizeOptions": ANY}
SHEET = {
    "SheetId": ANY,
    "Name": ANY,
    "Title": ANY,
    "Description": ANY,
    "ContentType": {"INTERACTIVE"},
    "Visuals": [VISUAL],
    "Layouts": [{"Configuration": {"GridLayout": {"Elements": [_ELEMENT], "CanvasSizeOptions": _CANVAS}}}],
}
DEFINITION = {
    "DataSetIdentifierDeclarations": [{"Identifier": ANY, "DataSetArn": ANY}],
    "Sheets": [SHEET],
    "AnalysisDefaults": ANY,
}
"""``AnalysisDefaults`` are for sheets that an author adds by hand."""
