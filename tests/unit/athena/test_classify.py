import pytest

from offline_aws.athena.errors import QuerySyntaxError
from offline_aws.athena.sql.classify import StatementNotEmulatedError, classify

KINDS = [
    ("SELECT 1", "DML", "SELECT"),
    ("-- what\nWITH a AS (SELECT 1) SELECT * FROM a;", "DML", "SELECT"),
    ("VALUES 1", "DML", "SELECT"),
    ("(SELECT 1)", "DML", "SELECT"),
    ("show tables", "UTILITY", "SHOW_TABLES"),
    ("SHOW CREATE TABLE t", "UTILITY", "SHOW_CREATE_TABLE"),
    ("DESCRIBE t", "UTILITY", "DESCRIBE_TABLE"),
    ("CREATE EXTERNAL TABLE t (a int) LOCATION 's3://b/t/'", "DDL", "CREATE_TABLE"),
    ("CREATE DATABASE d", "DDL", "CREATE_DATABASE"),
    ("DROP TABLE IF EXISTS t", "DDL", "DROP_TABLE"),
]


@pytest.mark.parametrize(("text", "kind", "substatement"), KINDS)
def test_a_statement_has_athenas_types(text: str, kind: str, substatement: str) -> None:
    statement = classify(text)
    assert (statement.kind, statement.substatement) == (kind, substatement)


@pytest.mark.parametrize("text", ["", "SELEC 1", "SELECT * FROM", "SELECT 1; SELECT 2", "COPY t TO 'x'", "ATTACH 'x'"])
def test_what_is_no_statement_is_a_syntax_error(text: str) -> None:
    with pytest.raises(QuerySyntaxError):
        classify(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT",
        "SELECT FROM t",
        "SELECT * FROM (SELECT)",
        "SELECT 1,",
        "SELECT a, FROM t",
        "SELECT f(1,)",
        "SELECT 1 AS",
        "SELECT * FROM (SELECT 1 AS) t",
        "SELECT [1]",
        "SELECT {a: 1}",
        "SELECT a FROM t GROUP BY a,",
    ],
)
def test_what_only_sqlglot_reads_is_a_syntax_error(text: str) -> None:
    with pytest.raises(QuerySyntaxError):
        classify(text)


@pytest.mark.parametrize(
    "text",
    ["VACUUM t", "OPTIMIZE t REWRITE DATA USING BIN_PACK", "ALTER VIEW v DROP DIALECT", "CREATE TABLE t (a int)"],
)
def test_what_athena_runs_and_we_do_not_is_refused_by_name(text: str) -> None:
    with pytest.raises(StatementNotEmulatedError, match=r"is not emulated"):
        classify(text)


@pytest.mark.parametrize(
    "text",
    [
        "ALTER TABLE t SET SERDEPROPERTIES ('field.delim' = ',')",
        "ALTER TABLE t PARTITION (a = 1) SET FILEFORMAT PARQUET",
        "ALTER TABLE t TOUCH",
        "CREATE TABLE t LIKE u",
        "DESCRIBE DATABASE d",
        "GRANT ROLE r TO USER u",
        "SHOW ROLES",
        "USE d",
    ],
)
def test_what_athena_lists_as_unsupported_has_its_words(text: str) -> None:
    with pytest.raises(QuerySyntaxError, match="Queries of this type are not supported"):
        classify(text)


def test_rows_are_inserted_into_a_table_and_over_none() -> None:
    with pytest.raises(QuerySyntaxError, match=r"line 1:8: mismatched input 'OVERWRITE'"):
        classify("INSERT OVERWRITE t VALUES 1")
