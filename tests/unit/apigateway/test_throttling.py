from datetime import UTC, datetime

import pytest

from offline_aws.apigateway.throttling import Buckets, Limit, Quotas, period_start, plan_limits, stage_limit

_LIMIT = Limit(rate=2, burst=3)
_SETTING = {"throttlingRateLimit": 2.0, "throttlingBurstLimit": 3}


def test_a_burst_passes_and_then_as_many_as_the_rate_lets_through() -> None:
    buckets = Buckets()
    assert [buckets.take("key", _LIMIT, 0.0) for _ in range(4)] == [True, True, True, False]
    assert [buckets.take("key", _LIMIT, 0.5) for _ in range(2)] == [True, False]
    assert [buckets.take("key", _LIMIT, 60.0) for _ in range(4)] == [True, True, True, False]


def test_each_key_has_a_bucket_of_its_own() -> None:
    buckets = Buckets()
    one = Limit(rate=0, burst=1)
    assert [buckets.take(key, one, 0.0) for key in ("a", "b", "a")] == [True, True, False]


def test_a_limit_that_is_off_or_left_out_is_the_accounts() -> None:
    assert Limit.of(-1, None) == (10_000, 5_000)


@pytest.mark.parametrize("name", ["~1poc/POST", "poc/POST", "*/*"])
def test_a_stages_setting_is_for_a_method_or_for_all(name: str) -> None:
    assert stage_limit({name: _SETTING}, "/poc", "POST") == _LIMIT
    assert stage_limit({"~1other/POST": _SETTING}, "/poc", "POST") is None


def test_a_usage_plan_limits_a_method_and_all_of_a_key() -> None:
    method = {"rateLimit": 1.0, "burstLimit": 1}
    plan = {
        "apiStages": [{"apiId": "a", "stage": "poc", "throttle": {"/poc/POST": method}}],
        "throttle": {"rateLimit": 2.0, "burstLimit": 3},
    }
    assert plan_limits(plan, "a", "poc", "/poc", "POST") == {"/poc/POST": (1, 1), "plan": (2, 3)}
    assert plan_limits(plan, "a", "poc", "/poc", "GET") == {"plan": (2, 3)}


def test_a_quota_begins_anew_with_its_period_and_the_offset_is_for_the_first() -> None:
    quotas, quota = Quotas(), {"limit": 2, "period": "DAY", "offset": 1}
    first, second = datetime(2026, 11, 23, 12, tzinfo=UTC), datetime(2026, 11, 24, tzinfo=UTC)
    assert [quotas.take("key", quota, first) for _ in range(2)] == [True, False]
    assert [quotas.take("key", quota, second) for _ in range(3)] == [True, True, False]


@pytest.mark.parametrize(("period", "day"), [("DAY", 25), ("WEEK", 22), ("MONTH", 1)])
def test_periods_begin_at_midnight_on_sunday_on_the_first(period: str, day: int) -> None:
    assert period_start(period, datetime(2026, 11, 25, 13, 30, tzinfo=UTC)) == datetime(2026, 11, day, tzinfo=UTC)
