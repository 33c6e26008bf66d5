"""Named queries: texts that are kept to be looked up.

https://docs.aws.amazon.com/athena/latest/ug/saved-queries.html
"""

import uuid
from dataclasses import replace

from localstack.aws.api import RequestContext, handler

from offline_aws.athena.api import InvalidRequestException, Request, Response, refuse
from offline_aws.athena.models import PRIMARY, AthenaStore, NamedQuery, store_of
from offline_aws.athena.paging import page_of
from offline_aws.athena.work_groups import find_group


class NamedQueries:
    """Handlers of a provider."""

    @handler("CreateNamedQuery", expand=False)
    def create_named_query(self, context: RequestContext, request: Request) -> Response:
        refuse(request, {"Name", "Description", "Database", "QueryString", "ClientRequestToken", "WorkGroup"})
        store = store_of(context)
        group = find_group(store, request.get("WorkGroup") or PRIMARY)
        token = request.get("ClientRequestToken")
        query = NamedQuery(
            str(uuid.uuid4()),
            request["Name"],
            request["Database"],
            request["QueryString"],
            group.name,
            request.get("Description") or "",
            token,
        )
        for known in store.named_queries.values():
            if token and known.token == token:
                if replace(known, id=query.id) != query:
                    raise InvalidRequestException("Idempotent parameters do not match")
                return {"NamedQueryId": known.id}
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
        page, token = page_of(ids, context, request, 50)
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
