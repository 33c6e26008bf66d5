"""A sandbox that a test may kill."""

from typing import Any

import boto3
from botocore.config import Config

from offline_aws import native


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

    def s3(self) -> Any:
        """A client that does not repeat what fails."""
        return boto3.client(
            "s3",
            endpoint_url=self.sandbox.url,
            region_name="us-east-1",
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=Config(retries={"total_max_attempts": 1}),
        )
