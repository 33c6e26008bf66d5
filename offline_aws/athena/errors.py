"""Why a query failed, in Athena's words.

::

    QueryError                the query ends FAILED; its text becomes Status.StateChangeReason
    ├── QueryError.at(...)    the same, with the place in the query text, "line 1:8: "
    └── NotEmulatedError           valid on Athena, not done here; always says "not emulated"

API errors (exceptions that a call answers with) live in ``provider.py``. Here a failure belongs to the query, not to
the call that started it. Categories and types: https://docs.aws.amazon.com/athena/latest/ug/error-reference.html
"""

from typing import Any, Self

USER = 2
SYSTEM = 1

# AthenaError.ErrorType of each error code.
ERROR_TYPES = {
    "TABLE_NOT_FOUND": 1301,
    "SCHEMA_NOT_FOUND": 1302,
    "FUNCTION_NOT_FOUND": 1303,
    "COLUMN_NOT_FOUND": 1006,
    "TYPE_MISMATCH": 1002,
    "DIVISION_BY_ZERO": 1001,
    "INVALID_CAST_ARGUMENT": 1100,
    "NOT_SUPPORTED": 1200,
}
GENERIC_USER_ERROR = 1000
GENERIC_INTERNAL_ERROR = 0


class QueryError(Exception):
    """A query that ends FAILED: ``code`` is Athena's error name, the text follows it after a colon."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code

    @classmethod
    def at(cls, code: str, place: tuple[int, int] | None, message: str) -> Self:
        """An error with its place, (line, column) counted from 1, in the query text."""
        return cls(code, f"line {place[0]}:{place[1]}: {message}" if place else message)

    @property
    def athena_error(self) -> dict[str, Any]:
        """``Status.AthenaError`` of GetQueryExecution."""
        category = SYSTEM if self.code == "GENERIC_INTERNAL_ERROR" else USER
        fallback = GENERIC_USER_ERROR if category == USER else GENERIC_INTERNAL_ERROR
        return {
            "ErrorCategory": category,
            "ErrorType": ERROR_TYPES.get(self.code, fallback),
            "Retryable": False,
            "ErrorMessage": str(self),
        }


class NotEmulatedError(QueryError):
    """What Athena can do and this emulator can't."""

    def __init__(self, what: str) -> None:
        super().__init__("NOT_SUPPORTED", f"{what} is not emulated")
