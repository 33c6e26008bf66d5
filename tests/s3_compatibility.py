"""Run a public S3 compatibility suite against LocalStack's own S3 and against ours; fail for a case that only ours fails.

::

    git clone https://github.com/ceph/s3-tests && pip install -r s3-tests/requirements.txt
    python tests/s3_compatibility.py s3-tests

Not part of the test run: it takes minutes. ``--expression`` is pytest's ``-k``.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from offline_aws import native
from tests.conftest import unused_port

# Ceph's own extensions, and cases that wait for its sped-up lifecycle clock.
MARKERS = "not fails_on_aws and not lifecycle_expiration and not lifecycle_transition and not cloud_transition and not cloud_restore"
USERS = {"s3 main": "000000000000", "s3 alt": "000000000001", "s3 tenant": "000000000002", "iam": "000000000003"}
USERS |= {"iam root": "000000000004", "iam alt root": "000000000005"}


def configuration(port: int) -> str:
    """The suite's configuration file; LocalStack takes a number for the access key as the account's."""
    users = [
        f"[{name}]\ndisplay_name = {name}\nuser_id = {account}\nemail = {account}@example.com\naccess_key = {account}\n"
        f"secret_key = test\napi_name = us-east-1\ntenant = {account}\n"
        for name, account in USERS.items()
    ]
    fixtures = (
        "[fixtures]\nbucket prefix = s3-tests-{random}-\niam name prefix = s3-tests-\niam path prefix = /s3-tests/\n"
    )
    return f"[DEFAULT]\nhost = localhost\nport = {port}\nis_secure = False\n{fixtures}{''.join(users)}"


def outcomes(suite: Path, expression: str, folder: Path, ephemeral: bool) -> dict[str, str]:
    """Each case with passed, failed, error or skipped."""
    (folder / "init").mkdir(parents=True)
    sandbox = native.Sandbox(folder / "sandbox", folder / "init", unused_port(), ephemeral)
    (folder / "s3tests.conf").write_text(configuration(sandbox.port))
    native.start(sandbox)
    try:
        options = [
            "-m",
            MARKERS,
            "-k",
            expression,
            f"--junitxml={folder}/report.xml",
            "-p",
            "tests.s3_compatibility_cleanup",
        ]
        subprocess.run(
            [sys.executable, "-m", "pytest", "-q", *options, "s3tests/functional/test_s3.py"],
            cwd=suite,
            env=os.environ | {"S3TEST_CONF": str(folder / "s3tests.conf"), "PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=sys.stderr,
            check=False,
        )
    finally:
        native.stop(sandbox)
    return {case.attrib["name"]: outcome(case) for case in ET.parse(folder / "report.xml").iter("testcase")}


def outcome(case: ET.Element) -> str:
    return next((child.tag for child in case if child.tag in ("failure", "error", "skipped")), "passed")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("suite", type=Path, help="a checkout of ceph/s3-tests")
    parser.add_argument("--expression", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stock = outcomes(options.suite, options.expression, Path(folder) / "stock", ephemeral=True)
        ours = outcomes(options.suite, options.expression, Path(folder) / "ours", ephemeral=False)
    passed = {name for name, result in stock.items() if result == "passed"}
    worse = sorted(name for name in passed if ours.get(name) != "passed")
    better = sorted(name for name, result in ours.items() if result == "passed" and name not in passed)
    print(f"{len(stock)} cases; passed on stock: {len(passed)}, on ours: {list(ours.values()).count('passed')}")
    print(f"passed on stock, not on ours: {worse}\npassed on ours, not on stock: {better}")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
