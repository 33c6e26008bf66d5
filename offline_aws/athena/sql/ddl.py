"""DDL and SHOW: what changes or prints the catalog.

``run`` maps a statement to what it prints, a line a row. Messages of failures are Hive's or Athena's where known.
https://docs.aws.amazon.com/athena/latest/ug/ddl-sql-reference.html
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from typing import Any

from botocore.exceptions import ClientError
from sqlglot import exp

from offline_aws.athena.catalog import Catalog, Table
from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.classify import Statement
from offline_aws.athena.sql.projection import is_projected
from offline_aws.athena.sql.serde import SERDES
from offline_aws.athena.sql.types import Column

TEXT_INPUT = "org.apache.hadoop.mapred.TextInputFormat"
TEXT_OUTPUT = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"


@dataclass(frozen=True)
class Printed:
    """What a statement prints."""

    columns: tuple[Column, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Context:
    """Where a statement runs: the database that names without one belong to, the catalog, the time."""

    database: str
    catalog: Catalog
    now: datetime


def run(statement: Statement, context: Context) -> Printed:
    """Run a DDL or SHOW statement."""
    return _RUNNERS[statement.substatement](statement, context)


def _print(names: Sequence[str], lines: Sequence[str]) -> Printed:
    return Printed(tuple(Column(name, "string", 0) for name in names), tuple(lines))


def _failed(message: str) -> QueryError:
    return QueryError("FAILED", message)


# --- CREATE


def create_table(statement: Statement, context: Context) -> Printed:
    """CREATE EXTERNAL TABLE: the table goes to Glue as Athena writes it there."""
    tree = _create(statement)
    database, name = _names(tree.this.this, context)
    _require_database(database, context)
    if context.catalog.glue_table(database, name):
        if tree.args.get("exists"):
            return Printed()
        raise _failed(f"AlreadyExistsException: Table {name} already exists.")
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
    if not clauses.location:
        raise _failed("SemanticException: EXTERNAL tables must have a LOCATION")
    if clauses.serde not in SERDES:
        raise NotEmulatedError(f"the SerDe {clauses.serde or 'LazySimpleSerDe'}")
    parameters = {"EXTERNAL": "TRUE", "transient_lastDdlTime": str(int(now.timestamp()))}
    table = {
        "Name": name,
        "TableType": "EXTERNAL_TABLE",
        "Owner": "hadoop",
        "PartitionKeys": clauses.partition_keys,
        "Parameters": parameters | clauses.parameters,
        "StorageDescriptor": {
            "Columns": _columns(tree.this.expressions),
            "Location": clauses.location,
            "InputFormat": TEXT_INPUT,
            "OutputFormat": TEXT_OUTPUT,
            "SerdeInfo": {
                "SerializationLibrary": clauses.serde,
                "Parameters": {"serialization.format": "1"} | clauses.serde_parameters,
            },
        },
    }
    return table | ({"Description": clauses.comment} if clauses.comment else {})


class _Clauses:
    """The clauses of a CREATE EXTERNAL TABLE, gathered one by one; an unknown one is refused."""

    def __init__(self) -> None:
        self.location = self.serde = self.comment = ""
        self.partition_keys: list[dict[str, str]] = []
        self.parameters: dict[str, str] = {}
        self.serde_parameters: dict[str, str] = {}

    def read(self, clause: exp.Expression) -> None:
        match clause:
            case exp.ExternalProperty():
                pass
            case exp.LocationProperty():
                self.location = clause.this.name
            case exp.PartitionedByProperty():
                self.partition_keys = _columns(clause.this.expressions)
            case exp.RowFormatSerdeProperty():
                self.serde = clause.this.name
                given = clause.args.get("serde_properties")
                self.serde_parameters = _properties(given.expressions if given else ())
            case exp.SerdeProperties():
                self.serde_parameters |= _properties(clause.expressions)
            case exp.SchemaCommentProperty():
                self.comment = clause.this.name
            case exp.FileFormatProperty() if _is_text(clause):
                pass
            case exp.Property(this=exp.Literal()):
                self.parameters |= _properties([clause])
            case _:
                raise NotEmulatedError(f"the clause {clause.sql('hive')}")


def _is_text(clause: exp.FileFormatProperty) -> bool:
    """STORED AS TEXTFILE, or INPUTFORMAT … OUTPUTFORMAT … naming the same."""
    if isinstance(clause.this, exp.InputOutputFormat):
        return clause.this.args["input_format"].name == TEXT_INPUT
    return clause.this.name.upper() == "TEXTFILE"


def _properties(expressions: Sequence[exp.Expression]) -> dict[str, str]:
    return {item.this.name: item.args["value"].name for item in expressions}


def _columns(definitions: Sequence[exp.Expression]) -> list[dict[str, str]]:
    columns = []
    for definition in definitions:
        column = {"Name": definition.name.lower(), "Type": hive_type(definition.args["kind"])}
        comment = definition.find(exp.CommentColumnConstraint)
        columns.append(column | ({"Comment": comment.this.name} if comment else {}))
    return columns


def hive_type(kind: exp.DataType) -> str:
    """A type as Glue spells it: ``array<struct<a:int>>``."""
    match kind.this:
        case exp.DType.ARRAY | exp.DType.MAP:
            return f"{kind.this.value.lower()}<{','.join(hive_type(inner) for inner in kind.expressions)}>"
        case exp.DType.STRUCT:
            fields = (f"{field.name.lower()}:{hive_type(field.args['kind'])}" for field in kind.expressions)
            return f"struct<{','.join(fields)}>"
        case _:
            return kind.sql("hive").lower().replace(", ", ",")


def create_database(statement: Statement, context: Context) -> Printed:
    tree = _create(statement)
    name = tree.this.name.lower()
    if context.catalog.database(name):
        if tree.args.get("exists"):
            return Printed()
        raise _failed(
            f"Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. "
            f"Database {name} already exists"
        )
    given: dict[str, Any] = {"Name": name}
    for clause in tree.args["properties"].expressions if tree.args.get("properties") else ():
        match clause:
            case exp.SchemaCommentProperty():
                given["Description"] = clause.this.name
            case exp.LocationProperty():
                given["LocationUri"] = clause.this.name
            case exp.Property(this=exp.Literal()):
                given.setdefault("Parameters", {}).update(_properties([clause]))
            case _:
                raise NotEmulatedError(f"the clause {clause.sql('hive')}")
    context.catalog.glue.create_database(DatabaseInput=given)
    return Printed()


# --- DROP and ALTER


def drop_table(statement: Statement, context: Context) -> Printed:
    tree = _drop(statement)
    database, name = _names(tree.args["tables"][0], context)
    if context.catalog.glue_table(database, name):
        context.catalog.glue.delete_table(DatabaseName=database, Name=name)
    elif not tree.args.get("exists"):
        raise _failed(f"SemanticException [Error 10001]: Table not found {database}.{name}")
    return Printed()


def drop_database(statement: Statement, context: Context) -> Printed:
    tree = _drop(statement)
    name = tree.args["tables"][0].name.lower()
    if not context.catalog.database(name):
        if tree.args.get("exists"):
            return Printed()
        raise _failed(f"SemanticException [Error 10072]: Database does not exist: {name}")
    tables = context.catalog.tables(name)
    if tables and not tree.args.get("cascade"):
        raise _failed(
            "Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. "
            f"InvalidOperationException(message:Database {name} is not empty. One or more tables exist.)"
        )
    for table in tables:
        context.catalog.glue.delete_table(DatabaseName=name, Name=table["Name"])
    context.catalog.glue.delete_database(Name=name)
    return Printed()


def _drop(statement: Statement) -> exp.Drop:
    if not isinstance(statement.tree, exp.Drop) or len(statement.tree.args["tables"]) != 1:
        raise NotEmulatedError(f"this form of {statement.substatement.replace('_', ' ')}")
    return statement.tree


def alter_table(statement: Statement, context: Context) -> Printed:
    """ALTER TABLE ADD [IF NOT EXISTS] PARTITION (…) LOCATION '…'."""
    tree = statement.tree
    if not isinstance(tree, exp.Alter) or not all(
        isinstance(action, exp.AddPartition) for action in tree.args["actions"]
    ):
        raise NotEmulatedError("this form of ALTER TABLE")
    table = _existing(*_names(tree.this, context), context)
    for action in tree.args["actions"]:
        _add_partition(table, action, context)
    return Printed()


def _add_partition(table: Table, action: exp.AddPartition, context: Context) -> None:
    given = {item.this.name.lower(): item.expression.name for item in action.this.expressions}
    names = [name for name, _ in table.partition_keys]
    if set(given) != set(names):
        raise _failed("SemanticException: Partition spec does not match the table's partition columns")
    default = table.location.rstrip("/") + "/" + "".join(f"{name}={given[name]}/" for name in names)
    place = action.args.get("location")
    storage = context.catalog.glue_table(table.database, table.name) or {}
    descriptor = storage["StorageDescriptor"] | {"Location": place.this.name if place else default}
    try:
        context.catalog.glue.create_partition(
            DatabaseName=table.database,
            TableName=table.name,
            PartitionInput={"Values": [given[name] for name in names], "StorageDescriptor": descriptor},
        )
    except ClientError as error:
        if error.response["Error"]["Code"] != "AlreadyExistsException" or not action.args.get("exists"):
            raise _failed(f"AlreadyExistsException: {error.response['Error']['Message']}") from error


# --- SHOW and DESCRIBE

_NAME = r'[`"]?([\w-]+)[`"]?(?:\s*\.\s*[`"]?([\w-]+)[`"]?)?'


def show_databases(statement: Statement, context: Context) -> Printed:
    pattern = _argument(statement, r"show\s+(?:databases|schemas)(?:\s+like)?(?:\s+'([^']*)')?")[0]
    names = [item["Name"] for item in context.catalog.databases()]
    return _print(["database_name"], _like(names, pattern))


def show_tables(statement: Statement, context: Context) -> Printed:
    arguments = r"show\s+tables(?:\s+(?:in|from)\s+[`\"]?([\w-]+)[`\"]?)?(?:\s+(?:like\s+)?'([^']*)')?"
    database, pattern = _argument(statement, arguments)
    database = (database or context.database).lower()
    _require_database(database, context)
    names = [item["Name"] for item in context.catalog.tables(database)]
    return _print(["tab_name"], _like(names, pattern))


def show_columns(statement: Statement, context: Context) -> Printed:
    arguments = rf"show\s+columns\s+(?:in|from)\s+{_NAME}(?:\s+(?:in|from)\s+[`\"]?([\w-]+)[`\"]?)?"
    first, second, database = _argument(statement, arguments)
    table = _existing(*_qualified(first, second, database or context.database), context)
    return _print(["field"], [f"{name:<20}" for name, _ in table.all_columns])


def show_partitions(statement: Statement, context: Context) -> Printed:
    """Registered partitions; a projected table lists none."""
    table = _named(statement, rf"show\s+partitions\s+{_NAME}", context)
    if not table.partition_keys:
        raise _failed(f"SemanticException: Table {table.name} is not a partitioned table")
    names = [name for name, _ in table.partition_keys]
    found = [] if is_projected(table.parameters) else context.catalog.partitions(table)
    return _print(
        ["partition"],
        sorted(
            "/".join(f"{name}={value}" for name, value in zip(names, partition.values, strict=True))
            for partition in found
        ),
    )


def show_tblproperties(statement: Statement, context: Context) -> Printed:
    table = _named(statement, rf"show\s+tblproperties\s+{_NAME}", context)
    return _print(["prpt_name", "prpt_value"], [f"{key}\t{value}" for key, value in table.parameters.items()])


def describe_table(statement: Statement, context: Context) -> Printed:
    """One line a column, name, type and comment in fields of 20, tabs between; partition columns again below."""
    arguments = rf"desc(?:ribe)?\s+(?!(?:formatted|extended)\s){_NAME}"
    table = _named(statement, arguments, context)
    found = context.catalog.glue_table(table.database, table.name) or {}
    keys = found.get("PartitionKeys") or []
    lines = [_described(column) for column in found["StorageDescriptor"]["Columns"] + keys]
    if keys:
        heading = f"{'# col_name':<20}\t{'data_type':<20}\t{'comment':<20}"
        lines += [f"{'':<20}\t{'':<20}\t{'':<20}", f"{'# Partition Information':<20}\t{'':<20}\t{'':<20}", heading]
        lines += [f"{'':<20}\t{'':<20}\t{'':<20}", *map(_described, keys)]
    return _print(["col_name", "data_type", "comment"], lines)


def _described(column: dict[str, str]) -> str:
    return f"{column['Name']:<20}\t{column['Type']:<20}\t{column.get('Comment', ''):<20}"


def show_create_table(statement: Statement, context: Context) -> Printed:
    table = _named(statement, rf"show\s+create\s+table\s+{_NAME}", context)
    found = context.catalog.glue_table(table.database, table.name) or {}
    return _print(["createtab_stmt"], create_text(found, table).split("\n"))


def create_text(found: dict[str, Any], table: Table) -> str:
    """The CREATE EXTERNAL TABLE statement of a table, as Hive prints it."""
    storage = found["StorageDescriptor"]
    serde = {k: v for k, v in table.serde_parameters.items() if k != "serialization.format"}
    parts = [
        f"CREATE EXTERNAL TABLE `{table.name}`(",
        ", \n".join(f"  {_definition(column)}" for column in storage["Columns"]) + ")",
    ]
    if keys := found.get("PartitionKeys"):
        parts += ["PARTITIONED BY ( ", ", \n".join(f"  {_definition(key)}" for key in keys) + ")"]
    parts += ["ROW FORMAT SERDE ", f"  {_quoted(table.serde)} "]
    if serde:
        parts += ["WITH SERDEPROPERTIES ( ", f"{_listed(serde)}) "]
    parts += ["STORED AS INPUTFORMAT ", f"  {_quoted(storage.get('InputFormat') or TEXT_INPUT)} "]
    parts += ["OUTPUTFORMAT ", f"  {_quoted(storage.get('OutputFormat') or TEXT_OUTPUT)}"]
    parts += ["LOCATION", f"  {_quoted(table.location)}"]
    properties = {k: v for k, v in table.parameters.items() if k != "EXTERNAL"}
    return "\n".join([*parts, "TBLPROPERTIES (", f"{_listed(properties)})"])


def _definition(column: dict[str, str]) -> str:
    comment = f" COMMENT {_quoted(column['Comment'])}" if column.get("Comment") else ""
    return f"`{column['Name']}` {column['Type']}{comment}"


def _listed(properties: dict[str, str]) -> str:
    return ", \n".join(f"  {_quoted(key)}={_quoted(value)}" for key, value in sorted(properties.items()))


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def msck_repair_table(statement: Statement, context: Context) -> Printed:
    raise NotEmulatedError("MSCK REPAIR TABLE")


# --- Names


def _argument(statement: Statement, pattern: str) -> tuple[str | None, ...]:
    match = re.fullmatch(pattern, statement.sql.strip(), re.IGNORECASE)
    if not match:
        raise NotEmulatedError(f"this form of {statement.substatement.replace('_', ' ')}")
    return match.groups()


def _named(statement: Statement, pattern: str, context: Context) -> Table:
    first, second = _argument(statement, pattern)
    return _existing(*_qualified(first, second, context.database), context)


def _qualified(first: str | None, second: str | None, database: str) -> tuple[str, str]:
    if second:
        return str(first).lower(), second.lower()
    return database.lower(), str(first).lower()


def _names(node: exp.Expression, context: Context) -> tuple[str, str]:
    return (node.text("db") or context.database).lower(), node.name.lower()


def _existing(database: str, name: str, context: Context) -> Table:
    _require_database(database, context)
    if not (table := context.catalog.table(database, name)):
        raise _failed(f"SemanticException [Error 10001]: Table not found {database}.{name}")
    return table


def _require_database(name: str, context: Context) -> None:
    if not context.catalog.database(name):
        raise _failed(f"SemanticException [Error 10072]: Database does not exist: {name}")


def _like(names: Sequence[str], pattern: str | None) -> list[str]:
    """Hive's pattern: * stands for anything, | for or."""
    if pattern is None:
        return list(names)
    return [name for name in names if any(fnmatchcase(name, part) for part in pattern.lower().split("|"))]


_RUNNERS: dict[str, Callable[[Statement, Context], Printed]] = {
    "ALTER_TABLE": alter_table,
    "CREATE_DATABASE": create_database,
    "CREATE_TABLE": create_table,
    "DESCRIBE_TABLE": describe_table,
    "DROP_DATABASE": drop_database,
    "DROP_TABLE": drop_table,
    "MSCK_REPAIR_TABLE": msck_repair_table,
    "SHOW_COLUMNS": show_columns,
    "SHOW_CREATE_TABLE": show_create_table,
    "SHOW_DATABASES": show_databases,
    "SHOW_PARTITIONS": show_partitions,
    "SHOW_TABLES": show_tables,
    "SHOW_TBLPROPERTIES": show_tblproperties,
}
