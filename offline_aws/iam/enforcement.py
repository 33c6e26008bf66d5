"""A handler of LocalStack's gateway: a request passes when policies allow it, and is answered as AWS does when not.

A request of a role's session or of a user needs its own policies, or those of the bucket. To take a role needs the
trust policy of the role. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from localstack.aws.api import CommonServiceException
from localstack.constants import AWS_REGION_US_EAST_1, DEFAULT_AWS_ACCOUNT_ID
from localstack.services.s3.models import s3_stores

from offline_aws.iam import callers, conditions, permissions
from offline_aws.iam.permissions import Permission, Place
from offline_aws.iam.policy import Caller, Decision, Document, Request, decide
from offline_aws.iam.wildcards import Context


def enforce(chain: Any, context: Any, response: Any) -> None:
    """Pass the request on, or answer it with the denial and stop."""
    if context.operation is None or context.service_request is None:
        return
    denial = denied(context)
    if denial is None:
        return
    if not context.service.protocol.endswith("json"):
        raise denial
    _answer_json(denial, response)
    chain.stop()


def denied(context: Any) -> CommonServiceException | None:
    """AWS's error for a request that policies do not allow, None for one that they do."""
    service, operation, request = context.service.service_name, context.operation.name, context.service_request
    caller = callers.caller_of(context)
    if (service, operation) == ("sts", "AssumeRole"):
        return _denied_role(context, caller)
    if caller is None:
        return None
    place, keys = Place(context.partition, context.region, context.account_id), {**_keys(context), **caller.context}
    for permission in permissions.needed(service, operation, request, place):
        policies = _bucket_policies(permission.resource) if service == "s3" else ()
        decision = _decide(caller, permission, keys, policies)
        if not decision.allowed:
            return _error(caller.arn, permission, decision, context)
    return None


# --- roles ----------------------------------------------------------------------------------------------------------


def _denied_role(context: Any, caller: Caller | None) -> CommonServiceException | None:
    """The trust policy has to name whoever takes the role; that of a service or of the account is enough."""
    request = context.service_request
    if {"Policy", "PolicyArns"} & request.keys():
        return CommonServiceException("ValidationError", "Session policies are not emulated", 400, True)
    principal = (context.internal_request_params or {}).get("service_principal")
    by = (
        callers.service(f"{principal}.amazonaws.com")
        if principal
        else caller or callers.administrator(context.account_id)
    )
    permission = Permission("sts:AssumeRole", request["RoleArn"])
    role = callers.role_of(request["RoleArn"])
    if role is None:
        return _error(by.arn, permission, Decision(False), context)
    trust = json.loads(unquote(role["AssumeRolePolicyDocument"]))
    keys = {**_keys(context), **by.context}
    if external := request.get("ExternalId"):
        keys["sts:externalid"] = (external,)
    # A policy that names the account leaves it to the account's own policies, for users and other roles.
    names = by.grants if principal or caller is None else by.grants | by.account
    trusted = _decide(Caller(by.arn, grants=names), permission, keys, [trust])
    if not trusted.allowed:
        return _error(by.arn, permission, Decision(False), context)
    return None


# --- what a decision is made from -----------------------------------------------------------------------------------


def _decide(caller: Caller, permission: Permission, keys: Context, policies: Iterable[Document]) -> Decision:
    try:
        return decide(caller, Request(permission.action, permission.names, keys), policies)
    except conditions.UnknownOperatorError as error:
        return Decision(False, f"because a policy has the condition operator {error}, which IAM does not have")


def _keys(context: Any) -> dict[str, tuple[str, ...]]:
    """The condition keys that every request has, and those of S3's lists."""
    now, request = datetime.now(UTC), context.service_request
    internal = context.internal_request_params or {}
    given = {
        "aws:currenttime": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "aws:epochtime": str(int(now.timestamp())),
        "aws:requestedregion": context.region,
        "aws:securetransport": str(context.request.scheme == "https").lower(),
        "aws:sourceip": context.request.remote_addr or "127.0.0.1",
        "aws:useragent": context.request.headers.get("User-Agent"),
        "aws:sourcearn": internal.get("source_arn"),
        "s3:prefix": request.get("Prefix"),
        "s3:delimiter": request.get("Delimiter"),
        "s3:x-amz-acl": request.get("ACL"),
        "s3:x-amz-server-side-encryption": request.get("ServerSideEncryption"),
    }
    return {key: (str(value),) for key, value in given.items() if value is not None}


def _bucket_policies(resource: str) -> tuple[Document, ...]:
    name = resource.partition(":::")[2].partition("/")[0]
    account = s3_stores[DEFAULT_AWS_ACCOUNT_ID][AWS_REGION_US_EAST_1].global_bucket_map.get(name)
    bucket = s3_stores[account][AWS_REGION_US_EAST_1].buckets.get(name) if account else None
    return (_parsed(bucket.policy),) if bucket and bucket.policy else ()


@lru_cache(maxsize=64)
def _parsed(policy: str) -> Document:
    """A bucket's policy is asked for each key of a DeleteObjects."""
    document: Document = json.loads(policy)
    return document


# --- the answer -----------------------------------------------------------------------------------------------------


def _error(arn: str, permission: Permission, decision: Decision, context: Any) -> CommonServiceException:
    resource = f'"{permission.resource}"' if context.service.service_name == "s3" else permission.resource
    message = f"User: {arn} is not authorized to perform: {permission.action} on resource: {resource}"
    by_json = context.service.protocol.endswith("json")
    return CommonServiceException(
        "AccessDeniedException" if by_json else "AccessDenied",
        " ".join([message, *([decision.reason] if decision.reason else [])]),
        400 if context.service.protocol == "json" else 403,
        sender_fault=True,
    )


def _answer_json(error: CommonServiceException, response: Any) -> None:
    """AWS's authorization spells the key ``Message``, unlike the services' own errors."""
    response.set_json({"__type": error.code, "Message": error.message})
    response.status_code = error.status_code
    response.headers["x-amzn-ErrorType"] = error.code
