"""S3 on files against LocalStack's own in memory, and how long a start takes that finds objects."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from localstack.services.s3.models import S3Bucket, S3Object

from bench.figures import Figure, at_most
from bench.run import Run, seconds
from bench.sandboxes import running
from offline_aws.s3 import codec, layout, recovery
from offline_aws.s3.files import FileStore
from offline_aws.s3.index import Index, ObjectRow
from tests.aws import client_of

BUCKET = "speed"
STOCK = "stock, in memory"
SIZES = {"1 KB": (1_000, 150), "1 MB": (1_000_000, 40), "64 MB": (64_000_000, 5)}
"""Bytes of an object, and how often it is written and read."""

GOAL = at_most(1.5)
OBJECTS = (0, 10_000, 100_000)


def figures(run: Run) -> Iterator[Figure]:
    yield from _requests(run)
    for number in OBJECTS:
        yield _start(run, number)


def _requests(run: Run) -> Iterator[Figure]:
    with ExitStack() as stack:
        sandboxes = {
            "ours": stack.enter_context(running(run, "files")),
            STOCK: stack.enter_context(running(run, "memory", ephemeral=True)),
        }
        clients = {name: client_of(sandbox, "s3") for name, sandbox in sandboxes.items()}
        for s3 in clients.values():
            s3.create_bucket(Bucket=BUCKET)
        for label, (size, times) in SIZES.items():
            for name, request in (("PutObject", _put), ("GetObject", _get)):
                actions = {owner: partial(request, s3, size) for owner, s3 in clients.items()}
                yield _compared(run, f"{name} of {label}", actions, times)


def _compared(run: Run, name: str, actions: Mapping[str, Callable[[int], float]], times: int) -> Figure:
    milliseconds = {owner: median(each) * 1000 for owner, each in run.in_turn(name, actions, times).items()}
    return Figure(name, milliseconds["ours"], "ms", STOCK, milliseconds[STOCK], GOAL)


def _put(s3: Any, size: int, number: int) -> float:
    body = bytes(size)
    return seconds(lambda: s3.put_object(Bucket=BUCKET, Key=f"{size}/{number}", Body=body))


def _get(s3: Any, size: int, number: int) -> float:
    return seconds(lambda: s3.get_object(Bucket=BUCKET, Key=f"{size}/{number}")["Body"].read())


def _start(run: Run, objects: int) -> Figure:
    root = run.folder / f"start-{objects}"
    store = FileStore(root)
    number = objects // 10 if run.quick else objects
    with run.step(f"writing {number:,} objects", total=number) as advance:
        _fill(root, number, advance)
    with run.step(f"starting with {number:,} objects"):
        taken = seconds(lambda: recovery.load(store, Index(root / "index.sqlite3")))
    return Figure(f"start with {number:,} objects", taken, "s")


def _fill(root: Path, number: int, advance: Callable[[int], None]) -> None:
    """Objects as the service writes them, without the wait for the disk."""
    index = Index(root / "index.sqlite3")
    bucket = S3Bucket(BUCKET, "000000000000", "us-east-1", owner={"ID": "o"}, acl={"Owner": {"ID": "o"}, "Grants": []})
    with index.transaction():
        index.put_bucket(BUCKET, codec.encode_bucket(bucket, {}))
        for n in range(number):
            index.put_object(_written(root, f"2026/11/{n % 28 + 1:02}/{n % 24:02}/{n}", f"{n:032x}"))
            advance(1)
    index.close()


def _written(root: Path, key: str, file: str) -> ObjectRow:
    body = b"{}\n"
    path = root / str(layout.readable_path(BUCKET, key, layout.NULL_VERSION))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    item = S3Object(key, etag=hashlib.md5(body, usedforsecurity=False).hexdigest(), size=len(body))
    described = codec.encode_object(item, {})
    return ObjectRow(BUCKET, key, layout.NULL_VERSION, described, file, str(path.relative_to(root)))
