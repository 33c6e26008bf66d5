"""Athena's queries against DuckDB on the same files: read locally, and by plain HTTP from the sandbox's S3."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

import duckdb

from bench.figures import Figure, at_most
from bench.run import Run, seconds
from bench.sandboxes import running
from offline_aws.sandbox import Sandbox
from tests.athena import Athena
from tests.aws import client_of

BUCKET, RESULTS = "clicks-of-bench", "results-of-bench"
QUERY = "SELECT element_clicked, count(*) AS views, avg(time_spent) AS seconds{} FROM {} GROUP BY element_clicked"
COLUMNS = "element_clicked string, time_spent int, source_menu string, created_at string"
ORDERS = "tags array<string>, lines array<struct<dish:string,n:int>>, guest struct<name:string,at:struct<hour:int>>"
LOCAL, HTTP = "DuckDB, local files", "DuckDB, plain httpfs"
REPETITIONS = 10


@dataclass(frozen=True)
class DataSet:
    """Objects of as many rows each, and the goal for a first query; ``nested`` ones have three more columns."""

    objects: int
    rows: int
    first: float | None = None
    nested: bool = False

    def __str__(self) -> str:
        return f"{self.objects:,} objects x {self.rows:,}{', nested' if self.nested else ''}"

    @property
    def table(self) -> str:
        return f"{'orders' if self.nested else 'clicks'}_{self.objects}"

    def query(self, source: str) -> str:
        return QUERY.format(", count(tags), count(lines), count(guest)" if self.nested else "", source)


SETS = (DataSet(1_000, 100, first=15), DataSet(10_000, 100), DataSet(24, 50_000), DataSet(24, 10_000, nested=True))


def figures(run: Run) -> Iterator[Figure]:
    with running(run, "athena") as sandbox:
        s3 = client_of(sandbox, "s3")
        for bucket in (BUCKET, RESULTS):
            s3.create_bucket(Bucket=bucket)
        athena = Athena(client_of(sandbox, "athena"), s3)
        _warm(athena)
        for data in SETS:
            yield from _queries(run, sandbox, athena, data)


def _warm(athena: Athena) -> None:
    """Load what the sandbox loads with the first object that it reads: pandas, where PyArrow finds it installed."""
    athena.s3.put_object(Bucket=BUCKET, Key="warm/1", Body=b"1\n")
    _run(athena, f"CREATE EXTERNAL TABLE warm (a int) LOCATION 's3://{BUCKET}/warm/'")
    _run(athena, "SELECT a FROM warm")


def _queries(run: Run, sandbox: Sandbox, athena: Athena, data: DataSet) -> Iterator[Figure]:
    """The first query, one that finds nothing new, and one that finds one new object."""
    folder = run.folder / data.table
    _fill(run, athena.s3, data, folder)
    columns = f"{COLUMNS}, {ORDERS}" if data.nested else COLUMNS
    serde = "ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'"
    _run(athena, f"CREATE EXTERNAL TABLE {data.table} ({columns}) {serde} LOCATION 's3://{BUCKET}/{data.table}/'")
    query = data.query(data.table)
    with run.step(f"first query of {data}"):
        first = seconds(lambda: _run(athena, query))
    taken = run.in_turn(
        f"queries of {data}",
        {
            LOCAL: lambda _: seconds(lambda: _local(data, f"{folder}/*")),
            "again": lambda _: seconds(lambda: _run(athena, query)),
            "refreshed": lambda number: _refreshed(athena, data, query, number),
        },
        REPETITIONS,
    )
    local = median(taken[LOCAL])
    yield Figure(f"{data}: first query", first, "s", LOCAL, local, at_most(data.first) if data.first else None)
    for name, text in (("again", "repeated query"), ("refreshed", "query with one new object")):
        yield Figure(f"{data}: {text}", median(taken[name]), "s", LOCAL, local, at_most(3))
    if by_http := _by_http(run, sandbox, data):
        yield Figure(f"{data}: first query", first, "s", HTTP, by_http)


def _fill(run: Run, s3: Any, data: DataSet, folder: Path) -> None:
    """The same clicks as objects and as local files."""
    folder.mkdir()
    chance = random.Random(data.objects)  # noqa: S311 - not for secrets
    with run.step(f"writing {data}", total=data.objects) as advance:
        for number in range(data.objects):
            body = _clicks(chance, data)
            (folder / f"{number}.json").write_bytes(body)
            s3.put_object(Bucket=BUCKET, Key=f"{data.table}/{number}", Body=body)
            advance(1)


def _clicks(chance: random.Random, data: DataSet) -> bytes:
    """The lines of an object."""
    lines = (
        {
            "element_clicked": f"entree_{chance.randint(1, 30)}",
            "time_spent": chance.randint(1, 300),
            "source_menu": "restaurant_name",
            "created_at": f"2026-11-23 12:{chance.randint(0, 59):02d}:00",
        }
        | (_order(chance) if data.nested else {})
        for _ in range(data.rows)
    )
    return "".join(f"{json.dumps(line)}\n" for line in lines).encode()


def _order(chance: random.Random) -> dict[str, Any]:
    return {
        "tags": [f"tag_{chance.randint(1, 9)}" for _ in range(chance.randint(0, 3))],
        "lines": [{"dish": f"entree_{chance.randint(1, 30)}", "n": chance.randint(1, 5)} for _ in range(2)],
        "guest": {"name": f"guest_{chance.randint(1, 99)}", "at": {"hour": chance.randint(0, 23)}},
    }


def _run(athena: Athena, sql: str) -> None:
    output = {"ResultConfiguration": {"OutputLocation": f"s3://{RESULTS}/"}}
    status = athena.run(sql, **output)["Status"]
    assert status["State"] == "SUCCEEDED", status  # noqa: S101 - a figure of a failed query means nothing


def _refreshed(athena: Athena, data: DataSet, query: str, number: int) -> float:
    """A query after one more object has landed."""
    body = _clicks(random.Random(number), data)  # noqa: S311
    athena.s3.put_object(Bucket=BUCKET, Key=f"{data.table}/new-{number}", Body=body)
    return seconds(lambda: _run(athena, query))


def _local(data: DataSet, source: str, connect: Callable[[], duckdb.DuckDBPyConnection] = duckdb.connect) -> None:
    with connect() as connection:
        connection.execute("SET threads = 2")
        connection.execute(data.query(f"read_json('{source}', format = 'newline_delimited')")).fetchall()


def _by_http(run: Run, sandbox: Sandbox, data: DataSet) -> float | None:
    """How long DuckDB takes over the sandbox's S3 API.

    None without its extension, which PyPI has: ``uv run --with duckdb-extension-httpfs==1.5.5 python -m bench athena``.
    """
    if not (package := find_spec("duckdb_extension_httpfs")) or not package.origin:
        return None
    extension = Path(package.origin).parent / f"extensions/v{duckdb.__version__}/httpfs.duckdb_extension"

    def connect() -> duckdb.DuckDBPyConnection:
        connection = duckdb.connect()
        connection.execute(f"LOAD '{extension}'")
        secret = f"KEY_ID 'test', SECRET 'test', ENDPOINT '127.0.0.1:{sandbox.port}', URL_STYLE 'path', USE_SSL false"
        connection.execute(f"CREATE SECRET (TYPE s3, {secret})")
        return connection

    with run.step(f"httpfs over {data}"):
        return seconds(lambda: _local(data, f"s3://{BUCKET}/{data.table}/*", connect))
