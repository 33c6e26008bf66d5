"""The dashboard's definition: its data sets, sheets and filters.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DashboardVersionDefinition.html
"""

from pipeline.dashboard import owner, tutorial
from pipeline.dashboard.data_sets import CLICKS, LOOKS, RESTAURANTS, SESSIONS, TRENDING
from pipeline.dashboard.visuals import Json


def definition(arns: dict[str, str]) -> Json:
    """The definition over the data sets whose ARNs are given by their identifiers."""
    declared = [{"Identifier": identifier, "DataSetArn": arn} for identifier, arn in arns.items()]
    sheets = [tutorial.sheet(CLICKS), owner.sheet(CLICKS, LOOKS, RESTAURANTS, SESSIONS, TRENDING)]
    filters = [owner.restaurant_filter(CLICKS)]
    return {"DataSetIdentifierDeclarations": declared, "Sheets": sheets, "FilterGroups": filters}
