"""Waiting until accepted clicks are rows of the table.

The table has no column that tells one sender's clicks from another's, so rows are counted: before the clicks are
sent, and after. Rows of an earlier sender could take the place of ours in that count; but Firehose keeps no record
longer than its buffering interval, so the count begins only when the interval has passed since the last click.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import boto3

from pipeline import athena
from pipeline.pauses import pauses
from pipeline.settings import Settings

_MARGIN = 90.0  # seconds beyond the interval for the function, the object and the query


class NotQueryableError(Exception):
    """Clicks that were accepted did not become rows in time."""


def rows_since(moment: datetime, settings: Settings) -> int:
    """How many rows arrived since the hour before the moment; older partitions are not read.

    An object's partition is the hour of its oldest record, and clocks differ: hence the hour before.
    """
    oldest = f"{(moment.astimezone(UTC) - timedelta(hours=1)):%Y/%m/%d/%H}"
    table = settings.table.replace('"', '""')
    counted = athena.run(f"SELECT count(*) FROM \"{table}\" WHERE datehour >= '{oldest}'", settings)  # noqa: S608
    return int(counted.rows[0][0] or 0)


def buffering_interval(settings: Settings) -> float:
    """Seconds after which the deployed stream delivers what it holds."""
    firehose = boto3.client("firehose", region_name=settings.region)
    stream = firehose.describe_delivery_stream(DeliveryStreamName=settings.stream_name)
    destination = stream["DeliveryStreamDescription"]["Destinations"][0]["ExtendedS3DestinationDescription"]
    return float(destination["BufferingHints"]["IntervalInSeconds"])


def await_rows(count: Callable[[], int], expected: int, interval: float, margin: float = _MARGIN) -> None:
    """Return once `count()` has reached what is expected; call it as soon as the last click is accepted.

    Raises NotQueryableError when the interval and the margin have passed.
    """
    deadline = time.monotonic() + interval + margin
    time.sleep(interval)
    polls = pauses(0.2, 2.0)
    while (rows := count()) < expected:
        if time.monotonic() >= deadline:
            raise NotQueryableError(
                f"{expected - rows} accepted clicks are not in the table after {interval + margin:.0f} s: "
                "look for what the function refused under the stream's error prefix"
            )
        time.sleep(next(polls))
