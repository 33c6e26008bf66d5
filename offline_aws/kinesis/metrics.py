"""A stream's CloudWatch metrics, of the stream as a whole.

https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html#kinesis-metrics-stream
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager

from offline_aws.statistics import Statistics

NAMESPACE = "AWS/Kinesis"


class Metrics(Statistics):
    """The metrics of one stream. Nothing is throttled, which is counted, too, as AWS does: with 0."""

    def __init__(self, stream_arn: str) -> None:
        *_, region, account, stream = stream_arn.split(":")
        super().__init__(NAMESPACE, account, region, {"StreamName": stream.rpartition("/")[2]})

    def call(self, operation: str) -> AbstractContextManager[None]:
        """The block answers a call of the operation; it fails by raising."""
        return self.timed(f"{operation}.Success", f"{operation}.Latency")

    def incoming(self, data: Sequence[bytes]) -> None:
        """Records are in the stream, whoever has put them."""
        self.observe(
            {"IncomingRecords": len(data), "IncomingBytes": _size(data), "WriteProvisionedThroughputExceeded": 0}
        )

    def put_record(self, data: bytes) -> None:
        """A PutRecord has put its record."""
        self.observe({"PutRecord.Bytes": len(data)})

    def put_records(self, data: Sequence[bytes]) -> None:
        """A PutRecords has put all of its records."""
        self.observe(
            {
                "PutRecords.Bytes": _size(data),
                "PutRecords.TotalRecords": len(data),
                "PutRecords.SuccessfulRecords": len(data),
                "PutRecords.FailedRecords": 0,
                "PutRecords.ThrottledRecords": 0,
            }
        )

    def got_records(self, data: Sequence[bytes], behind_ms: int) -> None:
        """A page was read, so many milliseconds before the newest record."""
        self.observe(
            {
                "GetRecords.Records": len(data),
                "GetRecords.Bytes": _size(data),
                "GetRecords.IteratorAgeMilliseconds": behind_ms,
                "ReadProvisionedThroughputExceeded": 0,
            }
        )


def _size(data: Sequence[bytes]) -> int:
    return sum(map(len, data))
