"""A query reads its tables and nothing else."""

import duckdb
import pytest

from offline_aws.athena.errors import QuerySyntaxError
from offline_aws.athena.sql.classify import classify

from .conftest import Athena

ESCAPES = [
    "SELECT * FROM \"/etc/passwd\"",
    "SELECT * FROM TABLE(glob('/*'))",
    "SELECT * FROM information_schema.character_sets",
    "SELECT * FROM rows_0",
    "SELECT read_text('/etc/passwd')",
    "SELECT getenv('HOME')",
    "SELECT athena_fail('x')",
]  # fmt: skip


@pytest.mark.parametrize("query", ESCAPES)
def test_a_query_that_reaches_out_fails_before_it_runs(shared_athena: Athena, query: str) -> None:
    assert shared_athena.failure(query).startswith(
        ("TABLE_NOT_FOUND", "SCHEMA_NOT_FOUND", "FUNCTION_NOT_FOUND", "NOT_SUPPORTED")
    )


NO_STATEMENTS = [
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM glob('/*')",
    "SELECT * FROM duckdb_settings()",
    "FROM read_csv('/etc/passwd')",
]


@pytest.mark.parametrize("text", NO_STATEMENTS)
def test_what_reads_files_in_duckdb_is_a_syntax_error(text: str) -> None:
    with pytest.raises(QuerySyntaxError):
        classify(text)


STATEMENTS = [
    "SELECT * FROM read_csv('/etc/passwd')",
    "COPY (SELECT 1) TO '/tmp/never.csv'",
    "ATTACH '/tmp/never.db'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET enable_external_access = true",
    "PRAGMA memory_limit = '1TB'",
]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_duckdb_itself_refuses_what_would_reach_out(shared_athena: Athena, statement: str) -> None:
    with pytest.raises(duckdb.Error):
        shared_athena.engine.connect().execute(statement)
