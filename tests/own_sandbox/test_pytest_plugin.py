"""The pytest plugin in another project: the documentation's example, pasted and run."""

import re
from pathlib import Path

import psutil
import pytest

pytest_plugins = ["pytester"]

INIT_SCRIPT = "import boto3; boto3.client('s3').create_bucket(Bucket='made-by-init')\n"
SECOND_TEST = """
def test_the_init_scripts_have_run(offline_aws):
    assert [bucket["Name"] for bucket in offline_aws.client("s3").list_buckets(Prefix="made")["Buckets"]] == ["made-by-init"]
"""


def test_the_example_of_the_documentation_passes_beside_another_test_in_one_sandbox(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, repository: Path
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", (repository / "docs" / "testing.md").read_text(), re.S)
    pytester.makepyfile(test_orders=example, test_init=SECOND_TEST)
    pytester.mkdir("init").joinpath("ready.d").mkdir()
    (pytester.path / "init" / "ready.d" / "10_bucket.py").write_text(INIT_SCRIPT)
    pytester.makeini("[pytest]\noffline_aws_init = init")
    temporary = pytester.mkdir("temporary")
    monkeypatch.setenv("TMPDIR", str(temporary))
    result = pytester.runpytest_subprocess("-n", "2", "-v")
    result.assert_outcomes(passed=2)
    folders = {process.info["environ"].get("TMPDIR", "") for process in psutil.process_iter(["environ"], ad_value={})}
    assert ([folder for folder in folders if folder.startswith(str(temporary))], [*temporary.iterdir()]) == ([], [])
