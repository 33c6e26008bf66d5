"""DESCRIBE [FORMATTED] of a table, a partition or a column, in Hive's text: three fields a line, tabs between.

https://docs.aws.amazon.com/athena/latest/ug/describe-table.html, and Hive's MetaDataFormatUtils for the format.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from botocore.exceptions import ClientError
from sqlglot import exp

from offline_aws.athena.catalog import Table
from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql.classify import Statement
from offline_aws.athena.sql.hive_types import hive_type
from offline_aws.athena.sql.show import NAME, comment_of, printed
from offline_aws.athena.sql.statements import (
    DDL_TASK,
    Context,
    Printed,
    arguments_of,
    existing_table,
    failed,
    qualified_name,
)

_PARTITION = r"partition\s*\(([^)]*)\)"
_PATH = r"[`\w]+(?:\s*\.\s*(?:[`\w]+|'\$\w+\$'))*"
_STATEMENT = (
    rf"desc(?:ribe)?\s+(?:(extended|formatted)\s+(?!partition\b))?{NAME}"
    rf"(?:\s+{_PARTITION})?(?:\s+(?!partition\b)({_PATH}))?"
)
_BLANK = "\t \t "
_HEADING = f"{'# col_name':<20}\t{'data_type':<20}\t{'comment':<20}"


def describe_table(statement: Statement, context: Context) -> Printed:
    """The columns, partition columns again below; with FORMATTED, all that the catalog knows of table or partition."""
    form, first, second, spec, path = arguments_of(statement, _STATEMENT)
    if form and (form.lower() == "extended" or path):
        raise NotEmulatedError(f"DESCRIBE {form.upper()}{' of a column' if path else ''}")
    table = existing_table(*qualified_name(first, second, context.database), context)
    found = context.catalog.glue_table(table.database, table.name) or {}
    partition = _partition(table, spec, context) if spec is not None else None
    if path:
        return _printed(_described_field(table, found, path))
    lines = _columns(table, found, with_heading=bool(form))
    if form:
        lines += _partition_details(table, partition) if partition else _table_details(table, found)
    return _printed(lines)


def _printed(lines: Sequence[str]) -> Printed:
    return printed(["col_name", "data_type", "comment"], lines)


def _partition(table: Table, spec: str, context: Context) -> dict[str, Any]:
    """The partition that ``a = 'x', b = 1`` names."""
    pairs = re.findall(r"\s*`?(\w+)`?\s*=\s*(?:'([^']*)'|\"([^\"]*)\"|([^\s,]+))\s*(?:,|\Z)", spec)
    given = {name.lower(): "".join(value) for name, *value in pairs}
    names = [name for name, _ in table.partition_keys]
    if set(given) != set(names):
        raise failed("SemanticException: Partition spec does not match the table's partition columns")
    try:
        values = [given[name] for name in names]
        found: dict[str, Any] = context.catalog.glue.get_partition(
            DatabaseName=table.database, TableName=table.name, PartitionValues=values
        )["Partition"]
    except ClientError as error:
        if error.response["Error"]["Code"] != "EntityNotFoundException":
            raise
        shown = ", ".join(f"{name}={given[name]}" for name in names)
        raise failed(f"SemanticException [Error 10006]: Partition not found {{{shown}}}") from error
    return found


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


def _described_field(table: Table, found: Mapping[str, Any], path: str) -> list[str]:
    """What a path leads to: the fields of a row, anything else as one line."""
    name, *steps = [step.strip(" `'") for step in path.split(".")]
    columns = (found["StorageDescriptor"].get("Columns") or []) + (found.get("PartitionKeys") or [])
    column = next((item for item in columns if item["Name"].lower() == name.lower()), None)
    if column is None:
        raise _invalid(name)
    kind, comment = exp.DataType.build(column["Type"], dialect="hive"), comment_of(column, table)
    for step in steps:
        name, kind, comment = step, _inner(kind, step), "from deserializer"
    if kind.this == exp.DType.STRUCT:
        return [
            _described(field.name, hive_type(field.args["kind"]), "from deserializer") for field in kind.expressions
        ]
    return [_described(name, hive_type(kind), comment)]


def _inner(kind: exp.DataType, step: str) -> exp.DataType:
    """The type of a row's field, or of ``$elem$``, ``$key$``, ``$value$``."""
    places = {exp.DType.ARRAY: ("$elem$",), exp.DType.MAP: ("$key$", "$value$")}.get(kind.this, ())
    if step.lower() in places:
        return kind.expressions[places.index(step.lower())]
    fields = kind.expressions if kind.this == exp.DType.STRUCT else []
    found = next((field.args["kind"] for field in fields if field.name.lower() == step.lower()), None)
    if found is None:
        raise _invalid(step)
    return found


def _invalid(name: str) -> Exception:
    return failed(f"{DDL_TASK} Error in getting fields from serde.Invalid Field {name}")
