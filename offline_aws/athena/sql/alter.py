"""ALTER TABLE. https://docs.aws.amazon.com/athena/latest/ug/alter-table-add-partition.html"""

import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from botocore.exceptions import ClientError

from offline_aws.athena.catalog import Table
from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql import files
from offline_aws.athena.sql.hive_statements import (
    AddColumns,
    AddPartitions,
    AlterTable,
    ChangeColumn,
    Column,
    DropPartitions,
    IcebergChange,
    RenamePartition,
    ReplaceColumns,
    SetLocation,
    SetProperties,
    Spec,
)
from offline_aws.athena.sql.hive_types import hive_type_named
from offline_aws.athena.sql.locations import check_location
from offline_aws.athena.sql.statements import DDL_TASK, Context, Printed, failed, named_table
from offline_aws.athena.sql.storage import LAZY, ORC, PARQUET

GlueColumns = list[dict[str, str]]

# What GetTable shows and UpdateTable does not take.
_READ_ONLY = ("DatabaseName", "CreateTime", "UpdateTime", "CreatedBy", "VersionId", "CatalogId",
              "IsRegisteredWithLakeFormation")  # fmt: skip
# The SerDes whose columns the catalog says, so that others can be put in their place.
_REPLACEABLE = (LAZY, PARQUET, ORC)
# Partitions that Glue takes at once.
_MOST_AT_ONCE = 100
_WHOLE = ("tinyint", "smallint", "int", "bigint")


def alter_table(statement: AlterTable, context: Context) -> Printed:
    """Change a table, or a partition of it."""
    table = named_table(statement.table, context)
    if table.is_view:
        raise failed(f"SemanticException: Cannot alter a view with ALTER TABLE: {table.database}.{table.name}")
    if table.is_iceberg:
        raise NotEmulatedError("an Iceberg table")
    _ACTIONS[type(statement.action)](table, statement.spec, statement.action, context)
    return Printed()


# --- partitions


def values_of(table: Table, spec: Spec) -> tuple[str, ...]:
    """The values of a partition that ``(a = 'x', b = 1)`` names, in the order of the keys."""
    given = dict(spec)
    names = [name for name, _ in table.partition_keys]
    if set(given) != set(names) or len(spec) != len(names):
        raise failed("SemanticException: Partition spec does not match the table's partition columns")
    for name, kind in table.partition_keys:
        if kind in _WHOLE and not re.fullmatch(r"[+-]?\d+", given[name]):
            raise failed(
                f"SemanticException [Error 10248]: Cannot add partition column {name} of type string as it cannot be "
                f"converted to type {kind}"
            )
    return tuple(given[name] for name in names)


def _add_partitions(table: Table, spec: Spec, action: AddPartitions, context: Context) -> None:
    for each, location in action.partitions:
        values = values_of(table, each)
        if location is not None:
            check_location(location)
        try:
            create_partition(table, values, location or _default_location(table, values), context)
        except ClientError as error:
            if error.response["Error"]["Code"] != "AlreadyExistsException":
                raise
            if not action.if_not_exists:
                raise failed(f"AlreadyExistsException: {error.response['Error']['Message']}") from error


def _default_location(table: Table, values: Sequence[str]) -> str:
    keys = [name for name, _ in table.partition_keys]
    return f"{table.location.rstrip('/')}/{files.partition_path(keys, values)}"


def create_partition(table: Table, values: Sequence[str], location: str, context: Context) -> None:
    """Register a partition, stored as the table is."""
    given = _partition_input(_glue_table(table, context), values, location)
    context.catalog.glue.create_partition(DatabaseName=table.database, TableName=table.name, PartitionInput=given)


def create_partitions(table: Table, locations: Mapping[tuple[str, ...], str], context: Context) -> None:
    """Register partitions that are not known yet, as many at once as Glue takes."""
    found = _glue_table(table, context)
    for each in itertools.batched(locations.items(), _MOST_AT_ONCE, strict=False):
        given = [_partition_input(found, values, location) for values, location in each]
        context.catalog.glue.batch_create_partition(
            DatabaseName=table.database, TableName=table.name, PartitionInputList=given
        )


