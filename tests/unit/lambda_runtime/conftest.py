"""Functions run for real: each test's code in a process of its own, without LocalStack."""

import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from offline_aws.lambda_runtime.environment import Environment, Function
from offline_aws.lambda_runtime.variables import function_variables

type MakeEnvironment = Callable[..., Environment]


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[MakeEnvironment]:
    """Makes an environment, not started, for a module `app` with a function `handler`; stops it at the end."""
    made: list[Environment] = []

    def make(code: str, timeout: float = 10, memory_mb: int = 128, **owner: str) -> Environment:
        task_root = tmp_path / f"code{len(made)}"
        task_root.mkdir()
        (task_root / "app.py").write_text(textwrap.dedent(code))
        variables = function_variables({"_HANDLER": "app.handler"}, owner, "python3.13")
        function = Function(task_root, variables, memory_mb, timeout, "$LATEST")
        made.append(Environment(function, tmp_path / f"environment{len(made)}"))
        return made[-1]

    yield make
    for each in made:
        each.stop()
