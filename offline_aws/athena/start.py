"""StartQueryExecution: from a request to an execution, with everything checked that Athena checks before it runs.

https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html
"""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from botocore.exceptions import ClientError

from offline_aws.athena import parameters
from offline_aws.athena.api import InvalidRequestException, Request, Response, TooManyRequestsException, refuse
from offline_aws.athena.catalog import CATALOG
from offline_aws.athena.data_catalogs import check_queryable
from offline_aws.athena.errors import NotEmulatedError, QuerySyntaxError
from offline_aws.athena.models import FINAL, SUCCEEDED, AthenaStore, QueryExecution, WorkGroup
from offline_aws.athena.objects import owner_of
from offline_aws.athena.result_settings import NO_OUTPUT_LOCATION, chosen
from offline_aws.athena.sql import create_table_as, refusals
from offline_aws.athena.sql.classify import Statement, StatementNotEmulatedError, classify
from offline_aws.athena.sql.locations import split_uri
from offline_aws.athena.sql.prepared import PreparedStatement, check_prepared, executed

_HONOURED = {
    "QueryString",
    "ClientRequestToken",
    "QueryExecutionContext",
    "ResultConfiguration",
    "ResultReuseConfiguration",
    "WorkGroup",
    "ExecutionParameters",
}
# Queries that are kept: an open dashboard asks all day.
HISTORY = 1000
# Queries that an account may have under way in us-east-1, those that are QUEUED among them.
ACTIVE_DML, ACTIVE_DDL = 200, 20
# The most bytes of a query's text in UTF-8.
MOST_BYTES = 262_144
# How old a result may be that is used again, when the client does not say.
DEFAULT_AGE_IN_MINUTES = 60


def started_before(store: AthenaStore, request: Request) -> str | None:
    """The id of the execution that a request with the same token started.

    :raises InvalidRequestException: that request had other parameters
    """
    earlier, execution_id = store.tokens.get(request.get("ClientRequestToken") or "", ({}, None))
    if execution_id and earlier != _without_token(request):
        raise InvalidRequestException("Idempotent parameters do not match")
    return execution_id


def remember(store: AthenaStore, request: Request, execution: QueryExecution) -> bool:
    """Keep an execution, and the token that it was started with; the oldest of a long history makes room.

    Says whether it was kept: not when a request with the same token has come first meanwhile.
    """
    store.executions[execution.id] = execution
    if token := request.get("ClientRequestToken"):
        _, first = store.tokens.setdefault(token, (_without_token(request), execution.id))
        if first != execution.id:
            del store.executions[execution.id]
            return False
    _forget_oldest(store)
    return True


def _forget_oldest(store: AthenaStore) -> None:
    everything = list(store.executions.values())
    ended = [execution.id for execution in everything if execution.state in FINAL]
    if excess := set(ended[: max(0, len(everything) - HISTORY)]):
        for execution_id in excess:
            store.executions.pop(execution_id, None)
        for token in [token for token, (_, execution_id) in list(store.tokens.items()) if execution_id in excess]:
            store.tokens.pop(token, None)


def _without_token(request: Request) -> Response:
    return {name: value for name, value in request.items() if name != "ClientRequestToken"}


def check(store: AthenaStore, request: Request) -> None:
    """Refuse what is not honoured, and a text that is too long: its length counts in bytes.

    https://docs.aws.amazon.com/athena/latest/ug/service-limits.html#service-limits-query-string-length
    """
    refuse(request, _HONOURED)
    if len(request["QueryString"].encode()) > MOST_BYTES:
        raise InvalidRequestException(
            "1 validation error detected: Value at 'queryString' failed to satisfy constraint: Member must have length "
            f"less than or equal to {MOST_BYTES}"
        )
    check_queryable(store, (request.get("QueryExecutionContext") or {}).get("Catalog") or CATALOG)


def statement_of(request: Request, prepared: dict[str, PreparedStatement]) -> Statement:
    """The statement with its parameters in place; syntax errors are refused here, not when it runs.

    So is what its text alone tells not to be emulated.
    """
    try:
        statement = classify(request["QueryString"])
        values = [parameters.value_of(text) for text in request.get("ExecutionParameters") or []]
        if statement.substatement == "EXECUTE":
            statement, used = executed(statement, prepared)
            values = used or values
        check_prepared(statement)
        refusals.check(statement)
        return parameters.bound(statement, values)
    except QuerySyntaxError as problem:
        raise InvalidRequestException(str(problem), "MALFORMED_QUERY") from problem
    except StatementNotEmulatedError as problem:
        raise InvalidRequestException(str(problem), "NOT_SUPPORTED") from problem
    except NotEmulatedError as problem:
        raise InvalidRequestException(problem.message, "NOT_SUPPORTED") from problem


