"""Prepared statements, kept in a workgroup under a name.

https://docs.aws.amazon.com/athena/latest/ug/querying-with-prepared-statements.html
"""

from datetime import UTC, datetime
from operator import itemgetter

from localstack.aws.api import RequestContext, handler

from offline_aws.athena.api import (
    InvalidRequestException,
    Request,
    ResourceNotFoundException,
    Response,
    refuse,
)
from offline_aws.athena.errors import QuerySyntaxError
from offline_aws.athena.models import AthenaStore, store_of
from offline_aws.athena.paging import page_of
from offline_aws.athena.sql.classify import StatementNotEmulatedError
from offline_aws.athena.sql.prepared import PreparedStatement, checked
from offline_aws.athena.work_groups import find_group


class PreparedStatements:
    """Handlers of a provider."""

    @handler("CreatePreparedStatement", expand=False)
    def create_prepared_statement(self, context: RequestContext, request: Request) -> Response:
        refuse(request, {"StatementName", "WorkGroup", "QueryStatement", "Description"})
        kept = kept_in(store_of(context), request["WorkGroup"])
        if request["StatementName"] in kept:
            raise InvalidRequestException(f"PreparedStatement {request['StatementName']} already exists")
        kept[request["StatementName"]] = _prepared(request)
        return {}

    @handler("GetPreparedStatement", expand=False)
    def get_prepared_statement(self, context: RequestContext, request: Request) -> Response:
        kept = kept_in(store_of(context), request["WorkGroup"])
        return {"PreparedStatement": _view(_found(kept, request), request["WorkGroup"])}

    @handler("BatchGetPreparedStatement", expand=False)
    def batch_get_prepared_statement(self, context: RequestContext, request: Request) -> Response:
        group = request["WorkGroup"]
        kept, names = kept_in(store_of(context), group), request["PreparedStatementNames"]
        missing = [
            {"StatementName": name, "ErrorCode": "STATEMENT_NOT_FOUND", "ErrorMessage": _missing(name, group)}
            for name in names
            if name not in kept
        ]
        found = [_view(kept[name], group) for name in names if name in kept]
        return {"PreparedStatements": found, "UnprocessedPreparedStatementNames": missing}

    @handler("ListPreparedStatements", expand=False)
    def list_prepared_statements(self, context: RequestContext, request: Request) -> Response:
        kept = kept_in(store_of(context), request["WorkGroup"])
        listed = [{"StatementName": item.name, "LastModifiedTime": item.modified} for item in kept.values()]
        page, token = page_of(listed, context, request, 50, itemgetter("StatementName"))
        return {"PreparedStatements": page} | token

    @handler("UpdatePreparedStatement", expand=False)
    def update_prepared_statement(self, context: RequestContext, request: Request) -> Response:
        refuse(request, {"StatementName", "WorkGroup", "QueryStatement", "Description"})
        kept = kept_in(store_of(context), request["WorkGroup"])
        earlier = _found(kept, request)
        kept[earlier.name] = _prepared({"Description": earlier.description} | dict(request))
        return {}

    @handler("DeletePreparedStatement", expand=False)
    def delete_prepared_statement(self, context: RequestContext, request: Request) -> Response:
        kept = kept_in(store_of(context), request["WorkGroup"])
        del kept[_found(kept, request).name]
        return {}


def kept_in(store: AthenaStore, group: str) -> dict[str, PreparedStatement]:
    """The prepared statements of a workgroup, by name."""
    return store.prepared.setdefault(find_group(store, group).name, {})


def _prepared(request: Request) -> PreparedStatement:
    try:
        query = checked(request["QueryStatement"])
    except (QuerySyntaxError, StatementNotEmulatedError) as problem:
        raise InvalidRequestException(str(problem), "MALFORMED_QUERY") from problem
    return PreparedStatement(request["StatementName"], query, datetime.now(UTC), request.get("Description") or "")


def _found(kept: dict[str, PreparedStatement], request: Request) -> PreparedStatement:
    name = request["StatementName"]
    if name not in kept:
        raise ResourceNotFoundException(_missing(name, request["WorkGroup"]))
    return kept[name]


def _missing(name: str, group: str) -> str:
    return f"PreparedStatement {name} was not found in workGroup {group}"


def _view(statement: PreparedStatement, group: str) -> Response:
    return {
        "StatementName": statement.name,
        "QueryStatement": statement.query,
        "WorkGroupName": group,
        "Description": statement.description,
        "LastModifiedTime": statement.modified,
    }
