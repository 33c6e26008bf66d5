"""CREATE TABLE AS, INSERT INTO and UNLOAD: the statements that write the rows of a query to S3.

https://docs.aws.amazon.com/athena/latest/ug/ctas.html, …/insert-into.html, …/unload.html
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlglot
from botocore.exceptions import ClientError
from sqlglot import exp

from offline_aws.athena.catalog import CATALOG, Table
from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql import files, locations, projection
from offline_aws.athena.sql.classify import Statement, unload_query
from offline_aws.athena.sql.dialect import AthenaQuery, place
from offline_aws.athena.sql.files import Layout, Part
from offline_aws.athena.sql.hive_types import trino_type
from offline_aws.athena.sql.identifiers import check_columns
from offline_aws.athena.sql.plan import Plan
from offline_aws.athena.sql.statements import Context, names_of
from offline_aws.athena.sql.storage import LAZY, descriptor, storage_named


@dataclass(frozen=True)
class Target:
    """Where the rows of a statement go. ``output`` is the query's own place, without its extension."""

    output: str
    s3: Any
    enforced: bool = False


@dataclass(frozen=True)
class Outcome:
    """What a statement wrote: how many rows, to which objects, from how many bytes."""

    rows: int = 0
    scanned: int = 0
    uris: list[str] = field(default_factory=list)


def run(statement: Statement, context: Context, target: Target) -> Outcome:
    """Run a statement that writes."""
    runners = {"CREATE_TABLE_AS_SELECT": create_table_as, "INSERT": insert, "UNLOAD": unload}
    return runners[statement.substatement](statement, context, target)


# --- CREATE TABLE AS


def create_table_as(statement: Statement, context: Context, target: Target) -> Outcome:
    """The table appears once all of its objects are there."""
    tree = statement.tree
    assert isinstance(tree, exp.Create)  # noqa: S101 - classify has seen to it
    database, name = names_of(tree.this, context)
    if not context.catalog.database(database):
        raise QueryError.at("SCHEMA_NOT_FOUND", (1, 1), f"Schema '{database}' does not exist")
    if context.catalog.glue_table(database, name):
        if tree.args.get("exists"):
            return Outcome()
        raise QueryError.at("TABLE_ALREADY_EXISTS", (1, 1), f"Table '{CATALOG}.{database}.{name}' already exists")
    properties, with_data = _ctas_properties(tree)
    storage = storage_named(properties.text("format") or "PARQUET")
    prepared = context.queries.plan(tree.expression, context.database)
    layout = properties.layout(storage.serde, context.queries.stored_columns(prepared))
    location = _ctas_location(properties, target)
    _require_empty(location, f"table '{database}.{name}'", context)
    serde = {"field.delim": layout.delimiter} if storage.serde == LAZY else {}
    columns, keys = _glue_columns(layout.plain_columns), _glue_columns(layout.columns[len(layout.plain_columns) :])
    table = {
        "Name": name,
        "TableType": "EXTERNAL_TABLE",
        "Owner": "hadoop",
        "PartitionKeys": keys,
        "Parameters": {
            "EXTERNAL": "TRUE",
            "auto.purge": "false",
            "transient_lastDdlTime": str(int(context.now.timestamp())),
        },
        "StorageDescriptor": descriptor(storage, location, columns, serde),
    }
    outcome, parts = _write(prepared, layout, location, context, target) if with_data else (Outcome(), [])
    context.catalog.glue.create_table(DatabaseName=database, TableInput=table)
    _register(Table.from_glue(database, table), parts, context)
    return outcome


def _ctas_properties(tree: exp.Create) -> tuple["Properties", bool]:
    """The WITH clause, and whether rows are wanted: not WITH NO DATA."""
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
            case exp.Property():
                given[clause.this.name.lower()] = clause.args["value"]
            case _:
                raise NotEmulatedError(f"the clause {clause.sql('trino')}")
    if given.pop("is_external", exp.true()) != exp.true() or given.pop("table_type", exp.Literal.string("HIVE")).name.upper() != "HIVE":  # fmt: skip  # noqa: E501
        raise NotEmulatedError("an Iceberg table")
    return Properties(given, {"format", "external_location", *_WRITING}), with_data


