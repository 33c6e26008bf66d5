"""Which types of an object's columns are read as which of a table's, and what fails where they are not.

What Trino's readers take stands in ``tests/sql/tables/evolution.sql``; the words for Parquet are those that AWS
documents: https://repost.aws/knowledge-center/athena-hive-bad-data-parquet
"""

import re
from pathlib import Path

import pyarrow.parquet as pq
from sqlglot import exp

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.hive_types import trino_type

_INTEGERS = {"TINYINT": 8, "SMALLINT": 16, "INTEGER": 32, "BIGINT": 64}
# Parquet's unsigned integers, and the first type above that holds them.
_UNSIGNED = {"UTINYINT": "SMALLINT", "USMALLINT": "INTEGER", "UINTEGER": "BIGINT"}
_MOMENTS = {
    exp.DType.TIMESTAMP, exp.DType.TIMESTAMPNTZ, exp.DType.TIMESTAMPTZ, exp.DType.TIMESTAMP_NS, exp.DType.TIMESTAMP_MS,
}  # fmt: skip
_ALIKE = {exp.DType.ARRAY, exp.DType.LIST, exp.DType.MAP, exp.DType.STRUCT, exp.DType.DECIMAL}
_IN_ORC = {
    "TINYINT": "BYTE", "SMALLINT": "SHORT", "INTEGER": "INT", "BIGINT": "LONG", "VARCHAR": "STRING", "BLOB": "BINARY",
}  # fmt: skip


class Reading:
    """How the columns of one object are read. Types are DuckDB's, but for those of the table, which are Hive's."""

    def __init__(self, uri: str, path: Path) -> None:
        self.uri, self._path = uri, path

    def fits(self, found: str, target: str) -> bool:
        """Whether values of the object's type are values of the table's: the same, a wider one, any integer for one
        that has its value, or both nested alike."""
        found = _UNSIGNED.get(found, found)
        if found == target or (found == "FLOAT" and target == "DOUBLE") or (found == "BLOB" and target == "VARCHAR"):
            return True
        if found in _INTEGERS and target in _INTEGERS:
            return True
        kinds = {exp.DataType.build(text, dialect="duckdb").this for text in (found, target)}
        return kinds <= _MOMENTS or (len(kinds) == 1 and kinds <= _ALIKE)

    def mismatch(self, name: str, found: str, hive_type: str) -> QueryError:
        """What reading a column fails with whose type does not fit."""
        raise NotImplementedError

    def out_of_range(self, target: str) -> QueryError:
        """What reading a column fails with that has a value which the table's type has not."""
        raise NotImplementedError


class ParquetReading(Reading):
    def mismatch(self, name: str, found: str, hive_type: str) -> QueryError:
        columns = pq.read_metadata(self._path).schema
        paths = (columns.column(index) for index in range(len(columns)))
        physical = next((item.physical_type for item in paths if item.path.lower() == name), found)
        return QueryError(
            "HIVE_BAD_DATA",
            f"Field {name}'s type {physical.replace('BYTE_ARRAY', 'BINARY')} in parquet file {self.uri} is "
            f"incompatible with type {hive_type} defined in table schema",
        )

    def out_of_range(self, target: str) -> QueryError:
        return QueryError("HIVE_CURSOR_ERROR", f"Failed to read Parquet file: {self.uri}")


class OrcReading(Reading):
    """ORC's bytes are no other integers."""

    def fits(self, found: str, target: str) -> bool:
        bytes_alike = ("TINYINT" in (found, target)) <= (found == target)
        return bytes_alike and super().fits(found, target)

    def mismatch(self, name: str, found: str, hive_type: str) -> QueryError:
        kind = trino_type(hive_type).split("(")[0]
        stored = _IN_ORC.get(found, re.split(r"[(_]", found)[0])
        problem = f"Cannot read SQL type '{kind}' from ORC stream '.{name}' of type {stored} with attributes {{}}"
        return self._malformed(problem)

    def out_of_range(self, target: str) -> QueryError:
        if bits := _INTEGERS.get(target):
            return self._malformed(f"Decoded value out of range for a {bits}bit number")
        return self._malformed("Decimal does not fit")

    def _malformed(self, problem: str) -> QueryError:
        return QueryError("HIVE_BAD_DATA", f"Malformed ORC file. {problem} [{self.uri}]")


class AvroReading(Reading):
    """Its columns have the types of the table's when they come here."""
