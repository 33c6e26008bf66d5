"""The image in the tests of another project, by testcontainers: the documentation's example, pasted and run."""

import os
import re
import subprocess
import sys
from pathlib import Path

import docker

INIT_SCRIPT = "import boto3; boto3.client('s3').create_bucket(Bucket='made-by-init')\n"
TEST = """
def test_the_init_scripts_have_run(aws):
    assert [bucket["Name"] for bucket in aws("s3").list_buckets()["Buckets"]] == ["made-by-init"]
"""


def test_the_example_of_the_documentation_starts_it_with_the_projects_init_scripts(
    tmp_path: Path, repository: Path, image: str, engine: docker.DockerClient
) -> None:
    examples = re.findall(r"```python\n(.*?)```", (repository / "docs" / "testing.md").read_text(), re.S)
    (example,) = [text for text in examples if "testcontainers" in text]
    (tmp_path / "init" / "ready.d").mkdir(parents=True)
    (tmp_path / "init" / "ready.d" / "10_bucket.py").write_text(INIT_SCRIPT)
    (tmp_path / "conftest.py").write_text(example)
    (tmp_path / "test_init.py").write_text(TEST)
    # The reaper of testcontainers is an image of its own.
    environment = os.environ | {"TESTCONTAINERS_RYUK_DISABLED": "true"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        env=environment,
        text=True,
        capture_output=True,
    )
    # Not by the image alone: other tests run containers of it meanwhile.
    left = engine.containers.list(all=True, filters={"ancestor": image, "label": "org.testcontainers=true"})
    assert (done.returncode, "1 passed" in done.stdout, left) == (0, True, []), done.stdout
