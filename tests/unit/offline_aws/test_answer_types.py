"""The choice of an answer's type is LocalStack's, also when it is remembered."""

import pytest
from localstack.aws.protocol.serializer import JSONResponseSerializer, S3ResponseSerializer

from offline_aws import answer_types


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (None, "application/json"),
        ({}, "application/json"),
        ({"Content-Type": "application/x-amz-json-1.1"}, "application/x-amz-json-1.1"),
        ({"Content-Type": "application/x-amz-json-1.1", "Accept": "*/*"}, "application/x-amz-json-1.1"),
        ({"Content-Type": "application/x-amz-json-1.1", "Accept": "application/json"}, "application/json"),
        ({"Accept": "text/html, application/cbor;q=0.5"}, "application/cbor"),
        ({"Accept": "text/html"}, "application/json"),
    ],
)
def test_the_type_is_the_clients_wish_as_far_as_it_can_be_written(
    headers: dict[str, str] | None, expected: str
) -> None:
    assert answer_types.chosen(JSONResponseSerializer(), headers) == expected


def test_each_serializer_writes_its_own_types() -> None:
    accepting_json = {"Accept": "application/json"}
    chosen = [answer_types.chosen(each(), accepting_json) for each in (JSONResponseSerializer, S3ResponseSerializer)]
    assert chosen == ["application/json", "application/xml"]
