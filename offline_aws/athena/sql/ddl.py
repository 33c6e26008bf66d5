"""DDL and SHOW: what changes or prints the catalog.

``run`` maps a statement to what it prints, a line a row. Messages of failures are Hive's or Athena's where known.
https://docs.aws.amazon.com/athena/latest/ug/ddl-sql-reference.html
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql import alter, describe, explain, prepared, show, view_statements
from offline_aws.athena.sql.classify import Statement
from offline_aws.athena.sql.hive_types import columns_of, properties_of
from offline_aws.athena.sql.statements import (
    DDL_TASK,
    Context,
    Printed,
    failed,
    names_of,
    require_database,
)
from offline_aws.athena.sql.storage import (
    LAZY,
    NOT_EMULATED,
    SERDES,
    STORAGES,
    Storage,
    descriptor,
    storage_named,
    storage_of,
)


def run(statement: Statement, context: Context) -> Printed:
    """Run a DDL or SHOW statement."""
    return _RUNNERS[statement.substatement](statement, context)


# --- CREATE


def create_table(statement: Statement, context: Context) -> Printed:
    """CREATE EXTERNAL TABLE: the table goes to Glue as Athena writes it there."""
    tree = _create(statement)
    database, name = names_of(tree.this.this, context)
    require_database(database, context)
    if context.catalog.glue_table(database, name):
        if tree.args.get("exists"):
            return Printed()
        raise failed(f"AlreadyExistsException: Table {name} already exists.")
    context.catalog.glue.create_table(DatabaseName=database, TableInput=table_input(tree, name, context.now))
    return Printed()


def _create(statement: Statement) -> exp.Create:
    if not isinstance(statement.tree, exp.Create):
        raise NotEmulatedError(f"this form of {statement.substatement.replace('_', ' ')}")
    return statement.tree


def table_input(tree: exp.Create, name: str, now: datetime) -> dict[str, Any]:
    """Glue's TableInput of a CREATE EXTERNAL TABLE."""
    clauses = _Clauses()
    for clause in tree.args["properties"].expressions if tree.args.get("properties") else ():
        clauses.read(clause)
    columns = columns_of(tree.this.expressions)
    check_columns(columns, clauses.partition_keys)
    check_location(clauses.location)
    parameters = {"EXTERNAL": "TRUE", "transient_lastDdlTime": str(int(now.timestamp()))}
    table = {
        "Name": name,
        "TableType": "EXTERNAL_TABLE",
        "Owner": "hadoop",
        "PartitionKeys": clauses.partition_keys,
        "Parameters": parameters | clauses.parameters,
        "StorageDescriptor": descriptor(clauses.storage(), clauses.location, columns, clauses.serde_parameters),
    }
    return table | ({"Description": clauses.comment} if clauses.comment else {})


def check_columns(columns: list[dict[str, str]], partition_keys: list[dict[str, str]]) -> None:
    """Hive's errors 10036 and 10035: a name stands for one column, letter case aside."""
    names = [column["Name"] for column in columns]
    for index, name in enumerate(names):
        if name in names[:index]:
            raise failed(f"SemanticException [Error 10036]: Duplicate column name: {name}")
    if {key["Name"] for key in partition_keys} & {*names}:
        raise failed("SemanticException [Error 10035]: Column repeated in partitioning columns")


def check_location(location: str) -> None:
    if not location:
        raise failed("SemanticException: EXTERNAL tables must have a LOCATION")
    scheme, _, place = location.partition("://")
    if scheme != "s3" or not place.strip("/"):
        raise failed(f"SemanticException: LOCATION is not a path of S3, s3://bucket/folder/: {location}")


class _Clauses:
    """The clauses of a CREATE EXTERNAL TABLE, gathered one by one; an unknown one is refused."""

    def __init__(self) -> None:
        self.location = self.serde = self.comment = ""
        self.stored_as: Storage | None = None
        self.partition_keys: list[dict[str, str]] = []
        self.parameters: dict[str, str] = {}
        self.serde_parameters: dict[str, str] = {}

    def read(self, clause: exp.Expr) -> None:
        match clause:
            case exp.ExternalProperty():
                pass
            case exp.LocationProperty():
                self.location = _without_slash(clause.this.name)
            case exp.PartitionedByProperty():
                self.partition_keys = columns_of(clause.this.expressions)
            case exp.RowFormatSerdeProperty():
                self.serde = clause.this.name
                given = clause.args.get("serde_properties")
                self.serde_parameters = properties_of(given.expressions if given else ())
            case exp.SerdeProperties():
                self.serde_parameters |= properties_of(clause.expressions)
            case exp.SchemaCommentProperty():
                self.comment = re.sub(r"\s+", " ", clause.this.name)
            case exp.RowFormatDelimitedProperty():
                self.serde = LAZY
                self.serde_parameters |= _delimiters(clause)
            case exp.FileFormatProperty():
                self.stored_as = _stored_as(clause)
            case exp.Property(this=exp.Literal()):
                self.parameters |= properties_of([clause])
            case _:
                raise NotEmulatedError(f"the clause {clause.sql('hive')}")

    def storage(self) -> Storage:
        """The storage of ROW FORMAT and STORED AS, which must agree; without either it is text."""
        if not self.serde:
            return self.stored_as or STORAGES["TEXTFILE"]
        if self.serde not in (*SERDES, *NOT_EMULATED):
            raise failed(f"{DDL_TASK} Cannot validate serde: {self.serde}")
        storage = storage_of(self.serde)
        if self.stored_as is None:
            return storage
        if self.stored_as.input_format != storage.input_format:
            raise NotEmulatedError(f"the SerDe {self.serde} with {self.stored_as.input_format}")
        return replace(self.stored_as, serde=self.serde)


