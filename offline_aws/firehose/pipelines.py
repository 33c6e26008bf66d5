"""The pipelines of all streams: one is started with its stream, or with the process, and drained at its end."""

import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from offline_aws import data_folder
from offline_aws.firehose.kinesis_source import Source
from offline_aws.firehose.models import DeliveryStream
from offline_aws.firehose.pipeline import Pipeline
from offline_aws.firehose.reader import Reader
from offline_aws.firehose.stage import StageClosedError

LOG = logging.getLogger(__name__)

FLUSH_SECONDS = 20.0
"""How long a flush may take before what is left is given up; less than clients wait for an answer."""


class Pipelines:
    """The running pipelines, by the ARN of their stream."""

    def __init__(self) -> None:
        self._running: dict[str, Pipeline] = {}
        self._readers: dict[str, Reader] = {}
        self._changing = threading.Lock()
        self._stopping = False

    def of(self, stream: DeliveryStream) -> Pipeline:
        """The stream's pipeline, which delivers what an earlier process has left as soon as it runs.

        Raises StageClosedError when the stream is being deleted or the process stops.
        """
        running = self._running.get(stream.arn)
        if running is None:
            with self._changing:
                if self._stopping or stream.status != "ACTIVE":
                    raise StageClosedError(stream.name)
                running = self._running.get(stream.arn) or self._start(stream)
        return running

    def _start(self, stream: DeliveryStream) -> Pipeline:
        running = self._running[stream.arn] = Pipeline(stream)
        if stream.source:
            self._readers[stream.arn] = Reader(stream, Source(stream.source, stream.created), running)
        return running

    def configure(self, stream: DeliveryStream) -> None:
        """Have the pipeline work by the stream's present configuration."""
        if running := self._running.get(stream.arn):
            running.configure()

    def called(self, stream: DeliveryStream, operation: str, seconds: float) -> None:
        """Count an operation about the stream itself."""
        if running := self._running.get(stream.arn):
            running.metrics.called(operation, seconds)

    def delete(self, stream: DeliveryStream) -> None:
        """Deliver what the stream holds and forget it; ``of`` must give no new one any more, by the stream's status."""
        with self._changing:
            running, reader = self._running.get(stream.arn), self._readers.pop(stream.arn, None)
        if reader:
            reader.stop()
            reader.remove()
        if running:
            if left := _drain(running):
                LOG.error("%s: %d records could not be delivered and are lost", running.arn, left)
            running.remove()
            running.metrics.publish()
            with self._changing:
                del self._running[stream.arn]

    def counts(self) -> dict[str, dict[str, int]]:
        """Of each stream by its ARN: how many records are buffered, delivered, failed."""
        return {arn: running.counts() for arn, running in list(self._running.items())}

    def flush(self) -> None:
        """Close every stream and deliver what it holds, within ``FLUSH_SECONDS``; log what could not be."""
        with self._changing:
            self._stopping = True
            running, self._running = list(self._running.values()), {}
            readers, self._readers = list(self._readers.values()), {}
        for reader in readers:
            reader.stop()
        if running:
            with ThreadPoolExecutor(len(running)) as together:
                for each, left in zip(running, together.map(_drain, running), strict=True):
                    if left:
                        fate = "are kept for the next start" if data_folder.configured() else "are lost"
                        LOG.error("%s: %d records could not be delivered and %s", each.arn, left, fate)
                    each.metrics.publish()


def _drain(pipeline: Pipeline) -> int:
    return pipeline.drain(time.monotonic() + FLUSH_SECONDS)
