"""The operations on statements that are kept: prepared statements and named queries.

https://docs.aws.amazon.com/athena/latest/ug/querying-with-prepared-statements.html and saved-queries.html
"""

import uuid
from dataclasses import replace
from datetime import UTC, datetime

from localstack.aws.api import RequestContext, ServiceException, handler

from offline_aws.athena.api import InvalidRequestException, Request, Response, page_of, refuse
from offline_aws.athena.models import PRIMARY, AthenaStore, NamedQuery, athena_stores
from offline_aws.athena.sql.classify import QuerySyntaxError, StatementNotEmulatedError
from offline_aws.athena.sql.prepared import PreparedStatement, checked
from offline_aws.athena.work_groups import find_group


class ResourceNotFoundException(ServiceException):
    """A prepared statement that is not there."""

    code = "ResourceNotFoundException"
    status_code = 400
    sender_fault = True


def store_of(context: RequestContext) -> AthenaStore:
    return athena_stores[context.account_id][context.region]


def kept_in(store: AthenaStore, group: str) -> dict[str, PreparedStatement]:
    """The prepared statements of a workgroup, by name."""
    return store.prepared.setdefault(find_group(store, group).name, {})


class SavedStatements:
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
        page, token = page_of(listed, request, 50)
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

    @handler("CreateNamedQuery", expand=False)
    def create_named_query(self, context: RequestContext, request: Request) -> Response:
        refuse(request, {"Name", "Description", "Database", "QueryString", "ClientRequestToken", "WorkGroup"})
        store = store_of(context)
        group = find_group(store, request.get("WorkGroup") or PRIMARY)
        token = request.get("ClientRequestToken")
        for known in store.named_queries.values():
            if token and known.token == token:
                return {"NamedQueryId": known.id}
        query = NamedQuery(
            str(uuid.uuid4()),
            request["Name"],
            request["Database"],
            request["QueryString"],
            group.name,
            request.get("Description") or "",
            token,
        )
        store.named_queries[query.id] = query
        return {"NamedQueryId": query.id}

    @handler("GetNamedQuery", expand=False)
    def get_named_query(self, context: RequestContext, request: Request) -> Response:
        return {"NamedQuery": _named_view(_named(store_of(context), request))}

    @handler("BatchGetNamedQuery", expand=False)
    def batch_get_named_query(self, context: RequestContext, request: Request) -> Response:
        queries, ids = store_of(context).named_queries, request["NamedQueryIds"]
        missing = [
            {"NamedQueryId": item, "ErrorCode": "NAMED_QUERY_NOT_FOUND", "ErrorMessage": _not_named(item)}
            for item in ids
            if item not in queries
        ]
        found = [_named_view(queries[item]) for item in ids if item in queries]
        return {"NamedQueries": found, "UnprocessedNamedQueryIds": missing}

    @handler("ListNamedQueries", expand=False)
    def list_named_queries(self, context: RequestContext, request: Request) -> Response:
        store = store_of(context)
        group = find_group(store, request.get("WorkGroup") or PRIMARY)
        ids = [query.id for query in store.named_queries.values() if query.work_group == group.name]
        page, token = page_of(ids, request, 50)
        return {"NamedQueryIds": page} | token

    @handler("UpdateNamedQuery", expand=False)
    def update_named_query(self, context: RequestContext, request: Request) -> Response:
        store = store_of(context)
        query = _named(store, request)
        description = request.get("Description", query.description)
        store.named_queries[query.id] = replace(
            query, name=request["Name"], query=request["QueryString"], description=description
        )
        return {}

    @handler("DeleteNamedQuery", expand=False)
    def delete_named_query(self, context: RequestContext, request: Request) -> Response:
        store = store_of(context)
        del store.named_queries[_named(store, request).id]
        return {}


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


def _named(store: AthenaStore, request: Request) -> NamedQuery:
    if not (query := store.named_queries.get(request["NamedQueryId"])):
        raise InvalidRequestException(_not_named(request["NamedQueryId"]))
    return query


def _not_named(query_id: str) -> str:
    return f"NamedQuery {query_id} was not found"


def _named_view(query: NamedQuery) -> Response:
    return {
        "NamedQueryId": query.id,
        "Name": query.name,
        "Description": query.description,
        "Database": query.database,
        "QueryString": query.query,
        "WorkGroup": query.work_group,
    }
