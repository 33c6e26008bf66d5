"""Each rule twice: as SQL text and as rows."""

import pytest

from .conftest import Athena

# Athena SQL → the DuckDB SQL it becomes.
TEXTS = [
    ("7 / 2", 'ATHENA_DIVIDE__INTEGER(7, 2)'),
    ("7e0 / 2", "ATHENA_DIVIDE__DOUBLE(7e0, 2)"),
    ("7 % 2", "ATHENA_MODULO(7, 2)"),
    ("1.5", "1.5e0"),
    ("decimal '1.20'", "CAST('1.20' AS DECIMAL(3, 2))"),
    ("cast('7' as integer)", "CAST(ATHENA_TEXT_OF_INTEGERS('7', 'INT') AS INT)"),
    ("try_cast('7' as bigint)", "TRY_CAST(ATHENA_TEXT_OF_INTEGERS('7', 'BIGINT') AS BIGINT)"),
    ("cast(now() as timestamp(3))", "CAST(TRINO_NOW() AS TIMESTAMP)"),
    ("date '2026-01-31' + interval '1' month", "ATHENA_PLUS__DATE(CAST('2026-01-31' AS DATE), INTERVAL '1' MONTH)"),
    ("hour(now() at time zone 'Asia/Tokyo')", "TRINO_HOUR(TIMEZONE('Asia/Tokyo', CAST(TRINO_NOW() AS TIMESTAMPTZ)))"),
    ("concat('a', 'b')", "('a' || 'b')"),
    ("date_trunc('day', from_unixtime(0, '+01:00'))", "TIMEZONE('UTC', (TRINO_DATE_TRUNC('day', (TIMEZONE('UTC', TRINO_FROM_UNIXTIME(0)) + TO_MINUTES(60))) - TO_MINUTES(60)))"),
    ("sum(1) FILTER (WHERE true)", "ATHENA_SUM(SUM(1) FILTER(WHERE TRUE))"),
    ("regexp_like('a', 'a(?=b)')", "PY_REGEXP_LIKE('a', 'a(?=b)')"),
    ("regexp_like('a', 'a.html$')", "TRINO_REGEXP_LIKE('a', 'a.html\\n?\\z')"),
    ("greatest(1, 2)", "CASE WHEN 1 IS NULL OR 2 IS NULL THEN NULL ELSE GREATEST(1, 2) END"),
    ("date_format(now(), '%Y-%i')", "STRFTIME(TRINO_NOW(), '%Y-%M')"),
    ("approx_percentile(1, 0.5)", "QUANTILE_DISC(CAST(1 AS BIGINT), 0.5e0 ORDER BY CAST(1 AS BIGINT) DESC)"),
    ("array[1][1]", "ATHENA_SUBSCRIPT__ARRAY([1], 1)"),
    ("extract(year FROM current_date)", "TRINO_YEAR(CURRENT_DATE)"),
    ("cast('2026-11-23' as date)", "CAST(ATHENA_TEXT_OF_DATE('2026-11-23') AS DATE)"),
    ("max_by('a', 1)", "ARG_MAX_NULL('a', 1)"),
    ("try(coalesce(lower('a'), upper('b')))", "TRY(COALESCE(LOWER('a'), TRY(TRINO_UPPER('b'))))"),
    ("first_value(1) ignore nulls over ()", "FIRST_VALUE(1 IGNORE NULLS) OVER ()"),
]  # fmt: skip


@pytest.mark.parametrize(("athena_sql", "duckdb_sql"), TEXTS)
def test_becomes(shared_athena: Athena, athena_sql: str, duckdb_sql: str) -> None:
    assert shared_athena.sql(f"SELECT {athena_sql}") == f'SELECT {duckdb_sql} AS "_col0"'


