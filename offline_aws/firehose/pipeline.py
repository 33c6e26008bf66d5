"""The way of a stream's records: buffer, function, buffer, object.

::

    accept ─┬─> function stage ──┬─> data stage ───> objects under Prefix
            │   (if it has one)  └─> error stage ──> objects under ErrorOutputPrefix
            └─> backup stage ──────────────────────> objects in the backup bucket (if it is enabled)

What is on its way is in a journal, one for the records themselves and one for their backup.
"""

import logging
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import count

from botocore.exceptions import ClientError

from offline_aws.firehose import delivery, transform
from offline_aws.firehose.destination import Function, S3Destination, parse
from offline_aws.firehose.formats import join
from offline_aws.firehose.journal import Journal, journal_for
from offline_aws.firehose.metrics import BACKUP, DATA, Metrics
from offline_aws.firehose.models import DeliveryStream, Record
from offline_aws.firehose.s3_keys import PROCESSING_FAILED
from offline_aws.firehose.stage import Stage, StageClosedError, pause
from offline_aws.firehose.transform import Outcome

LOG = logging.getLogger(__name__)


class Pipeline:
    """The machinery of one stream, built from its ``DeliveryStream``, which may be updated meanwhile."""

    def __init__(self, stream: DeliveryStream) -> None:
        self._stream = stream
        self._destination = destination = parse(stream.configuration)
        self._function_stage = self._stage("function", destination, self._transform)
        self._data_stage = self._stage("data", destination, self._deliver_data)
        self._error_stage = self._stage("errors", destination, self._deliver_errors)
        self._backup_stage = self._stage("backup", destination, self._deliver_backup)
        self.metrics = Metrics(stream.arn)
        self._accepting = threading.Lock()
        self._journal = journal_for(stream.arn, "delivery")
        self._backup_journal: Journal | None = None
        self.configure()
        self._resume(self._journal, self._first_stage(destination))

    def _stage(self, name: str, destination: S3Destination, step: Callable[[list[Record]], None]) -> Stage:
        return Stage(f"firehose-{self._stream.name}-{name}", destination.hints, step)

    @property
    def arn(self) -> str:
        return self._stream.arn

    def configure(self) -> None:
        """Work by the stream's present configuration from now on, also with what is already buffered."""
        self._destination = destination = parse(self._stream.configuration)
        self._data_stage.configure(destination.hints)
        self._error_stage.configure(destination.hints)
        if destination.function:
            self._function_stage.configure(destination.function.hints)
        if destination.backup:
            self._backup_stage.configure(destination.backup.hints)
            if self._backup_journal is None:
                self._backup_journal = journal_for(self.arn, "backup")
                self._resume(self._backup_journal, self._backup_stage)

    def accept(self, records: Sequence[Record]) -> None:
        """Take records into the first buffer; return when they are on disk.

        Raises StageClosedError once the stream drains, and OSError when the disk does not take them.
        """
        destination = self._destination
        backup = self._backup_journal if destination.backup else None
        with self._accepting:  # the journal's order is the buffer's: after a crash the same batches begin alike
            _take(records, self._journal, self._first_stage(destination))
            if backup:
                _take(records, backup, self._backup_stage)
        self._journal.sync()
        if backup:
            backup.sync()

    def counts(self) -> dict[str, int]:
        """How many records are buffered or on their way, and were delivered or failed in this process."""
        stages = (self._function_stage, self._data_stage, self._error_stage)
        return {"buffered": sum(stage.pending for stage in stages), **self.metrics.totals()}

    def remove(self) -> None:
        """Forget what could not be delivered: the stream is deleted."""
        self._journal.remove()
        if self._backup_journal:
            self._backup_journal.remove()

    def _first_stage(self, destination: S3Destination) -> Stage:
        return self._function_stage if destination.function else self._data_stage

    def _resume(self, journal: Journal, stage: Stage) -> None:
        if left := journal.recovered():
            LOG.warning("Firehose %s: %d records of an earlier run are delivered", self._stream.name, len(left))
            stage.put(left)

    def drain(self, until: float) -> int:
        """Take no more records, deliver those that are here, return how many could not be by ``until``."""
        in_order = (self._function_stage, self._data_stage, self._error_stage, self._backup_stage)
        return sum(stage.drain(until) for stage in in_order)

    def _transform(self, records: list[Record]) -> None:
        destination = self._destination
        if destination.function is None:  # it was taken away while these were waiting for it
            self._data_stage.put(records)
        else:
            for batch in transform.invocations(records):
                self._transform_batch(destination, destination.function, batch)

    def _transform_batch(self, destination: S3Destination, function: Function, batch: list[Record]) -> None:
        outcome, attempts = self._invoke(function, batch)
        ended_ms = int(time.time() * 1000)
        self._report(destination, function, outcome)
        self.metrics.transformed(outcome.delivered, len(outcome.failed))
        self._journal.moved(batch, [*outcome.delivered, *(failed.record for failed in outcome.failed)])
        if outcome.delivered:
            self._data_stage.put(outcome.delivered)
        if outcome.failed:
            self._error_stage.put(
                [
                    failed.record._replace(data=transform.error_line(failed, attempts, ended_ms, function.arn))
                    for failed in outcome.failed
                ]
            )

    def _invoke(self, function: Function, batch: list[Record]) -> tuple[Outcome, int]:
        """The function's outcome for a batch, and the attempts that it took.

        Only a call that fails is repeated, with an invocation id of its own; a malformed answer is an answer.
        """
        for attempt in count(1):
            event = transform.event(str(uuid.uuid4()), self._stream.arn, self._stream.region, batch)
            try:
                with self.metrics.invocation():
                    answer = delivery.invoke(function, event)
                return transform.outcome(batch, answer), attempt
            except delivery.InvocationError as error:
                LOG.warning("Firehose %s: attempt %d: %s", self._stream.name, attempt, error)
                if attempt > function.retries:
                    return transform.failure(batch, error.problem), attempt
            time.sleep(pause(attempt - 1))
        raise AssertionError("the attempts are counted without end")

    def _report(self, destination: S3Destination, function: Function, outcome: Outcome) -> None:
        for problem, number in Counter(failed.problem for failed in outcome.failed).items():
            LOG.warning("Firehose %s: %d records failed: %s", self._stream.name, number, problem.code)
            self._log(destination, problem.code, problem.message, processor=function.arn)

    def _deliver_data(self, records: list[Record]) -> None:
        destination = self._destination
        with self.metrics.delivery(DATA, records):
            self._put(destination, "data", records, destination.delimiter)
        self._journal.moved(records)

    def _deliver_backup(self, records: list[Record]) -> None:
        backup = self._destination.backup
        if backup is None or self._backup_journal is None:
            raise LookupError("a backup that was enabled can't be switched off")
        with self.metrics.delivery(BACKUP, records):
            self._put(backup, "backup", records, b"")
        self._backup_journal.moved(records)

    def _put(self, destination: S3Destination, kind: str, records: list[Record], delimiter: bytes) -> None:
        key = destination.keys.data_key(self._stream.name, self._stream.version, _oldest(records), _seed(kind, records))
        body = join((record.data for record in records), delimiter)
        self._put_object(destination, key, body, destination.compression)

    def _deliver_errors(self, records: list[Record]) -> None:
        destination = self._destination
        key = destination.keys.error_key(
            self._stream.name,
            self._stream.version,
            _oldest(records),
            _seed("errors", records),
            PROCESSING_FAILED,
        )
        self._put_object(destination, key, join(record.data for record in records), "UNCOMPRESSED")
        self._journal.moved(records)

    def _put_object(self, destination: S3Destination, key: str, body: bytes, compression: str) -> None:
        try:
            delivery.put_object(destination, self._stream.region, key, body, compression)
        except Exception as error:
            code = error.response["Error"]["Code"] if isinstance(error, ClientError) else "ServiceUnavailable"
            self._log(destination, f"S3.{code}", str(error))
            raise
        LOG.info("Firehose %s: %d bytes to s3://%s/%s", self._stream.name, len(body), destination.bucket, key)

    def _log(self, destination: S3Destination, code: str, message: str, **more: str) -> None:
        """Describe a failure in the stream's CloudWatch log, if it has one."""
        if destination.log:
            entry = {
                "deliveryStreamARN": self._stream.arn,
                "destination": destination.bucket_arn,
                "deliveryStreamVersionId": self._stream.version,
                "message": message,
                "errorCode": code,
                **more,
            }
            delivery.log_error(destination.log, destination.role_arn, self._stream.region, entry)


def _take(records: Sequence[Record], journal: Journal, stage: Stage) -> None:
    journal.append(records)
    try:
        stage.put(records)
    except StageClosedError:
        journal.moved(records)
        raise


def _oldest(records: list[Record]) -> datetime:
    return datetime.fromtimestamp(min(record.arrived_ms for record in records) / 1000, UTC)


def _seed(kind: str, records: list[Record]) -> str:
    """The name of a batch: its first record comes in no other batch of the kind."""
    return f"{kind}-{records[0].id}"
