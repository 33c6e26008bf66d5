"""Firehose's HTTP endpoint destination by stock boto3, against an endpoint that answers as it is told."""

import base64
import gzip
import json
import ssl
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from localstack.utils.crypto import generate_ssl_cert

from tests.firehose import DESTINATION_ID, ROLE, Bucket, Client, put, refusal, transform_by
from tests.waiting import eventually


class Endpoint(ThreadingHTTPServer):
    """Keeps the requests that it gets; takes their records once it has given the statuses that it was told."""

    def __init__(self, certificate: Path | None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True)
        self.url = f"http{'s' * bool(certificate)}://localhost:{self.server_port}/clicks?a=b"
        self.statuses: list[int] = []
        self.requests: list[tuple[str, dict[str, str], bytes]] = []

    def bodies(self) -> list[dict[str, Any]]:
        return [json.loads(body) for _, _, body in self.requests]

    def records(self) -> list[bytes]:
        return [base64.b64decode(record["data"]) for body in self.bodies() for record in body["records"]]


class Handler(BaseHTTPRequestHandler):
    server: Endpoint

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append((self.path, dict(self.headers), body))
        request_id = self.headers["X-Amz-Firehose-Request-Id"]
        answer = json.dumps({"requestId": request_id, "timestamp": 1, "errorMessage": "as told"}).encode()
        self.send_response(self.server.statuses.pop(0) if self.server.statuses else 200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("https") / "certificate.pem"
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        generate_ssl_cert(str(path))
    return path


@contextmanager
def serving(certificate: Path | None) -> Iterator[Endpoint]:
    server = Endpoint(certificate)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def endpoint(certificate: Path) -> Iterator[Endpoint]:
    with serving(certificate) as server:
        yield server


@pytest.fixture
def stream(firehose: Any, bucket: Bucket, endpoint: Endpoint) -> Iterator[Any]:
    """Creates a stream to the endpoint, named as its bucket; deletes it after the test."""

    def create_stream(url: str = endpoint.url, access_key: str = "secret", **more: Any) -> str:
        destination = {
            "EndpointConfiguration": {"Url": url, "AccessKey": access_key, "Name": "clicks"},
            "BufferingHints": {"SizeInMBs": 1, "IntervalInSeconds": 0},
            "RetryOptions": {"DurationInSeconds": 0},
            "S3Configuration": bucket.destination(),
            **more,
        }
        firehose.create_delivery_stream(
            DeliveryStreamName=bucket.name, HttpEndpointDestinationConfiguration=destination
        )
        return bucket.name

    yield create_stream
    firehose.delete_delivery_stream(DeliveryStreamName=bucket.name)


def test_records_are_posted_with_the_key_and_the_attributes(firehose: Any, stream: Any, endpoint: Endpoint) -> None:
    attributes = [{"AttributeName": "team", "AttributeValue": "a"}]
    name = stream(RequestConfiguration={"ContentEncoding": "GZIP", "CommonAttributes": attributes})
    put(firehose, name, b"one", b"two")
    ((path, headers, body),) = eventually(lambda: endpoint.requests, bool)
    content = json.loads(gzip.decompress(body))
    assert (path, headers["X-Amz-Firehose-Access-Key"], headers["X-Amz-Firehose-Common-Attributes"]) == (
        "/clicks?a=b",
        "secret",
        '{"commonAttributes": {"team": "a"}}',
    )
    assert (content["requestId"], [record["data"] for record in content["records"]]) == (
        headers["X-Amz-Firehose-Request-Id"],
        ["b25l", "dHdv"],
    )


def test_the_key_is_the_secrets_as_it_is_now(firehose: Any, stream: Any, endpoint: Endpoint, client: Client) -> None:
    secrets = client("secretsmanager")
    secret = secrets.create_secret(Name=f"key-{uuid.uuid4()}", SecretString='{"api_key": "first"}')["ARN"]
    name = stream(SecretsManagerConfiguration={"Enabled": True, "SecretARN": secret, "RoleARN": ROLE})
    put(firehose, name, b"one")
    eventually(lambda: endpoint.requests, bool)
    secrets.put_secret_value(SecretId=secret, SecretString='{"api_key": "second"}')
    put(firehose, name, b"two")
    requests = eventually(lambda: endpoint.requests, lambda found: len(found) == 2)
    assert [headers["X-Amz-Firehose-Access-Key"] for _, headers, _ in requests] == ["first", "second"]


def test_without_its_secret_nothing_is_posted_and_nothing_lost(
    firehose: Any, stream: Any, endpoint: Endpoint, bucket: Bucket
) -> None:
    missing = "arn:aws:secretsmanager:us-east-1:000000000000:secret:none-123456"
    name = stream(SecretsManagerConfiguration={"Enabled": True, "SecretARN": missing, "RoleARN": ROLE})
    put(firehose, name, b"one")
    bucket.await_objects("http-endpoint-failed/")
    assert (endpoint.requests, json.loads(bucket.read())["errorCode"]) == ([], "HttpEndpoint.SecretUnavailable")


def test_an_endpoint_that_fails_is_tried_again_with_the_same_request(
    firehose: Any, stream: Any, endpoint: Endpoint, bucket: Bucket
) -> None:
    endpoint.statuses = [500, 503]
    put(firehose, stream(RetryOptions={"DurationInSeconds": 60}), b"one")
    eventually(lambda: endpoint.requests, lambda requests: len(requests) == 3)
    assert (len({body["requestId"] for body in endpoint.bodies()}), endpoint.records()) == (1, [b"one"] * 3)
    assert bucket.keys() == []


def test_records_that_are_not_taken_are_described_in_the_bucket(
    firehose: Any, stream: Any, endpoint: Endpoint, bucket: Bucket
) -> None:
    endpoint.statuses = [401] * 10
    (record_id,) = put(firehose, stream(), b"one")
    bucket.await_objects("http-endpoint-failed/")
    error = json.loads(bucket.read())
    assert (error["errorCode"], error["attemptsMade"], error["rawData"], error["dataId"]) == (
        "HttpEndpoint.DestinationException",
        1,
        "b25l",
        f"{record_id}.0",
    )
    assert error["errorMessage"].startswith("The following response was received from the endpoint destination. 401:")


def test_an_endpoint_that_is_not_there_loses_nothing(
    firehose: Any, stream: Any, bucket: Bucket, free_port: int
) -> None:
    put(firehose, stream(url=f"https://localhost:{free_port}"), b"one")
    bucket.await_objects("http-endpoint-failed/")
    assert json.loads(bucket.read())["errorCode"] == "HttpEndpoint.ConnectionFailed"


def test_an_endpoint_of_this_machine_may_be_plain_http(firehose: Any, stream: Any) -> None:
    with serving(certificate=None) as plain:
        put(firehose, stream(url=plain.url), b"one")
        eventually(plain.records, bool)
        assert plain.records() == [b"one"]


def test_the_next_attempt_goes_where_the_stream_is_told_to_by_then(
    firehose: Any, stream: Any, endpoint: Endpoint, free_port: int, bucket: Bucket
) -> None:
    name = stream(url=f"https://localhost:{free_port}", RetryOptions={"DurationInSeconds": 300})
    put(firehose, name, b"one")
    firehose.update_destination(
        DeliveryStreamName=name,
        CurrentDeliveryStreamVersionId="1",
        DestinationId=DESTINATION_ID,
        HttpEndpointDestinationUpdate={"EndpointConfiguration": {"Url": endpoint.url}},
    )
    eventually(endpoint.records, bool)
    assert (endpoint.records(), bucket.keys()) == ([b"one"], [])


def test_the_bucket_may_take_all_data_too(
    firehose: Any, stream: Any, endpoint: Endpoint, bucket: Bucket, function_arn: str
) -> None:
    name = stream(S3BackupMode="AllData", ProcessingConfiguration=transform_by(function_arn))
    put(firehose, name, b"one", b"Dropped")
    bucket.await_objects()
    eventually(endpoint.records, bool)
    assert (endpoint.records(), bucket.read()) == ([b"one!"], b"oneDropped")


def test_an_endpoint_is_described_without_its_key_and_updated(firehose: Any, stream: Any, endpoint: Endpoint) -> None:
    name = stream()
    firehose.update_destination(
        DeliveryStreamName=name,
        CurrentDeliveryStreamVersionId="1",
        DestinationId=DESTINATION_ID,
        HttpEndpointDestinationUpdate={"RetryOptions": {"DurationInSeconds": 7}},
    )
    described = firehose.describe_delivery_stream(DeliveryStreamName=name)["DeliveryStreamDescription"]
    shown = described["Destinations"][0]["HttpEndpointDestinationDescription"]
    assert (shown["EndpointConfiguration"], shown["RetryOptions"], described["VersionId"]) == (
        {"Url": endpoint.url, "Name": "clicks"},
        {"DurationInSeconds": 7},
        "2",
    )


def test_a_stream_may_go_on_into_its_bucket(firehose: Any, stream: Any, endpoint: Endpoint, bucket: Bucket) -> None:
    name = stream()
    put(firehose, name, b"one")
    eventually(endpoint.records, bool)
    firehose.update_destination(
        DeliveryStreamName=name,
        CurrentDeliveryStreamVersionId="1",
        DestinationId=DESTINATION_ID,
        ExtendedS3DestinationUpdate=bucket.destination(),
    )
    put(firehose, name, b"two")
    bucket.await_objects()
    assert (endpoint.records(), bucket.read()) == ([b"one"], b"two")


def test_only_https_is_an_endpoint(firehose: Any, bucket: Bucket) -> None:
    destination = {"EndpointConfiguration": {"Url": "http://h"}, "S3Configuration": bucket.destination()}
    code, _ = refusal(
        firehose.create_delivery_stream, DeliveryStreamName="x", HttpEndpointDestinationConfiguration=destination
    )
    assert code == "ValidationException"
