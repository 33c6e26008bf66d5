"""The transforms of a logical table, one after the other.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_TransformOperation.html
"""

from dataclasses import replace

from sqlglot import exp

from offline_aws.quicksight.expressions.signatures import filled
from offline_aws.quicksight.expressions.values import SQL_TYPES
from offline_aws.quicksight.members import ANY, one_of
from offline_aws.quicksight.models import Json
from offline_aws.quicksight.rows import Column, DataSetError, Rows, calculated, only_where, value_of

TRANSFORMS = {
    "ProjectOperation": {"ProjectedColumns": ANY},
    "FilterOperation": {"ConditionExpression": ANY},
    "CreateColumnsOperation": {"Columns": [{"ColumnName": ANY, "ColumnId": ANY, "Expression": ANY}]},
    "RenameColumnOperation": {"ColumnName": ANY, "NewColumnName": ANY},
    "CastColumnTypeOperation": {
        "ColumnName": ANY,
        "NewColumnType": {"STRING", "INTEGER", "DECIMAL", "DATETIME"},
        "SubType": {"FLOAT"},
        "Format": ANY,
    },
    # For people and for maps: they say nothing of the rows.
    "TagColumnOperation": {"ColumnName": ANY, "Tags": ANY},
    "UntagColumnOperation": {"ColumnName": ANY, "TagNames": ANY},
}
"""What of a transform takes effect, as a form of :mod:`offline_aws.quicksight.members`."""

_FORMATTED = {
    ("STRING", "DATETIME"): "CAST(try(parse_datetime(:value, :format)) AS timestamp)",
    ("DATETIME", "STRING"): "format_datetime(CAST(:value AS timestamp), :format)",
}
_EPOCH = "CAST(from_unixtime(:value) AS timestamp)"


def transformed(rows: Rows, transform: Json) -> Rows:
    """Raises DataSetError."""
    try:
        kind, content = one_of(transform)
    except ValueError as error:
        raise DataSetError(f"DataTransforms: {error}") from error
    if kind == "FilterOperation":
        condition = value_of(rows, "FilterOperation.ConditionExpression", content["ConditionExpression"], "BOOLEAN")
        return only_where(rows, condition.sql)
    if kind == "CreateColumnsOperation":
        return _with_columns(rows, content["Columns"])
    if kind == "ProjectOperation":
        return replace(rows, columns={name: _column(rows, name) for name in content["ProjectedColumns"]})
    column = _column(rows, content["ColumnName"])
    if kind == "RenameColumnOperation":
        return _put(rows, column, replace(column, name=content["NewColumnName"]))
    if kind == "CastColumnTypeOperation":
        return _put(rows, column, _cast(column, content["NewColumnType"], content.get("Format")))
    return rows


def _column(rows: Rows, name: str) -> Column:
    try:
        return rows.columns[name]
    except KeyError:
        raise DataSetError(f"DataTransforms: there is no column {name!r}") from None


def _with_columns(rows: Rows, columns: list[Json]) -> Rows:
    """One after the other, so that one may use the one before."""
    for each in columns:
        name = each["ColumnName"]
        if name in rows.columns:
            raise DataSetError(f"DataTransforms: there is a column {name!r} already")
        value = value_of(rows, f"calculated column {name}", each["Expression"])
        rows = replace(rows, columns=rows.columns | {name: calculated(name, value)})
    return rows


def _put(rows: Rows, column: Column, changed: Column) -> Rows:
    """The changed column in the old one's place: in their order they are shown."""
    if changed.name != column.name and changed.name in rows.columns:
        raise DataSetError(f"DataTransforms: there is a column {changed.name!r} already")
    in_order = (changed if each is column else each for each in rows.columns.values())
    return replace(rows, columns={each.name: each for each in in_order})


def _cast(column: Column, wanted: str, format_: str | None) -> Column:
    sql = _cast_sql(column.type, wanted, format_)
    value = filled(sql, {"value": column.value, "format": exp.Literal.string(format_ or "")})
    return replace(column, type=wanted, value=value)


def _cast_sql(given: str, wanted: str, format_: str | None) -> str:
    """Text becomes a time by its format, and a time text; a number is the seconds since 1970."""
    if format_ and (given, wanted) in _FORMATTED:
        return _FORMATTED[given, wanted]
    if format_:
        raise DataSetError(f"DataTransforms: a Format says nothing of a cast from {given} to {wanted}")
    if wanted == "DATETIME" and given in ("INTEGER", "DECIMAL"):
        return _EPOCH
    return f"CAST(:value AS {SQL_TYPES[wanted]})"
