"""The types of operators, and what Trino says of sides that do not go together.

https://trino.io/docs/current/functions/comparison.html, math.html, decimal.html and datetime.html
"""

from sqlglot import exp

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.analysis.coercion import MOST_DIGITS, as_decimal, common_type
from offline_aws.athena.sql.analysis.kinds import (
    BOOLEAN,
    DAY_TO_SECOND,
    UNDECIDED,
    UNKNOWN,
    YEAR_TO_MONTH,
    Type,
    decimal,
)
from offline_aws.athena.sql.analysis.signatures import modulo_type
from offline_aws.athena.sql.dialect import place

# Trino has no operator > and says < of its sides.
COMPARISONS: dict[type[exp.Expr], str] = {
    exp.EQ: "=", exp.NEQ: "<>", exp.GT: "<", exp.GTE: "<=", exp.LT: "<", exp.LTE: "<=",
    exp.NullSafeEQ: "IS DISTINCT FROM", exp.NullSafeNEQ: "IS DISTINCT FROM",
}  # fmt: skip
ARITHMETIC: dict[type[exp.Expr], str] = {exp.Add: "+", exp.Sub: "-", exp.Mul: "*", exp.Div: "/", exp.Mod: "%"}
_EQUALITIES = (exp.EQ, exp.NEQ, exp.NullSafeEQ, exp.NullSafeNEQ)
_INTERVALS = (DAY_TO_SECOND, YEAR_TO_MONTH)
_TIMES = ("date", "timestamp", "timestamp with time zone", "time")


def comparison(node: exp.Expr, left: Type, right: Type) -> Type:
    """A boolean, if the sides have a common type that can be compared so."""
    common = common_type(left, right)
    if common is None or (common.name == "map" and not isinstance(node, _EQUALITIES)):
        raise mismatch(node, f"Cannot apply operator: {left} {COMPARISONS[type(node)]} {right}")
    return BOOLEAN


def arithmetic(node: exp.Expr, left: Type, right: Type) -> Type:
    """The result of + - * / %."""
    if not left.name or not right.name:
        return _half_known(node, left, right)
    if UNKNOWN in (left, right):
        return _of_unknown(node, left, right)
    found = _of_moments(node, left, right) or _of_numbers(node, left, right)
    if found is None:
        raise mismatch(node, f"Cannot apply operator: {left} {ARITHMETIC[type(node)]} {right}")
    return found


def _half_known(node: exp.Expr, left: Type, right: Type) -> Type:
    known = left if left.name else right
    if known in _INTERVALS and isinstance(node, exp.Sub) and known is right:
        return UNDECIDED
    return known if known.name == "double" else UNDECIDED


def _of_numbers(node: exp.Expr, left: Type, right: Type) -> Type | None:
    common = common_type(left, right)
    if common is None or common.name in ("tinyint", "smallint", "integer", "bigint", "real", "double", "unknown"):
        return common
    if common.name != "decimal":
        return None
    return _of_decimals(node, left, right)


def _of_decimals(node: exp.Expr, left: Type, right: Type) -> Type:
    """Digits as Trino's DecimalOperators count them."""
    if isinstance(node, exp.Mod):
        return modulo_type(left, right)
    (p, s), (q, t) = (kind.arguments for kind in (as_decimal(left), as_decimal(right)) if kind)
    if isinstance(node, exp.Mul):
        if s + t > MOST_DIGITS:
            raise mismatch(node, f"DECIMAL scale must be in range [0, precision ({MOST_DIGITS})]: {s + t}")
        return decimal(min(MOST_DIGITS, p + q), s + t)
    if isinstance(node, exp.Div):
        return decimal(min(MOST_DIGITS, p + t + max(t - s, 0)), max(s, t))
    return decimal(min(MOST_DIGITS, max(p - s, q - t) + max(s, t) + 1), max(s, t))


def _of_moments(node: exp.Expr, left: Type, right: Type) -> Type | None:
    """Dates, times and intervals."""
    if isinstance(node, (exp.Add, exp.Sub)):
        if left == right and left in _INTERVALS:
            return left
        if left.name in _TIMES and right in _INTERVALS:
            return _moved(left, right)
        if isinstance(node, exp.Add) and left in _INTERVALS and right.name in _TIMES:
            return _moved(right, left)
        if isinstance(node, exp.Sub) and left.name in _TIMES and right.name in _TIMES:
            common = common_type(left, right)
            return DAY_TO_SECOND if common and common.name != "" else None
    if isinstance(node, exp.Mul) and (left in _INTERVALS) != (right in _INTERVALS):
        interval, number = (left, right) if left in _INTERVALS else (right, left)
        return interval if number.family in ("integer", "double") else None
    if isinstance(node, exp.Div) and left in _INTERVALS and right.family in ("integer", "double"):
        return left
    return None


def _moved(time: Type, interval: Type) -> Type:
    """A time plus an interval has the milliseconds of the interval."""
    return time.with_digits(max(time.digits, 3)) if interval == DAY_TO_SECOND else time


