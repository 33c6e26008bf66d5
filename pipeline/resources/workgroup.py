"""Athena: the workgroup's result location, so that a query needs to name none.

https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings.html
"""

from typing import Any

import boto3

from pipeline.resources import Resource
from pipeline.settings import Settings


def create(settings: Settings) -> None:
    """Point the workgroup at the results bucket."""
    _update(settings, {"OutputLocation": output_location(settings)})


def describe(settings: Settings) -> list[Resource]:
    """The workgroup counts as ours while it writes to the results bucket; ``primary`` itself is always there."""
    location = _current_location(settings)
    if location != output_location(settings):
        return []
    return [Resource("Athena result location", settings.workgroup, location)]


def delete(settings: Settings) -> list[Resource]:
    found = describe(settings)
    if found:
        _update(settings, {"RemoveOutputLocation": True})
    return found


def output_location(settings: Settings) -> str:
    return f"s3://{settings.results_bucket}/"


def _current_location(settings: Settings) -> str | None:
    athena = boto3.client("athena", region_name=settings.region)
    configuration = athena.get_work_group(WorkGroup=settings.workgroup)["WorkGroup"].get("Configuration", {})
    return configuration.get("ResultConfiguration", {}).get("OutputLocation")


def _update(settings: Settings, result_updates: dict[str, Any]) -> None:
    athena: Any = boto3.client("athena", region_name=settings.region)
    athena.update_work_group(
        WorkGroup=settings.workgroup, ConfigurationUpdates={"ResultConfigurationUpdates": result_updates}
    )
