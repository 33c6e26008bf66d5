"""Nested values that DuckDB reads are those that the SerDe reads, one by one."""

import random
from collections.abc import Mapping, Sequence

import pytest

from offline_aws.athena.sql.engine import Engine
from offline_aws.athena.sql.insert import insert_rows
from offline_aws.athena.sql.serde import JsonRows, Options
from offline_aws.athena.sql.shapes import insert_shapes
from offline_aws.athena.sql.types import duckdb_type_of

COLUMNS = (
    ("id", "int"),
    ("tags", "array<string>"),
    ("item", "struct<name:string,seconds:int,at:struct<hour:tinyint,ok:boolean>>"),
    ("prices", "map<string,double>"),
    ("lines", "array<struct<dish:string,n:bigint>>"),
    ("deep", "array<array<int>>"),
    ("named", "map<string,struct<x:int>>"),
)
Row = Sequence[object]

EXACT = [
    '{"id": 1, "tags": ["a", null, "\\u00fc"], "deep": [[1, -2], [], null]}',
    '{"tags": [], "deep": []}',
    '{"tags": null, "item": null, "prices": null, "lines": null}',
    '{"item": {"name": "tea", "seconds": 5, "at": {"hour": 9, "ok": true}}}',
    '{"ITEM": {"Name": "tea", "extra": [1], "AT": {"Hour": 9}}}',
    '{"prices": {"tea": 2.5, "Pie": null, "a.b": 1}}',
    '{"prices": {}}',
    '{"lines": [{"dish": "soup", "n": 5000000000}, {"n": 1}, null, {"dish": null, "n": -3}]}',
    '{"named": {"a": {"x": 1}, "b": null, "c": {"x": 2}}}',
    '{"tags": [true, false]}',
    '{"tags": ["x\\u0000y", "\\ud83c\\udf75"], "prices": {"x\\u0000y": 1}}',
]
LEFT_OVER = [
    '{"lines": [{"n": 18446744073709551615}], "id": null}',
    '{"tags": "one"}',
    '{"tags": ["a", 1]}',
    '{"tags": [1, 2]}',
    '{"tags": [1.5]}',
    '{"item": {"name": 7}}',
    '{"lines": [{"n": 1}, {"N": 2}]}',
    '{"tags": [{"a": 1}]}',
    '{"item": {}}',
    '{"item": ["by place"]}',
    '{"item": {"seconds": "5"}}',
    '{"item": {"seconds": 3000000000}}',
    '{"item": {"name": "a", "name": "b"}}',
    '{"item": {"name": "a", "NAME": "b"}}',
    '{"item": {"at": {"hour": 1, "hour": 2}}}',
    '{"item": {"at": {"hour": 200}}}',
    '{"prices": {"a": 1, "a": 2}}',
    '{"prices": "none"}',
    '{"prices": [1]}',
    '{"prices": {"a": "1"}}',
    '{"lines": [{"dish": "a", "dish": "b"}]}',
    '{"lines": [{"dish": "a"}, 5]}',
    '{"deep": [1]}',
    '{"named": {"a": {"x": 1, "x": 2}}}',
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine(tmp_path_factory.mktemp("duckdb"))


def both(
    engine: Engine, lines: Sequence[str], properties: Mapping[str, str] | None = None
) -> tuple[list[Row], list[Row], list[int]]:
    """The rows that were read at once, the same as the SerDe reads them, and the numbers of the lines left over."""
    connection = engine.connect()
    kinds = "".join(f", {name} {duckdb_type_of(kind)}" for name, kind in COLUMNS)
    for table in ("fast", "slow"):
        connection.execute(f'CREATE OR REPLACE TEMP TABLE {table} ("$object" INTEGER{kinds})')
    rest = insert_shapes(connection, "fast", COLUMNS, Options.of(properties or {}), range(len(lines)), lines)
    left = sorted(number for number, _ in rest)
    numbers = [number for number in range(len(lines)) if number not in left]
    serde = JsonRows(properties or {}, COLUMNS)
    if numbers:
        insert_rows(connection, "slow", COLUMNS, numbers, [serde.row(lines[number]) for number in numbers])
    fast, slow = (connection.execute(f"FROM {table} ORDER BY 1").fetchall() for table in ("fast", "slow"))
    return fast, slow, left


@pytest.mark.parametrize("line", EXACT)
def test_a_value_of_a_known_structure_is_read_at_once(engine: Engine, line: str) -> None:
    fast, slow, left = both(engine, [line])
    assert (fast, left) == (slow, [])


@pytest.mark.parametrize("line", LEFT_OVER)
def test_any_other_value_is_left_over(engine: Engine, line: str) -> None:
    assert both(engine, [line]) == ([], [], [0])


def test_letter_case_matters_where_the_serde_says_so(engine: Engine) -> None:
    lines = ['{"item": {"name": "a", "NAME": "b"}}', '{"item": {"NAME": "b", "seconds": 1}}']
    fast, slow, left = both(engine, lines, {"case.insensitive": "false"})
    assert (fast, left) == (slow, [])


SCALARS = [
    "1",
    "-1",
    "0",
    "-0",
    "1.5",
    "1e3",
    "300",
    "5000000000",
    "true",
    "null",
    '"tea"',
    '""',
    '"1"',
    '"\\n"',
    "[]",
    "{}",
]
KEYS = ["name", "Name", "seconds", "at", "hour", "ok", "dish", "n", "N", "x", "y.z"]


def value(random_: random.Random, depth: int) -> str:
    kind = random_.random()
    if depth == 0 or kind < 0.5:
        return random_.choice(SCALARS)
    items = [value(random_, depth - 1) for _ in range(random_.randrange(3))]
    if kind < 0.7:
        return f"[{', '.join(items)}]"
    return "{" + ", ".join(f'"{random_.choice(KEYS)}": {item}' for item in items) + "}"


def test_whatever_is_read_at_once_is_what_the_serde_reads(engine: Engine) -> None:
    random_ = random.Random(4)
    lines = [f'{{"{random_.choice(COLUMNS)[0]}": {value(random_, 3)}}}' for _ in range(400)]
    read = 0
    for start in range(0, len(lines), 20):
        fast, slow, _ = both(engine, lines[start : start + 20])
        assert fast == slow
        read += len(fast)
    assert read > 30
