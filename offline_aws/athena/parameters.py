"""Execution parameters: the values for the question marks of a query, put in as parsed values, never as text.

https://docs.aws.amazon.com/athena/latest/ug/querying-with-prepared-statements.html
"""

from collections.abc import Sequence
from dataclasses import replace

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from offline_aws.athena.errors import QuerySyntaxError
from offline_aws.athena.sql.classify import Statement
from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.athena.sql.grammar.recognizer import check_syntax

_VALUES = (exp.Literal, exp.Neg, exp.Cast, exp.Boolean, exp.Null, exp.DataType, exp.Array, exp.DataTypeParam)


def bound(statement: Statement, values: Sequence[exp.Expr]) -> Statement:
    """The statement with each ``?`` replaced by the value at its place; the numbers of both must agree."""
    tree = statement.tree
    marks = list(tree.find_all(exp.Placeholder)) if tree and (statement.is_query or statement.writes) else []
    if len(marks) != len(values):
        raise QuerySyntaxError(f"Incorrect number of parameters: expected {len(marks)} but found {len(values)}")
    if not marks or tree is None:
        return statement
    tree = tree.copy()
    in_order = [node for node in tree.dfs() if isinstance(node, exp.Placeholder)]
    for mark, value in zip(in_order, values, strict=True):
        mark.replace(value if isinstance(value, _VALUES) else exp.Paren(this=value))
    return replace(statement, tree=tree)


def value_of(text: str) -> exp.Expr:
    """An execution parameter: a literal in SQL (``'abc'``, ``12``, ``DATE '2026-01-01'``), else a string."""
    try:
        check_syntax(text, "expression")
        value = sqlglot.parse_one(text, read=AthenaQuery())
    except (QuerySyntaxError, SqlglotError):
        return exp.Literal.string(text)
    if not all(isinstance(node, _VALUES) for node in value.walk()):
        return exp.Literal.string(text)
    return value
