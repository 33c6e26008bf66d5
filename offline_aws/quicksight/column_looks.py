"""How a definition's columns look wherever they are shown: formats of their values, colors of single values.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_ColumnConfiguration.html
"""

from offline_aws.quicksight.fields import Dimension, Measure
from offline_aws.quicksight.formats import ANY_TYPE, field_format
from offline_aws.quicksight.members import ANY
from offline_aws.quicksight.models import Json

COLUMN_CONFIGURATION = {
    "Column": {"DataSetIdentifier": ANY, "ColumnName": ANY},
    "FormatConfiguration": ANY_TYPE,
    # Where an author finds the column; it changes nothing that is drawn.
    "Role": {"DIMENSION", "MEASURE"},
    "ColorsConfiguration": {
        "CustomColors": [{"FieldValue": ANY, "Color": ANY, "SpecialValue": {"EMPTY", "NULL", "OTHER"}}]
    },
}
_SPECIAL = {"EMPTY": "", "NULL": None}


def format_of(field: Dimension | Measure, definition: Json) -> Json | None:
    """The field's own format, else that of its column; of what is counted, only its own."""
    counted = isinstance(field, Measure) and field.function in ("COUNT", "DISTINCT_COUNT")
    if field.format is not None or counted or field.column is None:
        return field.format
    for each in definition.get("ColumnConfigurations") or []:
        if each["Column"] == {"DataSetIdentifier": field.data_set, "ColumnName": field.column}:
            return field_format(each.get("FormatConfiguration"))
    return None


def custom_colors(definition: Json) -> list[Json]:
    """The colors of single values; ``other`` is for all values beyond a limit."""
    return [
        {
            "column": f"{each['Column']['DataSetIdentifier']}.{each['Column']['ColumnName']}",
            "value": _SPECIAL.get(color.get("SpecialValue"), color.get("FieldValue")),
            "other": color.get("SpecialValue") == "OTHER",
            "color": color["Color"],
        }
        for each in definition.get("ColumnConfigurations") or []
        for color in (each.get("ColorsConfiguration") or {}).get("CustomColors") or []
    ]
