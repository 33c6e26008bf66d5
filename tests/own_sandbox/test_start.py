"""A start that can't succeed says why, and leaves nothing behind."""

import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from offline_aws import native
from tests.waiting import eventually


@pytest.fixture
def command(tmp_path: Path, free_port: int) -> list[str]:
    """The command that starts a sandbox of its own, whose init folder is `init` of the test's folder."""
    (tmp_path / "init" / "ready.d").mkdir(parents=True)
    options = ["--folder", str(tmp_path / "sandbox"), "--init", str(tmp_path / "init"), "--port", str(free_port)]
    return [sys.executable, "-m", "offline_aws", "start", "--engine", "native", *options]


def engines(folder: Path) -> list[psutil.Process]:
    """The LocalStack processes of the sandbox in the folder."""
    root = str(native.Sandbox(folder, folder).root.resolve())
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("FILESYSTEM_ROOT") == root and native.alive(process):
                found.append(process)
        except psutil.Error:
            continue
    return found


def test_a_failing_init_script_is_named_with_its_error(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "init" / "ready.d" / "10_first.py").write_text("print('fine')")
    (tmp_path / "init" / "ready.d" / "20_second.py").write_text("raise ValueError('no such bucket')")
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    error = f"error: init script 20_second.py failed: no such bucket (log: {tmp_path}/sandbox/localstack.log)\n"
    assert (done.returncode, done.stderr, engines(tmp_path / "sandbox")) == (1, error, [])


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, command: list[str]) -> None:
    starting = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    eventually(lambda: engines(tmp_path / "sandbox"), bool)
    starting.send_signal(signal.SIGINT)
    code = starting.wait(30)
    pid_file = native.Sandbox(tmp_path / "sandbox", tmp_path).pid_file
    assert (code, engines(tmp_path / "sandbox"), pid_file.exists()) == (130, [], False)
