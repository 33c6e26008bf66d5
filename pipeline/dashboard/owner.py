"""The owner's sheet: what guests look at, how long, when, and in which restaurant."""

from pipeline.dashboard import controls, visuals
from pipeline.dashboard.visuals import GRID_COLUMNS, Json, Placed

_ID, _RESTAURANT = "owner", "restaurant"
_QUARTER, _HALF = GRID_COLUMNS // 4, GRID_COLUMNS // 2
_FIGURE, _CHART, _TABLE = 7, 12, 10
_ROWS = [0, _FIGURE, _FIGURE + _CHART, _FIGURE + 2 * _CHART, _FIGURE + 3 * _CHART]
_TOP = 10


def sheet(clicks: str, looks: str, restaurants: str, sessions: str, trending: str) -> Json:
    """The sheet over the data sets of the clicks, of the clicks by their time, and of three analyses."""
    figures = [
        Placed(figure, _QUARTER * place, _ROWS[0], _QUARTER, _FIGURE)
        for place, figure in enumerate(_figures(clicks, looks))
    ]
    charts = [
        Placed(chart, _HALF * (place % 2), _ROWS[1 + place // 2], _HALF, _CHART)
        for place, chart in enumerate(_charts(clicks, looks, trending))
    ]
    tables = [
        Placed(table, _HALF * place, _ROWS[4], _HALF, _TABLE)
        for place, table in enumerate([_restaurants(restaurants), _sessions(sessions)])
    ]
    chosen = [controls.dropdown(_RESTAURANT, "Restaurants")]
    return visuals.sheet(_ID, "Owner", [*figures, *charts, *tables]) | {"FilterControls": chosen}


def restaurant_filter(clicks: str) -> Json:
    """The filter of the sheet's control, on all visuals that know restaurants."""
    return controls.filter_group(_RESTAURANT, _ID, clicks, "source_menu")


def _figures(clicks: str, looks: str) -> list[Json]:
    hour = visuals.date(looks, "clicked_at", "HOUR")
    seconds = visuals.measure(looks, "time_spent", "AVERAGE", decimals=1)
    return [
        visuals.kpi("looks", "Looks an hour", visuals.count(looks, "element_clicked"), hour),
        visuals.kpi("seconds", "Seconds a look", seconds, hour),
        visuals.kpi("all-looks", "Looks so far", visuals.count(clicks, "element_clicked")),
        visuals.kpi("menus", "Restaurants", visuals.count(clicks, "source_menu", "DISTINCT_COUNT")),
    ]


def _charts(clicks: str, looks: str, trending: str) -> list[Json]:
    """From left to right and from above."""
    item, restaurant = visuals.category(looks, "element_clicked"), visuals.category(looks, "source_menu")
    seconds = visuals.measure(clicks, "time_spent", "AVERAGE", decimals=1)
    hour = visuals.date(looks, "clicked_at", "HOUR")
    return [
        visuals.bars("most-viewed", "Most viewed items", visuals.category(clicks, "element_clicked"), [], _TOP),
        visuals.bars(
            "dwell-time", "Seconds a look, by item", visuals.category(clicks, "element_clicked"), [seconds], _TOP
        ),
        visuals.areas("by-hour", "Looks by hour (UTC) and restaurant", hour, restaurant),
        visuals.heat(
            "hours-of-day", "When items are looked at: hour of the day (UTC)", item,
            visuals.number(looks, "hour_of_day"), _TOP,
        ),
        _trending(trending),
        visuals.boxes(
            "spread", "How long guests look, in seconds", visuals.category(clicks, "source_menu"),
            visuals.values(clicks, "time_spent"),
        ),
    ]  # fmt: skip


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
