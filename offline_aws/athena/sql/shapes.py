"""The fast way from JSON lines to rows: DuckDB reads all lines of a shape at once.

A shape is what ``json_structure`` says of a line: its keys and the kinds of their values. Most data has few. Of a shape
whose every column DuckDB can read exactly as ``serde.py`` would, one INSERT reads all lines; any other line (no JSON
object, keys given twice, text in a number's place, nested values …) is left to ``serde.py``.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from offline_aws.athena.sql.serde import Options

Columns = Sequence[tuple[str, str]]

# Beyond this many shapes the lines are not of a kind, and each INSERT reads few.
MOST_SHAPES = 32
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]+")

# (Hive type, kind of the JSON value) → the DuckDB type that the value's text is cast to.
_CASTS = {
    ("string", "VARCHAR"): "VARCHAR",
    ("string", "UBIGINT"): "VARCHAR",
    ("string", "BOOLEAN"): "VARCHAR",
    ("boolean", "BOOLEAN"): "BOOLEAN",
    ("int", "UBIGINT"): "INTEGER",
    ("int", "BIGINT"): "INTEGER",
    ("bigint", "UBIGINT"): "BIGINT",
    ("bigint", "BIGINT"): "BIGINT",
    ("double", "UBIGINT"): "DOUBLE",
    ("double", "BIGINT"): "DOUBLE",
    ("double", "DOUBLE"): "DOUBLE",
}


@dataclass(frozen=True)
class Reading:
    """How a column is read: the key and the type its text is cast to; the cast fails only for what does not fit."""

    key: str
    type: str


def readings(shape: str, keys: int, columns: Columns, options: Options) -> list[Reading | None] | None:
    """How each column is read from lines of a shape, None for NULL; None if they must be read one by one.

    ``keys`` is how many keys the lines have, which is more than the shape has when some are given twice.
    """
    kinds = json.loads(shape)
    if not isinstance(kinds, dict):  # {} has no structure
        return None
    normal = {options.normal_key(key): key for key in kinds}
    if not (len(normal) == len(kinds) == keys and all(map(_PLAIN_KEY.fullmatch, kinds))):
        return None
    found: list[Reading | None] = []
    for name, hive_type in columns:
        key = normal.get(options.key_of(name))
        if key is None or kinds[key] == "NULL":
            found.append(None)
        elif not isinstance(kinds[key], str) or (hive_type, kinds[key]) not in _CASTS:
            return None
        else:
            found.append(Reading(key, _CASTS[hive_type, kinds[key]]))
    return found


def insert_shapes(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: Columns,
    options: Options,
    bodies: Sequence[tuple[int, str]],
) -> list[tuple[int, str]]:
    """Insert the lines of (object number, text) pairs that have a known shape; returns (number, line) of the others."""
    _split(connection, bodies)
    shapes = connection.execute("SELECT DISTINCT shape, keys FROM lines WHERE shape IS NOT NULL").fetchall()
    for shape, keys in shapes if len(shapes) <= MOST_SHAPES else ():
        found = readings(shape, keys, columns, options)
        if found is not None:
            _insert(connection, table, found, shape, keys)
    return connection.execute("SELECT object, line FROM lines").fetchall()


def _split(connection: duckdb.DuckDBPyConnection, bodies: Sequence[tuple[int, str]]) -> None:
    """The temporary table ``lines``: each line with its object, its shape and the number of its keys."""
    texts = json.dumps([{"object": number, "body": text} for number, text in bodies], ensure_ascii=False)
    # Each step is a table, as DuckDB would otherwise repeat the parsing wherever its result is used.
    connection.execute(
        """CREATE OR REPLACE TEMP TABLE split AS SELECT object, unnest(string_split(body, chr(10))) AS line FROM
           (SELECT unnest(from_json($1, '[{"object": "INTEGER", "body": "VARCHAR"}]'), max_depth := 2))""",
        [texts.encode("utf-8", "replace").decode()],
    )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE valid AS "
        "SELECT *, starts_with(line, '{') AND json_valid(line) AS is_object FROM split"
    )
    connection.execute(
        """CREATE OR REPLACE TEMP TABLE lines AS SELECT object, line,
           CASE WHEN is_object THEN CAST(json_structure(line) AS VARCHAR) END AS shape,
           CASE WHEN is_object THEN len(json_keys(line)) END AS keys FROM valid"""
    )


def _insert(
    connection: duckdb.DuckDBPyConnection, table: str, found: Sequence[Reading | None], shape: str, keys: int
) -> None:
    """Move the lines of a shape from ``lines`` to the table; those with a value that does not fit stay."""
    read = [reading for reading in found if reading]
    paths = ", ".join(f"'$.\"{reading.key}\"'" for reading in read)
    casts = "".join(f", TRY_CAST(texts[{n}] AS {reading.type}) AS c{n}" for n, reading in enumerate(read, 1))
    fits = " AND ".join(f"c{n} IS NOT NULL" for n in range(1, len(read) + 1)) or "true"
    places = iter(range(1, len(read) + 1))
    values = ", ".join(["object", *(f"c{next(places)}" if reading else "NULL" for reading in found)])
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE shaped AS SELECT object, line{casts} FROM
            (SELECT object, line, json_extract_string(line, [{paths}]::VARCHAR[]) AS texts
             FROM lines WHERE shape = $1 AND keys = $2)""",  # noqa: S608
        [shape, keys],
    )
    connection.execute("DELETE FROM lines WHERE shape = $1 AND keys = $2", [shape, keys])
    connection.execute(f"INSERT INTO {table} SELECT {values} FROM shaped WHERE {fits}")  # noqa: S608
    connection.execute(f"INSERT INTO lines SELECT object, line, NULL, NULL FROM shaped WHERE NOT ({fits})")  # noqa: S608
