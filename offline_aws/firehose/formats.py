"""How records become the bytes of an object: joined, and compressed.

https://docs.aws.amazon.com/firehose/latest/APIReference/API_ExtendedS3DestinationConfiguration.html
"""

import gzip
import io
import zipfile
from collections.abc import Iterable

EXTENSIONS = {"UNCOMPRESSED": "", "GZIP": ".gz", "ZIP": ".zip"}
"""The compression formats that are emulated, and the extension that each gives to a key."""

CONTENT_ENCODINGS = {"GZIP": "gzip"}


def join(records: Iterable[bytes], delimiter: bytes = b"") -> bytes:
    """The records' bytes one after the other, with the delimiter between them and none after the last."""
    return delimiter.join(records)


def compress(data: bytes, compression: str, key: str) -> bytes:
    """Compress an object's bytes; a ZIP archive has one entry, named as the object without its extension."""
    if compression == "GZIP":
        return gzip.compress(data)
    if compression == "ZIP":
        return _zip(data, key.rpartition("/")[2].removesuffix(".zip"))
    return data


def _zip(data: bytes, name: str) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, data)
    return archive.getvalue()
