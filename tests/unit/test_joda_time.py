from datetime import UTC, datetime, timedelta, timezone

import pytest

from offline_aws.joda_time import check, parse


@pytest.mark.parametrize(
    ("pattern", "text", "moment"),
    [
        ("yyyy-MM-dd'T'HH:mm:ss", "2026-07-03T04:05:06", datetime(2026, 7, 3, 4, 5, 6, tzinfo=UTC)),
        ("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", "2026-07-03T04:05:06.7Z", datetime(2026, 7, 3, 4, 5, 6, 700_000, tzinfo=UTC)),
        ("dd/MMM/yyyy hh:mm a", "3/July/2026 12:05 PM", datetime(2026, 7, 3, 12, 5, tzinfo=UTC)),
        ("hh:mm a 'o''clock' d.M.yy", "12:05 AM o'clock 3.7.26", datetime(2026, 7, 3, 0, 5, tzinfo=UTC)),
        ("yyyyMMddHHmmss", "20260703040506", datetime(2026, 7, 3, 4, 5, 6, tzinfo=UTC)),
        ("yyyy-DDD", "2026-184", datetime(2026, 7, 3, tzinfo=UTC)),
        (
            "EEE, d MMM yyyy HH:mm:ss Z",
            "Fri, 3 Jul 2026 04:05:06 +0530",
            datetime(2026, 7, 3, 4, 5, 6, tzinfo=timezone(timedelta(hours=5, minutes=30))),
        ),
    ],
)
def test_a_text_is_read_by_a_pattern(pattern: str, text: str, moment: datetime) -> None:
    assert parse(text, pattern) == moment


@pytest.mark.parametrize("text", ["", "2026", "2026-13-01", "2026-02-30", "x2026-07-03"])
def test_another_text_is_not(text: str) -> None:
    with pytest.raises(ValueError, match=r"Invalid format|must be in|out of range"):
        parse(text, "yyyy-MM-dd")


@pytest.mark.parametrize("pattern", ["yyyy'", "xxxx"])
def test_a_pattern_that_can_not_be_read_by_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"unterminated quote|not emulated"):
        check(pattern)
