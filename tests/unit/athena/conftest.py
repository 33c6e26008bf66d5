"""Real DuckDB over objects and a catalog in memory."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from offline_aws.athena.catalog import Partition, Table
from offline_aws.athena.errors import QueryError
from offline_aws.athena.objects import StoredObject
from offline_aws.athena.sql.classify import classify
from offline_aws.athena.sql.engine import Engine
from offline_aws.athena.sql.plan import plan
from offline_aws.athena.sql.row_cache import RowCache
from offline_aws.athena.sql.select import select
from offline_aws.athena.sql.storage import OPENX
from offline_aws.athena.sql.tables import TableReader

NOW = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)


class MemoryObjects:
    """S3 as the engine sees it; remembers what was asked of it."""

    def __init__(self) -> None:
        self.bodies: dict[str, bytes] = {}
        self.listed: list[str] = []
        self.reads: list[str] = []

    def put(self, uri: str, body: str | bytes) -> None:
        self.bodies[uri] = body.encode() if isinstance(body, str) else body

    def list(self, bucket: str, prefix: str) -> list[StoredObject]:
        start = f"s3://{bucket}/{prefix}"
        self.listed.append(start)
        return [
            StoredObject(bucket, uri.removeprefix(f"s3://{bucket}/"), hashlib.md5(body).hexdigest(), len(body), NOW)
            for uri, body in self.bodies.items()
            if uri.startswith(start)
        ]

    def read(self, stored: StoredObject) -> bytes:
        self.reads.append(stored.uri)
        return self.bodies[stored.uri]

    def place(self, stored: StoredObject, path: Path) -> None:
        path.write_bytes(self.read(stored))


class MemoryCatalog:
    """The catalog of one database, ``default``."""

    def __init__(self) -> None:
        self.found: dict[str, Table] = {}
        self.registered: dict[str, list[Partition]] = {}

    def table(self, database: str, name: str) -> Table | None:
        return self.found.get(name) if database == "default" else None

    def database(self, name: str) -> dict[str, Any] | None:
        return {"Name": name} if name == "default" else None

    def partitions(self, table: Table) -> list[Partition]:
        return self.registered[table.name]


class Athena:
    """Runs SELECTs as the provider does, without the API."""

    def __init__(self, folder: Path) -> None:
        self.objects, self.catalog = MemoryObjects(), MemoryCatalog()
        self.engine = Engine(folder)
        self.cache = RowCache(self.engine, self.objects)
        self.now = NOW

    def table(
        self,
        name: str,
        columns: str,
        keys: str = "",
        parameters: Mapping[str, str] | None = None,
        serde: Mapping[str, str] | None = None,
    ) -> None:
        """A table at ``s3://data/<name>/``; columns and keys as ``a int, b string``."""
        pairs, partition = (
            tuple(tuple(item.strip().split(" ", 1)) for item in text.split(";") if item) for text in (columns, keys)
        )
        self.catalog.found[name] = Table(
            "default",
            name,
            pairs,
            partition,
            f"s3://data/{name}/",
            OPENX,
            serde or {},
            parameters or {},  # type: ignore[arg-type]
        )

    def sql(self, text: str) -> str:
        """The DuckDB SQL that a SELECT becomes."""
        return plan(classify(text).tree, "default", self.catalog).sql  # type: ignore[arg-type]

    def rows(self, text: str) -> list[list[str | None]]:
        return self.result(text)[1]

    def row(self, text: str) -> list[str | None]:
        (row,) = self.rows(text)
        return row

    def result(self, text: str) -> tuple[list[tuple[str, str]], list[list[str | None]]]:
        """Columns as (name, type), and rows."""
        prepared = plan(classify(text).tree, "default", self.catalog)  # type: ignore[arg-type]
        reader = TableReader(self.catalog, self.objects, self.cache, self.now)  # type: ignore[arg-type]
        with self.cache.reading():
            selection = select(self.engine.connect(), prepared, reader)
            return [(column.name, column.type) for column in selection.columns], list(selection.rows)

    def failure(self, text: str) -> str:
        with pytest.raises(QueryError) as failure:
            self.rows(text)
        return str(failure.value)


@pytest.fixture
def athena(tmp_path: Path) -> Athena:
    return Athena(tmp_path)


@pytest.fixture(scope="session")
def shared_athena(tmp_path_factory: pytest.TempPathFactory) -> Athena:
    """For queries that read no table."""
    return Athena(tmp_path_factory.mktemp("duckdb"))
