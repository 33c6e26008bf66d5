"""The grammar of CREATE DATABASE and CREATE EXTERNAL TABLE, whose clauses may come in any order.

https://docs.aws.amazon.com/athena/latest/ug/create-table.html
"""

from collections.abc import Callable

from offline_aws.athena.sql.hive_parts import read_columns, read_if, read_properties, read_table
from offline_aws.athena.sql.hive_statements import (
    Clause,
    ClusteredBy,
    Comment,
    CreateDatabase,
    CreateTable,
    Delimited,
    Location,
    PartitionedBy,
    Properties,
    Serde,
    SerdeProperties,
    StoredAs,
    TableProperties,
)
from offline_aws.athena.sql.hive_tokens import Cursor


def create_database(cursor: Cursor) -> CreateDatabase:
    """https://docs.aws.amazon.com/athena/latest/ug/create-database.html"""
    cursor.words("CREATE")
    cursor.one_of("DATABASE", "SCHEMA")
    if_not_exists = read_if(cursor, "NOT EXISTS")
    name, comment, location = cursor.name(), "", ""
    properties: Properties = ()
    while clause := cursor.maybe_one_of("COMMENT", "LOCATION", "WITH DBPROPERTIES"):
        if clause == "COMMENT":
            comment = cursor.string()
        elif clause == "LOCATION":
            location = cursor.string()
        else:
            properties = read_properties(cursor)
    return CreateDatabase(name, if_not_exists, comment, location, properties)


def create_table(cursor: Cursor) -> CreateTable:
    cursor.words("CREATE EXTERNAL TABLE")
    if_not_exists = read_if(cursor, "NOT EXISTS")
    table = read_table(cursor, in_quotes=True)
    columns = read_columns(cursor) if cursor.at("(") else ()
    clauses = []
    while words := cursor.maybe_one_of(*_CLAUSES):
        clauses.append(_CLAUSES[words](cursor))
    return CreateTable(table, if_not_exists, columns, tuple(clauses))


def _clustered_by(cursor: Cursor) -> ClusteredBy:
    columns = cursor.listed(cursor.name)
    order = cursor.listed(lambda: _ordered(cursor)) if cursor.maybe("SORTED BY") else ()
    cursor.words("INTO")
    buckets = cursor.number()
    cursor.words("BUCKETS")
    return ClusteredBy(columns, order, buckets)


def _ordered(cursor: Cursor) -> tuple[str, bool]:
    return cursor.name(), cursor.maybe_one_of("ASC", "DESC") != "DESC"


# The words of ROW FORMAT DELIMITED, with the SerDe's names for what follows them.
_DELIMITERS = {
    "FIELDS TERMINATED BY": "field.delim",
    "ESCAPED BY": "escape.delim",
    "COLLECTION ITEMS TERMINATED BY": "collection.delim",
    "MAP KEYS TERMINATED BY": "mapkey.delim",
    "LINES TERMINATED BY": "line.delim",
    "NULL DEFINED AS": "serialization.null.format",
}


def _delimited(cursor: Cursor) -> Delimited:
    properties = []
    while words := cursor.maybe_one_of(*_DELIMITERS):
        properties.append((_DELIMITERS[words], cursor.string()))
    return Delimited(tuple(properties))


def _stored_as(cursor: Cursor) -> StoredAs:
    if not cursor.maybe("INPUTFORMAT"):
        return StoredAs(cursor.name())
    input_format = cursor.string()
    cursor.words("OUTPUTFORMAT")
    return StoredAs(input_format=input_format, output_format=cursor.string())


_CLAUSES: dict[str, Callable[[Cursor], Clause]] = {
    "COMMENT": lambda cursor: Comment(cursor.string()),
    "PARTITIONED BY": lambda cursor: PartitionedBy(read_columns(cursor)),
    "CLUSTERED BY": _clustered_by,
    "ROW FORMAT DELIMITED": _delimited,
    "ROW FORMAT SERDE": lambda cursor: Serde(cursor.string()),
    "WITH SERDEPROPERTIES": lambda cursor: SerdeProperties(read_properties(cursor)),
    "STORED AS": _stored_as,
    "LOCATION": lambda cursor: Location(cursor.string()),
    "TBLPROPERTIES": lambda cursor: TableProperties(read_properties(cursor)),
}
