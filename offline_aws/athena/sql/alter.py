"""ALTER TABLE and MSCK REPAIR TABLE. https://docs.aws.amazon.com/athena/latest/ug/alter-table-add-partition.html"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from botocore.exceptions import ClientError
from sqlglot import exp

from offline_aws.athena.catalog import Table
from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql import files, locations
from offline_aws.athena.sql.classify import Statement
from offline_aws.athena.sql.hive_types import columns_of, properties_of
from offline_aws.athena.sql.show import NAME, printed
from offline_aws.athena.sql.statements import Context, Printed, existing_table, failed, named_table, names_of

# What GetTable shows and UpdateTable does not take.
_READ_ONLY = ("DatabaseName", "CreateTime", "UpdateTime", "CreatedBy", "VersionId", "CatalogId",
              "IsRegisteredWithLakeFormation")  # fmt: skip


def alter_table(statement: Statement, context: Context) -> Printed:
    """One kind of action, or several partitions to add or drop."""
    tree = statement.tree
    if not isinstance(tree, exp.Alter):
        raise NotEmulatedError("this form of ALTER TABLE")
    table = existing_table(*names_of(tree.this, context), context)
    if table.is_view:
        raise failed(f"SemanticException: Cannot alter a view with ALTER TABLE: {table.database}.{table.name}")
    for action in tree.args["actions"]:
        match action:
            case exp.AddPartition():
                _add_partition(table, action, context)
            case exp.DropPartition():
                _drop_partitions(table, action, context)
            case exp.AlterSet():
                _set(table, tree, action, context)
            case exp.Schema():
                _add_columns(table, columns_of(action.expressions), context)
            case exp.ReplaceColumns():
                _update(table, context, columns=columns_of(action.expressions))
            case _:
                raise NotEmulatedError("this form of ALTER TABLE")
    return Printed()


def _values(table: Table, conditions: Sequence[exp.Expr]) -> tuple[str, ...]:
    """The values of a partition that ``(a = 'x', b = 1)`` names, in the order of the keys."""
    if not all(isinstance(item, exp.EQ) for item in conditions):
        raise NotEmulatedError("a partition that is not named by equality")
    given = {item.this.name.lower(): item.expression.name for item in conditions}
    names = [name for name, _ in table.partition_keys]
    if set(given) != set(names):
        raise failed("SemanticException: Partition spec does not match the table's partition columns")
    return tuple(given[name] for name in names)


def _add_partition(table: Table, action: exp.AddPartition, context: Context) -> None:
    values = _values(table, action.this.expressions)
    place = action.args.get("location")
    try:
        _create_partition(table, values, place.this.name if place else _default_location(table, values), context)
    except ClientError as error:
        if error.response["Error"]["Code"] != "AlreadyExistsException" or not action.args.get("exists"):
            raise failed(f"AlreadyExistsException: {error.response['Error']['Message']}") from error


def _default_location(table: Table, values: Sequence[str]) -> str:
    keys = [name for name, _ in table.partition_keys]
    return f"{table.location.rstrip('/')}/{files.partition_path(keys, values)}"


def _create_partition(table: Table, values: Sequence[str], location: str, context: Context) -> None:
    descriptor = _glue_table(table, context)["StorageDescriptor"] | {"Location": location}
    given = {"Values": list(values), "StorageDescriptor": descriptor}
    context.catalog.glue.create_partition(DatabaseName=table.database, TableName=table.name, PartitionInput=given)


def _drop_partitions(table: Table, action: exp.DropPartition, context: Context) -> None:
    known = {partition.values for partition in context.catalog.partitions(table)}
    for item in action.expressions:
        values = _values(table, item.expressions)
        if values in known:
            context.catalog.glue.delete_partition(
                DatabaseName=table.database, TableName=table.name, PartitionValues=list(values)
            )
        elif not action.args.get("exists"):
            raise failed(f"SemanticException [Error 10006]: Partition not found {values}")


def _set(table: Table, tree: exp.Alter, action: exp.AlterSet, context: Context) -> None:
    """SET LOCATION of the table or of a partition, SET TBLPROPERTIES."""
    if location := action.args.get("location"):
        if partition := tree.this.args.get("partition"):
            _set_partition_location(table, _values(table, partition.expressions), location.name, context)
        else:
            _update(table, context, location=location.name)
    elif action.find(exp.SerdeProperties):
        raise NotEmulatedError("ALTER TABLE SET SERDEPROPERTIES")
    elif [type(item) for item in action.expressions] == [exp.Properties]:
        _update(table, context, parameters=properties_of(action.expressions[0].expressions))
    else:
        raise NotEmulatedError("this form of ALTER TABLE SET")


def _set_partition_location(table: Table, values: tuple[str, ...], location: str, context: Context) -> None:
    if values not in {partition.values for partition in context.catalog.partitions(table)}:
        raise failed(f"SemanticException [Error 10006]: Partition not found {values}")
    descriptor = _glue_table(table, context)["StorageDescriptor"] | {"Location": location}
    context.catalog.glue.update_partition(
        DatabaseName=table.database,
        TableName=table.name,
        PartitionValueList=list(values),
        PartitionInput={"Values": list(values), "StorageDescriptor": descriptor},
    )


def _add_columns(table: Table, columns: list[dict[str, str]], context: Context) -> None:
    known = {name for name, _ in table.all_columns}
    if twice := [column["Name"] for column in columns if column["Name"] in known]:
        raise failed(f"SemanticException: Duplicate column name: {twice[0]}")
    _update(table, context, columns=_glue_table(table, context)["StorageDescriptor"]["Columns"] + columns)


def _glue_table(table: Table, context: Context) -> dict[str, Any]:
    return context.catalog.glue_table(table.database, table.name) or {}


def _update(
    table: Table,
    context: Context,
    location: str | None = None,
    columns: list[dict[str, str]] | None = None,
    parameters: dict[str, str] | None = None,
) -> None:
    """Write the table anew with what is given."""
    found = {name: value for name, value in _glue_table(table, context).items() if name not in _READ_ONLY}
    descriptor = found["StorageDescriptor"]
    if location is not None:
        descriptor = descriptor | {"Location": location}
    if columns is not None:
        descriptor = descriptor | {"Columns": columns}
    found |= {"StorageDescriptor": descriptor, "Parameters": found.get("Parameters", {}) | (parameters or {})}
    context.catalog.glue.update_table(DatabaseName=table.database, TableInput=found)


def msck_repair_table(statement: Statement, context: Context) -> Printed:
    """Register the partitions that lie under the table's location as ``a=x/b=y/`` and are not known."""
    table = named_table(statement, rf"msck\s+repair\s+table\s+{NAME}", context)
    if not table.partition_keys:
        raise failed(f"SemanticException: Table {table.name} is not a partitioned table")
    known = context.catalog.partitions(table)
    found = _laid_out(table, context)
    new = sorted(set(found) - {partition.values for partition in known})
    keys = [name for name, _ in table.partition_keys]
    for values in new:
        _create_partition(table, values, found[values], context)
    shown = [f"{table.name}:{files.partition_path(keys, values).rstrip('/')}" for values in new]
    lines = [f"Partitions not in metastore:\t{chr(9).join(shown)}"] if new else []
    lines += [f"Repair: Added partition to metastore {name}" for name in shown]
    return printed(["result"], lines)


def _laid_out(table: Table, context: Context) -> dict[tuple[str, ...], str]:
    """The partitions that have an object: their values, and where they lie."""
    bucket, start = locations.split_uri(table.location.rstrip("/") + "/")
    keys = [name for name, _ in table.partition_keys]
    found = {}
    for item in context.queries.objects.list(bucket, start):
        folders = item.key.removeprefix(start).split("/")[:-1][: len(keys)]
        pairs = [folder.partition("=") for folder in folders]
        if [name.lower() for name, _, _ in pairs] == keys:
            values = tuple(unquote(value) for _, _, value in pairs)
            found[values] = f"s3://{bucket}/{start}{'/'.join(folders)}/"
    return found
