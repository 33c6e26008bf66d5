"""Runs queries: a bounded pool of threads takes each execution from QUEUED to its final state.

Every change of state passes ``_move``, so that a query that was cancelled stays cancelled whatever its thread still
finds out.
"""

import logging
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
from botocore.exceptions import ClientError

from offline_aws.athena import results
from offline_aws.athena.catalog import Catalog
from offline_aws.athena.errors import QueryError
from offline_aws.athena.models import CANCELLED, FAILED, FINAL, RUNNING, SUCCEEDED, QueryExecution
from offline_aws.athena.objects import Objects
from offline_aws.athena.sql import ddl, write_statements
from offline_aws.athena.sql.classify import Statement
from offline_aws.athena.sql.engine import Engine
from offline_aws.athena.sql.locations import split_uri
from offline_aws.athena.sql.prepared import PreparedStatement
from offline_aws.athena.sql.queries import Queries
from offline_aws.athena.sql.row_cache import RowCache
from offline_aws.athena.sql.select import select
from offline_aws.athena.sql.statements import Context
from offline_aws.athena.sql.types import Column

Prepared = dict[str, PreparedStatement]

LOG = logging.getLogger(__name__)

CONCURRENCY = 4
# Results up to this size are written without touching the disk.
_SPOOL = 16 << 20


class Runner:
    """Runs executions. ``folder`` holds what DuckDB spills."""

    def __init__(self, folder: Path, objects: Objects) -> None:
        self._objects = objects
        self._engine = Engine(folder)
        self._cache = RowCache(self._engine, objects)
        self._pool = ThreadPoolExecutor(CONCURRENCY, thread_name_prefix="athena")
        self._lock = threading.Lock()
        self._connections: dict[str, duckdb.DuckDBPyConnection] = {}

    def submit(self, execution: QueryExecution, statement: Statement, glue: Any, s3: Any, prepared: Prepared) -> None:
        """Run the execution when a thread is free."""
        self._pool.submit(self._run, execution, statement, Catalog(glue), s3, prepared)

    def cancel(self, execution: QueryExecution) -> None:
        """Stop the execution wherever it is; one that has ended stays as it ended."""
        self._move(execution, CANCELLED, reason="Query cancelled by user")
        if connection := self._connections.get(execution.id):
            connection.interrupt()

    def shutdown(self) -> None:
        """Stop what runs and take nothing more."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        for connection in list(self._connections.values()):
            connection.interrupt()

    def _move(
        self,
        execution: QueryExecution,
        state: str,
        reason: str | None = None,
        error: dict[str, Any] | None = None,
    ) -> bool:
        """Change the state, unless it is final; says whether it was changed."""
        with self._lock:
            if execution.state in FINAL:
                return False
            now = datetime.now(UTC)
            execution.state, execution.reason, execution.error = state, reason, error
            if state == RUNNING:
                execution.started = now
            if state in FINAL:
                execution.completed = now
            return True

    def _run(
        self, execution: QueryExecution, statement: Statement, catalog: Catalog, s3: Any, prepared: Prepared
    ) -> None:
        if not self._move(execution, RUNNING):
            return
        try:
            run = self._select if statement.is_query else self._write if statement.writes else self._print
            with self._queries(execution, catalog) as queries:
                context = Context(execution.database, catalog, queries.now, queries, prepared)
                run(execution, statement, context, s3)
            self._move(execution, SUCCEEDED)
        except QueryError as error:
            self._move(execution, FAILED, str(error).removeprefix("FAILED: "), error.athena_error)
        except ClientError as error:
            failure = QueryError("GENERIC_USER_ERROR", str(error))
            self._move(execution, FAILED, str(failure), failure.athena_error)
        except Exception as error:
            LOG.exception("Query %s failed unexpectedly", execution.id)
            failure = QueryError("GENERIC_INTERNAL_ERROR", str(error))
            self._move(execution, FAILED, str(failure), failure.athena_error)

    @contextmanager
    def _queries(self, execution: QueryExecution, catalog: Catalog) -> Iterator[Queries]:
        """The queries of an execution, which can be interrupted while this is open."""
        connection = self._connections[execution.id] = self._engine.connect()
        try:
            yield Queries(self._engine, self._cache, self._objects, catalog, connection, execution.submitted)
        finally:
            del self._connections[execution.id]
            connection.close()

    def _select(self, execution: QueryExecution, statement: Statement, context: Context, s3: Any) -> None:
        queries = context.queries
        assert statement.tree is not None  # noqa: S101 - a query was parsed when it was classified
        planned = queries.plan(statement.tree, execution.database)
        with self._cache.reading():
            selection = select(queries.connection, planned, queries.reader, queries.now)
            execution.columns, execution.scanned = selection.columns, selection.scanned
            _upload(s3, execution.output, lambda out: results.write_csv(out, selection.columns, selection.rows))
        metadata = results.metadata(execution.id, execution.columns)
        _upload(s3, f"{execution.output}.metadata", lambda out: out.write(metadata))

    def _write(self, execution: QueryExecution, statement: Statement, context: Context, s3: Any) -> None:
        target = write_statements.Target(execution.output, s3, execution.enforced)
        outcome = write_statements.run(statement, context, target)
        execution.scanned, execution.written = outcome.scanned, outcome.rows
        execution.columns = [Column("rows", "bigint", 19)]
        manifest = f"{execution.output}-manifest.csv"
        listed = "".join(f"{uri}\n" for uri in outcome.uris).encode()
        _upload(s3, manifest, lambda out: out.write(listed))
        _upload(s3, f"{execution.output}.metadata", lambda out: out.write(results.metadata(execution.id, [])))
        execution.manifest = manifest

    def _print(self, execution: QueryExecution, statement: Statement, context: Context, s3: Any) -> None:
        printed = ddl.run(statement, context)
        execution.columns = list(printed.columns)
        text = "".join(f"{line}\n" for line in printed.lines).encode()
        _upload(s3, execution.output, lambda out: out.write(text))


def _upload(s3: Any, uri: str, write: Callable[[Any], Any]) -> None:
    bucket, key = split_uri(uri)
    with tempfile.SpooledTemporaryFile(_SPOOL) as file:
        write(file)
        file.seek(0)
        s3.put_object(Bucket=bucket, Key=key, Body=file, ContentType="application/octet-stream")
