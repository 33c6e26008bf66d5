"""Athena's functions that are written in Python, and how DuckDB comes to know them."""

import duckdb
from duckdb.func import FunctionNullHandling

from offline_aws.athena.sql.python_functions import binary, json_text, numbers, regexps, text

FUNCTIONS = (*binary.FUNCTIONS, *json_text.FUNCTIONS, *numbers.FUNCTIONS, *regexps.FUNCTIONS, *text.FUNCTIONS)


def register(connection: duckdb.DuckDBPyConnection) -> None:
    """Make each function known to the database as ``py_<name>``."""
    for function in FUNCTIONS:
        connection.create_function(
            f"py_{function.name}",
            function.unless_null,
            [duckdb.sqltype(kind) for kind in function.parameters],
            duckdb.sqltype(function.returns),
            null_handling=FunctionNullHandling.SPECIAL,
        )
