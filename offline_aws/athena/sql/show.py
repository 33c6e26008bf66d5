"""SHOW: what prints the catalog.

https://docs.aws.amazon.com/athena/latest/ug/ddl-sql-reference.html
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from offline_aws.athena.catalog import Table
from offline_aws.athena.sql.hive_statements import (
    ShowColumns,
    ShowCreateTable,
    ShowDatabases,
    ShowPartitions,
    ShowTables,
    ShowTblproperties,
)
from offline_aws.athena.sql.statements import DDL_TASK, Context, Printed, failed, named_table, require_database
from offline_aws.athena.sql.storage import STORAGES, TELLS_COLUMNS
from offline_aws.athena.sql.types import Column


def show_databases(statement: ShowDatabases, context: Context) -> Printed:
    names = [item["Name"] for item in context.catalog.databases()]
    return printed(["database_name"], like(names, statement.pattern))


def show_tables(statement: ShowTables, context: Context) -> Printed:
    database = statement.database or context.database
    require_database(database, context)
    names = [item["Name"] for item in context.catalog.tables(database)]
    return printed(["tab_name"], like(names, statement.pattern))


def show_columns(statement: ShowColumns, context: Context) -> Printed:
    table = named_table(statement.table, context)
    return printed(["field"], [f"{name:<20}" for name, _ in table.all_columns])


def show_partitions(statement: ShowPartitions, context: Context) -> Printed:
    """Registered partitions, also those of a table whose partitions are projected."""
    table = named_table(statement.table, context)
    if not table.partition_keys:
        raise failed(f"{DDL_TASK} Table {table.name} is not a partitioned table")
    names = [name for name, _ in table.partition_keys]
    return printed(
        ["partition"],
        sorted(
            "/".join(f"{name}={value}" for name, value in zip(names, partition.values, strict=True))
            for partition in context.catalog.partitions(table)
        ),
    )


def show_tblproperties(statement: ShowTblproperties, context: Context) -> Printed:
    """All properties, or the value of one."""
    table = named_table(statement.table, context)
    if statement.key is None:
        lines = [f"{key}\t{value}" for key, value in table.parameters.items()]
    else:
        missing = f"Table {table.database}.{table.name} does not have property: {statement.key}"
        lines = [table.parameters.get(statement.key, missing)]
    return printed(["prpt_name", "prpt_value"], lines)


def show_create_table(statement: ShowCreateTable, context: Context) -> Printed:
    table = named_table(statement.table, context)
    if table.is_view:
        raise failed(f"SemanticException: {table.name} is a view: SHOW CREATE VIEW shows it")
    found = context.catalog.glue_table(table.database, table.name) or {}
    return printed(["createtab_stmt"], create_text(found, table).split("\n"))


def create_text(found: dict[str, Any], table: Table) -> str:
    """The CREATE EXTERNAL TABLE statement of a table, as Hive prints it."""
    storage = found["StorageDescriptor"]
    known = STORAGES["TEXTFILE"]
    serde = {k: v for k, v in table.serde_parameters.items() if k != "serialization.format"}
    columns = [_definition(column, comment_of(column, table)) for column in storage["Columns"]]
    parts = [f"CREATE EXTERNAL TABLE `{table.name}`(", _lines(columns)]
    if comment := table.parameters.get("comment"):
        parts.append(f"COMMENT {_quoted(comment)}")
    if keys := found.get("PartitionKeys"):
        parts += ["PARTITIONED BY ( ", _lines(_definition(key, key.get("Comment", "")) for key in keys)]
    parts += _clustered(storage)
    parts += ["ROW FORMAT SERDE ", f"  {_quoted(table.serde)} "]
    if serde:
        parts += ["WITH SERDEPROPERTIES ( ", f"{_listed(serde)}) "]
    parts += ["STORED AS INPUTFORMAT ", f"  {_quoted(storage.get('InputFormat') or known.input_format)} "]
    parts += ["OUTPUTFORMAT ", f"  {_quoted(storage.get('OutputFormat') or known.output_format)}"]
    parts += ["LOCATION", f"  {_quoted(table.location)}"]
    properties = {k: v for k, v in table.parameters.items() if k not in ("EXTERNAL", "comment")}
    return "\n".join([*parts, "TBLPROPERTIES (", f"{_listed(properties)})"])


def _clustered(storage: Mapping[str, Any]) -> list[str]:
    """CLUSTERED BY, of a table that has buckets."""
    if not (columns := storage.get("BucketColumns")):
        return []
    orders = [f"{item['Column']} {'ASC' if item['SortOrder'] else 'DESC'}" for item in storage.get("SortColumns") or []]
    order = ["SORTED BY ( ", _lines(orders)] if orders else []
    return ["CLUSTERED BY ( ", _lines(columns), *order, f"INTO {storage['NumberOfBuckets']} BUCKETS"]


def _lines(definitions: Iterable[str]) -> str:
    return ", \n".join(f"  {text}" for text in definitions) + ")"


def _definition(column: Mapping[str, str], comment: str) -> str:
    shown = f" COMMENT {_quoted(comment)}" if comment else ""
    name = column["Name"].replace("`", "``")
    return f"`{name}` {column['Type']}{shown}"


def comment_of(column: Mapping[str, str], table: Table) -> str:
    """A column's comment as Hive shows it: of a SerDe that tells the columns itself, only that it does.

    https://docs.aws.amazon.com/athena/latest/ug/describe-table.html
    """
    return "from deserializer" if table.serde in TELLS_COLUMNS else column.get("Comment", "")


def _listed(properties: dict[str, str]) -> str:
    return ", \n".join(f"  {_quoted(key)}={_quoted(value)}" for key, value in sorted(properties.items()))


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def printed(names: Sequence[str], lines: Sequence[str]) -> Printed:
    """Lines under columns of strings."""
    return Printed(tuple(Column(name, "string", 0) for name in names), tuple(lines))


def like(names: Sequence[str], pattern: str | None) -> list[str]:
    """The names that match a regular expression, in any case; a ``*`` without a dot before it stands for anything.

    https://docs.aws.amazon.com/athena/latest/ug/show-tables.html
    """
    if pattern is None:
        return list(names)
    try:
        wanted = re.compile(re.sub(r"(?<!\.)\*", ".*", pattern), re.IGNORECASE)
    except re.error as error:
        raise failed(f"{DDL_TASK} MetaException(message:{error} near index {error.pos} {pattern})") from error
    return [name for name in names if wanted.fullmatch(name)]
