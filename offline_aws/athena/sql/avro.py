"""Avro tables: the schema of their records, and their values in Arrow.

The schema is the one that the table's property gives, else the one that its columns make, as Hive makes it; the
records of an object are read by it whatever schema they were written by: fields by name, those that are missing by
their default. https://docs.aws.amazon.com/athena/latest/ug/avro-serde.html
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import fastavro
import pyarrow as pa
from fastavro.read import SchemaResolutionError
from fastavro.schema import SchemaParseException
from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql import avro_container
from offline_aws.athena.sql.storage import AVRO_SCHEMA, AVRO_SCHEMA_URL

Columns = Sequence[tuple[str, str]]
Convert = Callable[[Any], Any]

_PLAIN = {
    exp.DType.BOOLEAN: "boolean", exp.DType.TINYINT: "int", exp.DType.SMALLINT: "int", exp.DType.INT: "int",
    exp.DType.BIGINT: "long", exp.DType.FLOAT: "float", exp.DType.DOUBLE: "double", exp.DType.TEXT: "string",
    exp.DType.VARCHAR: "string", exp.DType.CHAR: "string", exp.DType.BINARY: "bytes", exp.DType.VARBINARY: "bytes",
}  # fmt: skip


def schema_of(columns: Columns, properties: Mapping[str, str]) -> dict[str, Any]:
    """The schema by which a table's records are read and written.

    :raises QueryError: the property is no schema of records, or names a place where it is
    """
    if literal := properties.get(AVRO_SCHEMA):
        try:
            schema: dict[str, Any] = json.loads(literal)
            fastavro.parse_schema(schema)
            is_record = schema["type"] == "record"
        except (ValueError, TypeError, KeyError, SchemaParseException) as error:
            raise QueryError("HIVE_INVALID_METADATA", f"Unable to parse the Avro schema: {error!r}") from error
        if not is_record:
            raise QueryError("HIVE_INVALID_METADATA", "Schema for table must be of type RECORD")
        return schema
    if AVRO_SCHEMA_URL in properties:
        raise QueryError("NOT_SUPPORTED", f"{AVRO_SCHEMA_URL} is not supported, {AVRO_SCHEMA} is")
    return _record("baserecord", columns)


def _record(name: str, fields: Columns) -> dict[str, Any]:
    made = [
        {"name": field, "type": _nullable(exp.DataType.build(kind, dialect="hive"), f"{name}_{field}"), "default": None}
        for field, kind in fields
    ]
    return {"type": "record", "name": name, "fields": made}


def _nullable(kind: exp.DataType, name: str) -> list[Any]:
    return ["null", _type(kind, name)]


def _type(kind: exp.DataType, name: str) -> Any:
    """The Avro type of a Hive type; ``name`` is for a record in it, which must have one of its own."""
    match kind.this:
        case exp.DType.ARRAY:
            return {"type": "array", "items": _nullable(kind.expressions[0], name)}
        case exp.DType.MAP:
            if kind.expressions[0].this not in (exp.DType.TEXT, exp.DType.VARCHAR, exp.DType.CHAR):
                raise QueryError("NOT_SUPPORTED", "Key of Map can only be a String")
            return {"type": "map", "values": _nullable(kind.expressions[1], name)}
        case exp.DType.STRUCT:
            return _record(name, [(field.name.lower(), field.args["kind"].sql("hive")) for field in kind.expressions])
        case exp.DType.DECIMAL:
            precision, scale = ([int(each.name) for each in kind.expressions] or [10]) + [0] * (
                len(kind.expressions) < 2
            )
            return {"type": "bytes", "logicalType": "decimal", "precision": precision, "scale": scale}
        case exp.DType.DATE:
            return {"type": "int", "logicalType": "date"}
        case exp.DType.TIMESTAMP | exp.DType.TIMESTAMPTZ:
            return {"type": "long", "logicalType": "timestamp-millis"}
    if kind.this not in _PLAIN:
        raise NotEmulatedError(f"the column type {kind.sql('hive').lower()} in Avro")
    return _PLAIN[kind.this]


def read(path: Path, schema: Mapping[str, Any], arrow: pa.Schema, uri: str) -> pa.Table:
    """The records of an object as the columns of ``arrow``, by their names in any case.

    :raises QueryError: it is no object of Avro's, or its values are none of the table's types
    """
    fields = {field["name"].lower(): field["name"] for field in schema["fields"]}
    wanted = [(fields.get(column.name), column) for column in arrow]
    try:
        with path.open("rb") as file:
            batches = [_batch(records, wanted, arrow) for records in avro_container.read_blocks(file, schema)]
        return pa.Table.from_batches(batches, arrow)
    except (pa.ArrowException, OverflowError) as error:
        raise QueryError("HIVE_BAD_DATA", f"{uri}: {error}") from error
    except SchemaResolutionError as error:
        raise QueryError("HIVE_CURSOR_ERROR", f"{uri}: the records are not of the table's schema") from error
    except Exception as error:  # fastavro's errors have no class in common
        raise QueryError("HIVE_CANNOT_OPEN_SPLIT", f"Error opening Hive split {uri}: {error}") from error


def _batch(records: Sequence[Mapping[str, Any]], wanted: Any, arrow: pa.Schema) -> pa.RecordBatch:
    """Records as Arrow has them; a column that the schema lacks is NULL."""
    arrays = [
        pa.array([None if name is None else _of_type(record[name], column.type) for record in records], column.type)
        for name, column in wanted
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=arrow)


def _of_type(value: Any, kind: pa.DataType) -> Any:
    """A value of Avro's as Arrow takes it for a type: the fields of a record by their names in any case."""
    if isinstance(value, dict) and pa.types.is_struct(kind):
        fields = {name.lower(): item for name, item in value.items()}
        return {field.name: _of_type(fields.get(field.name.lower()), field.type) for field in kind}
    if isinstance(value, dict) and pa.types.is_map(kind):
        return [(key, _of_type(item, kind.item_type)) for key, item in value.items()]
    if isinstance(value, list) and pa.types.is_list(kind):
        return [_of_type(item, kind.value_type) for item in value]
    return str(value) if isinstance(value, UUID) else value


