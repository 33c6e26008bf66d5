"""Lambda through stock boto3: functions are created, run, fail and go as on AWS, without Docker."""

import base64
import json
from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import psutil
import pytest

from tests.cloudwatch import sums
from tests.functions import TUTORIAL, zipped
from tests.waiting import eventually

type MakeFunction = Callable[..., str]

ECHO = "def handler(event, context): return event"
POLL = {"Delay": 0.05, "MaxAttempts": 600}


@pytest.fixture
def functions(client: Callable[[str], Any]) -> Any:
    return client("lambda")


@pytest.fixture
def function(functions: Any) -> Iterator[MakeFunction]:
    """Creates a function `app.handler` and waits until it is active; deletes it at the end."""
    names: list[str] = []

    def make(code: str, **parameters: Any) -> str:
        names.append(f"wire-{uuid4()}")
        plain = {"Runtime": "python3.13", "Handler": "app.handler", "Role": "arn:aws:iam::000000000000:role/lambda"}
        functions.create_function(
            FunctionName=names[-1], Code={"ZipFile": zipped(code, "app")}, **{**plain, **parameters}
        )
        functions.get_waiter("function_active_v2").wait(FunctionName=names[-1], WaiterConfig=POLL)
        return names[-1]

    yield make
    for name in names:
        functions.delete_function(FunctionName=name)


def invoke(functions: Any, name: str, payload: Any = None) -> tuple[str | None, Any]:
    """The FunctionError and the payload."""
    answer = functions.invoke(FunctionName=name, Payload=json.dumps(payload))
    assert answer["StatusCode"] == 200
    return answer.get("FunctionError"), json.load(answer["Payload"])


def logged(logs: Any, name: str) -> list[str]:
    """The messages of the function's log group, none while it does not exist."""
    try:
        events = logs.filter_log_events(logGroupName=f"/aws/lambda/{name}")["events"]
    except logs.exceptions.ResourceNotFoundException:
        events = []
    return [event["message"] for event in events]


def test_a_function_answers_with_what_its_handler_returns(functions: Any, function: MakeFunction) -> None:
    assert invoke(functions, function(ECHO), {"a": 1}) == (None, {"a": 1})


def test_the_tutorials_function_runs_unmodified(functions: Any, function: MakeFunction) -> None:
    record = {"recordId": "r1", "data": base64.b64encode(b'{"time_spent": 67}').decode()}
    assert invoke(functions, function(TUTORIAL), {"records": [record]}) == (
        None,
        {"records": [{"recordId": "r1", "result": "Ok", "data": base64.b64encode(b'{"time_spent": 67}\n').decode()}]},
    )


def test_a_raising_handler_is_an_unhandled_function_error(functions: Any, function: MakeFunction) -> None:
    error, payload = invoke(functions, function("def handler(event, context): raise ValueError('no')"))
    assert (error, payload["errorType"], payload["errorMessage"]) == ("Unhandled", "ValueError", "no")


def test_a_missing_module_is_an_unhandled_function_error(functions: Any, function: MakeFunction) -> None:
    error, payload = invoke(functions, function("import nope"))
    assert (error, payload["errorType"]) == ("Unhandled", "Runtime.ImportModuleError")


@pytest.mark.parametrize(
    ("statement", "error_type", "reason"),
    [
        ("time.sleep(9)", "Sandbox.Timedout", "Task timed out after 1.00 seconds"),
        ("sys.exit(1)", "Runtime.ExitError", "Runtime exited with error: exit status 1"),
        ("os.kill(os.getpid(), 9)", "Runtime.ExitError", "Runtime exited with error: signal: killed"),
    ],
)
def test_the_call_after_a_broken_one_works(
    functions: Any, function: MakeFunction, statement: str, error_type: str, reason: str
) -> None:
    code = f"import os, sys, time\ndef handler(event, context):\n  if event: {statement}\n  return 'fine'"
    name = function(code, Timeout=1)
    error, payload = invoke(functions, name, True)
    request_id = payload["errorMessage"].split()[1]
    assert (error, payload) == (
        "Unhandled",
        {"errorType": error_type, "errorMessage": f"RequestId: {request_id} Error: {reason}"},
    )
    assert invoke(functions, name) == (None, "fine")


def test_the_log_tail_is_what_the_platform_and_the_function_wrote(functions: Any, function: MakeFunction) -> None:
    name = function("def handler(event, context): print('hello'); return context.aws_request_id")
    answer = functions.invoke(FunctionName=name, LogType="Tail")
    request_id = json.load(answer["Payload"])
    lines = base64.b64decode(answer["LogResult"]).decode().splitlines()
    assert lines[:3] == [f"START RequestId: {request_id} Version: $LATEST", "hello", f"END RequestId: {request_id}"]
    assert lines[3].startswith(f"REPORT RequestId: {request_id}\tDuration: ")


