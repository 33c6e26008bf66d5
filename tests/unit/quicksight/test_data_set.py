import pytest

from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.quicksight.data_set import DataSetError, compile_tables
from tests.unit.quicksight.samples import Json, relational


def custom(sql: str) -> Json:
    return {"t": {"CustomSql": {"DataSourceArn": "s", "Name": "q", "SqlQuery": sql, "Columns": [{"Name": "a", "Type": "STRING"}]}}}  # fmt: skip


def view(*transforms: Json) -> Json:
    return {"l": {"Alias": "l", "Source": {"PhysicalTableId": "t"}, "DataTransforms": list(transforms)}}


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


@pytest.mark.parametrize(
    ("physical", "logical", "reason"),
    [
        (custom("SELECT 1; DROP TABLE x"), {}, "SqlQuery must be one SELECT statement"),
        (custom("DELETE FROM x"), {}, "SqlQuery must be one SELECT statement"),
        ({"t": {"S3Source": {"DataSourceArn": "s"}}}, {}, "PhysicalTableMap.t.S3Source: not emulated"),
        (relational(a="STRING") | {"u": {}}, {}, "PhysicalTableMap with 2 tables: not emulated"),
        (
            relational(a="STRING"),
            view({"CreateColumnsOperation": {"Columns": [{"ColumnName": "b"}]}}),
            "LogicalTableMap.l.DataTransforms[0].CreateColumnsOperation: not emulated",
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
