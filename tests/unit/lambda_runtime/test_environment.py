"""What an invocation answers, and that the next one works."""

import base64
import json
import os
import threading
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from offline_aws.lambda_runtime.environment import Environment, EnvironmentStoppedError
from offline_aws.lambda_runtime.failures import InvocationError, TimedOutError
from offline_aws.lambda_runtime.runtime import Event
from tests.functions import TUTORIAL

from .conftest import MakeEnvironment

ECHO = "def handler(event, context): return event"
PID = "import os\ndef handler(event, context): return os.getpid()"


def event(payload: Any = None, request_id: str = "id") -> Event:
    return Event(request_id, "arn:aws:lambda:us-east-1:000000000000:function:f", "Root=1", json.dumps(payload).encode())


def answer(environment: Environment, payload: Any = None) -> Any:
    """What the function returned, or the error object."""
    return json.loads(environment.invoke(event(payload)).payload)


def failure(environment: Environment, payload: Any = None) -> tuple[bool, Any]:
    result = environment.invoke(event(payload))
    return result.is_error, json.loads(result.payload)


def platform_error(error_type: str, message: str) -> tuple[bool, dict[str, str]]:
    return True, {"errorType": error_type, "errorMessage": f"RequestId: id Error: {message}"}


def wait_until_gone(pid: int) -> None:
    deadline = time.monotonic() + 10
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline, f"process {pid} still runs"
        time.sleep(0.01)


def test_the_handler_gets_the_event_and_its_result_is_the_answer(environment: MakeEnvironment) -> None:
    assert answer(environment(ECHO), {"a": [1, "é"]}) == {"a": [1, "é"]}


def test_the_context_holds_the_invocation(environment: MakeEnvironment) -> None:
    code = "def handler(event, c): return [c.aws_request_id, c.invoked_function_arn, c.get_remaining_time_in_millis()]"
    request_id, arn, remaining = answer(environment(code, timeout=10))
    assert (request_id, arn, 9000 < remaining <= 10000) == ("id", event().function_arn, True)


def test_module_state_outlives_an_invocation(environment: MakeEnvironment) -> None:
    env = environment("calls = []\ndef handler(event, context): calls.append(event); return calls")
    assert [answer(env, 1), answer(env, 2)] == [[1], [1, 2]]


def test_the_tutorials_function_returns_bytes_and_earlier_records_too(environment: MakeEnvironment) -> None:
    env = environment(TUTORIAL)
    first, second = (
        {"recordId": name, "result": "Ok", "data": base64.b64encode(f"{name}\n".encode()).decode()}
        for name in ("one", "two")
    )
    sent = [{"records": [{"recordId": n, "data": base64.b64encode(n.encode()).decode()}]} for n in ("one", "two")]
    assert [answer(env, each) for each in sent] == [{"records": [first]}, {"records": [first, second]}]


def test_a_raising_handler_answers_with_awslambdarics_error_and_stays_warm(environment: MakeEnvironment) -> None:
    env = environment(
        "import os\ndef handler(event, context):\n  if event: raise KeyError('recordId')\n  return os.getpid()"
    )
    before = answer(env)
    raised, error = failure(env, True)
    assert (raised, error["errorType"], error["errorMessage"], len(error["stackTrace"])) == (
        True,
        "KeyError",
        "'recordId'",
        1,
    )
    assert answer(env) == before


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("os._exit(3)", "Runtime exited with error: exit status 3"),
        ("exit(1)", "Runtime exited with error: exit status 1"),
        ("sys.exit()", "Runtime exited without providing a reason"),
        ("os.kill(os.getpid(), 9)", "Runtime exited with error: signal: killed"),
        ("os.kill(os.getpid(), 11)", "Runtime exited with error: signal: segmentation fault"),
    ],
)
def test_a_function_that_ends_its_process_is_an_exit_error(
    environment: MakeEnvironment, statement: str, reason: str
) -> None:
    env = environment(f"import os, sys\ndef handler(event, context):\n  if event: {statement}\n  return 'again'")
    assert failure(env, True) == platform_error("Runtime.ExitError", reason)
    assert answer(env) == "again"


def test_a_function_that_exceeds_its_timeout_is_killed_at_it(environment: MakeEnvironment) -> None:
    env = environment("import time\ndef handler(event, context): time.sleep(event); return 'again'", timeout=0.5)
    env.start()
    started = time.monotonic()
    assert failure(env, 60) == platform_error("Sandbox.Timedout", "Task timed out after 0.50 seconds")
    assert 0.5 <= time.monotonic() - started < 5
    assert answer(env, 0) == "again"


def test_a_function_that_suspends_itself_still_times_out(environment: MakeEnvironment) -> None:
    env = environment("import os, signal\ndef handler(e, c): os.kill(os.getpid(), signal.SIGSTOP)", timeout=0.5)
    env.start()
    assert failure(env) == platform_error("Sandbox.Timedout", "Task timed out after 0.50 seconds")


def test_a_function_that_prints_without_end_still_times_out(environment: MakeEnvironment) -> None:
    env = environment("import subprocess\ndef handler(event, context): subprocess.run(['yes'])", timeout=0.5)
    env.start()
    assert failure(env) == platform_error("Sandbox.Timedout", "Task timed out after 0.50 seconds")


