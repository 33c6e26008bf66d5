"""What a sandbox is, whichever engine runs it: where it listens, and the environment of its two sides."""

import os
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from offline_aws import data_folder

# What LocalStack needs to run as a plain process, and what puts our plugins in the place of its own.
ENGINE_SETTINGS = {
    "DISABLE_EVENTS": "1",
    "DNS_ADDRESS": "0",
    # A service calls another within the process, not by HTTP.
    "IN_MEMORY_CLIENT": "1",
    "LAMBDA_RUNTIME_EXECUTOR": "process",
    # In a container LocalStack would otherwise reach for a Docker socket, and for folders outside FILESYSTEM_ROOT.
    "OVERRIDE_IN_DOCKER": "0",
    "PROVIDER_OVERRIDE_FIREHOSE": "offline",
    "PROVIDER_OVERRIDE_KINESIS": "offline",
    "PROVIDER_OVERRIDE_S3": "offline",
    "SKIP_SSL_CERT_DOWNLOAD": "1",
}
# A profile or session of the developer's real account must reach neither the init scripts nor the emulator.
REAL_ACCOUNT_VARIABLES = (
    "AWS_PROFILE",
    "AWS_DEFAULT_PROFILE",
    "AWS_SESSION_TOKEN",
    "AWS_ROLE_ARN",
    "AWS_CA_BUNDLE",
)
# What no proxy is asked for, though the environment names one for the network beyond.
THIS_MACHINE = ("localhost", "127.0.0.1", "localhost.localstack.cloud")
LOCAL = urllib.request.build_opener(urllib.request.ProxyHandler({}))
"""Opens URLs of this machine."""


class SandboxError(Exception):
    """The sandbox could not do as asked; the message is one line and says what to do."""


@dataclass(frozen=True)
class Sandbox:
    """Where a sandbox keeps its files and listens.

    :param folder: PID file, log and LocalStack's file system; made when needed
    :param init: LocalStack's init folder, with ``ready.d`` and the other stages in it
    :param port: TCP port of the AWS API on 127.0.0.1
    :param ephemeral: keep nothing: what it holds is gone when it stops, and what an earlier one kept is not looked at
    """

    folder: Path
    init: Path
    port: int = 4566
    ephemeral: bool = False

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def pid_file(self) -> Path:
        return self.folder / "localstack.pid"

    @property
    def log_file(self) -> Path:
        return self.folder / "localstack.log"

    @property
    def root(self) -> Path:
        return self.folder / "root"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def in_docker(self) -> Path:
        """A file that is there while Docker's volume holds what is newer than ``data``."""
        return self.folder / "in-docker"

    @property
    def temporary(self) -> Path:
        return self.folder / "tmp"

    def check_not_in_docker(self) -> None:
        """:raises SandboxError: what the sandbox keeps is in Docker"""
        if self.in_docker.exists():
            raise SandboxError(f"what {self.folder} keeps is in Docker's volume: make down brings it back first")


def engine_environment(inherited: Mapping[str, str], port: int, data: Path | None) -> dict[str, str]:
    """The environment of LocalStack and of the init scripts in it: any credentials do, but no real account's.

    :param data: the folder of what must outlive the process; without one nothing is kept
    """
    left_out = {*REAL_ACCOUNT_VARIABLES, data_folder.VARIABLE}
    kept = {name: value for name, value in inherited.items() if name not in left_out}
    durable = {data_folder.VARIABLE: str(data)} if data else {}
    return {**kept, **durable, **ENGINE_SETTINGS, **client_environment(port, inherited)}


def client_environment(port: int, inherited: Mapping[str, str] = os.environ) -> dict[str, str]:
    """What boto3 needs to speak with the sandbox on ``port`` of this machine and nothing else."""
    unproxied = ",".join(filter(None, [*THIS_MACHINE, inherited.get("NO_PROXY") or inherited.get("no_proxy")]))
    return {
        "NO_PROXY": unproxied,
        "no_proxy": unproxied,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://localhost:{port}",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    }
