"""Functions that DuckDB's SQL can't express, in Python. Each is known to DuckDB as ``py_<name>``.

They see no NULL: one in an argument makes the result NULL, as of nearly all of Trino's functions.
"""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn


@dataclass(frozen=True)
class PythonFunction:
    """A function with the DuckDB types of its parameters and its result."""

    name: str
    call: Callable[..., Any]
    parameters: Sequence[str]
    returns: str

    @property
    def unless_null(self) -> Callable[..., Any]:
        """The function as DuckDB calls it, which counts the parameters of its signature."""

        def call(*values: Any) -> Any:
            return None if any(value is None for value in values) else self.call(*values)

        kind = inspect.Parameter.POSITIONAL_ONLY
        names = [inspect.Parameter(f"p{index}", kind) for index in range(len(self.parameters))]
        call.__signature__ = inspect.Signature(names)  # type: ignore[attr-defined]
        return call


def fail(code: str, message: str) -> NoReturn:
    """End the query with an error of Athena's; ``engine.athena_error`` reads it out of DuckDB's."""
    raise ValueError(f"<<{code}: {message}>>")


def refuse(message: str) -> NoReturn:
    fail("INVALID_FUNCTION_ARGUMENT", message)
