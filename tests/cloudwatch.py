"""What CloudWatch has been told."""

from datetime import UTC, datetime, timedelta
from typing import Any


def sums(cloudwatch: Any, namespace: str, dimension: tuple[str, str], names: list[str]) -> dict[str, float]:
    """The sum of each metric within the last hour, 0 for one without data."""
    now = datetime.now(UTC)

    def sum_of(name: str) -> float:
        answer = cloudwatch.get_metric_statistics(
            Namespace=namespace,
            MetricName=name,
            Dimensions=[dict(zip(("Name", "Value"), dimension, strict=True))],
            StartTime=now - timedelta(hours=1),
            EndTime=now + timedelta(minutes=1),
            Period=60,
            Statistics=["Sum"],
        )
        return sum(point["Sum"] for point in answer["Datapoints"])

    return {name: sum_of(name) for name in names}
