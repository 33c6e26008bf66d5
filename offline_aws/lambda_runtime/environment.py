"""An execution environment: a runtime that outlives its invocations, replaced when one of them breaks it.

Phases as on AWS: ``start`` initialises the runtime within ten seconds. When that fails, or an invocation has broken the
runtime, the next ``invoke`` initialises a new one within the function's own timeout, and reports what goes wrong there.
https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
"""

import json
import shutil
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from offline_aws.lambda_runtime.failures import InvocationError
from offline_aws.lambda_runtime.packages import link_runtime
from offline_aws.lambda_runtime.report import (
    MEGABYTE,
    Usage,
    end_line,
    failure_line,
    init_report_line,
    report_line,
    start_line,
    whole_lines,
)
from offline_aws.lambda_runtime.runtime import Answer, Deadline, Event, Runtime

INIT_SECONDS = 10.0


class EnvironmentStoppedError(Exception):
    """The environment was stopped while it was starting or invoked."""


@dataclass(frozen=True)
class Function:
    """What an environment runs.

    :param task_root: the unzipped code
    :param variables: the process's environment variables, less the paths that only the environment knows
    :param memory_mb: MemorySize
    :param timeout: seconds
    :param version: ``$LATEST`` or a number
    """

    task_root: Path
    variables: Mapping[str, str]
    memory_mb: int
    timeout: float
    version: str


@dataclass(frozen=True)
class Result:
    """The answer to an invocation, and all that was logged since the one before."""

    payload: bytes
    is_error: bool
    log: str


class Environment:
    """One function's runtime. `invoke` serves one caller at a time; `stop` may be called from any thread.

    :param folder: does not exist yet; the environment's temporary files live there until it is stopped
    """

    def __init__(self, function: Function, folder: Path) -> None:
        self._function = function
        self._turn = threading.Lock()
        self._stopping = threading.Event()
        self._runtime: Runtime | None = None
        self._init_ms: float | None = None
        self._log = ""
        self._peak_memory = 0
        self._folder = folder
        (folder / "tmp").mkdir(parents=True)
        link_runtime(folder / "runtime")

    def start(self) -> InvocationError | None:
        """Initialise. A failure is logged and returned, and the first invocation tries again.

        :raises EnvironmentStoppedError: ``stop`` was called meanwhile
        """
        with self._turn:
            started = time.monotonic()
            try:
                self._initialise(Deadline.after(INIT_SECONDS), "init")
            except InvocationError as failure:
                return failure
            self._init_ms = milliseconds_since(started)
            return None

    def invoke(self, event: Event) -> Result:
        """Run the function once; every failure of it is a result.

        :raises EnvironmentStoppedError: ``stop`` was called before or meanwhile
        """
        with self._turn:
            started, deadline = time.monotonic(), Deadline.after(self._function.timeout)
            failure = None
            try:
                answer = self._handle(event, deadline)
            except InvocationError as caught:
                failure = caught
                answer = Answer(failure_payload(failure, event.request_id), is_error=True)
            output = self._end_turn(failure)
            return Result(answer.payload, answer.is_error, self._finish_log(event, started, output, failure))

    def stop(self) -> None:
        """End the process and its children, also in the middle of an invocation, and remove the environment's files."""
        self._stopping.set()
        if runtime := self._runtime:
            runtime.interrupt()
        with self._turn:
            self._discard()
            shutil.rmtree(self._folder, ignore_errors=True)

    def _handle(self, event: Event, deadline: Deadline) -> Answer:
        if self._runtime and self._runtime.has_exited():
            self._log += self._discard()
        runtime = self._runtime or self._initialise(deadline, "invoke")
        return runtime.handle(event, deadline)

    def _initialise(self, deadline: Deadline, phase: str) -> Runtime:
        self._check_not_stopped()
        started = time.monotonic()
        function = self._function
        paths = {
            "LAMBDA_TASK_ROOT": str(function.task_root),
            "LAMBDA_RUNTIME_DIR": str(self._folder / "runtime"),
            "HOME": str(self._folder),
            "TMPDIR": str(self._folder / "tmp"),
        }
        runtime = Runtime(function.task_root, {**function.variables, **paths}, function.memory_mb * MEGABYTE)
        self._runtime = runtime
        self._check_not_stopped()  # stop() may have looked for a runtime just before there was one
        try:
            runtime.initialise(deadline)
        except InvocationError as failure:
            line = init_report_line(milliseconds_since(started), phase, failure)
            self._log += whole_lines(self._end_turn(failure)) + line
            raise
        self._log += whole_lines(runtime.take_output())
        return runtime

    def _end_turn(self, failure: InvocationError | None) -> str:
        """The turn's output. A runtime that failed is given up."""
        self._check_not_stopped()
        if failure or self._runtime is None:
            return self._discard()
        self._peak_memory = max(self._peak_memory, self._runtime.peak_memory())
        return self._runtime.take_output()

    def _check_not_stopped(self) -> None:
        if self._stopping.is_set():
            raise EnvironmentStoppedError

    def _discard(self) -> str:
        """Close the runtime, if there is one; returns what it had still to say."""
        runtime, self._runtime = self._runtime, None
        if runtime is None:
            return ""
        self._peak_memory = max(self._peak_memory, runtime.peak_memory())
        return runtime.close()

    def _finish_log(self, event: Event, started: float, output: str, failure: InvocationError | None) -> str:
        function, request_id = self._function, event.request_id
        usage = Usage(milliseconds_since(started), function.memory_mb, self._peak_memory, self._init_ms)
        parts = [
            self._log,
            start_line(request_id, function.version),
            whole_lines(output),
            failure_line(request_id, failure, datetime.now(UTC)) if failure else "",
            end_line(request_id),
            report_line(request_id, usage, failure),
        ]
        self._log, self._init_ms = "", None
        return "".join(parts)


def failure_payload(failure: InvocationError, request_id: str) -> bytes:
    answer = failure.answer(request_id)
    return answer if isinstance(answer, bytes) else json.dumps(answer, separators=(",", ":")).encode()


def milliseconds_since(started: float) -> float:
    return (time.monotonic() - started) * 1000
