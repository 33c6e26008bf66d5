"""DDL and SHOW: what changes or prints the catalog. Messages of failures are Hive's or Athena's where known.

https://docs.aws.amazon.com/athena/latest/ug/ddl-reference.html
"""

from collections.abc import Callable
from typing import Any

from offline_aws.athena.sql import (
    alter,
    create_table,
    databases,
    describe,
    explain,
    prepared,
    repair,
    row_changes,
    show,
    view_statements,
)
from offline_aws.athena.sql import hive_statements as hive
from offline_aws.athena.sql.classify import Statement
from offline_aws.athena.sql.statements import DDL_TASK, Context, Printed, failed


def run(statement: Statement, context: Context) -> Printed:
    """Run a statement; returns what it prints, a line a row."""
    if statement.hive is not None:
        return _HIVE_RUNNERS[type(statement.hive)](statement.hive, context)
    return _RUNNERS[statement.substatement](statement, context)


def drop_table(statement: hive.DropTable, context: Context) -> Printed:
    """The objects stay, and so does a view, as in Hive. https://docs.aws.amazon.com/athena/latest/ug/drop-table.html"""
    database, name = statement.table[0] or context.database, statement.table[1]
    found = context.catalog.table(database, name)
    if found and not found.is_view:
        context.catalog.glue.delete_table(DatabaseName=database, Name=name)
    elif found and not statement.if_exists:
        raise failed(f"{DDL_TASK} Cannot drop a view with DROP TABLE")
    elif not statement.if_exists:
        raise failed(f"SemanticException [Error 10001]: Table not found {name}")
    return Printed()


_HIVE_RUNNERS: dict[type, Callable[[Any, Context], Printed]] = {
    hive.AlterTable: alter.alter_table,
    hive.CreateDatabase: databases.create_database,
    hive.CreateTable: create_table.create_table,
    hive.Describe: describe.describe_table,
    hive.DropDatabase: databases.drop_database,
    hive.DropTable: drop_table,
    hive.RepairTable: repair.repair_table,
    hive.SetDatabaseProperties: databases.alter_database,
    hive.ShowColumns: show.show_columns,
    hive.ShowCreateTable: show.show_create_table,
    hive.ShowCreateView: view_statements.show_create_view,
    hive.ShowDatabases: show.show_databases,
    hive.ShowPartitions: show.show_partitions,
    hive.ShowTables: show.show_tables,
    hive.ShowTblproperties: show.show_tblproperties,
    hive.ShowViews: view_statements.show_views,
}
_RUNNERS: dict[str, Callable[[Statement, Context], Printed]] = {
    "CREATE_VIEW": view_statements.create_view,
    "DEALLOCATE": prepared.deallocate,
    "DELETE": row_changes.refuse,
    "DROP_VIEW": view_statements.drop_view,
    "EXPLAIN": explain.explain,
    "MERGE": row_changes.refuse,
    "PREPARE": prepared.prepare,
    "UPDATE": row_changes.refuse,
}
