"""One real LocalStack for the whole run, started the first time that a test asks for it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config

from offline_aws.__main__ import ENGINES
from offline_aws.native import unused_port
from offline_aws.sandbox import Sandbox, client_environment
from tests.scheduling import OneLocalStack

REPOSITORY = Path(__file__).parent.parent
# A click is queryable after two seconds, not ten.
BRISK = {"CLICKSTREAM_BUFFER_SECONDS": "1"}


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def new_port() -> Callable[[], int]:
    """Gives a port of 127.0.0.1 on which nothing listens."""
    return unused_port


@pytest.fixture
def free_port() -> int:
    """A port of 127.0.0.1 on which nothing listens."""
    return unused_port()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--engine", choices=ENGINES, default="native", help="what runs the sandbox (native)")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneLocalStack:
    return OneLocalStack(config, log)


@pytest.fixture(scope="session")
def sandbox(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Sandbox]:
    """The sandbox on a port of its own, with the pipeline deployed by the repository's init scripts."""
    sandbox = Sandbox(tmp_path_factory.mktemp("sandbox"), REPOSITORY / "init", unused_port())
    os.environ |= client_environment(sandbox.port) | project_environment(sandbox) | BRISK
    engine = ENGINES[pytestconfig.getoption("engine")]
    engine.start(sandbox)
    yield sandbox
    engine.stop(sandbox)


def project_environment(sandbox: Sandbox, checkout: Path = REPOSITORY) -> dict[str, str]:
    """What make, Docker Compose and the pipeline need to take this sandbox for theirs, beside a developer's own."""
    return {
        "PORT": str(sandbox.port),
        "FOLDER": str(sandbox.folder),
        "COMPOSE_FILE": str(checkout / "docker-compose.yml"),
        "COMPOSE_PROJECT_NAME": f"clickstream-test-{sandbox.port}",
        "CLICKSTREAM_INVOKE_URL": f"{sandbox.url}/_aws/execute-api/{{api_id}}/{{stage}}",
    }


@pytest.fixture(scope="session")
def client(sandbox: Sandbox) -> Callable[[str], Any]:
    """A stock boto3 client for a service of the sandbox."""
    # A test wants to see the first answer.
    once = Config(retries={"total_max_attempts": 1})
    return lambda service: boto3.client(service, config=once)
