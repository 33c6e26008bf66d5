"""Start, await and stop LocalStack without Docker: one background process, driven from the command line.

::

    python -m offline_aws.native start --init init     # returns once every init script has succeeded
    python -m offline_aws.native status
    python -m offline_aws.native logs --follow
    python -m offline_aws.native stop

A sandbox lives in one folder: its PID file, its log and the file system that LocalStack takes for its own. It is ready
when every script of the init folder is SUCCESSFUL by ``/_localstack/init``; ``/_localstack/health`` already says
"available" while they run. https://docs.localstack.cloud/aws/capabilities/config/initialization-hooks/

Everything that goes wrong is a :class:`SandboxError` of one line that says what to do.
"""

import argparse
import contextlib
import os
import runpy
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import psutil

from offline_aws import data_folder, init_scripts, status

POLL_SECONDS = 0.2
START_SECONDS = 180.0
STOP_SECONDS = 90.0

# What LocalStack needs to run as a plain process, and what puts our plugins in the place of its own.
ENGINE_SETTINGS = {
    "DISABLE_EVENTS": "1",
    "DNS_ADDRESS": "0",
    "LAMBDA_RUNTIME_EXECUTOR": "process",
    # Inside a container LocalStack would otherwise use the container's folders.
    "OVERRIDE_IN_DOCKER": "0",
    "PROVIDER_OVERRIDE_FIREHOSE": "offline",
    "PROVIDER_OVERRIDE_S3": "offline",
    "SKIP_SSL_CERT_DOWNLOAD": "1",
}
# A profile or session of the developer's real account must reach neither the init scripts nor the emulator.
REAL_ACCOUNT_VARIABLES = (
    "AWS_PROFILE",
    "AWS_DEFAULT_PROFILE",
    "AWS_SESSION_TOKEN",
    "AWS_ROLE_ARN",
    "AWS_CA_BUNDLE",
)


class SandboxError(Exception):
    """The sandbox could not do as asked; the message is one line and says what to do."""


@dataclass(frozen=True)
class Sandbox:
    """Where a sandbox keeps its files and listens.

    :param folder: PID file, log and LocalStack's file system; made when needed
    :param init: LocalStack's init folder, with ``ready.d`` and the other stages in it
    :param port: TCP port of the AWS API on 127.0.0.1
    :param ephemeral: keep nothing: what it holds is gone when it stops, and what an earlier one kept is not looked at
    """

    folder: Path
    init: Path
    port: int = 4566
    ephemeral: bool = False

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def pid_file(self) -> Path:
        return self.folder / "localstack.pid"

    @property
    def log_file(self) -> Path:
        return self.folder / "localstack.log"

    @property
    def root(self) -> Path:
        return self.folder / "root"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def temporary(self) -> Path:
        return self.folder / "tmp"


# --- the process ------------------------------------------------------------------------------------------------


def running(sandbox: Sandbox) -> psutil.Process | None:
    """The sandbox's process, or None. A PID that by now belongs to another process does not count."""
    try:
        process = psutil.Process(int(sandbox.pid_file.read_text()))
        ours = alive(process) and process.environ().get("FILESYSTEM_ROOT") == str(sandbox.root.resolve())
    except (FileNotFoundError, ValueError, psutil.Error):
        return None
    return process if ours else None


def alive(process: psutil.Process) -> bool:
    return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)


def port_of(process: psutil.Process) -> int:
    return int(process.environ()["GATEWAY_LISTEN"].rpartition(":")[2])


def start(sandbox: Sandbox, report: Callable[[str], None] = lambda line: None) -> None:
    """Start LocalStack and return once every init script has succeeded.

    On a sandbox that already runs, the ``ready`` scripts are run again, so that an edit to them or to what they deploy
    takes effect. When the start fails or is interrupted nothing is left running.

    :param report: receives a line for each step that a person may wait for
    :raises SandboxError: interpreter too old, port in use, a script failed, not ready within ``START_SECONDS``
    """
    if process := running(sandbox):
        if port_of(process) != sandbox.port:
            raise SandboxError(f"the sandbox already runs on port {port_of(process)}: stop it first (make down)")
        report(f"LocalStack already runs on {sandbox.url}; running the init scripts again")
        rerun_init_scripts(sandbox, report)
        return
    check_interpreter()
    discard_stale_pid(sandbox, report)
    check_port_free(sandbox.port)
    prepare_folder(sandbox)
    report(f"starting LocalStack on {sandbox.url} (log: {sandbox.log_file})")
    with spawned(sandbox) as process:
        await_ready(sandbox, process, report)


