"""The types of function calls, their lambdas, and what Trino says of a call that no form of the function takes."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from sqlglot import exp

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.analysis import operators as ops
from offline_aws.athena.sql.analysis.coercion import common_type
from offline_aws.athena.sql.analysis.kinds import BOOLEAN, MOMENT, UNDECIDED, UNKNOWN, VARCHAR, Type, row, type_of
from offline_aws.athena.sql.analysis.signatures import (
    AmbiguousCallError,
    Match,
    match,
    signatures,
    special_result,
    unify,
)
from offline_aws.athena.sql.dialect import place

if TYPE_CHECKING:
    from offline_aws.athena.sql.analysis.expressions import Typing

Lambdas = Mapping[str, Type]

_ZONE = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?([A-Za-z][\w/+-]*|[+-]\d{1,2}(?::?\d{2})?)\Z")


def zone_in(text: str) -> str | None:
    """The zone at the end of a timestamp's text."""
    found = _ZONE.search(text.strip())
    return found[1] if found else None


def is_left_out(text: str) -> bool:
    """Whether the zone of a timestamp's text puts its clock forward over that time."""
    zone = zone_in(text)
    if not zone or zone not in available_timezones():
        return False
    try:
        clock = dt.datetime.fromisoformat(text.strip().removesuffix(zone).strip()).replace(tzinfo=ZoneInfo(zone))
    except ValueError:  # beyond what Python's dates hold
        return False
    return clock.astimezone(dt.UTC).astimezone(clock.tzinfo).replace(tzinfo=None) != clock.replace(tzinfo=None)


def call_type(typing: "Typing", node: exp.Expr, given: Lambdas) -> Type:
    """The type of a call; a lambda that is no argument of one has none."""
    if isinstance(node, exp.Lambda):
        return UNDECIDED
    for argument in node.expressions:
        if not isinstance(argument, exp.Lambda) and not isinstance(argument, exp.Star):
            typing.of(argument, given)
    name = node.name.lower()
    if name in _FORMS:
        return _FORMS[name](node)
    arguments = node.expressions
    if any(isinstance(item, exp.Star) for item in arguments):
        arguments = []
    if not any(isinstance(item, exp.Lambda) for item in arguments):
        return resolved(node, name, arguments)
    return _with_lambdas(typing, node, given)


def resolved(node: exp.Expr, name: str, arguments: Sequence[exp.Expr]) -> Type:
    """The type of a call of a function by its name."""
    given = [type_of(item) for item in arguments]
    found = _form(node, name, given)
    for argument, kind in zip(arguments, found.arguments, strict=False):
        if type_of(argument) == UNKNOWN and kind.is_decided and kind.name not in _NOT_OF_VALUES:
            argument.meta["wanted"] = kind
    node.meta["signature"] = found.signature.text
    kind = special_result(name, found.arguments if UNKNOWN in given else given) or found.resolved(
        found.signature.returns
    )
    if name in _OF_THE_SAME_DIGITS:
        kind = kind.with_digits(max((item.digits for item in given if item.name in _TIMES), default=3))
    return _zoned(name, arguments, kind)


# Functions that give a time with the digits of the one they take.
_TIMES = ("timestamp", "timestamp with time zone", "time", "time with time zone")
_OF_THE_SAME_DIGITS = ("at_timezone", "date_add", "date_trunc", "with_timezone")


# Types that Trino makes of a constant text, and those of sketches.
_NOT_OF_VALUES = (
    "codepoints",
    "hyperloglog",
    "joniregexp",
    "jsonpath",
    "likepattern",
    "setdigest",
    "tdigest",
    "unknown",
)


def _form(node: exp.Expr, name: str, given: Sequence[Type | None]) -> Match:
    """The form of the function that the call means."""
    try:
        found = match(name, given)
    except AmbiguousCallError:
        raise ops.ambiguous(place(node)) from None
    if found is None:
        raise _no_form(node, name, given)
    return found


def _no_form(node: exp.Expr, name: str, given: Sequence[Type | None]) -> QueryError:
    forms = signatures().get(name)
    if not forms:
        return not_registered(node, name)
    expected = ", ".join(sorted({form.text for form in forms}))
    actual = ", ".join("<function>" if kind is None else str(kind) for kind in given)
    message = f"Unexpected parameters ({actual}) for function {name}. Expected: {expected}"
    return QueryError.at("FUNCTION_NOT_FOUND", place(node), message)


def not_registered(node: exp.Expr, name: str) -> QueryError:
    return QueryError.at("FUNCTION_NOT_FOUND", place(node), f"Function '{name}' not registered")


def unresolved(name: str, node: exp.Expr) -> QueryError:
    return QueryError.at(
        "COLUMN_NOT_FOUND",
        place(node),
        f"Column '{name.lower()}' cannot be resolved or requester is not authorized to access requested resources",
    )


