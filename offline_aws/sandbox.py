"""What a sandbox is, whichever engine runs it: where it listens, and the environment of its two sides."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# What LocalStack needs to run as a plain process, and what puts our plugins in the place of its own.
ENGINE_SETTINGS = {
    "DISABLE_EVENTS": "1",
    "DNS_ADDRESS": "0",
    "LAMBDA_RUNTIME_EXECUTOR": "process",
    # In a container LocalStack would otherwise reach for a Docker socket, and for folders outside FILESYSTEM_ROOT.
    "OVERRIDE_IN_DOCKER": "0",
    "PROVIDER_OVERRIDE_FIREHOSE": "offline",
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


class SandboxError(Exception):
    """The sandbox could not do as asked; the message is one line and says what to do."""


@dataclass(frozen=True)
class Sandbox:
    """Where a sandbox keeps its files and listens.

    :param folder: PID file, log and LocalStack's file system; made when needed
    :param init: LocalStack's init folder, with ``ready.d`` and the other stages in it
    :param port: TCP port of the AWS API on 127.0.0.1
    """

    folder: Path
    init: Path
    port: int = 4566

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
    def temporary(self) -> Path:
        return self.folder / "tmp"


def engine_environment(inherited: Mapping[str, str], port: int) -> dict[str, str]:
    """The environment of LocalStack and of the init scripts in it: any credentials do, but no real account's."""
    kept = {name: value for name, value in inherited.items() if name not in REAL_ACCOUNT_VARIABLES}
    return {**kept, **ENGINE_SETTINGS, **client_environment(port)}


def client_environment(port: int) -> dict[str, str]:
    """What boto3 needs to speak with the sandbox on ``port`` of this machine and nothing else."""
    return {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://localhost:{port}",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    }
