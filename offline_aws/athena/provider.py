"""The Athena API: checks requests, starts and stops queries, shows what came of them.

https://docs.aws.amazon.com/athena/latest/APIReference/Welcome.html
"""

import re
import uuid
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError
from localstack import config
from localstack.aws.api import RequestContext, handler
from localstack.aws.connect import connect_to
from localstack.services.plugins import ServiceLifecycleHook

from offline_aws.athena import parameters, results
from offline_aws.athena.api import (
    InvalidRequestException,
    MetadataException,
    Request,
    Response,
    checked_location,
    not_emulated,
    page_of,
    refuse,
)
from offline_aws.athena.catalog import CATALOG, Catalog
from offline_aws.athena.models import (
    CANCELLED,
    ENGINE_VERSION,
    FAILED,
    FINAL,
    PRIMARY,
    AthenaStore,
    QueryExecution,
    WorkGroup,
)
from offline_aws.athena.objects import LocalStackObjects
from offline_aws.athena.runner import Runner
from offline_aws.athena.saved import SavedStatements, kept_in, store_of
from offline_aws.athena.sql.classify import QuerySyntaxError, Statement, StatementNotEmulatedError, classify
from offline_aws.athena.sql.locations import split_uri
from offline_aws.athena.sql.prepared import PreparedStatement, executed
from offline_aws.athena.views import database_view, execution_view, table_view
from offline_aws.athena.work_groups import all_groups, configuration, configured, find_group, summary

NO_OUTPUT_LOCATION = (
    "No output location provided. An output location is required either through the Workgroup result configuration "
    "setting or as an API input."
)
MOST_RESULTS = 1000


