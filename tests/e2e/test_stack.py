"""All of the pipeline's resources: made twice they are made once, and destroyed they are gone."""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pipeline.resources import stack
from pipeline.settings import Settings


@pytest.fixture(scope="module")
def other(settings: Settings, client: Callable[[str], Any]) -> Iterator[Settings]:
    """Settings of a second pipeline beside the first."""
    client("athena").create_work_group(Name="other")
    names = ["api_name", "function_name", "stream_name", "bucket", "results_bucket", "dashboard", "dashboard_user"]
    roles = ["api_role", "api_policy", "firehose_role", "function_role"]
    renamed = {name: f"other-{name}".replace("_", "-") for name in names + roles}
    yield dataclasses.replace(settings, **renamed, workgroup="other", table="other_table")


def state(settings: Settings) -> list[stack.Resource]:
    """What is deployed; a bucket's contents are not part of it."""
    found = stack.describe(settings)
    return [dataclasses.replace(each, detail="") if each.kind == "S3 bucket" else each for each in found]


def test_a_second_deploy_changes_nothing(other: Settings) -> None:
    list(stack.create(other))
    first = state(other)
    list(stack.create(other))
    assert state(other) == first


def test_a_changed_setting_is_applied(other: Settings, client: Callable[[str], Any]) -> None:
    list(stack.create(dataclasses.replace(other, function_timeout=20, buffer_seconds=9)))
    timeout = client("lambda").get_function_configuration(FunctionName=other.function_name)["Timeout"]
    stream = client("firehose").describe_delivery_stream(DeliveryStreamName=other.stream_name)[
        "DeliveryStreamDescription"
    ]
    interval = stream["Destinations"][0]["ExtendedS3DestinationDescription"]["BufferingHints"]["IntervalInSeconds"]
    assert (timeout, interval, stream["VersionId"]) == (20, 9, "2")


def test_destroy_removes_everything_though_some_is_gone_already(other: Settings, client: Callable[[str], Any]) -> None:
    list(stack.create(other))
    client("s3").put_object(Bucket=other.bucket, Key="2026/01/01/00/x", Body=b"{}")
    client("lambda").delete_function(FunctionName=other.function_name)
    left = {(each.kind, each.name) for each in state(other)}
    removed = {(each.kind, each.name) for each in stack.destroy(other)}
    # The function's log group is not listed: Lambda makes it at the first call.
    log_group = ("CloudWatch log group", f"/aws/lambda/{other.function_name}")
    assert (removed - {log_group}, state(other), list(stack.destroy(other))) == (left, [], [])
