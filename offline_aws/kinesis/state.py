"""What of Kinesis outlives the process beside the journals with the records: the streams, as moto has them."""

from typing import Any

from moto.kinesis.models import kinesis_backends

from offline_aws.kept import State
from offline_aws.kinesis.streams import Consumer, Shard, Stream


def dump() -> dict[tuple[str, str], Any]:
    return {
        (account, region): dict(backend.streams)
        for account, backends in dict(kinesis_backends).items()
        for region, backend in dict(backends).items()
    }


def load(kept: dict[tuple[str, str], Any]) -> None:
    for (account, region), streams in kept.items():
        kinesis_backends[account][region].streams.update(streams)
        for stream in streams.values():
            stream.recover()


KINESIS = State("kinesis", dump, load, (Stream, Shard, Consumer))
