"""The way of a stream's records: buffer, processors, partition, buffer, object.

::

    accept ─┬─> processing stage ──┬─> data stage ───> objects under Prefix, a partition each
            │   (if it has any)    └─> error stage ──> objects under ErrorOutputPrefix, a type of error each
            │                          or to the HTTP endpoint
            └─> backup stage ────────────────────────> objects in the backup bucket (if it is enabled)

The processors run in Firehose's order, whatever that of the configuration:

1. Decompression, CloudWatchLogProcessing, RecordDeAggregation (``processors.py``): the function gets single,
   readable records;
2. Lambda (``transform.py``), which may change what the keys are taken from, and name keys itself;
3. MetadataExtraction (``partitioning.py``): a record's partition decides which buffer it waits in;
4. AppendDelimiterToRecord (``formats.py``), when the records of a buffer become one object; or conversion to
   Parquet or ORC (``conversion.py``).

What is on its way is in a journal, one for the records themselves and one for their backup.
"""

import logging
import random
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import count
from typing import Any

from botocore.exceptions import ClientError

from offline_aws.firehose import delivery, failures, http_endpoint, partitioning, processors, transform
from offline_aws.firehose.conversion import Conversion, Converted, Table, conversion_error_line, convert
from offline_aws.firehose.destination import Function, S3Destination, parse
from offline_aws.firehose.formats import join
from offline_aws.firehose.http_delivery import HttpDelivery
from offline_aws.firehose.journal import Journal, journal_for
from offline_aws.firehose.metrics import BACKUP, DATA, Metrics
from offline_aws.firehose.models import DeliveryStream, Record
from offline_aws.firehose.outcome import Failed, Outcome, error_line, error_record, error_type_of
from offline_aws.firehose.partitioning import Attempts
from offline_aws.firehose.stage import Stage, StageClosedError, pause

LOG = logging.getLogger(__name__)


