"""A definition with each kind of visual, over a data set of clicks."""

from typing import Any

Json = dict[str, Any]
CLICKS = "clicks"
_VISIBLE = {"TotalsVisibility": "VISIBLE"}


def field(column: str, id_: str = "") -> Json:
    return {"FieldId": id_ or column, "Column": {"DataSetIdentifier": CLICKS, "ColumnName": column}}


ITEM = {"CategoricalDimensionField": field("item")}
MENU = {"CategoricalDimensionField": field("menu")}
HOUR = {"DateDimensionField": field("at") | {"DateGranularity": "HOUR"}}
WEEK = {"DateDimensionField": field("at") | {"DateGranularity": "WEEK"}}
RAW = {"NumericalMeasureField": field("seconds", "raw")}
DOLLARS = {"CurrencyDisplayFormatConfiguration": {"Symbol": "USD", "DecimalPlacesConfiguration": {"DecimalPlaces": 1}}}


def measure(function: str, id_: str = "", format_: Json | None = None) -> Json:
    aggregation = {"SimpleNumericalAggregation": function}
    given: Json = field("seconds", id_ or function) | {"AggregationFunction": aggregation}
    return {
        "NumericalMeasureField": given | ({"FormatConfiguration": {"FormatConfiguration": format_}} if format_ else {})
    }


def percentile(value: int) -> Json:
    aggregation = {"PercentileAggregation": {"PercentileValue": value}}
    return {"NumericalMeasureField": field("seconds", f"p{value}") | {"AggregationFunction": aggregation}}


def visual(kind: str, id_: str, wells: Json, **chart: Any) -> Json:
    """A visual whose title is its id."""
    title = {"FormatText": {"PlainText": id_}}
    return {f"{kind}Visual": {"VisualId": id_, "Title": title, "ChartConfiguration": {"FieldWells": wells} | chart}}


def aggregated(kind: str, **wells: list[Json]) -> Json:
    return {f"{kind}AggregatedFieldWells": wells}


_TOP_TWO = {"CategoryItemsLimit": {"ItemsLimit": 2, "OtherCategories": "INCLUDE"}}
_BAR = {"Category": [ITEM], "Colors": [MENU]}
VISUALS = [
    visual("BarChart", "horizontal", aggregated("BarChart", Category=[ITEM]), Orientation="HORIZONTAL"),
    visual("BarChart", "clustered", aggregated("BarChart", **_BAR)),
    visual("BarChart", "stacked", aggregated("BarChart", **_BAR), BarsArrangement="STACKED"),
    visual("BarChart", "shares", aggregated("BarChart", **_BAR), BarsArrangement="STACKED_PERCENT", Orientation="HORIZONTAL"),
    visual("BarChart", "top", aggregated("BarChart", Category=[ITEM], Values=[measure("AVERAGE", format_=DOLLARS)]), SortConfiguration=_TOP_TWO, Orientation="HORIZONTAL"),
    visual("PieChart", "pie", aggregated("PieChart", Category=[ITEM])),
    visual("PieChart", "donut", aggregated("PieChart", Category=[MENU]), DonutOptions={"ArcOptions": {"ArcThickness": "MEDIUM"}}),
    visual("LineChart", "line", aggregated("LineChart", Category=[HOUR], Colors=[MENU])),
    visual("LineChart", "area", aggregated("LineChart", Category=[HOUR], Values=[measure("SUM")]), Type="AREA"),
    visual("LineChart", "weeks", aggregated("LineChart", Category=[WEEK], Colors=[MENU]), Type="STACKED_AREA"),
    visual("ComboChart", "combo", aggregated("ComboChart", Category=[ITEM], BarValues=[measure("SUM")], LineValues=[measure("MEDIAN")])),
    visual("ScatterPlot", "scatter", {"ScatterPlotCategoricallyAggregatedFieldWells": {"XAxis": [measure("COUNT")], "YAxis": [measure("AVERAGE")], "Size": [measure("SUM")], "Category": [ITEM]}}),
    visual("HeatMap", "heat", aggregated("HeatMap", Rows=[ITEM], Columns=[MENU])),
    visual("BoxPlot", "box", aggregated("BoxPlot", GroupBy=[ITEM], Values=[RAW])),
    visual("Histogram", "histogram", aggregated("Histogram", Values=[RAW]), BinOptions={"SelectedBinType": "BIN_WIDTH", "BinWidth": {"Value": 10}, "StartValue": 0}),
    visual("KPI", "trend", {"Values": [measure("SUM")], "TrendGroups": [HOUR]}),
    visual("KPI", "target", {"Values": [measure("AVERAGE")], "TargetValues": [measure("MAX")]}),
    visual("Table", "table", aggregated("Table", GroupBy=[MENU], Values=[measure("SUM"), percentile(90)]), TotalOptions=_VISIBLE),
    visual("PivotTable", "pivot", aggregated("PivotTable", Rows=[MENU, ITEM], Columns=[HOUR], Values=[measure("AVERAGE")]), TotalOptions={"RowTotalOptions": _VISIBLE, "ColumnTotalOptions": _VISIBLE, "RowSubtotalOptions": _VISIBLE}),
]  # fmt: skip


def definition(data_set_arn: str, visuals: list[Json] = VISUALS) -> Json:
    return {
        "DataSetIdentifierDeclarations": [{"Identifier": CLICKS, "DataSetArn": data_set_arn}],
        "Sheets": [{"SheetId": "gallery", "Name": "Gallery", "Visuals": visuals}],
    }


def created_data_set(quicksight: Any, account: str, name: str, sql: str) -> str:
    """The ARN of a new data set over a query with these columns, and over a data source of its own."""
    source = quicksight.create_data_source(AwsAccountId=account, DataSourceId=name, Name=name, Type="ATHENA")["Arn"]
    types = {"item": "STRING", "menu": "STRING", "seconds": "INTEGER", "at": "DATETIME"}
    columns = [{"Name": column, "Type": type_} for column, type_ in types.items()]
    table = {"CustomSql": {"DataSourceArn": source, "Name": CLICKS, "SqlQuery": sql, "Columns": columns}}
    arn: str = quicksight.create_data_set(
        AwsAccountId=account, DataSetId=name, Name=name, ImportMode="DIRECT_QUERY", PhysicalTableMap={CLICKS: table}
    )["Arn"]
    return arn
