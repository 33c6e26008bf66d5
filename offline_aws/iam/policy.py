"""What policies say of a request. Pure: documents and a request in, a decision out.

An explicit deny wins over all; else something has to allow. Within one account that is an identity-based policy, as far
as the permissions boundary allows too, or a resource-based one that names the caller.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from offline_aws.iam import conditions
from offline_aws.iam.wildcards import Context, matches

Document = Mapping[str, Any]


class Effect(Enum):
    DENY = "explicit deny"
    ALLOW = "allow"
    NONE = "implicit deny"


@dataclass(frozen=True)
class Request:
    """One action on one resource.

    :param action: ``service:Action``
    :param names: of the resource, the ARN first: a policy may use any; ``*`` for an action that has no resource
    :param context: the condition keys
    """

    action: str
    names: tuple[str, ...]
    context: Context


@dataclass(frozen=True)
class Caller:
    """Who asks, by all the names under which a ``Principal`` may know them, and what limits them.

    :param arn: as error messages name the caller
    :param grants: names by which a resource-based policy allows the caller by itself
    :param account: names of the caller's account, by which such a policy only denies
    :param identity: the identity-based policies
    :param boundary: the permissions boundary, which has to allow too; none when it is empty
    :param context: the condition keys that tell of the caller
    """

    arn: str
    grants: frozenset[str] = frozenset()
    account: frozenset[str] = frozenset()
    identity: tuple[Document, ...] = ()
    boundary: tuple[Document, ...] = ()
    context: Context = field(default_factory=dict)


@dataclass(frozen=True)
class Decision:
    """:param reason: how AWS ends its message: which kind of policy denied, or did not allow"""

    allowed: bool
    reason: str = ""


def decide(caller: Caller, request: Request, resource_policies: Iterable[Document] = ()) -> Decision:
    """Whether the caller may do it. Raises UnknownOperatorError for a condition that IAM does not have."""
    resource_policies, names = tuple(resource_policies), caller.grants | caller.account
    for kind, effect in (
        ("an identity-based policy", _effect(caller.identity, request)),
        ("a resource-based policy", _effect(resource_policies, request, names)),
        ("a permissions boundary", _effect(caller.boundary, request)),
    ):
        if effect is Effect.DENY:
            return Decision(False, f"with an explicit deny in {kind}")
    if _effect(resource_policies, request, caller.grants) is Effect.ALLOW:
        return Decision(True)
    if _effect(caller.identity, request) is not Effect.ALLOW:
        return Decision(False, f"because no identity-based policy allows the {request.action} action")
    if caller.boundary and _effect(caller.boundary, request) is not Effect.ALLOW:
        return Decision(False, f"because no permissions boundary allows the {request.action} action")
    return Decision(True)


def _effect(documents: Iterable[Document], request: Request, names: frozenset[str] | None = None) -> Effect:
    """:param names: of the caller, for policies of resources; None for policies that name no principal"""
    applying = {
        statement["Effect"]
        for document in documents
        for statement in _statements(document)
        if applies(statement, request, names)
    }
    return Effect.DENY if "Deny" in applying else Effect.ALLOW if "Allow" in applying else Effect.NONE


def _statements(document: Document) -> list[Document]:
    statements = document.get("Statement", [])
    return statements if isinstance(statements, list) else [statements]


def applies(statement: Document, request: Request, names: frozenset[str] | None) -> bool:
    """Whether a statement is about this request."""
    return (
        _element(statement, "Action", (request.action,), request.context, ignore_case=True)
        and _element(statement, "Resource", request.names, request.context)
        and (names is None or _principal(statement, names))
        and conditions.hold(statement.get("Condition", {}), request.context)
    )


def _element(
    statement: Document, name: str, values: tuple[str, ...], context: Context, ignore_case: bool = False
) -> bool:
    """``Action`` or ``Resource``, or its ``Not…``; a trust policy has no resource, and is about its role."""
    for element, wanted in ((name, True), (f"Not{name}", False)):
        if element in statement:
            patterns = conditions.as_list(statement[element])
            found = any(matches(pattern, value, context, ignore_case) for pattern in patterns for value in values)
            return found is wanted
    return True


def _principal(statement: Document, names: frozenset[str]) -> bool:
    if "NotPrincipal" in statement:
        return not _names(statement["NotPrincipal"]) & names
    named = _names(statement.get("Principal", {}))
    return "*" in named or bool(named & names)


def _names(principal: Any) -> set[str]:
    if principal == "*":
        return {"*"}
    return {name for names in principal.values() for name in conditions.as_list(names)}
