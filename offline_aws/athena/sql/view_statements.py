"""CREATE, DROP and SHOW of views. https://docs.aws.amazon.com/athena/latest/ug/create-view.html"""

import re

from sqlglot import exp

from offline_aws.athena.catalog import CATALOG
from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.classify import Statement
from offline_aws.athena.sql.hive_statements import ShowCreateView, ShowViews
from offline_aws.athena.sql.identifiers import quoted
from offline_aws.athena.sql.show import like, printed
from offline_aws.athena.sql.statements import Context, Printed, failed, named_table, names_of, require_database
from offline_aws.athena.sql.view_text import table_input, view_of

_PART = r'(?:"(?:[^"]|"")+"|\w+)'
_CREATE = re.compile(rf"create\s+(?:or\s+replace\s+)?view\s+{_PART}(?:\s*\.\s*{_PART})*\s+as\s+(.*)", re.I | re.S)


def create_view(statement: Statement, context: Context) -> Printed:
    """CREATE [OR REPLACE] VIEW: the query is checked now and kept as it was written."""
    text = _CREATE.fullmatch(statement.sql)
    if not text or not isinstance(statement.tree, exp.Create):
        raise NotEmulatedError("this form of CREATE VIEW")
    database, name = names_of(statement.tree.this, context)
    require_database(database, context)
    found = context.catalog.table(database, name)
    if found and not (found.is_view and statement.tree.args.get("replace")):
        raise QueryError.at("ALREADY_EXISTS", (1, 1), f"View already exists: '{CATALOG}.{database}.{name}'")
    columns = context.queries.stored_columns(context.queries.plan(statement.tree.expression, context.database))
    given = table_input(name, context.database, text[1].strip(), columns, context.now)
    write = context.catalog.glue.update_table if found else context.catalog.glue.create_table
    write(DatabaseName=database, TableInput=given)
    return Printed()


def drop_view(statement: Statement, context: Context) -> Printed:
    tree = statement.tree
    if not isinstance(tree, exp.Drop) or len(tree.args["tables"]) != 1:
        raise NotEmulatedError("this form of DROP VIEW")
    database, name = names_of(tree.args["tables"][0], context)
    found = context.catalog.table(database, name)
    if found and found.is_view:
        context.catalog.glue.delete_table(DatabaseName=database, Name=name)
    elif not tree.args.get("exists"):
        raise QueryError.at("TABLE_NOT_FOUND", (1, 1), f"View '{CATALOG}.{database}.{name}' does not exist")
    return Printed()


def show_views(statement: ShowViews, context: Context) -> Printed:
    database = statement.database or context.database
    require_database(database, context)
    views = [item["Name"] for item in context.catalog.tables(database) if item.get("TableType") == "VIRTUAL_VIEW"]
    return printed(["views"], like(views, statement.pattern))


def show_create_view(statement: ShowCreateView, context: Context) -> Printed:
    table = named_table(statement.table, context)
    if not table.is_view:
        raise failed(f"SemanticException: {table.database}.{table.name} is not a view")
    name = ".".join(_shown(part) for part in (table.database, table.name))
    return printed(["Create View"], [f"CREATE VIEW {name} AS", *view_of(table).query.split("\n")])


def _shown(name: str) -> str:
    """A name as Trino prints it: in quotes only where it needs them."""
    return name if re.fullmatch(r"[a-z_][a-z0-9_]*", name) else quoted(name)
