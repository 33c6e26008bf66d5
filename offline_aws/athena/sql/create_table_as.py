"""CREATE TABLE AS. https://docs.aws.amazon.com/athena/latest/ug/create-table-as.html"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlglot import exp

from offline_aws.athena.catalog import CATALOG, Table
from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.analysis.kinds import UNKNOWN
from offline_aws.athena.sql.classify import Statement
from offline_aws.athena.sql.files import Layout
from offline_aws.athena.sql.plan import Plan
from offline_aws.athena.sql.statements import Context, names_of
from offline_aws.athena.sql.storage import LAZY, Storage, descriptor, storage_named
from offline_aws.athena.sql.writing import (
    LAYOUT,
    Outcome,
    Properties,
    Target,
    register,
    require_empty,
    write,
    written_by,
)


def create_table_as(statement: Statement, context: Context, target: Target) -> Outcome:
    """The table appears once all of its objects are there."""
    tree = statement.tree
    assert isinstance(tree, exp.Create)  # noqa: S101 - classify has seen to it
    database, name = names_of(tree.this, context)
    if _is_there(database, name, context):
        if tree.args.get("exists"):
            return Outcome()
        raise QueryError.at("TABLE_ALREADY_EXISTS", (1, 1), f"Table '{CATALOG}.{database}.{name}' already exists")
    properties, storage, with_data = properties_of(tree)
    prepared = context.queries.plan(tree.expression, context.database)
    _check_types(prepared)
    columns = context.queries.stored_columns(prepared)
    _check_names([name for name, _ in columns])
    layout = properties.layout(storage.serde, columns)
    location = _ctas_location(properties, target)
    require_empty(location, f"table '{database}.{name}'", context)
    table = _table_input(name, storage, layout, location, context.now)
    outcome, parts = write(prepared, layout, location, context, target) if with_data else (Outcome(), [])
    context.catalog.glue.create_table(DatabaseName=database, TableInput=table)
    register(Table.from_glue(database, table), parts, context)
    return outcome


def _check_types(prepared: Plan) -> None:
    """No column is a bare NULL."""
    if UNKNOWN in prepared.types:
        position = prepared.types.index(UNKNOWN) + 1
        raise QueryError.at("COLUMN_TYPE_UNKNOWN", (1, 1), f"Column type is unknown at position {position}")


def _check_names(names: Sequence[str]) -> None:
    """Each column has a name of its own."""
    for position, name in enumerate(names, 1):
        if name == f"_col{position - 1}":
            raise QueryError.at(
                "COLUMN_NAME_NOT_SPECIFIED", (1, 1), f"Column name not specified at position {position}"
            )
        if name in names[: position - 1]:
            raise QueryError.at("DUPLICATE_COLUMN_NAME", (1, 1), f"Column name '{name}' specified more than once")


def _is_there(database: str, name: str, context: Context) -> bool:
    if not context.catalog.database(database):
        raise QueryError.at("SCHEMA_NOT_FOUND", (1, 1), f"Schema '{database}' does not exist")
    return context.catalog.glue_table(database, name) is not None


def _table_input(name: str, storage: Storage, layout: Layout, location: str, now: datetime) -> dict[str, Any]:
    """Glue's TableInput of the new table."""
    serde = {"field.delim": layout.format.text.delimiters[0]} if storage.serde == LAZY else {}
    columns, keys = layout.plain_columns, layout.columns[len(layout.plain_columns) :]
    buckets = {"NumberOfBuckets": layout.buckets, "BucketColumns": list(layout.bucketed_by)} if layout.buckets else {}
    return {
        "Name": name,
        "TableType": "EXTERNAL_TABLE",
        "Owner": "hadoop",
        "PartitionKeys": _glue_columns(keys),
        "Parameters": {
            "EXTERNAL": "TRUE",
            "auto.purge": "false",
            "transient_lastDdlTime": str(int(now.timestamp())),
            **written_by(layout.format),
        },
        "StorageDescriptor": descriptor(storage, location, _glue_columns(columns), serde) | buckets,
    }


# https://docs.aws.amazon.com/athena/latest/ug/create-table-as.html#ctas-table-properties
_PROPERTIES = {
    "format", "external_location", "bucketed_by", "bucket_count", "write_compression", "parquet_compression",
    "orc_compression", *LAYOUT,
}  # fmt: skip


def properties_of(tree: exp.Create) -> tuple[Properties, Storage, bool]:
    """The WITH clause, the storage that it names, and whether rows are wanted: not WITH NO DATA."""
    given: dict[str, exp.Expr] = {}
    with_data = True
    for clause in tree.args["properties"].expressions if tree.args.get("properties") else ():
        match clause:
            case exp.WithDataProperty():
                with_data = not clause.args.get("no")
            case exp.FileFormatProperty():
                given["format"] = clause.this
            case exp.PartitionedByProperty():
                given["partitioned_by"] = clause.this
            case exp.LocationProperty():
                given["location"] = clause.this
            case exp.Property():
                given[clause.this.name.lower()] = clause.args["value"]
            case _:
                raise NotEmulatedError(f"the clause {clause.sql('trino')}")
    if given.pop("table_type", exp.Literal.string("HIVE")).name.upper() != "HIVE":
        raise NotEmulatedError("an Iceberg table")
    if given.pop("is_external", exp.true()) != exp.true():
        raise NotEmulatedError("a table that is not external")
    properties = Properties(given, _PROPERTIES)
    return properties, storage_named(properties.text("format") or "PARQUET"), with_data


def names_location(statement: Statement) -> bool:
    """Whether a CREATE TABLE AS says where the table lies."""
    properties = statement.tree.find_all(exp.Property) if statement.tree else ()
    return any(item.name.lower() == "external_location" for item in properties)


def _ctas_location(properties: Properties, target: Target) -> str:
    return (properties.text("external_location") or target.output).rstrip("/") + "/"


def _glue_columns(columns: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"Name": name, "Type": kind} for name, kind in columns]
