"""How records become the bytes of an object: joined, and compressed.

https://docs.aws.amazon.com/firehose/latest/APIReference/API_ExtendedS3DestinationConfiguration.html
"""

import gzip
import io
import struct
import uuid
import zipfile
from collections.abc import Iterable

from offline_aws import hadoop_blocks

EXTENSIONS = {"UNCOMPRESSED": "", "GZIP": ".gz", "ZIP": ".zip", "Snappy": ".snappy", "HADOOP_SNAPPY": ".snappy"}
"""The compression formats, and the extension that each gives to a key."""

CONTENT_ENCODINGS = {"GZIP": "gzip", "ZIP": "zip", "Snappy": "snappy-java", "HADOOP_SNAPPY": "hadoop-snappy"}

_SNAPPY_JAVA_HEADER = b"\x82SNAPPY\0" + struct.pack(">II", 1, 1)


def join(records: Iterable[bytes], delimiter: bytes = b"") -> bytes:
    """The records' bytes one after the other, with the delimiter between them and none after the last."""
    return delimiter.join(records)


def compress(data: bytes, compression: str, seed: str) -> bytes:
    """Compress an object's bytes. The ``seed`` fixes the name of a ZIP archive's entry, a UUID."""
    match compression:
        case "GZIP":
            return gzip.compress(data)
        case "ZIP":
            return _zip(data, str(uuid.uuid5(uuid.NAMESPACE_OID, seed)))
        case "Snappy":
            return _snappy_java(data)
        case "HADOOP_SNAPPY":
            return hadoop_blocks.compress(data, "snappy")
    return data


def _zip(data: bytes, name: str) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, data)
    return archive.getvalue()


def _snappy_java(data: bytes) -> bytes:
    """The stream of the Java library: a header, then blocks with their compressed length before them.

    This, not Snappy's own framing, is what Firehose calls Snappy. https://github.com/xerial/snappy-java
    """
    blocks = (struct.pack(">I", len(packed)) + packed for _, packed in hadoop_blocks.blocks(data, "snappy"))
    return _SNAPPY_JAVA_HEADER + b"".join(blocks)
