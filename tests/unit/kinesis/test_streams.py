from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from localstack.aws.api.kinesis import InvalidArgumentException
from moto.kinesis.models import KinesisBackend, kinesis_backends

from offline_aws.kept import Keeper
from offline_aws.kinesis import streams
from offline_aws.kinesis.state import KINESIS
from offline_aws.kinesis.streams import LAST_HASH_KEY, Put, Stream

ACCOUNT, REGION = "111111111111", "eu-west-1"
FIRST, SECOND = "shardId-000000000000", "shardId-000000000001"


@pytest.fixture
def backend() -> Iterator[KinesisBackend]:
    streams.use()
    backend = kinesis_backends[ACCOUNT][REGION]
    yield backend
    backend.reset()


def stream_of(backend: KinesisBackend, shards: int = 1) -> Any:
    return backend.create_stream("s", shards)


def read(stream: Stream, shard_id: str, after: int = 0, limit: int | None = None) -> list[str]:
    records, _, _ = stream.shards[shard_id].get_records(str(after), limit)
    return [record.partition_key for record in records]


def put(stream: Stream, *keys: str, hash_key: int | None = None) -> list[str]:
    explicit = None if hash_key is None else str(hash_key)
    return [origin.shard_id for origin in stream.put([Put(key, b"data", explicit) for key in keys])]


def test_the_hash_key_chooses_the_shard_to_the_end_of_its_range(backend: KinesisBackend) -> None:
    stream = stream_of(backend, 2)
    assert [put(stream, "a", hash_key=key) for key in (0, 2**127 - 1, 2**127, LAST_HASH_KEY)] == [
        [FIRST],
        [FIRST],
        [SECOND],
        [SECOND],
    ]


def test_a_split_leaves_the_records_where_they_are_and_puts_into_the_children(backend: KinesisBackend) -> None:
    stream = stream_of(backend)
    put(stream, "before")
    stream.split_shard(FIRST, str(2**127))
    put(stream, "low", hash_key=1)
    put(stream, "high", hash_key=2**127)
    assert {shard_id: read(stream, shard_id) for shard_id in stream.shards} == {
        FIRST: ["before"],
        SECOND: ["low"],
        "shardId-000000000002": ["high"],
    }


def test_shards_are_merged_in_either_order(backend: KinesisBackend) -> None:
    stream = stream_of(backend, 2)
    stream.merge_shards(SECOND, FIRST)
    merged = stream.shards["shardId-000000000002"]
    assert (merged.starting_hash, merged.ending_hash, merged.parent, merged.adjacent_parent, stream.shard_count) == (
        0,
        LAST_HASH_KEY,
        SECOND,
        FIRST,
        1,
    )


def test_a_closed_shard_is_not_split_again(backend: KinesisBackend) -> None:
    stream = stream_of(backend)
    stream.split_shard(FIRST, str(2**127))
    with pytest.raises(InvalidArgumentException, match="has already been merged or split"):
        stream.split_shard(FIRST, str(2**126))


def test_only_neighbours_are_merged(backend: KinesisBackend) -> None:
    with pytest.raises(InvalidArgumentException, match="not an adjacent pair"):
        stream_of(backend, 3).merge_shards(FIRST, "shardId-000000000002")


def test_records_are_read_in_pages_after_a_sequence_number(backend: KinesisBackend) -> None:
    stream = stream_of(backend)
    put(stream, "a", "b", "c")
    page, last, _ = stream.shards[FIRST].get_records("0", 2)
    assert ([record.partition_key for record in page], read(stream, FIRST, after=last)) == (["a", "b"], ["c"])


def test_records_older_than_the_retention_are_gone(backend: KinesisBackend) -> None:
    stream = stream_of(backend)
    put(stream, "old", "new")
    next(iter(stream.shards[FIRST].records.values())).created_at -= 25 * 3600
    put(stream, "newest")
    assert read(stream, FIRST) == ["new", "newest"]


def test_streams_and_their_records_come_back(
    backend: KinesisBackend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OFFLINE_AWS_DATA", str(tmp_path))
    stream = stream_of(backend)
    put(stream, "before")
    stream.split_shard(FIRST, str(2**127))
    put(stream, "after", hash_key=1)
    Keeper(tmp_path, KINESIS).write()
    backend.streams.clear()
    Keeper(tmp_path, KINESIS)
    back = backend.streams["s"]
    assert (back is stream, read(back, FIRST), read(back, SECOND)) == (False, ["before"], ["after"])
