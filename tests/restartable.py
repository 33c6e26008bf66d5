"""A sandbox that a test may kill."""

import os
from collections.abc import Mapping
from typing import Any

import psutil

from offline_aws import init_scripts, native
from offline_aws.sandbox import Sandbox
from tests.aws import client_of
from tests.forks import Forks


class Restartable:
    """A sandbox that can be killed and started again; it runs when this returns.

    :param environment: of its process, beside that of the tests
    """

    def __init__(self, sandbox: Sandbox, environment: Mapping[str, str] | None = None) -> None:
        self.sandbox = sandbox
        native.prepare_folder(sandbox)
        self._forks = Forks(native.process_environment(sandbox, os.environ | (environment or {})), sandbox.log_file)
        self.start()

    def start(self) -> None:
        """Start it and wait until every init script has succeeded."""
        process = self.spawn()
        init_scripts.await_ready(self.sandbox.port, native.NativeStart(self.sandbox, process), lambda line: None)

    def spawn(self) -> psutil.Process:
        native.prepare_folder(self.sandbox)
        pid = self._forks.start()
        self.sandbox.pid_file.write_text(f"{pid}\n")
        return psutil.Process(pid)

    def kill(self) -> None:
        """SIGKILL, and wait until it is dead."""
        process = native.running(self.sandbox)
        assert process
        native.kill_tree(process)
        process.wait()

    def close(self) -> None:
        """End it for good, by a kill: an orderly stop takes seconds, and no test looks at this one."""
        self._forks.close()
        if native.running(self.sandbox):
            self.kill()

    def client(self, service: Any) -> Any:
        return client_of(self.sandbox, service)
