"""The values that a control offers: those of a column, asked of Athena."""

from sqlglot import exp

from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.quicksight.controls import controls_of
from offline_aws.quicksight.data_set import FindDataSet
from offline_aws.quicksight.expressions.signatures import filled
from offline_aws.quicksight.filter_conditions import column_of
from offline_aws.quicksight.models import Json
from offline_aws.quicksight.parameters import parameters_of
from offline_aws.quicksight.selects import MOST_ROWS
from offline_aws.quicksight.visual_rows import declared_rows


def control_values_sql(control_id: str, definition: Json, find: FindDataSet) -> tuple[str, str] | None:
    """The query, and the data source to ask; None when there is no such control, or it asks for nothing.

    :raises DataSetError: there is no such column
    """
    parameters = parameters_of(definition)
    for sheet in definition.get("Sheets") or []:
        for control in controls_of(sheet, definition, parameters):
            if control.id == control_id and control.column is not None:
                rows = declared_rows(control.column["DataSetIdentifier"], definition, find, parameters)
                column = column_of(rows, control.column["ColumnName"])
                return _query(column.name, column.value, rows.source), rows.data_source_arn
    return None


def _query(name: str, value: exp.Expr, source: exp.Expr) -> str:
    query = exp.Select(expressions=[exp.alias_(value.copy(), name, quoted=True)]).from_(source.copy())
    query = query.where(filled(":value IS NOT NULL", {"value": value}), copy=False).distinct(copy=False)
    query = query.order_by(exp.Ordered(this=exp.Literal.number(1)), copy=False).limit(MOST_ROWS + 1, copy=False)
    return query.sql(dialect=AthenaQuery, pretty=True)
