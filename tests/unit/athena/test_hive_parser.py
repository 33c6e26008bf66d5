"""https://docs.aws.amazon.com/athena/latest/ug/ddl-reference.html"""

import pytest

from offline_aws.athena.sql.classify import QuerySyntaxError, classify
from offline_aws.athena.sql.hive_statements import (
    AddColumns,
    AddPartitions,
    AlterTable,
    ChangeColumn,
    Column,
    Describe,
    DropDatabase,
    DropPartitions,
    DropTable,
    HiveStatement,
    RenamePartition,
    ReplaceColumns,
    SetDatabaseProperties,
    SetLocation,
    SetProperties,
    ShowColumns,
    ShowCreateView,
    ShowTables,
    ShowTblproperties,
)

T = (None, "t")
DAY = (("day", "mon"), ("n", "-1"))

STATEMENTS = [
    ("SHOW TABLES", ShowTables(None, None)),
    ("show tables in `my-db` '*logs'", ShowTables("my-db", "*logs")),
    ("SHOW COLUMNS FROM t IN D", ShowColumns(("d", "t"))),
    ("SHOW COLUMNS IN awsdatacatalog.d.t", ShowColumns(("d", "t"))),
    ("SHOW TBLPROPERTIES t('comment')", ShowTblproperties(T, "comment")),
    ('SHOW CREATE VIEW "d"."my-view"', ShowCreateView(("d", "my-view"))),
    ("DESCRIBE t", Describe(T, "", (), ())),
    ("DESC FORMATTED d.t PARTITION (n = 100) a", Describe(("d", "t"), "FORMATTED", (("n", "100"),), ("a",))),
    ("DESCRIBE EXTENDED t a.'$elem$'.b", Describe(T, "EXTENDED", (), ("a", "$elem$", "b"))),
    ("DESCRIBE formatted", Describe((None, "formatted"), "", (), ())),
    ("DROP TABLE IF EXISTS `d.t` PURGE", DropTable(("d", "t"), True)),
    ("DROP SCHEMA IF EXISTS `a-b` CASCADE", DropDatabase("a-b", True, True)),
    ("DROP DATABASE d RESTRICT", DropDatabase("d", False, False)),
    ("ALTER SCHEMA d SET DBPROPERTIES ('a'='b')", SetDatabaseProperties("d", (("a", "b"),))),
    (
        "ALTER TABLE t ADD IF NOT EXISTS PARTITION (day = 'mon', n = -1) LOCATION \"s3://b/\" PARTITION (day='x')",
        AlterTable(T, (), AddPartitions(((DAY, "s3://b/"), ((("day", "x"),), None)), True)),
    ),
    (
        "ALTER TABLE t DROP PARTITION (day = 'mon', n = -1), PARTITION (day = 'tue')",
        AlterTable(T, (), DropPartitions((DAY, (("day", "tue"),)), False)),
    ),
    ("ALTER TABLE t PARTITION (a=1) RENAME TO PARTITION (a=2)", AlterTable(T, (("a", "1"),), RenamePartition((("a", "2"),)))),
    ("ALTER TABLE t PARTITION (a=1) SET LOCATION 's3://b/c'", AlterTable(T, (("a", "1"),), SetLocation("s3://b/c"))),
    ("ALTER TABLE t SET TBLPROPERTIES ('a' = 'it\\'s', 'b' = 4)", AlterTable(T, (), SetProperties((("a", "it's"), ("b", "4"))))),
    (
        "ALTER TABLE t ADD COLUMNS (a struct<x:int,y:array<decimal(10,2)>> COMMENT 'c', b map<string,int>)",
        AlterTable(T, (), AddColumns((Column("a", "struct<x:int,y:array<decimal(10,2)>>", "c"), Column("b", "map<string,int>")))),
    ),
    ("ALTER TABLE t PARTITION (a=1) REPLACE COLUMNS (b int)", AlterTable(T, (("a", "1"),), ReplaceColumns((Column("b", "int"),)))),
    ("ALTER TABLE t CHANGE COLUMN area zip int AFTER id", AlterTable(T, (), ChangeColumn("area", Column("zip", "int"), "id"))),
    ("ALTER TABLE t CHANGE a b int COMMENT 'c' FIRST", AlterTable(T, (), ChangeColumn("a", Column("b", "int", "c"), ""))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "statement"), STATEMENTS)
def test_a_statement_is_read_as_the_pages_write_it(text: str, statement: HiveStatement) -> None:
    assert classify(text).hive == statement


WRONG = [
    ('DESCRIBE "t"', "line 1:10: mismatched input '\"t\"'"),
    ("DROP TABLE a.b.c.d", "Invalid table name a.b.c.d"),
    ("SHOW COLUMNS IN other.d.t", "Unsupported DDL with 2 catalogs"),
    ("SHOW PARTITIONS t PARTITION (a=1)", "line 1:19: mismatched input 'PARTITION'"),
    ("ALTER TABLE t\nADD COLUMN a int", "line 2:5: mismatched input 'COLUMN'"),
    ("ALTER TABLE t ADD COLUMNS (a integr)", "line 1:30: mismatched input 'integr'"),
    ("MSCK REPAIR TABLE", "line 1:18: mismatched input '<EOF>'"),
]


@pytest.mark.parametrize(("text", "reason"), WRONG)
def test_a_wrong_word_is_named_with_its_place(text: str, reason: str) -> None:
    with pytest.raises(QuerySyntaxError) as raised:
        classify(text)
    assert str(raised.value) == reason
