"""The fast way from JSON lines to rows: DuckDB reads all lines of a shape at once.

A shape is the list of a line's keys. Most data has few. Lines whose keys say of every column which key it is read from
are inserted together, where each value is of a kind that DuckDB reads exactly as ``serde.py`` would; any other line (no
JSON object, keys given twice, text in a number's place, nested values …) is left to ``serde.py``.
"""

import re
from collections.abc import Iterable, Sequence

import duckdb

from offline_aws.athena.sql.arrow import registered
from offline_aws.athena.sql.serde import Options

Columns = Sequence[tuple[str, str]]
# For each column the key that it is read from, None for a column that the lines lack.
Keys = tuple[str | None, ...]

# Beyond this many shapes the lines are not of a kind, and each INSERT reads few.
MOST_SHAPES = 32
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]+")

# Hive type → the DuckDB type that a value's text is cast to, and the kinds of JSON value for which that is right.
_WHOLE = ("UBIGINT", "BIGINT")
_CASTS = {
    "string": ("VARCHAR", ("VARCHAR", "UBIGINT", "BOOLEAN")),
    "boolean": ("BOOLEAN", ("BOOLEAN",)),
    "tinyint": ("TINYINT", _WHOLE),
    "smallint": ("SMALLINT", _WHOLE),
    "int": ("INTEGER", _WHOLE),
    "bigint": ("BIGINT", _WHOLE),
    "double": ("DOUBLE", (*_WHOLE, "DOUBLE")),
}


def keys_of(shape: Sequence[str], columns: Columns, options: Options) -> Keys | None:
    """The key of each column in lines of a shape; None if they must be read one by one."""
    normal = {options.normal_key(key): key for key in shape}
    if not shape or len(normal) != len(shape) or not all(map(_PLAIN_KEY.fullmatch, shape)):
        return None
    found = tuple(normal.get(options.key_of(name)) for name, _ in columns)
    readable = all(key is None or kind in _CASTS for key, (_, kind) in zip(found, columns, strict=True))
    return found if readable else None


def insert_shapes(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: Columns,
    options: Options,
    numbers: Sequence[int],
    lines: Sequence[str],
) -> list[tuple[int, str]]:
    """Insert the lines, each of the object of its number, that have a known shape; returns the others."""
    _find_shapes(connection, numbers, lines)
    shapes = connection.execute("SELECT DISTINCT keys FROM lines WHERE keys IS NOT NULL").fetchall()
    groups: dict[Keys, list[list[str]]] = {}
    for (shape,) in shapes if len(shapes) <= MOST_SHAPES else ():
        if keys := keys_of(shape, columns, options):
            groups.setdefault(keys, []).append(shape)
    rest: list[tuple[int, str]] = []
    for keys, alike in groups.items():
        rest += _insert(connection, table, columns, keys, alike)
    return rest + _others(connection, [shape for alike in groups.values() for shape in alike])


def _find_shapes(connection: duckdb.DuckDBPyConnection, numbers: Sequence[int], lines: Sequence[str]) -> None:
    """The temporary table ``lines``: each line with its object and, of a JSON object, its keys."""
    # Each step is a table, as DuckDB would otherwise repeat the parsing wherever its result is used.
    with registered(connection, {"object": ("int32", numbers), "line": ("string", lines)}) as given:
        connection.execute(
            f"""CREATE OR REPLACE TEMP TABLE valid AS
                SELECT *, starts_with(line, '{{') AND json_valid(line) AS is_object FROM {given}"""  # noqa: S608
        )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE lines AS "
        "SELECT object, line, CASE WHEN is_object THEN json_keys(line) END AS keys FROM valid"
    )


def _insert(
    connection: duckdb.DuckDBPyConnection, table: str, columns: Columns, keys: Keys, shapes: Sequence[Sequence[str]]
) -> list[tuple[int, str]]:
    """Insert the lines of some shapes with the same keys; returns those that have a value that does not fit."""
    paths = ", ".join(f"'$.\"{key}\"'" for key in keys if key is not None)
    kinds = [kind for key, (_, kind) in zip(keys, columns, strict=True) if key is not None]
    casts = "".join(f", TRY_CAST(texts[{n}] AS {_CASTS[kind][0]}) AS c{n}" for n, kind in enumerate(kinds, 1))
    fits = " AND ".join(_fits(n, kind) for n, kind in enumerate(kinds, 1)) or "true"
    places = iter(range(1, len(kinds) + 1))
    values = ", ".join(["object", *(f"c{next(places)}" if key is not None else "NULL" for key in keys)])
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE shaped AS SELECT object, CASE WHEN NOT ({fits}) THEN line END AS line{casts}
            FROM (SELECT object, line, json_type(line, [{paths}]::VARCHAR[]) AS kinds,
                  json_extract_string(line, [{paths}]::VARCHAR[]) AS texts
                  FROM lines WHERE keys IN (SELECT unnest($1::VARCHAR[][])))""",  # noqa: S608
        [shapes],
    )
    connection.execute(f"INSERT INTO {table} SELECT {values} FROM shaped WHERE line IS NULL")  # noqa: S608
    return connection.execute("SELECT object, line FROM shaped WHERE line IS NOT NULL").fetchall()


def _fits(place: int, kind: str) -> str:
    """The condition that the value at a place is NULL, or of a kind that its text tells."""
    type_, kinds = _CASTS[kind]
    listed = ", ".join(f"'{name}'" for name in kinds)
    text = f"kinds[{place}] IN ({listed}) AND TRY_CAST(texts[{place}] AS {type_}) IS NOT NULL"
    return f"(coalesce(kinds[{place}], 'NULL') = 'NULL' OR ({text}))"


def _others(connection: duckdb.DuckDBPyConnection, known: Iterable[Sequence[str]]) -> list[tuple[int, str]]:
    """(number, line) of the lines of other shapes."""
    return connection.execute(
        "SELECT object, line FROM lines WHERE keys IS NULL OR keys NOT IN (SELECT unnest($1::VARCHAR[][]))",
        [list(known)],
    ).fetchall()