def write(path: Path, columns: Columns, rows: pa.RecordBatchReader, codec: str, level: int) -> None:
    """Write rows as an object of Avro's."""
    schema = _record("baserecord", columns)
    kinds = [(name, exp.DataType.build(kind, dialect="hive")) for name, kind in columns]
    converts = {name: _writer(kind) for name, kind in kinds}
    with path.open("wb") as file:
        avro_container.write(file, schema, _records(rows, converts), codec, level)


def _records(rows: pa.RecordBatchReader, converts: Mapping[str, Convert]) -> Iterator[dict[str, Any]]:
    for batch in rows:
        for row in batch.to_pylist():
            yield {name: _converted(convert, row[name]) for name, convert in converts.items()}


def _converted(convert: Convert, value: Any) -> Any:
    return None if value is None else convert(value)


def _writer(kind: exp.DataType) -> Convert:
    """How a value of Arrow's becomes what fastavro writes: a map is pairs, and a timestamp is in UTC."""
    match kind.this:
        case exp.DType.TIMESTAMP | exp.DType.TIMESTAMPTZ:
            return _in_utc
        case exp.DType.ARRAY:
            element = _writer(kind.expressions[0])
            return lambda items: [_converted(element, item) for item in items]
        case exp.DType.MAP:
            value = _writer(kind.expressions[1])
            return lambda pairs: {key: _converted(value, item) for key, item in pairs}
        case exp.DType.STRUCT:
            fields = {field.name.lower(): _writer(field.args["kind"]) for field in kind.expressions}
            return lambda row: {name: _converted(fields[name.lower()], item) for name, item in row.items()}
    return lambda value: value


def _in_utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC)
