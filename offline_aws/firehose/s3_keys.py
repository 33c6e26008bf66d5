"""The keys of the objects that Firehose writes.

``<prefix><stream>-<version>-yyyy-MM-dd-HH-mm-ss-<uuid><extension>``, with one instant, the arrival of the
oldest record, for every time in it. A prefix is literal text and expressions ``!{namespace:value}``.

https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html
https://docs.aws.amazon.com/firehose/latest/dev/s3-object-name.html
"""

import random
import re
import string
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from offline_aws.firehose.java_time import format_timestamp
from offline_aws.firehose.models import Partition

DEFAULT_TIME = "!{timestamp:yyyy/MM/dd/HH/}"
_ERROR_TYPE = "firehose:error-output-type"
ERROR_TYPE = f"!{{{_ERROR_TYPE}}}"
LONGEST_PREFIX = 512
WIDEST_DATE = datetime(2026, 9, 23, 23, 59, 59, tzinfo=UTC)
"""A date with the longest names of month and weekday: what the length of a prefix is measured by."""

_PARTITION_KEY = "!{partitionKeyFrom"
_EXPRESSION = re.compile(r"!\{([^:{}]*):([^{}]*)\}")
_RANDOM_STRING_LETTERS = string.ascii_letters + string.digits


class InvalidPrefixError(ValueError):
    """A prefix that Firehose refuses; the text says why."""


@dataclass(frozen=True)
class KeyRule:
    """How one destination names its objects; prefixes as configured, ``time_zone`` an IANA name."""

    prefix: str = ""
    error_prefix: str = ""
    extension: str = ""
    time_zone: str = "UTC"

    def data_key(self, stream: str, version: int, arrived: datetime, seed: str, partition: Partition = ()) -> str:
        """The key of an object of records, which are of one partition.

        ``seed`` (it names the batch) fixes the random parts, so that an attempt that is repeated writes the same
        object again and not a second one.
        """
        return self._key(data_prefix(self.prefix), stream, version, arrived, seed, dict(partition), self.extension)

    def error_key(self, stream: str, version: int, arrived: datetime, seed: str, error_type: str) -> str:
        """The key of an object of error descriptions; these are written plain, whatever the compression."""
        prefix = error_prefix(self.prefix, self.error_prefix)
        return self._key(prefix, stream, version, arrived, seed, {_ERROR_TYPE: error_type}, "")

    def _key(
        self,
        prefix: str,
        stream: str,
        version: int,
        arrived: datetime,
        seed: str,
        values: Mapping[str, str],
        extension: str,
    ) -> str:
        local = arrived.astimezone(zone(self.time_zone))
        unique = uuid.UUID(int=random.Random(seed).getrandbits(128), version=4)  # noqa: S311 - a name
        folder = evaluate(prefix, local, seed, values)
        return f"{folder}{stream}-{version}-{local:%Y-%m-%d-%H-%M-%S}-{unique}{extension}"


def zone(name: str) -> tzinfo:
    """The time zone of an IANA name. Raises ValueError for an unknown one."""
    try:
        # UTC is known even where the machine has no time zone database.
        return UTC if name in ("", "UTC") else ZoneInfo(name)
    except ZoneInfoNotFoundError as error:
        raise ValueError(f"CustomTimeZone {name} is not a time zone") from error


def data_prefix(prefix: str) -> str:
    """The prefix with the default time appended, directly, unless it has a time of its own.

    AWS's guide appends it to any prefix without a timestamp, also one with other expressions.
    """
    return prefix if "!{timestamp:" in prefix else prefix + DEFAULT_TIME


def error_prefix(prefix: str, error_output_prefix: str) -> str:
    """The error prefix as configured, with no time appended.

    Without one it is the data prefix's text, the error type and the default time.
    """
    return error_output_prefix or f"{prefix}{ERROR_TYPE}/{DEFAULT_TIME}"


def partition_keys(prefix: str) -> list[str]:
    """The partition keys in a prefix, as ``namespace:name``, each once, in order."""
    found = (":".join(expression.groups()) for expression in _EXPRESSION.finditer(prefix))
    return list(dict.fromkeys(key for key in found if key.startswith("partitionKeyFrom")))


def evaluate(prefix: str, moment: datetime, seed: str, values: Mapping[str, str]) -> str:
    """Replace the expressions of ``prefix``; ``values`` are those of the error type and of partition keys.

    Raises InvalidPrefixError for an expression that Firehose doesn't know.
    """
    draw = random.Random(seed)  # noqa: S311 - a name

    def replace(expression: re.Match[str]) -> str:
        namespace, value = expression.groups()
        given = values.get(f"{namespace}:{value}")
        return _value(namespace, value, moment, draw) if given is None else given

    return _EXPRESSION.sub(replace, prefix)


def _value(namespace: str, value: str, moment: datetime, draw: random.Random) -> str:
    if namespace == "timestamp":
        try:
            return format_timestamp(value, moment)
        except ValueError as error:
            raise InvalidPrefixError(str(error)) from error
    if (namespace, value) == ("firehose", "random-string"):
        return "".join(draw.choices(_RANDOM_STRING_LETTERS, k=11))
    raise InvalidPrefixError(f"The expression !{{{namespace}:{value}}} is not valid")


def check_prefixes(prefix: str, error_output_prefix: str, partitioned: bool = False) -> None:
    """Raise InvalidPrefixError for a pair of prefixes that Firehose refuses.

    Expressions in the prefix require an error prefix; expressions in the error prefix must include the error
    type, which is allowed nowhere else; a prefix is at most 512 characters once it is evaluated. Partition keys
    are for the prefix of a stream with dynamic partitioning.
    """
    if _PARTITION_KEY in error_output_prefix:
        raise InvalidPrefixError("Dynamic Partitioning Namespaces are not allowed in ErrorOutputPrefix")
    if _PARTITION_KEY in prefix and not partitioned:
        raise InvalidPrefixError(
            "Dynamic Partitioning Namespaces can only be part of a prefix expression "
            "when Dynamic Partitioning is enabled"
        )
    if ERROR_TYPE in prefix:
        raise InvalidPrefixError(f"{ERROR_TYPE} is not allowed in Prefix")
    if "!{" in prefix and not error_output_prefix:
        raise InvalidPrefixError("ErrorOutputPrefix is required when Prefix contains expressions")
    if "!{" in error_output_prefix and ERROR_TYPE not in error_output_prefix:
        raise InvalidPrefixError(f"ErrorOutputPrefix with expressions must contain {ERROR_TYPE}")
    effective = {
        "Prefix": data_prefix(prefix),
        "ErrorOutputPrefix": error_prefix(prefix, error_output_prefix),
    }
    for name, text in effective.items():
        if "!{" in _EXPRESSION.sub("", text):
            raise InvalidPrefixError(f"{name} contains an expression that is not closed")
        keys = dict.fromkeys(partition_keys(text), "")
        values = keys if name == "Prefix" else {_ERROR_TYPE: "metadata-extraction-failed"}
        if len(evaluate(text, WIDEST_DATE, "", values)) > LONGEST_PREFIX:
            raise InvalidPrefixError(f"{name} is longer than {LONGEST_PREFIX} characters when evaluated")
