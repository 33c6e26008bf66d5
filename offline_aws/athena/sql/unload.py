"""UNLOAD: the rows of a query as objects, without a table. https://docs.aws.amazon.com/athena/latest/ug/unload.html"""

import itertools
import re

import sqlglot
from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.classify import Statement, unload_query
from offline_aws.athena.sql.dialect import AthenaQuery
from offline_aws.athena.sql.statements import Context
from offline_aws.athena.sql.storage import Storage, storage_named
from offline_aws.athena.sql.writing import LAYOUT, Outcome, Properties, Target, require_empty, write


def unload(statement: Statement, context: Context, target: Target) -> Outcome:
    """UNLOAD (query) TO 's3://…' WITH (format = '…', …)."""
    assert statement.tree is not None  # noqa: S101 - classify has parsed the query
    location, properties, storage = target_of(statement)
    prepared = context.queries.plan(statement.tree, context.database)
    layout = properties.layout(storage.serde, context.queries.stored_columns(prepared))
    require_empty(location, "UNLOAD", context)
    outcome, _ = write(prepared, layout, location, context, target)
    return outcome


def target_of(statement: Statement) -> tuple[str, Properties, Storage]:
    """What stands behind the query: the location, the properties, and the storage that they name."""
    _, end = unload_query(statement.sql)
    rest = re.fullmatch(r"\s*to\s+('(?:[^']|'')*')\s*(?:with\s*\((.*)\))?\s*", statement.sql[end + 1 :], re.I | re.S)
    if not rest:
        raise NotEmulatedError("this form of UNLOAD")
    location = rest[1][1:-1].replace("''", "'").rstrip("/") + "/"
    properties = Properties(_assignments(rest[2] or ""), {"format", "compression", *LAYOUT})
    if not properties.text("format"):
        raise QueryError("INVALID_TABLE_PROPERTY", "UNLOAD needs the property format")
    return location, properties, storage_named(properties.text("format"))


def _assignments(text: str) -> dict[str, exp.Expr]:
    """``a = 'x', b = ARRAY['y']`` by name. Names are quoted, as the grammar of expressions has words of its own."""
    if not text.strip():
        return {}
    tokens = sqlglot.tokenize(text, read=AthenaQuery())
    names = [token for token, after in itertools.pairwise(tokens) if after.text == "="]
    for name in reversed(names):
        text = f'{text[: name.start]}"{name.text}"{text[name.end + 1 :]}'
    items = sqlglot.parse_one(f"SELECT ROW({text})", read=AthenaQuery()).find(exp.Anonymous, exp.Struct, exp.Tuple)
    found = items.expressions if items else []
    if not all(isinstance(item, (exp.EQ, exp.PropertyEQ)) for item in found):
        raise NotEmulatedError("this form of WITH")
    return {item.this.name.lower(): item.expression for item in found}
