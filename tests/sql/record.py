"""Ask real Trino servers for the answer to every case and write it down: ``make oracle``.

Needs a JDK 17 and Maven, which fetches the servers' jars; nothing else of the project does. The tables of ``tables/``
are made in a sandbox, whose Glue and S3 Trino reads by its Hive connector.
"""

import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import boto3
import urllib3

from offline_aws import native
from offline_aws.athena.sql.analysis.signatures import FILE
from offline_aws.sandbox import Sandbox
from tests.athena import Athena
from tests.sql import table_file
from tests.sql.case_file import families
from tests.sql.sandbox_tables import make_tables, without_names
from tests.sql.trino import answer, signatures

ORACLE = Path(__file__).parent / "oracle"
VERSION = "435"  # the last one that runs on Java 17
HIVE_VERSION = "411"  # the last one before it whose Hive connector is in Maven Central with all that it needs
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
HIVE = """\
connector.name=hive
hive.metastore=glue
hive.metastore.glue.region=us-east-1
hive.metastore.glue.endpoint-url={url}
hive.metastore.glue.aws-access-key=test
hive.metastore.glue.aws-secret-key=test
hive.s3.endpoint={url}
hive.s3.path-style-access=true
hive.s3.aws-access-key=test
hive.s3.aws-secret-key=test
hive.partition-projection-enabled=true
hive.recursive-directories=true
"""


@contextmanager
def server(version: str, hive: str = "") -> Iterator[None]:
    """A Trino server while the block runs.

    :param hive: the configuration of its Hive connector; without one it has no connector
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for made in ("etc/catalog", "plugin"):
            (folder / made).mkdir(parents=True)
        (folder / "etc/config.properties").write_text(CONFIGURATION)
        _fetch("trino-main", version, folder / "lib")
        if hive:
            (folder / "etc/catalog/hive.properties").write_text(hive)
            _add_hive(version, folder)
        with _running(version, folder):
            yield


def _fetch(artifact: str, version: str, to: Path) -> None:
    names = [f"-Dtrino.artifact={artifact}", f"-Dtrino.version={version}", f"-DoutputDirectory={to}"]
    command = ["mvn", "--quiet", "--batch-mode", "--file", ORACLE / "pom.xml", "dependency:copy-dependencies"]
    subprocess.run([*command, "-DincludeScope=runtime", *names], check=True)


def _add_hive(version: str, folder: Path) -> None:
    """The plugin's jars, and the class by which Trino finds it."""
    plugin = folder / "plugin/hive"
    _fetch("trino-hive", version, plugin)
    classes = plugin / "classes"
    path = f"{folder / 'lib'}/*:{plugin}/*"
    subprocess.run(
        ["javac", "-proc:none", "-nowarn", "-cp", path, "-d", classes, ORACLE / "hive/HivePlugin.java"], check=True
    )
    services = classes / "META-INF/services"
    services.mkdir(parents=True)
    (services / "io.trino.spi.Plugin").write_text("HivePlugin\n")


@contextmanager
def _running(version: str, folder: Path) -> Iterator[None]:
    java = [
        "java",
        "-Xmx1500M",
        "-XX:+UseSerialGC",
        "-Djdk.attach.allowAttachSelf=true",
        "-Dconfig=etc/config.properties",
    ]
    with (folder / "log").open("wb") as log:
        command = [*java, "-cp", f"{folder / 'lib'}/*", ORACLE / "Oracle.java", version]
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


@contextmanager
def tables() -> Iterator[str]:
    """The URL of a sandbox in which the tables are, while the block runs."""
    with tempfile.TemporaryDirectory() as name:
        init = Path(name) / "init"
        init.mkdir()
        sandbox = Sandbox(Path(name), init, native.unused_port(), ephemeral=True)
        native.start(sandbox, print)
        try:
            account = {"aws_access_key_id": "test", "aws_secret_access_key": "test", "region_name": "us-east-1"}
            session = boto3.Session(**account)
            make_tables(Athena(*(session.client(each, endpoint_url=sandbox.url) for each in ("athena", "s3"))))
            yield sandbox.url
        finally:
            native.stop(sandbox)


def record_tables() -> None:
    """Write the answers of Trino's Hive connector into the table files."""
    for family in families(table_file.FOLDER):
        queries = [case for case in family.cases if table_file.is_query(case)]
        for case in queries:
            case.answer = _as_the_api_types(answer(URL, case.sql, table_file.DATABASE))
        family.title = f"{family.name} · Trino {HIVE_VERSION}"
        family.write()
        print(f"{family.path.name}: {len(queries)} queries")


def _as_the_api_types(lines: list[str]) -> list[str]:
    """The columns with the types of GetQueryResults: a real is a float, and what is in an array, a map or a row is not said."""
    whole = r'( (?:array|map|row|char|timestamp))\([^"]*?\)(?= with time zone|")'
    return [without_names(re.sub(whole, r"\1", lines[0]).replace(' real"', ' float"')), *lines[1:]]


if __name__ == "__main__":
    with server(VERSION):
        record()
    with tables() as url, server(HIVE_VERSION, HIVE.format(url=url)):
        record_tables()
