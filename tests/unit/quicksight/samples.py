"""Short ways to QuickSight's long structures."""

from typing import Any

from offline_aws.quicksight.data_set import compile_tables
from offline_aws.quicksight.parsing import parse_visual
from offline_aws.quicksight.query import sql_of

Json = dict[str, Any]


def field(column: str, id_: str = "") -> Json:
    return {"FieldId": id_ or column, "Column": {"DataSetIdentifier": "clicks", "ColumnName": column}}


def category(column: str) -> Json:
    return {"CategoricalDimensionField": field(column)}


def number(column: str) -> Json:
    return {"NumericalDimensionField": field(column)}


def date(column: str, granularity: str) -> Json:
    return {"DateDimensionField": field(column) | {"DateGranularity": granularity}}


def measure(column: str, function: str) -> Json:
    aggregation = {"SimpleNumericalAggregation": function}
    return {"NumericalMeasureField": field(column, function) | {"AggregationFunction": aggregation}}


def bar(wells: Json, **chart: Any) -> Json:
    return {"BarChartVisual": {"VisualId": "v", "ChartConfiguration": _chart("BarChart", wells) | chart}}


def pie(wells: Json, **chart: Any) -> Json:
    return {"PieChartVisual": {"VisualId": "v", "ChartConfiguration": _chart("PieChart", wells) | chart}}


def line(wells: Json) -> Json:
    return {"LineChartVisual": {"VisualId": "v", "ChartConfiguration": _chart("LineChart", wells)}}


def table(*columns: str, labels: dict[str, str] | None = None) -> Json:
    """A table of rows as they are."""
    wells = {"TableUnaggregatedFieldWells": {"Values": [field(column) for column in columns]}}
    named = [{"FieldId": column, "CustomLabel": label} for column, label in (labels or {}).items()]
    chart = {"FieldWells": wells, "FieldOptions": {"SelectedFieldOptions": named}}
    return {"TableVisual": {"VisualId": "v", "ChartConfiguration": chart}}


def visual(name: str, wells: Json, **chart: Any) -> Json:
    """Any visual, by the name before ``Visual`` and its ``FieldWells``."""
    return {f"{name}Visual": {"VisualId": "v", "ChartConfiguration": {"FieldWells": wells} | chart}}


def compiled(union: Json) -> str:
    """The visual's SQL over a table of items, menus, seconds and times, on one line."""
    columns = {"item": "STRING", "menu": "STRING", "seconds": "INTEGER", "at": "DATETIME"}
    return " ".join(sql_of(parse_visual(union), compile_tables(relational(**columns), {})).split())


def relational(**columns: str) -> Json:
    """A ``PhysicalTableMap`` with one table."""
    input_columns = [{"Name": name, "Type": type_} for name, type_ in columns.items()]
    return {
        "t": {"RelationalTable": {"DataSourceArn": "source", "Schema": "s", "Name": "n", "InputColumns": input_columns}}
    }


def _chart(name: str, wells: Json) -> Json:
    return {"FieldWells": {f"{name}AggregatedFieldWells": wells}}
