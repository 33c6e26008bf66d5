"""What kind of statement a query text is, and its type as GetQueryExecution reports it.

Athena routes SELECT to Trino and most DDL to Hive; both are parsed when the query is started, so a syntax error fails
StartQueryExecution. https://docs.aws.amazon.com/athena/latest/ug/ddl-reference.html
"""

import re
from dataclasses import dataclass
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.errors import ParseError, TokenError

from offline_aws.athena.errors import QuerySyntaxError
from offline_aws.athena.sql.analysis.places import mark_places
from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.athena.sql.grammar.recognizer import check_syntax
from offline_aws.athena.sql.grammar.tokens import with_plain_numbers
from offline_aws.athena.sql.hive_parser import GRAMMAR, UNSUPPORTED, parse
from offline_aws.athena.sql.hive_statements import HiveStatement


class StatementNotEmulatedError(Exception):
    """A statement that Athena runs and this emulator does not."""


@dataclass(frozen=True)
class Statement:
    """A parsed statement: ``hive`` where it has a form of its own here, else sqlglot's ``tree``."""

    kind: str  # DML, DDL or UTILITY
    substatement: str
    sql: str
    tree: exp.Expr | None = None
    hive: HiveStatement | None = None

    @property
    def is_query(self) -> bool:
        return self.substatement == "SELECT"

    @property
    def writes(self) -> bool:
        """Whether it writes rows of a query to S3."""
        return self.substatement in WRITING

    @property
    def counts_as_dml(self) -> bool:
        """Whether the quotas of an account count it as a DML query; they count all others as DDL."""
        return self.is_query or self.writes


WRITING = ("CREATE_TABLE_AS_SELECT", "INSERT", "UNLOAD")

# First words → (type, substatement type), the longest first.
_HEADS = (
    (r"show\s+create\s+table", "UTILITY", "SHOW_CREATE_TABLE"),
    (r"show\s+create\s+view", "UTILITY", "SHOW_CREATE_VIEW"),
    (r"show\s+(databases|schemas)", "UTILITY", "SHOW_DATABASES"),
    (r"show\s+tables", "UTILITY", "SHOW_TABLES"),
    (r"show\s+views", "UTILITY", "SHOW_VIEWS"),
    (r"show\s+columns", "UTILITY", "SHOW_COLUMNS"),
    (r"show\s+partitions", "UTILITY", "SHOW_PARTITIONS"),
    (r"show\s+tblproperties", "UTILITY", "SHOW_TBLPROPERTIES"),
    (r"(describe|desc)", "UTILITY", "DESCRIBE_TABLE"),
    (r"explain", "UTILITY", "EXPLAIN"),
    (r"prepare", "UTILITY", "PREPARE"),
    (r"execute", "UTILITY", "EXECUTE"),
    (r"deallocate\s+prepare", "UTILITY", "DEALLOCATE"),
    (r"msck\s+repair\s+table", "DDL", "MSCK_REPAIR_TABLE"),
    (r"create\s+external\s+table", "DDL", "CREATE_TABLE"),
    (r"create\s+table", "DDL", "CREATE_TABLE_AS_SELECT"),
    (r"create\s+(or\s+replace\s+)?view", "DDL", "CREATE_VIEW"),
    (r"create\s+(database|schema)", "DDL", "CREATE_DATABASE"),
    (r"drop\s+(database|schema)", "DDL", "DROP_DATABASE"),
    (r"drop\s+table", "DDL", "DROP_TABLE"),
    (r"drop\s+view", "DDL", "DROP_VIEW"),
    (r"alter\s+table", "DDL", "ALTER_TABLE"),
    (r"alter\s+(database|schema)", "DDL", "ALTER_DATABASE"),
    (r"insert\s+(into|overwrite)", "DML", "INSERT"),
    (r"unload", "DML", "UNLOAD"),
    (r"merge\s+into", "DML", "MERGE"),
    (r"update", "DML", "UPDATE"),
    (r"delete\s+from", "DML", "DELETE"),
)
_TRINO = {"CREATE_TABLE_AS_SELECT", "CREATE_VIEW", "DROP_VIEW", "INSERT", "MERGE", "UPDATE", "DELETE"}
# Statements of Hive's and of Trino's that are none of Athena's.
# https://docs.aws.amazon.com/athena/latest/ug/unsupported-ddl.html
_NOT_OF_HIVE = (
    r"(?:create\s+(?:external\s+)?table\s+\S+\s+like|describe\s+(?:database|schema|input|output)(?=\s+[\w`])"
    r"|(?:export|import)\s+table|(?:un)?lock\s+(?:database|schema|table)|dfs)"
)
_NOT_OF_TRINO = (
    r"(?:alter|analyze|call|comment|commit|create|deallocate|deny|drop|grant|refresh|reset|revoke|rollback|set|show|start"
    r"|truncate|use)"
)
_NOT_EMULATED = r"vacuum|optimize|create\s+protected|show\s+functions|alter\s+view"
_SELECT = r"(?:\(|(?:select|with|values|table)(?!\w))"


