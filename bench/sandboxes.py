"""Sandboxes for a benchmark, on ports and in folders of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.run import Run
from offline_aws import native
from offline_aws.sandbox import Sandbox


@contextmanager
def running(run: Run, name: str, init: Path | None = None, ephemeral: bool = False) -> Iterator[Sandbox]:
    """A sandbox that is ready, with the scripts of ``init`` if there are any; it is stopped afterwards."""
    folder = run.folder / name
    no_scripts = folder / "init"
    no_scripts.mkdir(parents=True)
    sandbox = Sandbox(folder, init or no_scripts, native.unused_port(), ephemeral)
    with run.step(f"starting LocalStack ({name})"):
        native.start(sandbox)
    try:
        yield sandbox
    finally:
        native.stop(sandbox)