def _partition_input(found: Mapping[str, Any], values: Sequence[str], location: str) -> dict[str, Any]:
    return {"Values": list(values), "StorageDescriptor": found["StorageDescriptor"] | {"Location": location}}


def _drop_partitions(table: Table, spec: Spec, action: DropPartitions, context: Context) -> None:
    """All of the partitions are there, or none is dropped."""
    known = {partition.values for partition in context.catalog.partitions(table)}
    named = [values_of(table, each) for each in action.specs]
    for values in named:
        if values not in known and not action.if_exists:
            raise _partition_not_found(table, values)
    for values in {*named} & known:
        context.catalog.glue.delete_partition(
            DatabaseName=table.database, TableName=table.name, PartitionValues=list(values)
        )


def _partition_not_found(table: Table, values: Sequence[str]) -> QueryError:
    shown = ", ".join(f"{name}={value}" for (name, _), value in zip(table.partition_keys, values, strict=True))
    return failed(f"SemanticException [Error 10006]: Partition not found {{{shown}}}")


def glue_partition(table: Table, spec: Spec, context: Context) -> dict[str, Any]:
    """The partition that ``(a = 'x', b = 1)`` names, as Glue has it."""
    values = values_of(table, spec)
    try:
        found: dict[str, Any] = context.catalog.glue.get_partition(
            DatabaseName=table.database, TableName=table.name, PartitionValues=list(values)
        )["Partition"]
    except ClientError as error:
        if error.response["Error"]["Code"] != "EntityNotFoundException":
            raise
        raise _partition_not_found(table, values) from error
    return found


def _rename_partition(table: Table, spec: Spec, action: RenamePartition, context: Context) -> None:
    """The partition gets other values; its objects stay where they are, as the table is external."""
    to = values_of(table, action.to)
    if to in {partition.values for partition in context.catalog.partitions(table)}:
        raise failed(f"{DDL_TASK} Unable to rename partition. Partition already exists:{to}")
    _update_partition(table, spec, context, {}, to)


def _update_partition(
    table: Table, spec: Spec, context: Context, descriptor: Mapping[str, Any], values: Sequence[str] | None = None
) -> None:
    """Write a partition anew with what is given."""
    found = glue_partition(table, spec, context)
    given = {
        "Values": list(values or found["Values"]),
        "StorageDescriptor": found["StorageDescriptor"] | descriptor,
        "Parameters": found.get("Parameters", {}),
    }
    context.catalog.glue.update_partition(
        DatabaseName=table.database, TableName=table.name, PartitionValueList=found["Values"], PartitionInput=given
    )


# --- the table, or a partition where ``spec`` names one


def _set_location(table: Table, spec: Spec, action: SetLocation, context: Context) -> None:
    check_location(action.location)
    _set_descriptor(table, spec, context, {"Location": action.location})


def _set_properties(table: Table, spec: Spec, action: SetProperties, context: Context) -> None:
    """A table stays external, whatever the property of that name is set to.

    https://docs.aws.amazon.com/athena/latest/ug/alter-table-set-tblproperties.html
    """
    _update(table, context, parameters={key: value for key, value in action.properties if key != "EXTERNAL"})


def _add_columns(table: Table, spec: Spec, action: AddColumns, context: Context) -> None:
    present = _columns(table, spec, context)
    added = [glue_column(column) for column in action.columns]
    _require_new([*(column["Name"] for column in present), *_keys(table)], added)
    _set_descriptor(table, spec, context, {"Columns": present + added})


def _replace_columns(table: Table, spec: Spec, action: ReplaceColumns, context: Context) -> None:
    if table.serde not in _REPLACEABLE:
        raise failed(f"{DDL_TASK} Replace columns is not supported for this table. SerDe may be incompatible.")
    columns = [glue_column(column) for column in action.columns]
    _require_new(_keys(table), columns)
    _set_descriptor(table, spec, context, {"Columns": columns})


