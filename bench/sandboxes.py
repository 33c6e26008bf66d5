"""Sandboxes for a benchmark, on ports and in folders of their own; each is stopped afterwards."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from bench.run import Run
from offline_aws import init_scripts, native
from offline_aws.sandbox import Sandbox


@contextmanager
def running(run: Run, name: str, init: Path | None = None, ephemeral: bool = False) -> Iterator[Sandbox]:
    """A sandbox that is ready, with the scripts of ``init`` if there are any."""
    sandbox = _sandbox(run, name, init, ephemeral)
    with run.step(f"starting LocalStack ({name})"):
        native.start(sandbox)
    try:
        yield sandbox
    finally:
        native.stop(sandbox)


@contextmanager
def stock(run: Run) -> Iterator[Sandbox]:
    """LocalStack as it comes (``stock.py``)."""
    sandbox = _sandbox(run, "stock", None, ephemeral=True)
    native.prepare_folder(sandbox)
    environment = native.process_environment(sandbox, os.environ)
    ours = ("PROVIDER_OVERRIDE_", "IN_MEMORY_CLIENT")
    own = {name: value for name, value in environment.items() if not name.startswith(ours)}
    with sandbox.log_file.open("wb") as log, run.step("starting LocalStack (stock)"):
        process = subprocess.Popen([sys.executable, "-m", "bench.stock"], stdout=log, stderr=log, env=own)
    try:
        started = native.NativeStart(sandbox, psutil.Process(process.pid))
        init_scripts.await_ready(sandbox.port, started, lambda line: None)
        yield sandbox
    finally:
        # It keeps nothing, and does not always end by itself.
        native.kill_tree(psutil.Process(process.pid))
        process.wait()


def _sandbox(run: Run, name: str, init: Path | None, ephemeral: bool) -> Sandbox:
    folder = run.folder / name
    no_scripts = folder / "init"
    no_scripts.mkdir(parents=True)
    return Sandbox(folder, init or no_scripts, native.unused_port(), ephemeral)
