"""Result files as Athena writes them, and read back as GetQueryResults shows them.

- ``<id>.csv``: a header, then the rows; every value that is not NULL in quotes, NULL empty, LF, UTF-8.
- ``<id>.csv.metadata``: a protobuf message: field 1 a label of the run, field 4 once a column (1 catalog, 4 name,
  5 label, 6 type, 7 precision, 8 scale, 9 nullable with 3 for UNKNOWN, 10 case-sensitive). Zero is left out.
- ``<id>.txt``: what DDL and SHOW print, a line a row; ``<id>.txt.metadata`` beside it.

https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html
"""

import csv
from collections.abc import Iterable, Iterator
from typing import IO, Any

from offline_aws.athena.sql.types import Column

Row = list[str | None]


def write_csv(out: IO[bytes], columns: list[Column], rows: Iterable[Row]) -> int:
    """The CSV file of a SELECT; returns the number of its rows, without the header."""
    out.write(csv_line(column.name for column in columns))
    count = 0
    for count, values in enumerate(rows, 1):  # noqa: B007 - the last one is the number of rows
        out.write(csv_line(values))
    return count


def csv_line(values: Iterable[str | None]) -> bytes:
    quoted = ("" if value is None else '"' + value.replace('"', '""') + '"' for value in values)
    return (",".join(quoted) + "\n").encode()


def csv_rows(lines: Iterable[str], width: int) -> Iterator[Row]:
    """The rows in lines of a CSV file, header first; an empty line is a row of one NULL."""
    blank: Row = [None] * width
    for row in csv.reader(lines, quoting=csv.QUOTE_NOTNULL):
        yield list(row) or blank


def text_rows(lines: Iterable[str]) -> Iterator[Row]:
    """The rows in lines of a text file, one value each."""
    for line in lines:
        yield [line.removesuffix("\n")]


def metadata(label: str, columns: list[Column]) -> bytes:
    """The ``.csv.metadata`` file."""
    return _text(1, label) + b"".join(_field(4, _column(column)) for column in columns)


def _column(column: Column) -> bytes:
    texts = _text(1, "hive") + _text(4, column.name) + _text(5, column.name) + _text(6, column.type)
    numbers = _number(7, column.precision) + _number(8, column.scale) + _number(9, 3)
    return texts + numbers + _number(10, int(column.type == "varchar"))


def _text(number: int, value: str) -> bytes:
    return _field(number, value.encode())


def _field(number: int, value: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value) if value else b""


def _varint(value: int) -> bytes:
    head = b""
    while value > 0x7F:
        head += bytes([value & 0x7F | 0x80])
        value >>= 7
    return head + bytes([value])


def column_info(column: Column) -> dict[str, Any]:
    """ResultSetMetadata's ColumnInfo."""
    return {
        "CatalogName": "hive",
        "SchemaName": "",
        "TableName": "",
        "Name": column.name,
        "Label": column.name,
        "Type": column.type,
        "Precision": column.precision,
        "Scale": column.scale,
        "Nullable": "UNKNOWN",
        "CaseSensitive": column.type == "varchar",
    }


def result_rows(rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """Rows as GetQueryResults has them: strings under VarCharValue, nothing for NULL."""
    for row in rows:
        yield {"Data": [{} if value is None else {"VarCharValue": value} for value in row]}
