"""What Firehose remembers: records on their way, streams and their configuration.

Streams are plain data that pickles; the threads that move records are built from it in ``pipeline.py``.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from localstack.services.stores import AccountRegionBundle, BaseStore, LocalAttribute

from offline_aws.firehose.encryption import DISABLED

Configuration = dict[str, Any]
"""A destination as the API describes it (``ExtendedS3DestinationDescription``)."""


Partition = tuple[tuple[str, Any], ...]
"""Expressions of a prefix and their values; records of one partition share objects."""


class Origin(NamedTuple):
    """Where in its Kinesis stream a record comes from; ``subsequence`` counts the records that were put as one."""

    sequence_number: str
    subsequence: int
    partition_key: str
    shard_id: str


class Record(NamedTuple):
    """One record: the id that the put was answered with, its arrival in Unix milliseconds, its bytes.

    A record that is taken apart becomes several with the same id, numbered by ``part``. One that was unpacked keeps
    the ``packed`` bytes, which is what an error object shows.
    """

    id: str
    arrived_ms: int
    data: bytes
    part: int = 0
    partition: Partition = ()
    origin: Origin | None = None
    packed: bytes | None = None

    @property
    def raw(self) -> bytes:
        """The bytes that an error object shows."""
        return self.data if self.packed is None else self.packed

    @property
    def sequence_id(self) -> str:
        """The id that no other part has: its last six digits count the parts."""
        return f"{self.id[:-6]}{self.part:06}" if self.part else self.id


@dataclass
class DeliveryStream:
    """A delivery stream as created and updated; ``version`` rises by one with each real change.

    ``source`` is a ``KinesisStreamSourceConfiguration``, None when records are put; then there may be a
    ``throughput_hint``, the ``DirectPutSourceConfiguration``: it is shown, for nothing is throttled. ``restored`` is a
    stream of an earlier process: what it works with may still be about to be deployed.
    """

    name: str
    arn: str
    region: str
    created: datetime
    configuration: Configuration
    version: int = 1
    status: str = "ACTIVE"
    updated: datetime | None = None
    tags: dict[str, str] = field(default_factory=dict)
    encryption: Configuration = field(default_factory=DISABLED.copy)
    source: Configuration | None = None
    throughput_hint: Configuration | None = None
    restored: bool = False

    @property
    def kind(self) -> str:
        """The stream's ``DeliveryStreamType``."""
        return "KinesisStreamAsSource" if self.source else "DirectPut"

    @property
    def source_arn(self) -> str | None:
        """The Kinesis stream that is read, if one is."""
        return self.source["KinesisStreamARN"] if self.source else None

    @property
    def encrypted(self) -> bool:
        """What a put answers; a state, nothing is encrypted."""
        return bool(self.encryption["Status"] == "ENABLED")


class FirehoseStore(BaseStore):
    """The streams of one account in one region, by name."""

    streams: dict[str, DeliveryStream] = LocalAttribute(default=dict)


firehose_stores = AccountRegionBundle("firehose", FirehoseStore)
