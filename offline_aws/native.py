"""Start, await and stop LocalStack without Docker: one background process.

A sandbox lives in one folder: its PID file, its log and the file system that LocalStack takes for its own. It is ready
when every script of the init folder is SUCCESSFUL by ``/_localstack/init``; ``/_localstack/health`` already says
"available" while they run. https://docs.localstack.cloud/aws/capabilities/config/initialization-hooks/

Everything that goes wrong is a ``SandboxError`` of one line that says what to do.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import psutil

from offline_aws import data_folder, init_scripts
from offline_aws.data_folder import DataFolderError
from offline_aws.sandbox import Sandbox, SandboxError, engine_environment

LOG_POLL_SECONDS = 0.2
STOP_SECONDS = 90.0


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


def port(sandbox: Sandbox) -> int | None:
    """The port on which the sandbox runs, or None."""
    process = running(sandbox)
    return port_of(process) if process else None


def start(sandbox: Sandbox, report: Callable[[str], None] = lambda line: None) -> None:
    """Start LocalStack and return once every init script has succeeded.

    On a sandbox that already runs, the ``ready`` scripts are run again, so that an edit to them or to what they deploy
    takes effect. When the start fails or is interrupted nothing is left running.

    :param report: receives a line for each step that a person may wait for
    :raises SandboxError: interpreter too old, disk full, data in Docker, port in use, a script failed, not ready within
        ``START_SECONDS``
    """
    if process := running(sandbox):
        if port_of(process) != sandbox.port:
            raise SandboxError(f"the sandbox already runs on port {port_of(process)}: stop it first (make down)")
        init_scripts.again(sandbox, NativeStart(sandbox, process), report)
        return
    check_interpreter()
    check_room(sandbox)
    if not sandbox.ephemeral:
        sandbox.check_not_in_docker()
    discard_stale_pid(sandbox, report)
    check_port_free(sandbox.port)
    prepare_folder(sandbox)
    report(f"starting LocalStack on {sandbox.url} (log: {sandbox.log_file})")
    with spawned(sandbox) as process:
        init_scripts.await_ready(sandbox.port, NativeStart(sandbox, process), report)


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


@dataclass(frozen=True)
class NativeStart:
    """What the init scripts' waiting asks of a process that is starting."""

    sandbox: Sandbox
    process: psutil.Process

    @property
    def log_hint(self) -> str:
        return f"log: {self.sandbox.log_file}"

    def alive(self) -> bool:
        return alive(self.process)

    def log(self) -> str:
        return self.sandbox.log_file.read_text(errors="replace")


@contextlib.contextmanager
def spawned(sandbox: Sandbox) -> Iterator[psutil.Process]:
    """The background process with its PID on file; killed with all its children when the block raises."""
    with sandbox.log_file.open("wb") as log:
        child = subprocess.Popen(
            [sys.executable, "-m", "offline_aws.engine"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=process_environment(sandbox, os.environ),
            # Ctrl-C in the terminal is for us, not for the process that stays.
            start_new_session=True,
        )
    process, ours = psutil.Process(child.pid), False
    try:
        claim(sandbox, child.pid)
        ours = True
        yield process
    except BaseException:
        kill_tree(process)
        child.wait()
        if ours:
            sandbox.pid_file.unlink(missing_ok=True)
        raise


def claim(sandbox: Sandbox, pid: int) -> None:
    """Put the process on file as the sandbox's. Raises SandboxError when another one has been, meanwhile."""
    try:
        with sandbox.pid_file.open("x") as file:
            file.write(f"{pid}\n")
    except FileExistsError:
        raise SandboxError(f"another make up is starting the sandbox in {sandbox.folder}: wait for that one") from None


def kill_tree(process: psutil.Process) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        for member in [*process.children(recursive=True), process]:
            with contextlib.suppress(psutil.NoSuchProcess):
                member.kill()


def process_environment(sandbox: Sandbox, inherited: Mapping[str, str]) -> dict[str, str]:
    """The environment of LocalStack as a process of this machine, with its files in the sandbox's folder."""
    environment = engine_environment(inherited, sandbox.port, None if sandbox.ephemeral else sandbox.data.resolve())
    environment.pop("TMPDIR", None)  # LocalStack warns of it, whoever sets it
    return {
        **environment,
        "FILESYSTEM_ROOT": str(sandbox.root.resolve()),
        "GATEWAY_LISTEN": f"127.0.0.1:{sandbox.port}",
        # LocalStack unpacks functions' code there and leaves it.
        "TEMP": str(sandbox.temporary.resolve()),
        # Plux keeps an index of the plugins there; a home may be read-only.
        "XDG_CACHE_HOME": str(sandbox.temporary.resolve()),
    }


# --- before the start -------------------------------------------------------------------------------------------


def check_interpreter() -> None:
    if sys.version_info[:2] != (3, 13):
        version = ".".join(map(str, sys.version_info[:3]))
        raise SandboxError(f"LocalStack needs Python 3.13, this is {version}: remove .venv and run make up again")


def check_room(sandbox: Sandbox) -> None:
    try:
        data_folder.check_room(sandbox.folder)
    except DataFolderError as error:
        raise SandboxError(str(error)) from error


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


def unused_port() -> int:
    """A port of 127.0.0.1 on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


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


# --- for a person -----------------------------------------------------------------------------------------------


def describe(sandbox: Sandbox) -> str:
    """The process and its memory."""
    process = running(sandbox)
    if process is None:
        raise SandboxError("the sandbox is not running: make up")
    memory = sum(member.memory_info().rss for member in [process, *process.children(recursive=True)])
    return f"PID {process.pid}, {memory / 2**20:.0f} MiB"


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
                time.sleep(LOG_POLL_SECONDS)
