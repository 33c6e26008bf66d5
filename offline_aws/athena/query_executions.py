"""Query executions: started, shown, stopped, and their results.

https://docs.aws.amazon.com/athena/latest/APIReference/API_QueryExecution.html
"""

from datetime import UTC, datetime

from localstack.aws.api import RequestContext, handler

from offline_aws.athena import managed_results, query_results, start
from offline_aws.athena.api import InvalidRequestException, Request, Response, clients_of
from offline_aws.athena.models import PRIMARY, QueryExecution, store_of
from offline_aws.athena.paging import page_of
from offline_aws.athena.prepared_statements import kept_in
from offline_aws.athena.runner import Runner
from offline_aws.athena.views import execution_view, runtime_statistics_view
from offline_aws.athena.work_groups import enabled_group, find_group


class QueryExecutions:
    """Handlers of a provider, which says who runs the queries."""

    runner: Runner

    @handler("StartQueryExecution", expand=False)
    def start_query_execution(self, context: RequestContext, request: Request) -> Response:
        store = store_of(context)
        if earlier := start.started_before(store, request):
            return {"QueryExecutionId": earlier}
        start.check(store, request)
        group = enabled_group(store, request.get("WorkGroup") or PRIMARY)
        prepared = kept_in(store, group.name)
        statement = start.statement_of(request, prepared)
        start.check_quota(store, statement)
        execution = start.execution_of(request, statement, group)
        clients = clients_of(context)
        start.check_location(statement, execution)
        if execution.managed:
            managed_results.make_room(execution.submitted)
        else:
            start.check_bucket(clients.s3, execution)
        reused = start.reusable(store, execution)
        if not start.remember(store, request, execution):
            return {"QueryExecutionId": start.started_before(store, request)}
        if reused and query_results.exists(clients.s3, reused):
            self.runner.reuse(execution, reused, clients)
        else:
            self.runner.submit(execution, statement, clients, prepared)
        return {"QueryExecutionId": execution.id}

    @handler("GetQueryExecution", expand=False)
    def get_query_execution(self, context: RequestContext, request: Request) -> Response:
        return {"QueryExecution": execution_view(_execution(context, request))}

    @handler("BatchGetQueryExecution", expand=False)
    def batch_get_query_execution(self, context: RequestContext, request: Request) -> Response:
        known, ids = store_of(context).executions, request["QueryExecutionIds"]
        missing = [
            {
                "QueryExecutionId": item,
                "ErrorCode": "QUERY_EXECUTION_NOT_FOUND",
                "ErrorMessage": _not_found(item),
            }
            for item in ids
            if item not in known
        ]
        found = [execution_view(known[item]) for item in ids if item in known]
        return {"QueryExecutions": found, "UnprocessedQueryExecutionIds": missing}

    @handler("ListQueryExecutions", expand=False)
    def list_query_executions(self, context: RequestContext, request: Request) -> Response:
        """The newest first."""
        store = store_of(context)
        group = find_group(store, request.get("WorkGroup") or PRIMARY)
        ids = [item.id for item in reversed(store.executions.values()) if item.work_group == group.name]
        page, token = page_of(ids, context, request, 50)
        return {"QueryExecutionIds": page} | token

    @handler("StopQueryExecution", expand=False)
    def stop_query_execution(self, context: RequestContext, request: Request) -> Response:
        self.runner.cancel(_execution(context, request))
        return {}

    @handler("GetQueryResults", expand=False)
    def get_query_results(self, context: RequestContext, request: Request) -> Response:
        execution = _execution(context, request)
        query_results.check_finished(execution, datetime.now(UTC))
        return query_results.page(clients_of(context).s3, execution, request)

    @handler("GetQueryRuntimeStatistics", expand=False)
    def get_query_runtime_statistics(self, context: RequestContext, request: Request) -> Response:
        return {"QueryRuntimeStatistics": runtime_statistics_view(_execution(context, request))}


def _execution(context: RequestContext, request: Request) -> QueryExecution:
    execution_id = request["QueryExecutionId"]
    if not (execution := store_of(context).executions.get(execution_id)):
        raise InvalidRequestException(_not_found(execution_id))
    return execution


def _not_found(execution_id: str) -> str:
    return f"QueryExecution {execution_id} was not found"
