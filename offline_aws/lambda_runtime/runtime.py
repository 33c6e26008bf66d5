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

# A process that grows past its memory, or ends while a child holds its files open, is noticed within this time.
# Just after something happened the watch is closer: a process that ends closes its files a moment before it has ended.
WATCH_SECONDS = 0.05
SHORT_WATCH_SECONDS = 0.001
PIPE_BYTES = 256 * 1024  # more than a pipe holds, so that one read empties it
MAX_OUTPUT_BYTES = 16 * 1024 * 1024  # what is kept of one invocation's output


@dataclass(frozen=True)
class Event:
    """What a function is invoked with."""

    request_id: str
    function_arn: str
    trace_id: str
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
        self._output, self._lost_bytes = bytearray(), 0
        self._poll: Request | None = None
        try:
            self._process = RuntimeProcess(task_root, {**variables, "AWS_LAMBDA_RUNTIME_API": self._api.address})
        except OSError:
            self._api.close()
            self._selector.close()
            raise
        self._selector.register(self._process.output, selectors.EVENT_READ, self._watch_output)

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
        deadline_ms = int((time.time() + deadline.remaining()) * 1000)
        self._api.answer(poll, 200, event_headers(event, deadline_ms), event.payload, deadline.remaining())
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
        self._read_output()
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
                self._read_output()
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

    def _watch_output(self) -> None:
        if self._read_output() == b"":  # the process and all its children have closed it
            self._selector.unregister(self._process.output)

    def _read_output(self) -> bytes | None:
        """All that was printed so far, and no more: a function that prints without end can't hold up its timeout."""
        try:
            data = os.read(self._process.output, PIPE_BYTES)
        except BlockingIOError:
            return None
        kept = data[: MAX_OUTPUT_BYTES - len(self._output)]
        self._output += kept
        self._lost_bytes += len(data) - len(kept)
        return data

    def take_output(self) -> str:
        """What the function has printed since this was last asked."""
        text = self._output.decode(errors="replace")
        if self._lost_bytes:
            text += f"\n[{self._lost_bytes} further bytes of output were not kept]\n"
        self._output, self._lost_bytes = bytearray(), 0
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
        self._read_output()
        self._api.close()
        self._selector.close()
        self._process.close()
        return self.take_output()


def event_headers(event: Event, deadline_ms: int) -> runtime_api.Headers:
    """
    :param deadline_ms: the Unix time, in milliseconds, at which the invocation will be timed out
    https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-next"""
    return [
        ("Lambda-Runtime-Aws-Request-Id", event.request_id),
        ("Lambda-Runtime-Deadline-Ms", str(deadline_ms)),
        ("Lambda-Runtime-Invoked-Function-Arn", event.function_arn),
        ("Lambda-Runtime-Trace-Id", event.trace_id),
    ]


def refusal(path: str) -> tuple[int, dict[str, str]]:
    """Status and body for a request out of turn: of another invocation, or to a path that is not served."""
    if path.startswith(f"/{runtime_api.VERSION}/runtime/invocation/"):
        return 400, {"errorType": "InvalidRequestID", "errorMessage": "Invalid request ID"}
    return 404, {"errorType": "NotFound", "errorMessage": f"{path} is not emulated"}
