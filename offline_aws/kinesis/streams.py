"""Kinesis data streams: moto's, with shards that keep their records, in order, as AWS's do.

moto moves the records of a shard that is split or merged, numbers those of each shard from 1, and goes on putting
into closed shards. A consumer that remembers where it was, such as Firehose, would lose its place.

A record is in the stream's journal, Firehose's kind, before its put is answered.

https://docs.aws.amazon.com/streams/latest/dev/kinesis-using-sdk-java-after-resharding.html
"""

import base64
import itertools
import threading
import time
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, NamedTuple

from localstack.aws.api.kinesis import InvalidArgumentException
from moto.kinesis import models
from moto.utilities.utils import md5_hash

from offline_aws.firehose.journal import Journal, journal_for
from offline_aws.firehose.models import Origin
from offline_aws.firehose.models import Record as Kept
from offline_aws.kinesis.metrics import Metrics

LARGEST_PAGE = 10_000
LARGEST_PAGE_BYTES = 10 * 1024 * 1024
LAST_HASH_KEY = 2**128 - 1

_changing = threading.RLock()
"""One for all streams: a put and a resharding exclude each other."""

# Numbers that rise over all shards and over restarts, and look like AWS's.
_sequence = itertools.count(496 * 10**53 + time.time_ns() * 10**25)


class Put(NamedTuple):
    """A record as it is put."""

    partition_key: str
    data: bytes
    explicit_hash_key: str | None = None


