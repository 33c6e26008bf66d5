"""LocalStack's web server, Twisted: where it listens, and what it does anew for each request though the result is
known or nobody reads it."""

from collections.abc import Callable
from functools import lru_cache, partial
from types import SimpleNamespace
from typing import Any

from localstack.config import HostAndPort
from localstack.runtime.server import twisted as server
from localstack.utils.patch import patch
from twisted.internet import endpoints
from twisted.web import http


def apply() -> None:
    """Listen where ``GATEWAY_LISTEN`` says; parse each Content-Type once, which is a seventh of what the server does
    for a request; and write no line of an access log, which goes nowhere: LocalStack's own log has each request."""
    http._parseContentType = lru_cache(maxsize=1024)(http._parseContentType)

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
