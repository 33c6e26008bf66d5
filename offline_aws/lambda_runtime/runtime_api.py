"""The Lambda Runtime API for one runtime process, served by whoever waits for that process.

There is no thread here: ``RuntimeApi`` registers its sockets with the caller's selector, and the caller's wait for the
runtime is what reads them. One thread therefore sees requests, output, exit and deadline in one order, and an
invocation can have only one outcome.

https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
"""

import contextlib
import selectors
import socket
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

import h11

VERSION = "2018-06-01"
NEXT = f"/{VERSION}/runtime/invocation/next"
INIT_ERROR = f"/{VERSION}/runtime/init/error"
MAX_RESPONSE_BYTES = 6_291_556
MAX_HEADER_BYTES = 2 * 1024 * 1024  # the client sends its X-Ray cause, of up to 1 MiB, as a header
CHUNK = 256 * 1024

type Headers = list[tuple[str, str]]


def response_path(request_id: str) -> str:
    return f"/{VERSION}/runtime/invocation/{request_id}/response"


def error_path(request_id: str) -> str:
    return f"/{VERSION}/runtime/invocation/{request_id}/error"


@dataclass(eq=False)
class Connection:
    """A client's keep-alive connection and the HTTP state machine that reads it."""

    socket: socket.socket
    http: h11.Connection = field(
        default_factory=lambda: h11.Connection(h11.SERVER, max_incomplete_event_size=MAX_HEADER_BYTES)
    )
    head: h11.Request | None = None
    body: bytearray = field(default_factory=bytearray)


@dataclass(frozen=True)
class Request:
    """A whole request, or one whose body passed ``MAX_RESPONSE_BYTES``: such a body is cut there."""

    connection: Connection
    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def too_large(self) -> bool:
        return len(self.body) > MAX_RESPONSE_BYTES


class RuntimeApi:
    """Accepts and answers one runtime's requests on an ephemeral port of 127.0.0.1.

    The selector's data is a function to call when its file is ready; ``requests`` fills as those are called.
    """

    def __init__(self, selector: selectors.BaseSelector) -> None:
        self.requests: deque[Request] = deque()
        self._selector = selector
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._connections: list[Connection] = []
        selector.register(self._listener, selectors.EVENT_READ, self._accept)

    @property
    def address(self) -> str:
        host, port = self._listener.getsockname()
        return f"{host}:{port}"

    def answer(self, request: Request, status: int, headers: Headers, body: bytes, timeout: float) -> None:
        """Send a response; a client that is gone, or does not read within `timeout` seconds, loses its connection."""
        connection = request.connection
        length = ("Content-Length", str(len(body)))
        head = h11.Response(status_code=status, headers=[("Content-Type", "application/json"), length, *headers])
        events = (head, h11.Data(data=body), h11.EndOfMessage())
        try:
            connection.socket.settimeout(max(timeout, 0.001))
            connection.socket.sendall(b"".join(connection.http.send(event) or b"" for event in events))
            connection.http.start_next_cycle()
            self._parse(connection)
        except (OSError, h11.ProtocolError):
            self._drop(connection)

    def close(self) -> None:
        for connection in list(self._connections):
            self._drop(connection)
        self._selector.unregister(self._listener)
        self._listener.close()

    def _accept(self) -> None:
        client, _ = self._listener.accept()
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection = Connection(client)
        self._connections.append(connection)
        self._selector.register(client, selectors.EVENT_READ, self._reader(connection))

    def _reader(self, connection: Connection) -> Callable[[], None]:
        return lambda: self._read(connection)

    def _read(self, connection: Connection) -> None:
        try:
            data = connection.socket.recv(CHUNK)
            connection.http.receive_data(data)
            self._parse(connection)
        except (OSError, h11.ProtocolError):
            data = b""
        if not data:
            self._drop(connection)

    def _parse(self, connection: Connection) -> None:
        """Take what the state machine has understood so far; it pauses after each request until that is answered."""
        while isinstance(event := connection.http.next_event(), h11.Request | h11.Data | h11.EndOfMessage):
            if isinstance(event, h11.Request):
                connection.head, connection.body = event, bytearray()
                continue
            if isinstance(event, h11.Data):
                connection.body += event.data
                if len(connection.body) <= MAX_RESPONSE_BYTES:
                    continue
            self._complete(connection)

    def _complete(self, connection: Connection) -> None:
        head, connection.head = connection.head, None
        if head is not None:  # else the rest of a body that was too large
            headers = {name.decode(): value.decode("latin-1") for name, value in head.headers}
            body, connection.body = bytes(connection.body[: MAX_RESPONSE_BYTES + 1]), bytearray()
            self.requests.append(Request(connection, head.method.decode(), head.target.decode(), headers, body))

    def _drop(self, connection: Connection) -> None:
        with contextlib.suppress(KeyError, ValueError):
            self._selector.unregister(connection.socket)
        connection.socket.close()
        with contextlib.suppress(ValueError):
            self._connections.remove(connection)
