from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

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
        ("Q QQ QQQ QQQQ", "3 03 Q3 3rd quarter"),
        ("YYYY 'W'ww e W F", "2026 W27 6 1 1"),
        ("n N A", "789012000 14706789012000 14706789"),
        ("G GGGG GGGGG", "AD Anno Domini A"),
        ("ppppd|ppHH", "   3|04"),
        ("yyyy[-MM[-dd]]", "2026-07-03"),
        ("O OOOO z ZZZZ ZZZZZ VV", "GMT GMT UTC GMT Z UTC"),
    ],
)
def test_a_pattern_is_written_as_java_writes_it(pattern: str, written: str) -> None:
    assert format_timestamp(pattern, MOMENT) == written


def test_midnight_is_hour_24_and_12_in_the_patterns_that_count_from_1() -> None:
    assert format_timestamp("HH kk hh KK", MOMENT.replace(hour=0)) == "00 24 12 00"


def test_an_offset_is_that_of_the_moments_zone() -> None:
    india = MOMENT.astimezone(timezone(timedelta(hours=5, minutes=30)))
    assert format_timestamp("x xx xxx O OOOO ZZZZZ", india) == "+0530 +0530 +05:30 GMT+5:30 GMT+05:30 +05:30"


def test_a_zone_is_written_by_its_name_and_id() -> None:
    assert format_timestamp("z VV O", MOMENT.astimezone(ZoneInfo("Asia/Tokyo"))) == "JST Asia/Tokyo GMT+9"


@pytest.mark.parametrize(
    ("day", "written"), [((2027, 1, 1), "2027 1"), ((2026, 12, 27), "2027 1"), ((2026, 12, 26), "2026 52")]
)
def test_a_week_belongs_to_the_year_of_its_saturday(day: tuple[int, int, int], written: str) -> None:
    assert format_timestamp("Y w", datetime(*day, tzinfo=UTC)) == written


@pytest.mark.parametrize("pattern", ["yyyy'", "b", "ddd", "dd{", "yyyy]", "p", "V", "zzzz"])
def test_a_pattern_that_can_not_be_written_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"pattern|not emulated"):
        format_timestamp(pattern, MOMENT)
