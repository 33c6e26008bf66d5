"""The way of a stream's records: buffer, function, buffer, object.

::

    accept ─┬─> function stage ──┬─> data stage ───> objects under Prefix
            │   (if it has one)  └─> error stage ──> objects under ErrorOutputPrefix
            └─> backup stage ──────────────────────> objects in the backup bucket (if it is enabled)
"""

import logging
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
from offline_aws.firehose.models import DeliveryStream, Record
from offline_aws.firehose.s3_keys import PROCESSING_FAILED
from offline_aws.firehose.stage import Stage, pause
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
        self.configure()

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

    def accept(self, records: Sequence[Record]) -> None:
        """Take records into the first buffer. Raises StageClosedError once the stream drains."""
        first = self._function_stage if self._destination.function else self._data_stage
        first.put(records)
        if self._destination.backup:
            self._backup_stage.put(records)

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
                return transform.outcome(batch, delivery.invoke(function, event)), attempt
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
        self._put(destination, "data", records, destination.delimiter)

    def _deliver_backup(self, records: list[Record]) -> None:
        backup = self._destination.backup
        if backup is None:
            raise LookupError("a backup that was enabled can't be switched off")
        self._put(backup, "backup", records, b"")

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


def _oldest(records: list[Record]) -> datetime:
    return datetime.fromtimestamp(min(record.arrived_ms for record in records) / 1000, UTC)


def _seed(kind: str, records: list[Record]) -> str:
    """The name of a batch: its first record comes in no other batch of the kind."""
    return f"{kind}-{records[0].id}"