def _ctas_location(properties: "Properties", target: Target) -> str:
    given = properties.text("external_location")
    if given and target.enforced:
        raise QueryError(
            "INVALID_TABLE_PROPERTY",
            "The Create Table As Select query failed because it was submitted with an 'external_location' property to "
            "an Athena Workgroup that enforces a centralized output location for all queries. Please remove the "
            "'external_location' property and resubmit the query.",
        )
    return (given or target.output).rstrip("/") + "/"


def _glue_columns(columns: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"Name": name, "Type": kind} for name, kind in columns]


# --- INSERT INTO


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
    check_columns(table)
    prepared = context.queries.plan(_as_select(tree.expression), context.database)
    chosen = [item.name.lower() for item in tree.this.expressions] if isinstance(tree.this, exp.Schema) else []
    prepared = _in_table_order(prepared, chosen, table, context)
    delimiter = table.serde_parameters.get("field.delim", "\x01")
    keys = tuple(name for name, _ in table.partition_keys)
    layout = Layout(table.serde, table.all_columns, keys, "GZIP", delimiter)
    outcome, parts = _write(prepared, layout, table.location.rstrip("/") + "/", context, target, table)
    _register(table, parts, context)
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


def _in_table_order(prepared: Plan, chosen: Sequence[str], table: Table, context: Context) -> Plan:
    """The query with a column for each of the table's, once their types agree."""
    types = dict(table.all_columns)
    names = list(chosen or types)
    if unknown := [name for name in names if name not in types]:
        raise QueryError("COLUMN_NOT_FOUND", f"Insert column name does not exist in target table: {unknown[0]}")
    found = [kind for _, kind in context.queries.stored_columns(prepared)]
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


# --- UNLOAD


def unload(statement: Statement, context: Context, target: Target) -> Outcome:
    """UNLOAD (query) TO 's3://…' WITH (format = '…', …)."""
    assert statement.tree is not None  # noqa: S101 - classify has parsed the query
    _, end = unload_query(statement.sql)
    rest = re.fullmatch(r"\s*to\s+('(?:[^']|'')*')\s*(?:with\s*\((.*)\))?\s*", statement.sql[end + 1 :], re.I | re.S)
    if not rest:
        raise NotEmulatedError("this form of UNLOAD")
    location = rest[1][1:-1].replace("''", "'").rstrip("/") + "/"
    given = _assignments(rest[2] or "")
    if "compression" in given:
        given["write_compression"] = given.pop("compression")
    properties = Properties(given, {"format", "write_compression", "field_delimiter", "partitioned_by"})
    if not properties.text("format"):
        raise QueryError("INVALID_TABLE_PROPERTY", "UNLOAD needs the property format")
    prepared = context.queries.plan(statement.tree, context.database)
    storage = storage_named(properties.text("format"))
    layout = properties.layout(storage.serde, context.queries.stored_columns(prepared))
    _require_empty(location, "UNLOAD", context)
    outcome, _ = _write(prepared, layout, location, context, target)
    return outcome


def _assignments(text: str) -> dict[str, exp.Expr]:
    """``a = 'x', b = ARRAY['y']`` by name."""
    if not text.strip():
        return {}
    items = sqlglot.parse_one(f"SELECT ROW({text})", read=AthenaQuery()).find(exp.Anonymous, exp.Struct, exp.Tuple)
    found = items.expressions if items else []
    if not all(isinstance(item, (exp.EQ, exp.PropertyEQ)) for item in found):
        raise NotEmulatedError("this form of WITH")
    return {item.this.name.lower(): item.expression for item in found}


