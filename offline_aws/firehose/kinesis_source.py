"""A Kinesis stream as source: its shards, their records, and the order in which shards are read.

https://docs.aws.amazon.com/firehose/latest/dev/writing-with-kinesis-streams.html
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from botocore.exceptions import ClientError
from localstack.aws.api.firehose import InvalidArgumentException

from offline_aws.firehose import kpl
from offline_aws.firehose.delivery import clients
from offline_aws.firehose.models import Configuration, Origin, Record
from offline_aws.firehose.record_ids import next_id

END = "SHARD_END"
"""The checkpoint of a closed shard that was read to its end."""


class Shard(NamedTuple):
    """A shard, and those that it was split or merged from."""

    id: str
    parents: tuple[str, ...] = ()


class Page(NamedTuple):
    """What one GetRecords gives: Kinesis's records, how far they are behind, whether nothing comes after them."""

    records: Sequence[dict[str, Any]]
    behind_ms: int
    is_last: bool


class Source:
    """The stream of a ``KinesisStreamSourceConfiguration``, read from a time on."""

    def __init__(self, given: Configuration, since: datetime) -> None:
        self.arn: str = given["KinesisStreamARN"]
        self._role_arn: str = given["RoleARN"]
        self._since = since

    @property
    def _client(self) -> Any:
        return clients(self._role_arn, self.arn.split(":")[3]).kinesis

    def check(self) -> None:
        """Raise InvalidArgumentException when there is no such stream."""
        try:
            self._client.describe_stream(StreamARN=self.arn)
        except ClientError as error:
            raise InvalidArgumentException(f"{self.arn}: {error.response['Error']['Message']}") from error

    def shards(self) -> list[Shard]:
        """All shards, the oldest first. Raises botocore's errors."""
        pages = self._client.get_paginator("list_shards").paginate(StreamARN=self.arn)
        return [_shard(given) for page in pages for given in page["Shards"]]

    def page(self, shard_id: str, checkpoint: str | None) -> Page:
        """The next records of a shard, after its checkpoint if it has one. Raises botocore's errors."""
        place: dict[str, Any] = {"ShardIteratorType": "AT_TIMESTAMP", "Timestamp": self._since}
        if checkpoint:
            place = {"ShardIteratorType": "AFTER_SEQUENCE_NUMBER", "StartingSequenceNumber": checkpoint}
        iterator = self._client.get_shard_iterator(StreamARN=self.arn, ShardId=shard_id, **place)["ShardIterator"]
        page = self._client.get_records(ShardIterator=iterator, StreamARN=self.arn)  # IAM policies name the stream
        return Page(page["Records"], page["MillisBehindLatest"], "NextShardIterator" not in page)

    def records(self, shard_id: str, page: Page) -> Iterator[Record]:
        """The records of a page as Firehose's: those of the Kinesis Producer Library taken apart."""
        for given in page.records:
            arrived = given["ApproximateArrivalTimestamp"]
            if arrived < self._since:  # an iterator goes by seconds
                continue
            for number, user_record in enumerate(kpl.user_records(given["PartitionKey"], given["Data"])):
                origin = Origin(given["SequenceNumber"], number, user_record.partition_key, shard_id)
                yield Record(next_id(), int(arrived.timestamp() * 1000), user_record.data, origin=origin)


def readable(shards: Sequence[Shard], checkpoints: Mapping[str, str]) -> list[Shard]:
    """The shards to read: not yet read to the end, while those that they come from are."""
    known = {shard.id for shard in shards}
    ended = {shard for shard, checkpoint in checkpoints.items() if checkpoint == END}
    return [shard for shard in shards if shard.id not in ended and known & {*shard.parents} <= ended]


def _shard(given: dict[str, Any]) -> Shard:
    parents = (given.get("ParentShardId"), given.get("AdjacentParentShardId"))
    return Shard(given["ShardId"], tuple(parent for parent in parents if parent))
