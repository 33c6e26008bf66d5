"""A stream's CloudWatch metrics.

https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html
"""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager

from offline_aws.firehose.models import Record
from offline_aws.statistics import Statistics

NAMESPACE = "AWS/Firehose"
DATA = "DeliveryToS3"
BACKUP = "BackupToS3"
HTTP_ENDPOINT = "DeliveryToHttpEndpoint"


class Metrics(Statistics):
    """The metrics of one stream."""

    def __init__(self, stream_arn: str) -> None:
        *_, region, account, stream = stream_arn.split(":")
        super().__init__(NAMESPACE, account, region, {"DeliveryStreamName": stream.rpartition("/")[2]})
        self._totals: Counter[str] = Counter()

    def put(self, operation: str, data: Sequence[bytes], seconds: float) -> None:
        """A PutRecord or PutRecordBatch was answered, after so many seconds."""
        size = sum(map(len, data))
        self.observe(
            {
                "IncomingPutRequests": 1,
                "IncomingRecords": len(data),
                "IncomingBytes": size,
                f"{operation}.Requests": 1,
                f"{operation}.Bytes": size,
                f"{operation}.Latency": seconds * 1000,
                **({"PutRecordBatch.Records": len(data)} if operation == "PutRecordBatch" else {}),
            }
        )

    def read(self, records: Sequence[Record], behind_ms: int) -> None:
        """Records were read from a Kinesis stream, so many milliseconds before its newest."""
        self.observe({**_sizes("DataReadFromKinesisStream", records), "KinesisMillisBehindLatest": behind_ms})

    def invocation(self) -> AbstractContextManager[None]:
        """The block calls the function; it fails by raising."""
        return self.timed("ExecuteProcessing.Success", "ExecuteProcessing.Duration")

    def failed(self, count: int) -> None:
        """So many records are described in error objects."""
        self._totals["failed"] += count

    def transformed(self, delivered: Sequence[Record]) -> None:
        """The function has answered for a batch."""
        self.observe(_sizes("SucceedProcessing", delivered))

    def converted(self, succeeded: Sequence[Record], failed: Sequence[Record]) -> None:
        """Records were converted to another format, or were not."""
        self.observe(_sizes("SucceedConversion", succeeded) | _sizes("FailedConversion", failed))

    def partitioned(self, seconds: float, partitions: int, exceeded: bool) -> None:
        """Records got their partitions, after so many seconds; so many are active, or were one too many."""
        self.observe(
            {
                "JQProcessing.Duration": seconds * 1000,
                "PartitionCount": partitions,
                "PartitionCountExceeded": int(exceeded),
            }
        )

    def called(self, operation: str, seconds: float) -> None:
        """An operation about the stream itself was answered, after so many seconds."""
        self.observe({f"{operation}.Requests": 1, f"{operation}.Latency": seconds * 1000})

    @contextmanager
    def delivery(self, kind: str, records: Sequence[Record]) -> Iterator[None]:
        """The block delivers the records; it fails by raising. ``kind``: ``DATA``, ``BACKUP``, ``HTTP_ENDPOINT``."""
        attempted = _attempted(records) if kind == HTTP_ENDPOINT else {}
        try:
            yield
        except Exception:
            self.observe({f"{kind}.Success": 0, f"{kind}.DataFreshness": _age(records), **attempted})
            raise
        self.observe(
            {
                f"{kind}.Success": 1,
                **(attempted or {f"{kind}.ObjectCount": 1}),
                **_sizes(kind, records),
                f"{kind}.DataFreshness": _age(records),
            }
        )
        self._totals[kind] += len(records)

    def totals(self) -> dict[str, int]:
        """Records delivered, and records that failed, since this process has the stream."""
        return {"delivered": self._totals[DATA] + self._totals[HTTP_ENDPOINT], "failed": self._totals["failed"]}


def _sizes(kind: str, records: Sequence[Record]) -> dict[str, float]:
    return {f"{kind}.Records": len(records), f"{kind}.Bytes": sum(len(record.data) for record in records)}


def _attempted(records: Sequence[Record]) -> dict[str, float]:
    """What an HTTP endpoint was sent, each time anew."""
    sizes = _sizes(HTTP_ENDPOINT, records)
    return {name.replace(".", ".Processed"): value for name, value in sizes.items()}


def _age(records: Sequence[Record]) -> float:
    """Seconds since the oldest record came in."""
    return max(0.0, time.time() - min(record.arrived_ms for record in records) / 1000)
