"""https://github.com/apache/hadoop, BlockCompressorStream"""

import random
import struct

import pyarrow as pa
import pytest

from offline_aws import hadoop_blocks

_random = random.Random(1)
TEXTS = [b"", b"a", b"tea " * 20_000, bytes(_random.choices(b"ab\n", k=50_000)), _random.randbytes(70_000)]


@pytest.mark.parametrize("codec", ["snappy", "lz4_raw"])
@pytest.mark.parametrize("text", TEXTS)
def test_what_is_compressed_is_read_again(codec: str, text: bytes) -> None:
    assert hadoop_blocks.decompress(hadoop_blocks.compress(text, codec), codec) == text


@pytest.mark.parametrize("codec", ["snappy", "lz4_raw"])
def test_a_block_may_have_several_chunks(codec: str) -> None:
    chunks = [pa.compress(text, codec=codec, asbytes=True) for text in (b"tea " * 100, b"pie")]
    block = struct.pack(">I", 403) + b"".join(struct.pack(">I", len(chunk)) + chunk for chunk in chunks)
    assert hadoop_blocks.decompress(block, codec) == b"tea " * 100 + b"pie"


@pytest.mark.parametrize("data", [b"tea", struct.pack(">II", 5, 3) + b"\xff\xff\xff", struct.pack(">II", 9, 0)])
@pytest.mark.parametrize("codec", ["snappy", "lz4_raw"])
def test_what_is_no_stream_is_an_error(codec: str, data: bytes) -> None:
    with pytest.raises((ValueError, pa.ArrowException)):
        hadoop_blocks.decompress(data, codec)