def stop(sandbox: Sandbox) -> bool:
    """Stop LocalStack as an orderly shutdown and wait for its end; False when it was not running.

    :raises SandboxError: it did not end within ``STOP_SECONDS`` and was killed
    """
    process = running(sandbox)
    if process is None:
        sandbox.pid_file.unlink(missing_ok=True)
        return False
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except psutil.TimeoutExpired:
        kill_tree(process)
        raise SandboxError(
            f"LocalStack did not stop within {STOP_SECONDS:.0f} s and was killed: see {sandbox.log_file}"
        ) from None
    finally:
        sandbox.pid_file.unlink(missing_ok=True)
    return True


@contextlib.contextmanager
def spawned(sandbox: Sandbox) -> Iterator[psutil.Process]:
    """The background process with its PID on file; killed with all its children when the block raises."""
    with sandbox.log_file.open("wb") as log:
        child = subprocess.Popen(
            [sys.executable, "-m", "localstack.runtime.main"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=engine_environment(sandbox, os.environ),
            # Ctrl-C in the terminal is for us, not for the process that stays.
            start_new_session=True,
        )
    process = psutil.Process(child.pid)
    try:
        sandbox.pid_file.write_text(f"{child.pid}\n")
        yield process
    except BaseException:
        kill_tree(process)
        child.wait()
        sandbox.pid_file.unlink(missing_ok=True)
        raise


def kill_tree(process: psutil.Process) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        for member in [*process.children(recursive=True), process]:
            with contextlib.suppress(psutil.NoSuchProcess):
                member.kill()


def engine_environment(sandbox: Sandbox, inherited: Mapping[str, str]) -> dict[str, str]:
    """The environment of LocalStack and of the init scripts in it: any credentials do, but no real account's."""
    left_out = {*REAL_ACCOUNT_VARIABLES, data_folder.VARIABLE}
    kept = {name: value for name, value in inherited.items() if name not in left_out}
    durable = {} if sandbox.ephemeral else {data_folder.VARIABLE: str(sandbox.data.resolve())}
    return {
        **kept,
        **durable,
        **ENGINE_SETTINGS,
        **client_environment(sandbox),
        "FILESYSTEM_ROOT": str(sandbox.root.resolve()),
        "GATEWAY_LISTEN": f"127.0.0.1:{sandbox.port}",
        # LocalStack unpacks functions' code there and leaves it.
        "TMPDIR": str(sandbox.temporary.resolve()),
    }


def client_environment(sandbox: Sandbox) -> dict[str, str]:
    """What boto3 needs to speak with this sandbox and nothing else."""
    return {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": sandbox.url,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    }


# --- before the start -------------------------------------------------------------------------------------------


def check_interpreter() -> None:
    if sys.version_info[:2] != (3, 13):
        version = ".".join(map(str, sys.version_info[:3]))
        raise SandboxError(f"LocalStack needs Python 3.13, this is {version}: remove .venv and run make up again")


def discard_stale_pid(sandbox: Sandbox, report: Callable[[str], None]) -> None:
    if sandbox.pid_file.exists():
        report(f"{sandbox.pid_file} names a process that is gone (a crash or a reboot); starting anew")
        sandbox.pid_file.unlink()


def check_port_free(port: int) -> None:
    with socket.socket() as probe:
        # As servers do: a port in TIME_WAIT is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise SandboxError(
                f"port {port} is in use{holder(port)}: stop that, or choose another with make up PORT={port + 1}"
            ) from None


def holder(port: int) -> str:
    """`` by name (PID 1)`` for whoever listens on the port, where the system tells."""
    with contextlib.suppress(psutil.Error):
        for connection in psutil.net_connections("tcp"):
            listens = connection.status == psutil.CONN_LISTEN and connection.laddr[1:] == (port,)
            if listens and connection.pid:
                return f" by {psutil.Process(connection.pid).name()} (PID {connection.pid})"
    return ""


def prepare_folder(sandbox: Sandbox) -> None:
    """Make the folder; LocalStack reads init hooks from its own file system, so ours is linked into it."""
    shutil.rmtree(sandbox.temporary, ignore_errors=True)
    sandbox.temporary.mkdir(parents=True)
    link = sandbox.root / "etc" / "localstack" / "init"
    link.parent.mkdir(parents=True, exist_ok=True)
    if link.is_symlink():
        link.unlink()
    elif link.is_dir():
        link.rmdir()
    link.symlink_to(sandbox.init.resolve(), target_is_directory=True)


# --- readiness --------------------------------------------------------------------------------------------------


def await_ready(sandbox: Sandbox, process: psutil.Process, report: Callable[[str], None]) -> None:
    """Return when every init script is SUCCESSFUL.

    :raises SandboxError: a script failed, LocalStack ended, or ``START_SECONDS`` have passed
    """
    deadline = time.monotonic() + START_SECONDS
    done: set[str] = set()
    while time.monotonic() < deadline:
        if not alive(process):
            raise SandboxError(f"LocalStack ended: {last_line(sandbox)} (log: {sandbox.log_file})")
        state = init_scripts.fetch(sandbox.port)
        if state is not None:
            done = report_done(state, done, report)
            if failed := state.failed():
                reason = init_scripts.logged_error(failed, read_log(sandbox))
                raise SandboxError(f"init script {failed.name} failed: {reason} (log: {sandbox.log_file})")
            if state.completed:
                return
        time.sleep(POLL_SECONDS)
    raise SandboxError(f"LocalStack was not ready within {START_SECONDS:.0f} s: see {sandbox.log_file}")


def report_done(state: init_scripts.InitState, done: set[str], report: Callable[[str], None]) -> set[str]:
    """Report the scripts that have succeeded since ``done``; return all that have."""
    names = [script.name for script in state.scripts if script.state == "SUCCESSFUL"]
    for name in names:
        if name not in done:
            report(f"  {name}")
    return set(names)


def read_log(sandbox: Sandbox) -> str:
    return sandbox.log_file.read_text(errors="replace")


def last_line(sandbox: Sandbox) -> str:
    lines = [line for line in read_log(sandbox).splitlines() if line.strip()]
    return lines[-1].strip() if lines else "it printed nothing"


def rerun_init_scripts(sandbox: Sandbox, report: Callable[[str], None]) -> None:
    """Run the ``ready`` scripts in this process, in LocalStack's order.

    :raises SandboxError: the first script that raises
    """
    os.environ.update(client_environment(sandbox))
    for script in sorted((sandbox.init / "ready.d").rglob("*.py")):
        try:
            runpy.run_path(str(script))
        except (Exception, SystemExit) as error:
            raise SandboxError(f"init script {script.name} failed: {error}") from error
        report(f"  {script.name}")


# --- command line -----------------------------------------------------------------------------------------------


def print_status(sandbox: Sandbox) -> None:
    """What ``status.lines`` tells.

    :raises SandboxError: it does not run
    """
    process = running(sandbox)
    if process is None:
        raise SandboxError("the sandbox is not running: make up")
    for line in status.lines(process, port_of(process)):
        print(line)


def print_log(sandbox: Sandbox, follow: bool) -> None:
    if not sandbox.log_file.exists():
        raise SandboxError("there is no log yet: make up")
    with sandbox.log_file.open(errors="replace") as log:
        while True:
            chunk = log.read()
            sys.stdout.write(chunk)
            sys.stdout.flush()
            if not follow:
                return
            if not chunk:
                time.sleep(POLL_SECONDS)


def parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m offline_aws.native", description=__doc__.splitlines()[0])
    parser.add_argument("action", choices=["start", "stop", "status", "logs"])
    parser.add_argument("--folder", type=Path, default=Path(".offline-aws"), help="PID file, log and files")
    parser.add_argument("--init", type=Path, default=Path("init"), help="LocalStack init folder")
    parser.add_argument("--port", type=int, default=4566, help="port of the AWS API on 127.0.0.1")
    parser.add_argument("--ephemeral", action="store_true", help="start: keep nothing on disk")
    parser.add_argument("--follow", action="store_true", help="logs: go on until interrupted")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    options = parse(arguments)
    sandbox = Sandbox(options.folder, options.init, options.port, options.ephemeral)
    # A plain kill must clean up like Ctrl-C.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        match options.action:
            case "start":
                start(sandbox, report=lambda line: print(line, flush=True))
            case "stop":
                print("LocalStack stopped" if stop(sandbox) else "LocalStack was not running")
            case "status":
                print_status(sandbox)
            case "logs":
                print_log(sandbox, options.follow)
    except SandboxError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
