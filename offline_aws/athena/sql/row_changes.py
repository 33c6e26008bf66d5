"""MERGE, UPDATE and DELETE, which change rows of Iceberg tables alone.

https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-updating-iceberg-table-data.html
"""

from typing import NoReturn

from sqlglot import exp

from offline_aws.athena.catalog import CATALOG
from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.classify import Statement
from offline_aws.athena.sql.dialect import place
from offline_aws.athena.sql.statements import Context, names_of


def refuse(statement: Statement, context: Context) -> NoReturn:
    """Fail as Athena does where the table is none of Iceberg's."""
    assert statement.tree is not None  # noqa: S101 - classify has parsed it
    named = statement.tree.this
    assert isinstance(named, exp.Table)  # noqa: S101
    database, name = names_of(named, context)
    table = context.catalog.table(database, name)
    if not table:
        raise QueryError.at("TABLE_NOT_FOUND", place(named), f"Table '{CATALOG}.{database}.{name}' does not exist")
    if table.is_iceberg:
        raise NotEmulatedError("an Iceberg table")
    raise QueryError("NOT_SUPPORTED", "Modifying Hive table rows is only supported for transactional tables")