class Pipeline:
    """The machinery of one stream, built from its ``DeliveryStream``, which may be updated meanwhile."""

    def __init__(self, stream: DeliveryStream) -> None:
        self._stream = stream
        self._destination = destination = parse(stream.configuration)
        self._processing_stage = self._stage("processing", destination, self._process)
        self._data_stage = self._stage("data", destination, self._deliver_data)
        self._error_stage = self._stage("errors", destination, self._deliver_errors)
        self._backup_stage = self._stage("backup", destination, self._deliver_backup)
        self.metrics = Metrics(stream.arn)
        self._attempts = Attempts()
        self._http_delivery = HttpDelivery(stream, self.metrics, lambda: self._data_stage.draining)
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
        if destination.processing_hints:
            self._processing_stage.configure(destination.processing_hints)
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

    def was_read(self, records: Sequence[Record], behind_ms: int) -> None:
        """Count records that were read from the stream's source."""
        self.metrics.read(records, behind_ms)

    def counts(self) -> dict[str, int]:
        """How many records are buffered or on their way, and were delivered or failed in this process."""
        stages = (self._processing_stage, self._data_stage, self._error_stage)
        return {"buffered": sum(stage.pending for stage in stages), **self.metrics.totals()}

    def remove(self) -> None:
        """Forget what could not be delivered: the stream is deleted."""
        self._journal.remove()
        if self._backup_journal:
            self._backup_journal.remove()

    def _first_stage(self, destination: S3Destination) -> Stage:
        return self._processing_stage if destination.processing_hints else self._data_stage

    def _resume(self, journal: Journal, stage: Stage) -> None:
        if left := journal.recovered():
            LOG.warning("Firehose %s: %d records of an earlier run are delivered", self._stream.name, len(left))
            stage.put(left)

    def drain(self, until: float) -> int:
        """Take no more records, deliver those that are here, return how many could not be by ``until``."""
        in_order = (self._processing_stage, self._data_stage, self._error_stage, self._backup_stage)
        return sum(stage.drain(until) for stage in in_order)

    def _process(self, records: list[Record]) -> None:
        """Take a batch through the processors; what comes out is buffered for its object or its error object."""
        destination = self._destination
        self._await_function(destination)
        separated = processors.apply(destination.steps_before_function, records)
        if destination.steps_before_function:
            self._journal.moved(records, _remaining(separated))
        self._fail(destination, separated.failed)
        for batch in transform.invocations(separated.delivered):
            transformed = self._transform(destination, batch)
            partitioned = self._partition(destination, transformed)
            if partitioned:
                self._data_stage.put(partitioned)

    def _await_function(self, destination: S3Destination) -> None:
        """A stream of an earlier process waits for its function, which is deployed anew at each start.

        Raises botocore's errors, and the stage tries again.
        """
        if self._stream.restored and destination.function:
            delivery.find(destination.function)
        self._stream.restored = False

    def _transform(self, destination: S3Destination, batch: list[Record]) -> list[Record]:
        """What the function delivers of a batch; the batch itself when there is no function."""
        function = destination.function
        if function is None:
            return batch
        outcome, attempts = self._invoke(function, batch)
        self.metrics.transformed(outcome.delivered)
        self._journal.moved(batch, _remaining(outcome))
        self._fail(
            *(destination, outcome.failed, attempts), lambda _: {"lambdaARN": function.arn}, processor=function.arn
        )
        return outcome.delivered

    def _partition(self, destination: S3Destination, records: list[Record]) -> list[Record]:
        """The records with their partitions; without dynamic partitioning they are all of one."""
        if destination.partitioning is None:
            return [record._replace(partition=()) if record.partition else record for record in records]
        started = time.monotonic()
        keyed = processors.apply([destination.partitioning.step], records)
        duration = time.monotonic() - started
        active = self._data_stage.partitions
        within = partitioning.within_limit(keyed.delivered, active)
        partitions = active | {record.partition for record in within.delivered}
        self.metrics.partitioned(duration, len(partitions), exceeded=bool(within.failed))
        self._fail(destination, keyed.failed + within.failed)
        return within.delivered

    def _invoke(self, function: Function, batch: list[Record]) -> tuple[Outcome, int]:
        """The function's outcome for a batch, and the attempts that it took.

        Only a call that fails is repeated, with an invocation id of its own; a malformed answer is an answer.
        """
        for attempt in count(1):
            event = transform.event(
                str(uuid.uuid4()), self._stream.arn, self._stream.region, batch, self._stream.source_arn
            )
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

    def _fail(
        self,
        destination: S3Destination,
        failed: list[Failed],
        attempts: int = 1,
        details: Callable[[Record], dict[str, Any]] = lambda record: {},
        **logged: str,
    ) -> None:
        """Describe failed records in error objects, one a type of error; ``details`` are what a step adds."""
        self._report(destination, failed, **logged)
        ended_ms = int(time.time() * 1000)
        if failed:
            lines = [error_line(each, attempts, ended_ms, **details(each.record)) for each in failed]
            self._error_stage.put(list(map(error_record, failed, lines)))

    def _report(self, destination: S3Destination, failed: list[Failed], **more: str) -> None:
        """Count failed records, and log each problem once, here and in the stream's log."""
        self.metrics.failed(len(failed))
        for problem, number in Counter(each.problem for each in failed).items():
            LOG.warning("Firehose %s: %d records failed: %s", self._stream.name, number, problem.code)
            self._log(destination, problem.code, problem.message, **more)

    def _deliver_data(self, records: list[Record]) -> None:
        """Deliver a batch; one of a partition whose time for attempts is over is described in error objects."""
        destination = self._destination
        try:
            self._deliver(destination, records)
        except Exception as error:
            partitioning = destination.partitioning
            if partitioning is None or not self._attempts.are_over(_seed("data", records), partitioning.retry_seconds):
                raise
            problem = failures.of_delivery(error)
            self._fail(destination, [Failed(record, problem) for record in records])

    def _deliver(self, destination: S3Destination, records: list[Record]) -> None:
        if destination.endpoint:
            self._deliver_to_endpoint(destination, records)
        elif destination.conversion:
            self._deliver_converted(destination, destination.conversion, records)
        else:
            body = join((record.data for record in records), destination.delimiter)
            with self.metrics.delivery(DATA, records):
                self._put(destination, "data", records, body)
            self._journal.moved(records)

    def _deliver_to_endpoint(self, destination: S3Destination, records: list[Record]) -> None:
        """Post a batch; when it is not taken, describe its records in the bucket."""
        request_id = str(uuid.UUID(int=random.Random(_seed("request", records)).getrandbits(128), version=4))  # noqa: S311
        delimited = [record._replace(data=record.data + destination.delimiter) for record in records]
        posted = self._http_delivery.deliver(lambda: self._destination.endpoint, request_id, delimited)
        if posted.problem is None:
            self._journal.moved(records)
        else:
            failed = [Failed(record, posted.problem) for record in records]
            self._fail(destination, failed, posted.attempts, http_endpoint.error_details)

    def _deliver_converted(self, destination: S3Destination, conversion: Conversion, records: list[Record]) -> None:
        """Write one file in the destination's format, and then describe the records that are not in it."""
        table = conversion.table.seen_from(self._stream.arn)
        body, converted, failed = self._convert(destination, conversion, table, records)
        if body is not None:
            with self.metrics.delivery(DATA, converted):
                self._put(destination, "data", records, body)
        unconverted = [each.record for each in failed]
        self.metrics.converted(converted, unconverted)
        self._journal.moved(records, unconverted)
        self._report(destination, failed)
        ended_ms = int(time.time() * 1000)
        if failed:
            lines = [error_record(each, conversion_error_line(each, ended_ms, table)) for each in failed]
            self._error_stage.put(lines)

    def _convert(
        self, destination: S3Destination, conversion: Conversion, table: Table, records: list[Record]
    ) -> Converted:
        """Read the schema and convert. Raises, and is tried again, when there is no usable schema."""
        try:
            return convert(conversion, delivery.columns(table), records)
        except Exception as error:
            code = error.response["Error"]["Code"] if isinstance(error, ClientError) else "InvalidSchema"
            self._log(destination, f"DataFormatConversion.{code.removesuffix('Exception')}", str(error))
            raise

    def _deliver_backup(self, records: list[Record]) -> None:
        backup = self._destination.backup
        if backup is None or self._backup_journal is None:
            raise LookupError("a backup that was enabled can't be switched off")
        with self.metrics.delivery(BACKUP, records):
            self._put(backup, "backup", records, join(record.data for record in records))
        self._backup_journal.moved(records)

    def _put(self, destination: S3Destination, kind: str, records: list[Record], body: bytes) -> None:
        seed, partition = _seed(kind, records), records[0].partition
        key = destination.keys.data_key(self._stream.name, self._stream.version, _oldest(records), seed, partition)
        self._put_object(destination, key, body, destination.compression)

    def _deliver_errors(self, records: list[Record]) -> None:
        destination = self._destination
        key = destination.keys.error_key(
            self._stream.name,
            self._stream.version,
            _oldest(records),
            _seed("errors", records),
            error_type_of(records[0]),
        )
        self._put_object(destination, key, join(record.data for record in records), "UNCOMPRESSED")
        self._journal.moved(records)

    def _put_object(self, destination: S3Destination, key: str, body: bytes, compression: str) -> None:
        try:
            delivery.put_object(destination, self._stream.region, key, body, compression)
        except Exception as error:
            self._log(destination, *failures.of_delivery(error)[:2])
            raise
        LOG.info("Firehose %s: %d bytes to s3://%s/%s", self._stream.name, len(body), destination.bucket, key)

    def _log(self, destination: S3Destination, code: str, message: str, **more: str) -> None:
        """Describe a failure in the stream's CloudWatch log, if it has one."""
        if destination.log:
            entry = {
                "deliveryStreamARN": self._stream.arn,
                "destination": destination.endpoint.url if destination.endpoint else destination.bucket_arn,
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


def _remaining(outcome: Outcome) -> list[Record]:
    """The records of which something is still to be delivered: data or a description of the failure."""
    return [*outcome.delivered, *(each.record for each in outcome.failed)]


def _oldest(records: list[Record]) -> datetime:
    return datetime.fromtimestamp(min(record.arrived_ms for record in records) / 1000, UTC)


def _seed(kind: str, records: list[Record]) -> str:
    """The name of a batch: its first record comes in no other batch of the kind."""
    return f"{kind}-{records[0].sequence_id}"
