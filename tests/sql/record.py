"""Ask a real Trino server for the answer to every case and write it down: ``make oracle``.

Needs a JDK 17 and Maven, which fetches the server's jars; nothing else of the project does.
"""

import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import urllib3

from offline_aws.athena.sql.analysis.signatures import FILE
from tests.sql.case_file import families
from tests.sql.trino import answer, signatures

ORACLE = Path(__file__).parent / "oracle"
VERSION = "435"  # as in oracle/pom.xml
PORT = 8587
URL = f"http://127.0.0.1:{PORT}"
CONFIGURATION = f"""\
node.environment=oracle
node.internal-address=127.0.0.1
node.bind-ip=127.0.0.1
coordinator=true
node-scheduler.include-coordinator=true
http-server.http.port={PORT}
discovery.uri={URL}
query.max-memory-per-node=300MB
"""


@contextmanager
def server(folder: Path) -> Iterator[None]:
    """A Trino server without connectors while the block runs."""
    for name in ("etc", "plugin"):
        (folder / name).mkdir()
    (folder / "etc/config.properties").write_text(CONFIGURATION)
    fetch = ["mvn", "--quiet", "--batch-mode", "--file", ORACLE / "pom.xml", "dependency:copy-dependencies"]
    subprocess.run([*fetch, f"-DoutputDirectory={folder / 'lib'}"], check=True)
    java = [
        "java",
        "-Xmx1500M",
        "-XX:+UseSerialGC",
        "-Djdk.attach.allowAttachSelf=true",
        "-Dconfig=etc/config.properties",
    ]
    with (folder / "log").open("wb") as log:
        command = [*java, "-cp", f"{folder / 'lib'}/*", ORACLE / "Oracle.java", VERSION]
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        _await_start(process, folder / "log")
        yield
    finally:
        process.terminate()
        process.wait()


def _await_start(process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        if process.poll() is not None:
            raise SystemExit(f"error: Trino has ended\n{log.read_text()[-2000:]}")
        try:
            if not urllib3.request("GET", f"{URL}/v1/info", retries=False).json()["starting"]:
                return
        except urllib3.exceptions.HTTPError:
            pass
        time.sleep(0.5)
    raise SystemExit("error: Trino has not started within two minutes")


def record() -> None:
    """Write Trino's answers into the case files, and the signatures of its functions beside the emulator's code."""
    FILE.write_text("".join(sorted({f"{line}\n" for line in signatures(URL)})), "utf-8")
    for family in families():
        for case in family.cases:
            case.answer = answer(URL, case.sql)
        family.title = f"{family.name} · Trino {VERSION}"
        family.write()
        print(f"{family.path.name}: {len(family.cases)} cases")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name, server(Path(name)):
        record()
