"""What is wrong with what a definition declares beside visuals: calculated fields, parameters, filters, controls.

Each problem is a path in the definition, a reason, and a ``DashboardErrorType`` of the API.
"""

from collections.abc import Iterator

from offline_aws.quicksight.calculated_fields import field_problems, with_calculated_fields
from offline_aws.quicksight.controls import controls_of, drawn
from offline_aws.quicksight.data_set import FindDataSet
from offline_aws.quicksight.filter_conditions import CONDITIONS, Subject, column_of, condition_of
from offline_aws.quicksight.members import one_of
from offline_aws.quicksight.models import Json
from offline_aws.quicksight.parameters import Parameters, parameters_of
from offline_aws.quicksight.rows import DataSetError, Rows
from offline_aws.quicksight.visual_rows import data_set_rows

Problems = Iterator[tuple[str, str, str]]


def declared_problems(definition: Json, find: FindDataSet) -> Problems:
    try:
        parameters = parameters_of(definition)
    except DataSetError as error:
        yield "ParameterDeclarations", f"ParameterDeclarations: {error}", error.kind
        return
    rows = dict(_rows(definition, find))
    yield from field_problems(rows, definition, parameters)
    rows = {name: with_calculated_fields(each, name, definition, parameters) for name, each in rows.items()}
    yield from _filter_problems(rows, definition, parameters)
    yield from _control_problems(definition, parameters)


def _rows(definition: Json, find: FindDataSet) -> Iterator[tuple[str, Rows]]:
    """The declared data sets that are there; the visuals tell of those that are not."""
    for each in definition["DataSetIdentifierDeclarations"]:
        try:
            yield each["Identifier"], data_set_rows(each["Identifier"], definition, find)
        except DataSetError:
            continue


def _filter_problems(rows: dict[str, Rows], definition: Json, parameters: Parameters) -> Problems:
    seen: set[str] = set()
    for g, group in enumerate(definition.get("FilterGroups") or []):
        for f, union in enumerate(group["Filters"]):
            path = f"FilterGroups[{g}].Filters[{f}]"
            try:
                _check_filter(union, rows, parameters, seen)
            except DataSetError as error:
                yield path, f"{path}: {error}", error.kind


def _check_filter(union: Json, rows: dict[str, Rows], parameters: Parameters, seen: set[str]) -> None:
    """Raises DataSetError for a filter that makes no sense over its own data set."""
    try:
        kind, content = one_of(union)
    except ValueError as error:
        raise DataSetError(str(error)) from error
    if content["FilterId"] in seen:
        raise DataSetError(f"the FilterId {content['FilterId']} stands in the definition twice")
    seen.add(content["FilterId"])
    identifier = content["Column"]["DataSetIdentifier"]
    if identifier not in rows:
        raise DataSetError(f"no data set is declared as {identifier}, or there is none", "DATA_SET_NOT_FOUND")
    if kind in CONDITIONS:
        condition_of(kind, Subject(content, rows[identifier], parameters))
    else:
        column_of(rows[identifier], content["Column"]["ColumnName"])


def _control_problems(definition: Json, parameters: Parameters) -> Problems:
    for number, sheet in enumerate(definition.get("Sheets") or []):
        try:
            for control in controls_of(sheet, definition, parameters):
                drawn(control)
        except (DataSetError, ValueError) as error:
            kind = error.kind if isinstance(error, DataSetError) else "PARAMETER_VALUE_INCOMPATIBLE"
            yield f"Sheets[{number}]", f"Sheets[{number}]: {error}", kind
