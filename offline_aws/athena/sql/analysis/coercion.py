"""What Trino converts by itself. https://trino.io/docs/current/functions/conversion.html

The rules are those of Trino's TypeCoercion: integers widen, then become decimals, reals and doubles; a date becomes a
timestamp, a timestamp one with a time zone; NULL becomes anything; arrays, maps and rows follow their parts.
"""

from collections.abc import Iterable
from functools import reduce

from offline_aws.athena.sql.analysis.kinds import UNDECIDED, UNKNOWN, Type, decimal

_DIGITS = {"tinyint": 3, "smallint": 5, "integer": 10, "bigint": 19}
_NUMBERS = (*_DIGITS, "decimal", "real", "double")
_MOMENTS = ("date", "timestamp", "timestamp with time zone")
_PATTERNS = ("joniregexp", "jsonpath", "codepoints", "likepattern")
MOST_DIGITS = 38


def common_type(left: Type, right: Type) -> Type | None:
    """The type that both convert to; None if there is none."""
    if left == right or right == UNKNOWN:
        return left
    if left == UNKNOWN:
        return right
    if not left.name or not right.name:
        return UNDECIDED
    if left.name == right.name:
        return _common_of_a_kind(left, right)
    for first, second in ((left, right), (right, left)):
        if found := _wider(first, second):
            return found
    return None


def common_of(kinds: Iterable[Type]) -> Type | None:
    """The type that all convert to, UNKNOWN of none."""
    return reduce(lambda a, b: common_type(a, b) if a is not None else None, kinds, UNKNOWN)  # type: ignore[arg-type, return-value]


def as_decimal(kind: Type) -> Type | None:
    """An integer's type as a decimal's, a decimal's as it is."""
    if kind.name in _DIGITS:
        return decimal(_DIGITS[kind.name], 0)
    return kind if kind.name == "decimal" else None


def distance(source: Type, target: Type) -> int | None:
    """How far a type is from one that it converts to; None if it does not."""
    if source == target or not source.name or not target.name:
        return 0
    if source == UNKNOWN:
        return 1
    if target.name in _PATTERNS and source.name in ("varchar", "char"):
        return 1
    if target.name == "varchar" and source.name == "char" and not target.arguments:
        return 2
    found = common_type(source, target)
    if found is None or not found.is_decided or not _same(found, target):
        return None
    for ladder in (_NUMBERS, _MOMENTS):
        if source.name in ladder and target.name in ladder:
            return ladder.index(target.name) - ladder.index(source.name)
    return 1


def _same(left: Type, right: Type) -> bool:
    """Equal, whatever the fields are called and the zones are."""
    if left.name != right.name or len(left.arguments) != len(right.arguments):
        return False
    pairs = zip(left.arguments, right.arguments, strict=True)
    return all(_same(a, b) if isinstance(a, Type) and isinstance(b, Type) else a == b for a, b in pairs)


def _common_of_a_kind(left: Type, right: Type) -> Type | None:
    match left.name:
        case "decimal":
            return _common_decimal(left, right)
        case "varchar" | "char":
            lengths = (*left.arguments, *right.arguments)
            return Type(left.name, (max(lengths),) if len(lengths) == 2 else ())
        case "timestamp" | "time" | "time with time zone":
            return left.with_digits(max(left.digits, right.digits))
        case "timestamp with time zone":
            zone = left.zone if left.zone == right.zone else ""
            return left.in_zone(zone).with_digits(max(left.digits, right.digits))
        case "array" | "map" | "row" if len(left.arguments) == len(right.arguments):
            inner = [common_type(a, b) for a, b in zip(left.arguments, right.arguments, strict=True)]
            fields = left.fields if left.fields == right.fields else ()
            return None if None in inner else Type(left.name, tuple(inner), fields)
        case _:
            return left if not left.arguments else None


def _common_decimal(left: Type, right: Type) -> Type:
    scale = max(left.arguments[1], right.arguments[1])
    whole = max(kind.arguments[0] - kind.arguments[1] for kind in (left, right))
    return decimal(min(MOST_DIGITS, whole + scale), scale)


def _wider(narrow: Type, wide: Type) -> Type | None:
    """The common type of two that differ in kind, if the first is the narrower."""
    if narrow.name in _DIGITS and wide.name == "decimal":
        return _common_decimal(decimal(_DIGITS[narrow.name], 0), wide)
    if narrow.name == "varchar" and wide.name == "char":
        lengths = (*narrow.arguments, *wide.arguments)
        return Type("char", (max(lengths),)) if len(lengths) == 2 else Type("char", (65536,))
    for ladder in (_NUMBERS, _MOMENTS):
        if narrow.name in ladder and wide.name in ladder and ladder.index(narrow.name) < ladder.index(wide.name):
            return wide.with_digits(max(narrow.digits, wide.digits)) if narrow.name == "timestamp" else wide
    return None
