"""What a running sandbox says of itself."""

import json
from collections.abc import Iterator
from typing import Any

from offline_aws.sandbox import LOCAL


def lines(port: int) -> Iterator[str]:
    """Services that have been used, and what each stream of Firehose holds."""
    used = sorted(name for name, state in _ask(port, "/_localstack/health")["services"].items() if state == "running")
    yield f"Services     {', '.join(used)}"
    streams = _ask(port, "/_offline_aws/firehose") if "firehose" in used else {}
    for arn, counts in streams.items():
        records = ", ".join(f"{number} {state}" for state, number in counts.items())
        yield f"Firehose     {arn.rpartition('/')[2]}: {records} since the start"


def _ask(port: int, path: str) -> Any:
    with LOCAL.open(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
        return json.load(response)