def classify(text: str) -> Statement:
    """The statement in a query text; raises ``QuerySyntaxError`` or ``StatementNotEmulatedError``."""
    sql = text.strip().removesuffix(";").strip()
    head = re.sub(r"\A(\s|--[^\n]*(\n|\Z)|/\*.*?\*/)+", "", sql, flags=re.DOTALL)
    if re.match(_SELECT, head, re.IGNORECASE):
        return Statement("DML", "SELECT", sql, parse_query(sql))
    if _starts(head, _NOT_OF_HIVE):
        raise QuerySyntaxError(UNSUPPORTED)
    for pattern, kind, substatement in _HEADS:
        if _starts(head, pattern):
            return _statement(kind, substatement, head)
    if match := re.match(rf"({_NOT_EMULATED})\b", head, re.IGNORECASE):
        raise StatementNotEmulatedError(f"{' '.join(match[1].upper().split())} is not emulated")
    if not _starts(head, _NOT_OF_TRINO):
        check_syntax(sql)
    raise QuerySyntaxError(UNSUPPORTED)


def _statement(kind: str, substatement: str, text: str) -> Statement:
    if substatement not in GRAMMAR:
        return Statement(kind, substatement, text, _tree(substatement, text))
    return Statement(kind, substatement, text, hive=parse(substatement, text))


def _starts(text: str, pattern: str) -> bool:
    return re.match(rf"{pattern}(?!\w)", text, re.IGNORECASE) is not None


def _tree(substatement: str, text: str) -> exp.Expr | None:
    """The tree of a statement, or of the query inside it."""
    if substatement in _TRINO:
        if substatement == "CREATE_TABLE_AS_SELECT" and not re.search(r"\bas\b", text, re.IGNORECASE):
            raise StatementNotEmulatedError("CREATE TABLE without EXTERNAL or AS (an Iceberg table) is not emulated")
        return parse_query(text)
    if substatement == "UNLOAD":
        return unloaded(text)
    if substatement == "EXPLAIN":
        return parse_query(_explained(text))
    return None


def unloaded(text: str) -> exp.Expr:
    """The tree of the query in UNLOAD (query) TO 's3://…' WITH (…), at the place that it has in the text."""
    opening, closing = unload_query(text)
    blank = re.sub(r"\S", " ", text[: opening + 1])
    return parse_query(blank + text[opening + 1 : closing], "query")


def unload_query(text: str) -> tuple[int, int]:
    """The places of the brackets around the query of an UNLOAD."""
    depth = 0
    tokens = _tokens(text)
    for token in tokens[1:]:
        depth += {"(": 1, ")": -1}.get(token.text, 0) if not token.token_type.name.endswith("STRING") else 0
        if depth == 0:
            break
    if len(tokens) < 2 or tokens[1].text != "(" or depth:
        raise QuerySyntaxError("line 1:8: mismatched input. Expecting: '('")
    return tokens[1].start, token.start


def _tokens(text: str) -> list[Any]:
    try:
        return sqlglot.tokenize(text, read=AthenaQuery())
    except TokenError as error:
        raise QuerySyntaxError(f"line 1:1: {error}") from error


_EXPLAIN = re.compile(r"explain(\s+analyze\b)?\s*(\(\s*(?:type|format)\b[^)]*\))?", re.IGNORECASE)
_EXPLAINED = ("", "TYPE LOGICAL", "TYPE DISTRIBUTED", "TYPE VALIDATE", "FORMAT TEXT", "FORMAT JSON")


def explain_options(text: str) -> str:
    """What stands in the brackets of an EXPLAIN: TYPE VALIDATE, FORMAT JSON …"""
    match = _EXPLAIN.match(text)
    return re.sub(r"\s+", " ", match[2].upper()).strip("() ") if match and match[2] else ""


def _explained(text: str) -> str:
    """The query of an EXPLAIN."""
    match, options = _EXPLAIN.match(text), explain_options(text)
    if not match or match[1] or options not in _EXPLAINED:
        raise StatementNotEmulatedError(f"EXPLAIN{' ANALYZE' if match and match[1] else ''} {options} is not emulated")
    rest = text[match.end() :]
    if not re.match(rf"\s*{_SELECT}", rest, re.IGNORECASE):
        raise StatementNotEmulatedError("EXPLAIN of what is no SELECT is not emulated")
    return re.sub(r"\S", " ", match[0]) + rest


def parse_query(sql: str, rule: str = "statement") -> exp.Expr:
    """The tree of a text that Trino's grammar calls by the rule's name."""
    plain = with_plain_numbers(sql, check_syntax(sql, rule))
    return mark_places(_parse(plain, AthenaQuery()), plain)


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
