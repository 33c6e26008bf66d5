"""Executions, databases and tables as the API shows them."""

from datetime import UTC, datetime

from offline_aws.athena.api import Request, Response
from offline_aws.athena.models import ENGINE_VERSION, QueryExecution


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
        "ResultConfiguration": {"OutputLocation": execution.output},
        "ResultReuseConfiguration": {"ResultReuseByAgeConfiguration": {"Enabled": False}},
        "QueryExecutionContext": {"Database": execution.database, "Catalog": execution.catalog},
        "Status": {name: value for name, value in status.items() if value is not None},
        "Statistics": _statistics(execution),
        "WorkGroup": execution.work_group,
        "EngineVersion": ENGINE_VERSION,
    }
    return shown | ({"ExecutionParameters": execution.parameters} if execution.parameters else {})


def _statistics(execution: QueryExecution) -> Response:
    end = execution.completed or datetime.now(UTC)
    started = execution.started or end
    return {
        "EngineExecutionTimeInMillis": _millis(started, end),
        "DataScannedInBytes": execution.scanned,
        "TotalExecutionTimeInMillis": _millis(execution.submitted, end),
        "QueryQueueTimeInMillis": _millis(execution.submitted, started),
        "ResultReuseInformation": {"ReusedPreviousResult": False},
    } | ({"DataManifestLocation": execution.manifest} if execution.manifest else {})


def _millis(start: datetime, end: datetime) -> int:
    """The time between, which is none when the clock was set back meanwhile."""
    return max(0, int((end - start).total_seconds() * 1000))


def database_view(item: Request) -> Response:
    return {
        "Name": item["Name"],
        "Description": item.get("Description") or "",
        "Parameters": item.get("Parameters") or {},
    }


def table_view(table: Request) -> Response:
    storage = table.get("StorageDescriptor") or {}
    serde = storage.get("SerdeInfo") or {}
    serde_parameters = {f"serde.param.{name}": value for name, value in (serde.get("Parameters") or {}).items()}
    derived = {
        "location": storage.get("Location") or "",
        "inputformat": storage.get("InputFormat") or "",
        "outputformat": storage.get("OutputFormat") or "",
        "serde.serialization.lib": serde.get("SerializationLibrary") or "",
    }
    return {
        "Name": table["Name"],
        "CreateTime": table.get("CreateTime"),
        "TableType": table.get("TableType") or "EXTERNAL_TABLE",
        "Columns": storage.get("Columns") or [],
        "PartitionKeys": table.get("PartitionKeys") or [],
        "Parameters": (table.get("Parameters") or {}) | derived | serde_parameters,
    }
