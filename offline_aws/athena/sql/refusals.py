"""What a statement's text alone tells not to be emulated: StartQueryExecution refuses it."""

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql import create_table, create_table_as, unload
from offline_aws.athena.sql.classify import Statement
from offline_aws.athena.sql.hive_statements import CreateTable


def check(statement: Statement) -> None:
    """Refuse a statement that makes a table, or objects, of a kind that is not emulated.

    :raises NotEmulatedError: a format, a SerDe or a class that can't be read or written here
    """
    try:
        if isinstance(statement.hive, CreateTable):
            create_table.definition_of(statement.hive.clauses).storage()
        elif statement.substatement == "CREATE_TABLE_AS_SELECT" and isinstance(statement.tree, exp.Create):
            create_table_as.properties_of(statement.tree)
        elif statement.substatement == "UNLOAD":
            unload.target_of(statement)
    except NotEmulatedError:
        raise
    except QueryError:
        return  # the statement ends FAILED by it
