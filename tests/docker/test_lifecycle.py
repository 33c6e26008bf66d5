"""Up, edit, kill, up again, down: as a user types it. What was acknowledged before a kill is not looked for here."""

import re
from typing import Any

import boto3

from tests.docker.conftest import MAKE, Checkout
from tests.waiting import eventually


def code_of_function(checkout: Checkout) -> str:
    function: Any = boto3.client(
        "lambda",
        endpoint_url=f"http://localhost:{checkout.environment['PORT']}",
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
    return str(function.get_function_configuration(FunctionName="transform-data")["CodeSha256"])


def data_of(checkout: Checkout) -> list[tuple[str, str]]:
    """Name and birth of the volume: one that was made anew is another."""
    volumes = checkout.engine.volumes.list(filters=checkout.label)
    return [(volume.name, volume.attrs["CreatedAt"]) for volume in volumes]


def test_an_edit_is_applied_without_a_build_and_a_killed_container_starts_again(checkout: Checkout) -> None:
    up = checkout.make("up", "ENGINE=docker")
    assert up.returncode == 0, up.stdout + up.stderr
    before, code, data = checkout.container(), code_of_function(checkout), data_of(checkout)

    source = checkout.folder / "pipeline" / "transform" / "transform_data.py"
    source.write_text(source.read_text() + "\nEDITED = True\n")
    again = checkout.make("up")
    after = checkout.container()
    assert (again.returncode, after.id, after.attrs["Image"]) == (0, before.id, before.attrs["Image"]), again.stderr
    assert code_of_function(checkout) != code

    burst = checkout.start(*MAKE, "send-clicks", "N=2000", "RATE=100")
    eventually(lambda: after.logs(tail=5), lambda log: b"/poc/poc => 200" in log)
    after.kill()
    output, _ = burst.communicate(timeout=60)
    sent, accepted, failed = (
        int(re.search(rf"^{word} +(\d+)$", output, re.M)[1])  # type: ignore[index]
        for word in ("sent", "accepted", "failed")
    )
    assert (burst.returncode != 0, failed > 0, accepted + failed) == (True, True, sent), output

    restarted = checkout.make("up", "ENGINE=docker")
    clicks = checkout.make("send-clicks", "N=5", "WAIT=1")
    assert (restarted.returncode, clicks.returncode) == (0, 0), restarted.stderr + clicks.stderr
    assert data_of(checkout) == data

    generated = checkout.run("docker", "compose", "run", "--rm", "clicks", "--number", "20", "--rate", "100", "--wait")
    assert generated.returncode == 0, generated.stdout + generated.stderr

    down = checkout.make("down")
    assert (down.returncode, checkout.leftovers()) == (0, []), down.stderr


def test_sigterm_delivers_what_is_buffered_and_ends_cleanly(checkout: Checkout) -> None:
    checkout.environment["CLICKSTREAM_BUFFER_SECONDS"] = "900"
    assert checkout.make("up", "ENGINE=docker").returncode == 0
    assert checkout.make("send-clicks", "N=3").returncode == 0
    container = checkout.container()
    container.stop(timeout=90)
    container.reload()
    delivered = re.findall(r"Firehose clickstream: \d+ bytes to s3://clickstream-data/", container.logs().decode())
    assert (container.attrs["State"]["ExitCode"], len(delivered)) == (0, 1)


def test_an_init_script_that_fails_is_named_and_nothing_is_left_running(checkout: Checkout) -> None:
    script = checkout.folder / "init" / "ready.d" / "20_bucket.py"
    script.write_text("raise ValueError('no bucket today')\n")
    up = checkout.make("up", "ENGINE=docker")
    containers = checkout.engine.containers.list(all=True, filters=checkout.label)
    assert (up.returncode != 0, containers) == (True, [])
    assert "error: init script 20_bucket.py failed: no bucket today" in up.stderr
