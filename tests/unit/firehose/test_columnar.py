import io
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import orc, parquet

from offline_aws.firehose.columnar import write
from offline_aws.firehose.conversion import Output

TABLE = pa.table({"nested": [{"a": 1}] * 3000, "item": ["soup", "bread", "wine"] * 1000})


def parquet_file(**options: Any) -> parquet.ParquetFile:
    return parquet.ParquetFile(io.BytesIO(write(Output("PARQUET", "GZIP", options), TABLE)))


def orc_file(**options: Any) -> orc.ORCFile:
    return orc.ORCFile(io.BytesIO(write(Output("ORC", "ZLIB", options), TABLE)))


@pytest.mark.parametrize(("enabled", "dictionary"), [({}, False), ({"EnableDictionaryCompression": True}, True)])
def test_parquet_has_dictionaries_only_when_asked_to(enabled: dict[str, bool], dictionary: bool) -> None:
    column = parquet_file(**enabled).metadata.row_group(0).column(1)
    assert (column.compression, column.has_dictionary_page) == ("GZIP", dictionary)


def test_a_row_group_of_parquet_is_about_a_block() -> None:
    file = parquet_file(BlockSizeBytes=TABLE.nbytes // 3)
    assert (file.num_row_groups, file.read().equals(TABLE)) == (4, True)


@pytest.mark.parametrize("options", [{"WriterVersion": "V2"}, {"PageSizeBytes": 65536}])
def test_parquet_of_other_pages_is_the_same_table(options: dict[str, Any]) -> None:
    assert parquet_file(**options).read().equals(TABLE)


def test_orc_is_written_with_the_serializers_options() -> None:
    file = orc_file(
        StripeSizeBytes=8 * 1024 * 1024,
        RowIndexStride=1000,
        FormatVersion="V0_11",
        DictionaryKeyThreshold=0.8,
        BloomFilterFalsePositiveProbability=0.1,
    )
    assert (file.row_index_stride, file.file_version, file.read().equals(TABLE)) == (1000, "0.11", True)


def test_a_bloom_filter_makes_the_file_larger_and_is_of_its_column() -> None:
    plain, filtered, unknown = (
        len(write(Output("ORC", options={"BloomFilterColumns": columns}), TABLE)) for columns in ([], ["item"], ["x"])
    )
    assert (filtered > plain, unknown) == (True, plain)
