"""SHOW: what prints the catalog.

https://docs.aws.amazon.com/athena/latest/ug/ddl-sql-reference.html
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from offline_aws.athena.catalog import Table
from offline_aws.athena.sql.classify import Statement
from offline_aws.athena.sql.projection import is_projected
from offline_aws.athena.sql.statements import (
    Context,
    Printed,
    arguments_of,
    existing_table,
    failed,
    named_table,
    qualified_name,
    require_database,
)
from offline_aws.athena.sql.storage import STORAGES, TELLS_COLUMNS
from offline_aws.athena.sql.types import Column

NAME = r'[`"]?([\w-]+)[`"]?(?:\s*\.\s*[`"]?([\w-]+)[`"]?)?'


def show_databases(statement: Statement, context: Context) -> Printed:
    pattern = arguments_of(statement, r"show\s+(?:databases|schemas)(?:\s+like)?(?:\s+'([^']*)')?")[0]
    names = [item["Name"] for item in context.catalog.databases()]
    return printed(["database_name"], like(names, pattern))


def show_tables(statement: Statement, context: Context) -> Printed:
    arguments = r"show\s+tables(?:\s+(?:in|from)\s+[`\"]?([\w-]+)[`\"]?)?(?:\s+(?:like\s+)?'([^']*)')?"
    database, pattern = arguments_of(statement, arguments)
    database = (database or context.database).lower()
    require_database(database, context)
    names = [item["Name"] for item in context.catalog.tables(database)]
    return printed(["tab_name"], like(names, pattern))


def show_columns(statement: Statement, context: Context) -> Printed:
    arguments = rf"show\s+columns\s+(?:in|from)\s+{NAME}(?:\s+(?:in|from)\s+[`\"]?([\w-]+)[`\"]?)?"
    first, second, database = arguments_of(statement, arguments)
    table = existing_table(*qualified_name(first, second, database or context.database), context)
    return printed(["field"], [f"{name:<20}" for name, _ in table.all_columns])


def show_partitions(statement: Statement, context: Context) -> Printed:
    """Registered partitions; a projected table lists none."""
    table = named_table(statement, rf"show\s+partitions\s+{NAME}", context)
    if not table.partition_keys:
        raise failed(f"SemanticException: Table {table.name} is not a partitioned table")
    names = [name for name, _ in table.partition_keys]
    found = [] if is_projected(table.parameters) else context.catalog.partitions(table)
    return printed(
        ["partition"],
        sorted(
            "/".join(f"{name}={value}" for name, value in zip(names, partition.values, strict=True))
            for partition in found
        ),
    )


def show_tblproperties(statement: Statement, context: Context) -> Printed:
    table = named_table(statement, rf"show\s+tblproperties\s+{NAME}", context)
    return printed(["prpt_name", "prpt_value"], [f"{key}\t{value}" for key, value in table.parameters.items()])


def show_create_table(statement: Statement, context: Context) -> Printed:
    table = named_table(statement, rf"show\s+create\s+table\s+{NAME}", context)
    if table.is_view:
        raise failed(f"SemanticException: {table.name} is a view: SHOW CREATE VIEW shows it")
    found = context.catalog.glue_table(table.database, table.name) or {}
    return printed(["createtab_stmt"], create_text(found, table).split("\n"))


def create_text(found: dict[str, Any], table: Table) -> str:
    """The CREATE EXTERNAL TABLE statement of a table, as Hive prints it."""
    storage = found["StorageDescriptor"]
    known = STORAGES["TEXTFILE"]
    serde = {k: v for k, v in table.serde_parameters.items() if k != "serialization.format"}
    parts = [
        f"CREATE EXTERNAL TABLE `{table.name}`(",
        ", \n".join(f"  {_definition(column, comment_of(column, table))}" for column in storage["Columns"]) + ")",
    ]
    if keys := found.get("PartitionKeys"):
        parts += [
            "PARTITIONED BY ( ",
            ", \n".join(f"  {_definition(key, key.get('Comment', ''))}" for key in keys) + ")",
        ]
    parts += ["ROW FORMAT SERDE ", f"  {_quoted(table.serde)} "]
    if serde:
        parts += ["WITH SERDEPROPERTIES ( ", f"{_listed(serde)}) "]
    parts += ["STORED AS INPUTFORMAT ", f"  {_quoted(storage.get('InputFormat') or known.input_format)} "]
    parts += ["OUTPUTFORMAT ", f"  {_quoted(storage.get('OutputFormat') or known.output_format)}"]
    parts += ["LOCATION", f"  {_quoted(table.location)}"]
    properties = {k: v for k, v in table.parameters.items() if k != "EXTERNAL"}
    return "\n".join([*parts, "TBLPROPERTIES (", f"{_listed(properties)})"])


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
    """Hive's pattern, in any case: ``*`` and ``.*`` stand for anything, ``|`` for or.

    https://docs.aws.amazon.com/athena/latest/ug/show-tables.html
    """
    if pattern is None:
        return list(names)
    wanted = re.compile(re.sub(r"(?:\\\.)?\\\*", ".*", re.escape(pattern)).replace(r"\|", "|"), re.IGNORECASE)
    return [name for name in names if wanted.fullmatch(name)]
