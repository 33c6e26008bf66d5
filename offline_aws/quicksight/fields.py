"""The fields of a visual: what rows are grouped by, and what groups of rows are reduced to.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DimensionField.html
https://docs.aws.amazon.com/quicksight/latest/APIReference/API_MeasureField.html
"""

from dataclasses import dataclass, replace
from typing import Any

from offline_aws.quicksight.formats import field_format
from offline_aws.quicksight.members import one_of
from offline_aws.quicksight.models import Json

ADDITIVE = {"COUNT", "SUM"}
"""The aggregations whose groups add up to the aggregation of the whole."""
COUNT_OF_RECORDS = "Count of Records"
VALUES = "VALUES"
"""In the place of an aggregation: the distribution of the values themselves is shown."""
CUSTOM = "CUSTOM"
"""In the place of an aggregation: the field is an aggregation already."""
_WORDS = {
    "SUM": "Sum", "AVERAGE": "Average", "MIN": "Min", "MAX": "Max", "COUNT": "Count",
    "DISTINCT_COUNT": "Unique Number", "MEDIAN": "Median", "VAR": "Variance", "VARP": "Population Variance",
    "STDEV": "Standard Deviation", "STDEVP": "Population Standard Deviation",
}  # fmt: skip


class VisualError(ValueError):
    """The visual makes no sense; the message says why."""


class QueryError(ValueError):
    """The visual can't be computed over the data set; the message says why."""


@dataclass(frozen=True)
class Dimension:
    """A field that rows are grouped by.

    :param role: where it is drawn: category, color, panel, row, column, label
    :param granularity: for a DATETIME column, such as HOUR
    :param format: how its values are written, as the page is told; None for the default
    """

    role: str
    field_id: str
    data_set: str
    column: str
    granularity: str | None = None
    format: Json | None = None

    @property
    def label(self) -> str:
        return self.column


@dataclass(frozen=True)
class Measure:
    """A field that a group of rows is reduced to.

    :param column: None when records are counted
    :param percentile: 0-100, for the function PERCENTILE
    :param role: where it is drawn: value, target, line, x, y, size
    """

    field_id: str
    function: str
    data_set: str | None = None
    column: str | None = None
    percentile: float | None = None
    role: str = "value"
    format: Json | None = None

    @property
    def label(self) -> str:
        if self.column is None:
            return COUNT_OF_RECORDS
        if self.function in (VALUES, CUSTOM):
            return self.column
        if self.function == "PERCENTILE":
            return f"{self.percentile:g}th Percentile of {self.column}"
        return f"{_WORDS[self.function]} of {self.column}"


@dataclass(frozen=True)
class Sort:
    """An order by a field.

    :param of: the id of the dimension whose values it puts in order; None where it orders whole rows
    """

    field_id: str
    descending: bool
    of: str | None = None


@dataclass(frozen=True)
class Limit:
    """How many values of a dimension are shown, the first by the visual's sort.

    :param other: whether the rest is shown as one value, Other
    """

    field_id: str
    items: int
    other: bool


def wells_of(chart: Json, name: str) -> Json:
    return (chart.get("FieldWells") or {}).get(name) or {}


def dimensions(wells: Json, name: str, role: str, most: int = 1) -> tuple[Dimension, ...]:
    given = wells.get(name) or []
    if len(given) > most:
        raise VisualError(f"{name} with {len(given)} fields: not emulated")
    return tuple(dimension(each, role) for each in given)


def category(wells: Json, name: str = "Category") -> tuple[Dimension, ...]:
    """The dimension along which a chart runs, which it must have."""
    found = dimensions(wells, name, "category")
    if not found:
        raise VisualError(f"a chart without a {name} is not emulated")
    return found


def dimension(union: Json, role: str) -> Dimension:
    kind, content = one_of(union)
    granularity = content.get("DateGranularity", "DAY") if kind == "DateDimensionField" else None
    return column_field(content, role, granularity)


def column_field(content: Json, role: str, granularity: str | None = None) -> Dimension:
    column = content["Column"]
    return Dimension(
        role,
        content["FieldId"],
        column["DataSetIdentifier"],
        column["ColumnName"],
        granularity,
        field_format(content.get("FormatConfiguration")),
    )


def measures(wells: Json, name: str = "Values", role: str = "value") -> tuple[Measure, ...]:
    return tuple(measure(each, role) for each in wells.get(name) or [])


def values(wells: Json, most: int | None = None) -> tuple[Measure, ...]:
    """The values of a chart; where there are none, QuickSight counts records."""
    found = measures(wells) or (Measure("", "COUNT"),)
    if most is not None and len(found) > most:
        raise VisualError(f"Values with {len(found)} fields: not emulated")
    return found


def measure(union: Json, role: str = "value") -> Measure:
    kind, content = one_of(union)
    function, percentile = _aggregation(content.get("AggregationFunction") or {}, kind)
    column = content["Column"]
    counted = kind != "NumericalMeasureField" and function in ("COUNT", "DISTINCT_COUNT")
    return Measure(
        content["FieldId"],
        function,
        column["DataSetIdentifier"],
        column["ColumnName"],
        percentile,
        role,
        field_format(content.get("FormatConfiguration"), counted),
    )


def distribution(wells: Json) -> tuple[Measure, ...]:
    """The one field whose values themselves are shown, as in a histogram."""
    found = measures(wells)
    if len(found) != 1:
        raise VisualError(f"Values with {len(found)} fields: not emulated")
    return (replace(found[0], function=VALUES),)


def _aggregation(given: Any, kind: str) -> tuple[str, float | None]:
    """The function, and the percentile of PERCENTILE. Numbers are summed by default, anything else is counted."""
    if not given:
        return ("SUM" if kind == "NumericalMeasureField" else "COUNT"), None
    if not isinstance(given, dict):
        return str(given), None
    if "PercentileAggregation" in given:
        percentile = given["PercentileAggregation"].get("PercentileValue")
        if percentile is None or not 0 <= percentile <= 100:
            raise VisualError(f"PercentileValue {percentile} is not between 0 and 100")
        return "PERCENTILE", float(percentile)
    return given.get("SimpleNumericalAggregation", "SUM"), None


def sorts(chart: Json, of: dict[str, tuple[Dimension, ...]]) -> tuple[Sort, ...]:
    """The sorts that ``SortConfiguration`` sets, by the name of the member and the dimensions that it is about."""
    configuration = chart.get("SortConfiguration") or {}
    return tuple(
        Sort(each["FieldSort"]["FieldId"], each["FieldSort"]["Direction"] == "DESC", sorted_[0].field_id)
        for name, sorted_ in of.items()
        for each in configuration.get(name) or []
        if sorted_
    )


def limits(chart: Json, of: dict[str, tuple[Dimension, ...]]) -> tuple[Limit, ...]:
    """The limits that ``SortConfiguration`` sets, by the name of the member and the dimensions that it is about."""
    configuration = chart.get("SortConfiguration") or {}
    found = []
    for name, limited in of.items():
        given = configuration.get(name) or {}
        if given.get("ItemsLimit") and limited:
            # AWS documents no default; a limit without OtherCategories shows the rest, as QuickSight's pages do.
            other = given.get("OtherCategories", "INCLUDE") == "INCLUDE"
            found.append(Limit(limited[0].field_id, given["ItemsLimit"], other))
    return tuple(found)
