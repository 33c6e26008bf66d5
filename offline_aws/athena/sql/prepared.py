"""PREPARE, EXECUTE and DEALLOCATE: statements kept under a name, with question marks for values.

https://docs.aws.amazon.com/athena/latest/ug/sql-prepared-statements.html
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlglot import exp

from offline_aws.athena.errors import QuerySyntaxError
from offline_aws.athena.sql.classify import Statement, classify, parse_query
from offline_aws.athena.sql.statements import Context, Printed, failed

_NAME = r'"?([A-Za-z_][\w@:]{0,255})"?'
_PREPARE = rf"prepare\s+{_NAME}\s+from\s+(.*)"


@dataclass(frozen=True)
class PreparedStatement:
    """A statement that is kept in a workgroup."""

    name: str
    query: str
    modified: datetime
    description: str = ""


def prepare(statement: Statement, context: Context) -> Printed:
    """PREPARE name FROM statement; a name that is taken is given anew."""
    name, query = _parts(statement, _PREPARE)
    context.prepared[name] = PreparedStatement(name, checked(query), context.now)
    return Printed()


def deallocate(statement: Statement, context: Context) -> Printed:
    """DEALLOCATE PREPARE name."""
    (name,) = _parts(statement, rf"deallocate\s+prepare\s+{_NAME}")
    if not context.prepared.pop(name, None):
        raise failed(f"PreparedStatement {name} was not found")
    return Printed()


def checked(query: str) -> str:
    """The text of a statement that can be prepared; raises what ``classify`` does."""
    if not (found := classify(query)).is_query and not found.writes:
        raise QuerySyntaxError(f"{found.substatement.replace('_', ' ')} can not be prepared")
    return query


def check_prepared(statement: Statement) -> None:
    """A PREPARE names a statement that can be prepared; raises what ``classify`` does."""
    if statement.substatement == "PREPARE":
        _, query = _parts(statement, _PREPARE)
        checked(query)


def executed(statement: Statement, kept: Mapping[str, PreparedStatement]) -> tuple[Statement, list[exp.Expr]]:
    """The statement that an EXECUTE names, and the values of its USING clause, which read nothing."""
    name, values = _parts(statement, rf"execute\s+{_NAME}(?:\s+using\s+(.*))?")
    if name not in kept:
        raise QuerySyntaxError(f"PreparedStatement {name} was not found")
    given = parse_query(f"SELECT {values}").expressions if values else []
    if any(value.find(exp.Column, exp.Query) for value in given):
        raise QuerySyntaxError("Constant expression cannot contain column references or queries")
    return classify(kept[name].query), given


def _parts(statement: Statement, pattern: str) -> tuple[str, ...]:
    match = re.fullmatch(pattern, statement.sql, re.IGNORECASE | re.DOTALL)
    if not match:
        raise QuerySyntaxError(f"line 1:1: mismatched input. This is no {statement.substatement}")
    return match.groups()
