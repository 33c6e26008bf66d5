import pytest

from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.quicksight.data_set import DataSetError, compile_tables
from tests.unit.quicksight.samples import Json, relational


def custom(sql: str) -> Json:
    return {"t": {"CustomSql": {"DataSourceArn": "s", "Name": "q", "SqlQuery": sql, "Columns": [{"Name": "a", "Type": "STRING"}]}}}  # fmt: skip


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
