"""What a reader chooses on a sheet: a filter of the definition, and the control for it.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_FilterGroup.html
https://docs.aws.amazon.com/quicksight/latest/APIReference/API_FilterDropDownControl.html
"""

from pipeline.dashboard.visuals import Json


def filter_group(id_: str, sheet_id: str, data_set: str, column: str) -> Json:
    """A filter on the visuals of a sheet whose data sets have the column; it lets everything through at first."""
    every = {"FilterListConfiguration": {"MatchOperator": "CONTAINS", "SelectAllOptions": "FILTER_ALL_VALUES"}}
    of = {"DataSetIdentifier": data_set, "ColumnName": column}
    scope = {"SheetVisualScopingConfigurations": [{"SheetId": sheet_id, "Scope": "ALL_VISUALS"}]}
    return {
        "FilterGroupId": f"{id_}-group",
        "Filters": [{"CategoryFilter": {"FilterId": id_, "Column": of, "Configuration": every}}],
        "ScopeConfiguration": {"SelectedSheets": scope},
        "CrossDataset": "ALL_DATASETS",
        "Status": "ENABLED",
    }


def dropdown(filter_id: str, title: str) -> Json:
    """A control in which several of the filter's values can be chosen."""
    control = {"FilterControlId": f"{filter_id}-control", "SourceFilterId": filter_id, "Title": title}
    return {"Dropdown": control | {"Type": "MULTI_SELECT"}}
