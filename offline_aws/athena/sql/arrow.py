"""Columns of Python values handed to DuckDB without a copy in SQL."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import duckdb
import pyarrow as pa


@contextmanager
def registered(
    connection: duckdb.DuckDBPyConnection, columns: Mapping[str, tuple[str, Sequence[Any]]]
) -> Iterator[str]:
    """A name by which DuckDB reads the columns, (Arrow type, values) each, while the block runs."""
    arrays = {name: pa.array(values, pa.type_for_alias(kind)) for name, (kind, values) in columns.items()}
    connection.register("given", pa.table(arrays))
    try:
        yield "given"
    finally:
        connection.unregister("given")
