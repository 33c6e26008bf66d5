"""Up, edit, kill, up again, down: as a user types it."""

import re

from pipeline.settings import Settings
from tests.docker.own_sandbox.conftest import Checkout
from tests.guests import Guest, api_url, arrived, click_and_kill
from tests.waiting import eventually

DEFAULTS = Settings.load({})


def code_of_function(checkout: Checkout) -> str:
    function = checkout.client("lambda").get_function_configuration(FunctionName=DEFAULTS.function_name)
    return str(function["CodeSha256"])


def data_of(checkout: Checkout) -> list[tuple[str, str]]:
    """Name and birth of the volume: one that was made anew is another."""
    volumes = checkout.engine.volumes.list(filters=checkout.label)
    return [(volume.name, volume.attrs["CreatedAt"]) for volume in volumes]


def test_an_edit_is_applied_without_a_build_a_kill_loses_no_click_and_down_leaves_nothing(checkout: Checkout) -> None:
    up = checkout.make("up", "ENGINE=docker")
    # An image that does not build is a warning where there is an older one.
    assert (up.returncode, "warning" in up.stdout) == (0, False), up.stdout + up.stderr
    before, code, data = checkout.container(), code_of_function(checkout), data_of(checkout)

    source = checkout.folder / "pipeline" / "transform" / "transform_data.py"
    source.write_text(source.read_text() + "\nEDITED = True\n")
    again = checkout.make("up")
    after = checkout.container()
    assert (again.returncode, after.id, after.attrs["Image"]) == (0, before.id, before.attrs["Image"]), again.stderr
    assert code_of_function(checkout) != code

    guests = [Guest(number) for number in range(4)]
    url = api_url(checkout.client, checkout.sandbox.url, DEFAULTS)
    click_and_kill(after.kill, guests, url, seconds=5)
    restarted = checkout.make("up", "ENGINE=docker")
    assert (restarted.returncode, data_of(checkout)) == (0, data), restarted.stderr
    answered = {id_ for guest in guests for id_ in guest.answered}
    found = eventually(lambda: arrived(checkout.client, DEFAULTS), lambda there: there.keys() >= answered)
    repeated = [id_ for id_, count in found.items() if count != 1]
    assert (len(answered) > 20, answered - found.keys(), repeated) == (True, set(), [])

    generated = checkout.run("docker", "compose", "run", "--rm", "clicks", "--number", "20", "--rate", "100", "--wait")
    assert generated.returncode == 0, generated.stdout + generated.stderr

    down = checkout.make("down")
    assert (down.returncode, checkout.leftovers()) == (0, []), down.stderr


def test_without_make_compose_brings_up_what_the_settings_name_and_sigterm_delivers_what_is_buffered(
    checkout: Checkout,
) -> None:
    checkout.environment.update({"CLICKSTREAM_BUFFER_SECONDS": "900", "CLICKSTREAM_BUCKET": "renamed-data"})
    up = checkout.run("docker", "compose", "up", "--build", "--wait")
    container = checkout.container()
    assert (up.returncode, container.health) == (0, "healthy"), up.stderr
    assert checkout.make("send-clicks", "N=3").returncode == 0
    container.stop(timeout=90)
    container.reload()
    delivered = re.findall(r"Firehose clickstream: \d+ bytes to s3://renamed-data/", container.logs().decode())
    down = checkout.run("docker", "compose", "down", "--volumes")
    assert (container.attrs["State"]["ExitCode"], len(delivered), down.returncode, checkout.leftovers()) == (
        0,
        1,
        0,
        [],
    )


def test_an_init_script_that_fails_is_named_and_nothing_is_left_running(checkout: Checkout) -> None:
    script = checkout.folder / "init" / "ready.d" / "20_bucket.py"
    script.write_text("raise ValueError('no bucket today')\n")
    up = checkout.make("up", "ENGINE=docker")
    containers = checkout.engine.containers.list(all=True, filters=checkout.label)
    assert (up.returncode != 0, containers) == (True, [])
    assert "error: init script 20_bucket.py failed: no bucket today" in up.stderr
