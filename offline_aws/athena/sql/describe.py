"""DESCRIBE of a table, a partition or a column, in Hive's text: three fields a line, tabs between.

https://docs.aws.amazon.com/athena/latest/ug/describe-table.html, and Hive's MetaDataFormatUtils for the format.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlglot import exp

from offline_aws.athena.catalog import Table
from offline_aws.athena.sql import thrift
from offline_aws.athena.sql.alter import glue_partition
from offline_aws.athena.sql.hive_statements import Describe
from offline_aws.athena.sql.hive_types import hive_type
from offline_aws.athena.sql.show import comment_of, printed
from offline_aws.athena.sql.statements import DDL_TASK, Context, Printed, failed, named_table

_BLANK = "\t \t "
_HEADING = f"{'# col_name':<20}\t{'data_type':<20}\t{'comment':<20}"


def describe_table(statement: Describe, context: Context) -> Printed:
    """The columns, partition columns again below; with FORMATTED or EXTENDED, all that the catalog knows of them."""
    table = named_table(statement.table, context)
    found = context.catalog.glue_table(table.database, table.name) or {}
    partition = glue_partition(table, statement.spec, context) if statement.spec else None
    if statement.path:
        return _described_path(statement, table, found)
    formatted = statement.form == "FORMATTED"
    lines = _columns(table, found, with_heading=formatted)
    if formatted:
        lines += _partition_details(table, partition) if partition else _table_details(table, found)
    elif statement.form:
        lines += thrift.partition_details(table, partition) if partition else thrift.table_details(table, found)
    return printed(["col_name", "data_type", "comment"], lines)


# The columns of DESCRIBE FORMATTED of a column; nothing gathers statistics here.
_STATISTICS = ("col_name", "data_type", "min", "max", "num_nulls", "distinct_count", "avg_col_len", "max_col_len",
               "num_trues", "num_falses", "comment")  # fmt: skip


def _described_path(statement: Describe, table: Table, found: Mapping[str, Any]) -> Printed:
    fields = _fields_at(table, found, statement.path)
    if statement.form != "FORMATTED":
        return printed(["col_name", "data_type", "comment"], [_described(*field) for field in fields])
    heading = "# " + "\t".join(f"{name:<20}" for name in _STATISTICS)
    blank = "\t" + "\t".join(" " * (len(_STATISTICS) - 1))
    rows = [
        "\t".join(f"{value:<20}" for value in (name, kind, *[""] * (len(_STATISTICS) - 3), comment))
        for name, kind, comment in fields
    ]
    return printed(_STATISTICS, [heading, blank, *rows])


def _columns(table: Table, found: Mapping[str, Any], *, with_heading: bool) -> list[str]:
    """The columns; without FORMATTED the partition columns are among them too."""
    columns, keys = found["StorageDescriptor"].get("Columns") or [], found.get("PartitionKeys") or []
    listed = [_described(column["Name"], column["Type"], comment_of(column, table)) for column in columns]
    described_keys = [_described(key["Name"], key["Type"], key.get("Comment", "")) for key in keys]
    lines = [_HEADING, _BLANK, *listed] if with_heading else listed + described_keys
    if keys:
        lines += [_BLANK, _alone("# Partition Information"), _HEADING, _BLANK, *described_keys]
    return lines


def _described(name: str, kind: str, comment: str) -> str:
    return f"{name:<20}\t{kind:<20}\t{comment:<20}"


def _alone(text: str) -> str:
    return f"{text}{_BLANK}"


def _pair(name: str, value: object) -> str:
    return f"{name:<20}\t{value!s:<20}\t "


def _parameters(title: str, parameters: Mapping[str, str]) -> list[str]:
    """Properties, if there are any, by name."""
    pairs = [f"\t{name:<20}\t{value:<20}" for name, value in sorted(parameters.items())]
    return [_alone(title), *pairs] if pairs else []


def _table_details(table: Table, found: Mapping[str, Any]) -> list[str]:
    lines = [
        _BLANK,
        _alone("# Detailed Table Information"),
        _pair("Database:", table.database),
        _pair("Owner:", found.get("Owner") or "null"),
        *_times(found),
        _pair("Retention:", found.get("Retention") or 0),
        *([] if table.is_view else [_pair("Location:", table.location)]),
        _pair("Table Type:", table.kind),
        *_parameters("Table Parameters:", table.parameters),
        *_storage_details(found["StorageDescriptor"]),
    ]
    if table.is_view:
        lines += [_BLANK, _alone("# View Information"), _pair("View Original Text:", table.view_text)]
        lines += [_pair("View Expanded Text:", found.get("ViewExpandedText") or "null")]
    return lines


def _partition_details(table: Table, partition: Mapping[str, Any]) -> list[str]:
    storage = partition["StorageDescriptor"]
    return [
        _BLANK,
        _alone("# Detailed Partition Information"),
        _pair("Partition Value:", f"[{', '.join(partition['Values'])}]"),
        _pair("Database:", table.database),
        _pair("Table:", table.name),
        *_times(partition),
        _pair("Location:", storage.get("Location") or ""),
        *_parameters("Partition Parameters:", partition.get("Parameters") or {}),
        *_storage_details(storage),
    ]


def _times(found: Mapping[str, Any]) -> list[str]:
    """When it was made and last read, and the protection of old Hives."""
    return [
        _pair("CreateTime:", _time(found.get("CreateTime") or found.get("CreationTime"))),
        _pair("LastAccessTime:", _time(found.get("LastAccessTime"))),
        _pair("Protect Mode:", "None"),
    ]


def _time(moment: datetime | None) -> str:
    """A moment as Java prints a Date."""
    return f"{moment.astimezone(UTC):%a %b %d %H:%M:%S UTC %Y}" if moment and moment.timestamp() else "UNKNOWN"


def _storage_details(storage: Mapping[str, Any]) -> list[str]:
    serde = storage.get("SerdeInfo") or {}
    return [
        _BLANK,
        _alone("# Storage Information"),
        _pair("SerDe Library:", serde.get("SerializationLibrary") or "null"),
        _pair("InputFormat:", storage.get("InputFormat") or "null"),
        _pair("OutputFormat:", storage.get("OutputFormat") or "null"),
        _pair("Compressed:", "Yes" if storage.get("Compressed") else "No"),
        _pair("Num Buckets:", storage.get("NumberOfBuckets", -1)),
        _pair("Bucket Columns:", f"[{', '.join(storage.get('BucketColumns') or [])}]"),
        _pair("Sort Columns:", f"[{', '.join(item['Column'] for item in storage.get('SortColumns') or [])}]"),
        *_parameters("Storage Desc Params:", serde.get("Parameters") or {}),
    ]


def _fields_at(table: Table, found: Mapping[str, Any], path: Sequence[str]) -> list[tuple[str, str, str]]:
    """What a path leads to, as (name, type, comment): the fields of a row, or the one thing itself.

    The comment is the SerDe's, not the catalog's.
    """
    name, *steps = path
    columns = (found["StorageDescriptor"].get("Columns") or []) + (found.get("PartitionKeys") or [])
    column = next((item for item in columns if item["Name"].lower() == name), None)
    if column is None:
        listed = ", ".join(f"{index}:{column}" for index, (column, _) in enumerate(table.columns))
        raise failed(f"{DDL_TASK} cannot find field {name} from [{listed}]")
    kind = exp.DataType.build(column["Type"], dialect="hive")
    for step in steps:
        name, kind = step, _inner(kind, step)
    fields = [(item.name, item.args["kind"]) for item in kind.expressions] if kind.this == exp.DType.STRUCT else []
    return [(name, hive_type(kind), "from deserializer") for name, kind in fields or [(name, kind)]]


def _inner(kind: exp.DataType, step: str) -> exp.DataType:
    """The type of a row's field, or of ``$elem$``, ``$key$``, ``$value$``."""
    places = {exp.DType.ARRAY: ("$elem$",), exp.DType.MAP: ("$key$", "$value$")}.get(kind.this, ())
    if step.lower() in places:
        return kind.expressions[places.index(step.lower())]
    fields = kind.expressions if kind.this == exp.DType.STRUCT else []
    found = next((field.args["kind"] for field in fields if field.name.lower() == step.lower()), None)
    if found is None:
        raise failed(f"{DDL_TASK} Error in getting fields from serde.Invalid Field {step}")
    return found
