"""Writing to S3 what a query leaves there, by its ResultConfiguration."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import IO, Any

from offline_aws.athena.managed_results import client_of
from offline_aws.athena.result_settings import put_arguments
from offline_aws.athena.sql.locations import split_uri

# What is written here stays in memory up to this size.
_SPOOL = 16 << 20


@dataclass(frozen=True)
class Outputs:
    """S3 as a query writes to it: encrypted, owned and shared as its settings say."""

    s3: Any
    settings: Mapping[str, Any] | None = field(default=None)

    def put(self, uri: str, body: IO[bytes]) -> None:
        bucket, key = split_uri(uri)
        client_of(bucket, self.s3).put_object(
            Bucket=bucket, Key=key, Body=body, ContentType="application/octet-stream", **put_arguments(self.settings)
        )

    def write(self, uri: str, write: Callable[[IO[bytes]], Any]) -> int:
        """Put what ``write`` writes into a file; returns its size in bytes."""
        with tempfile.SpooledTemporaryFile(_SPOOL) as file:
            write(file)
            size = file.tell()
            file.seek(0)
            self.put(uri, file)
        return size
