"""The reader of a stream's source: it follows the shards and remembers how far it has come in each.

What was read is in the stream's journal before the checkpoint moves, so that a crash repeats records and loses none:
at least once, as on AWS.
"""

import json
import logging
import shutil
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from offline_aws.data_folder import replace_durably
from offline_aws.firehose.journal import folder_of
from offline_aws.firehose.kinesis_source import END, Shard, Source, readable
from offline_aws.firehose.models import DeliveryStream, Record

LOG = logging.getLogger(__name__)

PAUSE_SECONDS = 1.0
"""AWS, too, asks each shard for records once a second."""


class Sink(Protocol):
    """What takes the records: the stream's pipeline."""

    def accept(self, records: Sequence[Record]) -> None:
        """Return when the records are on disk."""

    def was_read(self, records: Sequence[Record], behind_ms: int) -> None:
        """Count what was read."""


class Checkpoints:
    """The sequence number of the last record read, by shard; in a file, if there is a data folder."""

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / "checkpoints.json" if folder else None
        self.by_shard: dict[str, str] = {}
        if self._file and self._file.exists():
            self.by_shard = json.loads(self._file.read_text())

    def move(self, shard_id: str, checkpoint: str) -> None:
        self.by_shard[shard_id] = checkpoint
        if self._file:
            replace_durably(self._file, json.dumps(self.by_shard).encode())

    def remove(self) -> None:
        if self._file:
            shutil.rmtree(self._file.parent, ignore_errors=True)


class Reader:
    """Reads the source of one stream in a thread of its own, until it is stopped."""

    def __init__(self, stream: DeliveryStream, source: Source, sink: Sink) -> None:
        self._name = stream.name
        self._source = source
        self._sink = sink
        self._stopped = threading.Event()
        self._checkpoints = Checkpoints(folder_of(stream.arn, "source"))
        self._thread = threading.Thread(target=self._run, name=f"firehose-{stream.name}-source", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Return when nothing more is read."""
        self._stopped.set()
        self._thread.join()

    def remove(self) -> None:
        """Forget how far the source was read: the stream is deleted."""
        self._checkpoints.remove()

    def _run(self) -> None:
        while not self._stopped.wait(PAUSE_SECONDS):
            try:
                for shard in readable(self._source.shards(), self._checkpoints.by_shard):
                    self._read(shard)
            except Exception as error:
                LOG.warning("Firehose %s: its source could not be read: %s", self._name, error)

    def _read(self, shard: Shard) -> None:
        """Read a shard up to its newest record."""
        while not self._stopped.is_set():
            page = self._source.page(shard.id, self._checkpoints.by_shard.get(shard.id))
            records = list(self._source.records(shard.id, page))
            if records:
                self._sink.accept(records)
                self._sink.was_read(records, page.behind_ms)
            if page.is_last or page.records:
                self._checkpoints.move(shard.id, END if page.is_last else page.records[-1]["SequenceNumber"])
            if page.is_last or page.behind_ms == 0:
                return
