"""What became of LocalStack's init scripts, read from ``/_localstack/init`` and the log, and running them again.

``/_localstack/health`` says "available" while init scripts still run, and also when one has failed; the state of each
script is the only honest sign of readiness.
https://docs.localstack.cloud/aws/capabilities/config/initialization-hooks/
"""

import json
import os
import re
import runpy
import time
import urllib.error
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from offline_aws.sandbox import LOCAL, Sandbox, SandboxError, client_environment

POLL_SECONDS = 0.1
START_SECONDS = 180.0


@dataclass(frozen=True)
class InitScript:
    """A script as LocalStack reports it: ``state`` is UNKNOWN, RUNNING, SUCCESSFUL or ERROR."""

    stage: str
    name: str
    state: str


@dataclass(frozen=True)
class InitState:
    """All scripts, and whether the READY stage is over."""

    completed: bool
    scripts: tuple[InitScript, ...]

    def failed(self) -> InitScript | None:
        """The script that keeps the sandbox from being ready.

        One that leaves by SystemExit stays RUNNING and those after it UNKNOWN, while the stage counts as completed.
        """
        for script in self.scripts:
            if script.state == "ERROR":
                return script
            if self.completed and script.stage != "SHUTDOWN" and script.state != "SUCCESSFUL":
                return script
        return None

    def unready(self) -> str:
        """Why the sandbox is not ready, in one line; empty when it is."""
        if script := self.failed():
            return f"init script {script.name} failed"
        return "" if self.completed else "init scripts are still running"


def fetch(port: int) -> InitState | None:
    """The state by the sandbox on ``port`` of 127.0.0.1; None while nothing answers."""
    try:
        with LOCAL.open(f"http://127.0.0.1:{port}/_localstack/init", timeout=5) as response:
            state = json.load(response)
    except (OSError, urllib.error.URLError, ValueError):
        return None
    scripts = tuple(InitScript(script["stage"], script["name"], script["state"]) for script in state["scripts"])
    return InitState(bool(state["completed"]["READY"]), scripts)


def logged_error(script: InitScript, log: str) -> str:
    """What LocalStack wrote to its log when the script raised, the first line of it."""
    pattern = re.compile(rf"Error while running script Script\(path='[^']*{re.escape(script.name)}'[^)]*\): (.*)")
    match = pattern.search(log)
    return match.group(1) if match else "it ended the interpreter (sys.exit) instead of returning"


class Start(Protocol):
    """A LocalStack that is starting, by one engine or another."""

    @property
    def log_hint(self) -> str:
        """Where the log is, for a person."""

    def alive(self) -> bool:
        """Whether it still runs."""

    def log(self) -> str:
        """What it has printed so far."""


def await_ready(port: int, start: Start, report: Callable[[str], None]) -> None:
    """Return when every init script is SUCCESSFUL.

    :raises SandboxError: a script failed, LocalStack ended, or ``START_SECONDS`` have passed
    """
    deadline = time.monotonic() + START_SECONDS
    done: set[str] = set()
    while time.monotonic() < deadline:
        state = fetch(port)
        if state is None and not start.alive():
            raise SandboxError(f"LocalStack ended: {last_line(start.log())} ({start.log_hint})")
        if state is not None:
            done = report_done(state, done, report)
            if failed := state.failed():
                reason = logged_error(failed, start.log())
                raise SandboxError(f"init script {failed.name} failed: {reason} ({start.log_hint})")
            if state.completed:
                return
        time.sleep(POLL_SECONDS)
    raise SandboxError(f"LocalStack was not ready within {START_SECONDS:.0f} s ({start.log_hint})")


def report_done(state: InitState, done: set[str], report: Callable[[str], None]) -> set[str]:
    """Report the scripts that have succeeded since ``done``; return all that have."""
    names = [script.name for script in state.scripts if script.state == "SUCCESSFUL"]
    for name in names:
        if name not in done:
            report(f"  {name}")
    return set(names)


def last_line(log: str) -> str:
    lines = [line for line in log.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "it printed nothing"


def again(sandbox: Sandbox, start: Start, report: Callable[[str], None]) -> None:
    """Run the scripts again in a LocalStack that runs; one that another ``make up`` is starting runs them just now.

    :raises SandboxError: as ``await_ready`` and ``rerun``
    """
    state = fetch(sandbox.port)
    if state is None or not state.completed:
        report(f"LocalStack is being started on {sandbox.url}; waiting for it")
        return await_ready(sandbox.port, start, report)
    report(f"LocalStack already runs on {sandbox.url}; running the init scripts again")
    return rerun(sandbox, report)


def rerun(sandbox: Sandbox, report: Callable[[str], None]) -> None:
    """Run the ``ready`` scripts in this process, in LocalStack's order.

    :raises SandboxError: the first script that raises
    """
    os.environ.update(client_environment(sandbox.port))
    for script in sorted((sandbox.init / "ready.d").rglob("*.py")):
        try:
            runpy.run_path(str(script))
        except (Exception, SystemExit) as error:
            raise SandboxError(f"init script {script.name} failed: {error}") from error
        report(f"  {script.name}")
