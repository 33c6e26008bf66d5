"""The AWS CLI, where it is installed."""

import json
import os
import shutil
import subprocess
from typing import Any

import pytest

from offline_aws.native import Sandbox
from tests.waiting import eventually

BUCKET = "data-of-cli"

pytestmark = pytest.mark.skipif(shutil.which("aws") is None, reason="the AWS CLI is not installed")


def aws(*arguments: str) -> Any:
    """What a command of the CLI prints, parsed."""
    done = subprocess.run(
        ["aws", *arguments, "--output", "json"], env=os.environ, text=True, capture_output=True, timeout=60, check=True
    )
    return json.loads(done.stdout) if done.stdout else None


def test_a_query_is_started_and_its_results_are_read(sandbox: Sandbox) -> None:
    aws("s3api", "create-bucket", "--bucket", BUCKET)
    started = aws(
        "athena", "start-query-execution", "--query-string", "SELECT 'x' AS a",
        "--result-configuration", f"OutputLocation=s3://{BUCKET}/",
    )  # fmt: skip
    query = ("--query-execution-id", started["QueryExecutionId"])
    eventually(
        lambda: aws("athena", "get-query-execution", *query)["QueryExecution"]["Status"]["State"],
        lambda state: state == "SUCCEEDED",
    )
    rows = aws("athena", "get-query-results", *query)["ResultSet"]["Rows"]
    assert rows == [{"Data": [{"VarCharValue": "a"}]}, {"Data": [{"VarCharValue": "x"}]}]