class Shard(models.Shard):
    """A range of hash keys and its records; one that was split or merged is closed, and keeps what it has."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.first_number = next(_sequence)
        self.last_number: int | None = None
        self._numbers: list[int] = []

    def __getstate__(self) -> dict[str, Any]:
        """What is kept beside the journal, which has the records."""
        return {**self.__dict__, "records": {}, "_numbers": []}

    def add(self, kept: Kept, partition_key: str) -> None:
        """Take a record whose id is its sequence number."""
        record = models.Record(partition_key, base64.b64encode(kept.data).decode(), int(kept.id), "")
        record.created_at = kept.arrived_ms / 1000
        record.created_at_datetime = datetime.fromtimestamp(record.created_at, UTC).replace(tzinfo=None)
        self.records[record.sequence_number] = record
        self._numbers.append(record.sequence_number)

    def get_records(self, last_sequence_id: str, limit: int | None) -> tuple[list[models.Record], int, int]:
        """At most ``limit`` records and 10 MB after a number, the number of the last, and how far it is behind."""
        with _changing:
            first = bisect_right(self._numbers, int(last_sequence_id))
            page: list[models.Record] = []
            size = 0
            for number in self._numbers[first : first + (limit or LARGEST_PAGE)]:
                size += len(self.records[number].data)
                if page and size > LARGEST_PAGE_BYTES:
                    break
                page.append(self.records[number])
            behind = self.records[self._numbers[-1]].created_at - page[-1].created_at if page else 0.0
            return page, page[-1].sequence_number if page else int(last_sequence_id), int(behind * 1000)

    def get_max_sequence_number(self) -> int:
        return self._numbers[-1] if self._numbers else self.first_number

    def get_sequence_number_at(self, at_timestamp: float) -> int:
        """The number after which the records come that are not older than a time."""
        place = bisect_left(self._numbers, at_timestamp, key=lambda number: self.records[number].created_at)
        return self._numbers[place - 1] if place else self.first_number

    def trim(self, before: float) -> list[models.Record]:
        """Forget the records from before a time, and return them."""
        place = bisect_right(self._numbers, self.get_sequence_number_at(before))
        trimmed = [self.records.pop(number) for number in self._numbers[:place]]
        del self._numbers[:place]
        return trimmed

    def close(self) -> None:
        self.is_open = False
        self.last_number = next(_sequence)

    def is_read(self, last: int) -> bool:
        """Whether nothing comes after a number, and never will."""
        return not self.is_open and not (self._numbers and self._numbers[-1] > last)

    def to_json(self) -> dict[str, Any]:
        numbers = {"StartingSequenceNumber": str(self.first_number)}
        if self.last_number is not None:
            numbers["EndingSequenceNumber"] = str(self.last_number)
        return {**super().to_json(), "SequenceNumberRange": numbers}


class Stream(models.Stream):
    """A stream whose records go to the open shard of their key and stay there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.creation_datetime = datetime.now(UTC).isoformat()

    def init_shards(self, shard_count: int) -> None:
        self.shard_count = shard_count
        step = 2**128 // shard_count
        for index in range(shard_count):
            end = LAST_HASH_KEY if index == shard_count - 1 else (index + 1) * step - 1
            self._add(Shard(index, index * step, end))

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name not in ("journal", "metrics")}

    @cached_property
    def journal(self) -> Journal:
        return journal_for(self.arn, "records")

    @cached_property
    def metrics(self) -> Metrics:
        return Metrics(self.arn)

    def put(self, puts: Sequence[Put]) -> list[Origin]:
        """Take records, return where each is in the stream when they are on disk. Raises OSError: none was taken."""
        with _changing:
            self._trim()
            now_ms = int(time.time() * 1000)
            origins = [Origin(str(next(_sequence)), 0, put.partition_key, self._shard_of(put).shard_id) for put in puts]
            pairs = zip(puts, origins, strict=True)
            kept = [Kept(origin.sequence_number, now_ms, put.data, origin=origin) for put, origin in pairs]
            self.journal.append(kept)
            self._add_records(kept)
        self.journal.sync()
        self.metrics.incoming([put.data for put in puts])
        return origins

    def put_record(self, partition_key: str, explicit_hash_key: str, data: str) -> tuple[str, str]:
        """What moto's other services put."""
        (origin,) = self.put([Put(partition_key, base64.b64decode(data), explicit_hash_key)])
        return origin.sequence_number, origin.shard_id

    def recover(self) -> None:
        """Take the records back that are in the journal."""
        self._add_records(self.journal.recovered())

    def _add_records(self, records: Sequence[Kept]) -> None:
        for record in records:
            if origin := record.origin:
                # A crash may have forgotten a resharding that its shard comes from.
                shard = self.shards.get(origin.shard_id) or self.get_shard_for_key(origin.partition_key, None)
                shard.add(record, origin.partition_key)

    def _trim(self) -> None:
        oldest = time.time() - self.retention_period_hours * 3600
        trimmed = [record for shard in self.shards.values() for record in shard.trim(oldest)]
        self.journal.moved([Kept(str(record.sequence_number), 0, b"") for record in trimmed])

    def _shard_of(self, put: Put) -> Shard:
        return self.get_shard_for_key(put.partition_key, put.explicit_hash_key)

    def get_shard_for_key(self, partition_key: str, explicit_hash_key: str | None) -> Shard:
        """The open shard whose range holds the explicit hash key, or else the MD5 of the partition key."""
        key = int(explicit_hash_key or md5_hash(partition_key.encode()).hexdigest(), 10 if explicit_hash_key else 16)
        for shard in self._open_shards():
            if shard.starting_hash <= key <= shard.ending_hash:
                return shard
        raise InvalidArgumentException(f"ExplicitHashKey {key} is not in the range of [0, {LAST_HASH_KEY}]")

    def split_shard(self, shard_to_split: str, new_starting_hash_key: str) -> None:
        with _changing:
            parent, start = self._open_shard(shard_to_split), int(new_starting_hash_key)
            if not parent.starting_hash < start < parent.ending_hash:
                raise InvalidArgumentException(
                    f"NewStartingHashKey {start} used in SplitShard() on shard {parent.shard_id} in stream "
                    f"{self.stream_name} under account {self.account_id} is not both greater than one plus the "
                    f"shard's StartingHashKey {parent.starting_hash} and less than the shard's EndingHashKey "
                    f"{parent.ending_hash}."
                )
            parent.close()
            for first, last in ((parent.starting_hash, start - 1), (start, parent.ending_hash)):
                self._add(Shard(len(self.shards), first, last, parent=parent.shard_id))
            self._count()

    def merge_shards(self, shard_to_merge: str, adjacent_shard_to_merge: str) -> None:
        with _changing:
            parents = [self._open_shard(shard_to_merge), self._open_shard(adjacent_shard_to_merge)]
            lower, upper = sorted(parents, key=lambda shard: shard.starting_hash)
            if lower.ending_hash + 1 != upper.starting_hash:
                raise InvalidArgumentException(
                    f"Shards {shard_to_merge} and {adjacent_shard_to_merge} in stream {self.stream_name} under account "
                    f"{self.account_id} are not an adjacent pair of shards eligible for merging"
                )
            for parent in parents:
                parent.close()
            ids = {"parent": shard_to_merge, "adjacent_parent": adjacent_shard_to_merge}
            self._add(Shard(len(self.shards), lower.starting_hash, upper.ending_hash, **ids))
            self._count()

    def children(self, shard: Shard) -> list[dict[str, Any]]:
        """The ``ChildShards`` that a consumer learns of when it has read a closed shard to its end."""
        return [
            {
                "ShardId": child.shard_id,
                "ParentShards": [parent for parent in (child.parent, child.adjacent_parent) if parent],
                "HashKeyRange": child.to_json()["HashKeyRange"],
            }
            for child in self.shards.values()
            if shard.shard_id in (child.parent, child.adjacent_parent)
        ]

    def _add(self, shard: Shard) -> None:
        self.shards[shard.shard_id] = shard

    def _count(self) -> None:
        self.shard_count = len(self._open_shards())

    def _open_shards(self) -> list[Shard]:
        return [shard for shard in self.shards.values() if shard.is_open]

    def _open_shard(self, shard_id: str) -> Shard:
        shard: Shard = self.get_shard(shard_id)
        if not shard.is_open:
            raise InvalidArgumentException(
                f"Shard {shard_id} in stream {self.stream_name} under account {self.account_id} has already been "
                "merged or split, and thus is not eligible for merging or splitting."
            )
        return shard


class Consumer(models.Consumer):
    """A registered consumer, whose ARN ends in the time of its registration, as AWS's model of the API demands."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consumer_arn: str = f"{self.consumer_arn}:{int(self.created)}"


def use() -> None:
    """Have moto make these streams, shards and consumers from now on."""
    models.Stream, models.Shard, models.Consumer = Stream, Shard, Consumer
