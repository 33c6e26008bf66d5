"""The fast way from JSON lines to rows: DuckDB reads all lines of a shape at once.

A shape is the list of a line's keys. Most data has few. Lines whose keys say of every column which key it is read from
are inserted together, where each value is of a kind that DuckDB reads exactly as ``serde.py`` would; any other line (no
JSON object, keys given twice, text in a number's place …) is left to ``serde.py``.
"""

import itertools
import json
from collections.abc import Iterable, Sequence

import duckdb

from offline_aws.athena.sql.arrow import registered
from offline_aws.athena.sql.identifiers import literal
from offline_aws.athena.sql.nested_shapes import PLAIN_KEY, Plan, is_nested, is_readable, plan_of, signature
from offline_aws.athena.sql.serde import Options
from offline_aws.athena.sql.types import duckdb_type_of

Columns = Sequence[tuple[str, str]]
# For each column the key that it is read from, None for a column that the lines lack.
Keys = tuple[str | None, ...]

# The path of each value that is found in the lines, with its Hive type.
Found = Sequence[tuple[str, str]]

# Beyond this many shapes the lines are not of a kind, and each INSERT reads few.
MOST_SHAPES = 32

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
    if not shape or len(normal) != len(shape) or not all(map(PLAIN_KEY.fullmatch, shape)):
        return None
    found = tuple(normal.get(options.key_of(name)) for name, _ in columns)
    readable = all(
        key is None or kind in _CASTS or (is_nested(kind) and is_readable(kind))
        for key, (_, kind) in zip(found, columns, strict=True)
    )
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
        rest += _insert(connection, table, columns, options, keys, alike)
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
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: Columns,
    options: Options,
    keys: Keys,
    shapes: Sequence[Sequence[str]],
) -> list[tuple[int, str]]:
    """Insert the lines of some shapes with the same keys; returns those that have a value that does not fit.

    Lines whose nested values have the same structure are inserted together.
    """
    found = [(f'$."{key}"', kind) for key, (_, kind) in zip(keys, columns, strict=True) if key is not None]
    _find_structures(connection, found, shapes)
    places = iter(range(1, len(found) + 1))
    values = ", ".join(["object", *(f"c{next(places)}" if key is not None else "NULL" for key in keys)])
    variants = [each for (each,) in connection.execute("SELECT DISTINCT structures FROM shaped").fetchall()]
    known: list[Sequence[str]] = []
    rest: list[tuple[int, str]] = []
    for variant in variants if len(variants) <= MOST_SHAPES else ():
        if plans := _plans(found, variant, options):
            known.append(variant)
            _read(connection, found, plans, variant)
            connection.execute(f"INSERT INTO {table} SELECT {values} FROM fitting WHERE line IS NULL")  # noqa: S608
            rest += connection.execute("SELECT object, line FROM fitting WHERE line IS NOT NULL").fetchall()
    return (
        rest
        + connection.execute(
            "SELECT object, line FROM shaped WHERE structures NOT IN (SELECT unnest($1::VARCHAR[][]))", [known]
        ).fetchall()
    )


def _find_structures(connection: duckdb.DuckDBPyConnection, found: Found, shapes: Sequence[Sequence[str]]) -> None:
    """The table ``shaped``: the lines of some shapes with the kinds and texts of their values, and of those that are
    nested the JSON and its structure."""
    nested = [(path, kind) for path, kind in found if is_nested(kind)]
    paths, plain, parts = (
        ", ".join(literal(path) for path, _ in listed)
        for listed in (found, [item for item in found if item not in nested], nested)
    )
    structures = ", ".join(signature(f"parts[{place}]", kind) for place, (_, kind) in enumerate(nested, 1))
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE parted AS
            SELECT object, line, json_type(line, [{paths}]::VARCHAR[]) AS kinds,
              json_extract_string(line, [{plain}]::VARCHAR[]) AS texts
              {f", json_extract(line, [{parts}]) AS parts" if nested else ""}
            FROM lines WHERE keys IN (SELECT unnest($1::VARCHAR[][]))""",  # noqa: S608
        [shapes],
    )
    connection.execute("CREATE OR REPLACE TEMP VIEW shaped AS SELECT *, []::VARCHAR[] AS structures FROM parted")
    if nested:
        connection.execute(
            "CREATE OR REPLACE TEMP TABLE structured AS "  # noqa: S608
            f"SELECT *, [{structures}]::VARCHAR[] AS structures FROM parted"
        )
        connection.execute("CREATE OR REPLACE TEMP VIEW shaped AS FROM structured")


def _plans(found: Found, variant: Sequence[str], options: Options) -> list[Plan] | None:
    """The plan of each value, of plain ones an empty one; None if one can't be read at once."""
    structures = iter(variant)
    plans = [plan_of(next(structures), kind, options) if is_nested(kind) else Plan("") for _, kind in found]
    return [plan for plan in plans if plan] if all(plans) else None


def _read(connection: duckdb.DuckDBPyConnection, found: Found, plans: Sequence[Plan], variant: Sequence[str]) -> None:
    """The table ``fitting``: the values c1, c2, … of the lines of a variant, and the line where one does not fit."""
    read, values, fits = [], [], []
    parts, texts = itertools.count(1), itertools.count(1)
    for place, ((_, kind), plan) in enumerate(zip(found, plans, strict=True), 1):
        if plan.read_as:
            part = f"parts[{next(parts)}]"
            distinct = plan.distinct.replace("{}", part) or "true"
            read.append(f", CASE WHEN {distinct} THEN from_json({part}, {_type_as_json(plan)}) END AS r{place}")
            values.append(f", TRY(CAST({plan.value.replace('{}', f'r{place}')} AS {duckdb_type_of(kind)})) AS c{place}")
            fits.append(f"(coalesce(kinds[{place}], 'NULL') = 'NULL' OR c{place} IS NOT NULL)")
        else:
            text = f"texts[{next(texts)}]"
            values.append(f", TRY_CAST({text} AS {_CASTS[kind][0]}) AS c{place}")
            fits.append(_fits(place, text, kind))
    source = "shaped"
    if read:
        source = "read"
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE read AS SELECT object, line, kinds, texts{''.join(read)} "  # noqa: S608
            "FROM shaped WHERE structures = $1::VARCHAR[]",
            [variant],
        )
    misfit = f"CASE WHEN NOT ({' AND '.join(fits) or 'true'}) THEN line END"
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE fitting AS SELECT * EXCLUDE (kinds, texts) REPLACE ({misfit} AS line) "  # noqa: S608
        f"FROM (SELECT object, line, kinds, texts{''.join(values)} FROM {source})"
    )


def _type_as_json(plan: Plan) -> str:
    return literal(json.dumps(plan.read_as))


def _fits(place: int, text: str, kind: str) -> str:
    """The condition that the value at a place is NULL, or of a kind that its text tells."""
    type_, kinds = _CASTS[kind]
    listed = ", ".join(f"'{name}'" for name in kinds)
    fits = f"kinds[{place}] IN ({listed}) AND TRY_CAST({text} AS {type_}) IS NOT NULL"
    return f"(coalesce(kinds[{place}], 'NULL') = 'NULL' OR ({fits}))"


def _others(connection: duckdb.DuckDBPyConnection, known: Iterable[Sequence[str]]) -> list[tuple[int, str]]:
    """(number, line) of the lines of other shapes."""
    return connection.execute(
        "SELECT object, line FROM lines WHERE keys IS NULL OR keys NOT IN (SELECT unnest($1::VARCHAR[][]))",
        [list(known)],
    ).fetchall()
