"""Firehose's protocol for HTTP endpoints: the request that carries records, and what counts as its answer.

https://docs.aws.amazon.com/firehose/latest/dev/httpdeliveryrequestresponse.html
"""

import base64
import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from urllib3.exceptions import ConnectTimeoutError, HTTPError, ProtocolError, SSLError, TimeoutError

from offline_aws.firehose.models import Record
from offline_aws.firehose.outcome import Problem

LARGEST_ANSWER = 1024 * 1024
MOST_RECORDS = 10_000
"""In one request."""
_ERROR_TYPE = "http-endpoint-failed"


@dataclass(frozen=True)
class Secret:
    """Where Secrets Manager keeps the access key, and the role that may read it."""

    arn: str
    role_arn: str


@dataclass(frozen=True)
class Endpoint:
    """Where records are posted to, with what, and for how many seconds after a first failure again.

    A ``secret`` takes the place of the ``access_key``.
    """

    url: str
    retry_seconds: float
    access_key: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    compressed: bool = False
    secret: Secret | None = None


class Request(NamedTuple):
    headers: dict[str, str]
    body: bytes


class DeliveryError(Exception):
    """The endpoint did not take the records; ``permanent`` when it never will."""

    def __init__(self, problem: Problem, permanent: bool = False) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.permanent = permanent


def request(endpoint: Endpoint, request_id: str, stream_arn: str, now_ms: int, records: Sequence[Record]) -> Request:
    """The request for a batch; its id is the same for each attempt, the time is Unix milliseconds."""
    content = {
        "requestId": request_id,
        "timestamp": now_ms,
        "records": [{"data": base64.b64encode(record.data).decode()} for record in records],
    }
    headers = {
        "Content-Type": "application/json",
        "X-Amz-Firehose-Protocol-Version": "1.0",
        "X-Amz-Firehose-Request-Id": request_id,
        "X-Amz-Firehose-Source-Arn": stream_arn,
    }
    if endpoint.access_key:
        headers["X-Amz-Firehose-Access-Key"] = endpoint.access_key
    if endpoint.attributes:
        headers["X-Amz-Firehose-Common-Attributes"] = json.dumps({"commonAttributes": dict(endpoint.attributes)})
    body = json.dumps(content, separators=(",", ":")).encode()
    if endpoint.compressed:
        return Request(headers | {"Content-Encoding": "gzip"}, gzip.compress(body))
    return Request(headers, body)


def check_answer(request_id: str, status: int, content_type: str, body: bytes) -> None:
    """Raise DeliveryError unless the answer takes the records: status 200, JSON with the request's id and a time."""
    text = body[:LARGEST_ANSWER].decode(errors="replace")
    if status != 200:
        message = f"The following response was received from the endpoint destination. {status}: {text}"
        raise DeliveryError(Problem("HttpEndpoint.DestinationException", message, _ERROR_TYPE), status == 413)
    if len(body) > LARGEST_ANSWER:
        raise DeliveryError(Problem("HttpEndpoint.ResponseTooLarge", _TOO_LARGE, _ERROR_TYPE))
    if not _is_acknowledgement(request_id, content_type, body):
        message = (
            "The response received from the specified endpoint is invalid. Contact the owner of the endpoint to "
            f"resolve the issue. Response for request {request_id} is not recognized as valid JSON or has unexpected "
            f"fields. Raw response received: {status} {text}"
        )
        raise DeliveryError(Problem("HttpEndpoint.InvalidResponseFromDestination", message, _ERROR_TYPE))


def error_details(record: Record) -> dict[str, Any]:
    """What the error object says of a record beside what it says of any."""
    return {"subsequenceNumber": record.part, "dataId": f"{record.id}.{record.part}"}


def access_key(secret: str) -> str:
    """The access key in a secret, ``{"api_key": "…"}``. Raises ValueError.

    https://docs.aws.amazon.com/firehose/latest/dev/secrets-manager-whats-secret.html
    """
    content: Any = json.loads(secret)
    key = content.get("api_key") if isinstance(content, dict) else None
    if not isinstance(key, str):
        raise ValueError("the secret is not a JSON object with an api_key")
    return key


def no_secret(cause: str) -> DeliveryError:
    """The error for a request that can't be made without its access key."""
    message = f"The access key could not be read from AWS Secrets Manager. {cause}"
    return DeliveryError(Problem("HttpEndpoint.SecretUnavailable", message, _ERROR_TYPE))


def unanswered(error: HTTPError) -> DeliveryError:
    """The error for a request that got no answer; its code says how far it came.

    https://docs.aws.amazon.com/firehose/latest/dev/http_troubleshooting.html
    """
    code, message = next(told for kind, *told in _UNANSWERED if isinstance(error, kind))
    return DeliveryError(Problem(f"HttpEndpoint.{code}", f"{message} {error}", _ERROR_TYPE))


_OWNER = "Contact the owner of the endpoint to resolve this issue."
_TOO_LARGE = f"The response received from the endpoint is too large. {_OWNER}"
_CONNECTION_FAILED = ("ConnectionFailed", f"Unable to connect to the destination endpoint. {_OWNER}")
_UNANSWERED: tuple[tuple[type[HTTPError], str, str], ...] = (
    (ConnectTimeoutError, *_CONNECTION_FAILED),
    (
        TimeoutError,
        "RequestTimeout",
        "The delivery timed out before a response was received and will be retried. If this error persists, contact "
        "the AWS Firehose service team.",
    ),
    (SSLError, "SSLHandshakeFailure", f"Unable to complete an SSL handshake with the endpoint. {_OWNER}"),
    (ProtocolError, "ConnectionReset", f"Unable to maintain connection with the endpoint. {_OWNER}"),
    (HTTPError, *_CONNECTION_FAILED),
)


def _is_acknowledgement(request_id: str, content_type: str, body: bytes) -> bool:
    if content_type.partition(";")[0].strip().lower() != "application/json":
        return False
    try:
        content: Any = json.loads(body)
    except ValueError:
        return False
    if not isinstance(content, dict) or content.get("requestId") != request_id:
        return False
    return isinstance(content.get("timestamp"), int)
