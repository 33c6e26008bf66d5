"""Ranges of time, in the units by which QuickSight filters; a week starts on Sunday.

https://docs.aws.amazon.com/quicksight/latest/user/add-a-date-filter2.html
"""

from collections.abc import Mapping

from sqlglot import exp

from offline_aws.quicksight.expressions.signatures import filled

GRANULARITIES = ("YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND", "MILLISECOND")


def truncated(value: exp.Expr, granularity: str | None) -> exp.Expr:
    """The start of the year, month … that a time is in; the time itself without a granularity."""
    if granularity is None:
        return value.copy()
    if granularity == "WEEK":
        return filled("date_add('day', -1, date_trunc('week', date_add('day', 1, :value)))", {"value": value})
    return filled(f"date_trunc('{granularity.lower()}', :value)", {"value": value})


def time_range(
    value: exp.Expr, bounds: Mapping[str, exp.Expr | None], included: Mapping[str, bool], granularity: str | None
) -> list[exp.Expr]:
    """The conditions on a time between a Minimum and a Maximum, either of which may be missing.

    With a granularity a bound stands for all of its day, month …: included or left out as a whole.
    """
    found = []
    least, most = bounds["Minimum"], bounds["Maximum"]
    if least is not None:
        start = truncated(least, granularity)
        whole = granularity is not None and not included["Minimum"]
        found.append(_compared(value, ">=" if whole or included["Minimum"] else ">", _next(start, granularity, whole)))
    if most is not None:
        start = truncated(most, granularity)
        whole = granularity is not None and included["Maximum"]
        found.append(
            _compared(value, "<=" if included["Maximum"] and not whole else "<", _next(start, granularity, whole))
        )
    return found


def relative_range(value: exp.Expr, anchor: exp.Expr, kind: str, granularity: str, amount: int) -> list[exp.Expr]:
    """The conditions on a time by its distance from now, or from another time.

    :param kind: PREVIOUS, THIS, NOW (this one, up to now), LAST or NEXT (as many, with this one)
    """
    start = truncated(anchor, granularity)
    reach = {"PREVIOUS": (-1, 0), "THIS": (0, 1), "NOW": (0, 0), "LAST": (1 - amount, 1), "NEXT": (0, amount)}
    first, end = reach[kind]
    found = [_compared(value, ">=", _added(start, granularity, first))]
    if kind == "NOW":
        return [*found, _compared(value, "<=", anchor)]
    return [*found, _compared(value, "<", _added(start, granularity, end))]


def _next(start: exp.Expr, granularity: str | None, whole: bool) -> exp.Expr:
    return _added(start, granularity, 1) if whole and granularity else start


def _added(start: exp.Expr, granularity: str, amount: int) -> exp.Expr:
    if not amount:
        return start.copy()
    return filled(f"date_add('{granularity.lower()}', {amount}, :start)", {"start": start})


def _compared(value: exp.Expr, sign: str, bound: exp.Expr) -> exp.Expr:
    return filled(f":value {sign} :bound", {"value": value, "bound": bound})
