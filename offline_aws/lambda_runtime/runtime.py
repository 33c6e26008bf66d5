"""A runtime: a process, the Runtime API that it polls, and the one wait that watches both.

Whoever calls ``initialise`` or ``handle`` does the serving until it has its outcome. In between nobody serves: the
process sits in its long poll, as a frozen environment on AWS would.
"""

import json
import os
import selectors
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from offline_aws.lambda_runtime import runtime_api
from offline_aws.lambda_runtime.failures import (
    ExitError,
    InitError,
    OutOfMemoryError,
    ResponseTooLargeError,
    TimedOutError,
)
from offline_aws.lambda_runtime.process import RuntimeProcess
from offline_aws.lambda_runtime.runtime_api import Request, RuntimeApi

# A process that grows past its memory, or ends while a child holds its files open, goes unnoticed for this long at most.
# Just after something happened the watch is closer: a process that ends closes its files a moment before it has ended.
WATCH_SECONDS = 0.05
SHORT_WATCH_SECONDS = 0.001
OUTPUT_CHUNK = 64 * 1024


@dataclass(frozen=True)
class Event:
    """What a function is invoked with; `deadline_ms` is the Unix time at which it will be timed out."""

    request_id: str
    function_arn: str
    trace_id: str
    deadline_ms: int
    payload: bytes


@dataclass(frozen=True)
class Answer:
    """What the runtime posted: the handler's result, or the error that it raised."""

    payload: bytes
    is_error: bool


@dataclass(frozen=True)
class Deadline:
    """An instant of the monotonic clock, and the seconds that were allowed until then."""

    instant: float
    seconds: float

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        return cls(time.monotonic() + seconds, seconds)

    def remaining(self) -> float:
        return self.instant - time.monotonic()


class Runtime:
    """A started process. Not for use by two threads at once, save ``interrupt``."""

    def __init__(self, task_root: Path, variables: Mapping[str, str], memory_bytes: int) -> None:
        self._selector = selectors.DefaultSelector()
        self._api = RuntimeApi(self._selector)
        self._memory_bytes = memory_bytes
        self._output = bytearray()
        self._poll: Request | None = None
        try:
            self._process = RuntimeProcess(task_root, {**variables, "AWS_LAMBDA_RUNTIME_API": self._api.address})
        except OSError:
            self._api.close()
            self._selector.close()
            raise
        self._selector.register(self._process.output, selectors.EVENT_READ, self._read_output)

    def initialise(self, deadline: Deadline) -> None:
        """Wait until the function is loaded, that is until the runtime asks for its first event.

        :raises InvocationError: it could not be loaded
        """
        self._poll = self._await_poll(deadline)
        self._check_memory()

    def handle(self, event: Event, deadline: Deadline) -> Answer:
        """Hand over an event and wait for what becomes of it.

        :raises InvocationError: the runtime is then unusable and has to be closed
        """
        poll = self._poll or self._await_poll(deadline)
        self._poll = None
        self._api.answer(poll, 200, event_headers(event), event.payload, deadline.remaining())
        results = {
            runtime_api.response_path(event.request_id): False,
            runtime_api.error_path(event.request_id): True,
        }
        request = self._receive(deadline)
        while request.method != "POST" or request.path not in results:
            self._refuse(request, deadline)
            request = self._receive(deadline)
        return self._accept_result(request, results[request.path], deadline)

    def _accept_result(self, request: Request, is_error: bool, deadline: Deadline) -> Answer:
        if request.too_large:
            raise ResponseTooLargeError(runtime_api.MAX_RESPONSE_BYTES)
        self._drain_output()
        self._check_memory()
        self._api.answer(request, 202, [], b'{"status":"OK"}', deadline.remaining())
        return Answer(request.body, is_error)

    def _await_poll(self, deadline: Deadline) -> Request:
        while True:
            request = self._receive(deadline)
            if request.method == "GET" and request.path == runtime_api.NEXT:
                return request
            if request.method == "POST" and request.path == runtime_api.INIT_ERROR:
                self._api.answer(request, 202, [], b'{"status":"OK"}', deadline.remaining())
                self._drain_output()
                error_type = request.headers.get("lambda-runtime-function-error-type", "Runtime.Unknown")
                raise InitError(error_type, request.body)
            self._refuse(request, deadline)

    def _receive(self, deadline: Deadline) -> Request:
        """The next request. What the process sent before it ended, or before the deadline, still counts."""
        wait = SHORT_WATCH_SECONDS
        while not self._api.requests:
            exited = self._process.has_exited()
            remaining = deadline.remaining()
            ready = self._serve(0 if exited else min(max(remaining, 0), wait))
            if self._api.requests:
                break
            self._check_memory()
            if exited and not ready:
                raise ExitError(self._process.kill())
            if remaining <= 0:
                raise TimedOutError(deadline.seconds)
            wait = SHORT_WATCH_SECONDS if ready else min(2 * wait, WATCH_SECONDS)
        return self._api.requests.popleft()

    def _serve(self, timeout: float) -> bool:
        ready = self._selector.select(timeout)
        for key, _ in ready:
            key.data()
        return bool(ready)

    def _refuse(self, request: Request, deadline: Deadline) -> None:
        status, body = refusal(request.path)
        self._api.answer(request, status, [], json.dumps(body).encode(), deadline.remaining())

    def _check_memory(self) -> None:
        if self.peak_memory() > self._memory_bytes:
            raise OutOfMemoryError

    def _read_output(self) -> None:
        """One chunk, so that a function which prints without end can't hold up its own timeout."""
        try:
            data = os.read(self._process.output, OUTPUT_CHUNK)
        except BlockingIOError:
            return
        self._output += data
        if not data:
            self._selector.unregister(self._process.output)

    def _drain_output(self) -> None:
        """All that was printed before the request that was just received."""
        before = -1
        while len(self._output) != before and self._process.output in self._selector.get_map():
            before = len(self._output)
            self._read_output()

    def take_output(self) -> str:
        """What the function has printed since this was last asked."""
        text = self._output.decode(errors="replace")
        self._output.clear()
        return text

    def peak_memory(self) -> int:
        return self._process.peak_memory()

    def interrupt(self) -> None:
        """End the process from another thread; whoever waits for it then sees it exit."""
        self._process.kill()

    def has_exited(self) -> bool:
        return self._process.has_exited()

    def close(self) -> str:
        """End the process; returns what it has printed since ``take_output``."""
        self._process.kill()
        self._drain_output()
        self._api.close()
        self._selector.close()
        self._process.close()
        return self.take_output()


def event_headers(event: Event) -> runtime_api.Headers:
    """https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-next"""
    return [
        ("Lambda-Runtime-Aws-Request-Id", event.request_id),
        ("Lambda-Runtime-Deadline-Ms", str(event.deadline_ms)),
        ("Lambda-Runtime-Invoked-Function-Arn", event.function_arn),
        ("Lambda-Runtime-Trace-Id", event.trace_id),
    ]


def refusal(path: str) -> tuple[int, dict[str, str]]:
    """Status and body for a request out of turn: of another invocation, or to a path that is not served."""
    if path.startswith(f"/{runtime_api.VERSION}/runtime/invocation/"):
        return 400, {"errorType": "InvalidRequestID", "errorMessage": "Invalid request ID"}
    return 404, {"errorType": "NotFound", "errorMessage": f"{path} is not emulated"}
