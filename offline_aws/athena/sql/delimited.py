"""The fast way from delimited lines to rows: DuckDB splits all lines at once and casts their fields.

It takes the lines whose every field is NULL or of a form that DuckDB reads exactly as ``LazyRows`` would; any other
line is left to ``LazyRows``, and so is a table with a column of another type.
"""

from collections.abc import Sequence

import duckdb

from offline_aws.athena.sql.arrow import registered
from offline_aws.athena.sql.identifiers import literal

Columns = Sequence[tuple[str, str]]
Lines = Sequence[str]

# Hive type → the DuckDB type that a field is cast to, and the form of a field for which that is right: never out of
# range, always rounded alike.
_FORMS = {
    "string": ("VARCHAR", None),
    "boolean": ("BOOLEAN", "true|false"),
    "tinyint": ("TINYINT", "-?[0-9]{1,2}"),
    "smallint": ("SMALLINT", "-?[0-9]{1,4}"),
    "int": ("INTEGER", "-?[0-9]{1,9}"),
    "bigint": ("BIGINT", "-?[0-9]{1,18}"),
    "double": ("DOUBLE", r"-?[0-9]{1,15}(\.[0-9]{1,15})?"),
    "date": ("DATE", "[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}"),
    "timestamp": ("TIMESTAMP", "[1-9][0-9]{3}-[0-9]{2}-[0-9]{2} ([01][0-9]|2[0-3])(:[0-5][0-9]){2}"),
}


def is_readable(columns: Columns) -> bool:
    """Whether DuckDB can read columns of these types."""
    return all(kind in _FORMS for _, kind in columns)


def insert_delimited(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: Columns,
    marks: tuple[str, str],
    numbers: Sequence[int],
    lines: Lines,
) -> list[tuple[int, str]]:
    """Insert the lines, each of the object of its number, that DuckDB reads alike; returns the others.

    :param marks: the delimiter of fields, and the text that stands for NULL
    """
    delimiter, null = map(literal, marks)
    fields = ", ".join(f"nullif(fields[{n}], {null}) AS c{n}" for n in range(1, len(columns) + 1))
    kinds = [kind for _, kind in columns]
    casts = ", ".join(f"TRY_CAST(c{n} AS {_FORMS[kind][0]}) AS v{n}" for n, kind in enumerate(kinds, 1))
    fits = " AND ".join(_fits(n, kind) for n, kind in enumerate(kinds, 1))
    with registered(connection, {"object": ("int32", numbers), "line": ("string", lines)}) as given:
        connection.execute(
            f"""CREATE OR REPLACE TEMP TABLE delimited AS
                SELECT object, CASE WHEN NOT ({fits}) THEN line END AS line, {casts} FROM (
                    SELECT object, line, {fields} FROM (
                        SELECT object, line, string_split(line, {delimiter}) AS fields FROM {given}))"""  # noqa: S608
        )
    values = ", ".join(f"v{n}" for n in range(1, len(columns) + 1))
    connection.execute(f"INSERT INTO {table} SELECT object, {values} FROM delimited WHERE line IS NULL")  # noqa: S608
    return connection.execute("SELECT object, line FROM delimited WHERE line IS NOT NULL").fetchall()


def _fits(place: int, kind: str) -> str:
    """The condition that the field at a place is NULL, or of the form of its type and a value of it."""
    type_, form = _FORMS[kind]
    if form is None:
        return "true"
    known = f"regexp_full_match(c{place}, {literal(form)}) AND TRY_CAST(c{place} AS {type_}) IS NOT NULL"
    return f"(c{place} IS NULL OR ({known}))"
