"""The AWS CLI that LocalStack brings along."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from offline_aws.sandbox import Sandbox

Aws = Callable[..., Any]


@pytest.fixture
def aws(sandbox: Sandbox) -> Aws:
    """Run the CLI as a user does and read its JSON; the sandbox has set the environment."""
    program = Path(sys.executable).with_name("aws")

    def run(*arguments: str) -> Any:
        done = subprocess.run([program, *arguments, "--output", "json"], text=True, capture_output=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout) if done.stdout else None

    return run
