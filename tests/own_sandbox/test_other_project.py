"""The wheel in another project: a clean environment, the documentation's example, pasted and run."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import psutil
import pytest

LOCKED = ["--no-default-groups", "--group", "sandbox", "--group", "pytest", "--no-install-workspace"]
INIT_SCRIPT = "import boto3; boto3.client('s3').create_bucket(Bucket='made-by-init')\n"
SECOND_TEST = """
def test_the_init_scripts_have_run(offline_aws):
    assert [bucket["Name"] for bucket in offline_aws.client("s3").list_buckets(Prefix="made")["Buckets"]] == ["made-by-init"]
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=repository / "offline_aws", check=True, capture_output=True)
    return next(folder.iterdir())


@pytest.fixture
def python(tmp_path: Path, repository: Path, wheel: Path) -> Path:
    """An interpreter with the wheel, the locked versions of what it requires, and pytest; from uv's cache where it has them."""
    uv = shutil.which("uv", path=f"{os.environ['PATH']}:{repository / '.uv' / 'bin'}") or "uv"
    environment = tmp_path / "environment"
    interpreter = environment / "bin" / "python"
    target = os.environ | {"UV_PROJECT_ENVIRONMENT": str(environment)}
    sync = [uv, "sync", "--quiet", "--frozen", "--python", sys._base_executable, *LOCKED]  # type: ignore[attr-defined]
    synced = subprocess.run(sync, cwd=repository, env=target, capture_output=True, text=True)
    if synced.returncode != 0:
        pytest.skip(f"NOT TESTED: the wheel in a clean environment, which could not be made: {synced.stderr}")
    install = [uv, "pip", "install", "--quiet", "--offline", "--no-deps", "--python", str(interpreter), str(wheel)]
    subprocess.run(install, env=target, check=True)
    return interpreter


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path, repository: Path) -> None:
    package = repository / "offline_aws"
    files = {str(path.relative_to(repository)) for path in package.rglob("*") if path.is_file()}
    beside = {f"offline_aws/{name}" for name in ("LICENSE", "README.md", "pyproject.toml")}
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert packed == {file for file in files - beside if "__pycache__" not in file}


def test_its_metadata_name_licence_python_and_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {Path(name).name: name for name in archive.namelist() if ".dist-info/" in name}
        metadata: Message = message_from_bytes(archive.read(names["METADATA"]))
    told = {name: metadata[name] for name in ("License-Expression", "License-File", "Requires-Python")}
    assert (told, str(metadata.get_payload()).strip().splitlines()[0], "LICENSE" in names) == (
        {"License-Expression": "Apache-2.0", "License-File": "LICENSE", "Requires-Python": "==3.13.*"},
        "# offline-aws",
        True,
    )


def test_the_example_of_the_documentation_passes_beside_another_test_in_one_sandbox(
    tmp_path: Path, repository: Path, python: Path
) -> None:
    example, *_ = re.findall(r"```python\n(.*?)```", (repository / "docs" / "testing.md").read_text(), re.S)
    project, temporary = tmp_path / "project", tmp_path / "temporary"
    (project / "init" / "ready.d").mkdir(parents=True)
    temporary.mkdir()
    (project / "init" / "ready.d" / "10_bucket.py").write_text(INIT_SCRIPT)
    (project / "test_orders.py").write_text(example)
    (project / "test_init.py").write_text(SECOND_TEST)
    (project / "pytest.ini").write_text("[pytest]\noffline_aws_init = init\n")
    done = subprocess.run(
        [python, "-m", "pytest", "-n", "2"], cwd=project, env=clean(temporary), text=True, capture_output=True
    )
    folders = {process.info["environ"].get("TEMP", "") for process in psutil.process_iter(["environ"], ad_value={})}
    assert (
        done.returncode,
        "2 passed" in done.stdout,
        [folder for folder in folders if folder.startswith(str(temporary))],
        # pytest's own are left for whoever wants to look.
        [path for path in temporary.iterdir() if not path.name.startswith("pytest-of-")],
    ) == (0, True, [], []), done.stdout + done.stderr


def clean(temporary: Path) -> dict[str, str]:
    """The environment of another project's developer: nothing of this run's."""
    kept = {name: os.environ[name] for name in ("HOME", "PATH") if name in os.environ}
    return kept | {"TMPDIR": str(temporary)}
