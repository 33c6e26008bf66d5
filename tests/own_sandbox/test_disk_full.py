"""The disk fills up: what can't be kept is refused, what was answered stays, and it goes on when there is room."""

import http.client
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from offline_aws import native
from pipeline.settings import Settings
from tests.guests import Guest, api_url, arrived, environment
from tests.restartable import Restartable
from tests.waiting import eventually

DISK = "20m"
MEBIBYTE = 1024 * 1024


@pytest.fixture(scope="module")
def small_disk(
    tmp_path_factory: pytest.TempPathFactory, repository: Path, new_port: Callable[[], int]
) -> Iterator[Restartable]:
    """A sandbox with the pipeline deployed, whose data folder is a disk of its own."""
    sandbox = native.Sandbox(tmp_path_factory.mktemp("disk") / "sandbox", repository / "init", new_port())
    sandbox.data.mkdir(parents=True)
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(sandbox.data)]
    if mount is None or subprocess.run(command, capture_output=True).returncode != 0:
        pytest.skip("NOT TESTED: the full disk, for mounting a tmpfs is not permitted here (it is for root)")
    instance = None
    try:
        instance = Restartable(sandbox, environment(sandbox))
        yield instance
    finally:
        if instance:
            instance.close()
        subprocess.run(["umount", str(sandbox.data)], check=True)


def fill(s3: Any, size: int) -> dict[str, bytes]:
    """Put until it is refused; what was answered."""
    answered: dict[str, bytes] = {}
    for number in range(100_000):
        key, body = f"{size}/{number}", number.to_bytes(4) * (size // 4)
        try:
            s3.put_object(Bucket="full", Key=key, Body=body)
        except ClientError as error:
            assert (error.response["Error"]["Code"], "No space" in str(error)) == (
                "InternalError",
                True,
            )
            return answered
        answered[key] = body
    raise AssertionError("the disk never filled up")


def empty(s3: Any) -> None:
    """Delete what ``fill`` has put."""
    for key in everything(s3):
        s3.delete_object(Bucket="full", Key=key)


def everything(s3: Any) -> dict[str, bytes]:
    keys = [item["Key"] for item in s3.list_objects_v2(Bucket="full").get("Contents", [])]
    return {key: s3.get_object(Bucket="full", Key=key)["Body"].read() for key in keys}


def test_a_full_disk_refuses_puts_and_loses_nothing(small_disk: Restartable) -> None:
    s3 = small_disk.client("s3")
    s3.create_bucket(Bucket="full")
    held = fill(s3, MEBIBYTE) | fill(s3, 64 * 1024) | fill(s3, 1024)
    while_full = everything(s3)
    gone = [key for key in held if key.startswith(f"{MEBIBYTE}/")]
    for key in gone:
        s3.delete_object(Bucket="full", Key=key)
    s3.put_object(Bucket="full", Key="again", Body=b"room")
    expected = {key: body for key, body in held.items() if key not in gone} | {"again": b"room"}
    small_disk.kill()
    small_disk.start()
    assert (while_full == held, everything(s3) == expected) == (True, True)
    empty(s3)


def test_a_full_disk_refuses_clicks_and_loses_none_that_was_answered_200(small_disk: Restartable) -> None:
    s3, settings, guest = small_disk.client("s3"), Settings.load({}), Guest(1)
    url = api_url(small_disk.client, small_disk.sandbox.url, settings)
    connection = http.client.HTTPConnection("127.0.0.1", small_disk.sandbox.port, timeout=30)
    for size in (MEBIBYTE, 64 * 1024, 1024):
        fill(s3, size)
    statuses = [guest.click(connection, url) for _ in range(200)]
    empty(s3)
    again = eventually(lambda: guest.click(connection, url), lambda status: status == 200)
    found = eventually(lambda: arrived(small_disk.client, settings), lambda there: there.keys() >= set(guest.answered))
    assert (again, set(statuses) - {200, 500}, 500 in statuses) == (200, set(), True)
    assert {id_: found[id_] for id_ in guest.answered} == dict.fromkeys(guest.answered, 1)
