"""Record format conversion: JSON records become one Parquet or ORC file, by the schema of a Glue table.

https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html
https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion-error-handling.html
"""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from offline_aws.firehose.json_documents import documents
from offline_aws.firehose.models import Record
from offline_aws.firehose.outcome import Failed, Problem, ProcessingError

Columns = Sequence[tuple[str, str]]
"""Names and Hive types, as in Glue."""

_ERROR_TYPE = "format-conversion-failed"
EMPTY = Problem("DataFormatConversion.MalformedData", "The record was empty or contained only whitespace.", _ERROR_TYPE)
PRIMITIVE = Problem(
    "DataFormatConversion.MalformedData",
    "The input JSON contained a primitive at the top level. The top level must be an object or array.",
    _ERROR_TYPE,
)


@dataclass(frozen=True)
class Table:
    """The Glue table whose columns are the schema, and the role that may read it.

    A region or catalog (an account id) that is empty is the stream's.
    """

    role_arn: str
    database: str
    name: str
    version: str
    region: str = ""
    catalog: str = ""

    def seen_from(self, stream_arn: str) -> "Table":
        """The table with the stream's region and account in the place of what is empty."""
        *_, region, account, _ = stream_arn.split(":")
        return replace(self, region=self.region or region, catalog=self.catalog or account)


@dataclass(frozen=True)
class Output:
    """The file to write: ``PARQUET`` or ``ORC``, its compression, and the options of the API's serializer."""

    file_format: str
    compression: str = "SNAPPY"
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def extension(self) -> str:
        return f".{self.file_format.lower()}"


@dataclass(frozen=True)
class Conversion:
    """How a destination converts: the table, how keys of the JSON find their columns, and the file to write.

    Values are read by the OpenX JSON SerDe's rules, or else by Hive's.
    """

    table: Table
    output: Output
    openx: bool = True
    case_insensitive: bool = True
    dots_to_underscores: bool = False
    key_mappings: Mapping[str, str] = field(default_factory=dict)
    timestamp_formats: Sequence[str] = ()


class Converted(NamedTuple):
    """The file, or None when no record could be converted; the records in it, and those that could not be."""

    body: bytes | None
    records: list[Record]
    failed: list[Failed]


def convert(conversion: Conversion, columns: Columns, records: Sequence[Record]) -> Converted:
    """Write the records into one file. Raises ValueError for a column type that is not emulated."""
    import pyarrow as pa

    from offline_aws.firehose.columnar import write
    from offline_aws.firehose.hive_json import arrow_type

    if not conversion.openx and any("." in name for name, _ in columns):
        raise ValueError("The Hive JSON SerDe takes no columns with a period in their names")
    schema = pa.schema([(name, arrow_type(hive)) for name, hive in columns])
    rows, converted, failed = [], [], []
    for record in records:
        try:
            rows += [_row(conversion, schema, document) for document in _documents(record.data)]
            converted.append(record)
        except ProcessingError as error:
            failed.append(Failed(record, error.problem))
    body = write(conversion.output, pa.Table.from_pylist(rows, schema)) if rows else None
    return Converted(body, converted, failed)


def conversion_error_line(failed: Failed, ended_ms: int, table: Table) -> bytes:
    """One line of a ``format-conversion-failed`` object; times in Unix milliseconds, rawData in base64."""
    origin = failed.record.origin
    content = {
        "attemptsMade": 1,
        "arrivalTimestamp": failed.record.arrived_ms,
        "lastErrorCode": failed.problem.code,
        "lastErrorMessage": failed.problem.message,
        "attemptEndingTimestamp": ended_ms,
        "rawData": base64.b64encode(failed.record.raw).decode(),
        "sequenceNumber": origin.sequence_number if origin else failed.record.id,
        "subSequenceNumber": origin.subsequence if origin else failed.record.part,
        "dataCatalogTable": {
            "catalogId": table.catalog,
            "databaseName": table.database,
            "tableName": table.name,
            "region": table.region,
            "versionId": table.version,
            "catalogArn": f"arn:aws:glue:{table.region}:{table.catalog}:catalog",
        },
    }
    return json.dumps(content, separators=(",", ":")).encode() + b"\n"


def _row(conversion: Conversion, schema: Any, document: dict[str, Any]) -> dict[str, Any]:
    """A document's values by column; a key that no column has is left out, a column without a key is null."""
    from offline_aws.firehose.hive_json import Reading

    reading = Reading(conversion.timestamp_formats, conversion.openx)
    values = {_column_of(conversion, key): value for key, value in document.items()}
    try:
        return {column.name: reading.value(values.get(column.name), column.type) for column in schema}
    except (ValueError, ArithmeticError) as error:
        message = f"Data does not match the schema. {error}"
        raise ProcessingError(Problem("DataFormatConversion.MalformedData", message, _ERROR_TYPE)) from error


def _documents(data: bytes) -> list[dict[str, Any]]:
    """The objects in a record, ``{"a":1}{"a":2}``; one that can't be read fails the record."""
    if not data.strip():
        raise ProcessingError(EMPTY)
    try:
        found = [document.value for document in documents(data)]
    except ValueError as error:
        message = f"Encountered malformed JSON. {error}"
        raise ProcessingError(Problem("DataFormatConversion.ParseError", message, _ERROR_TYPE)) from error
    if not all(isinstance(document, dict) for document in found):
        raise ProcessingError(PRIMITIVE)
    return found


def _column_of(conversion: Conversion, key: str) -> str:
    for column, mapped in conversion.key_mappings.items():
        if mapped == key:
            return column
    if conversion.dots_to_underscores:
        key = key.replace(".", "_")
    return key.lower() if conversion.case_insensitive else key
