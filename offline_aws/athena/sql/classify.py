"""What kind of statement a query text is, and its type as GetQueryExecution reports it.

Athena routes SELECT to Trino and most DDL to Hive; both are parsed when the query is started, so a syntax error fails
StartQueryExecution. https://docs.aws.amazon.com/athena/latest/ug/ddl-reference.html
"""

import re
from dataclasses import dataclass

import sqlglot
from sqlglot import exp
from sqlglot.errors import ParseError, TokenError

from offline_aws.athena.sql.dialect import AthenaQuery


class QuerySyntaxError(Exception):
    """The text is no statement of Athena's; the message says where."""


class StatementNotEmulatedError(Exception):
    """A statement that Athena runs and this emulator does not."""


@dataclass(frozen=True)
class Statement:
    """A parsed statement. ``tree`` is None for those that need no tree (SHOW, DESCRIBE, MSCK)."""

    kind: str  # DML, DDL or UTILITY
    substatement: str
    sql: str
    tree: exp.Expr | None = None

    @property
    def is_query(self) -> bool:
        return self.kind == "DML"


# First words → (type, substatement type), the longest first; the rest of the text is read by ddl.py.
_HEADS = (
    (r"show\s+create\s+table", "DDL", "SHOW_CREATE_TABLE"),
    (r"show\s+(databases|schemas)", "UTILITY", "SHOW_DATABASES"),
    (r"show\s+tables", "UTILITY", "SHOW_TABLES"),
    (r"show\s+columns", "UTILITY", "SHOW_COLUMNS"),
    (r"show\s+partitions", "UTILITY", "SHOW_PARTITIONS"),
    (r"show\s+tblproperties", "UTILITY", "SHOW_TBLPROPERTIES"),
    (r"(describe|desc)", "UTILITY", "DESCRIBE_TABLE"),
    (r"msck\s+repair\s+table", "DDL", "MSCK_REPAIR_TABLE"),
    (r"create\s+external\s+table", "DDL", "CREATE_TABLE"),
    (r"create\s+(database|schema)", "DDL", "CREATE_DATABASE"),
    (r"drop\s+(database|schema)", "DDL", "DROP_DATABASE"),
    (r"drop\s+table", "DDL", "DROP_TABLE"),
    (r"alter\s+table", "DDL", "ALTER_TABLE"),
)
_PARSED = {"CREATE_TABLE", "CREATE_DATABASE", "DROP_DATABASE", "DROP_TABLE", "ALTER_TABLE"}
_NOT_EMULATED = (
    r"create\s+(or\s+replace\s+)?view|drop\s+view|show\s+views|create\s+table|insert|unload|explain|prepare|execute"
    r"|deallocate|merge|update|delete|vacuum|optimize|create\s+protected|show\s+functions"
)
_SELECT = r"(?:\(|(?:select|with|values|table)(?!\w))"


def classify(text: str) -> Statement:
    """The statement in a query text; raises ``QuerySyntaxError`` or ``StatementNotEmulatedError``."""
    sql = text.strip().removesuffix(";").strip()
    head = re.sub(r"\A(\s|--[^\n]*(\n|\Z)|/\*.*?\*/)+", "", sql, flags=re.DOTALL)
    if not head:
        raise QuerySyntaxError("line 1:1: mismatched input '<EOF>'")
    if re.match(_SELECT, head, re.IGNORECASE):
        return Statement("DML", "SELECT", sql, _parse(sql, AthenaQuery()))
    for pattern, kind, substatement in _HEADS:
        if _starts(head, pattern):
            tree = _parse(head, "athena") if substatement in _PARSED else None
            return Statement(kind, substatement, head, tree)
    if match := re.match(rf"({_NOT_EMULATED})\b", head, re.IGNORECASE):
        raise StatementNotEmulatedError(f"{' '.join(match[1].upper().split())} is not emulated")
    raise QuerySyntaxError(f"line 1:1: mismatched input '{head.split()[0]}'")


def _starts(text: str, pattern: str) -> bool:
    return re.match(rf"{pattern}(?!\w)", text, re.IGNORECASE) is not None


def _parse(sql: str, dialect: object) -> exp.Expr:
    try:
        trees = [tree for tree in sqlglot.parse(sql, read=dialect) if tree is not None]  # type: ignore[arg-type]
    except ParseError as error:
        first = error.errors[0]
        found = first["highlight"] or "<EOF>"
        raise QuerySyntaxError(f"line {first['line']}:{first['col']}: mismatched input '{found}'") from error
    except TokenError as error:
        raise QuerySyntaxError(f"line 1:1: {error}") from error
    if len(trees) != 1:
        raise QuerySyntaxError("Only one sql statement is allowed.")
    return trees[0]
