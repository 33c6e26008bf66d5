"""DuckDB, held so that a query reaches nothing but its tables.

One database in memory for each sandbox; each query works on a connection of its own. Access to files and network is
off and locked before the first query, so that even a statement that slipped past ``plan.py`` could not read a local
file, attach a database or load an extension. All that it may open is the scratch folder, where the objects of a query
lie while DuckDB reads or writes them. Memory and threads are bounded; what does not fit spills to ``folder``.
"""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.identifiers import literal
from offline_aws.athena.sql.python_functions import register
from offline_aws.athena.sql.rewrite.calls import MACROS

MEMORY_LIMIT = "2GB"
THREADS = 2

_OWN_MESSAGE = re.compile(r"<<(\w+): (.*?)>>", re.DOTALL)


class Engine:
    """A DuckDB database that has Athena's functions. What exceeds the memory spills to ``folder``."""

    def __init__(self, folder: Path, memory: str = MEMORY_LIMIT) -> None:
        self._scratch = folder / "scratch"
        self._scratch.mkdir(parents=True, exist_ok=True)
        self._database = duckdb.connect(
            ":memory:",
            config={
                "memory_limit": memory,
                "threads": THREADS,
                "temp_directory": str(folder / "spill"),
                "python_enable_replacements": "false",
                "preserve_insertion_order": "false",
            },
        )
        register(self._database)
        self._database.execute(MACROS)
        for setting in (
            "TimeZone = 'UTC'",
            f"allowed_directories = [{literal(str(self._scratch))}]",
            "autoinstall_known_extensions = false",
            "autoload_known_extensions = false",
            "enable_external_access = false",
            "lock_configuration = true",
        ):
            self._database.execute(f"SET GLOBAL {setting}")

    def connect(self) -> duckdb.DuckDBPyConnection:
        """A connection of its own to the shared database."""
        return self._database.cursor()

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder for files that DuckDB itself reads or writes, gone when this is closed."""
        with tempfile.TemporaryDirectory(dir=self._scratch) as folder:
            yield Path(folder)


_INTEGERS = {"INT8": "tinyint", "INT16": "smallint", "INT32": "integer", "INT64": "bigint"}
_OVERFLOW = re.compile(r"Overflow in (\w+) of (INT\d+) \((.*?)\)!")
_OUT_OF_RANGE = re.compile(r"Type INT\d+ with value (\S+) can't be cast because .* destination type (INT\d+)")


def athena_error(error: Exception) -> QueryError:
    """A DuckDB failure in Athena's words, as far as it can be told; what is not understood is an internal error."""
    text = str(error)
    if match := _OWN_MESSAGE.search(text):
        return QueryError(match[1], match[2])
    if match := _OVERFLOW.search(text):
        operation, kind_name, values = match.groups()
        return QueryError("NUMERIC_VALUE_OUT_OF_RANGE", f"{_INTEGERS[kind_name]} {operation} overflow: {values}")
    if match := _OUT_OF_RANGE.search(text):
        return QueryError("NUMERIC_VALUE_OUT_OF_RANGE", f"Out of range for {_INTEGERS[match[2]]}: {match[1]}")
    for kind, pattern, code, message in _TRANSLATIONS:
        if isinstance(error, kind) and (match := re.search(pattern, text, re.DOTALL)):
            return QueryError(code, match.expand(message))
    if isinstance(error, (duckdb.ConversionException, duckdb.InvalidInputException)):
        return QueryError("INVALID_FUNCTION_ARGUMENT", _first_line(text))
    if isinstance(error, duckdb.BinderException):
        return QueryError("TYPE_MISMATCH", _first_line(text))
    if isinstance(error, (duckdb.OutOfRangeException, OverflowError)):
        return QueryError("NUMERIC_VALUE_OUT_OF_RANGE", _first_line(text))
    if isinstance(error, duckdb.OutOfMemoryException):
        return QueryError("EXCEEDED_MEMORY_LIMIT", "Query exhausted resources at this scale factor")
    return QueryError("GENERIC_INTERNAL_ERROR", _first_line(text))


def _first_line(text: str) -> str:
    return text.split("\n", 1)[0].split(": ", 1)[-1]


