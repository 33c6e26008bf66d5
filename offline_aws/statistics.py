"""CloudWatch metrics, counted in memory where things happen and published as statistics every few seconds.

CloudWatch keeps a statistic set (count, sum, least, greatest) of each metric for the time since the last
publication; what happens only adds to it.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/publishingMetrics.html#publishingDataPoints1
"""

import logging
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from weakref import WeakSet

from botocore.exceptions import BotoCoreError, ClientError
from localstack.aws.connect import connect_to

LOG = logging.getLogger(__name__)

PUBLISH_SECONDS = 5.0

_UNITS = {
    "Bytes": "Bytes",
    "ProcessedBytes": "Bytes",
    "DataFreshness": "Seconds",
    "Latency": "Milliseconds",
    "Duration": "Milliseconds",
    "IteratorAgeMilliseconds": "Milliseconds",
    "KinesisMillisBehindLatest": "Milliseconds",
    "MillisBehindLatest": "Milliseconds",
}


class Statistics:
    """The metrics of one thing, such as a stream; may be used by many threads.

    :param dimensions: by which CloudWatch knows the thing
    """

    def __init__(self, namespace: str, account: str, region: str, dimensions: Mapping[str, str]) -> None:
        self._namespace, self._account, self._region = namespace, account, region
        self._dimensions = [{"Name": name, "Value": value} for name, value in dimensions.items()]
        self._lock = threading.Lock()
        self._sets: dict[str, list[float]] = {}
        with _listing:
            _all.add(self)

    def observe(self, values: Mapping[str, float]) -> None:
        """Add a value to each metric named."""
        with self._lock:
            for name, value in values.items():
                if (statistic := self._sets.get(name)) is None:
                    self._sets[name] = [1, value, value, value]
                else:
                    statistic[0] += 1
                    statistic[1] += value
                    statistic[2] = min(statistic[2], value)
                    statistic[3] = max(statistic[3], value)

    @contextmanager
    def timed(self, success: str, duration: str) -> Iterator[None]:
        """The block succeeds, or fails by raising: 1 or 0 for the one metric, milliseconds for the other."""
        started = time.monotonic()
        succeeded = 0
        try:
            yield
            succeeded = 1
        finally:
            self.observe({success: succeeded, duration: (time.monotonic() - started) * 1000})

    def take(self) -> list[dict[str, Any]]:
        """What was observed since the last call, as ``MetricData``."""
        with self._lock:
            taken, self._sets = self._sets, {}
        return [self._datum(name, statistic) for name, statistic in taken.items()]

    def publish(self) -> None:
        """Hand over to CloudWatch what was observed; when it refuses, that is logged and the figures are gone."""
        if not (data := self.take()):
            return
        client = connect_to(aws_access_key_id=self._account, region_name=self._region).cloudwatch
        try:
            client.put_metric_data(Namespace=self._namespace, MetricData=data)
        except (ClientError, BotoCoreError) as error:
            LOG.warning("%s %s: metrics could not be published: %s", self._namespace, self._dimensions, error)

    def _datum(self, name: str, statistic: list[float]) -> dict[str, Any]:
        kind = name.rpartition(".")[2].removeprefix("Incoming")
        return {
            "MetricName": name,
            "Dimensions": self._dimensions,
            "Unit": _UNITS.get(kind, "Count"),
            "StatisticValues": dict(zip(("SampleCount", "Sum", "Minimum", "Maximum"), statistic, strict=True)),
        }


_all: WeakSet[Statistics] = WeakSet()
_listing = threading.Lock()


class Publisher:
    """The thread that publishes all there are, every few seconds, until it is stopped."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="metrics", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Publish what is left, and end; nothing is done when a start has failed before this began."""
        self._stopping.set()
        if self._thread:
            self._thread.join()

    def _run(self) -> None:
        while not self._stopping.wait(PUBLISH_SECONDS):
            publish_all()
        publish_all()


def publish_all() -> None:
    with _listing:
        every = list(_all)
    for each in every:
        each.publish()


PUBLISHER = Publisher()
