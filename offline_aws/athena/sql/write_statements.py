"""The statements that write the rows of a query to S3."""

from offline_aws.athena.sql.classify import Statement
from offline_aws.athena.sql.create_table_as import create_table_as
from offline_aws.athena.sql.insert_into import insert
from offline_aws.athena.sql.statements import Context
from offline_aws.athena.sql.unload import unload
from offline_aws.athena.sql.writing import Outcome, Target


def run(statement: Statement, context: Context, target: Target) -> Outcome:
    """Run a statement that writes."""
    runners = {"CREATE_TABLE_AS_SELECT": create_table_as, "INSERT": insert, "UNLOAD": unload}
    return runners[statement.substatement](statement, context, target)
