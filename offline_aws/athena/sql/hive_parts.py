"""The parts that statements of Hive's share: names, columns, properties, partitions."""

from offline_aws.athena.catalog import CATALOG
from offline_aws.athena.errors import QuerySyntaxError
from offline_aws.athena.sql.hive_statements import Column, Name, Properties, Spec
from offline_aws.athena.sql.hive_tokens import Cursor
from offline_aws.athena.sql.hive_types import is_hive_type


def read_table(cursor: Cursor, in_quotes: bool = False) -> Name:
    """A table's name, qualified or not; a pair of backticks may be around all of it.

    :param in_quotes: whether names may stand in double quotes
    """
    read = cursor.name_in_any_quotes if in_quotes else cursor.name
    first = read()
    parts = [first]
    while cursor.maybe("."):
        parts.append(read())
    if len(parts) == 1:
        parts = first.split(".")
    if len(parts) > 3:
        raise QuerySyntaxError(f"Invalid table name {'.'.join(parts)}")
    if len(parts) == 3 and parts.pop(0) != CATALOG:
        raise QuerySyntaxError("Unsupported DDL with 2 catalogs")
    return (parts[0] if len(parts) == 2 else None), parts[-1]


def read_spec(cursor: Cursor) -> Spec:
    """``(a = 'x', b = 1)``"""

    def pair() -> tuple[str, str]:
        name = cursor.name()
        cursor.words("=")
        return name, cursor.value()

    return cursor.listed(pair)


def read_properties(cursor: Cursor) -> Properties:
    """``('a' = 'x', 'b' = 1)``"""

    def pair() -> tuple[str, str]:
        name = cursor.string()
        cursor.words("=")
        return name, cursor.value()

    return cursor.listed(pair)


def read_column(cursor: Cursor) -> Column:
    name, wrong = cursor.name(), cursor.error()
    kind = cursor.text_until(",", ")", "COMMENT", "FIRST", "AFTER")
    if not is_hive_type(kind):
        raise wrong
    return Column(name, kind, cursor.string() if cursor.maybe("COMMENT") else None)


def read_columns(cursor: Cursor) -> tuple[Column, ...]:
    return cursor.listed(lambda: read_column(cursor))


def read_if(cursor: Cursor, words: str) -> bool:
    return cursor.maybe(f"IF {words}")
