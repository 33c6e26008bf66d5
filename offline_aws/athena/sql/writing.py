"""What the statements that write share: the properties of what is written, and the way from rows to objects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from botocore.exceptions import ClientError
from sqlglot import exp

from offline_aws.athena.catalog import CATALOG, Table
from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.outputs import Outputs
from offline_aws.athena.sql import files, locations, projection
from offline_aws.athena.sql.files import Layout, Part
from offline_aws.athena.sql.formats import Format
from offline_aws.athena.sql.hive_text import DEFAULT_TEXT, TextForm
from offline_aws.athena.sql.plan import Plan
from offline_aws.athena.sql.statements import Context
from offline_aws.athena.sql.storage import ENCODING, LAZY, ORC, PARQUET
from offline_aws.athena.sql.text_serde import NULL_FORMAT, delimiters_of


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


# Properties by which a statement chooses a compression: one of them alone.
_COMPRESSIONS = {"write_compression": None, "compression": None, "parquet_compression": PARQUET, "orc_compression": ORC}
LAYOUT = {"partitioned_by", "field_delimiter", "compression_level"}
_LEVELS = range(1, 23)


class Properties:
    """The WITH clause of a statement that writes; a property that is not in ``allowed`` does not exist."""

    def __init__(self, given: Mapping[str, exp.Expr], allowed: set[str]) -> None:
        if unknown := sorted(set(given) - allowed):
            message = f"Catalog '{CATALOG}' table property '{unknown[0]}' does not exist"
            raise QueryError.at("INVALID_TABLE_PROPERTY", (1, 1), message)
        self._given = given

    def text(self, name: str) -> str:
        return self._given[name].name if name in self._given else ""

    def names(self, name: str) -> tuple[str, ...]:
        """The names of columns in an array."""
        listed = self._given.get(name)
        return tuple(item.name.lower() for item in listed.expressions) if listed else ()

    def number(self, name: str) -> int:
        """A number, also as text; 0 without the property."""
        if not (text := self.text(name) or "0").isdecimal():
            raise QueryError("INVALID_TABLE_PROPERTY", f"Unable to set table property '{name}' to '{text}'")
        return int(text)

    def layout(self, serde: str, columns: Sequence[tuple[str, str]]) -> Layout:
        """The layout of rows with these columns; those that partition must be the last."""
        keys = self.names("partitioned_by")
        if keys and tuple(name for name, _ in columns[-len(keys) :]) != keys:
            raise QueryError(
                "HIVE_COLUMN_ORDER_MISMATCH",
                "Partition keys must be the last columns in the table and in the same order as the table properties: "
                f"[{', '.join(keys)}]",
            )
        bucketed_by, buckets = self.names("bucketed_by"), self.number("bucket_count")
        if bool(bucketed_by) != bool(buckets):
            raise QueryError("INVALID_TABLE_PROPERTY", "bucketed_by and bucket_count must be specified together")
        return Layout(self._format(serde), tuple(columns), keys, bucketed_by, buckets)

    def _format(self, serde: str) -> Format:
        named = {name: of for name, of in _COMPRESSIONS.items() if name in self._given}
        if len(named) > 1:
            raise QueryError("INVALID_TABLE_PROPERTY", f"Only one of {', '.join(named)} can be specified")
        for name, of in named.items():
            if of not in (None, serde):
                raise QueryError("INVALID_TABLE_PROPERTY", f"{name} does not apply to the format of the table")
        delimiter = self.text("field_delimiter") or "\x01"
        if len(delimiter) != 1:
            raise QueryError("INVALID_TABLE_PROPERTY", "field_delimiter must be a single character")
        text = replace(DEFAULT_TEXT, delimiters=(delimiter, *DEFAULT_TEXT.delimiters[1:]))
        return compressed(Format(serde, text=text), self.text(next(iter(named), "")), self.text("compression_level"))


def compressed(form: Format, compression: str, level: str) -> Format:
    """The format with a compression, and the level that is given for it: of Zstandard, but in ORC, alone.

    https://docs.aws.amazon.com/athena/latest/ug/compression-support-zstd-levels.html
    """
    form = replace(form, compression=compression)
    if not level:
        return form
    if form.chosen != "ZSTD" or form.serde == ORC or not level.isdecimal() or int(level) not in _LEVELS:
        raise QueryError("INVALID_TABLE_PROPERTY", f"compression_level {level} is none of ZSTD, which has 1 to 22")
    return replace(form, level=int(level))


# The table's property that says how INSERT compresses.
_TABLE_COMPRESSIONS = {PARQUET: "parquet.compression", ORC: "orc.compress"}
_WRITE_COMPRESSION = "write.compression"


def written_by(form: Format) -> dict[str, str]:
    """The properties of a table by which what is inserted will be compressed as a format is."""
    if not form.compression:
        return {}
    level = {"compression_level": str(form.level)} if form.chosen == "ZSTD" and form.serde != ORC else {}
    return {_TABLE_COMPRESSIONS.get(form.serde, _WRITE_COMPRESSION): form.chosen} | level


def format_of(table: Table) -> Format:
    """How what is inserted into a table is written.

    https://docs.aws.amazon.com/athena/latest/ug/alter-table-set-tblproperties.html
    """
    if table.serde_parameters.get("escape.delim"):
        raise NotEmulatedError("writing text with an escape character")
    if table.serde_parameters.get(ENCODING, "UTF-8").upper() != "UTF-8":
        raise NotEmulatedError(f"writing text in {table.serde_parameters[ENCODING]}")
    text = TextForm(delimiters_of(table.serde_parameters), table.serde_parameters.get(NULL_FORMAT, DEFAULT_TEXT.null))
    form = Format(table.serde, text=text if table.serde == LAZY else DEFAULT_TEXT)
    own = _TABLE_COMPRESSIONS.get(table.serde, _WRITE_COMPRESSION)
    compression = table.parameters.get(own) or table.parameters.get(_WRITE_COMPRESSION, "")
    return compressed(form, compression, table.parameters.get("compression_level", ""))


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
