"""The fast way gives what the SerDe gives."""

import pytest

from offline_aws.athena.sql.engine import Engine
from offline_aws.athena.sql.serde import JsonRows, Options
from offline_aws.athena.sql.shapes import insert_shapes, keys_of

COLUMNS = (("a", "int"), ("b", "string"), ("c", "double"), ("d", "boolean"), ("e", "bigint"))

EXACT = [
    '{"a": 1, "b": "x", "c": 1.5, "d": true, "e": 5000000000}',
    '{"A": -1, "B": "\\u2013\\n", "c": 2, "d": false}',
    ' {"b": 7}\r',
    '{"b": true, "z": [1, {"y": 2}]}',
    '{"a": null}',
    '{"b": "x\\u0000y"}',
]
LEFT_OVER = [
    "",
    "{}",
    "text",
    "[1]",
    '{"a": 1}{"a": 2}',
    '{"a": "1"}',
    '{"a": 1, "A": 2}',
    '{"a": 1, "a": 2}',
    '{"a": 3000000000}',
    '{"b": 1.10}',
    '{"b": {"x": 1}}',
    '{"b": "\\ud800"}',
    '{"b.c": 1}',
]


def fast(engine: Engine, *lines: str) -> tuple[list[tuple[object, ...]], list[tuple[int, str]]]:
    """The rows that were inserted, and the lines left over."""
    connection = engine.connect()
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE t (object INTEGER, a INTEGER, b VARCHAR, c DOUBLE, d BOOLEAN, e BIGINT)"
    )
    rest = insert_shapes(connection, "t", COLUMNS, Options.of({}), [0] * len(lines), lines)
    return connection.execute("SELECT a, b, c, d, e FROM t").fetchall(), rest


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine(tmp_path_factory.mktemp("duckdb"))


@pytest.mark.parametrize("line", [line for line in EXACT if not line.startswith(" ")])
def test_a_line_of_a_known_shape_is_read_as_the_serde_reads_it(engine: Engine, line: str) -> None:
    row = JsonRows({}, COLUMNS).row(line)
    assert fast(engine, line) == ([tuple(row.values())], [])


@pytest.mark.parametrize("line", LEFT_OVER)
def test_any_other_line_is_left_over(engine: Engine, line: str) -> None:
    assert fast(engine, line) == ([], [(0, line)])


def test_lines_of_many_shapes_are_each_read_once(engine: Engine) -> None:
    rows, rest = fast(engine, *EXACT, *LEFT_OVER)
    assert (len(rows) + len(rest), len(rest)) == (len(EXACT) + len(LEFT_OVER), len(LEFT_OVER) + 1)


def test_a_shape_tells_which_key_each_column_is_read_from() -> None:
    assert keys_of(["A", "z"], COLUMNS[:2], Options.of({})) == ("A", None)
