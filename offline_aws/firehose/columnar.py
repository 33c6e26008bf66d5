"""Parquet and ORC files, by the options that Firehose's serializers have.

https://docs.aws.amazon.com/firehose/latest/APIReference/API_ParquetSerDe.html
https://docs.aws.amazon.com/firehose/latest/APIReference/API_OrcSerDe.html
"""

from collections.abc import Mapping

import pyarrow as pa
from pyarrow import orc, parquet

from offline_aws.firehose.conversion import Output

_BLOCK_BYTES = 256 * 1024 * 1024
_PAGE_VERSIONS = {"V1": "1.0", "V2": "2.0"}
_ORC_OPTIONS = {
    "StripeSizeBytes": "stripe_size",
    "RowIndexStride": "row_index_stride",
    "BloomFilterFalsePositiveProbability": "bloom_filter_fpp",
    "DictionaryKeyThreshold": "dictionary_key_size_threshold",
}


def write(output: Output, table: pa.Table) -> bytes:
    """The table as a file's bytes."""
    sink = pa.BufferOutputStream()
    (_write_orc if output.file_format == "ORC" else _write_parquet)(output, table, sink)
    return bytes(sink.getvalue())


def _write_parquet(output: Output, table: pa.Table, sink: pa.NativeFile) -> None:
    """A row group holds about BlockSizeBytes; Hive's readers expect 96-bit timestamps."""
    block = output.options.get("BlockSizeBytes", _BLOCK_BYTES)
    parquet.write_table(
        table,
        sink,
        compression={"UNCOMPRESSED": "NONE"}.get(output.compression, output.compression),
        row_group_size=max(1, table.num_rows * block // max(1, table.nbytes)),
        data_page_size=output.options.get("PageSizeBytes", 1024 * 1024),
        data_page_version=_PAGE_VERSIONS[output.options.get("WriterVersion", "V1")],
        use_dictionary=output.options.get("EnableDictionaryCompression", False),
        use_deprecated_int96_timestamps=True,
    )


def _write_orc(output: Output, table: pa.Table, sink: pa.NativeFile) -> None:
    given = {name: output.options[option] for option, name in _ORC_OPTIONS.items() if option in output.options}
    orc.write_table(
        table,
        sink,
        compression={"NONE": "UNCOMPRESSED"}.get(output.compression, output.compression),
        file_version={"V0_11": "0.11"}.get(output.options.get("FormatVersion", ""), "0.12"),
        bloom_filter_columns=_type_ids(table.schema, output.options.get("BloomFilterColumns", [])),
        **given,
    )


def _type_ids(schema: pa.Schema, columns: list[str]) -> list[int]:
    """ORC's numbers of columns: it counts all types, nested ones too, in the order of the schema after the root."""
    ids: Mapping[str, int] = {}
    number = 1
    for field in schema:
        ids = {**ids, field.name: number}
        number += _types_in(field.type)
    return [ids[name] for name in columns if name in ids]


def _types_in(of: pa.DataType) -> int:
    return 1 + sum(_types_in(of.field(index).type) for index in range(of.num_fields))
