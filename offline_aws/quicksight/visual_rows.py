"""The rows of a visual: its data set, with the definition's calculated fields, less what the filters take away."""

from sqlglot import exp

from offline_aws.quicksight.calculated_fields import with_calculated_fields
from offline_aws.quicksight.choices import Choices
from offline_aws.quicksight.data_set import FindDataSet, rows_of
from offline_aws.quicksight.date_ranges import truncated
from offline_aws.quicksight.filters import Place, filtered
from offline_aws.quicksight.models import DataSet, Json
from offline_aws.quicksight.parameters import Parameters, parameters_of, with_choices
from offline_aws.quicksight.rows import DataSetError, Rows
from offline_aws.quicksight.visual import Visual

_NO_CHOICES = Choices()


def rows_for(visual: Visual, definition: Json, find: FindDataSet, choices: Choices = _NO_CHOICES) -> Rows:
    """What the visual is computed from.

    :raises DataSetError: there is no such data set, or a filter makes no sense over it
    :raises ChoiceError: the reader's choices make no sense
    """
    parameters = with_choices(parameters_of(definition), choices.parameters)
    rows = declared_rows(visual.data_set or "", definition, find, parameters)
    place = Place(_sheet_id(visual, definition), visual.id, visual.data_set or "", _groups(visual, rows))
    return filtered(rows, place, definition, parameters, choices.filters)


def declared_rows(identifier: str, definition: Json, find: FindDataSet, parameters: Parameters) -> Rows:
    """A data set by its name in the definition, with the calculated fields. Raises DataSetError."""
    rows = data_set_rows(identifier, definition, find)
    return with_calculated_fields(rows, identifier, definition, parameters)


def data_set_rows(identifier: str, definition: Json, find: FindDataSet) -> Rows:
    """A data set by its name in the definition. Raises DataSetError."""
    return rows_of(declared_data_set(identifier, definition, find), find)


def declared_data_set(identifier: str, definition: Json, find: FindDataSet) -> DataSet:
    """Raises DataSetError."""
    declared = {each["Identifier"]: each["DataSetArn"] for each in definition["DataSetIdentifierDeclarations"]}
    arn = declared.get(identifier)
    if arn is None:
        raise DataSetError(f"no data set is declared as {identifier}", "DATA_SET_NOT_FOUND")
    data_set = find(arn)
    if data_set is None:
        raise DataSetError(f"data set {arn} does not exist", "DATA_SET_NOT_FOUND")
    return data_set


def _sheet_id(visual: Visual, definition: Json) -> str:
    for sheet in definition.get("Sheets") or []:
        for union in sheet.get("Visuals") or []:
            if any(content and content.get("VisualId") == visual.id for content in union.values()):
                return str(sheet["SheetId"])
    return ""


def _groups(visual: Visual, rows: Rows) -> list[exp.Expr] | None:
    if not visual.grouped:
        return None
    columns = [(rows.columns.get(each.column), each.granularity) for each in visual.dimensions]
    return [truncated(column.value, granularity) for column, granularity in columns if column is not None]