# Expression → value as Athena shows it, and its type.
VALUES = [
    ("7 / 2", "3", "integer"),
    ("-7 / 2", "-3", "integer"),
    ("7 / 2e0", "3.5", "double"),
    ("1e0 / 0", "Infinity", "double"),
    ("0e0 / 0", "NaN", "double"),
    ("sum(7) / count(*)", "7", "bigint"),
    ("sum(7e0) / 0", "Infinity", "double"),
    ("sum(7)", "7", "bigint"),
    ("count_if(true)", "1", "bigint"),
    ("avg(7)", "7.0", "double"),
    ("floor(avg(7.6))", "7.0", "double"),
    ("floor(7)", "7", "integer"),
    ("cast(avg(7.6) as integer)", "8", "integer"),
    ("cast(2.5 as integer)", "3", "integer"),
    ("cast(-2.5 as integer)", "-3", "integer"),
    ("try_cast('1.5' as integer)", None, "integer"),
    ("try(1 / 0)", None, "integer"),
    ("coalesce(try(1 / 0), 5)", "5", "integer"),
    ("1.5", "1.5", "double"),
    ("1e10", "1.0E10", "double"),
    ("0.0001", "1.0E-4", "double"),
    ("decimal '1.20'", "1.20", "decimal"),
    ("date_diff('day', timestamp '2026-01-01 12:00:00', timestamp '2026-01-03 11:00:00')", "1", "bigint"),
    ("date_diff('month', date '2026-01-31', date '2026-03-01')", "1", "bigint"),
    ("date_trunc('month', date '2026-05-03')", "2026-05-01", "date"),
    ("date_trunc('hour', max(timestamp '2026-05-03 10:20:30'))", "2026-05-03 10:00:00.000", "timestamp"),
    ("date '2026-01-31' + interval '1' month", "2026-02-28", "date"),
    ("timestamp '2026-01-31 23:00:00' + interval '2' hour", "2026-02-01 01:00:00.000", "timestamp"),
    ("date_add('month', 1, date '2026-01-31')", "2026-02-28", "date"),
    ("day_of_week(date '2026-11-22')", "7", "bigint"),
    ("date_parse('2026/11/23/22', '%Y/%m/%d/%H')", "2026-11-23 22:00:00.000", "timestamp"),
    ("date_format(timestamp '2026-11-23 22:05:09', '%Y-%m-%d %H:%i:%s')", "2026-11-23 22:05:09", "varchar"),
    ("format_datetime(timestamp '2026-11-23 22:05:09' - interval '1' hour, 'yyyy/MM/dd/HH')", "2026/11/23/21", "varchar"),
    ("parse_datetime('2026-11-23', 'yyyy-MM-dd')", "2026-11-23 00:00:00.000 UTC", "timestamp with time zone"),
    ("from_iso8601_timestamp('2026-11-23T22:00:00+01:00')", "2026-11-23 22:00:00.000 +01:00", "timestamp with time zone"),
    ("from_unixtime(0)", "1970-01-01 00:00:00.000 UTC", "timestamp with time zone"),
    ("hour(at_timezone(from_unixtime(0), 'America/New_York'))", "19", "bigint"),
    ("split_part('a/b', '/', 3)", None, "varchar"),
    ("split_part('a/b', '/', 2)", "b", "varchar"),
    ("regexp_extract('abc', 'x')", None, "varchar"),
    ("regexp_extract('abc', '(b)(c)', 2)", "c", "varchar"),
    ("regexp_replace('abab', '(a)', '$1-')", "a-ba-b", "varchar"),
    ("substr('abc', 0, 2)", "", "varchar"),
    ("substr('abc', 2, 2)", "bc", "varchar"),
    ("substr('abc', -2)", "bc", "varchar"),
    ("concat('a', max(nullif('b', 'b')))", None, "varchar"),
    ("url_extract_host('https://me@a.example:8080/p/q?x=1#f')", "a.example", "varchar"),
    ("url_extract_path('https://a.example/p/q?x=1')", "/p/q", "varchar"),
    ("json_extract_scalar('{\"a\": {\"b\": 1}}', '$.a')", None, "varchar"),
    ("json_extract_scalar('{\"a\": {\"b\": 1}}', '$.a.b')", "1", "varchar"),
    ("json_extract_scalar('{', '$.a')", None, "varchar"),
    ("json_array_length('[1, 2]')", "2", "bigint"),
    ("element_at(array[1, 2], 5)", None, "integer"),
    ("element_at(map(array['a'], array[1]), 'b')", None, "integer"),
    ("cardinality(map(array['a'], array[1]))", "1", "bigint"),
    ("cardinality(array_agg(1))", "1", "bigint"),
    ("array[1, null]", "[1, null]", "array"),
    ("array[from_unixtime(0)]", "[1970-01-01 00:00:00.000 UTC]", "array"),
    ("cast(row(1, 'x') as row(id integer, name varchar))", "{id=1, name=x}", "row"),
    ("map_agg('k', 1)", "{k=1}", "map"),
    ("histogram('k')", "{k=1}", "map"),
    ("max_by('a', 1)", "a", "varchar"),
    ("approx_distinct(1)", "1", "bigint"),
    ("approx_percentile(7, 0.5)", "7", "bigint"),
    ("approx_percentile(7, array[0.5, 0.9])", "[7, 7]", "array"),
    ("greatest(1, null)", None, "integer"),
    ("if(1 > 2, 'a', 'b')", "b", "varchar"),
    ("transform(array[1, 2], x -> x + 1)", "[2, 3]", "array"),
    ("sequence(1, 3)", "[1, 2, 3]", "array"),
    ("cast(1 as real) / 3", "0.33333334", "float"),
    ("to_utf8('ab')", "61 62", "varbinary"),
    ("array['a', 'b'][2]", "b", "varchar"),
    ("map(array['a'], array[1.5])['a']", "1.5", "double"),
    ("extract(hour FROM timestamp '2026-11-23 22:00:00')", "22", "bigint"),
    ("cast('2026-11-23' as date)", "2026-11-23", "date"),
    ("cast('2026-11-23 22:00' as timestamp)", "2026-11-23 22:00:00.000", "timestamp"),
    ("try_cast('2026/11/23' as date)", None, "date"),
    ("true", "true", "boolean"),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "value", "kind"), VALUES)
