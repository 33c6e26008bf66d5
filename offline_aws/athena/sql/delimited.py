"""The fast way from delimited lines to rows: DuckDB splits all lines at once and casts their fields.

It takes the lines whose every field is NULL or of a form that DuckDB reads exactly as the readers of ``text_serde.py``
would; any other line is left to them, and so is a table with a column of another type.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Splitting:
    """How DuckDB splits the lines of a table.

    ``fields`` is the expression that makes a list of a ``line``, NULL for one that must be read by itself; ``null`` is
    the text that stands for NULL, if there is one.
    """

    fields: str
    kinds: Collection[str]
    null: str | None = None

    def fits(self, columns: Columns) -> bool:
        """Whether the columns are of types that DuckDB reads alike."""
        return all(kind in self.kinds for _, kind in columns)


def delimited(delimiter: str, null: str) -> Splitting:
    """Lines that hold to no rule but a delimiter and a text for NULL."""
    return Splitting(f"string_split(line, {literal(delimiter)})", _FORMS, null)


def comma_separated(separator: str, quote: str, escape: str) -> Splitting:
    """Lines without quotes, or with quotes around each field and none in it. Dates are numbers there: not taken."""
    between, marks = literal(quote + separator + quote), (literal(quote), literal(escape))
    plain = " AND ".join(f"NOT contains(line, {mark})" for mark in marks)
    inner = f"string_split(line[2:-2], {between})"
    quoted = (
        f"length(line) > 1 AND starts_with(line, {marks[0]}) AND ends_with(line, {marks[0]}) "
        f"AND NOT contains(list_aggregate({inner}, 'string_agg', ''), {marks[0]}) AND NOT contains(line, {marks[1]})"
    )
    fields = (
        f"CASE WHEN line = '' THEN NULL WHEN {plain} THEN string_split(line, {literal(separator)}) "
        f"WHEN {quoted} THEN {inner} END"
    )
    return Splitting(fields, _FORMS.keys() - {"date", "timestamp"})


def insert_delimited(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: Columns,
    splitting: Splitting,
    numbers: Sequence[int],
    lines: Lines,
) -> list[tuple[int, str]]:
    """Insert the lines, each of the object of its number, that DuckDB reads alike; returns the others."""
    null = "NULL" if splitting.null is None else literal(splitting.null)
    fields = ", ".join(f"nullif(fields[{n}], {null}) AS c{n}" for n in range(1, len(columns) + 1))
    kinds = [kind for _, kind in columns]
    casts = ", ".join(f"TRY_CAST(c{n} AS {_FORMS[kind][0]}) AS v{n}" for n, kind in enumerate(kinds, 1))
    fits = " AND ".join(_fits(n, kind) for n, kind in enumerate(kinds, 1))
    with registered(connection, {"object": ("int32", numbers), "line": ("string", lines)}) as given:
        connection.execute(
            f"""CREATE OR REPLACE TEMP TABLE delimited AS
                SELECT object, CASE WHEN fields IS NULL OR NOT ({fits}) THEN line END AS line, {casts} FROM (
                    SELECT object, line, fields, {fields} FROM (
                        SELECT object, line, {splitting.fields} AS fields FROM {given}))"""  # noqa: S608
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
