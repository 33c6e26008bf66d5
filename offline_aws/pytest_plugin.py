"""Fixtures for the tests of a project that runs on AWS; installed with the package, pytest finds them by itself.

``offline_aws`` is one sandbox for the whole run, started by the first test that asks for it. Under pytest-xdist all
workers share it: the process that started the run stops it when the run ends. Tests keep out of each other's way by
naming what they make with ``offline_aws_prefix``.
"""

import fcntl
import re
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest

from offline_aws import native
from offline_aws.sandbox import Sandbox, SandboxError, client_environment

INIT_OPTION = "offline_aws_init"
# By its name: mypy takes a string in the place of the type for an annotation.
PATHS: Literal["paths"] = "paths"
FOLDER = pytest.StashKey[Path]()


def pytest_addoption(parser: pytest.Parser) -> None:
    help_ = "LocalStack init folder, with ready.d in it; none when unset"
    parser.addini(INIT_OPTION, help_, type=PATHS, default=[])


class OfflineAws:
    """The running sandbox, as tests see it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.url = f"http://localhost:{port}"

    def client(self, service: str, **options: Any) -> Any:
        """A boto3 client for a service of the sandbox; ``options`` are boto3's."""
        import boto3  # a run that never asks for it need not load it

        factory: Any = boto3.client
        return factory(service, **options)


@pytest.fixture(scope="session")
def offline_aws(pytestconfig: pytest.Config) -> Iterator[OfflineAws]:
    """AWS, offline. The environment points every boto3 client at it, those of the code under test too."""
    port = started(pytestconfig.stash[FOLDER], init_folder(pytestconfig))
    with pytest.MonkeyPatch.context() as environment:
        for name, value in client_environment(port).items():
            environment.setenv(name, value)
        yield OfflineAws(port)


@pytest.fixture
def offline_aws_prefix(request: pytest.FixtureRequest) -> str:
    """A prefix of this test alone, such as ``test-orders-3f9c2a-``: fit for names of buckets and streams."""
    name = re.sub(r"[^a-z0-9]+", "-", request.node.name.lower()).strip("-")
    return f"{name[:24].strip('-')}-{uuid.uuid4().hex[:6]}-"


def init_folder(config: pytest.Config) -> Path | None:
    folders = config.getini(INIT_OPTION)
    if len(folders) > 1 or not all(folder.is_dir() for folder in folders):
        raise pytest.UsageError(f"{INIT_OPTION} must name one folder that exists: {[*map(str, folders)]}")
    return folders[0] if folders else None


def started(folder: Path, init: Path | None) -> int:
    """The port of the run's sandbox, which the first caller of all processes starts."""
    no_scripts = folder / "init"
    no_scripts.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        sandbox = Sandbox(folder, init or no_scripts, native.unused_port())
        if port := native.port(sandbox):
            return port
        try:
            native.start(sandbox)
        except SandboxError as error:
            pytest.exit(f"offline_aws: {error}\n{sandbox.log_file.read_text(errors='replace')[-2000:]}", returncode=3)
        return sandbox.port


# --- one folder for the run, and its end ------------------------------------------------------------------------


def pytest_configure(config: pytest.Config) -> None:
    inherited = getattr(config, "workerinput", {}).get("offline_aws_folder")
    config.stash[FOLDER] = Path(inherited or tempfile.mkdtemp(prefix="offline-aws-"))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """pytest-xdist is about to start a worker: it uses the same sandbox."""
    node.workerinput["offline_aws_folder"] = str(node.config.stash[FOLDER])


def pytest_unconfigure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return
    folder = config.stash[FOLDER]
    try:
        native.stop(Sandbox(folder, folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
