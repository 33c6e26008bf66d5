"""What takes effect of a definition's filters and controls, as forms of :mod:`offline_aws.quicksight.members`.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_FilterGroup.html
https://docs.aws.amazon.com/quicksight/latest/APIReference/API_ParameterControl.html
https://docs.aws.amazon.com/quicksight/latest/APIReference/API_FilterControl.html
"""

from typing import Any

from offline_aws.quicksight.date_ranges import GRANULARITIES
from offline_aws.quicksight.members import ANY, OneOf

_VISIBILITY = {"VISIBLE", "HIDDEN"}
_SHOWN = {"Visibility": _VISIBILITY}
_COLUMN = {"DataSetIdentifier": ANY, "ColumnName": ANY}
_TITLE = {"TitleOptions": {"Visibility": _VISIBILITY, "CustomLabel": ANY}}
_SELECT = {"SelectAllOptions": _SHOWN}
_SEARCH = {"SearchOptions": _SHOWN}
_PLACEHOLDER = {"PlaceholderOptions": _SHOWN}
# A choice takes effect at once.
_COMMIT = {"CommitMode": {"AUTO"}}
_LIST_TYPE = {"MULTI_SELECT", "SINGLE_SELECT"}
_NUMBERS = {"MaximumValue": ANY, "MinimumValue": ANY, "StepSize": ANY}
_PARAMETER = {"ParameterControlId": ANY, "Title": ANY, "SourceParameterName": ANY}
_FILTER = {"FilterControlId": ANY, "Title": ANY, "SourceFilterId": ANY}
_DROPDOWN = {"DisplayOptions": _TITLE | _SELECT, "Type": _LIST_TYPE} | _COMMIT
_LIST = {"DisplayOptions": _TITLE | _SELECT | _SEARCH, "Type": _LIST_TYPE}
_TEXT = {"DisplayOptions": _TITLE | _PLACEHOLDER}
_TEXT_AREA = _TEXT | {"Delimiter": ANY}
_SLIDER = {"DisplayOptions": _TITLE} | _NUMBERS
_FILTER_SLIDER = _SLIDER | {"Type": {"SINGLE_POINT", "RANGE"}}
_PICKER = {"DisplayOptions": _TITLE}
_FILTER_PICKER = _PICKER | {"Type": {"SINGLE_VALUED", "DATE_RANGE"}} | _COMMIT
_RELATIVE = _PICKER | _COMMIT
_FILTER_VALUES = {"SelectableValues": {"Values": ANY}}
_PARAMETER_VALUES = {"SelectableValues": {"Values": ANY, "LinkToDataSetColumn": _COLUMN}}

PARAMETER_CONTROL = OneOf(
    {
        "DateTimePicker": _PARAMETER | _PICKER,
        "List": _PARAMETER | _LIST | _PARAMETER_VALUES,
        "Dropdown": _PARAMETER | _DROPDOWN | _PARAMETER_VALUES,
        "TextField": _PARAMETER | _TEXT,
        "TextArea": _PARAMETER | _TEXT_AREA,
        "Slider": _PARAMETER | _SLIDER,
    }
)
FILTER_CONTROL = OneOf(
    {
        "DateTimePicker": _FILTER | _FILTER_PICKER,
        "List": _FILTER | _LIST | _FILTER_VALUES,
        "Dropdown": _FILTER | _DROPDOWN | _FILTER_VALUES,
        "TextField": _FILTER | _TEXT,
        "TextArea": _FILTER | _TEXT_AREA,
        "Slider": _FILTER | _FILTER_SLIDER,
        "RelativeDateTime": _FILTER | _RELATIVE,
        "CrossSheet": {"FilterControlId": ANY, "SourceFilterId": ANY},
    }
)
_CONTROL_PLACE = {
    "ElementId": ANY,
    "ElementType": {"FILTER_CONTROL", "PARAMETER_CONTROL"},
    "ColumnIndex": ANY,
    "ColumnSpan": ANY,
    "RowIndex": ANY,
    "RowSpan": ANY,
}
CONTROL_LAYOUT = {"Configuration": {"GridLayout": {"Elements": [_CONTROL_PLACE]}}}
_DEFAULT_CONTROL = {
    "DefaultFilterControlConfiguration": {
        "Title": ANY,
        "ControlOptions": OneOf(
            {
                "DefaultDateTimePickerOptions": _FILTER_PICKER,
                "DefaultListOptions": _LIST | _FILTER_VALUES,
                "DefaultDropdownOptions": _DROPDOWN | _FILTER_VALUES,
                "DefaultTextFieldOptions": _TEXT,
                "DefaultTextAreaOptions": _TEXT_AREA,
                "DefaultSliderOptions": _FILTER_SLIDER,
                "DefaultRelativeDateTimeOptions": _RELATIVE,
            }
        ),
    }
}
_MATCH = {"EQUALS", "DOES_NOT_EQUAL", "CONTAINS", "DOES_NOT_CONTAIN", "STARTS_WITH", "ENDS_WITH"}
_ALL = {"FILTER_ALL_VALUES"}
_NULLS = {"ALL_VALUES", "NULLS_ONLY", "NON_NULLS_ONLY"}
_VALUES = {"MatchOperator": _MATCH, "CategoryValues": ANY, "SelectAllOptions": _ALL, "NullOption": _NULLS}
_CATEGORY = OneOf(
    {
        "FilterListConfiguration": _VALUES,
        "CustomFilterListConfiguration": _VALUES,
        "CustomFilterConfiguration": {
            "MatchOperator": _MATCH,
            "CategoryValue": ANY,
            "SelectAllOptions": _ALL,
            "ParameterName": ANY,
            "NullOption": _NULLS,
        },
    }
)
_AGGREGATION = {
    "NumericalAggregationFunction": {
        "SimpleNumericalAggregation": {
            "SUM", "AVERAGE", "MIN", "MAX", "COUNT", "DISTINCT_COUNT", "MEDIAN", "VAR", "VARP", "STDEV", "STDEVP",
        },
        "PercentileAggregation": {"PercentileValue": ANY},
    },
    "CategoricalAggregationFunction": {"COUNT", "DISTINCT_COUNT"},
    "DateAggregationFunction": {"COUNT", "DISTINCT_COUNT", "MIN", "MAX"},
}  # fmt: skip
_GRANULARITY = set(GRANULARITIES)
_ROLLING = {"RollingDate": {"Expression": ANY, "DataSetIdentifier": ANY}}
_NUMBER = {"StaticValue": ANY, "Parameter": ANY}
_TIME = _NUMBER | _ROLLING


