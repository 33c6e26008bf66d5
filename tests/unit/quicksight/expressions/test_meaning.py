"""What calculated fields are worth, as Athena answers; the examples are those of QuickSight's pages where they have one."""

import json
from typing import Any

import pytest
from sqlglot import exp

from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.quicksight.expressions.compiler import Scope, compile_text
from offline_aws.quicksight.expressions.values import ExpressionError, Value
from tests.sql.here import Here

TYPES = {"day": "DATETIME", "at": "DATETIME", "n": "INTEGER", "x": "DECIMAL", "t": "STRING", "nothing": "STRING"}
ROW = (
    "SELECT DATE '2012-12-14' AS day, TIMESTAMP '2018-05-13 13:24:05.678' AS at, BIGINT '7' AS n, 2.5e0 AS x, "
    "'tea' AS t, CAST(NULL AS varchar) AS nothing"
)
ROWS = "SELECT * FROM (VALUES ('a', 1, DATE '2026-01-01'), ('a', 2, DATE '2026-01-01'), ('b', 6, DATE '2026-01-02'), ('c', 1, DATE '2026-01-03')) AS v (t, n, day)"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Here:
    return Here(tmp_path_factory.mktemp("engine"))


def column(name: str) -> Value:
    if name not in TYPES:
        raise ExpressionError(f"there is no column {name}")
    return Value(exp.column(exp.to_identifier(name, quoted=True)), TYPES[name])


def no_parameter(name: str) -> Value:
    raise ExpressionError(f"there is no parameter {name}")


def sql(text: str) -> str:
    return compile_text(text, Scope(column, no_parameter)).sql.sql(dialect=AthenaQuery)


