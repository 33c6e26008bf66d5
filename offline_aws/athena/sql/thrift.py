"""Tables and partitions as Hive's Thrift objects print themselves: the last line of DESCRIBE EXTENDED.

https://docs.aws.amazon.com/athena/latest/ug/describe-table.html
"""

from collections.abc import Mapping, Sequence
from typing import Any

from offline_aws.athena.catalog import Table

_BLANK = "\t \t "


def table_details(table: Table, found: Mapping[str, Any]) -> list[str]:
    """The lines below the columns of a table."""
    return [_BLANK, f"Detailed Table Information\t{_table(table, found)}\t"]


def partition_details(table: Table, partition: Mapping[str, Any]) -> list[str]:
    """The lines below the columns of a partition."""
    return [_BLANK, f"Detailed Partition Information\t{_partition(table, partition)}\t"]


def _table(table: Table, found: Mapping[str, Any]) -> str:
    keys = found.get("PartitionKeys") or []
    return _object(
        "Table",
        tableName=table.name,
        dbName=table.database,
        owner=found.get("Owner"),
        createTime=_seconds(found.get("CreateTime")),
        lastAccessTime=0,
        retention=found.get("Retention") or 0,
        sd=_storage(found["StorageDescriptor"], [*(found["StorageDescriptor"].get("Columns") or []), *keys]),
        partitionKeys=_fields(keys),
        parameters=_map(found.get("Parameters") or {}),
        viewOriginalText=found.get("ViewOriginalText"),
        viewExpandedText=found.get("ViewExpandedText"),
        tableType=table.kind,
    )


def _partition(table: Table, partition: Mapping[str, Any]) -> str:
    return _object(
        "Partition",
        values=_list(partition["Values"]),
        dbName=table.database,
        tableName=table.name,
        createTime=_seconds(partition.get("CreationTime")),
        lastAccessTime=0,
        sd=_storage(partition["StorageDescriptor"], partition["StorageDescriptor"].get("Columns") or []),
        parameters=_map(partition.get("Parameters") or {}),
    )


def _storage(storage: Mapping[str, Any], columns: Sequence[Mapping[str, str]]) -> str:
    serde = storage.get("SerdeInfo") or {}
    return _object(
        "StorageDescriptor",
        cols=_fields(columns),
        location=storage.get("Location"),
        inputFormat=storage.get("InputFormat"),
        outputFormat=storage.get("OutputFormat"),
        compressed=str(bool(storage.get("Compressed"))).lower(),
        numBuckets=storage.get("NumberOfBuckets", -1),
        serdeInfo=_object(
            "SerDeInfo",
            name=serde.get("Name"),
            serializationLib=serde.get("SerializationLibrary"),
            parameters=_map(serde.get("Parameters") or {}),
        ),
        bucketCols=_list(storage.get("BucketColumns") or []),
        sortCols=_list(item["Column"] for item in storage.get("SortColumns") or []),
        parameters=_map(storage.get("Parameters") or {}),
        skewedInfo="SkewedInfo(skewedColNames:[], skewedColValues:[], skewedColValueLocationMaps:{})",
        storedAsSubDirectories="false",
    )


def _fields(columns: Sequence[Mapping[str, str]]) -> str:
    return _list(
        _object("FieldSchema", name=column["Name"], type=column["Type"], comment=column.get("Comment"))
        for column in columns
    )


def _object(kind: str, **fields: object) -> str:
    """A name and its fields; what is not there is ``null``."""
    return f"{kind}({', '.join(f'{name}:{_or_null(value)}' for name, value in fields.items())})"


def _or_null(value: object) -> str:
    return "null" if value is None else str(value)


def _list(values: Any) -> str:
    return f"[{', '.join(values)}]"


def _map(values: Mapping[str, str]) -> str:
    return f"{{{', '.join(f'{key}={value}' for key, value in values.items())}}}"


def _seconds(moment: Any) -> int:
    return int(moment.timestamp()) if moment else 0
