"""dbt-athena, unmodified, on a project of a seed, a view, a table, two incremental models, a snapshot and tests.

It runs from an environment of its own, which ``make test-dbt`` makes.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from offline_aws.sandbox import Sandbox
from tests.athena import Athena

PROJECT = Path(__file__).with_name("dbt")
DBT = Path(__file__).parents[2] / ".venv-dbt/bin/dbt"
BUCKET = "data-of-dbt"

pytestmark = pytest.mark.skipif(not DBT.exists(), reason="dbt is not installed: make test-dbt")


@pytest.fixture(scope="module")
def athena(sandbox: Sandbox, client: Callable[[str], Any]) -> Athena:
    client("s3").create_bucket(Bucket=BUCKET)
    return Athena(client("athena"), client("s3"))


def dbt(project: Path, *arguments: str, fails: bool = False) -> dict[str, Any]:
    """The result of each node that a command ran, by its name."""
    environment = os.environ | {
        "DBT_BUCKET": f"s3://{BUCKET}",
        "DO_NOT_TRACK": "1",
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }
    done = subprocess.run(
        [DBT, *arguments, "--project-dir", project, "--profiles-dir", project, "--no-use-colors"],
        env=environment,
        cwd=project,
        text=True,
        capture_output=True,
        timeout=300,
    )
    assert done.returncode == fails, done.stdout + done.stderr
    results = json.loads((project / "target/run_results.json").read_text())["results"]
    return {item["unique_id"].split(".")[2]: item for item in results}


def statuses(results: dict[str, Any]) -> dict[str, str]:
    return {name: item["status"] for name, item in results.items()}


def rows(athena: Athena, table: str) -> list[list[str | None]]:
    context = {"ResultConfiguration": {"OutputLocation": f"s3://{BUCKET}/results/"}}
    return sorted(athena.rows(f"SELECT * FROM dbt.{table}", **context)[1:], key=str)


def test_a_project_is_built_tested_built_again_and_documented(athena: Athena, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(PROJECT, project)
    built = dbt(project, "build", "--exclude", "tag:refused")
    assert set(statuses(built).values()) == {"success", "pass"}
    assert rows(athena, "days") == [["1", "3.0", "2026-11-24"], ["2", "6.0", "2026-11-23"]]
    assert len(rows(athena, "appended")) == 3
    assert len(rows(athena, "history")) == 3
    again = dbt(project, "build", "--select", "appended", "overwritten", "history", "tag:refused", fails=True)
    assert statuses(again) == {
        "appended": "success", "overwritten": "success", "history": "success", "iceberg": "error"
    }  # fmt: skip
    assert "an Iceberg table" in again["iceberg"]["message"]
    assert len(rows(athena, "history")) == 3
    assert rows(athena, "appended") == [["cake", "3.0"], ["soup", "4.0"], ["tea", "2.0"], ["tea", "2.0"]]
    assert len(rows(athena, "overwritten")) == 3
    dbt(project, "docs", "generate")
    catalog = json.loads((project / "target/catalog.json").read_text())
    assert catalog["nodes"]["model.clicks.days"]["columns"]["day"]["type"] == "string"
