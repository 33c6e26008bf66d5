"""Executions and their statistics as the API shows them.

https://docs.aws.amazon.com/athena/latest/APIReference/API_QueryExecutionStatistics.html
"""

from datetime import UTC, datetime

from offline_aws.athena.api import Response
from offline_aws.athena.models import SUCCEEDED, QueryExecution, engine_version


def execution_view(execution: QueryExecution) -> Response:
    """QueryExecution as the API shows it."""
    status = {
        "State": execution.state,
        "StateChangeReason": execution.reason,
        "SubmissionDateTime": execution.submitted,
        "CompletionDateTime": execution.completed,
        "AthenaError": execution.error,
    }
    shown = {
        "QueryExecutionId": execution.id,
        "Query": execution.query,
        "StatementType": execution.kind,
        "SubstatementType": execution.substatement,
        "ManagedQueryResultsConfiguration": {"Enabled": execution.managed},
        "ResultReuseConfiguration": {"ResultReuseByAgeConfiguration": execution.reuse or {"Enabled": False}},
        "QueryExecutionContext": {"Database": execution.database, "Catalog": execution.catalog},
        "Status": {name: value for name, value in status.items() if value is not None},
        "Statistics": _statistics(execution),
        "WorkGroup": execution.work_group,
        "EngineVersion": engine_version(execution.engine),
    }
    own = {"ResultConfiguration": {"OutputLocation": execution.output} | (execution.result_settings or {})}
    given = {"ExecutionParameters": execution.parameters} if execution.parameters else {}
    return shown | ({} if execution.managed else own) | given


def runtime_statistics_view(execution: QueryExecution) -> Response:
    """QueryRuntimeStatistics: the times of what has happened so far and, once there are some, the rows.

    A query runs in one stage here.
    """
    timeline = _timeline(execution)
    if execution.state != SUCCEEDED:
        return {"Timeline": timeline}
    rows = {
        "InputRows": execution.input_rows,
        "InputBytes": execution.scanned,
        "OutputRows": execution.output_rows,
        "OutputBytes": execution.output_bytes,
    }
    stage = {"StageId": 0, "State": "FINISHED", "ExecutionTime": timeline["EngineExecutionTimeInMillis"]} | rows
    return {"Timeline": timeline, "Rows": rows} | ({"OutputStage": stage} if execution.kind == "DML" else {})


def _statistics(execution: QueryExecution) -> Response:
    return (
        _timeline(execution)
        | {
            "DataScannedInBytes": execution.scanned,
            "ResultReuseInformation": {"ReusedPreviousResult": execution.reused},
        }
        | ({"DataManifestLocation": execution.manifest} if execution.manifest and not execution.managed else {})
    )


def _timeline(execution: QueryExecution) -> Response:
    """How long the execution was in each of its stages; there is no service before and after the engine here."""
    end = execution.completed or datetime.now(UTC)
    started = execution.started or end
    return {
        "QueryQueueTimeInMillis": _millis(execution.submitted, started),
        "ServicePreProcessingTimeInMillis": 0,
        "QueryPlanningTimeInMillis": _millis(started, execution.planned or started),
        "EngineExecutionTimeInMillis": _millis(started, end),
        "ServiceProcessingTimeInMillis": 0,
        "TotalExecutionTimeInMillis": _millis(execution.submitted, end),
    }


def _millis(start: datetime, end: datetime) -> int:
    """The time between, which is none when the clock was set back meanwhile."""
    return max(0, int((end - start).total_seconds() * 1000))
