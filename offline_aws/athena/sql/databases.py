"""CREATE, ALTER and DROP DATABASE. https://docs.aws.amazon.com/athena/latest/ug/create-database.html"""

from typing import Any

from offline_aws.athena.sql.hive_statements import CreateDatabase, DropDatabase, SetDatabaseProperties
from offline_aws.athena.sql.statements import DDL_TASK, Context, Printed, failed, require_database


def create_database(statement: CreateDatabase, context: Context) -> Printed:
    if context.catalog.database(statement.name):
        if statement.if_not_exists:
            return Printed()
        raise failed(f"{DDL_TASK} Database {statement.name} already exists")
    given: dict[str, Any] = {
        "Description": statement.comment,
        "LocationUri": statement.location,
        "Parameters": dict(statement.properties),
    }
    named = {key: value for key, value in given.items() if value} | {"Name": statement.name}
    context.catalog.glue.create_database(DatabaseInput=named)
    return Printed()


def alter_database(statement: SetDatabaseProperties, context: Context) -> Printed:
    """SET DBPROPERTIES. https://docs.aws.amazon.com/athena/latest/ug/alter-database-set-dbproperties.html"""
    require_database(statement.name, context)
    found = context.catalog.database(statement.name) or {}
    kept = {key: found[key] for key in ("Name", "Description", "LocationUri") if found.get(key)}
    parameters = found.get("Parameters", {}) | dict(statement.properties)
    context.catalog.glue.update_database(Name=statement.name, DatabaseInput=kept | {"Parameters": parameters})
    return Printed()


def drop_database(statement: DropDatabase, context: Context) -> Printed:
    """With CASCADE its tables go with it. https://docs.aws.amazon.com/athena/latest/ug/drop-database.html"""
    name = statement.name
    if not context.catalog.database(name):
        if statement.if_exists:
            return Printed()
        raise failed(f"SemanticException [Error 10072]: Database does not exist: {name}")
    tables = context.catalog.tables(name)
    if tables and not statement.cascade:
        raise failed(
            f"{DDL_TASK} InvalidOperationException(message:Database {name} is not empty. One or more tables exist.)"
        )
    for table in tables:
        context.catalog.glue.delete_table(DatabaseName=name, Name=table["Name"])
    context.catalog.glue.delete_database(Name=name)
    return Printed()
