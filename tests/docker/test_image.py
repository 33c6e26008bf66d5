"""What is in the image and what it may do."""

from pathlib import Path
from typing import Any

import docker
import pytest
import yaml

from offline_aws.sandbox import Sandbox
from pipeline.settings import Settings

TOOLS = "gcc cc g++ make pip uv apt-get curl"
FOUND = f"for tool in {TOOLS}; do command -v $tool; done; ls /root/.cache /tmp /var/lib/apt/lists 2>/dev/null; id -u"


@pytest.fixture(scope="module")
def running(sandbox: Sandbox, engine: docker.DockerClient) -> dict[str, Any]:
    """The container of the tests' sandbox, inspected."""
    (container,) = engine.containers.list(filters={"label": "offline-aws.sandbox", "publish": str(sandbox.port)})
    return container.attrs


def test_the_image_holds_no_compiler_no_installer_and_no_cache(image: str, engine: docker.DockerClient) -> None:
    output = engine.containers.run(image, ["sh", "-c", FOUND], remove=True).decode().split("\n")
    # apt-get is Debian's own, part of every image made of it.
    assert [line for line in output if line not in ("", "/usr/bin/apt-get", "/tmp:", "/var/lib/apt/lists:")] == [
        "10001"
    ]


def test_the_container_may_do_no_more_than_it_needs(running: dict[str, Any]) -> None:
    host = running["HostConfig"]
    rights = {name: host[name] for name in ("Privileged", "ReadonlyRootfs", "CapDrop", "SecurityOpt", "PidsLimit")}
    assert rights | {"Memory": host["Memory"], "User": running["Config"]["User"]} == {
        "Privileged": False,
        "ReadonlyRootfs": True,
        "CapDrop": ["ALL"],
        "SecurityOpt": ["no-new-privileges:true"],
        "PidsLimit": 1024,
        "Memory": 2 * 2**30,
        "User": "sandbox",
    }


def test_all_mounts_but_the_data_are_read_only_and_none_is_dockers_socket(
    running: dict[str, Any], repository: Path
) -> None:
    mounts = {(mount["Destination"], mount["Type"], mount["RW"]) for mount in running["Mounts"]}
    assert mounts == {
        ("/var/lib/localstack", "volume", True),
        ("/etc/localstack/init", "bind", False),
        ("/clickstream/pipeline", "bind", False),
        ("/clickstream/queries", "bind", False),
    }


def test_the_port_is_published_on_the_loopback_only(running: dict[str, Any], sandbox: Sandbox) -> None:
    wanted = {f"{sandbox.port}/tcp": [{"HostIp": "127.0.0.1", "HostPort": str(sandbox.port)}]}
    published = {port: hosts for port, hosts in running["NetworkSettings"]["Ports"].items() if hosts}
    assert published == wanted


def test_every_setting_of_the_pipeline_reaches_the_container(repository: Path) -> None:
    services = yaml.safe_load((repository / "docker-compose.yml").read_text())["services"]
    assert {row.variable for row in Settings.rows()} - set(services["localstack"]["environment"]) == set()
