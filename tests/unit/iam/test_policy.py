from typing import Any

import pytest

from offline_aws.iam.conditions import UnknownOperatorError
from offline_aws.iam.policy import Caller, Request, decide

STREAM = "arn:aws:firehose:us-east-1:000000000000:deliverystream/clickstream"
SESSION = "arn:aws:sts::000000000000:assumed-role/api/x"
ROLE = "arn:aws:iam::000000000000:role/api"


def statement(effect: str = "Allow", **more: Any) -> dict[str, Any]:
    return {"Effect": effect, "Action": "firehose:PutRecord", "Resource": STREAM, **more}


def policy(*statements: dict[str, Any]) -> dict[str, Any]:
    return {"Version": "2012-10-17", "Statement": list(statements)}


def decision(
    *identity: dict[str, Any], boundary: Any = (), resource: Any = (), context: Any = None, resource_arn: str = STREAM
) -> tuple[bool, str]:
    caller = Caller(
        SESSION,
        grants=frozenset([SESSION, ROLE]),
        account=frozenset(["000000000000"]),
        identity=identity,
        boundary=boundary,
    )
    found = decide(caller, Request("firehose:PutRecord", (resource_arn,), context or {}), resource)
    return found.allowed, found.reason


NOTHING = (False, "because no identity-based policy allows the firehose:PutRecord action")
YES = (True, "")


def test_what_no_policy_allows_is_denied() -> None:
    assert decision() == NOTHING


def test_what_a_policy_allows_is_allowed() -> None:
    assert decision(policy(statement())) == YES


def test_a_single_statement_needs_no_list() -> None:
    assert decision({"Statement": statement()}) == YES


def test_an_explicit_deny_wins() -> None:
    denied = (False, "with an explicit deny in an identity-based policy")
    assert decision(policy(statement(), statement("Deny", Resource="*"))) == denied


def test_actions_ignore_case_and_take_wildcards() -> None:
    assert decision(policy(statement(Action=["s3:GetObject", "FIREHOSE:Put*"]))) == YES


def test_resources_take_wildcards_and_keep_case() -> None:
    assert decision(policy(statement(Resource=STREAM.replace("click", "?lick")))) == YES
    assert decision(policy(statement(Resource=STREAM.upper()))) == NOTHING


def test_not_action_and_not_resource_are_the_rest() -> None:
    rest = {"Effect": "Allow", "NotAction": "s3:*", "NotResource": "arn:aws:s3:::*"}
    assert decision(policy(rest)) == YES
    assert decision(policy({**rest, "NotAction": "firehose:*"})) == NOTHING


def test_a_dot_in_a_pattern_is_a_dot() -> None:
    assert decision(policy(statement(Resource="a.b")), resource_arn="axb") == NOTHING


def test_a_variable_stands_for_its_value_and_for_nothing_without_one() -> None:
    own = policy(statement(Resource="stream/${aws:username}"))
    assert decision(own, resource_arn="stream/ann", context={"aws:username": ("ann",)}) == YES
    assert decision(own, resource_arn="stream/ann") == NOTHING


def test_a_wildcard_in_a_variables_value_is_a_character() -> None:
    own = policy(statement(Resource="stream/${aws:username}"))
    assert decision(own, resource_arn="stream/ann", context={"aws:username": ("*",)}) == NOTHING


def test_a_permissions_boundary_has_to_allow_too() -> None:
    outside = (policy(statement(Action="s3:*")),)
    assert decision(policy(statement()), boundary=outside) == (
        False,
        "because no permissions boundary allows the firehose:PutRecord action",
    )


@pytest.mark.parametrize("principal", ["*", {"AWS": "*"}, {"AWS": [ROLE]}, {"AWS": SESSION}])
def test_a_resource_based_policy_allows_whom_it_names(principal: Any) -> None:
    assert decision(resource=[policy(statement(Principal=principal))]) == YES


def test_naming_the_account_leaves_it_to_the_accounts_own_policies() -> None:
    named = {"Principal": {"AWS": "000000000000"}}
    assert decision(resource=[policy(statement(**named))]) == NOTHING
    denied = (False, "with an explicit deny in a resource-based policy")
    assert decision(policy(statement()), resource=[policy(statement("Deny", **named))]) == denied


def test_not_principal_denies_all_others() -> None:
    others = policy(statement("Deny", NotPrincipal={"AWS": ROLE}))
    assert decision(policy(statement()), resource=[others]) == YES


@pytest.mark.parametrize(
    ("operator", "wanted", "value", "holds"),
    [
        ("StringEquals", "a", "a", True),
        ("StringEquals", ["b", "a"], "a", True),
        ("StringEquals", "a", "A", False),
        ("StringEquals", "a", None, False),
        ("StringEqualsIfExists", "a", None, True),
        ("StringNotEquals", ["a", "b"], "a", False),
        ("StringNotEquals", "a", None, True),
        ("StringEqualsIgnoreCase", "a", "A", True),
        ("StringLike", "a*", "abc", True),
        ("StringNotLike", "a*", "abc", False),
        ("NumericLessThan", 10, "9", True),
        ("NumericLessThan", "10", "x", False),
        ("DateGreaterThan", "2026-01-01T00:00:00Z", "2026-06-01T00:00:00Z", True),
        ("DateLessThan", "2026-01-01", "1780272000", False),
        ("Bool", True, "true", True),
        ("IpAddress", "10.0.0.0/8", "10.1.2.3", True),
        ("NotIpAddress", "10.0.0.0/8", "10.1.2.3", False),
        ("ArnLike", "arn:aws:s3:::a*", "arn:aws:s3:::abc", True),
        ("ArnLike", "arn:aws:*", "arn:aws:s3:::abc", False),
        ("Null", "true", None, True),
        ("Null", "false", "x", True),
    ],
)
def test_a_condition_holds_as_its_operator_says(operator: str, wanted: Any, value: str | None, holds: bool) -> None:
    context = {} if value is None else {"aws:key": (value,)}
    statement_ = statement(Condition={operator: {"AWS:Key": wanted}})
    assert decision(policy(statement_), context=context) == (YES if holds else NOTHING)


@pytest.mark.parametrize(
    ("operator", "values", "holds"),
    [
        ("ForAllValues:StringEquals", ("a", "b"), True),
        ("ForAllValues:StringEquals", ("a", "c"), False),
        ("ForAllValues:StringEquals", None, True),
        ("ForAnyValue:StringEquals", ("a", "c"), True),
        ("ForAnyValue:StringEquals", None, False),
    ],
)
def test_a_condition_on_many_values_holds_for_all_or_any(operator: str, values: Any, holds: bool) -> None:
    context = {} if values is None else {"aws:key": values}
    statement_ = statement(Condition={operator: {"aws:key": ["a", "b"]}})
    assert decision(policy(statement_), context=context) == (YES if holds else NOTHING)


def test_an_operator_that_iam_does_not_have_is_an_error() -> None:
    with pytest.raises(UnknownOperatorError, match="StringIs"):
        decision(policy(statement(Condition={"StringIs": {"aws:key": "a"}})), context={"aws:key": ("a",)})
