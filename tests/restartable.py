"""A sandbox that a test may kill."""

from typing import Any

from offline_aws import native
from tests.aws import client_of


class Restartable:
    """A sandbox that can be killed and started again; it runs when this returns."""

    def __init__(self, sandbox: native.Sandbox) -> None:
        self.sandbox = sandbox
        native.start(sandbox)

    def start(self) -> None:
        native.start(self.sandbox)

    def kill(self) -> None:
        """SIGKILL, and wait until it is dead."""
        process = native.running(self.sandbox)
        assert process
        native.kill_tree(process)
        process.wait()

    def client(self, service: Any) -> Any:
        return client_of(self.sandbox, service)
