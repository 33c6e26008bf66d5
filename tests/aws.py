"""A stock client of any sandbox, for the tests that start one of their own."""

from typing import Any

import boto3
from botocore.config import Config

from offline_aws.sandbox import Sandbox


def client_of(sandbox: Sandbox, service: Any) -> Any:
    """A boto3 client that does not repeat what fails."""
    return boto3.client(
        service,
        endpoint_url=sandbox.url,
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(retries={"total_max_attempts": 1}),
    )
