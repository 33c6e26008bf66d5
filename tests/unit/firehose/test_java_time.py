from datetime import UTC, datetime, timedelta, timezone

import pytest

from offline_aws.firehose.java_time import format_timestamp

MOMENT = datetime(2026, 7, 3, 4, 5, 6, 789012, tzinfo=UTC)


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("yyyy/MM/dd/HH", "2026/07/03/04"),
        ("yyyy-MM-dd'T'HH:mm:ss.SSS", "2026-07-03T04:05:06.789"),
        ("'year='yyyy'/o''clock'", "year=2026/o'clock"),
        ("''", "'"),
        ("yy M d H m s", "26 7 3 4 5 6"),
        ("MMM MMMM", "Jul July"),
        ("E EEEE", "Fri Friday"),
        ("DDD", "184"),
        ("hh a", "04 AM"),
        ("xxx X Z", "+00:00 Z +0000"),
    ],
)
def test_a_pattern_is_written_as_java_writes_it(pattern: str, written: str) -> None:
    assert format_timestamp(pattern, MOMENT) == written


def test_midnight_is_hour_24_and_12_in_the_patterns_that_count_from_1() -> None:
    assert format_timestamp("HH kk hh KK", MOMENT.replace(hour=0)) == "00 24 12 00"


def test_an_offset_is_that_of_the_moments_zone() -> None:
    india = MOMENT.astimezone(timezone(timedelta(hours=5, minutes=30)))
    assert format_timestamp("x xx xxx", india) == "+0530 +0530 +05:30"


@pytest.mark.parametrize("pattern", ["yyyy'", "GGGG", "w", "dd{"])
def test_a_pattern_that_can_not_be_written_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"not emulated|unterminated quote or a reserved"):
        format_timestamp(pattern, MOMENT)