class AthenaProvider(SavedStatements, ServiceLifecycleHook):
    service = "athena"

    def __init__(self) -> None:
        self._started: Runner | None = None

    @property
    def _runner(self) -> Runner:
        if self._started is None:
            folder = Path(config.dirs.tmp) / "athena"
            folder.mkdir(parents=True, exist_ok=True)
            self._started = Runner(folder, LocalStackObjects())
        return self._started

    def on_before_stop(self) -> None:
        if self._started:
            self._started.shutdown()

    # Query executions

    @handler("StartQueryExecution", expand=False)
    def start_query_execution(self, context: RequestContext, request: Request) -> Response:
        store = store_of(context)
        if earlier := _earlier(store, request):
            return {"QueryExecutionId": earlier}
        _check_start(request)
        group = find_group(store, request.get("WorkGroup") or PRIMARY)
        if group.state != "ENABLED":
            raise InvalidRequestException(f"WorkGroup {group.name} is disabled.")
        location = _output_location(request, group)
        prepared = kept_in(store, group.name)
        statement = _statement(request, prepared)
        _check_bucket(context, location)
        execution = _new_execution(request, statement, group, location)
        store.executions[execution.id] = execution
        if token := request.get("ClientRequestToken"):
            store.tokens[token] = (_without_token(request), execution.id)
        clients = _clients(context)
        self._runner.submit(execution, statement, clients.glue, clients.s3, prepared)
        return {"QueryExecutionId": execution.id}

    @handler("GetQueryExecution", expand=False)
    def get_query_execution(self, context: RequestContext, request: Request) -> Response:
        return {"QueryExecution": execution_view(_execution(context, request))}

    @handler("BatchGetQueryExecution", expand=False)
    def batch_get_query_execution(self, context: RequestContext, request: Request) -> Response:
        store = store_of(context)
        ids = request["QueryExecutionIds"]
        missing = [
            {
                "QueryExecutionId": item,
                "ErrorCode": "QUERY_EXECUTION_NOT_FOUND",
                "ErrorMessage": _not_found(item),
            }
            for item in ids
            if item not in store.executions
        ]
        found = [execution_view(store.executions[item]) for item in ids if item in store.executions]
        return {"QueryExecutions": found, "UnprocessedQueryExecutionIds": missing}

    @handler("ListQueryExecutions", expand=False)
    def list_query_executions(self, context: RequestContext, request: Request) -> Response:
        store = store_of(context)
        group = find_group(store, request.get("WorkGroup") or PRIMARY)
        ids = [item.id for item in reversed(store.executions.values()) if item.work_group == group.name]
        page, token = page_of(ids, request, 50)
        return {"QueryExecutionIds": page} | token

    @handler("StopQueryExecution", expand=False)
    def stop_query_execution(self, context: RequestContext, request: Request) -> Response:
        self._runner.cancel(_execution(context, request))
        return {}

    @handler("GetQueryResults", expand=False)
    def get_query_results(self, context: RequestContext, request: Request) -> Response:
        refuse(request, {"QueryExecutionId", "MaxResults", "NextToken"})
        execution = _execution(context, request)
        _check_finished(execution)
        rows = _result_rows(_clients(context).s3, execution)
        page, token = page_of(rows, request, MOST_RESULTS)
        info = [results.column_info(column) for column in execution.columns]
        result_set = {"Rows": list(results.result_rows(page)), "ResultSetMetadata": {"ColumnInfo": info}}
        return {"UpdateCount": execution.written or 0, "ResultSet": result_set} | token

    # Workgroups

    @handler("CreateWorkGroup", expand=False)
    def create_work_group(self, context: RequestContext, request: Request) -> Response:
        refuse(request, {"Name", "Configuration", "Description"})
        store = store_of(context)
        name = request["Name"]
        if name in all_groups(store):
            raise InvalidRequestException("WorkGroup is already created")
        group = WorkGroup(name, datetime.now(UTC), request.get("Description") or "")
        store.work_groups[name] = configured(group, request.get("Configuration") or {})
        return {}

    @handler("GetWorkGroup", expand=False)
    def get_work_group(self, context: RequestContext, request: Request) -> Response:
        group = find_group(store_of(context), request["WorkGroup"])
        return {"WorkGroup": summary(group) | {"Configuration": configuration(group)}}

    @handler("ListWorkGroups", expand=False)
    def list_work_groups(self, context: RequestContext, request: Request) -> Response:
        groups = [
            summary(group) | {"EngineVersion": ENGINE_VERSION} for group in all_groups(store_of(context)).values()
        ]
        page, token = page_of(groups, request, 50)
        return {"WorkGroups": page} | token

    @handler("UpdateWorkGroup", expand=False)
    def update_work_group(self, context: RequestContext, request: Request) -> Response:
        refuse(request, {"WorkGroup", "Description", "ConfigurationUpdates", "State"})
        store = store_of(context)
        group = find_group(store, request["WorkGroup"])
        group = replace(
            group,
            description=request.get("Description", group.description),
            state=request.get("State", group.state),
        )
        store.work_groups[group.name] = configured(group, request.get("ConfigurationUpdates") or {})
        return {}

    @handler("DeleteWorkGroup", expand=False)
    def delete_work_group(self, context: RequestContext, request: Request) -> Response:
        refuse(request, {"WorkGroup", "RecursiveDeleteOption"})
        store = store_of(context)
        group = find_group(store, request["WorkGroup"])
        if group.name == PRIMARY:
            raise InvalidRequestException("The primary workgroup cannot be deleted")
        ids = [item.id for item in store.executions.values() if item.work_group == group.name]
        queries = [item.id for item in store.named_queries.values() if item.work_group == group.name]
        if (ids or queries or store.prepared.get(group.name)) and not request.get("RecursiveDeleteOption"):
            raise InvalidRequestException(f"WorkGroup {group.name} is not empty")
        for item in ids:
            del store.executions[item]
        store.prepared.pop(group.name, None)
        for query_id in queries:
            del store.named_queries[query_id]
        del store.work_groups[group.name]
        return {}

    # Catalog

    @handler("GetDataCatalog", expand=False)
    def get_data_catalog(self, context: RequestContext, request: Request) -> Response:
        _check_catalog(request["Name"])
        return {"DataCatalog": {"Name": "AwsDataCatalog", "Type": "GLUE"}}

    @handler("ListDataCatalogs", expand=False)
    def list_data_catalogs(self, context: RequestContext, request: Request) -> Response:
        return {"DataCatalogsSummary": [{"CatalogName": "AwsDataCatalog", "Type": "GLUE"}]}

    @handler("ListDatabases", expand=False)
    def list_databases(self, context: RequestContext, request: Request) -> Response:
        _check_catalog(request["CatalogName"])
        page, token = page_of([database_view(item) for item in _catalog(context).databases()], request, 50)
        return {"DatabaseList": page} | token

    @handler("GetDatabase", expand=False)
    def get_database(self, context: RequestContext, request: Request) -> Response:
        _check_catalog(request["CatalogName"])
        name = request["DatabaseName"]
        if not (found := _catalog(context).database(name.lower())):
            raise MetadataException(f"Database {name} not found")
        return {"Database": database_view(found)}

    @handler("ListTableMetadata", expand=False)
    def list_table_metadata(self, context: RequestContext, request: Request) -> Response:
        _check_catalog(request["CatalogName"])
        tables = [table_view(item) for item in _catalog(context).tables(request["DatabaseName"].lower())]
        if pattern := request.get("Expression"):
            tables = [item for item in tables if re.fullmatch(pattern, item["Name"])]
        page, token = page_of(tables, request, 50)
        return {"TableMetadataList": page} | token

    @handler("GetTableMetadata", expand=False)
    def get_table_metadata(self, context: RequestContext, request: Request) -> Response:
        _check_catalog(request["CatalogName"])
        database, name = request["DatabaseName"].lower(), request["TableName"].lower()
        if not (found := _catalog(context).glue_table(database, name)):
            raise MetadataException(f"EntityNotFoundException: Entity Not Found ({database}.{name})")
        return {"TableMetadata": table_view(found)}


# --- Requests


def _clients(context: RequestContext) -> Any:
    return connect_to(aws_access_key_id=context.account_id, region_name=context.region)


def _catalog(context: RequestContext) -> Catalog:
    return Catalog(_clients(context).glue)


def _check_catalog(name: str) -> None:
    if name.lower() != CATALOG:
        raise InvalidRequestException(f"Catalog {name} was not found")


