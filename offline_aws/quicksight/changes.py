"""When did data change? What is written to S3, or changed in the Glue catalog, is counted, so that an open page asks
Athena only when there is news.

Athena's own writes are results, not data: they are told apart by their bucket or prefix.
"""

import threading
from collections import Counter
from collections.abc import Iterator
from typing import Any

from localstack.aws.api import RequestContext
from localstack.aws.chain import HandlerChain
from localstack.http import Response

_WRITES = {"PutObject", "CopyObject", "CompleteMultipartUpload", "DeleteObject", "DeleteObjects"}
_CATALOG = "glue"
_READS = ("BatchGet", "Get", "List", "Search")


class Changes:
    """A count of the writes to each bucket, on which threads can wait."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._changed = threading.Condition()
        self._stopped = False

    def observe(self, chain: HandlerChain, context: RequestContext, response: Response) -> None:
        """A response handler of LocalStack's gateway."""
        if not context.service or not context.operation or response.status_code >= 300:
            return
        service, operation = context.service.service_name, context.operation.name
        if service == "s3" and operation in _WRITES:
            request: Any = context.service_request
            self.add(request["Bucket"])
        elif service == _CATALOG and not operation.startswith(_READS):
            self.add(_CATALOG)

    def add(self, bucket: str) -> None:
        with self._changed:
            self._counts[bucket] += 1
            self._changed.notify_all()

    def count(self, beside: set[str]) -> int:
        """The writes to all buckets but those."""
        return sum(count for bucket, count in self._counts.items() if bucket not in beside)

    def stop(self) -> None:
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def follow(self, beside: set[str], heartbeat: float, lifetime: int) -> Iterator[int]:
        """The count now, each later one, and the same one again after ``heartbeat`` seconds without news.

        Ends after ``lifetime`` of them, or when stopped.
        """
        known = -1
        for _ in range(lifetime):
            known = self._next(known, beside, heartbeat)
            if self._stopped:
                return
            yield known

    def _next(self, known: int, beside: set[str], seconds: float) -> int:
        with self._changed:
            self._changed.wait_for(lambda: self._stopped or self.count(beside) != known, seconds)
            return self.count(beside)
