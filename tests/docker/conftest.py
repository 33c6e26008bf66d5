"""The Docker engine, by its SDK: for looking at what Compose has made, and for faults."""

import subprocess
from pathlib import Path

import docker
import pytest


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """These tests are make test-docker's; make test needs no engine."""
    return None if config.getoption("engine") == "docker" else True


@pytest.fixture(scope="session")
def engine() -> docker.DockerClient:
    return docker.from_env()


@pytest.fixture(scope="session")
def image(repository: Path) -> str:
    """The name of the image, which is built."""
    subprocess.run(["docker", "compose", "build", "--quiet"], cwd=repository, check=True)
    return "clickstream-sandbox"
