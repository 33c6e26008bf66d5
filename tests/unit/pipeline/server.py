"""A small API on 127.0.0.1 that answers each click as the click's own body asks it to."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Api:
    url: str
    received: list[tuple[str, str | None, bytes]] = field(default_factory=list)  # path, content type, body
    connections: set[tuple[str, int]] = field(default_factory=set)


class Server(ThreadingHTTPServer):
    request_queue_size = 64  # the sender opens all its connections at once, five may wait by default


@contextmanager
def running_api() -> Iterator[Api]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            api.received.append((self.path, self.headers["Content-Type"], body))
            api.connections.add(self.client_address)
            asked = json.loads(body)
            if asked.get("drop"):
                self.close_connection = True
                return
            answer = asked.get("answer", '{"Encrypted":false,"RecordId":"r-1"}').encode()
            self.send_response(asked.get("status", 200))
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:
            """The tests read what was received; nothing is printed."""

    with Server(("127.0.0.1", 0), Handler) as server:
        api = Api(f"http://127.0.0.1:{server.server_port}/poc/poc")
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield api
        server.shutdown()
