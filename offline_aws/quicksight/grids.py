"""Figures and tables, each as its :class:`~offline_aws.quicksight.visual.Visual`.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_KPIConfiguration.html
https://docs.aws.amazon.com/quicksight/latest/APIReference/API_TableConfiguration.html
https://docs.aws.amazon.com/quicksight/latest/APIReference/API_PivotTableConfiguration.html
"""

from offline_aws.quicksight import options
from offline_aws.quicksight.fields import (
    Sort,
    VisualError,
    column_field,
    dimensions,
    measure,
    measures,
    values,
    wells_of,
)
from offline_aws.quicksight.formats import number_format
from offline_aws.quicksight.models import Json

Parts = Json
_MOST_FIELDS = 200
"""Of a table. https://docs.aws.amazon.com/quicksight/latest/APIReference/API_TableAggregatedFieldWells.html"""


def kpi(chart: Json) -> Parts:
    """A figure: of all rows, or of the last period of a trend, beside its target or the period before."""
    wells = chart.get("FieldWells") or {}
    trend, targets = dimensions(wells, "TrendGroups", "category"), measures(wells, "TargetValues", "target")
    if len(targets) > 1:
        raise VisualError("TargetValues with several fields: not emulated")
    shown = values(wells, 1 if targets or trend else None)
    given = chart.get("KPIOptions") or {}
    comparison = given.get("Comparison") or {}
    return {
        "kind": "kpi",
        "dimensions": trend,
        "measures": (*shown, *targets),
        # The last periods are what is shown, also where there are more than fit.
        "sort": tuple(Sort(each.field_id, True) for each in trend),
        "options": {
            "method": comparison.get("ComparisonMethod", "PERCENT_DIFFERENCE").lower(),
            "format": number_format(comparison.get("ComparisonFormat")),
            "primary": given.get("PrimaryValueDisplayType", "ACTUAL").lower(),
            "secondary": options.visible(given.get("SecondaryValue")),
            "arrows": options.visible(given.get("TrendArrows")),
            "progress": options.visible(given.get("ProgressBar")),
            "sparkline": _sparkline(given.get("Sparkline")),
        },
    }


def _sparkline(given: Json | None) -> Json | None:
    if not options.visible(given):
        return None
    return {"type": (given or {}).get("Type", "AREA").lower(), "color": (given or {}).get("Color")}


def table(chart: Json) -> Parts:
    """Groups with their values and, where asked for, a row of totals; or rows as they are."""
    wells = chart.get("FieldWells") or {}
    if plain := (wells.get("TableUnaggregatedFieldWells") or {}).get("Values"):
        columns = tuple(column_field(each, "category") for each in plain)
        return _table(chart, dimensions=columns, measures=(), grouped=False, total=None)
    wells = wells_of(chart, "TableAggregatedFieldWells")
    return _table(
        chart,
        dimensions=dimensions(wells, "GroupBy", "category", _MOST_FIELDS),
        measures=tuple(measure(each) for each in wells.get("Values") or []),
        grouped=True,
        total=_total(chart.get("TotalOptions")),
    )


def _table(chart: Json, grouped: bool, total: Json | None, **fields: object) -> Parts:
    given = chart.get("FieldOptions") or {}
    selected = given.get("SelectedFieldOptions") or []
    return fields | {
        "kind": "table",
        "sort": _row_sorts(chart),
        "labels": _custom_labels(selected),
        "options": {
            "grouped": grouped,
            "total": total,
            "order": given.get("Order") or [],
            "hidden": [each["FieldId"] for each in selected if not options.visible(each)],
        },
    }


def _row_sorts(chart: Json) -> tuple[Sort, ...]:
    given = (chart.get("SortConfiguration") or {}).get("RowSort") or []
    return tuple(Sort(each["FieldSort"]["FieldId"], each["FieldSort"]["Direction"] == "DESC") for each in given)


def pivot(chart: Json) -> Parts:
    wells = wells_of(chart, "PivotTableAggregatedFieldWells")
    rows = dimensions(wells, "Rows", "row", _MOST_FIELDS)
    columns = dimensions(wells, "Columns", "column", _MOST_FIELDS)
    if not rows and not columns:
        raise VisualError("a pivot table without Rows and without Columns is not emulated")
    given, totals = chart.get("FieldOptions") or {}, chart.get("TotalOptions") or {}
    return {
        "kind": "pivot",
        "dimensions": (*rows, *columns),
        "measures": values(wells),
        "sort": _pivot_sorts(chart),
        "labels": _custom_labels(given.get("SelectedFieldOptions") or []),
        "options": {
            "rowTotal": _total(totals.get("RowTotalOptions")),
            "columnTotal": _total(totals.get("ColumnTotalOptions")),
            "rowSubtotal": _total(totals.get("RowSubtotalOptions")),
            "columnSubtotal": _total(totals.get("ColumnSubtotalOptions")),
        },
    }


def _pivot_sorts(chart: Json) -> tuple[Sort, ...]:
    """Dimensions in the order of their own values; one of a value's would be that of its total."""
    given = (chart.get("SortConfiguration") or {}).get("FieldSortOptions") or []
    by_field = [(each["FieldId"], each["SortBy"]["Field"]) for each in given if each["SortBy"].get("Field")]
    if others := [of for of, by in by_field if by["FieldId"] != of]:
        raise VisualError(f"sorting {', '.join(others)} by another field is not emulated")
    return tuple(Sort(of, by["Direction"] == "DESC", of) for of, by in by_field)


def _total(given: Json | None) -> Json | None:
    """Where a total stands and what it is called; None where there is none, which is so by default."""
    if (given or {}).get("TotalsVisibility") != "VISIBLE" or given is None:
        return None
    return {"first": given.get("Placement") == "START", "label": given.get("CustomLabel") or "Total"}


def _custom_labels(selected: list[Json]) -> dict[str, str]:
    return {each["FieldId"]: each["CustomLabel"] for each in selected if each.get("CustomLabel")}
