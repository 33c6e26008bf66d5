"""A stream's CloudWatch metrics: counted in memory where things happen, published as statistics every few seconds.

CloudWatch keeps a statistic set (count, sum, least, greatest) of each metric for the time since the last
publication; a put only adds to it.

https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html
"""

import logging
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError
from localstack.aws.connect import connect_to

from offline_aws.firehose.models import Record

LOG = logging.getLogger(__name__)

NAMESPACE = "AWS/Firehose"
PUBLISH_SECONDS = 5.0

DATA = "DeliveryToS3"
BACKUP = "BackupToS3"
HTTP_ENDPOINT = "DeliveryToHttpEndpoint"

_UNITS = {
    "Bytes": "Bytes",
    "DataFreshness": "Seconds",
    "Latency": "Milliseconds",
    "Duration": "Milliseconds",
    "KinesisMillisBehindLatest": "Milliseconds",
}


class Metrics:
    """The metrics of one stream; may be used by all of its threads."""

    def __init__(self, stream_arn: str) -> None:
        *_, self.region, self.account, stream = stream_arn.split(":")
        self.stream = stream.rpartition("/")[2]
        self._lock = threading.Lock()
        self._statistics: dict[str, list[float]] = {}
        self._totals: Counter[str] = Counter()

    def put(self, operation: str, data: Sequence[bytes], seconds: float) -> None:
        """A PutRecord or PutRecordBatch was answered, after so many seconds."""
        size = sum(map(len, data))
        self._observe(
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
        self._observe({**_sizes("DataReadFromKinesisStream", records), "KinesisMillisBehindLatest": behind_ms})

    @contextmanager
    def invocation(self) -> Iterator[None]:
        """The block calls the function; it fails by raising."""
        started = time.monotonic()
        succeeded = 0
        try:
            yield
            succeeded = 1
        finally:
            duration = (time.monotonic() - started) * 1000
            self._observe({"ExecuteProcessing.Success": succeeded, "ExecuteProcessing.Duration": duration})

    def failed(self, count: int) -> None:
        """So many records are described in error objects."""
        self._totals["failed"] += count

    def transformed(self, delivered: Sequence[Record]) -> None:
        """The function has answered for a batch."""
        self._observe(_sizes("SucceedProcessing", delivered))

    def converted(self, succeeded: Sequence[Record], failed: Sequence[Record]) -> None:
        """Records were converted to another format, or were not."""
        self._observe(_sizes("SucceedConversion", succeeded) | _sizes("FailedConversion", failed))

    def partitioned(self, seconds: float, partitions: int, exceeded: bool) -> None:
        """Records got their partitions, after so many seconds; so many are active, or were one too many."""
        self._observe(
            {
                "JQProcessing.Duration": seconds * 1000,
                "PartitionCount": partitions,
                "PartitionCountExceeded": int(exceeded),
            }
        )

    @contextmanager
    def delivery(self, kind: str, records: Sequence[Record]) -> Iterator[None]:
        """The block delivers the records; it fails by raising. ``kind``: ``DATA``, ``BACKUP``, ``HTTP_ENDPOINT``."""
        try:
            yield
        except Exception:
            self._observe({f"{kind}.Success": 0})
            raise
        age = time.time() - min(record.arrived_ms for record in records) / 1000
        self._observe(
            {
                f"{kind}.Success": 1,
                **({} if kind == HTTP_ENDPOINT else {f"{kind}.ObjectCount": 1}),
                **_sizes(kind, records),
                f"{kind}.DataFreshness": max(0.0, age),
            }
        )
        self._totals[kind] += len(records)

    def totals(self) -> dict[str, int]:
        """Records delivered, and records that failed, since this process has the stream."""
        return {"delivered": self._totals[DATA] + self._totals[HTTP_ENDPOINT], "failed": self._totals["failed"]}

    def take(self) -> list[dict[str, Any]]:
        """What was observed since the last call, as ``MetricData``."""
        with self._lock:
            statistics, self._statistics = self._statistics, {}
        return [_datum(self.stream, name, values) for name, values in statistics.items()]

    def _observe(self, values: dict[str, float]) -> None:
        with self._lock:
            for name, value in values.items():
                if (statistic := self._statistics.get(name)) is None:
                    self._statistics[name] = [1, value, value, value]
                else:
                    statistic[0] += 1
                    statistic[1] += value
                    statistic[2] = min(statistic[2], value)
                    statistic[3] = max(statistic[3], value)


def publish(metrics: Metrics) -> None:
    """Hand over to CloudWatch what was observed; when it refuses, that is logged and the figures are gone."""
    if not (data := metrics.take()):
        return
    client = connect_to(aws_access_key_id=metrics.account, region_name=metrics.region).cloudwatch
    try:
        client.put_metric_data(Namespace=NAMESPACE, MetricData=data)
    except (ClientError, BotoCoreError) as error:
        LOG.warning("Firehose %s: metrics could not be published: %s", metrics.stream, error)


def _sizes(kind: str, records: Sequence[Record]) -> dict[str, float]:
    return {f"{kind}.Records": len(records), f"{kind}.Bytes": sum(len(record.data) for record in records)}


def _datum(stream: str, name: str, statistic: list[float]) -> dict[str, Any]:
    kind = name.rpartition(".")[2].removeprefix("Incoming")
    return {
        "MetricName": name,
        "Dimensions": [{"Name": "DeliveryStreamName", "Value": stream}],
        "Unit": _UNITS.get(kind, "Count"),
        "StatisticValues": dict(zip(("SampleCount", "Sum", "Minimum", "Maximum"), statistic, strict=True)),
    }
