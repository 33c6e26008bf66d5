"""The owner's sheet: what guests look at, how long, when, and in which restaurant."""

from pipeline.dashboard import visuals
from pipeline.dashboard.visuals import GRID_COLUMNS, Json, Placed

_THIRD, _HALF = GRID_COLUMNS // 3, GRID_COLUMNS // 2
_FIGURE, _CHART = 5, 12
_SECOND_ROW, _THIRD_ROW, _LAST_ROW = _FIGURE, _FIGURE + _CHART, _FIGURE + 2 * _CHART
_TOP = 10


def sheet(clicks: str, looks: str, restaurants: str, sessions: str, trending: str) -> Json:
    """The sheet over the data sets of the clicks, of the clicks by their time, and of three analyses."""
    element = visuals.category(clicks, "element_clicked")
    seconds = visuals.measure(clicks, "time_spent", "AVERAGE")
    return visuals.sheet(
        "owner",
        "Owner",
        [
            Placed(visuals.kpi("looks", "Looks", visuals.count(clicks, "element_clicked")), 0, 0, _THIRD, _FIGURE),
            Placed(visuals.kpi("seconds", "Seconds a look", seconds), _THIRD, 0, _THIRD, _FIGURE),
            Placed(
                visuals.kpi("menus", "Restaurants", visuals.count(clicks, "source_menu", "DISTINCT_COUNT")),
                2 * _THIRD, 0, _THIRD, _FIGURE,
            ),
            Placed(visuals.bars("most-viewed", "Most viewed items", element, [], _TOP), 0, _SECOND_ROW, _HALF, _CHART),
            Placed(
                visuals.bars("dwell-time", "Seconds a look, by item", element, [seconds], _TOP),
                _HALF, _SECOND_ROW, _HALF, _CHART,
            ),
            Placed(
                visuals.area("by-hour", "Looks by hour (UTC)", visuals.date(looks, "clicked_at", "HOUR")),
                0, _THIRD_ROW, _HALF, _CHART,
            ),
            Placed(_trending(trending), _HALF, _THIRD_ROW, _HALF, _CHART),
            Placed(_restaurants(restaurants), 0, _LAST_ROW, _HALF, _CHART),
            Placed(_sessions(sessions), _HALF, _LAST_ROW, _HALF, _CHART),
        ],
    )  # fmt: skip


def _trending(data_set: str) -> Json:
    columns = {
        "element_clicked": "Item",
        "last_hour": "Last hour",
        "hour_before": "Hour before",
        "change": "Change",
    }
    return visuals.table("trending", "Trending: this hour against the one before", data_set, columns, "change")


def _restaurants(data_set: str) -> Json:
    columns = {
        "source_menu": "Restaurant",
        "looks": "Looks",
        "percent": "Percent of all",
        "seconds_a_look": "Seconds a look",
        "favourite": "Favourite",
    }
    return visuals.table("restaurants", "Restaurants side by side", data_set, columns, "looks")


def _sessions(data_set: str) -> Json:
    columns = {
        "source_menu": "Restaurant",
        "sessions": "Sessions",
        "average_looks": "Looks a session",
        "average_items": "Items a session",
        "average_minutes": "Minutes a session",
    }
    return visuals.table("sessions", "Sessions", data_set, columns, "sessions")
