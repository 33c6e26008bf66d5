"""The port of the AWS API itself, and what a service of JSON makes of a request that no SDK would send."""

import json
import socket
import urllib.error
import urllib.request
from typing import Any

import pytest

from offline_aws.sandbox import Sandbox


def test_nothing_listens_but_on_the_address_that_was_told(sandbox: Sandbox) -> None:
    # Linux answers at all of 127.0.0.0/8 for a server that listens to every address.
    with pytest.raises(OSError), socket.create_connection(("127.0.0.2", sandbox.port), timeout=5):
        pass


def refusal(sandbox: Sandbox, operation: str, body: Any, service: str = "firehose", path: str = "/") -> tuple[int, Any]:
    """Status and body of the answer to JSON that is posted as it is."""
    headers = {
        "X-Amz-Target": f"Firehose_20150804.{operation}" if operation else "",
        "Content-Type": "application/x-amz-json-1.1",
        "Authorization": f"AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/{service}/aws4_request",
    }
    request = urllib.request.Request(sandbox.url + path, json.dumps(body).encode(), headers)
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(request)
    with raised.value as answer:
        return answer.code, json.load(answer)


@pytest.mark.parametrize(
    ("operation", "body", "message"),
    [
        ("DeleteDeliveryStream", {"DeliveryStreamName": 7}, "NUMBER_VALUE can not be converted to a String"),
        ("DeleteDeliveryStream", {"DeliveryStreamName": True}, "TRUE_VALUE can not be converted to a String"),
        ("DeleteDeliveryStream", {"DeliveryStreamName": ["s"]}, "Start of list found where not expected"),
        ("DeleteDeliveryStream", {"DeliveryStreamName": {}}, "Start of structure or map found where not expected."),
        ("DeleteDeliveryStream", ["s"], "Start of list found where not expected"),
        ("ListDeliveryStreams", {"Limit": "5"}, "STRING_VALUE can not be converted to an Integer"),
        ("PutRecord", {"DeliveryStreamName": "s", "Record": "x"}, "STRING_VALUE can not be converted to a Structure"),
        ("PutRecord", {"DeliveryStreamName": "s", "Record": {"Data": "?"}}, "STRING_VALUE can not be converted to a Blob"),
        ("PutRecordBatch", {"DeliveryStreamName": "s", "Records": "x"}, "STRING_VALUE can not be converted to a List"),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_not_taken(sandbox: Sandbox, operation: str, body: Any, message: str) -> None:
    assert refusal(sandbox, operation, body) == (400, {"__type": "SerializationException", "message": message})


def test_null_is_no_record(sandbox: Sandbox) -> None:
    _, answer = refusal(sandbox, "PutRecordBatch", {"DeliveryStreamName": "s", "Records": [None]})
    assert "Value null at 'records.1.member' failed" in answer["message"]


def test_a_path_is_text_and_a_body_has_types(sandbox: Sandbox) -> None:
    path = "/accounts/000000000000/dashboards/x"
    refused = refusal(sandbox, "", {"Name": "x", "Definition": "y"}, "quicksight", path)
    assert (refused[0], refused[1]["__type"]) == (400, "SerializationException")
