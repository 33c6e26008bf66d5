"""The grammar of Hive's statements, as Athena's pages have it; one function a statement.

https://docs.aws.amazon.com/athena/latest/ug/ddl-reference.html
"""

from collections.abc import Callable

from offline_aws.athena.errors import QuerySyntaxError
from offline_aws.athena.sql.hive_create import create_database, create_table
from offline_aws.athena.sql.hive_parts import read_column, read_columns, read_if, read_properties, read_spec, read_table
from offline_aws.athena.sql.hive_statements import (
    Action,
    AddColumns,
    AddPartitions,
    AlterTable,
    ChangeColumn,
    Describe,
    DropDatabase,
    DropPartitions,
    DropTable,
    HiveStatement,
    IcebergChange,
    Name,
    RenamePartition,
    RepairTable,
    ReplaceColumns,
    SetDatabaseProperties,
    SetLocation,
    SetProperties,
    ShowColumns,
    ShowCreateTable,
    ShowCreateView,
    ShowDatabases,
    ShowPartitions,
    ShowTables,
    ShowTblproperties,
    ShowViews,
    Spec,
)
from offline_aws.athena.sql.hive_tokens import Cursor

UNSUPPORTED = "Queries of this type are not supported"


def parse(substatement: str, text: str) -> HiveStatement:
    """The statement in a text of which the first words have told the kind.

    :raises QuerySyntaxError: it is none
    """
    cursor = Cursor(text)
    statement = GRAMMAR[substatement](cursor)
    cursor.end()
    return statement


# --- SHOW, DESCRIBE, MSCK


def _show_databases(cursor: Cursor) -> ShowDatabases:
    cursor.words("SHOW")
    cursor.one_of("DATABASES", "SCHEMAS")
    return ShowDatabases(cursor.string() if cursor.maybe("LIKE") else cursor.maybe_string())


def _database_and_pattern(cursor: Cursor, what: str) -> tuple[str | None, str | None]:
    """``SHOW what [IN database] [[LIKE] 'pattern']``"""
    cursor.words(f"SHOW {what}")
    database = cursor.name() if cursor.maybe("IN") or cursor.maybe("FROM") else None
    return database, cursor.string() if cursor.maybe("LIKE") else cursor.maybe_string()


def _show_columns(cursor: Cursor) -> ShowColumns:
    """The database may stand before the table's name or after it."""
    cursor.words("SHOW COLUMNS")
    cursor.one_of("IN", "FROM")
    database, name = read_table(cursor)
    if database is None and (cursor.maybe("IN") or cursor.maybe("FROM")):
        database = cursor.name()
    return ShowColumns((database, name))


def _show_tblproperties(cursor: Cursor) -> ShowTblproperties:
    cursor.words("SHOW TBLPROPERTIES")
    table = read_table(cursor)
    keys = cursor.listed(cursor.string) if cursor.at("(") else ()
    if len(keys) > 1:
        raise cursor.error()
    return ShowTblproperties(table, keys[0] if keys else None)


def _named[Statement](
    words: str, make: Callable[[Name], Statement], in_quotes: bool = False
) -> Callable[[Cursor], Statement]:
    """The grammar of a statement that only names a table."""

    def read(cursor: Cursor) -> Statement:
        cursor.words(words)
        return make(read_table(cursor, in_quotes))

    return read


def _describe(cursor: Cursor) -> Describe:
    """A table may have the name of a word that could stand before it."""
    cursor.one_of("DESCRIBE", "DESC")
    form = next((word for word in ("EXTENDED", "FORMATTED") if cursor.maybe_before_name(word)), "")
    table = read_table(cursor)
    spec = read_spec(cursor) if cursor.maybe("PARTITION") else ()
    path = [cursor.name()] if cursor.at_name else []
    while path and cursor.maybe("."):
        path.append(cursor.maybe_string() or cursor.name())
    return Describe(table, form, spec, tuple(path))


# --- DROP, ALTER


def _drop_table(cursor: Cursor) -> DropTable:
    cursor.words("DROP TABLE")
    if_exists = read_if(cursor, "EXISTS")
    table = read_table(cursor)
    cursor.maybe("PURGE")
    return DropTable(table, if_exists)


def _drop_database(cursor: Cursor) -> DropDatabase:
    cursor.words("DROP")
    cursor.one_of("DATABASE", "SCHEMA")
    if_exists = read_if(cursor, "EXISTS")
    name = cursor.name()
    return DropDatabase(name, if_exists, not cursor.maybe("RESTRICT") and cursor.maybe("CASCADE"))


def _alter_database(cursor: Cursor) -> SetDatabaseProperties:
    cursor.words("ALTER")
    cursor.one_of("DATABASE", "SCHEMA")
    name = cursor.name()
    cursor.words("SET DBPROPERTIES")
    return SetDatabaseProperties(name, read_properties(cursor))


