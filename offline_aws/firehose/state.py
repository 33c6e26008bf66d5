"""What of Firehose outlives the process beside the journals: the streams, with their versions, tags and encryption."""

from dataclasses import asdict
from typing import Any

from offline_aws.firehose.models import DeliveryStream, firehose_stores
from offline_aws.kept import State


def dump() -> dict[tuple[str, str], Any]:
    """The streams by account and region, each as the members that it is made of."""
    return {
        (account, region): {name: asdict(stream) for name, stream in dict(store.streams).items()}
        for account, region, store in firehose_stores.iter_stores()
    }


def load(kept: dict[tuple[str, str], Any]) -> None:
    """Bring the streams back. One whose deletion the end of the process has cut off is there again."""
    for (account, region), streams in kept.items():
        for name, members in streams.items():
            stream = DeliveryStream(**members | {"status": "ACTIVE", "restored": True})
            firehose_stores[account][region].streams[name] = stream


FIREHOSE = State("firehose", dump, load, ())
