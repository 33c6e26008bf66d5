import gzip
import json

import pytest
from urllib3 import HTTPConnectionPool
from urllib3.connection import HTTPConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)

from offline_aws.firehose.http_endpoint import DeliveryError, Endpoint, check_answer, request, unanswered
from offline_aws.firehose.models import Record

ARN = "arn:aws:firehose:us-east-1:000000000000:deliverystream/s"
RECORDS = [Record("1", 0, b"one"), Record("2", 0, b"two")]
BODY = {"requestId": "id", "timestamp": 5000, "records": [{"data": "b25l"}, {"data": "dHdv"}]}
HEADERS = {
    "Content-Type": "application/json",
    "X-Amz-Firehose-Protocol-Version": "1.0",
    "X-Amz-Firehose-Request-Id": "id",
    "X-Amz-Firehose-Source-Arn": ARN,
}
TAKEN = b'{"requestId": "id", "timestamp": 5001}'


def test_a_request_carries_the_records_in_base64() -> None:
    headers, body = request(Endpoint("https://h", 0), "id", ARN, 5000, RECORDS)
    assert (headers, json.loads(body)) == (HEADERS, BODY)


def test_a_request_carries_the_key_and_the_attributes_and_may_be_compressed() -> None:
    endpoint = Endpoint("https://h", 0, "secret", (("team", "a"),), compressed=True)
    headers, body = request(endpoint, "id", ARN, 5000, RECORDS)
    assert (headers, json.loads(gzip.decompress(body))) == (
        HEADERS
        | {
            "Content-Encoding": "gzip",
            "X-Amz-Firehose-Access-Key": "secret",
            "X-Amz-Firehose-Common-Attributes": '{"commonAttributes": {"team": "a"}}',
        },
        BODY,
    )


def test_an_answer_with_the_requests_id_and_a_time_takes_the_records() -> None:
    check_answer("id", 200, "application/json; charset=utf-8", TAKEN)


@pytest.mark.parametrize(
    ("status", "content_type", "body", "code", "permanent"),
    [
        (500, "text/plain", b"down", "HttpEndpoint.DestinationException", False),
        (302, "text/plain", b"", "HttpEndpoint.DestinationException", False),
        (413, "application/json", TAKEN, "HttpEndpoint.DestinationException", True),
        (200, "application/json", b"x" * (1024 * 1024 + 1), "HttpEndpoint.ResponseTooLarge", False),
        (200, "text/plain", TAKEN, "HttpEndpoint.InvalidResponseFromDestination", False),
        (200, "application/json", b"ok", "HttpEndpoint.InvalidResponseFromDestination", False),
        (200, "application/json", b"[]", "HttpEndpoint.InvalidResponseFromDestination", False),
        (200, "application/json", TAKEN.replace(b"id", b"x"), "HttpEndpoint.InvalidResponseFromDestination", False),
        (200, "application/json", b'{"requestId": "id"}', "HttpEndpoint.InvalidResponseFromDestination", False),
    ],
)
def test_any_other_answer_does_not(status: int, content_type: str, body: bytes, code: str, permanent: bool) -> None:
    with pytest.raises(DeliveryError) as raised:
        check_answer("id", status, content_type, body)
    assert (raised.value.problem.code, raised.value.permanent) == (code, permanent)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NewConnectionError(HTTPConnection("h"), "refused"), "HttpEndpoint.ConnectionFailed"),
        (ConnectTimeoutError(), "HttpEndpoint.ConnectionFailed"),
        (ReadTimeoutError(HTTPConnectionPool("h"), "/", "no answer"), "HttpEndpoint.RequestTimeout"),
        (SSLError("no certificate"), "HttpEndpoint.SSLHandshakeFailure"),
        (ProtocolError("reset"), "HttpEndpoint.ConnectionReset"),
    ],
)
def test_a_request_without_an_answer_says_how_far_it_came(error: HTTPError, code: str) -> None:
    assert unanswered(error).problem.code == code
