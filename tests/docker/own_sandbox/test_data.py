"""What a sandbox keeps is in its folder when it is down, whichever engine ran it."""

from typing import Any

from tests.docker.own_sandbox.conftest import Checkout

BUCKET = "kept-by-docker"


def bodies(s3: Any) -> dict[str, bytes]:
    keys = [item["Key"] for item in s3.list_objects_v2(Bucket=BUCKET).get("Contents", [])]
    return {key: s3.get_object(Bucket=BUCKET, Key=key)["Body"].read() for key in keys}


def test_data_goes_with_the_sandbox_from_docker_over_a_kill_to_docker_and_to_native(checkout: Checkout) -> None:
    sandbox, s3 = checkout.sandbox, checkout.client("s3")
    up = checkout.make("up", "ENGINE=docker")
    assert up.returncode == 0, up.stdout + up.stderr
    s3.create_bucket(Bucket=BUCKET)
    s3.put_object(Bucket=BUCKET, Key="a/first", Body=b"1")

    refused = [checkout.make("snapshot", "NAME=x"), checkout.make("up", "ENGINE=native")]
    assert ["make down" in done.stderr for done in refused] == [True, True]

    down = checkout.make("down")
    file = sandbox.data / "s3" / "buckets" / BUCKET / "objects" / "a" / "first"
    assert (down.returncode, checkout.leftovers(), file.read_bytes(), sandbox.in_docker.exists()) == (
        0,
        [],
        b"1",
        False,
    ), down.stderr

    assert checkout.make("up", "ENGINE=docker").returncode == 0
    s3.put_object(Bucket=BUCKET, Key="second", Body=b"2")
    checkout.container().kill()
    assert checkout.make("down").returncode == 0
    snapshot = checkout.make("snapshot", "NAME=x")
    native = checkout.make("up", "ENGINE=native")
    assert (snapshot.returncode, native.returncode) == (0, 0), snapshot.stderr + native.stderr
    assert bodies(s3) == {"a/first": b"1", "second": b"2"}


def test_an_ephemeral_sandbox_keeps_nothing_and_looks_at_nothing(checkout: Checkout) -> None:
    sandbox, s3 = checkout.sandbox, checkout.client("s3")
    (sandbox.data / "s3").mkdir(parents=True)
    up = checkout.make("up", "ENGINE=docker", "EPHEMERAL=1")
    assert up.returncode == 0, up.stdout + up.stderr
    s3.create_bucket(Bucket=BUCKET)
    down = checkout.make("down")
    kept = [path.name for path in sandbox.data.rglob("*")]
    assert (down.returncode, checkout.leftovers(), kept) == (0, [], ["s3"]), down.stderr
