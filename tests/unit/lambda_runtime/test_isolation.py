"""What a function can see of the emulator: nothing."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import MakeEnvironment
from .test_environment import answer, wait_until_gone

VARIABLES = "import os\ndef handler(event, context): return dict(os.environ)"
IMPORT = "import importlib\ndef handler(event, context): return importlib.import_module(event).__name__"


def test_the_emulators_variables_do_not_reach_the_function(
    environment: MakeEnvironment, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PYTHONPATH", "LAMBDA_RUNTIME_EXECUTOR", "GATEWAY_LISTEN", "LOCALSTACK_X"):
        monkeypatch.setenv(name, "leak")
    assert "leak" not in answer(environment(VARIABLES)).values()


def test_the_functions_own_variables_reach_it(environment: MakeEnvironment) -> None:
    assert answer(environment(VARIABLES, TABLE="t", LOCALSTACK_X="mine"))["TABLE"] == "t"


def test_the_function_runs_in_its_task_root(environment: MakeEnvironment) -> None:
    code = "import os\ndef handler(event, context): return [os.getcwd(), os.environ['LAMBDA_TASK_ROOT'], os.path.dirname(__file__)]"
    assert len(set(answer(environment(code)))) == 1


@pytest.mark.parametrize("module", ["boto3", "awslambdaric", "botocore", "dateutil", "urllib3"])
def test_what_awss_runtime_carries_can_be_imported(environment: MakeEnvironment, module: str) -> None:
    assert answer(environment(IMPORT), module) == module


@pytest.mark.parametrize("module", ["localstack", "offline_aws", "pipeline", "moto", "pytest"])
def test_what_else_is_installed_here_cannot_be_imported(environment: MakeEnvironment, module: str) -> None:
    assert answer(environment(IMPORT), module)["errorType"] == "ModuleNotFoundError"


def test_a_function_that_does_not_use_boto3_does_not_load_it(environment: MakeEnvironment) -> None:
    assert answer(environment("import sys\ndef handler(event, context): return 'botocore' in sys.modules")) is False


def test_a_pythonpath_of_the_functions_own_is_honoured(environment: MakeEnvironment, tmp_path: Path) -> None:
    (tmp_path / "extra").mkdir()
    (tmp_path / "extra" / "vendored.py").touch()
    assert answer(environment(IMPORT, PYTHONPATH=str(tmp_path / "extra")), "vendored") == "vendored"


def test_code_in_the_zip_goes_before_the_runtimes_packages(environment: MakeEnvironment) -> None:
    code = "import sys, os\ndef handler(event, context): return sys.path.index(os.environ['LAMBDA_TASK_ROOT'])"
    assert answer(environment(code)) == 0


def test_functions_end_when_the_emulator_is_killed(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(
        "import json, os, subprocess, time\n"
        f"open({str(tmp_path / 'pids')!r}, 'w').write(json.dumps([os.getpid(), subprocess.Popen(['sleep', '99']).pid]))\n"
        "time.sleep(99)\n"
    )
    emulator = subprocess.Popen([sys.executable, "-c", EMULATOR, str(tmp_path)], stdout=subprocess.PIPE)
    assert emulator.stdout is not None
    emulator.stdout.readline()
    os.kill(emulator.pid, signal.SIGKILL)
    emulator.communicate()
    for pid in json.loads((tmp_path / "pids").read_text()):
        wait_until_gone(pid)


# Starts a function and says so once the function has written its PIDs.
EMULATOR = """
import sys, time
from pathlib import Path
from offline_aws.lambda_runtime.process import RuntimeProcess
root = Path(sys.argv[1])
variables = {"LAMBDA_TASK_ROOT": str(root), "LAMBDA_RUNTIME_DIR": str(root), "_HANDLER": "app.handler"}
variables["PYTHONPATH"] = ":".join(path for path in sys.path if path)
variables["AWS_LAMBDA_RUNTIME_API"] = "127.0.0.1:1"
process = RuntimeProcess(root, variables)
while not (root / "pids").exists() or not (root / "pids").read_text():
    time.sleep(0.01)
print("started", flush=True)
time.sleep(99)
"""
