"""How an answer gets from the thread that made it to that of the sockets."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from offline_aws.web_server import WholeResponse


class Sockets:
    """Stands for the server: calls at once what is handed over, and remembers what was written by then."""

    def __init__(self) -> None:
        self.handed_over: list[bytes] = []
        self.responseHeaders = self
        self._written = b""

    def callFromThread(self, call: Callable[..., Any], *arguments: Any) -> None:  # noqa: N802
        call(*arguments)
        self.handed_over.append(self._written)

    def write(self, data: bytes) -> None:
        self._written += data

    def finish(self) -> None:
        self._written += b"."

    def setResponseCode(self, code: int, message: bytes = b"") -> None:  # noqa: N802
        self._written += f"{code}:".encode()

    def addRawHeader(self, name: bytes, value: bytes) -> None:  # noqa: N802
        pass

    def rememberHeaderCasing(self, header: bytes) -> None:  # noqa: N802
        pass


def handed_over(length: int | None, pieces: Iterable[bytes]) -> list[bytes]:
    """What is written after each time that something was handed over, of an answer that says how long it is."""
    response: Any = object.__new__(WholeResponse)
    response.reactor = response.request = sockets = Sockets()
    response.started, response.environ = False, {}

    def application(environ: Any, start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", [] if length is None else [("Content-Length", str(length))])
        return pieces

    response.application = application
    response.run()
    return sockets.handed_over


@pytest.mark.parametrize(
    ("length", "pieces", "expected"),
    [
        (5, [b"click"], [b"200:click."]),
        (0, [], [b"200:."]),
        (5, [b"cl", b"ick"], [b"200:cl", b"200:click", b"200:click."]),
        (None, [b"click"], [b"200:click", b"200:click."]),
        (5, [b"click", b"s"], [b"200:clicks", b"200:clicks."]),
    ],
)
def test_an_answer_is_handed_over_at_once_if_its_first_piece_is_all_of_it(
    length: int | None, pieces: list[bytes], expected: list[bytes]
) -> None:
    assert handed_over(length, pieces) == expected


def test_what_fails_after_its_first_piece_is_a_server_error() -> None:
    def pieces() -> Iterable[bytes]:
        yield b"click"
        raise OSError("the file is gone")

    assert handed_over(5, pieces()) == [b"500:."]
