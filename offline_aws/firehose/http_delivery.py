"""The delivery of a batch to an HTTP endpoint: posted until it is taken, or given up."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from botocore.exceptions import BotoCoreError, ClientError
from urllib3.exceptions import HTTPError

from offline_aws.firehose import delivery, http_endpoint
from offline_aws.firehose.http_endpoint import DeliveryError, Endpoint
from offline_aws.firehose.metrics import HTTP_ENDPOINT, Metrics
from offline_aws.firehose.models import DeliveryStream, Record
from offline_aws.firehose.outcome import Problem
from offline_aws.firehose.stage import pause

LOG = logging.getLogger(__name__)


class Posted(NamedTuple):
    """How it ended: without a problem when the endpoint took the records."""

    attempts: int
    problem: Problem | None = None


class HttpDelivery:
    """Posts the batches of one stream; one that ``is_closing`` waits for no more attempts."""

    def __init__(self, stream: DeliveryStream, metrics: Metrics, is_closing: Callable[[], bool]) -> None:
        self._stream = stream
        self._metrics = metrics
        self._is_closing = is_closing

    def deliver(self, current: Callable[[], Endpoint | None], request_id: str, records: Sequence[Record]) -> Posted:
        """Post a batch until it is taken, or the time between attempts is spent.

        ``current`` is the endpoint as it is configured by now; its time for retries leaves out those that are spent
        waiting for its answer. Raises LookupError when the stream has no endpoint any more.
        """
        waited = 0.0
        for attempt in count(1):
            if (endpoint := current()) is None:
                raise LookupError("the destination is no endpoint any more")
            try:
                with self._metrics.delivery(HTTP_ENDPOINT, records):
                    self._post(endpoint, request_id, records)
                return Posted(attempt)
            except DeliveryError as error:
                LOG.warning("Firehose %s: attempt %d: %s", self._stream.name, attempt, error)
                next_pause = pause(attempt - 1)
                if error.permanent or self._is_closing() or waited + next_pause > endpoint.retry_seconds:
                    return Posted(attempt, error.problem)
            waited += next_pause
            time.sleep(next_pause)
        raise AssertionError("the attempts are counted without end")

    def _post(self, endpoint: Endpoint, request_id: str, records: Sequence[Record]) -> None:
        """One attempt. Raises DeliveryError."""
        now_ms = int(time.time() * 1000)
        request = http_endpoint.request(_with_key(endpoint), request_id, self._stream.arn, now_ms, records)
        try:
            answer = delivery.post(endpoint.url, request.headers, request.body)
        except HTTPError as error:
            raise http_endpoint.unanswered(error) from error
        http_endpoint.check_answer(request_id, *answer)


def _with_key(endpoint: Endpoint) -> Endpoint:
    """The endpoint with the access key that its secret has now, if it has one. Raises DeliveryError."""
    if endpoint.secret is None:
        return endpoint
    try:
        text = delivery.secret(endpoint.secret.arn, endpoint.secret.role_arn)
        return replace(endpoint, access_key=http_endpoint.access_key(text))
    except (ClientError, BotoCoreError, ValueError) as error:
        raise http_endpoint.no_secret(str(error)) from error
