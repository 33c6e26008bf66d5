"""LocalStack's web server, Twisted: where it listens, and what it does for each request though it could do without."""

from collections.abc import Callable
from functools import lru_cache, partial
from types import SimpleNamespace
from typing import Any

from localstack.config import HostAndPort
from localstack.runtime.server import twisted as server
from localstack.utils.patch import patch
from rolo.serving import twisted
from twisted.internet import endpoints
from twisted.web import http


def apply() -> None:
    """Listen where ``GATEWAY_LISTEN`` says; parse each Content-Type once, which is a seventh of what the server does
    for a request; hand an answer over once; and write no line of an access log, which goes nowhere: LocalStack's own
    log has each request."""
    http._parseContentType = lru_cache(maxsize=1024)(http._parseContentType)
    twisted.HeaderPreservingWSGIResponse = WholeResponse

    @patch(http.HTTPFactory.log)
    def log(fn: Callable[..., None], self: http.HTTPFactory, request: http.Request) -> None:
        pass

    @patch(server.TwistedRuntimeServer.register)
    def register(
        fn: Callable[..., None], self: server.TwistedRuntimeServer, gateway: Any, listen: list[HostAndPort], *tls: Any
    ) -> None:
        """By itself LocalStack takes from an IPv4 address the port alone, and listens to the whole network."""
        for address in listen:
            server.endpoints = _endpoints_at(address.host)
            fn(self, gateway, [address], *tls)


def _endpoints_at(host: str) -> SimpleNamespace:
    """What LocalStack uses of Twisted's module of that name; those of IPv4 listen on the host's address only."""
    return SimpleNamespace(
        TCP4ServerEndpoint=partial(endpoints.TCP4ServerEndpoint, interface=host),
        TCP6ServerEndpoint=endpoints.TCP6ServerEndpoint,
    )


class WholeResponse(twisted.HeaderPreservingWSGIResponse):
    """The answer to a request, handed from its thread to that of the sockets at once if its first piece is all of it.

    Else each piece is handed over when it comes, its thread waiting meanwhile, and then the end.
    """

    _whole = b""

    def write(self, data: bytes) -> None:
        if not self.started and self._is_whole(data):
            self._whole = data
        else:
            whole, self._whole = self._whole, b""
            super().write(whole + data)

    def _is_whole(self, data: bytes) -> bool:
        lengths = [value for name, value in self.headers if name.lower() == "content-length"]
        return not self._whole and lengths == [str(len(data))]

    def _sendResponseHeaders(self) -> None:  # noqa: N802
        """Called in the thread of the sockets, before anything is written."""
        super()._sendResponseHeaders()
        if self._whole:
            self.request.write(self._whole)
