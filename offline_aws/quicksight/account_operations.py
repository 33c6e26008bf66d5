"""The account as QuickSight knows it, and its one namespace; tags of all assets.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DescribeAccountSubscription.html
https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DescribeNamespace.html
"""

from localstack.aws.api import RequestContext

from offline_aws.quicksight.asset_operations import Handler
from offline_aws.quicksight.errors import ResourceNotFoundException
from offline_aws.quicksight.models import Json
from offline_aws.quicksight.requests import Request, answer, page, store_of, tags_of

_NAMESPACE = "default"
_EDITION = "ENTERPRISE"


def account_operations() -> dict[str, Handler]:
    return {
        "DescribeAccountSettings": describe_settings,
        "DescribeAccountSubscription": describe_subscription,
        "DescribeNamespace": describe_namespace,
        "ListNamespaces": list_namespaces,
        "TagResource": tag,
        "UntagResource": untag,
        "ListTagsForResource": list_tags,
    }


def describe_settings(context: RequestContext, request: Request) -> Json:
    store_of(context, request)
    settings = {
        "AccountName": context.account_id,
        "Edition": _EDITION,
        "DefaultNamespace": _NAMESPACE,
        "PublicSharingEnabled": False,
        "TerminationProtectionEnabled": False,
    }
    return answer(context, AccountSettings=settings)


def describe_subscription(context: RequestContext, request: Request) -> Json:
    store_of(context, request)
    account = {
        "AccountName": context.account_id,
        "Edition": _EDITION,
        "AuthenticationType": "IDENTITY_POOL",
        "AccountSubscriptionStatus": "ACCOUNT_CREATED",
    }
    return answer(context, AccountInfo=account)


def describe_namespace(context: RequestContext, request: Request) -> Json:
    store_of(context, request)
    if request["Namespace"] != _NAMESPACE:
        raise ResourceNotFoundException(f"Namespace {request['Namespace']} is not found")
    return answer(context, Namespace=_namespace(context))


def list_namespaces(context: RequestContext, request: Request) -> Json:
    store_of(context, request)
    found, token = page([_namespace(context)], request)
    return answer(context, Namespaces=found, NextToken=token)


def _namespace(context: RequestContext) -> Json:
    return {
        "Name": _NAMESPACE,
        "Arn": f"arn:aws:quicksight:{context.region}:{context.account_id}:namespace/{_NAMESPACE}",
        "CapacityRegion": context.region,
        "CreationStatus": "CREATED",
        "IdentityStore": "QUICKSIGHT",
    }


def tag(context: RequestContext, request: Request) -> Json:
    _tags(context, request).update(tags_of(request["Tags"]))
    return answer(context)


def untag(context: RequestContext, request: Request) -> Json:
    tags = _tags(context, request)
    for key in request["TagKeys"]:
        tags.pop(key, None)
    return answer(context)


def list_tags(context: RequestContext, request: Request) -> Json:
    tags = [{"Key": key, "Value": value} for key, value in _tags(context, request).items()]
    return answer(context, Tags=tags)


def _tags(context: RequestContext, request: Request) -> dict[str, str]:
    try:
        return store_of(context, request).tags[request["ResourceArn"]]
    except KeyError:
        raise ResourceNotFoundException(f"{request['ResourceArn']} is not found") from None
