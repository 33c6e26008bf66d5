"""Who calls: a role's session or a user with the policies that IAM keeps for them.

Whoever holds no key that IAM or STS gave out, ``test`` for one, is the account's administrator, whom no policy limits.
So are LocalStack's services where they act without a role.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import unquote

from localstack.services.iam.models import IamStore, iam_stores
from localstack.services.sts.models import TemporaryCredentials, sts_stores
from localstack.utils.aws.request_context import extract_access_key_id_from_auth_header

from offline_aws.iam.policy import Caller, Document

# IAM is global: LocalStack keeps it under any region alike.
_REGION = "us-east-1"


def caller_of(context: Any) -> Caller | None:
    """Whose key signed the request; None for the administrator."""
    key = extract_access_key_id_from_auth_header(context.request.headers)
    if key is None:
        return None
    if credentials := sts_stores[context.account_id][_REGION].credentials.get(key):
        return _session(credentials)
    store = iam_stores[context.account_id][_REGION]
    if name := store.ACCESS_KEY_INDEX.get(key):
        return _user(store, store.USERS[name])
    return None


def service(principal: str) -> Caller:
    """An AWS service that asks for a role."""
    return Caller(arn=principal, grants=frozenset([principal]))


def administrator(account: str) -> Caller:
    """The account itself, as a trust policy names it."""
    return Caller(arn=_root(account), grants=_names_of(account))


def _root(account: str) -> str:
    return f"arn:aws:iam::{account}:root"


def _names_of(account: str) -> frozenset[str]:
    """Both names by which a policy may know the account."""
    return frozenset([account, _root(account)])


def role_of(arn: str) -> Any | None:
    """LocalStack's record of the role, or None when there is none of that ARN."""
    found = iam_stores[arn.split(":")[4]][_REGION].ROLES.get(arn.rpartition("/")[2])
    return found.role if found and found.role["Arn"] == arn else None


def _session(credentials: TemporaryCredentials) -> Caller | None:
    """The session of an assumed role; None for one of the administrator (GetSessionToken)."""
    kind, _, rest = credentials.arn.rpartition(":")[2].partition("/")
    if kind != "assumed-role":
        return None
    name = rest.rpartition("/")[0]
    store = iam_stores[credentials.account_id][_REGION]
    entity = store.ROLES.get(name)
    if entity is None:
        # The role was deleted, or never there: its session may do nothing.
        return _caller(store, credentials.account_id, credentials.arn, (credentials.arn,), ())
    role_arn = entity.role["Arn"]
    return _caller(
        store,
        credentials.account_id,
        credentials.arn,
        (credentials.arn, role_arn),
        _documents(store, entity),
        entity.role,
        {"aws:principalarn": (role_arn,), "aws:userid": (credentials.user_id,)},
    )


def _user(store: IamStore, entity: Any) -> Caller:
    arn, name = entity.user["Arn"], entity.user["UserName"]
    groups = [group for group in store.GROUPS.values() if name in group.member_user_names]
    documents = [document for each in (entity, *groups) for document in _documents(store, each)]
    about = {"aws:principalarn": (arn,), "aws:username": (name,), "aws:userid": (entity.user["UserId"],)}
    return _caller(store, arn.split(":")[4], arn, (arn,), documents, entity.user, about)


def _caller(
    store: IamStore,
    account: str,
    arn: str,
    names: Iterable[str],
    documents: Iterable[Document],
    entity: Any = None,
    about: Any = None,
) -> Caller:
    boundary = (entity or {}).get("PermissionsBoundary", {}).get("PermissionsBoundaryArn")
    return Caller(
        arn=arn,
        grants=frozenset(names),
        account=_names_of(account),
        identity=tuple(documents),
        boundary=(_managed(store, boundary),) if boundary else (),
        context={"aws:principalaccount": (account,), **(about or {})},
    )


def _documents(store: IamStore, entity: Any) -> Iterator[Document]:
    """The inline and the attached policies of a role, a user or a group."""
    yield from (json.loads(unquote(text)) for text in entity.inline_policies.values())
    yield from (_managed(store, arn) for arn in entity.attached_policy_arns)


def _managed(store: IamStore, arn: str) -> Document:
    if ":iam::aws:policy/" in arn:
        return _of_aws()[arn.partition(":policy")[2]]
    entity = store.MANAGED_POLICIES[arn]
    document: Document = json.loads(unquote(entity.versions[entity.policy["DefaultVersionId"]]["Document"]))
    return document


@cache
def _of_aws() -> dict[str, Document]:
    """AWS's own managed policies, which LocalStack carries, by path and name."""
    text = resources.files("localstack.services.iam.resources").joinpath("aws_managed_policies.json").read_text()
    return {f"{policy['Path']}{name}": policy["Document"] for name, policy in json.loads(text).items()}
