"""The bytes of an answer in JSON are those that AWS sends."""

from collections.abc import Iterator

import pytest
from localstack.aws.protocol.serializer import JSONResponseSerializer, ResponseSerializer, create_serializer
from localstack.aws.spec import load_service

from offline_aws import json_answers
from offline_aws.athena.api import InvalidRequestException

ATHENA = load_service("athena").operation_model("StartQueryExecution")
LAMBDA = load_service("lambda").operation_model("GetFunction")


@pytest.fixture(autouse=True)
def applied(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("_serialize_body_params", "_serialize_error"):
        monkeypatch.setattr(JSONResponseSerializer, name, getattr(JSONResponseSerializer, name))
    json_answers.apply()


def test_an_answer_has_no_blanks() -> None:
    answer = create_serializer(ATHENA.service_model).serialize_to_response(
        {"QueryExecutionId": "a, b: c"}, ATHENA, {}, "id"
    )
    assert (answer.data, answer.content_type) == (b'{"QueryExecutionId":"a, b: c"}', "application/x-amz-json-1.1")


@pytest.mark.parametrize(
    ("operation", "content_type"), [(ATHENA, "application/x-amz-json-1.1"), (LAMBDA, "application/json")]
)
def test_an_error_has_the_type_of_its_protocol(operation: object, content_type: str) -> None:
    serializer: ResponseSerializer = create_serializer(operation.service_model)  # type: ignore[attr-defined]
    answer = serializer.serialize_error_to_response(InvalidRequestException("no"), operation, {}, "id")
    assert answer.content_type == content_type
    assert answer.data.startswith(b'{"__type":"InvalidRequestException",')


def test_binary_answers_stay_binary() -> None:
    answer = create_serializer(ATHENA.service_model).serialize_to_response(
        {"QueryExecutionId": "x"}, ATHENA, {"Accept": "application/x-amz-cbor-1.1"}, "id"
    )
    assert answer.data == b"\xa1pQueryExecutionIdax"
