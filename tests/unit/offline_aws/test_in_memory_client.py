"""A response of the in-memory client is closed once."""

from localstack.aws.client import _ResponseStream
from rolo import Response

from offline_aws import in_memory_client


def test_a_response_that_was_closed_is_not_closed_again_when_it_is_forgotten() -> None:
    in_memory_client.apply()
    closed: list[str] = []
    response = Response(b"an object")
    response.call_on_close(lambda: closed.append("once"))
    stream = _ResponseStream(response)

    assert stream.read() == b"an object"
    stream.close()
    del stream

    assert closed == ["once"]