def _filter(**members: Any) -> dict[str, Any]:
    return {"FilterId": ANY, "Column": _COLUMN} | _DEFAULT_CONTROL | members


_EXCLUDED = {"ExcludePeriodConfiguration": {"Status": {"DISABLED"}, "Amount": ANY, "Granularity": ANY}}
_FILTERS = OneOf(
    {
        "CategoryFilter": _filter(Configuration=_CATEGORY),
        "NumericEqualityFilter": _filter(
            Value=ANY,
            SelectAllOptions=_ALL,
            MatchOperator={"EQUALS", "DOES_NOT_EQUAL"},
            AggregationFunction=_AGGREGATION,
            ParameterName=ANY,
            NullOption=_NULLS,
        ),
        "NumericRangeFilter": _filter(
            IncludeMinimum=ANY,
            IncludeMaximum=ANY,
            RangeMinimum=_NUMBER,
            RangeMaximum=_NUMBER,
            SelectAllOptions=_ALL,
            AggregationFunction=_AGGREGATION,
            NullOption=_NULLS,
        ),
        "TimeEqualityFilter": _filter(Value=ANY, ParameterName=ANY, TimeGranularity=_GRANULARITY, **_ROLLING),
        "TimeRangeFilter": _filter(
            IncludeMinimum=ANY,
            IncludeMaximum=ANY,
            RangeMinimumValue=_TIME,
            RangeMaximumValue=_TIME,
            NullOption=_NULLS,
            TimeGranularity=_GRANULARITY,
            **_EXCLUDED,
        ),
        "RelativeDatesFilter": _filter(
            AnchorDateConfiguration={"AnchorOption": {"NOW"}, "ParameterName": ANY},
            # How fine a choice the control offers.
            MinimumGranularity=_GRANULARITY,
            TimeGranularity=_GRANULARITY,
            RelativeDateType={"PREVIOUS", "THIS", "LAST", "NOW", "NEXT"},
            RelativeDateValue=ANY,
            ParameterName=ANY,
            NullOption=_NULLS,
            **_EXCLUDED,
        ),
        "TopBottomFilter": _filter(
            Limit=ANY,
            AggregationSortConfigurations=[
                {"Column": _COLUMN, "SortDirection": {"ASC", "DESC"}, "AggregationFunction": _AGGREGATION}
            ],
            TimeGranularity=_GRANULARITY,
            ParameterName=ANY,
        ),
        "NestedFilter": _filter(
            IncludeInnerSet=ANY,
            InnerFilter=OneOf(
                {"CategoryInnerFilter": {"Column": _COLUMN, "Configuration": _CATEGORY} | _DEFAULT_CONTROL}
            ),
        ),
    }
)
FILTER_GROUP = {
    "FilterGroupId": ANY,
    "Filters": [_FILTERS],
    "ScopeConfiguration": {
        "AllSheets": ANY,
        "SelectedSheets": {
            "SheetVisualScopingConfigurations": [
                {"SheetId": ANY, "Scope": {"ALL_VISUALS", "SELECTED_VISUALS"}, "VisualIds": ANY}
            ]
        },
    },
    "Status": {"ENABLED", "DISABLED"},
    "CrossDataset": {"ALL_DATASETS", "SINGLE_DATASET"},
}
CALCULATED_FIELD = {"DataSetIdentifier": ANY, "Name": ANY, "Expression": ANY}