def _without_token(request: Request) -> Response:
    return {name: value for name, value in request.items() if name != "ClientRequestToken"}


def _earlier(store: AthenaStore, request: Request) -> str | None:
    """The id of the execution that a request with this token started before."""
    token = request.get("ClientRequestToken")
    if token is None:
        return None
    if not 32 <= len(token) <= 128:
        raise InvalidRequestException("ClientRequestToken must have a length between 32 and 128")
    earlier, execution_id = store.tokens.get(token, ({}, None))
    if execution_id and earlier != _without_token(request):
        raise InvalidRequestException("Idempotent parameters do not match")
    return execution_id


def _check_start(request: Request) -> None:
    refuse(
        request,
        {
            "QueryString",
            "ClientRequestToken",
            "QueryExecutionContext",
            "ResultConfiguration",
            "ResultReuseConfiguration",
            "WorkGroup",
            "ExecutionParameters",
        },
    )
    refuse(request.get("ResultConfiguration") or {}, {"OutputLocation"}, "ResultConfiguration.")
    reuse = (request.get("ResultReuseConfiguration") or {}).get("ResultReuseByAgeConfiguration") or {}
    if reuse.get("Enabled"):
        raise not_emulated("ResultReuseByAgeConfiguration")
    _check_catalog((request.get("QueryExecutionContext") or {}).get("Catalog") or CATALOG)


def _statement(request: Request, prepared: dict[str, PreparedStatement]) -> Statement:
    """The statement with its parameters in place; syntax errors are refused here, not when it runs."""
    try:
        statement = classify(request["QueryString"])
        values: list[str] = []
        if statement.substatement == "EXECUTE":
            statement, values = executed(statement, prepared)
        return parameters.bound(statement, values or request.get("ExecutionParameters") or [])
    except QuerySyntaxError as problem:
        raise InvalidRequestException(str(problem), "MALFORMED_QUERY") from problem
    except StatementNotEmulatedError as problem:
        raise InvalidRequestException(str(problem), "NOT_SUPPORTED") from problem


def _output_location(request: Request, group: WorkGroup) -> str:
    given = (request.get("ResultConfiguration") or {}).get("OutputLocation")
    location = group.output_location if group.enforced and group.output_location else given
    location = location or group.output_location
    if not location:
        raise InvalidRequestException(NO_OUTPUT_LOCATION)
    return checked_location(location)


def _check_bucket(context: RequestContext, location: str) -> None:
    bucket, _ = split_uri(location)
    try:
        _clients(context).s3.head_bucket(Bucket=bucket)
    except ClientError as error:
        raise InvalidRequestException(f"Unable to verify/create output bucket {bucket}") from error


def _new_execution(request: Request, statement: Statement, group: WorkGroup, location: str) -> QueryExecution:
    execution_id = str(uuid.uuid4())
    chosen = request.get("QueryExecutionContext") or {}
    return QueryExecution(
        id=execution_id,
        query=request["QueryString"],
        kind=statement.kind,
        substatement=statement.substatement,
        database=(chosen.get("Database") or "default").lower(),
        catalog=(chosen.get("Catalog") or CATALOG).lower(),
        work_group=group.name,
        output=location + output_name(execution_id, statement),
        enforced=group.enforced and group.output_location is not None,
        submitted=datetime.now(UTC),
        parameters=list(request.get("ExecutionParameters") or []),
    )


def output_name(execution_id: str, statement: Statement) -> str:
    """The name of the result under the output location; statements that write leave it a manifest beside."""
    if statement.substatement == "CREATE_TABLE_AS_SELECT":
        return f"tables/{execution_id}"
    if statement.writes:
        return execution_id
    return f"{execution_id}.{'csv' if statement.is_query else 'txt'}"


def _execution(context: RequestContext, request: Request) -> QueryExecution:
    execution_id = request["QueryExecutionId"]
    if not (execution := store_of(context).executions.get(execution_id)):
        raise InvalidRequestException(_not_found(execution_id))
    return execution


def _not_found(execution_id: str) -> str:
    return f"QueryExecution {execution_id} was not found"


# --- Results


def _check_finished(execution: QueryExecution) -> None:
    if execution.state not in FINAL:
        raise InvalidRequestException(
            f"Query has not yet finished. Current state: {execution.state}", "QUERY_NOT_FINISHED"
        )
    if execution.state in (FAILED, CANCELLED):
        raise InvalidRequestException(
            f"Query did not finish successfully. Final query state: {execution.state}", "QUERY_NOT_SUCCEEDED"
        )


def _result_rows(s3: Any, execution: QueryExecution) -> list[results.Row]:
    """The rows in the result file: where Athena reads them too, so a file that was deleted has no results."""
    if execution.written is not None:
        return []
    bucket, key = split_uri(execution.output)
    try:
        body = s3.get_object(Bucket=bucket, Key=key)["Body"].read()
    except ClientError as error:
        raise InvalidRequestException("Could not find results") from error
    if execution.substatement == "SELECT":
        return results.read_csv(body, len(execution.columns))
    return [[line] for line in body.decode().splitlines()]