def _change_column(table: Table, spec: Spec, action: ChangeColumn, context: Context) -> None:
    """Another name, type, comment or place. https://docs.aws.amazon.com/athena/latest/ug/alter-table-change-column.html"""
    columns = _columns(table, spec, context)
    places = {column["Name"]: place for place, column in enumerate(columns)}
    for name in (action.old, action.after or action.old):
        if name not in places:
            raise failed(f"{DDL_TASK} Invalid column reference {name}")
    place = places[action.old]
    old = columns.pop(place)
    new = ({"Comment": old["Comment"]} if "Comment" in old else {}) | glue_column(action.column)
    _require_new([*(column["Name"] for column in columns), *_keys(table)], [new])
    if action.after == "":
        place = 0
    elif action.after and action.after != action.old:
        place = [column["Name"] for column in columns].index(action.after) + 1
    columns.insert(place, new)
    _set_descriptor(table, spec, context, {"Columns": columns})


def _refuse_iceberg(table: Table, spec: Spec, action: IcebergChange, context: Context) -> None:
    """https://docs.aws.amazon.com/athena/latest/ug/unsupported-ddl.html"""
    raise QueryError("NOT_SUPPORTED", f"{action.what} is only supported for Iceberg tables")


_ACTIONS: dict[type, Callable[[Table, Spec, Any, Context], None]] = {
    AddPartitions: _add_partitions,
    DropPartitions: _drop_partitions,
    RenamePartition: _rename_partition,
    SetLocation: _set_location,
    SetProperties: _set_properties,
    AddColumns: _add_columns,
    ReplaceColumns: _replace_columns,
    ChangeColumn: _change_column,
    IcebergChange: _refuse_iceberg,
}


def glue_column(column: Column) -> dict[str, str]:
    """A column's definition as Glue has it."""
    described = {"Name": column.name, "Type": hive_type_named(column.kind)}
    return described | ({} if column.comment is None else {"Comment": column.comment})


def _keys(table: Table) -> list[str]:
    return [name for name, _ in table.partition_keys]


def _require_new(known: Sequence[str], columns: GlueColumns) -> None:
    """No column has the name of another."""
    names = [*known]
    for column in columns:
        if column["Name"] in names:
            raise failed(f"{DDL_TASK} Duplicate column name: {column['Name']}")
        names.append(column["Name"])


def _columns(table: Table, spec: Spec, context: Context) -> GlueColumns:
    found = glue_partition(table, spec, context) if spec else _glue_table(table, context)
    return list(found["StorageDescriptor"].get("Columns") or [])


def _glue_table(table: Table, context: Context) -> dict[str, Any]:
    return context.catalog.glue_table(table.database, table.name) or {}


def _set_descriptor(table: Table, spec: Spec, context: Context, descriptor: Mapping[str, Any]) -> None:
    if spec:
        _update_partition(table, spec, context, descriptor)
    else:
        _update(table, context, descriptor=descriptor)


def _update(
    table: Table,
    context: Context,
    descriptor: Mapping[str, Any] | None = None,
    parameters: Mapping[str, str] | None = None,
) -> None:
    """Write the table anew with what is given, and with who changed it when, as Hive does."""
    found = {name: value for name, value in _glue_table(table, context).items() if name not in _READ_ONLY}
    now = str(int(context.now.timestamp()))
    changed = {"last_modified_by": "hadoop", "last_modified_time": now, "transient_lastDdlTime": now}
    found |= {
        "StorageDescriptor": found["StorageDescriptor"] | dict(descriptor or {}),
        "Parameters": found.get("Parameters", {}) | dict(parameters or {}) | changed,
    }
    context.catalog.glue.update_table(DatabaseName=table.database, TableInput=found)
