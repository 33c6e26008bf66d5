"""How many requests pass: token buckets, and quotas.

A bucket holds ``burst`` tokens and gets ``rate`` more each second; a request takes one, or is answered 429. A request
with an API key is first measured by its usage plan, then by the settings of the stage, as on AWS.
https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html

A rule without a clock: the caller passes ``now``.
"""

import threading
from collections import Counter
from collections.abc import Hashable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple, Self

DEFAULT_RATE = 10_000.0
DEFAULT_BURST = 5_000.0
"""Of an account in a region; a limit that names only one of the two has the other from here."""


class Limit(NamedTuple):
    """Requests a second, and how many may come at once."""

    rate: float
    burst: float

    @classmethod
    def of(cls, rate: Any, burst: Any) -> Self:
        """A limit in the API's terms; what is missing or negative is the account's."""
        return cls(_or_default(rate, DEFAULT_RATE), _or_default(burst, DEFAULT_BURST))


def _or_default(value: Any, default: float) -> float:
    return default if value is None or float(value) < 0 else float(value)


class Buckets:
    """Token buckets by key; a limit may change from one request to the next."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._filled: dict[Hashable, tuple[float, float]] = {}

    def take(self, key: Hashable, limit: Limit, now: float) -> bool:
        """Take a token, if there is one. ``now`` is in seconds."""
        with self._lock:
            tokens, since = self._filled.get(key, (limit.burst, now))
            tokens = min(limit.burst, tokens + (now - since) * limit.rate)
            taken = tokens >= 1
            self._filled[key] = (tokens - taken, now)
            return taken


class Quotas:
    """Requests counted by key and period; what a period has counted is forgotten with the next."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[Hashable] = Counter()
        self._periods: dict[Hashable, datetime] = {}

    def take(self, key: Hashable, quota: Mapping[str, Any], now: datetime) -> bool:
        """Count a request, if the quota leaves one. ``offset`` is what the first period has less."""
        begun = period_start(quota["period"], now)
        with self._lock:
            first = key not in self._periods
            if self._periods.get(key) != begun:
                self._periods[key] = begun
                self._counts[key] = int(quota.get("offset") or 0) if first else 0
            taken = self._counts[key] < int(quota["limit"])
            self._counts[key] += taken
            return taken


def period_start(period: str, now: datetime) -> datetime:
    """The begin, in UTC, of the DAY, WEEK (from Sunday) or MONTH."""
    day = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    if period == "WEEK":
        return day - timedelta(days=(day.weekday() + 1) % 7)
    return day.replace(day=1) if period == "MONTH" else day


def stage_limit(settings: Mapping[str, Any], path: str, method: str) -> Limit | None:
    """The limit of a method by its stage's ``methodSettings``; ``*/*`` is for each that has no setting of its own."""
    for name in (f"{path.replace('/', '~1')}/{method}", f"{path.lstrip('/')}/{method}", "*/*"):
        if setting := settings.get(name):
            return Limit.of(setting.get("throttlingRateLimit"), setting.get("throttlingBurstLimit"))
    return None


def plan_limits(plan: Mapping[str, Any], api: str, stage: str, path: str, method: str) -> dict[str, Limit]:
    """The limits that a usage plan sets for a method: its own, and that of the plan."""
    stages = [each for each in plan.get("apiStages") or () if (each["apiId"], each["stage"]) == (api, stage)]
    methods = {name: limit for each in stages for name, limit in (each.get("throttle") or {}).items()}
    found = {f"{path}/{method}": methods.get(f"{path}/{method}"), "plan": plan.get("throttle")}
    return {name: Limit.of(limit.get("rateLimit"), limit.get("burstLimit")) for name, limit in found.items() if limit}
