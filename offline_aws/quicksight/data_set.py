"""A data set as SQL: its table or query, with the columns renamed, chosen and cast.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSet.html
"""

from dataclasses import dataclass, replace
from typing import Any

from sqlglot import ParseError, exp, parse

from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.quicksight.members import ANY, beyond, one_of
from offline_aws.quicksight.models import DataSet, Json

_INPUT_COLUMN = {"Name": ANY, "Type": {"STRING", "INTEGER", "DECIMAL", "DATETIME", "BIT", "BOOLEAN"}}
_TRANSFORMS = {
    "ProjectOperation": {"ProjectedColumns": ANY},
    "RenameColumnOperation": {"ColumnName": ANY, "NewColumnName": ANY},
    "CastColumnTypeOperation": {"ColumnName": ANY, "NewColumnType": {"STRING", "INTEGER", "DECIMAL"}},
}
_PHYSICAL = {
    "RelationalTable": {
        "DataSourceArn": ANY,
        "Catalog": {"AwsDataCatalog"},
        "Schema": ANY,
        "Name": ANY,
        "InputColumns": [_INPUT_COLUMN],
    },
    "CustomSql": {"DataSourceArn": ANY, "Name": ANY, "SqlQuery": ANY, "Columns": [_INPUT_COLUMN]},
}
_LOGICAL = {"Alias": ANY, "DataTransforms": [_TRANSFORMS], "Source": {"PhysicalTableId": ANY}}
_SQL_TYPES = {"STRING": "varchar", "INTEGER": "bigint", "DECIMAL": "double"}


class DataSetError(ValueError):
    """The data set makes no sense, or needs what is not emulated; the message says what."""


@dataclass(frozen=True)
class Column:
    """A column that visuals can use.

    :param name: as the data set shows it
    :param type: QuickSight's, such as STRING or DATETIME
    :param value: the SQL expression over the physical table's columns
    """

    name: str
    type: str
    value: exp.Expr


@dataclass(frozen=True)
class Rows:
    """What a data set compiles to.

    :param source: what stands after FROM
    :param columns: by name
    """

    source: exp.Expr
    columns: dict[str, Column]
    data_source_arn: str


def rows_of(data_set: DataSet) -> Rows:
    """Compile a data set. Raises DataSetError."""
    return compile_tables(data_set.physical, data_set.logical)


def compile_tables(physical: Json, logical: Json) -> Rows:
    """Compile a ``PhysicalTableMap`` and a ``LogicalTableMap``. Raises DataSetError."""
    table_id, table = _only("PhysicalTableMap", physical)
    _refuse(beyond(table, _PHYSICAL, f"PhysicalTableMap.{table_id}"))
    rows = _physical_rows(table)
    if logical:
        logical_id, view = _only("LogicalTableMap", logical)
        _refuse(beyond(view, _LOGICAL, f"LogicalTableMap.{logical_id}"))
        if view.get("Source", {}).get("PhysicalTableId") != table_id:
            raise DataSetError(f"LogicalTableMap.{logical_id}.Source names no table of PhysicalTableMap")
        for transform in view.get("DataTransforms", []):
            rows = replace(rows, columns=_transformed(rows.columns, transform))
    return rows


def _only(name: str, tables: Json) -> tuple[str, Any]:
    if len(tables) != 1:
        raise DataSetError(f"{name} with {len(tables)} tables: not emulated")
    return next(iter(tables.items()))


def _refuse(paths: Any) -> None:
    if names := list(paths):
        raise DataSetError(f"{', '.join(names)}: not emulated")


def _physical_rows(table: Json) -> Rows:
    try:
        kind, content = one_of(table)
    except ValueError as error:
        raise DataSetError(f"PhysicalTableMap: {error}") from error
    if kind == "CustomSql":
        source: exp.Expr = exp.Subquery(this=_query(content["SqlQuery"]), alias=_identifier(content["Name"]))
        columns = content.get("Columns", [])
    else:
        source = exp.Table(this=_identifier(content["Name"]), db=_identifier(content.get("Schema", "default")))
        columns = content["InputColumns"]
    if not columns:
        raise DataSetError("A data set needs columns")
    named = {each["Name"]: Column(each["Name"], each["Type"], _column(each["Name"])) for each in columns}
    return Rows(source, named, content["DataSourceArn"])


def _query(sql: str) -> exp.Expr:
    """The author's query: one SELECT, so that it can stand in parentheses."""
    try:
        statements = parse(sql, dialect=AthenaQuery)
    except ParseError as error:
        raise DataSetError(f"SqlQuery is not valid: {str(error).splitlines()[0]}") from error
    if len(statements) != 1 or not isinstance(statements[0], exp.Query):
        raise DataSetError("SqlQuery must be one SELECT statement")
    return statements[0]


def _transformed(columns: dict[str, Column], transform: Json) -> dict[str, Column]:
    try:
        kind, content = one_of(transform)
        if kind == "ProjectOperation":
            return {name: columns[name] for name in content["ProjectedColumns"]}
        column = columns[content["ColumnName"]]
    except ValueError as error:
        raise DataSetError(f"DataTransforms: {error}") from error
    except KeyError as error:
        raise DataSetError(f"DataTransforms: there is no column {error}") from None
    if kind == "RenameColumnOperation":
        changed = replace(column, name=content["NewColumnName"])
    else:
        wanted = content["NewColumnType"]
        changed = replace(column, type=wanted, value=exp.cast(column.value, _SQL_TYPES[wanted], dialect=AthenaQuery))
    # In its place: the order of the columns is the order in which they are shown.
    in_order = (changed if each is column else each for each in columns.values())
    return {each.name: each for each in in_order}


def _identifier(name: str) -> exp.Identifier:
    return exp.to_identifier(name, quoted=True)


def _column(name: str) -> exp.Column:
    return exp.Column(this=_identifier(name))
