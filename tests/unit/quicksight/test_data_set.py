import json
from pathlib import Path

import pytest
from sqlglot import exp

from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.quicksight.data_set import compile_tables
from offline_aws.quicksight.rows import DataSetError
from tests.sql.here import Here
from tests.unit.quicksight.samples import Json, relational


def custom(sql: str, **columns: str) -> Json:
    given = [{"Name": name, "Type": type_} for name, type_ in (columns or {"a": "STRING"}).items()]
    return {"t": {"CustomSql": {"DataSourceArn": "source", "Name": "q", "SqlQuery": sql, "Columns": given}}}


def view(*transforms: Json) -> Json:
    return {"l": {"Alias": "l", "Source": {"PhysicalTableId": "t"}, "DataTransforms": list(transforms)}}


def created(name: str, expression: str) -> Json:
    return {"CreateColumnsOperation": {"Columns": [{"ColumnName": name, "ColumnId": name, "Expression": expression}]}}


def joined(clause: str, kind: str = "LEFT") -> Json:
    """The physical tables ``t`` and ``u`` as ``j``."""
    join = {"LeftOperand": "l", "RightOperand": "r", "Type": kind, "OnClause": clause}
    return {
        "l": {"Alias": "l", "Source": {"PhysicalTableId": "t"}},
        "r": {"Alias": "r", "Source": {"PhysicalTableId": "u"}},
        "j": {"Alias": "j", "Source": {"JoinInstruction": join}},
    }


def test_a_query_stands_in_parentheses() -> None:
    rows = compile_tables(custom("SELECT a FROM x WHERE a <> ')'"), {})
    assert rows.source.sql(dialect=AthenaQuery) == "(SELECT a FROM x WHERE a <> ')') AS \"q\""


def test_columns_are_renamed_cast_and_chosen_in_turn() -> None:
    rename = {"RenameColumnOperation": {"ColumnName": "a", "NewColumnName": "item"}}
    cast = {"CastColumnTypeOperation": {"ColumnName": "b", "NewColumnType": "DECIMAL"}}
    project = {"ProjectOperation": {"ProjectedColumns": ["b", "item"]}}
    rows = compile_tables(relational(a="STRING", b="STRING", c="STRING"), view(rename, cast, project))
    columns = [(each.name, each.type, each.value.sql(dialect=AthenaQuery)) for each in rows.columns.values()]
    assert columns == [("b", "DECIMAL", 'CAST("b" AS DOUBLE)'), ("item", "STRING", '"a"')]


def test_rows_are_filtered_and_columns_calculated_in_turn() -> None:
    only = {"FilterOperation": {"ConditionExpression": "{a} <> 'x'"}}
    rows = compile_tables(relational(a="STRING"), view(only, created("b", "strlen({a})"), created("c", "{b} * 2")))
    assert (rows.source.sql(dialect=AthenaQuery), rows.columns["c"].value.sql(dialect=AthenaQuery)) == (
        '(SELECT * FROM "s"."n" WHERE "a" <> \'x\') AS "filtered"',
        'LENGTH("a") * 2',
    )


