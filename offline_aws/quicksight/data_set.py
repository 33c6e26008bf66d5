"""A data set as SQL: its tables and queries, joined, with the columns that its transforms leave.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSet.html
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlglot import ParseError, exp, parse

from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.quicksight.members import ANY, beyond, one_of
from offline_aws.quicksight.models import DataSet, Json
from offline_aws.quicksight.rows import Column, DataSetError, Rows, as_table, identifier, plain_column, value_of
from offline_aws.quicksight.spice_table import spice_rows
from offline_aws.quicksight.transforms import TRANSFORMS, transformed

_INPUT_COLUMN = {
    "Name": ANY,
    "Id": ANY,
    "Type": {"STRING", "INTEGER", "DECIMAL", "DATETIME", "BIT", "BOOLEAN"},
    "SubType": {"FLOAT"},
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
_UNIQUE = {"UniqueKey": ANY}
_LOGICAL = {
    "Alias": ANY,
    "DataTransforms": [TRANSFORMS],
    "Source": {
        "PhysicalTableId": ANY,
        "DataSetArn": ANY,
        "JoinInstruction": {
            "LeftOperand": ANY,
            "RightOperand": ANY,
            # Told to AWS for the speed of its joins.
            "LeftJoinKeyProperties": _UNIQUE,
            "RightJoinKeyProperties": _UNIQUE,
            "Type": ANY,
            "OnClause": ANY,
        },
    },
}
_JOINS = {"INNER": "INNER", "LEFT": "LEFT", "RIGHT": "RIGHT", "OUTER": "FULL"}

FindDataSet = Callable[[str], DataSet | None]
"""From a data set's ARN to the data set."""


def rows_of(data_set: DataSet, find: FindDataSet = lambda arn: None) -> Rows:
    """What visuals are computed from: the tables themselves, or what SPICE read of them. Raises DataSetError."""
    rows = compile_tables(data_set.physical, data_set.logical, find)
    return spice_rows(data_set, rows) if data_set.import_mode == "SPICE" else rows


def compile_tables(physical: Json, logical: Json, find: FindDataSet = lambda arn: None) -> Rows:
    """Compile a ``PhysicalTableMap`` and a ``LogicalTableMap``.

    :param find: the data sets that logical tables may be made of
    :raises DataSetError: they make no sense, or need what is not emulated
    """
    _refuse(path for id_, table in physical.items() for path in beyond(table, _PHYSICAL, f"PhysicalTableMap.{id_}"))
    _refuse(path for id_, table in logical.items() for path in beyond(table, _LOGICAL, f"LogicalTableMap.{id_}"))
    tables = _Tables(physical, logical, find)
    return tables.rows(tables.root()) if logical else _physical_rows(_only(physical))


class _Tables:
    """The logical tables, each compiled from those that it names."""

    def __init__(self, physical: Json, logical: Json, find: FindDataSet) -> None:
        self._physical = physical
        self._logical = logical
        self._find = find
        self._under_way: list[str] = []

    def root(self) -> str:
        """The one logical table that is in no join: the data set's own."""
        joins = [each["Source"].get("JoinInstruction") or {} for each in self._logical.values()]
        joined = {join.get(side) for join in joins for side in ("LeftOperand", "RightOperand")}
        roots = [id_ for id_ in self._logical if id_ not in joined]
        if len(roots) != 1:
            raise DataSetError(f"LogicalTableMap must end in one table, not in {len(roots)}")
        return roots[0]

    def rows(self, id_: str) -> Rows:
        table = self._logical.get(id_)
        if table is None or id_ in self._under_way:
            raise DataSetError(f"LogicalTableMap: a join names {id_}, which is {'in itself' if table else 'no table'}")
        self._under_way.append(id_)
        rows = self._source(f"LogicalTableMap.{id_}.Source", table["Source"])
        self._under_way.pop()
        for transform in table.get("DataTransforms") or []:
            rows = transformed(rows, transform)
        return rows

    def _source(self, path: str, source: Json) -> Rows:
        try:
            kind, content = one_of(source)
        except ValueError as error:
            raise DataSetError(f"{path}: {error}") from error
        if kind == "JoinInstruction":
            return self._joined(path, content)
        if kind == "DataSetArn":
            data_set = self._find(content)
            if data_set is None:
                raise DataSetError(f"{path}: data set {content} does not exist")
            return rows_of(data_set, self._find)
        if content not in self._physical:
            raise DataSetError(f"{path} names no table of PhysicalTableMap")
        return _physical_rows(self._physical[content])

    def _joined(self, path: str, join: Json) -> Rows:
        left, right = self.rows(join["LeftOperand"]), self.rows(join["RightOperand"])
        if both := left.columns.keys() & right.columns.keys():
            raise DataSetError(f"{path}: both sides of the join have a column {', '.join(sorted(both))}: rename one")
        if left.data_source_arn != right.data_source_arn:
            raise DataSetError(f"{path}: a join of several data sources: not emulated")
        left, right = as_table(left, join["LeftOperand"]), as_table(right, join["RightOperand"])
        joined = Rows(left.source, left.columns | right.columns, left.data_source_arn)
        condition = value_of(joined, f"{path}.JoinInstruction.OnClause", join["OnClause"], "BOOLEAN")
        query = exp.Select().select("*").from_(left.source)
        query = query.join(right.source, on=condition.sql, join_type=_JOINS[join["Type"]], copy=False)
        return replace(joined, source=exp.Subquery(this=query, alias=identifier("joined")))


def _only(physical: Json) -> Json:
    if len(physical) != 1:
        raise DataSetError(f"PhysicalTableMap with {len(physical)} tables needs a LogicalTableMap that joins them")
    table: Json = next(iter(physical.values()))
    return table


def _refuse(paths: Any) -> None:
    if names := list(paths):
        raise DataSetError(f"{', '.join(names)}: not emulated")


def _physical_rows(table: Json) -> Rows:
    try:
        kind, content = one_of(table)
    except ValueError as error:
        raise DataSetError(f"PhysicalTableMap: {error}") from error
    if kind == "CustomSql":
        source: exp.Expr = exp.Subquery(this=_query(content["SqlQuery"]), alias=identifier(content["Name"]))
        columns = content.get("Columns", [])
    else:
        source = exp.Table(this=identifier(content["Name"]), db=identifier(content.get("Schema", "default")))
        columns = content["InputColumns"]
    if not columns:
        raise DataSetError("A data set needs columns")
    named = {each["Name"]: Column(each["Name"], each["Type"], plain_column(each["Name"])) for each in columns}
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
