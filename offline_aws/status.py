"""What a running sandbox says of itself."""

import json
import urllib.request
from collections.abc import Iterator
from typing import Any

import psutil


def lines(process: psutil.Process, port: int) -> Iterator[str]:
    """Process and memory, services that have been used, and what each stream of Firehose holds."""
    memory = sum(member.memory_info().rss for member in [process, *process.children(recursive=True)])
    used = sorted(name for name, state in _ask(port, "/_localstack/health")["services"].items() if state == "running")
    yield f"LocalStack   running, PID {process.pid}, port {port}, {memory / 2**20:.0f} MiB"
    yield f"Services     {', '.join(used)}"
    streams = _ask(port, "/_offline_aws/firehose") if "firehose" in used else {}
    for arn, counts in streams.items():
        records = ", ".join(f"{number} {state}" for state, number in counts.items())
        yield f"Firehose     {arn.rpartition('/')[2]}: {records} since the start"


def _ask(port: int, path: str) -> Any:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
        return json.load(response)
