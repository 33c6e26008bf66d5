"""Athena's functions that are written in Python, and how DuckDB comes to know them."""

import duckdb
from duckdb.func import FunctionNullHandling, PythonUDFType

from offline_aws.athena.sql.python_functions import (
    binary,
    dates,
    json_paths,
    json_text,
    numbers,
    regexps,
    sketches,
    statistics,
    text,
)

FUNCTIONS = (
    *binary.FUNCTIONS,
    *dates.FUNCTIONS,
    *json_paths.FUNCTIONS,
    *json_text.FUNCTIONS,
    *numbers.FUNCTIONS,
    *regexps.FUNCTIONS,
    *sketches.FUNCTIONS,
    *statistics.FUNCTIONS,
    *text.FUNCTIONS,
)


def register(connection: duckdb.DuckDBPyConnection) -> None:
    """Make each function known to the database as ``py_<name>``.

    The connection must live as long as all others of its database: they call what it holds.
    """
    for function in FUNCTIONS:
        connection.create_function(
            f"py_{function.name}",
            function.over_columns(),
            [duckdb.sqltype(kind) for kind in function.parameters],
            duckdb.sqltype(function.returns),
            type=PythonUDFType.ARROW,
            null_handling=FunctionNullHandling.SPECIAL,
        )
