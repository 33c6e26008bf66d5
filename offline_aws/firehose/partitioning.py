"""Dynamic partitioning: which objects a record goes to, by keys that are in it or that the function has named.

https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning.html
"""

import json
import re
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import jq

from offline_aws.firehose.models import Record
from offline_aws.firehose.outcome import Failed, Outcome, Problem, ProcessingError
from offline_aws.firehose.s3_keys import LONGEST_PREFIX, WIDEST_DATE, data_prefix, evaluate, partition_keys

FROM_QUERY = "partitionKeyFromQuery"
FROM_FUNCTION = "partitionKeyFromLambda"
MOST_KEYS = 50
DEFAULT_RETRY_SECONDS = 300
MOST_ACTIVE_PARTITIONS = 500


def _problem(message: str) -> Problem:
    return Problem("DynamicPartitioning.MetadataExtractionFailed", message, "metadata-extraction-failed")


NO_JSON = _problem("Non JSON record provided")
NO_VALUE = _problem("partitionKeys values must not be null or empty")
TOO_LONG = _problem(f"The evaluated prefix is longer than {LONGEST_PREFIX} characters")
TOO_MANY = Problem(
    "DynamicPartitioning.ActivePartitionLimitExceeded",
    f"The stream has {MOST_ACTIVE_PARTITIONS} active partitions, which is the limit",
    "activePartitionExceeded",
)
"""The error type is AWS's: https://docs.aws.amazon.com/firehose/latest/dev/buffering.html"""


@dataclass(frozen=True)
class Partitioning:
    """How records are partitioned: the prefix with its key expressions, and the jq program if it asks for one.

    An object that S3 has not taken for ``retry_seconds`` is given up.
    """

    prefix: str
    query: str | None = None
    retry_seconds: float = DEFAULT_RETRY_SECONDS

    def step(self, record: Record) -> list[Record]:
        """The record with its partition, the values of the keys that are in the prefix. Raises ProcessingError."""
        values = dict(record.partition)
        if self.query is not None:
            values |= {f"{FROM_QUERY}:{name}": value for name, value in _extracted(self.query, record.data).items()}
        keys = [(key, _text(values.get(key))) for key in partition_keys(self.prefix)]
        if len(evaluate(data_prefix(self.prefix), WIDEST_DATE, "", dict(keys))) > LONGEST_PREFIX:
            raise ProcessingError(TOO_LONG)
        return [record._replace(partition=tuple(keys))]


class Attempts:
    """Since when the batch that is being delivered has failed."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._batch = ""
        self._since = 0.0

    def are_over(self, batch: str, seconds: float) -> bool:
        """Whether the batch, which has just failed, first did so many seconds ago."""
        if batch != self._batch:
            self._batch, self._since = batch, self._clock()
        return self._clock() - self._since >= seconds


def named_by_function(keys: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    """The partition that a function's ``metadata.partitionKeys`` name, still to be checked by ``step``."""
    return tuple((f"{FROM_FUNCTION}:{name}", value) for name, value in keys.items())


def within_limit(records: Iterable[Record], active: Collection[Any]) -> Outcome:
    """Fail the records whose partition would be one too many beside those that are active."""
    result, partitions = Outcome([], [], []), set(active)
    for record in records:
        if record.partition in partitions or len(partitions) < MOST_ACTIVE_PARTITIONS:
            partitions.add(record.partition)
            result.delivered.append(record)
        else:
            result.failed.append(Failed(record, TOO_MANY))
    return result


def check_query(query: str) -> None:
    """Raise ValueError for what is no jq program."""
    _program(query)


_KEY = re.compile(r"""\s*(?:"([^"\\]*)"|[$.]?(\w+))\s*(?::|$)""")
_STRING_OR_MARK = re.compile(r'"(?:[^"\\]|\\.)*"|[][(){},]|[^][(){},"]+', re.DOTALL)


def keys_of(query: str) -> list[str]:
    """The keys of the object that a query makes, as far as they are written in it: ``{a: .b, "c": .d, e}``."""
    members, depth = [""], 0
    for piece in _STRING_OR_MARK.findall(query.strip().removeprefix("{").removesuffix("}")):
        depth += (piece in "([{") - (piece in ")]}")
        if piece == "," and depth == 0:
            members.append("")
        else:
            members[-1] += piece
    found = (_KEY.match(member) for member in members)
    return [match.group(1) or match.group(2) for match in found if match]


@lru_cache(maxsize=256)
def _program(query: str) -> Any:
    return jq.compile(query)


def _extracted(query: str, data: bytes) -> dict[str, Any]:
    try:
        json.loads(data)
    except ValueError as error:
        raise ProcessingError(NO_JSON) from error
    try:
        found = _program(query).input_text(data.decode()).first()
    except (ValueError, StopIteration) as error:
        raise ProcessingError(_problem(f"The query failed: {error}")) from error
    if not isinstance(found, dict):
        raise ProcessingError(_problem("The query does not return an object"))
    return found


def _text(value: Any) -> str:
    """A key's value in a prefix: text as it is, numbers and booleans as in JSON."""
    if value is None or value == "" or isinstance(value, (dict, list)):
        raise ProcessingError(NO_VALUE)
    return value if isinstance(value, str) else json.dumps(value)
