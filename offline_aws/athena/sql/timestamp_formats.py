"""``timestamp.formats``, the SerDe property that lists the Joda-Time patterns of a table's timestamps.

A timestamp is what the first pattern that fits makes of it; one that none fits is read as without the property.
https://docs.aws.amazon.com/athena/latest/ug/hive-json-serde.html
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlglot import exp

from offline_aws import joda_time
from offline_aws.athena.errors import NotEmulatedError

MOMENTS = (exp.DType.TIMESTAMP, exp.DType.TIMESTAMPTZ)


def formats_of(parameters: Mapping[str, str]) -> tuple[str, ...]:
    """The patterns that the property lists, commas between them; a backslash quotes a comma.

    :raises NotEmulatedError: a pattern with a letter that is not read here
    """
    patterns = re.findall(r"(?:\\.|[^,\\])+", parameters.get("timestamp.formats", ""))
    formats = tuple(re.sub(r"\\(.)", r"\1", pattern) for pattern in patterns)
    for pattern in formats:
        try:
            joda_time.check(pattern)
        except ValueError as error:
            raise NotEmulatedError(f"the timestamp format {pattern}") from error
    return formats


def by_formats(formats: tuple[str, ...], read: Callable[[str], Any]) -> Callable[[str], Any]:
    """``read`` for texts that are written by one of the patterns, or as it reads them itself."""
    return lambda text: read(_plain(text, formats)) if formats else read(text)


def _plain(text: str, formats: tuple[str, ...]) -> str:
    for pattern in formats:
        try:
            return _moment(text, pattern).replace(tzinfo=None).isoformat(" ")
        except (ValueError, OverflowError):
            continue
    return text


def _moment(text: str, pattern: str) -> datetime:
    if pattern == joda_time.MILLIS:
        return datetime(1970, 1, 1) + timedelta(milliseconds=int(text))
    return joda_time.parse(text, pattern).astimezone(UTC)
