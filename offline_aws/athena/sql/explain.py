"""EXPLAIN: the plan of a SELECT. https://docs.aws.amazon.com/athena/latest/ug/athena-explain-statement.html"""

import duckdb

from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql.classify import Statement, explain_options
from offline_aws.athena.sql.engine import athena_error
from offline_aws.athena.sql.show import printed
from offline_aws.athena.sql.statements import Context, Printed


def explain(statement: Statement, context: Context) -> Printed:
    """The plan is DuckDB's, as that is what runs; no object is read for it. TYPE VALIDATE only checks the query."""
    if statement.tree is None:
        raise NotEmulatedError("this form of EXPLAIN")
    queries, options = context.queries, explain_options(statement.sql)
    prepared = queries.plan(statement.tree, context.database)
    if options == "TYPE VALIDATE":
        return printed(["Valid"], ["true"])
    form = "(FORMAT json) " if options == "FORMAT JSON" else ""
    with queries.cache.reading():
        try:
            for scan in prepared.scans:
                queries.reader.attach_empty(queries.connection, scan)
            ((_, text),) = queries.connection.execute(f"EXPLAIN {form}{prepared.sql}").fetchall()
        except duckdb.Error as error:
            raise athena_error(error) from error
    return printed(["Query Plan"], text.rstrip("\n").split("\n"))