def _alter_table(cursor: Cursor) -> AlterTable:
    cursor.words("ALTER TABLE")
    table = read_table(cursor)
    _refuse_unsupported(cursor)
    if not cursor.maybe("PARTITION"):
        return AlterTable(table, (), _table_action(cursor))
    spec = read_spec(cursor)
    return AlterTable(table, spec, _partition_action(cursor))


# The forms that Hive has and Athena has not. https://docs.aws.amazon.com/athena/latest/ug/unsupported-ddl.html
_UNSUPPORTED = (
    "ARCHIVE", "CLUSTERED", "EXCHANGE", "NOT", "SET FILEFORMAT", "SET SERDEPROPERTIES", "SET SERDE", "SET SKEWED",
    "SKEWED", "TOUCH", "UNARCHIVE", "COMPACT", "CONCATENATE",
)  # fmt: skip


def _refuse_unsupported(cursor: Cursor) -> None:
    if any(cursor.maybe(words) for words in _UNSUPPORTED):
        raise QuerySyntaxError(UNSUPPORTED)


def _table_action(cursor: Cursor) -> Action:
    if cursor.maybe("ADD COLUMNS"):
        return AddColumns(read_columns(cursor))
    if cursor.maybe("REPLACE COLUMNS"):
        return ReplaceColumns(read_columns(cursor))
    if cursor.maybe("SET TBLPROPERTIES"):
        return SetProperties(read_properties(cursor))
    if cursor.maybe("CHANGE"):
        return _change_column(cursor)
    if cursor.maybe("SET LOCATION"):
        return SetLocation(cursor.string())
    if cursor.maybe("RENAME TO"):
        read_table(cursor)
        return IcebergChange("ALTER TABLE RENAME TO")
    if cursor.maybe("DROP COLUMN"):
        cursor.name()
        return IcebergChange("ALTER TABLE DROP COLUMN")
    return _add_partitions(cursor) if cursor.maybe("ADD") else _drop_partitions(cursor)


def _partition_action(cursor: Cursor) -> Action:
    _refuse_unsupported(cursor)
    if cursor.maybe("CHANGE"):
        raise QuerySyntaxError(UNSUPPORTED)
    if cursor.maybe("ADD COLUMNS"):
        return AddColumns(read_columns(cursor))
    if cursor.maybe("REPLACE COLUMNS"):
        return ReplaceColumns(read_columns(cursor))
    if cursor.maybe("RENAME TO PARTITION"):
        return RenamePartition(read_spec(cursor))
    cursor.words("SET LOCATION")
    return SetLocation(cursor.string())


def _change_column(cursor: Cursor) -> ChangeColumn:
    """CHANGE [COLUMN] old new type [COMMENT text] [FIRST | AFTER column]"""
    cursor.maybe_before_name("COLUMN")
    old, column = cursor.name(), read_column(cursor)
    if cursor.maybe("FIRST"):
        return ChangeColumn(old, column, "")
    return ChangeColumn(old, column, cursor.name() if cursor.maybe("AFTER") else None)


def _add_partitions(cursor: Cursor) -> AddPartitions:
    """Partitions follow each other without a comma; one may be there."""
    if_not_exists = read_if(cursor, "NOT EXISTS")
    partitions = []
    cursor.words("PARTITION")
    while True:
        spec = read_spec(cursor)
        partitions.append((spec, cursor.string() if cursor.maybe("LOCATION") else None))
        cursor.maybe(",")
        if not cursor.maybe("PARTITION"):
            return AddPartitions(tuple(partitions), if_not_exists)


def _drop_partitions(cursor: Cursor) -> DropPartitions:
    cursor.words("DROP")
    if_exists = read_if(cursor, "EXISTS")
    specs: list[Spec] = []
    while not specs or cursor.maybe(","):
        cursor.words("PARTITION")
        specs.append(read_spec(cursor))
    cursor.maybe("PURGE")
    return DropPartitions(tuple(specs), if_exists)


GRAMMAR: dict[str, Callable[[Cursor], HiveStatement]] = {
    "ALTER_DATABASE": _alter_database,
    "ALTER_TABLE": _alter_table,
    "CREATE_DATABASE": create_database,
    "CREATE_TABLE": create_table,
    "DESCRIBE_TABLE": _describe,
    "DROP_DATABASE": _drop_database,
    "DROP_TABLE": _drop_table,
    "MSCK_REPAIR_TABLE": _named("MSCK REPAIR TABLE", RepairTable),
    "SHOW_COLUMNS": _show_columns,
    "SHOW_CREATE_TABLE": _named("SHOW CREATE TABLE", ShowCreateTable),
    "SHOW_CREATE_VIEW": _named("SHOW CREATE VIEW", ShowCreateView, in_quotes=True),
    "SHOW_DATABASES": _show_databases,
    "SHOW_PARTITIONS": _named("SHOW PARTITIONS", ShowPartitions),
    "SHOW_TABLES": lambda cursor: ShowTables(*_database_and_pattern(cursor, "TABLES")),
    "SHOW_TBLPROPERTIES": _show_tblproperties,
    "SHOW_VIEWS": lambda cursor: ShowViews(*_database_and_pattern(cursor, "VIEWS")),
}
