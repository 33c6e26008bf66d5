"""What the statements that write share: the properties of what is written, and the way from rows to objects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from botocore.exceptions import ClientError
from sqlglot import exp

from offline_aws.athena.catalog import Table
from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.outputs import Outputs
from offline_aws.athena.sql import files, locations, projection
from offline_aws.athena.sql.files import Layout, Part
from offline_aws.athena.sql.plan import Plan
from offline_aws.athena.sql.statements import Context


@dataclass(frozen=True)
class Target:
    """Where the rows of a statement go. ``output`` is the query's own place, without its extension."""

    output: str
    outputs: Outputs


@dataclass(frozen=True)
class Outcome:
    """What a statement wrote: how many rows, to which objects."""

    rows: int = 0
    uris: list[str] = field(default_factory=list)


WRITING = {
    "partitioned_by",
    "write_compression",
    "parquet_compression",
    "orc_compression",
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
        named = ("write_compression", "parquet_compression", "orc_compression")
        compression = next(filter(None, map(self.text, named)), "GZIP")
        return Layout(serde, tuple(columns), keys, compression, self.text("field_delimiter") or "\x01")


def write(
    prepared: Plan, layout: Layout, location: str, context: Context, target: Target, table: Table | None = None
) -> tuple[Outcome, list[tuple[Part, str]]]:
    """Run the query and put its objects under the location; returns each with its partition's URI."""
    files.check(layout)
    queries = context.queries
    with queries.cache.reading(), queries.engine.scratch() as folder:
        queries.attach(prepared)
        rows, parts = files.write(queries.connection, prepared.sql, layout, folder)
        placed = [(part, _partition_uri(layout, location, part, table, context)) for part in parts]
        for part, uri in placed:
            with part.path.open("rb") as body:
                target.outputs.put(f"{uri}{part.name}", body)
    return Outcome(rows, [f"{uri}{part.name}" for part, uri in placed]), placed


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


def register(table: Table, parts: Sequence[tuple[Part, str]], context: Context) -> None:
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


def require_empty(location: str, what: str, context: Context) -> None:
    if context.queries.objects.list(*locations.split_uri(location)):
        raise QueryError(
            "HIVE_PATH_ALREADY_EXISTS",
            f"Target directory for {what} already exists: {location}. You may need to manually clean the data at "
            f"location '{location}' before retrying. Athena will not delete data in your account.",
        )
