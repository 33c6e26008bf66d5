"""A checkout of its own, with a Compose project of its own, driven by make as a user does."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docker
import pytest
from docker.models.containers import Container

from offline_aws.native import unused_port
from offline_aws.sandbox import Sandbox
from tests.aws import client_of
from tests.conftest import project_environment

PARTS = ["Dockerfile", ".dockerignore", "LICENSE", "docker-compose.yml", "Makefile", "pyproject.toml", "uv.lock"]
# The environment is the repository's: a copy never sets it up anew.
MAKE = ["make", "--no-print-directory", "--assume-old=.venv/.synced"]
FOLDERS = ["init", "offline_aws", "pipeline", "queries", "scripts"]


@dataclass(frozen=True)
class Checkout:
    """A copy of the repository in a folder of its own, and the environment to run it in."""

    folder: Path
    environment: dict[str, str]
    engine: docker.DockerClient

    @property
    def sandbox(self) -> Sandbox:
        return Sandbox(self.folder / ".offline-aws", self.folder / "init", int(self.environment["PORT"]))

    def client(self, service: str) -> Any:
        return client_of(self.sandbox, service)

    @property
    def label(self) -> dict[str, list[str]]:
        return {"label": [f"com.docker.compose.project={self.environment['COMPOSE_PROJECT_NAME']}"]}

    def make(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(*MAKE, *arguments)

    def run(self, *command: str, timeout: float = 300) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, text=True, capture_output=True, timeout=timeout
        )

    def start(self, *command: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            command, cwd=self.folder, env=self.environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def container(self) -> Container:
        (found,) = self.engine.containers.list(all=True, filters=self.label)
        return found

    def leftovers(self) -> list[Any]:
        """All that Compose has made for this project and not removed."""
        containers = self.engine.containers.list(all=True, filters=self.label)
        return [
            *containers,
            *self.engine.networks.list(filters=self.label),
            *self.engine.volumes.list(filters=self.label),
        ]


@pytest.fixture
def checkout(tmp_path: Path, repository: Path, engine: docker.DockerClient) -> Iterator[Checkout]:
    for part in PARTS:
        shutil.copy2(repository / part, tmp_path)
    for folder in FOLDERS:
        shutil.copytree(repository / folder, tmp_path / folder)
    (tmp_path / ".venv").symlink_to(repository / ".venv")
    sandbox = Sandbox(tmp_path / ".offline-aws", tmp_path / "init", unused_port())
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    project = project_environment(sandbox, tmp_path) | {"PYTHONPATH": str(tmp_path)}
    checkout = Checkout(tmp_path, inherited | project, engine)
    yield checkout
    checkout.make("down")
