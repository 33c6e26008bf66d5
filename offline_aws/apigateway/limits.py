"""Requests over a limit of their usage plan or stage are answered 429, where LocalStack checks API keys."""

import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from localstack.services.apigateway.next_gen.execute_api.gateway_response import QuotaExceededError, ThrottledError
from localstack.services.apigateway.next_gen.execute_api.handlers.api_key_validation import ApiKeyValidationHandler
from localstack.services.apigateway.next_gen.execute_api.moto_helpers import get_usage_plan_keys, get_usage_plans
from localstack.utils.patch import patch

from offline_aws.apigateway.throttling import Buckets, Quotas, plan_limits, stage_limit

_BUCKETS = Buckets()
_QUOTAS = Quotas()


def apply() -> None:
    """Check the limits once the API key, where a method needs one, is known to be good."""

    @patch(ApiKeyValidationHandler.__call__)
    def check(fn: Callable[..., None], self: Any, chain: Any, context: Any, response: Any) -> None:
        fn(self, chain, context, response)
        key = context.context_variables["identity"].get("apiKeyId")
        if key:
            _check_plans(context, key)
        _check_stage(context)


def _check_plans(context: Any, key: str) -> None:
    path, method = context.resource["path"], context.resource_method["httpMethod"]
    for plan in _plans(context, key):
        for name, limit in plan_limits(plan, context.api_id, context.stage, path, method).items():
            _take((plan["id"], key, name), limit)
        quota = plan.get("quota")
        if quota and not _QUOTAS.take((plan["id"], key), quota, datetime.now(UTC)):
            raise QuotaExceededError("Limit Exceeded")


def _plans(context: Any, key: str) -> Iterator[Mapping[str, Any]]:
    """The usage plans of the stage that the key belongs to."""
    where = {"account_id": context.account_id, "region_name": context.region}
    for plan in get_usage_plans(**where):
        stages = [(each.get("apiId"), each.get("stage")) for each in plan.get("apiStages") or ()]
        if (context.api_id, context.stage) in stages:
            keys = get_usage_plan_keys(usage_plan_id=plan["id"], **where)
            if any(each["id"] == key for each in keys):
                yield plan


def _check_stage(context: Any) -> None:
    path, method = context.resource["path"], context.resource_method["httpMethod"]
    settings = context.stage_configuration.get("methodSettings") or {}
    if limit := stage_limit(settings, path, method):
        _take((context.api_id, context.stage, path, method), limit)


def _take(key: Any, limit: Any) -> None:
    if not _BUCKETS.take(key, limit, time.monotonic()):
        raise ThrottledError("Too Many Requests")
