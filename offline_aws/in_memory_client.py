"""What LocalStack's in-memory client, by which its services call each other, closes twice."""

from collections.abc import Callable
from io import RawIOBase
from typing import Any

from localstack.aws.client import _ResponseStream
from localstack.utils.patch import patch


def apply() -> None:
    """Close a response once, though Python closes each stream again when it forgets it.

    An object of LocalStack's in-memory S3 is locked while it is read; the second close would release a lock that is
    free, and leave a traceback in the log.
    """

    @patch(_ResponseStream.close)
    def close(fn: Callable[..., None], self: Any) -> None:
        if not self.closed:
            fn(self)
            RawIOBase.close(self)
