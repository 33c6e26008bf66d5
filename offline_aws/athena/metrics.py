"""What CloudWatch is told of a query that has ended, where its workgroup publishes metrics.

https://docs.aws.amazon.com/athena/latest/ug/query-metrics-viewing.html
"""

from typing import Any

from offline_aws.athena.models import CANCELLED, QueryExecution
from offline_aws.athena.views import runtime_statistics_view

NAMESPACE = "AWS/Athena"
_TIMES = ("QueryQueueTime", "ServicePreProcessingTime", "QueryPlanningTime", "EngineExecutionTime",
          "ServiceProcessingTime", "TotalExecutionTime")  # fmt: skip


def publish(cloudwatch: Any, execution: QueryExecution) -> None:
    """The times of the execution and, of a DML statement, the bytes it scanned."""
    # CloudWatch spells this state with one L.
    state = "CANCELED" if execution.state == CANCELLED else execution.state
    named = {"QueryState": state, "QueryType": execution.kind, "WorkGroup": execution.work_group}
    timeline = runtime_statistics_view(execution)["Timeline"]
    data = [_datum(name, timeline[f"{name}InMillis"], "Milliseconds", named) for name in _TIMES]
    if execution.kind == "DML":
        data.append(_datum("ProcessedBytes", execution.scanned, "Bytes", named))
    cloudwatch.put_metric_data(Namespace=NAMESPACE, MetricData=data)


def _datum(name: str, value: int, unit: str, named: dict[str, str]) -> dict[str, Any]:
    dimensions = [{"Name": key, "Value": value} for key, value in named.items()]
    return {"MetricName": name, "Value": value, "Unit": unit, "Dimensions": dimensions}
