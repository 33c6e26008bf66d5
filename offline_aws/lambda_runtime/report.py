"""The lines that the Lambda platform itself writes into a function's log.

https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-view.html
"""

import math
from dataclasses import dataclass
from datetime import datetime

from offline_aws.lambda_runtime.failures import InvocationError, TimedOutError

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Usage:
    """What an invocation took; `init_ms` is set on the first of an environment, where AWS bills it too."""

    duration_ms: float
    memory_mb: int
    peak_memory_bytes: int
    init_ms: float | None = None

    @property
    def billed_ms(self) -> int:
        return math.ceil(self.duration_ms + (self.init_ms or 0))

    @property
    def peak_memory_mb(self) -> int:
        """Whole megabytes; AWS never shows more than the function has."""
        return min(math.ceil(self.peak_memory_bytes / MEGABYTE), self.memory_mb)


def start_line(request_id: str, version: str) -> str:
    return f"START RequestId: {request_id} Version: {version}\n"


def end_line(request_id: str) -> str:
    return f"END RequestId: {request_id}\n"


def report_line(request_id: str, usage: Usage, failure: InvocationError | None) -> str:
    fields = [
        f"REPORT RequestId: {request_id}",
        f"Duration: {usage.duration_ms:.2f} ms",
        f"Billed Duration: {usage.billed_ms} ms",
        f"Memory Size: {usage.memory_mb} MB",
        f"Max Memory Used: {usage.peak_memory_mb} MB",
    ]
    if usage.init_ms is not None:
        fields.append(f"Init Duration: {usage.init_ms:.2f} ms")
    return "\t".join(fields + status_fields(failure)) + "\t\n"


def init_report_line(init_ms: float, phase: str, failure: InvocationError) -> str:
    """The line that stands for an initialisation which failed, in phase ``init`` or, repeated, ``invoke``."""
    fields = [f"INIT_REPORT Init Duration: {init_ms:.2f} ms", f"Phase: {phase}", *status_fields(failure)]
    return "\t".join(fields) + "\t\n"


def failure_line(request_id: str, failure: InvocationError, now: datetime) -> str:
    """The line between the function's output and END; empty for what the runtime has logged itself.

    :param now: aware, UTC
    """
    if isinstance(failure, TimedOutError):
        return f"{now:%Y-%m-%dT%H:%M:%S}.{now.microsecond // 1000:03}Z {request_id} {failure.reason()}\n"
    if reason := failure.reason():
        return f"RequestId: {request_id} Error: {reason}\n{failure.error_type}\n"
    return ""


def status_fields(failure: InvocationError | None) -> list[str]:
    if failure is None:
        return []
    if failure.status == "timeout":
        return ["Status: timeout"]
    return [f"Status: {failure.status}", f"Error Type: {failure.error_type}"]


def whole_lines(output: str) -> str:
    """`output` with its last line ended, so that the next entry starts a line of its own."""
    return output if output.endswith("\n") or not output else output + "\n"
