"""What DDL and SHOW statements share: where they run, what they print, how they find what they name."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlglot import exp

from offline_aws.athena.catalog import Catalog, Table
from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.hive_statements import Name
from offline_aws.athena.sql.queries import Queries
from offline_aws.athena.sql.types import Column

# What Hive puts before the reason why a statement failed when it ran.
DDL_TASK = "Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask."


@dataclass(frozen=True)
class Printed:
    """What a statement prints."""

    columns: tuple[Column, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Context:
    """Where a statement runs: the database that names without one belong to, the catalog, the time, the queries.

    ``prepared`` are the workgroup's prepared statements, by name.
    """

    database: str
    catalog: Catalog
    now: datetime
    queries: Queries
    prepared: dict[str, Any]


def failed(message: str) -> QueryError:
    return QueryError("FAILED", message)


def named_table(name: Name, context: Context) -> Table:
    """The table that a statement of Hive's names."""
    return existing_table(name[0] or context.database, name[1], context)


def names_of(node: exp.Expr, context: Context) -> tuple[str, str]:
    return (node.text("db") or context.database).lower(), node.name.lower()


def existing_table(database: str, name: str, context: Context) -> Table:
    require_database(database, context)
    if not (table := context.catalog.table(database, name)):
        raise failed(f"SemanticException [Error 10001]: Table not found {name}")
    return table


def require_database(name: str, context: Context) -> None:
    if not context.catalog.database(name):
        raise failed(f"SemanticException [Error 10072]: Database does not exist: {name}")
