"""Functions that DuckDB's SQL can't express, in Python. Each is known to DuckDB as ``py_<name>``.

They see no NULL: one in an argument makes the result NULL, as of nearly all of Trino's functions. DuckDB hands them
whole columns as Arrow arrays; its way of calling a function row by row is fifty times slower.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

import pyarrow as pa


@dataclass(frozen=True)
class PythonFunction:
    """A function of one row's values, with the DuckDB types of its parameters and its result."""

    name: str
    call: Callable[..., Any]
    parameters: Sequence[str]
    returns: str

    def over_columns(self) -> Callable[..., Any]:
        """The function as DuckDB calls it; it counts the parameters, so there is one for each."""
        forms: dict[int, Callable[..., Any]] = {
            1: lambda a: self._applied(a),
            2: lambda a, b: self._applied(a, b),
            3: lambda a, b, c: self._applied(a, b, c),
            4: lambda a, b, c, d: self._applied(a, b, c, d),
            5: lambda a, b, c, d, e: self._applied(a, b, c, d, e),
        }
        return forms[len(self.parameters)]

    def _applied(self, *columns: Any) -> Any:
        rows = zip(*(column.to_pylist() for column in columns), strict=True)
        values = [None if any(value is None for value in row) else self.call(*row) for row in rows]
        return pa.array(values, arrow_type(self.returns))


_ARROW = {
    "VARCHAR": pa.string(), "BIGINT": pa.int64(), "INTEGER": pa.int32(), "DOUBLE": pa.float64(),
    "FLOAT": pa.float32(), "BOOLEAN": pa.bool_(), "BLOB": pa.binary(),
}  # fmt: skip


def arrow_type(kind: str) -> pa.DataType:
    """Arrow's name of a DuckDB type, of those that results have."""
    if kind.endswith("[]"):
        return pa.list_(arrow_type(kind[:-2]))
    if kind.startswith("MAP("):
        key, value = kind[4:-1].split(", ")
        return pa.map_(arrow_type(key), arrow_type(value))
    if kind.startswith("STRUCT("):
        fields = (field.split(" ") for field in kind[7:-1].split(", "))
        return pa.struct([(name.strip('"'), arrow_type(item)) for name, item in fields])
    return _ARROW[kind]


def fail(code: str, message: str) -> NoReturn:
    """End the query with an error of Athena's; ``engine.athena_error`` reads it out of DuckDB's."""
    raise ValueError(f"<<{code}: {message}>>")


def refuse(message: str) -> NoReturn:
    fail("INVALID_FUNCTION_ARGUMENT", message)