def _with_lambdas(typing: "Typing", node: exp.Expr, given: Lambdas) -> Type:
    """The lambdas are typed from left to right, each with what the arguments before it say of its parameters."""
    name, arguments = node.name.lower(), node.expressions
    shape = [None if isinstance(item, exp.Lambda) else type_of(item) for item in arguments]
    found = _form(node, name, shape)
    for parameter, argument in zip(found.parameters, arguments, strict=True):
        if isinstance(argument, exp.Lambda):
            _type_lambda(typing, parameter, argument, found, given)
    return found.resolved(found.signature.returns)


def _type_lambda(typing: "Typing", parameter: Type, function: exp.Lambda, found: Match, given: Lambdas) -> None:
    *inputs, output = parameter.arguments
    if len(function.expressions) != len(inputs):
        raise QueryError.at(
            "INVALID_PARAMETER_USAGE",
            place(function.expressions[0]) if function.expressions else None,
            f"Expected a lambda that takes {len(inputs)} argument(s) but got {len(function.expressions)}",
        )
    names = [item.name.lower() for item in function.expressions]
    types = dict(zip(names, map(found.resolved, inputs), strict=True))
    for identifier, kind in zip(function.expressions, types.values(), strict=True):
        identifier.meta["type"] = kind
    body = typing.of(function.this, {**given, **types})
    if not unify(output, body, found):
        raise ops.mismatch(function.this, f"Unexpected parameters for function {found.signature.name}")


def _zoned(name: str, arguments: Sequence[exp.Expr], kind: Type) -> Type:
    """The zone that a timestamp with time zone has from a call."""
    if kind.name != MOMENT.name or not arguments:
        return kind
    last = arguments[-1]
    if name in ("at_timezone", "with_timezone") or (name == "from_unixtime" and len(arguments) == 2):
        return kind.in_zone(last.name if isinstance(last, exp.Literal) else "")
    if name == "from_unixtime" and len(arguments) == 3:
        return kind.in_zone(_offset(arguments[1:]))
    if name.startswith("from_iso8601_timestamp"):
        return kind.in_zone(_iso_zone(last.name) if isinstance(last, exp.Literal) else "")
    if name == "parse_datetime":
        names_zone = not isinstance(last, exp.Literal) or re.search(r"[zZ]", re.sub(r"'[^']*'", "", last.name))
        return kind.in_zone("" if names_zone else "UTC")
    zones = [type_of(item).zone for item in arguments if type_of(item).name == MOMENT.name]
    return kind.in_zone(zones[0] if zones else "UTC")


def _iso_zone(text: str) -> str:
    """The zone of an ISO 8601 text: none and Z are UTC."""
    found = re.search(r"T.*([+-]\d{2})(?::?(\d{2}))?\Z", text)
    return f"{found[1]}:{found[2] or '00'}" if found else "UTC"


def _offset(parts: Sequence[exp.Expr]) -> str:
    try:
        hours, minutes = (int(item.sql()) for item in parts)
    except ValueError:
        return ""
    return "UTC" if hours == minutes == 0 else f"{hours:+03d}:{abs(minutes):02d}"


def _coalesce(node: exp.Expr) -> Type:
    items: dict[Type, exp.Expr] = {}
    for item in node.expressions:
        items.setdefault(type_of(item), item)
    return ops.all_alike(items, "COALESCE operands")


def _nullif(node: exp.Expr) -> Type:
    left, right = map(type_of, node.expressions)
    if common_type(left, right) is None:
        raise ops.mismatch(node, f"Types are not comparable with NULLIF: {left} vs {right}")
    return left


def _try(node: exp.Expr) -> Type:
    return type_of(node.expressions[0])


def _json_object(node: exp.Expr) -> Type:
    """Behind two words keys and values, by turns."""
    for key in node.expressions[2::2]:
        if type_of(key).family != "varchar":
            message = f"Invalid type of JSON object key: {type_of(key)}"
            raise QueryError.at("INVALID_FUNCTION_ARGUMENT", place(key), message)
    return _json_values(node, "OBJECT", node.expressions[3::2])


def _json_values(node: exp.Expr, kind: str, values: Sequence[exp.Expr]) -> Type:
    for value in values:
        if type_of(value).name in ("array", "map", "row"):
            message = f"Unsupported type of value passed to JSON_{kind} function: {type_of(value)}"
            raise QueryError.at("NOT_SUPPORTED", place(node), message)
    return VARCHAR


# Syntax that looks like a call.
_FORMS = {
    "coalesce": _coalesce,
    "format": lambda node: VARCHAR,
    "grouping": lambda node: Type("integer" if len(node.expressions) < 32 else "bigint"),
    "json_array": lambda node: _json_values(node, "ARRAY", node.expressions[1:]),
    "json_exists": lambda node: BOOLEAN,
    "json_input": lambda node: VARCHAR,
    "json_object": _json_object,
    "json_query": lambda node: VARCHAR,
    "json_value": lambda node: node.meta.get("returning", VARCHAR),
    "normalize": lambda node: VARCHAR,
    "nullif": _nullif,
    "row": lambda node: row(*map(type_of, node.expressions)),
    "try": _try,
}
