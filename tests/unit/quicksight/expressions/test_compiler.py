import pytest
from sqlglot import exp

from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.quicksight.expressions.compiler import Scope, compile_text
from offline_aws.quicksight.expressions.values import ExpressionError, Level, Value, literal

TYPES = {"item": "STRING", "seconds": "INTEGER", "price": "DECIMAL", "at": "DATETIME", "Order Date": "DATETIME"}


def column(name: str) -> Value:
    if name not in TYPES:
        raise ExpressionError(f"there is no column {name}")
    return Value(exp.column(exp.to_identifier(name, quoted=True)), TYPES[name])


def parameter(name: str) -> Value:
    several = tuple(literal(each, "STRING") for each in ("tea", "soup"))
    return {
        "limit": Value(literal(3, "INTEGER"), "INTEGER", Level.CONSTANT),
        "items": Value(several[0], "STRING", Level.CONSTANT, items=several),
    }[name]


SCOPE = Scope(column, parameter)


def compiled(text: str) -> tuple[str, str]:
    value = compile_text(text, SCOPE)
    return value.sql.sql(dialect=AthenaQuery), value.type


@pytest.mark.parametrize(
    ("text", "sql", "type_"),
    [
        ("1 + 2 * 3", "1 + (2 * 3)", "INTEGER"),
        ("2 * 3 ^ 2", "2 * POWER(3, 2)", "DECIMAL"),
        ("-{seconds} % 2", 'MOD((-"seconds"), 2)', "INTEGER"),
        ("seconds / 2", 'CAST("seconds" AS DOUBLE) / NULLIF(2, 0)', "DECIMAL"),
        ("({seconds} - 1) * 2.5", '("seconds" - 1) * 2.5e0', "DECIMAL"),
        ("NOT seconds > 1 AND item = 'a' OR item <> \"b\"",
         "((NOT (\"seconds\" > 1)) AND (\"item\" = 'a')) OR (\"item\" <> 'b')", "BOOLEAN"),
        (r"item = 'it\'s'", "\"item\" = 'it''s'", "BOOLEAN"),
        ("/* why */ strlen({item})", 'LENGTH("item")', "INTEGER"),
        ("ifelse(seconds > 60, 'long', seconds > 10, 'some', NULL)",
         "CASE WHEN \"seconds\" > 60 THEN 'long' WHEN \"seconds\" > 10 THEN 'some' ELSE NULL END", "STRING"),
        ("switch(item, 'tea', 1, 'soup', 2.5, 0)",
         "CASE \"item\" WHEN 'tea' THEN 1 WHEN 'soup' THEN 2.5e0 ELSE 0 END", "DECIMAL"),
        ("in(item, ['a', 'b'])", "\"item\" IN ('a', 'b')", "BOOLEAN"),
        ("notIn({item}, ${items})", "NOT (\"item\" IN ('tea', 'soup'))", "BOOLEAN"),
        ("coalesce(price, seconds, ${limit})", 'COALESCE("price", "seconds", 3)', "DECIMAL"),
        ("concat(toUpper(left(item, 1)), substring(item, 2, 10))",
         'CONCAT(UPPER(SUBSTR("item", 1, 1)), SUBSTR("item", 2, 10))', "STRING"),
        ("contains(item, 'TEA', CASE_INSENSITIVE)", "STRPOS(LOWER(\"item\"), LOWER('TEA')) > 0", "BOOLEAN"),
        ("truncDate('WK', {Order Date})",
         "DATE_ADD('day', -1, DATE_TRUNC('week', DATE_ADD('day', 1, \"Order Date\")))", "DATETIME"),
        ("extract('WD', at)", 'DAY_OF_WEEK("at") % 7 + 1', "INTEGER"),
        ("addDateTime(-2, 'YYYY', at)", "DATE_ADD('year', -2, CAST(\"at\" AS TIMESTAMP))", "DATETIME"),
        ("dateDiff(at, now(), 'HH')",
         "DATE_DIFF('hour', CAST(\"at\" AS TIMESTAMP), CAST(CAST(NOW() AS TIMESTAMP) AS TIMESTAMP))", "INTEGER"),
        ("sumIf(seconds, item = 'tea') / count(item)",
         "CAST(SUM(CASE WHEN (\"item\" = 'tea') THEN \"seconds\" END) AS DOUBLE) / NULLIF(COUNT(\"item\"), 0)", "DECIMAL"),
        ("distinct_count({item})", 'COUNT(DISTINCT "item")', "INTEGER"),
        ("percentile(price, 90)", 'APPROX_PERCENTILE(CAST("price" AS DOUBLE), 0.9)', "DECIMAL"),
        ("runningSum(sum(seconds), [truncDate('DD', at) ASC], [item])",
         "SUM(SUM(\"seconds\")) OVER (PARTITION BY \"item\" ORDER BY DATE_TRUNC('day', \"at\") ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)", "DECIMAL"),
        ("rank([sum(seconds) DESC])", 'RANK() OVER (ORDER BY SUM("seconds") DESC)', "INTEGER"),
        ("difference(sum(seconds), [at ASC], -1)",
         'SUM("seconds") - LAG(SUM("seconds"), 1) OVER (ORDER BY "at" ASC)', "DECIMAL"),
    ],
)  # fmt: skip
def test_an_expression_is_athenas_sql(text: str, sql: str, type_: str) -> None:
    assert compiled(text) == (sql, type_)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1 +", "The syntax of the calculated field expression is incorrect: the expression ends at position 4 unexpectedly"),
        ("sum({seconds}) + seconds",
         "Mismatched aggregation. Custom aggregations can't contain both aggregate and nonaggregated fields, in any combination."),
        ("{nope} + 1", "there is no column nope"),
        ("item + 1", "+(STRING, INTEGER) is not +(integer, integer) or +(number, number)"),
        ("max(sum(seconds))", "Nesting of aggregate functions like max is not allowed"),
        ("sum(seconds, [item])", "sum with fields to group by: not emulated"),
        ("sumOver(sum(seconds), [item], PRE_AGG)", "PRE_AGG: not emulated; POST_AGG_FILTER is"),
        ("truncDate('week', at)", "period 'week' is not one of YYYY, Q, MM, DD, WK, HH, MI, SS, MS"),
        ("netWorkDays(at, at)", "netWorkDays: not emulated"),
        ("frobnicate(1)", "frobnicate is no function of calculated fields"),
        ("ifelse(item, 1, 2)", "ifelse takes BOOLEAN there, not STRING"),
        ("toUpper(${items})", "toUpper takes no parameter of several values: in and notIn do"),
        ("(" * 200 + "1" + ")" * 200,
         "The syntax of the calculated field expression is incorrect: the expression is nested deeper than 100 levels"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ExpressionError) as refusal:
        compile_text(text, SCOPE)
    assert str(refusal.value).startswith(reason)


def test_a_text_that_holds_sql_stays_a_text() -> None:
    sql, _ = compiled('concat(item, "\'; DROP TABLE x; --")')
    assert sql == "CONCAT(\"item\", '''; DROP TABLE x; --')"