# --- What they share


_WRITING = {
    "partitioned_by",
    "write_compression",
    "parquet_compression",
    "field_delimiter",
}


class Properties:
    """The WITH clause of a statement that writes; a property that is not in ``allowed`` is refused."""

    def __init__(self, given: Mapping[str, exp.Expr], allowed: set[str]) -> None:
        if unknown := sorted(set(given) - allowed):
            raise NotEmulatedError(f"the property {unknown[0]}")
        self._given = given

    def text(self, name: str) -> str:
        return self._given[name].name if name in self._given else ""

    def layout(self, serde: str, columns: Sequence[tuple[str, str]]) -> Layout:
        """The layout of rows with these columns; those that partition must be the last."""
        listed = self._given.get("partitioned_by")
        keys = tuple(item.name.lower() for item in listed.expressions) if listed else ()
        if keys and tuple(name for name, _ in columns[-len(keys) :]) != keys:
            raise QueryError(
                "HIVE_COLUMN_ORDER_MISMATCH",
                "Partition keys must be the last columns in the table and in the same order as the table properties: "
                f"[{', '.join(keys)}]",
            )
        compression = self.text("write_compression") or self.text("parquet_compression") or "GZIP"
        return Layout(serde, tuple(columns), keys, compression, self.text("field_delimiter") or "\x01")


def _write(
    prepared: Plan, layout: Layout, location: str, context: Context, target: Target, table: Table | None = None
) -> tuple[Outcome, list[tuple[Part, str]]]:
    """Run the query and put its objects under the location; returns each with its partition's URI."""
    files.check(layout)
    queries = context.queries
    with queries.cache.reading(), queries.engine.scratch() as folder:
        scanned = queries.attach(prepared)
        rows, parts = files.write(queries.connection, prepared.sql, layout, folder)
        placed = [(part, _partition_uri(layout, location, part, table, context)) for part in parts]
        for part, uri in placed:
            bucket, key = locations.split_uri(f"{uri}{part.name}")
            with part.path.open("rb") as body:
                target.s3.put_object(Bucket=bucket, Key=key, Body=body)
    return Outcome(rows, scanned, [f"{uri}{part.name}" for part, uri in placed]), placed


def _partition_uri(layout: Layout, location: str, part: Part, table: Table | None, context: Context) -> str:
    """Where a partition lies: where the catalog says, else under the location as Hive lays it out."""
    if not layout.keys:
        return location
    if table and projection.is_projected(table.parameters):
        template = locations.template_of(table.location, layout.keys, table.parameters)
        return locations.filled(template, dict(zip(layout.keys, part.values, strict=True)))
    for known in context.catalog.partitions(table) if table else ():
        if known.values == part.values:
            return known.location.rstrip("/") + "/"
    return location + files.partition_path(layout.keys, part.values)


def _register(table: Table, parts: Sequence[tuple[Part, str]], context: Context) -> None:
    """Make the partitions known to the catalog, unless they are projected or known."""
    if not table.partition_keys or projection.is_projected(table.parameters):
        return
    storage = (context.catalog.glue_table(table.database, table.name) or {})["StorageDescriptor"]
    for part, uri in parts:
        try:
            context.catalog.glue.create_partition(
                DatabaseName=table.database,
                TableName=table.name,
                PartitionInput={"Values": list(part.values), "StorageDescriptor": storage | {"Location": uri}},
            )
        except ClientError as error:
            if error.response["Error"]["Code"] != "AlreadyExistsException":
                raise


def _require_empty(location: str, what: str, context: Context) -> None:
    if context.queries.objects.list(*locations.split_uri(location)):
        raise QueryError(
            "HIVE_PATH_ALREADY_EXISTS",
            f"Target directory for {what} already exists: {location}. You may need to manually clean the data at "
            f"location '{location}' before retrying. Athena will not delete data in your account.",
        )
