"""CREATE EXTERNAL TABLE. https://docs.aws.amazon.com/athena/latest/ug/create-table.html"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql.alter import glue_column
from offline_aws.athena.sql.hive_statements import (
    Clause,
    ClusteredBy,
    Comment,
    CreateTable,
    Delimited,
    Location,
    PartitionedBy,
    Serde,
    SerdeProperties,
    StoredAs,
    TableProperties,
)
from offline_aws.athena.sql.locations import check_location
from offline_aws.athena.sql.statements import DDL_TASK, Context, Printed, failed, require_database
from offline_aws.athena.sql.storage import (
    LAZY,
    NOT_EMULATED,
    SERDES,
    STORAGES,
    Storage,
    descriptor,
    storage_named,
    storage_of,
)


def create_table(statement: CreateTable, context: Context) -> Printed:
    """The table goes to Glue as Athena writes it there."""
    database, name = statement.table[0] or context.database, statement.table[1]
    require_database(database, context)
    if context.catalog.glue_table(database, name):
        if statement.if_not_exists:
            return Printed()
        raise failed(f"AlreadyExistsException: Table {name} already exists.")
    context.catalog.glue.create_table(DatabaseName=database, TableInput=table_input(statement, context.now))
    return Printed()


@dataclass
class Definition:
    """What the clauses of a statement say of the table."""

    location: str = ""
    serde: str = ""
    comment: str = ""
    stored_as: Storage | None = None
    partition_keys: list[dict[str, str]] = field(default_factory=list)
    clustered: ClusteredBy | None = None
    parameters: dict[str, str] = field(default_factory=dict)
    serde_parameters: dict[str, str] = field(default_factory=dict)

    def storage(self) -> Storage:
        """The storage of ROW FORMAT and STORED AS, which must agree; without either it is text."""
        if not self.serde:
            return self.stored_as or STORAGES["TEXTFILE"]
        if self.serde not in (*SERDES, *NOT_EMULATED):
            raise failed(f"{DDL_TASK} Cannot validate serde: {self.serde}")
        storage = storage_of(self.serde)
        if self.stored_as is None:
            return storage
        if self.stored_as.input_format != storage.input_format:
            raise NotEmulatedError(f"the SerDe {self.serde} with {self.stored_as.input_format}")
        return replace(self.stored_as, serde=self.serde)


def definition_of(clauses: Sequence[Clause]) -> Definition:
    """The clauses put together.

    :raises NotEmulatedError: a format, or a class, that can't be read here
    """
    made = Definition()
    for clause in clauses:
        match clause:
            case Location(uri):
                made.location = _without_slash(uri)
            case PartitionedBy(columns):
                made.partition_keys = [glue_column(column) for column in columns]
            case ClusteredBy():
                made.clustered = clause
            case Serde(name):
                made.serde = name
            case SerdeProperties(properties):
                made.serde_parameters |= dict(properties)
            case Comment(text):
                made.comment = re.sub(r"\s+", " ", text)
            case Delimited(properties):
                made.serde = LAZY
                made.serde_parameters |= _delimiters(dict(properties))
            case StoredAs():
                made.stored_as = _stored_as(clause)
            case TableProperties(properties):
                made.parameters |= dict(properties)
    return made


def table_input(statement: CreateTable, now: datetime) -> dict[str, Any]:
    """Glue's TableInput of the statement."""
    made = definition_of(statement.clauses)
    columns = [glue_column(column) for column in statement.columns]
    check_columns(columns, made.partition_keys)
    if not made.location:
        raise failed("SemanticException: EXTERNAL tables must have a LOCATION")
    check_location(made.location)
    storage = descriptor(made.storage(), made.location, columns, made.serde_parameters)
    parameters = {"EXTERNAL": "TRUE", "transient_lastDdlTime": str(int(now.timestamp()))} | made.parameters
    described = {"comment": made.comment} if made.comment else {}
    table = {
        "Name": statement.table[1],
        "TableType": "EXTERNAL_TABLE",
        "Owner": "hadoop",
        "PartitionKeys": made.partition_keys,
        "Parameters": parameters | described,
        "StorageDescriptor": storage | _buckets(made.clustered, columns),
    }
    return table | ({"Description": made.comment} if made.comment else {})


def check_columns(columns: list[dict[str, str]], partition_keys: list[dict[str, str]]) -> None:
    """Hive's errors 10036 and 10035: a name stands for one column, letter case aside."""
    names = [column["Name"] for column in columns]
    for index, name in enumerate(names):
        if name in names[:index]:
            raise failed(f"SemanticException [Error 10036]: Duplicate column name: {name}")
    if {key["Name"] for key in partition_keys} & {*names}:
        raise failed("SemanticException [Error 10035]: Column repeated in partitioning columns")


def _buckets(clustered: ClusteredBy | None, columns: list[dict[str, str]]) -> dict[str, Any]:
    """The buckets of the table, in Glue's terms; each must be made of columns that it has."""
    if not clustered:
        return {}
    names = {column["Name"] for column in columns}
    for name in (*clustered.columns, *(name for name, _ in clustered.order)):
        if name not in names:
            raise failed(f"SemanticException [Error 10002]: Invalid column reference {name}")
    return {
        "NumberOfBuckets": clustered.buckets,
        "BucketColumns": list(clustered.columns),
        "SortColumns": [{"Column": name, "SortOrder": int(upwards)} for name, upwards in clustered.order],
    }


def _without_slash(location: str) -> str:
    """The location as Hive keeps a path: without the slash at its end, unless it is a whole bucket."""
    path = location.rstrip("/")
    return location if re.fullmatch("s3://[^/]*", path) else path


def _delimiters(given: Mapping[str, str]) -> dict[str, str]:
    """The SerDe properties of ROW FORMAT DELIMITED."""
    if given.get("line.delim", "\n") != "\n":
        raise NotEmulatedError("LINES TERMINATED BY anything but a line feed")
    delimiter = given.get("field.delim")
    return dict(given) | ({"serialization.format": delimiter} if delimiter else {})


def _stored_as(clause: StoredAs) -> Storage:
    """STORED AS a name, or INPUTFORMAT … OUTPUTFORMAT …"""
    if clause.name:
        return storage_named(clause.name)
    for storage in STORAGES.values():
        if storage.input_format == clause.input_format:
            return replace(storage, output_format=clause.output_format)
    raise NotEmulatedError(f"the input format {clause.input_format}")
