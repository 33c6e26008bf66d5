"""Options that charts have in common: titles, axes, legends, data labels, tooltips, colors.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_AxisDisplayOptions.html
https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DataLabelOptions.html
"""

from offline_aws.quicksight.fields import VisualError
from offline_aws.quicksight.models import Json


def visible(given: Json | None, default: bool = True) -> bool:
    """Whether an option is visible, which most are where nothing is said."""
    return (given or {}).get("Visibility", "VISIBLE" if default else "HIDDEN") == "VISIBLE"


def text_of(label: Json | None, default: str) -> str:
    """The text of a title or subtitle; empty when it is hidden."""
    label = label or {}
    return str((label.get("FormatText") or {}).get("PlainText") or default) if visible(label) else ""


def axis(title: Json | None, display: Json | None = None) -> Json:
    """An axis: its title (None for the field's own name, empty when hidden), lines, and the ends of its scale."""
    display = display or {}
    return {
        "title": _axis_title(title or {}),
        "line": display.get("AxisLineVisibility", "VISIBLE") == "VISIBLE",
        "grid": display.get("GridLineVisibility", "VISIBLE") == "VISIBLE",
        "labels": visible((display.get("TickLabelOptions") or {}).get("LabelOptions")),
    } | _ends(display)


def value_axis_of(display: Json | None) -> Json | None:
    """The ``AxisOptions`` of a ``LineSeriesAxisDisplayOptions``."""
    return (display or {}).get("AxisOptions")


def _axis_title(options: Json) -> str | None:
    if not visible(options):
        return ""
    return next((each["CustomLabel"] for each in options.get("AxisLabelOptions", []) if each.get("CustomLabel")), None)


def _ends(display: Json) -> Json:
    numeric = (display.get("DataOptions") or {}).get("NumericAxisOptions") or {}
    given = numeric.get("Range") or {}
    ends = given.get("MinMax") or {}
    if {"Minimum", "Maximum"} <= ends.keys() and ends["Minimum"] >= ends["Maximum"]:
        raise VisualError(f"an axis from {ends['Minimum']:g} to {ends['Maximum']:g} is empty")
    return {"from": ends.get("Minimum"), "to": ends.get("Maximum"), "fitted": "DataDriven" in given}


def legend(chart: Json) -> Json | None:
    """Where the legend stands and what it is called; None where there is none."""
    given = chart.get("Legend") or {}
    if not visible(given):
        return None
    title = given.get("Title") or {}
    return {
        "position": given.get("Position", "AUTO").lower(),
        "title": title.get("CustomLabel") if visible(title) else "",
    }


def data_labels(given: Json | None, default: bool = True) -> Json | None:
    """What stands at a mark; None for nothing."""
    given = given or {}
    if not visible(given, default):
        return None
    return {
        "category": given.get("CategoryLabelVisibility", "VISIBLE") == "VISIBLE",
        "value": given.get("MeasureLabelVisibility", "VISIBLE") == "VISIBLE",
        "content": given.get("LabelContent", "VALUE").lower(),
    }


def tooltip(chart: Json) -> bool:
    return (chart.get("Tooltip") or {}).get("TooltipVisibility", "VISIBLE") == "VISIBLE"


def color(chart: Json) -> str | None:
    """The color of all that has no color of its own."""
    chosen: str | None = (chart.get("VisualPalette") or {}).get("ChartColor")
    return chosen