def test_a_function_that_outgrows_its_memory_is_killed(environment: MakeEnvironment) -> None:
    env = environment("def handler(event, context): return len(b'x' * event)", memory_mb=128)
    assert failure(env, 400_000_000) == platform_error(
        "Runtime.OutOfMemory", "Runtime exited with error: signal: killed"
    )
    assert answer(env, 1) == 1


def test_an_answer_of_more_than_six_megabytes_is_refused(environment: MakeEnvironment) -> None:
    env = environment("def handler(event, context): return 'x' * event")
    message = "Response payload size exceeded maximum allowed payload size (6291556 bytes)."
    assert failure(env, 7_000_000) == (True, {"errorType": "Function.ResponseSizeTooLarge", "errorMessage": message})
    assert len(answer(env, 6_291_554)) == 6_291_554


@pytest.mark.parametrize(
    ("code", "error_type", "message"),
    [
        ("import nope", "Runtime.ImportModuleError", "Unable to import module 'app': No module named 'nope'"),
        ("x = 1", "Runtime.HandlerNotFound", "Handler 'handler' missing on module 'app'"),
        ("1 / 0", "ZeroDivisionError", "division by zero"),
    ],
)
def test_a_function_that_cannot_be_loaded_answers_with_the_runtimes_error(
    environment: MakeEnvironment, code: str, error_type: str, message: str
) -> None:
    env = environment(code)
    env.start()
    raised, error = failure(env)
    assert (raised, error["errorType"], error["errorMessage"]) == (True, error_type, message)


def test_a_module_that_exits_is_an_exit_error(environment: MakeEnvironment) -> None:
    env = environment("import os; os._exit(2)")
    assert failure(env) == platform_error("Runtime.ExitError", "Runtime exited with error: exit status 2")


def test_a_module_that_hangs_is_given_up_at_start_and_timed_out_when_invoked(
    environment: MakeEnvironment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("offline_aws.lambda_runtime.environment.INIT_SECONDS", 0.2)
    env = environment("import time; time.sleep(60)", timeout=0.3)
    assert isinstance(env.start(), TimedOutError)
    assert failure(env) == platform_error("Sandbox.Timedout", "Task timed out after 0.30 seconds")


def test_a_module_that_failed_to_load_is_loaded_again(environment: MakeEnvironment, tmp_path: Path) -> None:
    env = environment(f"open({str(tmp_path / 'ready')!r})\n{ECHO}")
    assert isinstance(env.start(), InvocationError)
    (tmp_path / "ready").touch()
    assert answer(env, 1) == 1


def test_a_process_killed_while_idle_is_replaced(environment: MakeEnvironment) -> None:
    env = environment(PID)
    first = answer(env)
    os.kill(first, 9)
    wait_until_gone(first)
    assert answer(env) not in (first, None)


def test_a_late_answer_to_an_earlier_invocation_is_not_taken_for_this_one(environment: MakeEnvironment) -> None:
    code = """
        import http.client, os
        def handler(event, context):
            api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
            api.request("POST", "/2018-06-01/runtime/invocation/earlier/response", '"stale"')
            return api.getresponse().status
    """
    assert answer(environment(code)) == 400


def test_bytes_that_are_not_http_do_no_harm(environment: MakeEnvironment) -> None:
    code = """
        import os, socket
        def handler(event, context):
            host, port = os.environ["AWS_LAMBDA_RUNTIME_API"].split(":")
            with socket.create_connection((host, int(port))) as api:
                api.sendall(b"\\x16\\x03\\x01 garbage\\r\\n\\r\\n")
                return len(api.recv(100))
    """
    assert answer(environment(code)) == 0


def test_stopping_ends_the_process_and_its_children(environment: MakeEnvironment) -> None:
    env = environment(
        "import os, subprocess\ndef handler(event, context): return [os.getpid(), subprocess.Popen(['sleep', '99']).pid]"
    )
    pids = answer(env)
    env.stop()
    for pid in pids:
        wait_until_gone(pid)


def test_a_time_out_ends_the_children_too(environment: MakeEnvironment, tmp_path: Path) -> None:
    pid_file = tmp_path / "pid"
    env = environment(
        f"import subprocess\ndef handler(event, context):\n"
        f"  child = subprocess.Popen(['sleep', '99']); open({str(pid_file)!r}, 'w').write(str(child.pid)); child.wait()",
        timeout=1,
    )
    env.start()
    env.invoke(event())
    wait_until_gone(int(pid_file.read_text()))


def test_stopping_interrupts_an_invocation(environment: MakeEnvironment) -> None:
    env = environment("import time\ndef handler(event, context): time.sleep(60)", timeout=60)
    env.start()
    threading.Timer(0.2, env.stop).start()
    with pytest.raises(EnvironmentStoppedError):
        env.invoke(event())


def test_a_stopped_environment_starts_nothing_more(environment: MakeEnvironment) -> None:
    env = environment(ECHO)
    env.stop()
    with pytest.raises(EnvironmentStoppedError):
        env.invoke(event())


def test_stopping_removes_the_temporary_files(environment: MakeEnvironment) -> None:
    env = environment("import tempfile\ndef handler(event, context): return tempfile.mkdtemp()")
    folder = Path(answer(env))
    assert folder.is_dir()
    env.stop()
    assert not folder.exists()
