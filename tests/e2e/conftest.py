import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from offline_aws.sandbox import Sandbox
from pipeline import athena
from pipeline.resources import api
from pipeline.settings import Settings

Make = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def settings(sandbox: Sandbox) -> Settings:
    return Settings.load(os.environ)


@pytest.fixture(scope="session")
def api_url(settings: Settings) -> str:
    api_id = api.find_id(settings)
    assert api_id
    return settings.api_url(api_id)


@pytest.fixture(scope="session")
def query(settings: Settings) -> Callable[[str], athena.Result]:
    return lambda sql: athena.run(sql, settings)


@pytest.fixture(scope="session")
def make(sandbox: Sandbox, repository: Path) -> Make:
    """Run a make target as a user does, against the tests' sandbox."""

    def run(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        command: list[Any] = [
            "make",
            "--no-print-directory",
            *arguments,
            f"PORT={sandbox.port}",
            f"FOLDER={sandbox.folder}",
        ]
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
        return subprocess.run(
            command,
            cwd=repository,
            env=inherited | environment,
            input=stdin,
            text=True,
            capture_output=True,
            timeout=120,
        )

    return run
