"""The conditional functions and concat, which take any number of arguments.

https://docs.aws.amazon.com/quicksight/latest/user/conditional-functions.html
"""

from collections.abc import Callable, Sequence

from sqlglot import exp

from offline_aws.quicksight.expressions.values import ExpressionError, Value, common_type, grouped, level_of

Condition = Callable[[Sequence[Value]], Value]


def _ifelse(values: Sequence[Value]) -> Value:
    """``ifelse(if, then, [if, then …], else)``: the first that holds decides."""
    if len(values) < 3 or len(values) % 2 == 0:
        raise ExpressionError("ifelse takes pairs of a condition and a value, and a value for else")
    conditions, results = values[:-1:2], [*values[1:-1:2], values[-1]]
    _require("ifelse", "BOOLEAN", conditions)
    return _case("ifelse", None, [each.sql for each in conditions], results, values)


def _switch(values: Sequence[Value]) -> Value:
    """``switch(expression, label, value, [label, value …], default)``."""
    if len(values) < 4 or len(values) % 2:
        raise ExpressionError("switch takes an expression, pairs of a label and a value, and a default")
    labels, results = values[1:-1:2], [*values[2:-1:2], values[-1]]
    _shared("switch", [values[0], *labels])
    return _case("switch", values[0], [each.sql for each in labels], results, values)


def _case(
    name: str, subject: Value | None, tests: Sequence[exp.Expr], results: Sequence[Value], used: Sequence[Value]
) -> Value:
    kind = _shared(name, results)
    branches = [
        exp.If(this=test.copy(), true=result.sql.copy()) for test, result in zip(tests, results[:-1], strict=True)
    ]
    tree = exp.Case(this=subject and subject.sql.copy(), ifs=branches, default=results[-1].sql.copy())
    return Value(tree, kind, level_of(used))


def _coalesce(values: Sequence[Value]) -> Value:
    if len(values) < 2:
        raise ExpressionError("coalesce takes two values or more")
    kind = _shared("coalesce", values)
    return Value(_call("coalesce", values), kind, level_of(values))


def _concat(values: Sequence[Value]) -> Value:
    if len(values) < 2:
        raise ExpressionError("concat takes two strings or more")
    _require("concat", "STRING", values)
    return Value(_call("concat", values), "STRING", level_of(values))


def _in(values: Sequence[Value]) -> Value:
    """``in(expression, [literal …])``, where a parameter may hold the list."""
    if len(values) < 2:
        raise ExpressionError("in and notIn take an expression and a list")
    subject, *choices = values
    _shared("in", [subject, *choices])
    items = [item for choice in choices for item in (choice.items if choice.items is not None else (choice.sql,))]
    if not items:
        return Value(exp.false(), "BOOLEAN", subject.level)
    tree = exp.In(this=grouped(subject.sql.copy()), expressions=[item.copy() for item in items])
    return Value(tree, "BOOLEAN", level_of(values))


def _not_in(values: Sequence[Value]) -> Value:
    found = _in(values)
    return Value(exp.not_(grouped(found.sql), copy=False), "BOOLEAN", found.level)


def _call(name: str, values: Sequence[Value]) -> exp.Expr:
    return exp.Anonymous(this=name, expressions=[value.sql.copy() for value in values])


def _require(name: str, kind: str, values: Sequence[Value]) -> None:
    for value in values:
        if value.type not in (kind, "NULL"):
            raise ExpressionError(f"{name} takes {kind} there, not {value.type}", "COLUMN_TYPE_MISMATCH")


def _shared(name: str, values: Sequence[Value]) -> str:
    kind = common_type(value.type for value in values)
    if kind is None:
        types = ", ".join(value.type for value in values)
        raise ExpressionError(f"{name} takes values of one type there, not {types}", "COLUMN_TYPE_MISMATCH")
    return kind


CONDITIONS: dict[str, Condition] = {
    "ifelse": _ifelse,
    "switch": _switch,
    "coalesce": _coalesce,
    "concat": _concat,
    "in": _in,
    "notin": _not_in,
}
