"""The statements of Hive's that have a form of their own here. https://docs.aws.amazon.com/athena/latest/ug/ddl-reference.html"""

from dataclasses import dataclass

# (database, name); without a database the query's own is meant.
Name = tuple[str | None, str]
# The columns of a partition with their values, as they are written.
Spec = tuple[tuple[str, str], ...]
Properties = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Column:
    """A column's definition: its type as it is written."""

    name: str
    kind: str
    comment: str | None = None


@dataclass(frozen=True)
class ShowDatabases:
    pattern: str | None


@dataclass(frozen=True)
class ShowTables:
    database: str | None
    pattern: str | None


@dataclass(frozen=True)
class ShowViews:
    database: str | None
    pattern: str | None


@dataclass(frozen=True)
class ShowColumns:
    table: Name


@dataclass(frozen=True)
class ShowPartitions:
    table: Name


@dataclass(frozen=True)
class ShowTblproperties:
    table: Name
    key: str | None


@dataclass(frozen=True)
class ShowCreateTable:
    table: Name


@dataclass(frozen=True)
class ShowCreateView:
    table: Name


@dataclass(frozen=True)
class Describe:
    """``form`` is EXTENDED, FORMATTED or empty; ``path`` leads into a column."""

    table: Name
    form: str
    spec: Spec
    path: tuple[str, ...]


@dataclass(frozen=True)
class RepairTable:
    table: Name


@dataclass(frozen=True)
class CreateDatabase:
    name: str
    if_not_exists: bool
    comment: str = ""
    location: str = ""
    properties: Properties = ()


@dataclass(frozen=True)
class Clause:
    """A clause of CREATE EXTERNAL TABLE."""


@dataclass(frozen=True)
class Comment(Clause):
    text: str


@dataclass(frozen=True)
class PartitionedBy(Clause):
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class ClusteredBy(Clause):
    """``order`` has the columns by which buckets are sorted, with whether upwards."""

    columns: tuple[str, ...]
    order: tuple[tuple[str, bool], ...]
    buckets: int


@dataclass(frozen=True)
class Delimited(Clause):
    """ROW FORMAT DELIMITED: the SerDe's properties."""

    properties: Properties


@dataclass(frozen=True)
class Serde(Clause):
    """ROW FORMAT SERDE."""

    name: str


@dataclass(frozen=True)
class SerdeProperties(Clause):
    properties: Properties


@dataclass(frozen=True)
class StoredAs(Clause):
    """A format's name, or the classes that read and write it."""

    name: str = ""
    input_format: str = ""
    output_format: str = ""


@dataclass(frozen=True)
class Location(Clause):
    uri: str


@dataclass(frozen=True)
class TableProperties(Clause):
    properties: Properties


@dataclass(frozen=True)
class CreateTable:
    """CREATE EXTERNAL TABLE, its clauses as they follow each other."""

    table: Name
    if_not_exists: bool
    columns: tuple[Column, ...]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class DropTable:
    table: Name
    if_exists: bool


@dataclass(frozen=True)
class DropDatabase:
    name: str
    if_exists: bool
    cascade: bool


@dataclass(frozen=True)
class SetDatabaseProperties:
    name: str
    properties: Properties


@dataclass(frozen=True)
class AddPartitions:
    """Partitions with their locations."""

    partitions: tuple[tuple[Spec, str | None], ...]
    if_not_exists: bool


@dataclass(frozen=True)
class DropPartitions:
    specs: tuple[Spec, ...]
    if_exists: bool


@dataclass(frozen=True)
class RenamePartition:
    to: Spec


@dataclass(frozen=True)
class SetLocation:
    location: str


@dataclass(frozen=True)
class SetProperties:
    properties: Properties


@dataclass(frozen=True)
class AddColumns:
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class ReplaceColumns:
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class ChangeColumn:
    """``after`` is the column before the new place, empty for the first place, None where the column stays."""

    old: str
    column: Column
    after: str | None


@dataclass(frozen=True)
class IcebergChange:
    """What Athena does to Iceberg tables alone."""

    what: str


Action = (
    AddPartitions
    | DropPartitions
    | RenamePartition
    | SetLocation
    | SetProperties
    | AddColumns
    | ReplaceColumns
    | ChangeColumn
    | IcebergChange
)


@dataclass(frozen=True)
class AlterTable:
    """A change of a table, or of the partition that ``spec`` names."""

    table: Name
    spec: Spec
    action: Action


HiveStatement = (
    ShowDatabases
    | ShowTables
    | ShowViews
    | ShowColumns
    | ShowPartitions
    | ShowTblproperties
    | ShowCreateTable
    | ShowCreateView
    | Describe
    | RepairTable
    | CreateDatabase
    | CreateTable
    | DropTable
    | DropDatabase
    | SetDatabaseProperties
    | AlterTable
)