def test_the_log_reaches_cloudwatch_logs(client: Callable[[str], Any], functions: Any, function: MakeFunction) -> None:
    name = function("def handler(event, context): print('hello')")
    functions.invoke(FunctionName=name)
    messages = eventually(lambda: logged(client("logs"), name), lambda found: len(found) == 4)
    assert [message.split()[0] for message in messages] == ["START", "hello", "END", "REPORT"]


def test_invocations_and_errors_are_counted_in_cloudwatch(
    client: Callable[[str], Any], functions: Any, function: MakeFunction
) -> None:
    name = function("def handler(event, context): return 1 / event")
    for event in (1, 2, 0):
        invoke(functions, name, event)
    expected = {"Invocations": 3, "Errors": 1}
    found = eventually(
        lambda: sums(client("cloudwatch"), "AWS/Lambda", ("FunctionName", name), list(expected)),
        lambda found: found == expected,
    )
    assert found == expected


def test_boto3_in_a_function_speaks_to_this_sandbox(
    client: Callable[[str], Any], functions: Any, function: MakeFunction
) -> None:
    name = function(
        "import boto3\ndef handler(event, context): return boto3.client('s3').get_object(Bucket=event, Key='k')['Body'].read()",
        Timeout=30,
    )
    bucket = name
    client("s3").create_bucket(Bucket=bucket)
    client("s3").put_object(Bucket=bucket, Key="k", Body=b'"found"')
    assert invoke(functions, name, bucket) == (None, "found")


def test_a_function_sees_nothing_of_the_emulators_settings(functions: Any, function: MakeFunction) -> None:
    name = function(
        "import os\ndef handler(event, context): return sorted(os.environ)", Environment={"Variables": {"MINE": "1"}}
    )
    _, names = invoke(functions, name)
    allowed = ("AWS_", "_X_AMZN_", "LC_CTYPE")
    assert [each for each in names if not each.startswith(allowed)] == [
        "HOME",
        "LAMBDA_RUNTIME_DIR",
        "LAMBDA_TASK_ROOT",
        "LANG",
        "MINE",
        "PATH",
        "TMPDIR",
        "TZ",
        "_HANDLER",
    ]


def test_updated_code_runs_in_a_new_process(functions: Any, function: MakeFunction) -> None:
    name = function("import os\ndef handler(event, context): return os.getpid()")
    _, old = invoke(functions, name)
    functions.update_function_code(
        FunctionName=name, ZipFile=zipped("def handler(event, context): return 'new'", "app")
    )
    functions.get_waiter("function_updated_v2").wait(FunctionName=name, WaiterConfig=POLL)
    assert invoke(functions, name) == (None, "new")
    assert eventually(lambda: psutil.pid_exists(old), lambda exists: not exists) is False


def test_a_changed_configuration_takes_effect(functions: Any, function: MakeFunction) -> None:
    name = function("import os\ndef handler(event, context): return [os.environ.get('A'), context.memory_limit_in_mb]")
    before = invoke(functions, name)
    functions.update_function_configuration(FunctionName=name, MemorySize=256, Environment={"Variables": {"A": "1"}})
    functions.get_waiter("function_updated_v2").wait(FunctionName=name, WaiterConfig=POLL)
    assert (before, invoke(functions, name)) == ((None, [None, "128"]), (None, ["1", "256"]))


def test_a_runtime_other_than_python_is_refused_when_invoked(functions: Any, function: MakeFunction) -> None:
    name = function("", Runtime="nodejs22.x", Handler="index.handler")
    assert invoke(functions, name) == (
        "Unhandled",
        {"errorType": "Runtime.NotEmulated", "errorMessage": "Runtime nodejs22.x is not emulated."},
    )


def test_an_event_of_more_than_six_megabytes_is_refused(functions: Any, function: MakeFunction) -> None:
    name = function(ECHO)
    with pytest.raises(functions.exceptions.RequestTooLargeException) as refused:
        functions.invoke(FunctionName=name, Payload=b'"' + b"x" * 6_291_455 + b'"')
    assert refused.value.response["Error"]["Message"] == (
        "6291457 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)"
    )


def test_provisioned_concurrency_fails_for_a_function_that_cannot_be_loaded(
    functions: Any, function: MakeFunction
) -> None:
    name = function("import nope")
    version = functions.publish_version(FunctionName=name)["Version"]
    target = {"FunctionName": name, "Qualifier": version}
    functions.get_waiter("function_active_v2").wait(**target, WaiterConfig=POLL)
    functions.put_provisioned_concurrency_config(**target, ProvisionedConcurrentExecutions=1)
    settled = eventually(
        lambda: functions.get_provisioned_concurrency_config(**target)["Status"], lambda status: status != "IN_PROGRESS"
    )
    assert settled == "FAILED"
