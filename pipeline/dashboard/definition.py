"""The dashboard's definition: its data sets and sheets.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DashboardVersionDefinition.html
"""

from dataclasses import dataclass

from pipeline.dashboard import tutorial
from pipeline.dashboard.visuals import Json
from pipeline.settings import Settings

_CLICKS = "clicks"


@dataclass(frozen=True)
class DataSet:
    """A data set of the dashboard.

    :param identifier: what the definition's visuals call it
    :param table: a ``PhysicalTable`` of QuickSight's API without its data source
    """

    identifier: str
    id: str
    name: str
    kind: str
    table: Json


def data_sets(settings: Settings) -> list[DataSet]:
    """What the dashboard reads: the table as it is."""
    return [
        DataSet(
            _CLICKS,
            settings.dashboard,
            "Clicks",
            "RelationalTable",
            {
                "Catalog": "AwsDataCatalog",
                "Schema": settings.database,
                "Name": settings.table,
                "InputColumns": _columns(
                    element_clicked="STRING",
                    time_spent="INTEGER",
                    source_menu="STRING",
                    created_at="STRING",
                    datehour="STRING",
                ),
            },
        )
    ]


def definition(arns: dict[str, str]) -> Json:
    """The definition over the data sets whose ARNs are given by their identifiers."""
    return {
        "DataSetIdentifierDeclarations": [
            {"Identifier": identifier, "DataSetArn": arn} for identifier, arn in arns.items()
        ],
        "Sheets": [tutorial.sheet(_CLICKS)],
    }


def _columns(**types: str) -> list[Json]:
    return [{"Name": name, "Type": type_} for name, type_ in types.items()]
