"""INSERT INTO. https://docs.aws.amazon.com/athena/latest/ug/insert-into.html"""

import re
from collections.abc import Sequence

from sqlglot import exp

from offline_aws.athena.catalog import CATALOG, Table
from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.classify import Statement
from offline_aws.athena.sql.dialect import place
from offline_aws.athena.sql.files import Layout
from offline_aws.athena.sql.hive_types import trino_type
from offline_aws.athena.sql.identifiers import check_table
from offline_aws.athena.sql.plan import Plan
from offline_aws.athena.sql.statements import Context, names_of
from offline_aws.athena.sql.writing import Outcome, Target, format_of, register, write


def insert(statement: Statement, context: Context, target: Target) -> Outcome:
    """Columns that the statement leaves out are NULL."""
    tree = statement.tree
    if not isinstance(tree, exp.Insert) or not isinstance(tree.expression, (exp.Query, exp.Values)):
        raise NotEmulatedError("this form of INSERT")
    named = tree.this if isinstance(tree.this, exp.Table) else tree.this.this
    database, name = names_of(named, context)
    table = context.catalog.table(database, name)
    if not table:
        raise QueryError.at("TABLE_NOT_FOUND", place(named), f"Table '{CATALOG}.{database}.{name}' does not exist")
    if table.is_view:
        raise QueryError.at("NOT_SUPPORTED", place(named), "Inserting into views is not supported")
    if (context.catalog.glue_table(database, name) or {})["StorageDescriptor"].get("BucketColumns"):
        raise QueryError("NOT_SUPPORTED", "Inserting into bucketed tables is not supported")
    check_table(table)
    prepared = context.queries.plan(_as_select(tree.expression), context.database)
    chosen = [item.name.lower() for item in tree.this.expressions] if isinstance(tree.this, exp.Schema) else []
    found = _types_of(tree.expression, prepared, context)
    prepared = _in_table_order(prepared, found, chosen, table)
    layout = Layout(format_of(table), table.all_columns, tuple(name for name, _ in table.partition_keys))
    outcome, parts = write(prepared, layout, table.location.rstrip("/") + "/", context, target, table)
    register(table, parts, context)
    return outcome


def _as_select(query: exp.Expr) -> exp.Expr:
    """The query; VALUES as a SELECT from it."""
    if not isinstance(query, exp.Values):
        return query
    rows = query.copy()
    width = len(rows.expressions[0].expressions) if isinstance(rows.expressions[0], exp.Tuple) else 1
    columns = [exp.to_identifier(f"c{index}") for index in range(width)]
    rows.set("alias", exp.TableAlias(this=exp.to_identifier("inserted"), columns=columns))
    return exp.select("*").from_(rows)


def _types_of(query: exp.Expr, prepared: Plan, context: Context) -> list[str]:
    """The Hive types of the query's columns.

    A number with a point in VALUES is a decimal to INSERT, and goes into a float column: PyAthena's own tests do that.
    """
    types = [kind for _, kind in context.queries.stored_columns(prepared)]
    if not isinstance(query, exp.Values):
        return types
    rows = [row.expressions if isinstance(row, exp.Tuple) else [row] for row in query.expressions]
    for index, kind in enumerate(types):
        if kind == "double" and all(_is_number(row[index]) for row in rows):
            types[index] = "decimal"
    return types


def _is_number(value: exp.Expr) -> bool:
    inner = value.this if isinstance(value, exp.Neg) else value
    return isinstance(inner, exp.Literal) and not inner.is_string


def _in_table_order(prepared: Plan, found: Sequence[str], chosen: Sequence[str], table: Table) -> Plan:
    """The query with a column for each of the table's, once their types agree."""
    types = dict(table.all_columns)
    names = list(chosen or types)
    if unknown := [name for name in names if name not in types]:
        raise QueryError("COLUMN_NOT_FOUND", f"Insert column name does not exist in target table: {unknown[0]}")
    wanted = [types[name] for name in names]
    if len(found) != len(wanted) or not all(map(_converts, found, wanted)):
        shown = (", ".join(map(trino_type, kinds)) for kinds in (wanted, found))
        raise QueryError(
            "TYPE_MISMATCH",
            "Insert query has mismatched column types: Table: [{}], Query: [{}]".format(*shown),
        )
    places = {name: f"c{index}" for index, name in enumerate(names)}
    values = ", ".join(places.get(name, "NULL") for name in types)
    sql = f"SELECT {values} FROM ({prepared.sql}) AS q({', '.join(places.values())})"  # noqa: S608
    return Plan(sql, prepared.scans, prepared.names, ())


_WIDER = ("tinyint", "smallint", "int", "bigint", "decimal", "float", "double")


def _converts(found: str, wanted: str) -> bool:
    """Whether Trino converts a type of its own accord: to a wider number, and among types of text."""
    kinds = [re.split(r"[(<]", kind)[0] for kind in (found, wanted)]
    if all(kind in _WIDER for kind in kinds):
        return _WIDER.index(kinds[0]) <= _WIDER.index(kinds[1])
    if all(kind in ("string", "varchar", "char") for kind in kinds):
        return True
    return found == wanted or kinds == ["date", "timestamp"] or (kinds[0] == kinds[1] and "<" in found)
