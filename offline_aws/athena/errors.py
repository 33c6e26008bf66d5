"""Why a query failed, in Athena's words.

::

    QueryError                the query ends FAILED; its text becomes Status.StateChangeReason
    ├── QueryError.at(...)    the same, with the place in the query text, "line 1:8: "
    └── NotEmulatedError           valid on Athena, not done here; always says "not emulated"

API errors (exceptions that a call answers with) live in ``api.py``. Here a failure belongs to the query, not to
the call that started it; but a ``QuerySyntaxError`` becomes one of the call. Categories and types: https://docs.aws.amazon.com/athena/latest/ug/error-reference.html
"""

from typing import Any, Self

SYSTEM, USER = 1, 2

# AthenaError.ErrorType → the error codes of that type, by the descriptions of the error catalog.
_CODES = {
    0: ("EXCEEDED_MEMORY_LIMIT",),
    200: ("GENERIC_INTERNAL_ERROR",),
    204: ("HIVE_METASTORE_ERROR",),
    206: ("EXCEEDED_TIME_LIMIT",),
    1001: ("DIVISION_BY_ZERO", "HIVE_BAD_DATA", "HIVE_CURSOR_ERROR", "NUMERIC_VALUE_OUT_OF_RANGE"),
    1002: ("TYPE_MISMATCH",),
    1003: ("FAILED",),
    1004: ("HIVE_INVALID_METADATA", "HIVE_PARTITION_SCHEMA_MISMATCH", "HIVE_COLUMN_ORDER_MISMATCH"),
    1006: ("SYNTAX_ERROR", "COLUMN_NOT_FOUND", "COLUMN_NAME_NOT_SPECIFIED", "COLUMN_TYPE_UNKNOWN",
           "DUPLICATE_COLUMN_NAME", "INVALID_COLUMN_REFERENCE", "AMBIGUOUS_NAME", "AMBIGUOUS_FUNCTION_CALL",
           "EXPRESSION_NOT_AGGREGATE", "EXPRESSION_NOT_IN_DISTINCT", "EXPRESSION_NOT_SCALAR", "NESTED_AGGREGATION",
           "NESTED_WINDOW", "MISSING_OVER", "FUNCTION_NOT_WINDOW", "INVALID_WINDOW_FRAME"),
    1100: ("INVALID_CAST_ARGUMENT", "INVALID_LITERAL", "INVALID_PARAMETER_USAGE"),
    1103: ("INVALID_TABLE_PROPERTY",),
    1106: ("INVALID_FUNCTION_ARGUMENT",),
    1107: ("INVALID_VIEW",),
    1200: ("NOT_SUPPORTED",),
    1301: ("TABLE_NOT_FOUND", "SCHEMA_NOT_FOUND", "CATALOG_NOT_FOUND"),
    1303: ("FUNCTION_NOT_FOUND",),
}  # fmt: skip
_TYPES = {code: number for number, codes in _CODES.items() for code in codes}
_USER_ERROR = 1000
# What the same query may not meet again: others hold the memory, or an object is being replaced.
_RETRYABLE = ("EXCEEDED_MEMORY_LIMIT", "HIVE_FILESYSTEM_ERROR")


class QueryError(Exception):
    """A query that ends FAILED: ``code`` is Athena's error name, the text follows it after a colon."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code, self.message = code, message

    @classmethod
    def at(cls, code: str, place: tuple[int, int] | None, message: str) -> Self:
        """An error with its place, (line, column) counted from 1, in the query text."""
        return cls(code, f"line {place[0]}:{place[1]}: {message}" if place else message)

    @property
    def athena_error(self) -> dict[str, Any]:
        """``Status.AthenaError`` of GetQueryExecution; of Hive's failures only what it calls semantic is the user's."""
        number = _TYPES.get(self.code, _USER_ERROR)
        category = USER if number >= _USER_ERROR else SYSTEM
        if self.code == "FAILED":
            category, number = (USER, 1006) if self.message.startswith("SemanticException") else (SYSTEM, number)
        return {
            "ErrorCategory": category,
            "ErrorType": number,
            "Retryable": self.code in _RETRYABLE,
            "ErrorMessage": str(self),
        }


class QuerySyntaxError(Exception):
    """The text is no statement of Athena's; the message says where."""

    @classmethod
    def at(cls, place: tuple[int, int], message: str) -> Self:
        """An error with its place, (line, column) counted from 1, in the query text."""
        return cls(f"line {place[0]}:{place[1]}: {message}")


class NotEmulatedError(QueryError):
    """What Athena can do and this emulator can't."""

    def __init__(self, what: str) -> None:
        super().__init__("NOT_SUPPORTED", f"{what} is not emulated")
