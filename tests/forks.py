"""LocalStack as a fork of a process that has already imported it, for tests that start one many times.

Importing is half of a start. What is forked goes through the rest of it: plugins, data folder, gateway, init scripts.
"""

import gc
import importlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from offline_aws.engine import main

# None of them starts a thread, as DuckDB does, or opens anything that a fork would share.
MODULES = (
    "localstack.aws.app",
    "localstack.services.apigateway.next_gen.provider",
    "localstack.services.cloudwatch.provider_v2",
    "localstack.services.iam.provider",
    "localstack.services.lambda_.provider",
    "localstack.services.logs.provider",
    "localstack.services.sqs.provider",
    "localstack.services.sts.provider",
    "offline_aws.apigateway.patch",
    "offline_aws.athena.sql.classify",
    "offline_aws.firehose.provider",
    "offline_aws.glue.provider",
    "offline_aws.lambda_runtime.executor",
    "offline_aws.quicksight.models",
    "offline_aws.s3.service",
)


class Forks:
    """The process that forks, with the environment of all that it starts."""

    def __init__(self, environment: Mapping[str, str], log: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.forks", str(log)],
            cwd=Path(__file__).parent.parent,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def start(self) -> int:
        """The PID of a new LocalStack."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(b"\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """End it; what it has started goes on."""
        self._process.communicate()


def serve(log: str) -> None:
    """Fork a LocalStack for each byte that comes in, and print its PID."""
    gc.disable()
    for module in MODULES:
        importlib.import_module(module)
    gc.freeze()
    # Whoever is killed is gone at once, and no zombie.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while os.read(0, 1):
        pid = os.fork()
        if pid == 0:
            detach(log)
            main()
        print(pid, flush=True)


def detach(log: str) -> None:
    """Be a process of its own, as the engine's is: own session, no input, output to the log."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for source, target in ((os.open(os.devnull, os.O_RDONLY), 0), (output, 1), (output, 2)):
        os.dup2(source, target)


if __name__ == "__main__":
    serve(sys.argv[1])
