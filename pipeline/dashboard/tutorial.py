"""The tutorial's sheet: four visuals, all of which count records."""

from pipeline.dashboard import visuals
from pipeline.dashboard.visuals import GRID_COLUMNS, Json, Placed

_HALF, _ROWS = GRID_COLUMNS // 2, 12


def sheet(clicks: str) -> Json:
    """The sheet over the data set that holds a row a click."""
    datehour = visuals.category(clicks, "datehour")
    time_spent = visuals.number(clicks, "time_spent")
    element = visuals.category(clicks, "element_clicked")
    by_hour = visuals.bars("by-datehour", "Count of Records by Datehour", datehour, [])
    by_time = visuals.pies("by-time-and-datehour", "Count of Records by Time_spent and Datehour", time_spent, datehour)
    total = visuals.donut("by-time", "Count of Records by Time_spent", time_spent)
    by_element = visuals.shares(
        "by-element-and-time", "Count of Records by Element_clicked and Time_spent", element, time_spent
    )
    return visuals.sheet(
        "tutorial",
        "Tutorial",
        [
            Placed(by_hour, 0, 0, _HALF, _ROWS),
            Placed(by_time, _HALF, 0, _HALF, _ROWS),
            Placed(total, 0, _ROWS, _HALF, _ROWS),
            Placed(by_element, _HALF, _ROWS, _HALF, _ROWS),
        ],
    )