def _without_slash(location: str) -> str:
    """The location as Hive keeps a path: without the slash at its end, unless it is a whole bucket."""
    path = location.rstrip("/")
    return location if re.fullmatch("s3://[^/]*", path) else path


# Hive's names of the delimiters in ROW FORMAT DELIMITED.
_DELIMITERS = {
    "fields": "field.delim",
    "escaped": "escape.delim",
    "collection_items": "collection.delim",
    "map_keys": "mapkey.delim",
    "lines": "line.delim",
    "null": "serialization.null.format",
}


def _delimiters(clause: exp.RowFormatDelimitedProperty) -> dict[str, str]:
    """The SerDe properties of ROW FORMAT DELIMITED."""
    given = {_DELIMITERS[name]: value.name for name, value in clause.args.items() if value}
    if given.get("line.delim", "\n") != "\n":
        raise NotEmulatedError("LINES TERMINATED BY anything but a line feed")
    if delimiter := given.get("field.delim"):
        given["serialization.format"] = delimiter
    return given


def _stored_as(clause: exp.FileFormatProperty) -> Storage:
    """STORED AS a name, or INPUTFORMAT … OUTPUTFORMAT …"""
    if not isinstance(clause.this, exp.InputOutputFormat):
        return storage_named(clause.this.name)
    given = clause.this.args["input_format"].name
    for storage in STORAGES.values():
        if storage.input_format == given:
            return replace(storage, output_format=clause.this.args["output_format"].name)
    raise NotEmulatedError(f"the input format {given}")


def create_database(statement: Statement, context: Context) -> Printed:
    tree = _create(statement)
    name = _database_name(tree.this)
    if context.catalog.database(name):
        if tree.args.get("exists"):
            return Printed()
        raise failed(f"{DDL_TASK} Database {name} already exists")
    given: dict[str, Any] = {"Name": name}
    for clause in tree.args["properties"].expressions if tree.args.get("properties") else ():
        match clause:
            case exp.SchemaCommentProperty():
                given["Description"] = clause.this.name
            case exp.LocationProperty():
                given["LocationUri"] = clause.this.name
            case exp.Property(this=exp.Literal()):
                given.setdefault("Parameters", {}).update(properties_of([clause]))
            case _:
                raise NotEmulatedError(f"the clause {clause.sql('hive')}")
    context.catalog.glue.create_database(DatabaseInput=given)
    return Printed()


def _database_name(node: exp.Expr) -> str:
    """A database's name: of CREATE SCHEMA sqlglot makes a table without a name of its own."""
    return (node.name or node.text("db")).lower()


# --- DROP


def drop_table(statement: Statement, context: Context) -> Printed:
    tree = _drop(statement)
    database, name = names_of(tree.args["tables"][0], context)
    if context.catalog.glue_table(database, name):
        context.catalog.glue.delete_table(DatabaseName=database, Name=name)
    elif not tree.args.get("exists"):
        raise failed(f"SemanticException [Error 10001]: Table not found {database}.{name}")
    return Printed()


def drop_database(statement: Statement, context: Context) -> Printed:
    tree = _drop(statement)
    name = _database_name(tree.args["tables"][0])
    if not context.catalog.database(name):
        if tree.args.get("exists"):
            return Printed()
        raise failed(f"SemanticException [Error 10072]: Database does not exist: {name}")
    tables = context.catalog.tables(name)
    if tables and not tree.args.get("cascade"):
        raise failed(
            f"{DDL_TASK} InvalidOperationException(message:Database {name} is not empty. One or more tables exist.)"
        )
    for table in tables:
        context.catalog.glue.delete_table(DatabaseName=name, Name=table["Name"])
    context.catalog.glue.delete_database(Name=name)
    return Printed()


def _drop(statement: Statement) -> exp.Drop:
    if not isinstance(statement.tree, exp.Drop) or len(statement.tree.args["tables"]) != 1:
        raise NotEmulatedError(f"this form of {statement.substatement.replace('_', ' ')}")
    return statement.tree


_RUNNERS: dict[str, Callable[[Statement, Context], Printed]] = {
    "ALTER_TABLE": alter.alter_table,
    "CREATE_DATABASE": create_database,
    "CREATE_TABLE": create_table,
    "CREATE_VIEW": view_statements.create_view,
    "DESCRIBE_TABLE": describe.describe_table,
    "DROP_DATABASE": drop_database,
    "DROP_TABLE": drop_table,
    "DROP_VIEW": view_statements.drop_view,
    "DEALLOCATE": prepared.deallocate,
    "EXPLAIN": explain.explain,
    "MSCK_REPAIR_TABLE": alter.msck_repair_table,
    "PREPARE": prepared.prepare,
    "SHOW_COLUMNS": show.show_columns,
    "SHOW_CREATE_TABLE": show.show_create_table,
    "SHOW_CREATE_VIEW": view_statements.show_create_view,
    "SHOW_DATABASES": show.show_databases,
    "SHOW_PARTITIONS": show.show_partitions,
    "SHOW_TABLES": show.show_tables,
    "SHOW_TBLPROPERTIES": show.show_tblproperties,
    "SHOW_VIEWS": view_statements.show_views,
}