def test_tables_are_joined() -> None:
    rows = compile_tables(
        relational(a="STRING", n="INTEGER") | {"u": relational(b="STRING")["t"]}, joined("{a} = {b}", "OUTER")
    )
    assert (rows.source.sql(dialect=AthenaQuery), list(rows.columns)) == (
        '(SELECT * FROM (SELECT "a" AS "a", "n" AS "n" FROM "s"."n") AS "l" '
        'FULL JOIN (SELECT "b" AS "b" FROM "s"."n") AS "r" ON "a" = "b") AS "joined"',
        ["a", "n", "b"],
    )


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("INNER", [["tea", "3", "hot"]]),
        ("LEFT", [["soup", "1", None], ["tea", "3", "hot"]]),
        ("RIGHT", [[None, None, "cold"], ["tea", "3", "hot"]]),
        ("OUTER", [[None, None, "cold"], ["soup", "1", None], ["tea", "3", "hot"]]),
    ],
)
def test_a_join_has_the_rows_of_its_kind(tmp_path: Path, kind: str, found: list[list[str | None]]) -> None:
    orders = custom(
        "SELECT * FROM (VALUES ('tea', 3), ('soup', 1)) AS o (item, seconds)", item="STRING", seconds="INTEGER"
    )
    drinks = custom(
        "SELECT * FROM (VALUES ('tea', 'hot'), ('cola', 'cold')) AS d (name, served)", name="STRING", served="STRING"
    )
    rows = compile_tables(orders | {"u": drinks["t"]}, joined("{item} = {name}", kind))
    wanted = exp.Select().select('"item"', '"seconds"', '"served"').from_(rows.source)
    header, *answered = Here(tmp_path).answer(wanted.sql(dialect=AthenaQuery))
    assert sorted((json.loads(row) for row in answered), key=str) == sorted(found, key=str), header


def test_fields_that_double_each_other_end_somewhere() -> None:
    fields = [created(f"b{n}", f"{{b{n - 1}}} + {{b{n - 1}}}") for n in range(1, 40)]
    with pytest.raises(DataSetError) as refusal:
        compile_tables(relational(a="INTEGER"), view(created("b0", "{a} + 1"), *fields))
    assert str(refusal.value).endswith("the expression, with the fields that it uses, is too large")


def test_a_time_is_read_by_its_format() -> None:
    cast = {"CastColumnTypeOperation": {"ColumnName": "a", "NewColumnType": "DATETIME", "Format": "dd.MM.yyyy"}}
    rows = compile_tables(relational(a="STRING"), view(cast))
    assert (
        rows.columns["a"].value.sql(dialect=AthenaQuery)
        == "CAST(TRY(PARSE_DATETIME(\"a\", 'dd.MM.yyyy')) AS TIMESTAMP)"
    )


@pytest.mark.parametrize(
    ("physical", "logical", "reason"),
    [
        (custom("SELECT 1; DROP TABLE x"), {}, "SqlQuery must be one SELECT statement"),
        (custom("DELETE FROM x"), {}, "SqlQuery must be one SELECT statement"),
        ({"t": {"S3Source": {"DataSourceArn": "s"}}}, {}, "PhysicalTableMap.t.S3Source: not emulated"),
        (
            relational(a="STRING") | {"u": {}},
            {},
            "PhysicalTableMap with 2 tables needs a LogicalTableMap that joins them",
        ),
        (
            relational(a="STRING"),
            view({"OverrideDatasetParameterOperation": {"ParameterName": "b"}}),
            "LogicalTableMap.l.DataTransforms[0].OverrideDatasetParameterOperation: not emulated",
        ),
        (
            relational(a="STRING"),
            view(created("b", "sum({a})")),
            "calculated column b: sum(STRING) is not sum(integer) or sum(number)",
        ),
        (
            relational(a="STRING"),
            view(created("b", "count({a})")),
            "calculated column b: aggregations are not allowed in a data set",
        ),
        (
            relational(a="STRING"),
            view({"FilterOperation": {"ConditionExpression": "{a}"}}),
            "FilterOperation.ConditionExpression is STRING, not BOOLEAN",
        ),
        (
            relational(a="STRING") | {"u": relational(a="STRING")["t"]},
            joined("{a} = {a}"),
            "LogicalTableMap.j.Source: both sides of the join have a column a: rename one",
        ),
        (
            relational(a="STRING"),
            view({"ProjectOperation": {"ProjectedColumns": ["z"]}}),
            "DataTransforms: there is no column 'z'",
        ),
    ],
)
def test_what_can_not_be_compiled_is_refused_by_name(physical: Json, logical: Json, reason: str) -> None:
    with pytest.raises(DataSetError) as refusal:
        compile_tables(physical, logical)
    assert str(refusal.value) == reason
