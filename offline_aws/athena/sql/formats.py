"""Writing rows as one object, in each format and compression that Athena writes.

https://docs.aws.amazon.com/athena/latest/ug/compression-support-hive.html
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import orc

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.compression import EXTENSIONS, ZSTD_LEVEL, compress_file
from offline_aws.athena.sql.hive_text import DEFAULT_TEXT, TextForm, text_of_column
from offline_aws.athena.sql.identifiers import literal, quoted
from offline_aws.athena.sql.storage import AVRO, HCATALOG, HIVE_JSON, LAZY, OF_FILES, OPENX, ORC, PARQUET

# Rows that are handed over at once: a row group of Parquet.
_BATCH = 100_000

# SerDe → its compressions, the default first, by the names that the library which writes it has for them.
_CODECS = {
    PARQUET: {"GZIP": "gzip", "SNAPPY": "snappy", "ZSTD": "zstd", "NONE": "none", "UNCOMPRESSED": "none"},
    ORC: {"ZLIB": "zlib", "SNAPPY": "snappy", "LZ4": "lz4", "ZSTD": "zstd", "NONE": "uncompressed"},
    AVRO: {"DEFLATE": "deflate", "SNAPPY": "snappy", "BZIP2": "bzip2", "ZSTD": "zstandard", "NONE": "null"},
}
_TEXT_CODECS = {name: extension.strip(".") for name, extension in EXTENSIONS.items()}
# Compressions of text that DuckDB writes itself.
_BY_DUCKDB = {"GZIP": "gzip", "NONE": "none"}


@dataclass(frozen=True)
class Format:
    """How an object is written: by the SerDe that will read it. Without a compression its default is meant."""

    serde: str
    compression: str = ""
    level: int = ZSTD_LEVEL
    text: TextForm = DEFAULT_TEXT

    @property
    def codecs(self) -> dict[str, str]:
        return _CODECS.get(self.serde, _TEXT_CODECS)

    @property
    def chosen(self) -> str:
        """The compression by its name here."""
        return self.compression.upper() or next(iter(self.codecs))

    @property
    def extension(self) -> str:
        """What the name of an object ends in, where readers go by that."""
        return "" if self.serde in OF_FILES else EXTENSIONS[self.chosen]

    def check(self) -> None:
        """Refuse what can't be written.

        :raises QueryError: a compression that the format does not have, or an object that no one writes here
        """
        if self.chosen not in self.codecs:
            raise QueryError(
                "INVALID_TABLE_PROPERTY",
                f"Compression {self.compression} is not supported here: {', '.join(self.codecs)} are",
            )
        if self.serde not in (*OF_FILES, *_TEXT):
            raise NotEmulatedError(f"writing objects of {self.serde}")


Columns = tuple[tuple[str, str], ...]


def write(connection: duckdb.DuckDBPyConnection, form: Format, columns: Columns, path: Path) -> None:
    """Write the rows of the table ``part``, which has these columns, to a file."""
    if form.serde in OF_FILES:
        _write_of_files(connection, form, columns, path)
    elif form.chosen in _BY_DUCKDB:
        _copy(connection, form, columns, path, _BY_DUCKDB[form.chosen])
    else:
        plain = path.with_name(f"{path.name}.plain")
        _copy(connection, form, columns, plain, "none")
        compress_file(plain, path, form.chosen, form.level)
        plain.unlink()


def _write_of_files(connection: duckdb.DuckDBPyConnection, form: Format, columns: Columns, path: Path) -> None:
    """By PyArrow, since DuckDB writes neither ORC nor timestamps as Athena does, and some rows at a time."""
    codec = form.codecs[form.chosen]
    with connection.execute("FROM part").to_arrow_reader(_BATCH) as rows:
        if form.serde == AVRO:
            from offline_aws.athena.sql import avro  # fastavro loads for a tenth of a second

            avro.write(path, columns, rows, codec, form.level)
            return
        with _writer(form, codec, path, rows.schema) as writer:
            for batch in rows:
                writer.write(pa.Table.from_batches([batch]))


def _writer(form: Format, codec: str, path: Path, schema: pa.Schema) -> Any:
    """A writer of PyArrow's; timestamps in Parquet are INT96, as Hive has them."""
    if form.serde == ORC:
        return orc.ORCWriter(path, compression=codec)
    level = form.level if codec == "zstd" else None
    return pq.ParquetWriter(
        path, schema, compression=codec, compression_level=level, use_deprecated_int96_timestamps=True
    )


def _copy(connection: duckdb.DuckDBPyConnection, form: Format, columns: Columns, path: Path, codec: str) -> None:
    rows, options = _TEXT[form.serde](form, columns)
    connection.execute(f"COPY ({rows}) TO {literal(str(path))} ({options}, COMPRESSION {codec})")


def _json(form: Format, columns: Columns) -> tuple[str, str]:
    """Bytes are Base64."""
    values = ", ".join(
        f"to_base64({quoted(name)}) AS {quoted(name)}" if kind == "binary" else quoted(name) for name, kind in columns
    )
    return f"SELECT {values} FROM part", "FORMAT json"  # noqa: S608


def _delimited(form: Format, columns: Columns) -> tuple[str, str]:
    """Lines of LazySimpleSerDe, nested values by further delimiters."""
    values = ", ".join(text_of_column(name, kind, form.text) for name, kind in columns)
    delimiter, null = literal(form.text.delimiters[0]), literal(form.text.null)
    text = f"HEADER false, DELIMITER {delimiter}, QUOTE '', ESCAPE '', NULLSTR {null}"
    return f"SELECT {values} FROM part", f"FORMAT csv, {text}"  # noqa: S608


# SerDes of text → what is copied, and how.
_TEXT: dict[str, Callable[[Format, Columns], tuple[str, str]]] = {
    OPENX: _json,
    HCATALOG: _json,
    HIVE_JSON: _json,
    LAZY: _delimited,
}
