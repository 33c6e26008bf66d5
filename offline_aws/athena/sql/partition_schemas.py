"""Whether the columns of a partition, which the catalog keeps apart from the table's, can be read as those.

Parquet's columns are compared by name, and ORC's where they are read by name; all others by place.
https://docs.aws.amazon.com/athena/latest/ug/updates-and-partitions.html
"""

from sqlglot import exp

from offline_aws.athena.catalog import Partition, Table
from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.hive_types import hive_type, is_hive_type
from offline_aws.athena.sql.storage import ORC, PARQUET

_INTEGERS = ("tinyint", "smallint", "int", "bigint")
_REALS = ("float", "double", "decimal")
_TEXTS = ("string", "varchar", "char")


def check(table: Table, partition: Partition) -> None:
    """:raises QueryError: HIVE_PARTITION_SCHEMA_MISMATCH, a column is of a type that does not become the table's"""
    by_name = dict(partition.columns)
    for place, (name, kind) in enumerate(table.columns):
        if _is_by_name(table):
            found = (name, by_name[name]) if name in by_name else None
        else:
            found = partition.columns[place] if place < len(partition.columns) else None
        if found and not _becomes(found[1], kind):
            shown = "/".join(
                f"{key}={value}" for (key, _), value in zip(table.partition_keys, partition.values, strict=True)
            )
            raise QueryError(
                "HIVE_PARTITION_SCHEMA_MISMATCH",
                "There is a mismatch between the table and partition schemas. The types are incompatible and cannot be "
                f"coerced. The column '{name}' in table '{table.database}.{table.name}' is declared as type '{kind}', "
                f"but partition '{shown}' declared column '{found[0]}' as type '{found[1]}'.",
            )


def _is_by_name(table: Table) -> bool:
    by_place = {PARQUET: ("parquet", "false"), ORC: ("orc", "true")}.get(table.serde)
    if by_place is None:
        return False
    kind, default = by_place
    return table.serde_parameters.get(f"{kind}.column.index.access", default).lower() != "true"


def _becomes(found: str, wanted: str) -> bool:
    """Whether Trino converts values of a partition's type into the table's."""
    if found == wanted or not is_hive_type(found):
        return True
    one, other = (exp.DataType.build(kind, dialect="hive") for kind in (found, wanted))
    if hive_type(one) == hive_type(other):
        return True
    if one.args.get("nested") or other.args.get("nested"):
        return one.this == other.this and _parts_become(one, other)
    name, target = (kind.split("(")[0] for kind in (found, wanted))
    if name in _INTEGERS and target in _INTEGERS:
        return _INTEGERS.index(name) <= _INTEGERS.index(target)
    if name in _TEXTS:
        return target in (*_TEXTS, *_INTEGERS)
    return (name in _INTEGERS and target in _TEXTS) or (name in _REALS and target in _REALS)


def _parts_become(found: exp.DataType, wanted: exp.DataType) -> bool:
    """The parts one by one; fields of rows may be missing at the end, on either side."""
    pairs = zip(*((_part(item) for item in kind.expressions) for kind in (found, wanted)), strict=False)
    return all(_becomes(one, other) for one, other in pairs)


def _part(item: exp.Expr) -> str:
    kind = item.args["kind"] if isinstance(item, exp.ColumnDef) else item
    return str(kind.sql("hive")).lower()
