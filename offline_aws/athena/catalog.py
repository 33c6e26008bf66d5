"""Tables as the Glue catalog has them, through Glue's own API."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from botocore.exceptions import ClientError

CATALOG = "awsdatacatalog"
# How Hive names the partition of the rows whose key is NULL.
NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__"


@dataclass(frozen=True)
class Table:
    """A table of the catalog. Columns and partition keys are (name, Hive type) pairs in order."""

    database: str
    name: str
    columns: tuple[tuple[str, str], ...]
    partition_keys: tuple[tuple[str, str], ...]
    location: str
    serde: str
    serde_parameters: Mapping[str, str]
    parameters: Mapping[str, str]
    kind: str = "EXTERNAL_TABLE"
    view_text: str = ""

    @classmethod
    def from_glue(cls, database: str, table: Mapping[str, Any]) -> Self:
        """The table in a GetTable response."""
        storage = table.get("StorageDescriptor") or {}
        serde = storage.get("SerdeInfo") or {}
        return cls(
            database=database,
            name=table["Name"],
            columns=_pairs(storage.get("Columns")),
            partition_keys=_pairs(table.get("PartitionKeys")),
            location=storage.get("Location") or "",
            serde=serde.get("SerializationLibrary") or "",
            serde_parameters=serde.get("Parameters") or {},
            parameters=table.get("Parameters") or {},
            kind=table.get("TableType") or "EXTERNAL_TABLE",
            view_text=table.get("ViewOriginalText") or "",
        )

    @property
    def is_view(self) -> bool:
        return self.kind == "VIRTUAL_VIEW"

    @property
    def is_iceberg(self) -> bool:
        """https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg.html"""
        return self.parameters.get("table_type", "").upper() == "ICEBERG"

    @property
    def all_columns(self) -> tuple[tuple[str, str], ...]:
        return self.columns + self.partition_keys


@dataclass(frozen=True)
class Partition:
    """A registered partition: its values, in the order of the keys, its location, its own columns."""

    values: tuple[str, ...]
    location: str
    columns: tuple[tuple[str, str], ...] = ()

    @classmethod
    def from_glue(cls, partition: Mapping[str, Any]) -> Self:
        storage = partition.get("StorageDescriptor") or {}
        return cls(tuple(partition["Values"]), storage.get("Location") or "", _pairs(storage.get("Columns")))

    @property
    def keys(self) -> tuple[str | None, ...]:
        """The values that the rows of the partition have for the table's keys."""
        return tuple(None if value == NULL_PARTITION else value for value in self.values)


def _pairs(columns: list[dict[str, str]] | None) -> tuple[tuple[str, str], ...]:
    return tuple((column["Name"].lower(), column["Type"].lower()) for column in columns or ())


class Catalog:
    """The Glue catalog of one account and region. ``glue`` is a boto3 client."""

    def __init__(self, glue: Any) -> None:
        self.glue = glue

    def table(self, database: str, name: str) -> Table | None:
        """The table, or None when there is none."""
        found = self.glue_table(database, name)
        return Table.from_glue(database, found) if found else None

    def glue_table(self, database: str, name: str) -> dict[str, Any] | None:
        try:
            return self.glue.get_table(DatabaseName=database, Name=name)["Table"]
        except ClientError as error:
            _raise_unless_missing(error)
            return None

    def database(self, name: str) -> dict[str, Any] | None:
        try:
            return self.glue.get_database(Name=name)["Database"]
        except ClientError as error:
            _raise_unless_missing(error)
            return None

    def databases(self) -> list[dict[str, Any]]:
        pages = self.glue.get_paginator("get_databases").paginate()
        return sorted((item for page in pages for item in page["DatabaseList"]), key=lambda item: item["Name"])

    def tables(self, database: str) -> list[dict[str, Any]]:
        pages = self.glue.get_paginator("get_tables").paginate(DatabaseName=database)
        return sorted((item for page in pages for item in page["TableList"]), key=lambda item: item["Name"])

    def partitions(self, table: Table) -> list[Partition]:
        """The registered partitions of a table."""
        pages = self.glue.get_paginator("get_partitions").paginate(DatabaseName=table.database, TableName=table.name)
        return [Partition.from_glue(item) for page in pages for item in page["Partitions"]]


def _raise_unless_missing(error: ClientError) -> None:
    if error.response["Error"]["Code"] != "EntityNotFoundException":
        raise error