def _of_unknown(node: exp.Expr, left: Type, right: Type) -> Type:
    """What an operator gives with a NULL without a type; often more than one operator takes it."""
    known = right if left == UNKNOWN else left
    if known == UNKNOWN and isinstance(node, exp.Mod):
        return Type("tinyint")
    if known == UNKNOWN or _is_open(node, known, left):
        raise ambiguous(None)
    if known.name == "decimal":
        return _of_decimals(node, *(decimal(1, 0) if side == UNKNOWN else side for side in (left, right)))
    return DAY_TO_SECOND if known.name in _TIMES and isinstance(node, exp.Sub) and left == UNKNOWN else known


def _is_open(node: exp.Expr, known: Type, left: Type) -> bool:
    """Whether a NULL beside this type may be a number, an interval or a time."""
    if isinstance(node, (exp.Add, exp.Sub)):
        return known in _INTERVALS or (known.family in ("timestamp", "moment") and left != UNKNOWN)
    if isinstance(node, exp.Mul):
        return known.name in ("bigint", "double")
    return isinstance(node, exp.Div) and known.name == "double" and left == UNKNOWN


def ambiguous(where: tuple[int, int] | None) -> QueryError:
    message = "Could not choose a best candidate operator. Explicit type casts must be added."
    return QueryError.at("AMBIGUOUS_FUNCTION_CALL", where, message)


def mismatch(node: exp.Expr, message: str) -> QueryError:
    return QueryError.at("TYPE_MISMATCH", place(node), message)


def require(node: exp.Expr, kind: Type, message: str) -> None:
    """Fail unless a condition is a boolean; ``message`` ends in its type."""
    if kind not in (BOOLEAN, UNKNOWN, UNDECIDED):
        raise mismatch(node, message.format(kind))


def negated(node: exp.Expr, kind: Type) -> Type:
    if kind == UNKNOWN:
        raise ambiguous(None)
    if kind.family not in ("integer", "double", "decimal", "unknown", "") and kind not in _INTERVALS:
        raise mismatch(node, f"Cannot negate {kind}")
    return kind


def all_alike(kinds: dict[Type, exp.Expr], what: str) -> Type:
    """The common type of expressions that need one; ``what`` names them in the message."""
    common = UNKNOWN
    for kind, node in kinds.items():
        found = common_type(common, kind)
        if found is None:
            every = ", ".join(map(str, kinds))
            raise mismatch(
                node,
                f"All {what} must be the same type or coercible to a common type. Cannot find common type between "
                f"{common} and {kind}, all types (without duplicates): [{every}]",
            )
        common = found
    return common


def is_orderable(kind: Type) -> bool:
    """Whether values of a type have an order: maps and JSON have none."""
    if kind.name in ("array", "row"):
        return all(is_orderable(item) for item in kind.arguments)
    return kind.name not in _WITHOUT_ORDER


_WITHOUT_ORDER = ("map", "json", "hyperloglog", "p4hyperloglog", "qdigest", "tdigest", "setdigest", "function", "color")


def castable(source: Type, target: Type) -> bool:
    """Whether a cast is one that Trino knows."""
    if not source.is_decided or not target.is_decided or source == UNKNOWN or source.name == target.name == "unknown":
        return True
    if source.name == target.name and source.name in ("array", "map", "row"):
        return len(source.arguments) == len(target.arguments) and all(
            castable(a, b) for a, b in zip(source.arguments, target.arguments, strict=True)
        )
    if source.name == "char":
        return target.family == "varchar"
    if "json" in (source.name, target.name):
        return source.name not in ("timestamp with time zone", "time", "varbinary")
    if source.name in ("array", "map", "row") or target.name in ("array", "map", "row"):
        return False
    return source.family == target.family or target.family in _CASTS.get(source.family, ())


_CASTS = {
    "integer": ("double", "decimal", "varchar", "boolean"),
    "double": ("integer", "decimal", "varchar", "boolean"),
    "decimal": ("integer", "double", "varchar", "boolean"),
    "boolean": ("integer", "double", "decimal", "varchar"),
    "varchar": ("integer", "double", "decimal", "boolean", "date", "timestamp", "moment", "time", "uuid", "ipaddress",
                "varbinary", "time with time zone"),
    "date": ("varchar", "timestamp", "moment"),
    "timestamp": ("varchar", "date", "time", "moment"),
    "moment": ("varchar", "date", "time", "timestamp", "time with time zone"),
    "time": ("varchar", "timestamp", "moment", "time with time zone"),
    "time with time zone": ("varchar", "time", "timestamp", "moment"),
    "interval day to second": ("varchar",),
    "interval year to month": ("varchar",),
    "uuid": ("varchar", "varbinary"),
    "ipaddress": ("varchar", "varbinary"),
    "varbinary": ("uuid", "ipaddress", "hyperloglog"),
    "hyperloglog": ("varbinary",),
}  # fmt: skip
