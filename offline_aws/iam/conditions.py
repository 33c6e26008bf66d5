"""The ``Condition`` of a policy's statement.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
"""

import ipaddress
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from offline_aws.iam.wildcards import Context, UnknownVariableError, matches, substituted

Comparison = Callable[[str, str, Context], bool]
"""(value of the request, value of the policy, context): whether they compare as the operator says."""


class UnknownOperatorError(ValueError):
    """A condition operator that IAM does not have."""


def hold(condition: Mapping[str, Mapping[str, Any]], context: Context) -> bool:
    """Whether every operator holds for every one of its keys. Raises UnknownOperatorError."""
    return all(
        _holds(operator, key, as_list(values), context)
        for operator, keys in condition.items()
        for key, values in keys.items()
    )


def as_list(value: Any) -> list[str]:
    """One value or a list of them, as texts: a policy may write ``true`` and ``5`` without quotes."""
    values = value if isinstance(value, list) else [value]
    return [str(each).lower() if isinstance(each, bool) else str(each) for each in values]


def _holds(operator: str, key: str, wanted: list[str], context: Context) -> bool:
    quantifier, _, name = operator.rpartition(":")
    name, optional = name.removesuffix("IfExists"), name.endswith("IfExists")
    values = context.get(key.lower())
    if name == "Null":
        return (values is None) == (wanted[0].lower() == "true")
    negated = name in _NEGATED
    compare = _COMPARISONS.get(_NEGATED.get(name, name))
    if compare is None or quantifier not in ("", "ForAllValues", "ForAnyValue"):
        raise UnknownOperatorError(operator)
    if values is None:
        return optional or quantifier == "ForAllValues" or (negated and not quantifier)
    found = (any(_compares(compare, value, each, context) for each in wanted) != negated for value in values)
    # A negated operator on several values holds when none of them is among those of the policy.
    return all(found) if quantifier == "ForAllValues" or (negated and not quantifier) else any(found)


def _compares(compare: Comparison, value: str, wanted: str, context: Context) -> bool:
    """A value that is no number, time or address compares with nothing."""
    try:
        return compare(value, wanted, context)
    except (ValueError, UnknownVariableError):
        return False


def _ordered(convert: Callable[[str], Any]) -> Iterable[tuple[str, Comparison]]:
    yield "Equals", lambda value, wanted, _: convert(value) == convert(wanted)
    yield "LessThan", lambda value, wanted, _: convert(value) < convert(wanted)
    yield "LessThanEquals", lambda value, wanted, _: convert(value) <= convert(wanted)
    yield "GreaterThan", lambda value, wanted, _: convert(value) > convert(wanted)
    yield "GreaterThanEquals", lambda value, wanted, _: convert(value) >= convert(wanted)


def _time(text: str) -> datetime:
    """ISO 8601 or seconds since the epoch. Raises ValueError."""
    if text.isdecimal():
        return datetime.fromtimestamp(int(text), UTC)
    time = datetime.fromisoformat(text)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _arn_like(value: str, wanted: str, context: Context) -> bool:
    """Each of the six parts is compared by itself, so that a wildcard does not reach over a colon."""
    have, want = value.split(":", 5), wanted.split(":", 5)
    return len(have) == len(want) and all(
        matches(pattern, part, context) for pattern, part in zip(want, have, strict=True)
    )


_COMPARISONS: dict[str, Comparison] = {
    "StringEquals": lambda value, wanted, context: value == substituted(wanted, context),
    "StringEqualsIgnoreCase": lambda value, wanted, context: value.lower() == substituted(wanted, context).lower(),
    "StringLike": lambda value, wanted, context: matches(wanted, value, context),
    "Bool": lambda value, wanted, _: value.lower() == wanted.lower(),
    "BinaryEquals": lambda value, wanted, _: value == wanted,
    "IpAddress": lambda value, wanted, _: ipaddress.ip_address(value) in ipaddress.ip_network(wanted, strict=False),
    "ArnEquals": _arn_like,
    "ArnLike": _arn_like,
    **{f"Numeric{name}": comparison for name, comparison in _ordered(float)},
    **{f"Date{name}": comparison for name, comparison in _ordered(_time)},
}
_NEGATED = {
    "StringNotEquals": "StringEquals",
    "StringNotEqualsIgnoreCase": "StringEqualsIgnoreCase",
    "StringNotLike": "StringLike",
    "NumericNotEquals": "NumericEquals",
    "DateNotEquals": "DateEquals",
    "NotIpAddress": "IpAddress",
    "ArnNotEquals": "ArnEquals",
    "ArnNotLike": "ArnLike",
}
