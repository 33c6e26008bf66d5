"""Runs queries: a thread takes each execution from QUEUED to its final state, a bounded number at a time.

Every change of state passes ``_move``, so that a query that was cancelled stays cancelled whatever its thread still
finds out.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
from botocore.exceptions import ClientError

from offline_aws.athena import metrics, results
from offline_aws.athena.catalog import Catalog
from offline_aws.athena.errors import QueryError
from offline_aws.athena.lanes import Lane
from offline_aws.athena.models import CANCELLED, FAILED, FINAL, RUNNING, SUCCEEDED, QueryExecution
from offline_aws.athena.objects import Objects
from offline_aws.athena.outputs import Outputs
from offline_aws.athena.sql import ddl, write_statements
from offline_aws.athena.sql.classify import Statement
from offline_aws.athena.sql.engine import Engine
from offline_aws.athena.sql.prepared import PreparedStatement
from offline_aws.athena.sql.queries import Queries
from offline_aws.athena.sql.row_cache import RowCache
from offline_aws.athena.sql.select import select
from offline_aws.athena.sql.statements import Context
from offline_aws.athena.sql.tables import ScanLimitExceededError, TableReader
from offline_aws.athena.sql.types import Column
from offline_aws.athena.sql.writing import Target

Prepared = dict[str, PreparedStatement]

LOG = logging.getLogger(__name__)

# Queries that run at a time; others are QUEUED.
QUERIES = 20
# DDL and SHOW statements that run at a time, as many as AWS lets an account have: none waits for a query.
STATEMENTS = 20
# Seconds between the interrupts of a query that was cancelled.
_AGAIN = 0.05


class Runner:
    """Runs executions, each with boto3's clients of the caller's account. ``folder`` holds what DuckDB spills."""

    def __init__(self, folder: Path, objects: Objects) -> None:
        self._objects = objects
        self._engine = Engine(folder)
        self._cache = RowCache(self._engine, objects)
        self._queries_lane = Lane("athena-query", QUERIES)
        self._statements_lane = Lane("athena-statement", STATEMENTS)
        self._lock = threading.Lock()
        self._ended = threading.Condition(self._lock)
        self._connections: dict[str, duckdb.DuckDBPyConnection] = {}

    def submit(self, execution: QueryExecution, statement: Statement, clients: Any, prepared: Prepared) -> None:
        """Run the execution when it is its turn."""
        lane = self._queries_lane if statement.counts_as_dml else self._statements_lane
        lane.submit(partial(self._run, execution, statement, clients, prepared))

    def reuse(self, execution: QueryExecution, earlier: QueryExecution, clients: Any) -> None:
        """End an execution with the result of an earlier one, whose file it shows; nothing is scanned for it."""
        execution.reused, execution.output, execution.columns = True, earlier.output, earlier.columns
        execution.output_rows, execution.output_bytes = earlier.output_rows, earlier.output_bytes
        self._move(execution, RUNNING)
        self._end(execution, clients, SUCCEEDED)

    def cancel(self, execution: QueryExecution) -> None:
        """Stop the execution wherever it is; one that has ended stays as it ended."""
        self._move(execution, CANCELLED, reason="Query cancelled by user")
        threading.Thread(target=self._interrupt, args=[execution.id], name="athena-cancel", daemon=True).start()

    def _interrupt(self, execution_id: str) -> None:
        """Interrupt until the query has gone: an interrupt ends what DuckDB does now, not what it is given next."""
        with self._ended:
            while connection := self._connections.get(execution_id):
                connection.interrupt()
                self._ended.wait(_AGAIN)

    def shutdown(self) -> None:
        """Stop what runs and take nothing more."""
        for lane in (self._queries_lane, self._statements_lane):
            lane.close()
        for execution_id in list(self._connections):
            self._interrupt(execution_id)

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

    def _run(self, execution: QueryExecution, statement: Statement, clients: Any, prepared: Prepared) -> None:
        if not self._move(execution, RUNNING):
            return
        try:
            self._execute(execution, statement, clients, prepared)
            self._end(execution, clients, SUCCEEDED)
        except ScanLimitExceededError:
            self._end(execution, clients, CANCELLED, "Bytes scanned limit was exceeded")
        except QueryError as error:
            self._end(execution, clients, FAILED, str(error), error.athena_error)
        except ClientError as error:
            failure = QueryError("GENERIC_USER_ERROR", str(error))
            self._end(execution, clients, FAILED, str(failure), failure.athena_error)
        except Exception as error:
            LOG.exception("Query %s failed unexpectedly", execution.id)
            failure = QueryError("GENERIC_INTERNAL_ERROR", str(error))
            self._end(execution, clients, FAILED, str(failure), failure.athena_error)

    def _end(
        self,
        execution: QueryExecution,
        clients: Any,
        state: str,
        reason: str | None = None,
        error: dict[str, Any] | None = None,
    ) -> None:
        """Bring the execution to its final state, and tell CloudWatch where its workgroup wants that."""
        self._move(execution, state, reason, error)
        if execution.metrics:
            try:
                metrics.publish(clients.cloudwatch, execution)
            except ClientError:
                LOG.warning("The metrics of query %s could not be published", execution.id, exc_info=True)

    def _execute(self, execution: QueryExecution, statement: Statement, clients: Any, prepared: Prepared) -> None:
        run = self._select if statement.is_query else self._write if statement.writes else self._print
        with self._queries(execution, Catalog(clients.glue)) as queries:
            context = Context(execution.database, queries.catalog, queries.now, queries, prepared)
            run(execution, statement, context, Outputs(clients.s3, execution.result_settings))
            execution.scanned, execution.input_rows = queries.reader.scanned, queries.reader.rows

    @contextmanager
    def _queries(self, execution: QueryExecution, catalog: Catalog) -> Iterator[Queries]:
        """The queries of an execution, which can be interrupted while this is open."""
        connection = self._connections[execution.id] = self._engine.connect()
        reader = TableReader(catalog, self._objects, self._cache, execution.submitted, execution.cutoff)
        try:
            yield Queries(self._engine, self._cache, self._objects, catalog, connection, reader, execution.submitted)
        finally:
            with self._ended:
                del self._connections[execution.id]
                self._ended.notify_all()
            connection.close()

    def _select(self, execution: QueryExecution, statement: Statement, context: Context, outputs: Outputs) -> None:
        queries = context.queries
        assert statement.tree is not None  # noqa: S101 - a query was parsed when it was classified
        planned = queries.plan(statement.tree, execution.database)
        execution.planned = datetime.now(UTC)
        with self._cache.reading():
            selection = select(queries.connection, planned, queries.reader)
            execution.columns = selection.columns

            def write(out: Any) -> None:
                execution.output_rows = results.write_csv(out, selection.columns, selection.rows)

            execution.output_bytes = outputs.write(execution.output, write)
        _write_metadata(execution, outputs)

    def _write(self, execution: QueryExecution, statement: Statement, context: Context, outputs: Outputs) -> None:
        target = Target(execution.output, outputs)
        outcome = write_statements.run(statement, context, target)
        execution.written = execution.output_rows = outcome.rows
        execution.columns = [Column("rows", "bigint", 19)]
        manifest = f"{execution.output}-manifest.csv"
        listed = "".join(f"{uri}\n" for uri in outcome.uris).encode()
        outputs.write(manifest, lambda out: out.write(listed))
        outputs.write(f"{execution.output}.metadata", lambda out: out.write(results.metadata(execution.id, [])))
        execution.manifest = manifest

    def _print(self, execution: QueryExecution, statement: Statement, context: Context, outputs: Outputs) -> None:
        printed = ddl.run(statement, context)
        execution.columns = list(printed.columns)
        text = "".join(f"{line}\n" for line in printed.lines).encode()
        outputs.write(execution.output, lambda out: out.write(text))
        _write_metadata(execution, outputs)


def _write_metadata(execution: QueryExecution, outputs: Outputs) -> None:
    data = results.metadata(execution.id, execution.columns)
    outputs.write(f"{execution.output}.metadata", lambda out: out.write(data))
