"""S3's speed on files against LocalStack's own in memory, measured in turn in one run; and how long a start takes.

::

    python -m tests.s3_speed             # PutObject and GetObject by size
    python -m tests.s3_speed --objects 100000   # only the start with so many objects
"""

import argparse
import hashlib
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from localstack.services.s3.models import S3Bucket, S3Object

from offline_aws import native
from offline_aws.s3 import codec, layout, recovery
from offline_aws.s3.files import FileStore
from offline_aws.s3.index import Index, ObjectRow
from tests.conftest import unused_port
from tests.restartable import Restartable

SIZES = {"1 KB": (1_000, 150), "1 MB": (1_000_000, 40), "64 MB": (64_000_000, 5)}


def seconds(action: Callable[[], Any]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def put(s3: Any, size: int, number: int) -> float:
    body = bytes(size)
    return seconds(lambda: s3.put_object(Bucket="speed", Key=f"{size}/{number}", Body=body))


def get(s3: Any, size: int, number: int) -> float:
    return seconds(lambda: s3.get_object(Bucket="speed", Key=f"{size}/{number}")["Body"].read())


def compare(folder: Path) -> None:
    (folder / "init").mkdir()
    sandboxes = [
        Restartable(native.Sandbox(folder / name, folder / "init", unused_port(), ephemeral=name == "stock"))
        for name in ("stock", "ours")
    ]
    clients = [sandbox.client("s3") for sandbox in sandboxes]
    for s3 in clients:
        s3.create_bucket(Bucket="speed")
    try:
        for label, (size, times) in SIZES.items():
            report(f"Put {label}", [[put(s3, size, n) for s3 in clients] for n in range(times)])
            report(f"Get {label}", [[get(s3, size, n) for s3 in clients] for n in range(times)])
    finally:
        for sandbox in sandboxes:
            native.stop(sandbox.sandbox)


def report(label: str, pairs: list[list[float]]) -> None:
    stock, ours = (median(times) * 1000 for times in zip(*pairs, strict=True))
    print(f"{label:10} stock {stock:8.1f} ms   ours {ours:8.1f} ms   {ours / stock:.2f} x", flush=True)


def fill(root: Path, number: int) -> None:
    """Objects as the service writes them, without the wait for the disk."""
    index = Index(root / "index.sqlite3")
    bucket = S3Bucket("speed", "000000000000", "us-east-1", owner={"ID": "o"}, acl={"Owner": {"ID": "o"}, "Grants": []})
    with index.transaction():
        index.put_bucket("speed", codec.encode_bucket(bucket, {}))
        for n in range(number):
            key = f"2026/11/{n % 28 + 1:02}/{n % 24:02}/{n}"
            path = root / str(layout.readable_path("speed", key, layout.NULL_VERSION))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"{}\n")
            item = S3Object(key, etag=hashlib.md5(b"{}\n").hexdigest(), size=3)
            row = ObjectRow(
                "speed",
                key,
                layout.NULL_VERSION,
                codec.encode_object(item, {}),
                f"{n:032x}",
                str(path.relative_to(root)),
            )
            index.put_object(row)
    index.close()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--objects", type=int)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.objects is None:
            compare(Path(folder))
            return 0
        root = Path(folder) / "s3"
        store = FileStore(root)
        fill(root, options.objects)
        print(
            f"{options.objects} objects: {seconds(lambda: recovery.load(store, Index(root / 'index.sqlite3'))):.1f} s"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
