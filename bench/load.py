"""Load over HTTP: so many connections that are kept open, each sending its next request when the last is answered."""

import http.client
import math
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import count, takewhile
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Target:
    """What is asked for, again and again; anything but 200 is a failure of the benchmark."""

    url: str
    body: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Attack:
    """What a load came to: seconds that it took in all, and of each answer."""

    seconds: float
    latencies: tuple[float, ...]

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.seconds


def attack(target: Target, connections: int, seconds: float) -> Attack:
    """Keep so many connections busy for so long."""
    until = time.perf_counter() + seconds
    return _attack(target, connections, takewhile(lambda _: time.perf_counter() < until, count()))


def send(target: Target, connections: int, number: int) -> Attack:
    """Send so many requests, over so many connections."""
    return _attack(target, connections, iter(range(number)))


def _attack(target: Target, connections: int, turns: Iterator[int]) -> Attack:
    """A request for each turn, which the connections share."""
    started = time.perf_counter()
    with ThreadPoolExecutor(connections) as pool:
        each = list(pool.map(partial(_take_turns, target), [turns] * connections))
    return Attack(time.perf_counter() - started, tuple(latency for latencies in each for latency in latencies))


def _take_turns(target: Target, turns: Iterator[int]) -> list[float]:
    """Seconds of each answer."""
    address = urlsplit(target.url)
    connection = http.client.HTTPConnection(address.netloc, timeout=60)
    latencies = []
    for _ in turns:
        sent = time.perf_counter()
        connection.request("POST", address.path, target.body, dict(target.headers))
        answer = connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise ValueError(f"{target.url} was answered {answer.status}: {content[:200]!r}")
        latencies.append(time.perf_counter() - sent)
    connection.close()
    return latencies


def percentile(values: tuple[float, ...], part: float) -> float:
    """The least value that so great a part of the values does not exceed (nearest rank)."""
    in_order = sorted(values)
    return in_order[math.ceil(len(in_order) * part) - 1]
