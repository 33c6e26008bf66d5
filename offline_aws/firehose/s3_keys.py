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

from offline_aws.firehose.java_time import NotEmulatedError, format_timestamp
from offline_aws.firehose.models import Partition

DEFAULT_TIME = "!{timestamp:yyyy/MM/dd/HH/}"
_ERROR_TYPE = "firehose:error-output-type"
ERROR_TYPE = f"!{{{_ERROR_TYPE}}}"
LONGEST_PREFIX = 512
WIDEST_DATE = datetime(2026, 9, 23, 23, 59, 59, tzinfo=UTC)
"""A date with the longest names of month and weekday: what the length of a prefix is measured by."""

_PARTITION_KEY = "!{partitionKeyFrom"
_NAMESPACES = ("timestamp", "firehose", "partitionKeyFromQuery", "partitionKeyFromLambda")
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
    """The time zone of an IANA name; those of places only. Raises ValueError for another one."""
    if name in ("", "UTC"):  # known even where the machine has no time zone database
        return UTC
    try:
        if "/" in name:
            return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    raise ValueError(
        "Provided custom time zone is not supported. "
        "Custom time zones are limited to UTC and non-3-letter IANA time zones."
    )


def data_prefix(prefix: str) -> str:
    """The prefix with the default time appended, directly, unless it has a time of its own.

    AWS's guide appends it to any prefix without a timestamp, also one with other expressions; in its example of dynamic
    partitioning there is no time but that of the keys.
    """
    return prefix if "!{timestamp:" in prefix or _PARTITION_KEY in prefix else prefix + DEFAULT_TIME


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

    Raises ValueError for an expression that Firehose doesn't know.
    """
    draw = random.Random(seed)  # noqa: S311 - a name

    def replace(expression: re.Match[str]) -> str:
        namespace, value = expression.groups()
        given = values.get(f"{namespace}:{value}")
        return _value(namespace, value, moment, draw) if given is None else given

    return _EXPRESSION.sub(replace, prefix)


def _value(namespace: str, value: str, moment: datetime, draw: random.Random) -> str:
    if namespace == "timestamp":
        return format_timestamp(value, moment)
    if (namespace, value) == ("firehose", "random-string"):
        return "".join(draw.choices(_RANDOM_STRING_LETTERS, k=11))
    raise ValueError(f"The expression !{{{namespace}:{value}}} is not valid")


def check_prefixes(prefix: str, error_output_prefix: str, partitioned: bool = False) -> None:
    """Raise InvalidPrefixError for a pair of prefixes that Firehose refuses.

    Expressions in the prefix require an error prefix; expressions in the error prefix must include the error
    type, which is allowed nowhere else; a prefix is at most 512 characters once it is evaluated. Partition keys
    are for the prefix of a stream with dynamic partitioning.
    """
    if _PARTITION_KEY in error_output_prefix:
        raise InvalidPrefixError("Dynamic Partitioning Namespaces can't be part of an error prefix expression.")
    if _PARTITION_KEY in prefix and not partitioned:
        raise InvalidPrefixError(
            "Dynamic Partitioning Namespaces can only be part of a prefix expression "
            "when Dynamic Partitioning is enabled."
        )
    for name, text in (("Prefix", prefix), ("ErrorOutputPrefix", error_output_prefix)):
        _check_expressions(name, text)
    if ERROR_TYPE in prefix:
        raise _unsatisfied(f"Prefix must not contain any occurrence of {ERROR_TYPE}")
    if "!{" in prefix and not error_output_prefix:
        raise _unsatisfied("ErrorOutputPrefix cannot be null or empty when Prefix contains expressions")
    if "!{" in error_output_prefix and ERROR_TYPE not in error_output_prefix:
        raise _unsatisfied(f"ErrorOutputPrefix must contain at least one occurrence of {ERROR_TYPE}")
    _check_length("prefix", data_prefix(prefix))
    _check_length("ErrorOutputPrefix", error_prefix(prefix, error_output_prefix))


def _unsatisfied(constraint: str) -> InvalidPrefixError:
    return InvalidPrefixError(f"The supplied prefix(es) do not satisfy the following constraint: {constraint}")


def _check_expressions(name: str, text: str) -> None:
    """``name`` is the parameter that holds the prefix."""
    if "!{" in _EXPRESSION.sub("", text):
        raise _unsatisfied("Invalid expression usage")
    for namespace, value in _EXPRESSION.findall(text):
        if namespace not in _NAMESPACES:
            raise _unsatisfied(f"Namespace to the left of colon ({namespace}) is an invalid keyword!")
        if namespace in ("timestamp", "firehose") and f"{namespace}:{value}" != _ERROR_TYPE:
            _check_value(name, namespace, value)


def _check_value(name: str, namespace: str, value: str) -> None:
    try:
        _value(namespace, value, WIDEST_DATE, random.Random(0))  # noqa: S311 - a name
    except NotEmulatedError as error:
        raise InvalidPrefixError(str(error)) from error
    except ValueError as error:
        constraint = f"Invalid conversion character used in the value of the expression in {name}"
        raise _unsatisfied(constraint) from error


def _check_length(name: str, text: str) -> None:
    values = dict.fromkeys(partition_keys(text), "") | {_ERROR_TYPE: "metadata-extraction-failed"}
    if len(evaluate(text, WIDEST_DATE, "", values)) > LONGEST_PREFIX:
        raise _unsatisfied(f"Length of evaluated {name} cannot be greater than {LONGEST_PREFIX}")