# (exception, pattern in its text, Athena's code, Athena's message)
_TRANSLATIONS = (
    (
        duckdb.Error,
        r"Overflow in HUGEINT addition",
        "GENERIC_INTERNAL_ERROR",
        "Decimal overflow",
    ),
    (
        duckdb.ConversionException,
        r"Failed to cast decimal value (\S+) to type INT8",
        "INVALID_CAST_ARGUMENT",
        r"Cannot cast '\1' to TINYINT",
    ),
    (
        duckdb.ConversionException,
        r"Failed to cast decimal value (\S+) to type INT16",
        "INVALID_CAST_ARGUMENT",
        r"Cannot cast '\1' to SMALLINT",
    ),
    (
        duckdb.ConversionException,
        r"Failed to cast decimal value (\S+) to type INT32",
        "INVALID_CAST_ARGUMENT",
        r"Cannot cast '\1' to INTEGER",
    ),
    (
        duckdb.ConversionException,
        r"Failed to cast decimal value (\S+) to type INT64",
        "INVALID_CAST_ARGUMENT",
        r"Cannot cast '\1' to BIGINT",
    ),
    (
        duckdb.Error,
        r"Overflow in \w+ of DECIMAL",
        "NUMERIC_VALUE_OUT_OF_RANGE",
        "Decimal overflow",
    ),
    (
        duckdb.Error,
        r"Overflow in negation of numeric value",
        "NUMERIC_VALUE_OUT_OF_RANGE",
        "bigint negation overflow",
    ),
    (
        duckdb.ConversionException,
        r"Casting value \"(.*?)\" to type DECIMAL\((\d+),(\d+)\) failed",
        "INVALID_CAST_ARGUMENT",
        r"Cannot cast DECIMAL '\1' to DECIMAL(\2, \3)",
    ),
    (
        duckdb.ConversionException,
        r"Type (?:DOUBLE|FLOAT) with value (\S+) can't be cast",
        "INVALID_CAST_ARGUMENT",
        r"Cannot cast \1: out of range",
    ),
    (
        duckdb.ConversionException,
        r"Type \w+ with value (\S+) can't be cast",
        "NUMERIC_VALUE_OUT_OF_RANGE",
        r"Out of range: \1",
    ),
    (
        duckdb.ConversionException,
        r"Could not (?:convert string|cast value) \"?(.*?)\"? to (DECIMAL\S*)",
        "INVALID_CAST_ARGUMENT",
        r"Cannot cast '\1' to \2",
    ),
    (
        duckdb.ConversionException,
        r"Failed to cast value",
        "INVALID_CAST_ARGUMENT",
        r"Cannot cast the value of JSON",
    ),
    (
        duckdb.InvalidInputException,
        r"(?:invalid perl operator|invalid escape sequence): (.*)",
        "NOT_SUPPORTED",
        r"a regular expression with \1 is not emulated",
    ),
    (
        duckdb.InvalidInputException,
        r"More than one row returned by a subquery",
        "SUBQUERY_MULTIPLE_ROWS",
        "Scalar sub-query has returned multiple rows",
    ),
    (
        duckdb.Error,
        r"frame starting from current row cannot have preceding rows",
        "INVALID_WINDOW_FRAME",
        "Window frame starting from CURRENT ROW cannot end with PRECEDING",
    ),
    (
        duckdb.BinderException,
        r"WHERE clause cannot contain",
        "EXPRESSION_NOT_SCALAR",
        "WHERE clause cannot contain aggregations, window functions or grouping operations",
    ),
    (
        duckdb.BinderException,
        r"aggregate function calls cannot be nested",
        "NESTED_AGGREGATION",
        "Cannot nest aggregations inside aggregation",
    ),
    (
        duckdb.BinderException,
        r"aggregate function calls cannot contain window function",
        "NESTED_WINDOW",
        "Cannot nest window functions inside aggregation",
    ),
    (
        duckdb.BinderException,
        r"Macro \"?(?:trino_)?(\w+).*does not support the supplied arguments",
        "FUNCTION_NOT_FOUND",
        r"Unexpected parameters for function \1",
    ),
    (
        duckdb.Error,
        r"Unknown TimeZone '(.*?)'",
        "INVALID_FUNCTION_ARGUMENT",
        r"'\1' is not a valid time zone",
    ),
    (
        duckdb.ConversionException,
        r"Could not convert string '(.*?)' to INT32",
        "INVALID_CAST_ARGUMENT",
        r"Cannot cast '\1' to INT",
    ),
    (
        duckdb.ConversionException,
        r"Could not convert string '(.*?)' to (\w+)",
        "INVALID_CAST_ARGUMENT",
        r"Cannot cast '\1' to \2",
    ),
    (
        duckdb.ConversionException,
        r"(\w+) field (?:format|value out of range)[^\"]*\"(.*?)\"",
        "INVALID_CAST_ARGUMENT",
        r"Value cannot be cast to \1: \2",
    ),
    (
        duckdb.BinderException,
        r"column \"(.*?)\" must appear in the GROUP BY",
        "EXPRESSION_NOT_AGGREGATE",
        r"'\1' must be an aggregate expression or appear in GROUP BY clause",
    ),
    (
        duckdb.BinderException,
        r"No function matches the given name and argument types '(.*?)'",
        "FUNCTION_NOT_FOUND",
        r"Unexpected parameters for function \1",
    ),
    (
        duckdb.BinderException,
        r"Cannot compare values of type (.*?) and (?:type )?(.*?)(?: -|$| in)",
        "TYPE_MISMATCH",
        r"Cannot apply operator: \1 = \2",
    ),
)
