"""The log of an invocation, as AWS writes it."""

import re
from datetime import UTC, datetime

import pytest

from offline_aws.lambda_runtime.failures import (
    ExitError,
    InitError,
    InvocationError,
    OutOfMemoryError,
    ResponseTooLargeError,
    TimedOutError,
)
from offline_aws.lambda_runtime.report import MEGABYTE, Usage, failure_line, init_report_line, report_line, whole_lines

from .conftest import MakeEnvironment
from .test_environment import event

NOW = datetime(2026, 11, 23, 10, 20, 30, 45_000, UTC)


def shape(log: str) -> list[str]:
    """The log's lines with every measured number replaced by N."""
    return re.sub(r"\d+(\.\d+)? (ms|MB)", r"N \2", re.sub(r"[\d-]+T[\d:.]+Z", "TIME", log)).splitlines()


def test_the_first_report_shows_and_bills_the_initialisation() -> None:
    line = report_line("id", Usage(1.234, 128, 15 * MEGABYTE + 1, init_ms=100.5), None)
    assert line == (
        "REPORT RequestId: id\tDuration: 1.23 ms\tBilled Duration: 102 ms\tMemory Size: 128 MB"
        "\tMax Memory Used: 16 MB\tInit Duration: 100.50 ms\t\n"
    )


@pytest.mark.parametrize(
    ("failure", "ending"),
    [
        (TimedOutError(3), "\tStatus: timeout\t\n"),
        (ExitError(1), "\tStatus: error\tError Type: Runtime.ExitError\t\n"),
        (OutOfMemoryError(), "\tStatus: error\tError Type: Runtime.OutOfMemory\t\n"),
    ],
)
def test_a_failed_report_names_its_status(failure: InvocationError, ending: str) -> None:
    assert report_line("id", Usage(3000, 128, 999 * MEGABYTE), failure) == (
        "REPORT RequestId: id\tDuration: 3000.00 ms\tBilled Duration: 3000 ms\tMemory Size: 128 MB"
        "\tMax Memory Used: 128 MB" + ending
    )


@pytest.mark.parametrize(
    ("failure", "line"),
    [
        (TimedOutError(3), "2026-11-23T10:20:30.045Z id Task timed out after 3.00 seconds\n"),
        (ExitError(0), "RequestId: id Error: Runtime exited without providing a reason\nRuntime.ExitError\n"),
        (InitError("Runtime.HandlerNotFound", b"{}"), ""),
        (
            ResponseTooLargeError(5),
            "RequestId: id Error: Response payload size exceeded maximum allowed payload size (5 bytes).\n"
            "Function.ResponseSizeTooLarge\n",
        ),
    ],
)
def test_a_failure_has_a_line_of_its_own_unless_the_runtime_wrote_it(failure: InvocationError, line: str) -> None:
    assert failure_line("id", failure, NOW) == line


def test_a_failed_initialisation_is_reported_with_its_phase() -> None:
    assert init_report_line(12.345, "init", TimedOutError(10)) == (
        "INIT_REPORT Init Duration: 12.35 ms\tPhase: init\tStatus: timeout\t\n"
    )


@pytest.mark.parametrize(("output", "lines"), [("", ""), ("a", "a\n"), ("a\n", "a\n")])
def test_output_always_ends_its_line(output: str, lines: str) -> None:
    assert whole_lines(output) == lines


def test_output_of_loading_goes_before_start_and_of_running_after_it(environment: MakeEnvironment) -> None:
    env = environment(
        "import sys\nprint('loading')\ndef handler(e, c): print('out'); print('err', file=sys.stderr, end='')"
    )
    env.start()
    assert shape(env.invoke(event()).log) == [
        "loading",
        "START RequestId: id Version: $LATEST",
        "out",
        "err",
        "END RequestId: id",
        "REPORT RequestId: id\tDuration: N ms\tBilled Duration: N ms\tMemory Size: N MB\tMax Memory Used: N MB\tInit Duration: N ms\t",
    ]


def test_a_warm_invocation_reports_no_initialisation(environment: MakeEnvironment) -> None:
    env = environment("print('loading')\ndef handler(e, c): pass")
    env.start()
    env.invoke(event())
    assert shape(env.invoke(event(request_id="2")).log) == [
        "START RequestId: 2 Version: $LATEST",
        "END RequestId: 2",
        "REPORT RequestId: 2\tDuration: N ms\tBilled Duration: N ms\tMemory Size: N MB\tMax Memory Used: N MB\t",
    ]


def test_what_was_printed_before_the_end_is_kept(environment: MakeEnvironment) -> None:
    env = environment("import os\ndef handler(e, c): print('last words'); os._exit(1)")
    assert shape(env.invoke(event()).log)[:4] == [
        "START RequestId: id Version: $LATEST",
        "last words",
        "RequestId: id Error: Runtime exited with error: exit status 1",
        "Runtime.ExitError",
    ]


def test_a_failed_load_is_logged_once_a_phase(environment: MakeEnvironment) -> None:
    env = environment("raise SystemExit(3)")
    env.start()
    ending = "Status: error\tError Type: Runtime.ExitError\t"
    assert shape(env.invoke(event()).log) == [
        f"INIT_REPORT Init Duration: N ms\tPhase: init\t{ending}",
        f"INIT_REPORT Init Duration: N ms\tPhase: invoke\t{ending}",
        "START RequestId: id Version: $LATEST",
        "RequestId: id Error: Runtime exited with error: exit status 3",
        "Runtime.ExitError",
        "END RequestId: id",
        f"REPORT RequestId: id\tDuration: N ms\tBilled Duration: N ms\tMemory Size: N MB\tMax Memory Used: N MB\t{ending}",
    ]


def test_a_megabyte_of_output_is_kept_whole(environment: MakeEnvironment) -> None:
    env = environment("def handler(e, c): print('x' * 2**20)")
    assert "x" * 2**20 in env.invoke(event()).log.splitlines()


def test_output_beyond_sixteen_megabytes_is_counted_instead_of_kept(environment: MakeEnvironment) -> None:
    env = environment("import os\ndef handler(e, c):\n  for _ in range(17): os.write(1, b'x' * 2**20)")
    assert env.invoke(event()).log.splitlines()[2] == f"[{2**20} further bytes of output were not kept]"
