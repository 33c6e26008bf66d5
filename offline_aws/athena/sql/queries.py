"""What a statement needs to run the query inside it: the engine, the objects and the catalog, at one moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import duckdb
from sqlglot import exp

from offline_aws.athena.catalog import Catalog
from offline_aws.athena.objects import Objects
from offline_aws.athena.sql.engine import Engine, athena_error
from offline_aws.athena.sql.hive_types import hive_type_of
from offline_aws.athena.sql.plan import Plan, plan
from offline_aws.athena.sql.row_cache import RowCache
from offline_aws.athena.sql.select import columns_of
from offline_aws.athena.sql.tables import TableReader


@dataclass(frozen=True)
class Queries:
    """Plans and describes queries; their rows are read on ``connection`` while ``reading`` is open."""

    engine: Engine
    cache: RowCache
    objects: Objects
    catalog: Catalog
    connection: duckdb.DuckDBPyConnection
    reader: TableReader
    now: datetime

    def plan(self, tree: exp.Expr, database: str) -> Plan:
        return plan(tree, database, self.catalog)

    def stored_columns(self, prepared: Plan) -> list[tuple[str, str]]:
        """(name, Hive type) of the columns of a query, as a table or a view of it has them."""
        with self.scratch_connection() as connection, self.cache.reading():
            columns = columns_of(connection, prepared, self.reader)
        return [(name.lower(), hive_type_of(kind)) for name, kind in columns]

    def attach(self, prepared: Plan) -> None:
        """Make the tables of a query readable on the connection."""
        try:
            for scan in prepared.scans:
                self.reader.attach(self.connection, scan)
        except duckdb.Error as error:
            raise athena_error(error) from error

    @contextmanager
    def scratch_connection(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection of its own, so that what it makes does not meet what the query makes."""
        connection = self.engine.connect()
        try:
            yield connection
        finally:
            connection.close()