def test_gives(shared_athena: Athena, expression: str, value: str | None, kind: str) -> None:
    assert shared_athena.result(f"SELECT {expression}") == ([("_col0", kind)], [[value]])


FAILURES = [
    ("SELECT 1 / 0", "DIVISION_BY_ZERO: Division by zero"),
    ("SELECT 1 % 0", "DIVISION_BY_ZERO: Division by zero"),
    ("SELECT random(-1)", "INVALID_FUNCTION_ARGUMENT: bound must be positive"),
    ("SELECT 1 / x FROM (VALUES 1, 0) AS t(x)", "DIVISION_BY_ZERO: Division by zero"),
    ("SELECT cast('1.5' as integer)", "INVALID_CAST_ARGUMENT: Cannot cast '1.5' to INT"),
    ("SELECT cast('x' as bigint)", "INVALID_CAST_ARGUMENT: Cannot cast 'x' to BIGINT"),
    ("SELECT cast('2026-13-01' as date)", "INVALID_CAST_ARGUMENT: Value cannot be cast to date: 2026-13-01"),
    ("SELECT cast('2026/11/23' as date)", "INVALID_CAST_ARGUMENT: Value cannot be cast to date: 2026/11/23"),
    ("SELECT cast('2026-11-23T22:00:00Z' as timestamp)", "INVALID_CAST_ARGUMENT: Value cannot be cast to timestamp: 2026-11-23T22:00:00Z"),
    ("SELECT array[1, 2][9]", "INVALID_FUNCTION_ARGUMENT: Array subscript must be less than or equal to array length: 9 > 2"),
    ("SELECT map(array['a'], array[1])['b']", "INVALID_FUNCTION_ARGUMENT: Key not present in map: b"),
    ("SELECT '1' = 1", "TYPE_MISMATCH: line 1:12: Cannot apply operator: varchar(1) = integer"),
    ("SELECT 'a' + 1", "TYPE_MISMATCH: line 1:12: Cannot apply operator: varchar(1) + integer"),
    ("SELECT lower(1)", "FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (integer) for function lower. Expected: lower(char(x)), lower(varchar(x))"),
    ("SELECT current_date > '2026-01-01'", "TYPE_MISMATCH: line 1:21: Cannot apply operator: date < varchar(10)"),
    ("SELECT foo(1)", "FUNCTION_NOT_FOUND: line 1:8: Function 'foo' not registered"),
    ("SELECT 1,\n  list_sum(array[1])", "FUNCTION_NOT_FOUND: line 2:3: Function 'list_sum' not registered"),
    ("SELECT trino_now()", "FUNCTION_NOT_FOUND: line 1:8: Function 'trino_now' not registered"),
    ("SELECT word_stem('a')", "NOT_SUPPORTED: function 'word_stem' is not emulated"),
    ("SELECT date_format(now(), '%U')", "INVALID_FUNCTION_ARGUMENT: %U not supported in date format string"),
    ("SELECT 1 AS a, a + 1", "COLUMN_NOT_FOUND: line 1:16: Column 'a' cannot be resolved or requester is not authorized to access requested resources"),
    ("SELECT count(*) AS n HAVING n > 1", "COLUMN_NOT_FOUND: line 1:29: Column 'n' cannot be resolved or requester is not authorized to access requested resources"),
    ("SELECT * FROM t", "TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.default.t' does not exist"),
    ("SELECT * FROM db.t", "SCHEMA_NOT_FOUND: line 1:15: Schema 'db' does not exist"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "message"), FAILURES)
def test_fails_in_athenas_words(shared_athena: Athena, query: str, message: str) -> None:
    assert shared_athena.failure(query) == message


def test_columns_without_a_name_are_numbered_by_their_place(shared_athena: Athena) -> None:
    columns, _ = shared_athena.result("SELECT *, 3 FROM (SELECT 1 AS a, 2 AS b)")
    assert columns == [("a", "integer"), ("b", "integer"), ("_col2", "integer")]


@pytest.mark.parametrize(
    "expression",
    [
        "try(date_parse(x, '%Y-%m-%d'))",
        "try(from_iso8601_date(x))",
        "try(from_iso8601_timestamp(x))",
        "try(coalesce(if(length(x) > 8, date '2026-11-23'), cast(x AS date)))",
    ],
)
def test_a_value_that_fails_within_try_leaves_the_others(shared_athena: Athena, expression: str) -> None:
    """Of many rows: DuckDB's COALESCE ends the process when a part of it fails in some of them."""
    texts = "SELECT substr('2026-11-24', 1, if(i % 3 = 0, 7, 10)) || lpad('', if(i % 3 = 0, 1, 0), '!') AS x FROM UNNEST(sequence(1, 3000)) AS t(i)"
    for _ in range(5):
        rows = shared_athena.rows(f"SELECT count(*), count(v) FROM (SELECT {expression} AS v FROM ({texts}))")
        assert rows[-1] == ["3000", "2000"]
