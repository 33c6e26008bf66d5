"""One real LocalStack for the whole run, started the first time that a test asks for it."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config

from offline_aws import native

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def new_port() -> Callable[[], int]:
    """Gives a port of 127.0.0.1 on which nothing listens."""
    return unused_port


@pytest.fixture
def free_port() -> int:
    """A port of 127.0.0.1 on which nothing listens."""
    return unused_port()


@pytest.fixture(scope="session")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[native.Sandbox]:
    """The sandbox on a port of its own, with the pipeline deployed by the repository's init scripts."""
    sandbox = native.Sandbox(tmp_path_factory.mktemp("sandbox"), REPOSITORY / "init", unused_port())
    os.environ.update(native.client_environment(sandbox))
    os.environ["CLICKSTREAM_INVOKE_URL"] = f"{sandbox.url}/_aws/execute-api/{{api_id}}/{{stage}}"
    native.start(sandbox)
    yield sandbox
    native.stop(sandbox)


@pytest.fixture(scope="session")
def client(sandbox: native.Sandbox) -> Callable[[str], Any]:
    """A stock boto3 client for a service of the sandbox."""
    # A test wants to see the first answer.
    once = Config(retries={"total_max_attempts": 1})
    return lambda service: boto3.client(service, config=once)
