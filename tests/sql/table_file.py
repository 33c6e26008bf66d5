"""The files of ``tables/``: tables with the bytes of their objects, and queries with what Trino's Hive connector answered.

They are case files (:mod:`tests.sql.case_file`) in which the statements that are no queries make the tables: Athena
runs them here, also when Trino is asked, which reads the same catalog and the same objects. Below such a statement
stand objects, each a key in the bucket and its lines; or its text as JSON, where bytes matter that no line can show::

    CREATE EXTERNAL TABLE clicks (item string) ROW FORMAT SERDE '…' LOCATION 's3://tables/clicks/';
    -- put clicks/a.json
    -- {"item": "tea"}
    -- {"item": "pie"}
    -- put clicks/b.json "{\"item\": \"no line end\"}"

The object of a key that ends as compressed ones do is compressed.
"""

import bz2
import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa

from offline_aws import hadoop_blocks

from .case_file import Case

FOLDER = Path(__file__).parent / "tables"
BUCKET = "tables"
DATABASE = "tables"
_PUT = re.compile(r"put (\S+)(?: (\".*\"))?")


def is_query(case: Case) -> bool:
    return re.match(r"\s*(select|with)\b", case.sql, re.IGNORECASE) is not None


def objects_of(case: Case) -> Iterator[tuple[str, bytes]]:
    """Key and bytes of each object below a statement."""
    lines = [*case.answer]
    while lines:
        put = _PUT.fullmatch(lines.pop(0))
        if not put:
            raise ValueError(f"no object: {case.answer}")
        text = json.loads(put[2]) if put[2] else ""
        while lines and not _PUT.fullmatch(lines[0]):
            text += lines.pop(0) + "\n"
        yield put[1], _compressed(put[1], text.encode())


_COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".zst": lambda data: pa.compress(data, codec="zstd", asbytes=True),
    ".snappy": lambda data: hadoop_blocks.compress(data, "snappy"),
    ".lz4": lambda data: hadoop_blocks.compress(data, "lz4_raw"),
}


def _compressed(key: str, data: bytes) -> bytes:
    return _COMPRESS.get(Path(key).suffix, bytes)(data)