def check_quota(store: AthenaStore, statement: Statement) -> None:
    """Refuse a query beyond the number that the account may have active.

    https://docs.aws.amazon.com/athena/latest/ug/service-limits.html#service-limits-queries
    """
    kind = statement.counts_as_dml
    active = sum(item.state not in FINAL and item.counts_as_dml == kind for item in list(store.executions.values()))
    if active >= (ACTIVE_DML if kind else ACTIVE_DDL):
        raise TooManyRequestsException(
            "You have exceeded the limit for the number of queries you can run concurrently. Please reduce the number "
            "of concurrent queries submitted by this account. Contact customer support to request a concurrent query "
            "limit increase."
        )


def execution_of(request: Request, statement: Statement, group: WorkGroup) -> QueryExecution:
    """A new execution."""
    location, settings = chosen(group, request.get("ResultConfiguration") or {})
    execution_id = str(uuid.uuid4())
    context = request.get("QueryExecutionContext") or {}
    reuse = (request.get("ResultReuseConfiguration") or {}).get("ResultReuseByAgeConfiguration") or {}
    return QueryExecution(
        id=execution_id,
        query=request["QueryString"],
        kind=statement.kind,
        substatement=statement.substatement,
        database=(context.get("Database") or "default").strip("`").lower(),
        catalog=(context.get("Catalog") or CATALOG).lower(),
        work_group=group.name,
        output=location + output_name(execution_id, statement),
        enforced=group.enforced and group.output_location is not None,
        submitted=datetime.now(UTC),
        parameters=list(request.get("ExecutionParameters") or []),
        result_settings=settings,
        reuse=dict(reuse) if reuse.get("Enabled") else None,
        cutoff=group.cutoff,
        metrics=group.metrics,
        managed=group.managed,
        engine=group.engine,
    )


def output_name(execution_id: str, statement: Statement) -> str:
    """The name of the result under the output location; statements that write leave it a manifest beside."""
    if statement.substatement == "CREATE_TABLE_AS_SELECT":
        return f"tables/{execution_id}"
    if statement.writes:
        return execution_id
    return f"{execution_id}.{'csv' if statement.is_query else 'txt'}"


def check_location(statement: Statement, execution: QueryExecution) -> None:
    """A table lies where its workgroup enforces it; where Athena keeps the results, the statement has to say.

    https://docs.aws.amazon.com/athena/latest/ug/workgroups-troubleshooting.html
    """
    if statement.substatement != "CREATE_TABLE_AS_SELECT":
        return
    named = create_table_as.names_location(statement)
    if named and execution.enforced:
        raise InvalidRequestException(
            "The Create Table As Select query failed because it was submitted with an 'external_location' property to "
            "an Athena Workgroup that enforces a centralized output location for all queries. Please remove the "
            "'external_location' property and resubmit the query."
        )
    if execution.managed and not named:
        raise InvalidRequestException(NO_OUTPUT_LOCATION)


def check_bucket(s3: Any, execution: QueryExecution) -> None:
    """The bucket of the results is there, and belongs to whom the client expects."""
    bucket, _ = split_uri(execution.output)
    try:
        s3.head_bucket(Bucket=bucket)
    except ClientError as error:
        raise InvalidRequestException(f"Unable to verify/create output bucket {bucket}") from error
    owner = (execution.result_settings or {}).get("ExpectedBucketOwner")
    if owner and owner != owner_of(bucket):
        raise InvalidRequestException(f"Unable to verify/create output bucket {bucket}")


def reusable(store: AthenaStore, execution: QueryExecution) -> QueryExecution | None:
    """The newest result that stands for this one: of the same query, in the same place, and young enough.

    Athena does not look whether the data has changed since, and uses no managed result again.
    https://docs.aws.amazon.com/athena/latest/ug/reusing-query-results.html
    """
    if not execution.reuse or execution.substatement != "SELECT" or execution.managed:
        return None
    age = execution.reuse.get("MaxAgeInMinutes", DEFAULT_AGE_IN_MINUTES)
    oldest = execution.submitted - timedelta(minutes=age)
    for earlier in reversed(list(store.executions.values())):
        young = earlier.completed is not None and earlier.completed >= oldest
        if earlier.state == SUCCEEDED and young and not earlier.reused and _sought(earlier) == _sought(execution):
            return earlier
    return None


def _sought(execution: QueryExecution) -> tuple[Any, ...]:
    """What two executions share for one to have the other's result."""
    folder = execution.output.rpartition("/")[0]
    return (
        execution.query,
        execution.parameters,
        execution.database,
        execution.catalog,
        execution.work_group,
        folder,
        execution.result_settings or {},
    )
