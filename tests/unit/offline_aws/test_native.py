import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from offline_aws import __main__, init_scripts, native
from offline_aws.init_scripts import InitScript, InitState
from offline_aws.sandbox import Sandbox, SandboxError, client_environment


@pytest.fixture
def sandbox(tmp_path: Path, free_port: int) -> Sandbox:
    (tmp_path / "init" / "ready.d").mkdir(parents=True)
    return Sandbox(tmp_path / "sandbox", tmp_path / "init", free_port)


def test_a_port_in_use_is_named_with_its_holder_and_another_to_choose(sandbox: Sandbox) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", sandbox.port))
        other.listen()
        with pytest.raises(SandboxError) as error:
            native.start(sandbox)
    assert str(error.value) == (
        f"port {sandbox.port} is in use by {Path(native.psutil.Process().name())} (PID {os.getpid()}): "
        f"stop that, or choose another with make up PORT={sandbox.port + 1}"
    )


def test_a_pid_file_of_a_process_that_is_gone_is_not_running(sandbox: Sandbox) -> None:
    sandbox.folder.mkdir()
    sandbox.pid_file.write_text("2147483646\n")
    assert native.running(sandbox) is None


def test_a_pid_that_now_belongs_to_another_process_is_not_running(sandbox: Sandbox) -> None:
    sandbox.folder.mkdir()
    sandbox.pid_file.write_text(f"{os.getpid()}\n")
    assert native.running(sandbox) is None


def test_a_stale_pid_file_is_removed_and_said_so(sandbox: Sandbox) -> None:
    sandbox.folder.mkdir()
    sandbox.pid_file.write_text("2147483646\n")
    lines: list[str] = []
    native.discard_stale_pid(sandbox, lines.append)
    assert (sandbox.pid_file.exists(), len(lines)) == (False, 1)


def test_a_second_start_waits_for_the_first(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    states = iter([None, None, InitState(False, ()), InitState(True, (InitScript("READY", "10_x.py", "SUCCESSFUL"),))])
    monkeypatch.setattr(native, "running", lambda sandbox: native.psutil.Process())
    monkeypatch.setattr(native, "port_of", lambda process: sandbox.port)
    monkeypatch.setattr(init_scripts, "fetch", lambda port: next(states))
    lines: list[str] = []
    native.start(sandbox, lines.append)
    assert lines == [f"LocalStack is being started on {sandbox.url}; waiting for it", "  10_x.py"]


def test_of_two_starts_at_once_one_has_the_sandbox(sandbox: Sandbox) -> None:
    sandbox.folder.mkdir()
    native.claim(sandbox, 1)
    with pytest.raises(SandboxError, match="another make up is starting"):
        native.claim(sandbox, 2)
    assert sandbox.pid_file.read_text() == "1\n"


def test_stopping_what_does_not_run_says_so(sandbox: Sandbox) -> None:
    assert native.stop(sandbox) is False


def test_the_engine_sees_no_real_account(sandbox: Sandbox) -> None:
    environment = native.process_environment(sandbox, {"AWS_PROFILE": "prod", "AWS_SESSION_TOKEN": "x", "LANG": "C"})
    aws = {name: value for name, value in environment.items() if name.startswith("AWS_")}
    pointed = {name: value for name, value in client_environment(sandbox.port).items() if name.startswith("AWS_")}
    assert (environment["LANG"], aws) == ("C", pointed)


def test_no_proxy_stands_between_the_sandbox_and_its_clients() -> None:
    unproxied = {client_environment(4566, {name: "corp.example"})["no_proxy"] for name in ("NO_PROXY", "no_proxy")}
    assert unproxied == {"localhost,127.0.0.1,localhost.localstack.cloud,corp.example"}


def test_the_engine_listens_on_the_loopback_only(sandbox: Sandbox) -> None:
    environment = native.process_environment(sandbox, {"GATEWAY_LISTEN": "0.0.0.0:4566"})
    assert environment["GATEWAY_LISTEN"] == f"127.0.0.1:{sandbox.port}"


def test_status_of_what_does_not_run_fails_and_says_what_to_do(
    sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    code = __main__.main(["status", "--folder", str(sandbox.folder)])
    assert (code, capsys.readouterr().err) == (1, "error: the sandbox is not running: make up\n")


def test_a_folder_that_can_not_be_used_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    code = __main__.main(["start", "--engine", "native", "--folder", str(tmp_path / "file")])
    assert (code, capsys.readouterr().err.partition(" (")[0]) == (
        1,
        f"error: {tmp_path}/file/localstack.pid: Not a directory",
    )


def test_progress_that_nobody_reads_stops_nothing() -> None:
    program = "import sys; from offline_aws.__main__ import say; sys.stdin.read(); say('one'); say('two')"
    talking = subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert talking.stdin and talking.stdout
    talking.stdout.close()
    _, error = talking.communicate()
    assert (talking.returncode, error) == (0, b"")


def test_the_engine_writes_nothing_into_the_home(sandbox: Sandbox) -> None:
    environment = native.process_environment(sandbox, {"HOME": "/nowhere"})
    assert Path(environment["XDG_CACHE_HOME"]).is_relative_to(sandbox.folder)


def test_an_edited_script_that_fails_is_named(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", dict(os.environ))
    (sandbox.init / "ready.d" / "10_first.py").write_text("raise ValueError('no bucket')")
    with pytest.raises(SandboxError, match=r"^init script 10_first\.py failed: no bucket$"):
        init_scripts.rerun(sandbox, lambda line: None)
