"""Types and the errors that follow from them, as Trino's analyzer has them."""

import pytest

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.analysis.coercion import common_type
from offline_aws.athena.sql.analysis.kinds import Type, parse
from offline_aws.athena.sql.analysis.scopes import infer_types
from offline_aws.athena.sql.analysis.signatures import match
from offline_aws.athena.sql.classify import parse_query

TYPES = [
    ("1", "integer"),
    ("3000000000", "bigint"),
    ("1.5", "double"),
    ("'abc'", "varchar(3)"),
    ("null", "unknown"),
    ("1 + 2e0", "double"),
    ("decimal '1.20' * decimal '3.5'", "decimal(5,3)"),
    ("decimal '1.20' / 3", "decimal(3,2)"),
    ("date '2026-01-01' + interval '1' day", "date"),
    ("date '2026-01-01' - date '2025-01-01'", "interval day to second"),
    ("timestamp '2026-01-01 00:00:00 Europe/Berlin'", "timestamp(0) with time zone"),
    ("ARRAY[1, 2.5]", "array(double)"),
    ("transform(ARRAY['a'], x -> length(x))", "array(bigint)"),
    ("reduce(ARRAY[1], 0.0, (s, x) -> s + x, s -> cast(s as varchar))", "varchar"),
    ("map_filter(MAP(ARRAY['a'], ARRAY[1]), (k, v) -> v > 0)", "map(varchar(1), integer)"),
    ("MAP(ARRAY['a'], ARRAY[ARRAY[1]])['a'][1]", "integer"),
    ("CASE WHEN true THEN 1 ELSE 2.5 END", "double"),
    ("coalesce(null, 'a', 'bcd')", "varchar(3)"),
    ("row(1, 'a')", "row(integer, varchar(1))"),
    ("cast(row(1) as row(id integer)).id", "integer"),
    ("sum(decimal '1.5')", "decimal(38,1)"),
    ("max_by('a', 1, 2)", "array(varchar(1))"),
]


@pytest.mark.parametrize(("expression", "kind"), TYPES)
def test_an_expression_has_trinos_type(expression: str, kind: str) -> None:
    ((_, found),) = infer_types(parse_query(f"SELECT {expression}"), {})
    assert str(found) == kind


ERRORS = [
    ("SELECT 'a' = 1", "TYPE_MISMATCH: line 1:12: Cannot apply operator: varchar(1) = integer"),
    ("SELECT 1,\n  2 > 'a'", "TYPE_MISMATCH: line 2:5: Cannot apply operator: integer < varchar(1)"),
    ("SELECT lower(1)", "FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (integer) for function lower. "
     "Expected: lower(char(x)), lower(varchar(x))"),
    ("SELECT 1 WHERE 'a'", "TYPE_MISMATCH: line 1:16: WHERE clause must evaluate to a boolean: actual type varchar(1)"),
    ("SELECT cast(true AS date)", "TYPE_MISMATCH: line 1:8: Cannot cast boolean to date"),
    ("SELECT 1 UNION SELECT 'a'", "TYPE_MISMATCH: line 1:10: column 1 in UNION query has incompatible types: "
     "integer, varchar(1)"),
    ("SELECT transform(ARRAY[1], (x, y) -> x)", "INVALID_PARAMETER_USAGE: line 1:29: Expected a lambda that takes "
     "1 argument(s) but got 2"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "message"), ERRORS)
def test_an_error_has_trinos_words_and_place(query: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        infer_types(parse_query(query), {})
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("left", "right", "common"),
    [
        ("integer", "bigint", "bigint"),
        ("bigint", "decimal(3,2)", "decimal(21,2)"),
        ("decimal(10,0)", "decimal(4,3)", "decimal(13,3)"),
        ("date", "timestamp", "timestamp(3)"),
        ("array(integer)", "array(double)", "array(double)"),
        ("integer", "varchar", "None"),
    ],
)
def test_two_types_have_the_narrowest_common_one(left: str, right: str, common: str) -> None:
    assert str(common_type(parse(left), parse(right))) == common


def test_the_form_that_needs_no_conversion_is_called() -> None:
    found = match("abs", [Type("integer")])
    assert found
    assert found.signature.text == "abs(integer)"