def answered(here: Here, query: str) -> list[Any]:
    """Each row's only value."""
    header, *rows = here.answer(query)
    assert header.startswith("["), header
    return [json.loads(row)[0] for row in rows]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5 + (7 * 3)", "26"),
        ("(5 + 7) * 3", "36"),
        ("3/2", "1.5"),
        ("n/0", None),
        ("7 % 4", "3"),
        ("2 ^ 3", "8.0"),
        ("ifelse(n > 5, 'many', 'few')", "many"),
        ("switch(t, 'soup', 1, 'tea', 2, 0)", "2"),
        ("coalesce(nothing, t)", "tea"),
        ("nullIf(t, 'tea')", None),
        ("in(t, ['tea', 'soup'])", "true"),
        ("notIn(t, ['tea', 'soup'])", "false"),
        ("isNull(nothing) AND isNotNull(t)", "true"),
        ("concat(t, ' ', toString(n))", "tea 7"),
        ("strlen(t)", "3"),
        ("substring('Fantasy and Science Fiction', 13, 7)", "Science"),
        ("left('Seattle Store #14', 3)", "Sea"),
        ("right('Seattle Store#14', 12)", "tle Store#14"),
        ("right(t, 9)", "tea"),
        ("toUpper(t)", "TEA"),
        ("trim('  a  ')", "a"),
        ("replace('1 and 2 and 3', 'and', 'or')", "1 or 2 or 3"),
        ("split('123 Test St;1402 35th Ave;1818 Elm Ct;11 Janes Lane', ';', 3)", "1818 Elm Ct"),
        ("split('a;;b', ';', 2)", "b"),
        ("locate('1 and 2 and 3 and 4', 'and')", "3"),
        ("locate('1 and 2 and 3 and 4', 'and', 4)", "9"),
        ("locate(t, 'z', 2)", "0"),
        ("contains('New York', 'new')", "false"),
        ("contains('New York', 'new', CASE_INSENSITIVE)", "true"),
        ("startsWith(t, 'te') AND endsWith(t, 'ea') AND NOT endsWith(t, 'long tea')", "true"),
        ("parseInt('2.99')", "2"),
        ("parseInt('2a')", None),
        ("parseInt('9007199254740993')", "9007199254740993"),
        ("parseDecimal('12.13')", "12.13"),
        ("parseDate('12/31/2006', 'MM/dd/yyyy')", "2006-12-31 00:00:00.000"),
        ("parseDate('01-01-1999', 'MM/dd/yyyy')", None),
        ("parseDate('2026-01-01 10:00', 'yyyy-MM-dd HH:mm', 'Asia/Tokyo')", "2026-01-01 01:00:00.000"),
        ("parseJson('{\"items\": {\"qty\": 6}}', '$.items.qty')", "6"),
        ("toString(day)", "2012-12-14T00:00:00.000Z"),
        ("formatDate(day, 'dd MMM yyyy', 'America/Los_Angeles')", "13 Dec 2012"),
        ("formatDate(day, 'dd-MM-yyyy')", "14-12-2012"),
        ("abs(-3)", "3"),
        ("round(892.0388, 2)", "892.04"),
        ("ceil(2.02)", "3"),
        ("floor(2.9)", "2"),
        ("decimalToInt(-2.9)", "-2"),
        ("mod(7, 4)", "3"),
        ("log(1000)", "3.0"),
        ("ln(exp(1))", "1.0"),
        ("sqrt(16)", "4.0"),
        ("extract('DD', day)", "14"),
        ("extract('WD', day)", "6"),
        ("extract('HH', day)", "0"),
        ("extract('MI', at)", "24"),
        ("dateDiff(parseDate('2014-01-01'), parseDate('2014-01-05'))", "4"),
        ("dateDiff(parseDate('2016-09-13'), parseDate('2016-10-20'), 'MM')", "1"),
        ("addDateTime(-2, 'YYYY', at)", "2016-05-13 13:24:05.678"),
        ("addDateTime(20, 'MI', at)", "2018-05-13 13:44:05.678"),
        ("truncDate('MM', day)", "2012-12-01"),
        ("truncDate('WK', at)", "2018-05-13 00:00:00.000"),
        ("truncDate('HH', at)", "2018-05-13 13:00:00.000"),
        ("epochDate(3600)", "1970-01-01 01:00:00.000"),
        ("now() > parseDate('2026-11-23')", "true"),
    ],
)
def test_a_function_is_worth_what_its_page_says(here: Here, text: str, value: str | None) -> None:
    assert answered(here, f"SELECT {sql(text)} FROM ({ROW})") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sum(n)", "10"),
        ("sum(n) / count(t)", "2.5"),
        ("distinct_count(t)", "3"),
        ("sumIf(n, t = 'a')", "3"),
        ("countIf(t, n > 1)", "2"),
        ("distinct_countIf(t, n = 1)", "2"),
        ("avg(n) - min(n)", "1.5"),
        ("maxIf(n, n < 6)", "2"),
        ("medianIf(n, n < 6)", "1.0"),
    ],
)
def test_an_aggregate_is_worth_one_value(here: Here, text: str, value: str) -> None:
    assert answered(here, f"SELECT {sql(text)} FROM ({ROWS})") == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("runningSum(sum(n), [t ASC])", ["3", "9", "10"]),
        ("sumOver(sum(n), [])", ["10", "10", "10"]),
        ("percentOfTotal(sum(n))", ["0.3", "0.6", "0.1"]),
        ("rank([sum(n) DESC])", ["2", "1", "3"]),
        ("percentileRank([sum(n) ASC])", ["33.333333333333336", "66.66666666666667", "0.0"]),
        ("lag(sum(n), [t ASC], 1)", [None, "3", "6"]),
        ("difference(sum(n), [t ASC], -1)", [None, "3", "-5"]),
        ("percentDifference(sum(n), [t ASC], -1)", [None, "1.0", "-0.8333333333333334"]),
        ("windowSum(sum(n), [t ASC], 1, 1)", ["9", "10", "7"]),
        ("lastValue(sum(n), [t ASC])", ["1", "1", "1"]),
    ],
)
def test_a_table_calculation_runs_over_the_groups(here: Here, text: str, values: list[str | None]) -> None:
    assert answered(here, f"SELECT {sql(text)} AS v, t FROM ({ROWS}) GROUP BY t ORDER BY t") == values
