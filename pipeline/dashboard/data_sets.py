"""What the dashboard reads: the table as it is, and queries over it.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_PhysicalTable.html
"""

from dataclasses import dataclass
from pathlib import Path

from pipeline.dashboard.visuals import Json
from pipeline.settings import Settings
from pipeline.statement import parse

CLICKS, LOOKS, RESTAURANTS, SESSIONS, TRENDING = "clicks", "looks", "restaurants", "sessions", "trending"
_QUERIES = Path(__file__).parent.parent.parent / "queries"
_CLICK = {
    "element_clicked": "STRING",
    "time_spent": "INTEGER",
    "source_menu": "STRING",
    "created_at": "STRING",
    "datehour": "STRING",
}


@dataclass(frozen=True)
class DataSet:
    """A data set of the dashboard.

    :param identifier: what the definition's visuals call it
    :param kind: the member of a ``PhysicalTable``
    :param table: that member's content without its data source
    """

    identifier: str
    id: str
    name: str
    kind: str
    table: Json


def data_sets(settings: Settings) -> list[DataSet]:
    """All of them; the queries are those of ``queries/``, over the settings' table."""
    return [
        DataSet(CLICKS, settings.dashboard, "Clicks", "RelationalTable", _table(settings)),
        _custom(
            LOOKS,
            "09_looks.sql",
            settings,
            element_clicked="STRING",
            source_menu="STRING",
            time_spent="INTEGER",
            clicked_at="DATETIME",
            hour_of_day="INTEGER",
        ),
        _custom(
            RESTAURANTS,
            "06_by_restaurant.sql",
            settings,
            source_menu="STRING",
            looks="INTEGER",
            percent="DECIMAL",
            seconds_a_look="DECIMAL",
            favourite="STRING",
        ),
        _custom(
            SESSIONS,
            "07_sessions.sql",
            settings,
            source_menu="STRING",
            sessions="INTEGER",
            average_looks="DECIMAL",
            average_items="DECIMAL",
            average_minutes="DECIMAL",
        ),
        _custom(
            TRENDING,
            "08_trending.sql",
            settings,
            element_clicked="STRING",
            last_hour="INTEGER",
            hour_before="INTEGER",
            change="INTEGER",
        ),
    ]


def _table(settings: Settings) -> Json:
    return {
        "Catalog": "AwsDataCatalog",
        "Schema": settings.database,
        "Name": settings.table,
        "InputColumns": _columns(_CLICK),
    }


def _custom(identifier: str, file: str, settings: Settings, **columns: str) -> DataSet:
    sql = parse((_QUERIES / file).read_text(encoding="utf-8")).sql.replace(Settings().table, settings.table)
    table = {"Name": identifier, "SqlQuery": sql, "Columns": _columns(columns)}
    return DataSet(identifier, f"{settings.dashboard}-{identifier}", identifier.capitalize(), "CustomSql", table)


def _columns(types: dict[str, str]) -> list[Json]:
    return [{"Name": name, "Type": type_} for name, type_ in types.items()]
