"""What became of LocalStack's init scripts, read from ``/_localstack/init`` and the log.

``/_localstack/health`` says "available" while init scripts still run, and also when one has failed; the state of each
script is the only honest sign of readiness.
https://docs.localstack.cloud/aws/capabilities/config/initialization-hooks/
"""

import json
import re
import urllib.error
import urllib.request
from dataclasses import dataclass


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


def fetch(port: int) -> InitState | None:
    """The state by the sandbox on ``port`` of 127.0.0.1; None while nothing answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_localstack/init", timeout=5) as response:
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
