"""What a filter of a definition asks of a row, or of a group of rows, as SQL.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_Filter.html
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlglot import exp

from offline_aws.quicksight.date_ranges import relative_range, time_range, truncated
from offline_aws.quicksight.expressions.aggregates import AGGREGATES
from offline_aws.quicksight.expressions.signatures import choose, filled
from offline_aws.quicksight.expressions.values import NUMBERS, ExpressionError, Level, Value, grouped, literal
from offline_aws.quicksight.models import Json
from offline_aws.quicksight.parameters import Parameters, find_parameter, moment, rolling_date
from offline_aws.quicksight.rows import Column, DataSetError, Rows

_AGGREGATIONS = {
    "SUM": "sum", "AVERAGE": "avg", "MIN": "min", "MAX": "max", "COUNT": "count", "DISTINCT_COUNT": "distinct_count",
    "MEDIAN": "median", "VAR": "var", "VARP": "varp", "STDEV": "stdev", "STDEVP": "stdevp",
}  # fmt: skip
_TEXT_MATCHES = {
    "CONTAINS": "strpos(:value, :given) > 0",
    "STARTS_WITH": "starts_with(:value, :given)",
    "ENDS_WITH": "substr(:value, -length(:given)) = :given",
}
_OPPOSITES = {"DOES_NOT_EQUAL": "EQUALS", "DOES_NOT_CONTAIN": "CONTAINS"}


class FilterError(DataSetError):
    """The filter makes no sense over the data set; the message says why."""


@dataclass(frozen=True)
class Subject:
    """A filter with the rows that it tests, and the parameters of the definition."""

    content: Json
    rows: Rows
    parameters: Parameters

    @property
    def column(self) -> Column:
        return column_of(self.rows, self.content["Column"]["ColumnName"])

    @property
    def value(self) -> Value:
        """What is tested: the column, or its aggregation."""
        return aggregated(self.column, self.content.get("AggregationFunction"))

    def values(self, static: Sequence[Any]) -> tuple[exp.Expr, ...] | None:
        """What it is tested against: the parameter's values, else those; None when the parameter is unset."""
        name = self.content.get("ParameterName")
        if name is None:
            return tuple(literal(each, "DECIMAL" if isinstance(each, float) else self.value.type) for each in static)
        return find_parameter(self.parameters, name).literals or None


Condition = Callable[[Subject], exp.Expr | None]
"""None where every row passes."""


def column_of(rows: Rows, name: str) -> Column:
    try:
        return rows.columns[name]
    except KeyError:
        raise FilterError(f"the data set has no column {name}", "COLUMN_REPLACEMENT_MISSING") from None


def aggregated(column: Column, function: Json | None, default: str | None = None) -> Value:
    """The column, or what an ``AggregationFunction`` makes of a group of it. Raises FilterError."""
    value = Value(column.value, "BOOLEAN" if column.type == "BIT" else column.type, column.level)
    name, arguments = _aggregation(function or {}) or (default, ())
    if name is None or column.level is not Level.ROW:
        return value
    try:
        way = choose(name, AGGREGATES[name], values := [value, *arguments])
    except ExpressionError as error:
        raise FilterError(f"column {column.name}: {error}", error.kind) from error
    return Value(way.build(values), way.type(values), Level.GROUP)


def _aggregation(function: Json) -> tuple[str, Sequence[Value]] | None:
    numerical = function.get("NumericalAggregationFunction") or {}
    if percentile := numerical.get("PercentileAggregation"):
        percent = int(percentile["PercentileValue"])
        return "percentile", [Value(literal(percent, "INTEGER"), "INTEGER", Level.CONSTANT, percent)]
    name = (
        numerical.get("SimpleNumericalAggregation")
        or function.get("CategoricalAggregationFunction")
        or function.get("DateAggregationFunction")
    )
    return (_AGGREGATIONS[name], ()) if name else None


def _category(subject: Subject) -> exp.Expr | None:
    """In a list, CONTAINS means that the list has the value; in a custom filter, that the value has the text."""
    name, configuration = next(iter(subject.content["Configuration"].items()))
    if name == "CustomFilterConfiguration":
        subject = Subject({**subject.content, **configuration}, subject.rows, subject.parameters)
        given = [configuration["CategoryValue"]] if configuration.get("CategoryValue") is not None else []
        values, matches = subject.values(given), _TEXT_MATCHES
    else:
        values, matches = (
            subject.values(configuration.get("CategoryValues") or []),
            {name: sql for name, sql in _TEXT_MATCHES.items() if name != "CONTAINS"},
        )
    operator = configuration["MatchOperator"]
    positive = _OPPOSITES.get(operator, operator)
    if configuration.get("SelectAllOptions") or values is None:
        found: exp.Expr | None = None if operator == positive or values is None else exp.false()
    else:
        found = _matching(subject.value, values, matches.get(positive))
        found = found if operator == positive else exp.not_(exp.paren(found, copy=False), copy=False)
    return _with_nulls(subject, found, configuration.get("NullOption"))


def _matching(value: Value, given: Sequence[exp.Expr], match: str | None) -> exp.Expr:
    """Whether the value is one of those given, or any of those matches its text."""
    if not given:
        return exp.false()
    if match is None:
        there = [each for each in given if not isinstance(each, exp.Null)]
        found: exp.Expr = exp.In(this=grouped(value.sql.copy()), expressions=there) if there else exp.false()
        return found if len(there) == len(given) else exp.or_(found, _null(value), copy=False)
    text = value.sql if value.type == "STRING" else filled("CAST(:value AS varchar)", {"value": value.sql})
    return exp.or_(*(filled(match, {"value": text, "given": each}) for each in given), copy=False)


def _numeric_equality(subject: Subject) -> exp.Expr | None:
    _require(subject, NUMBERS)
    given = subject.content.get("Value")
    values = subject.values([] if given is None else [_as(given, subject.value.type)])
    found = None
    if values and not subject.content.get("SelectAllOptions"):
        found = _matching(subject.value, values, None)
        if subject.content["MatchOperator"] == "DOES_NOT_EQUAL":
            found = exp.not_(exp.paren(found, copy=False), copy=False)
    return _with_nulls(subject, found, subject.content["NullOption"])


def _as(number: float, type_: str) -> float:
    return int(number) if type_ == "INTEGER" and float(number).is_integer() else float(number)


def _numeric_range(subject: Subject) -> exp.Expr | None:
    _require(subject, NUMBERS)
    found = [
        filled(f":value {sign} :bound", {"value": subject.value.sql, "bound": bound})
        for end, sign in (("Minimum", ">"), ("Maximum", "<"))
        for bound in [_numeric_bound(subject, subject.content.get(f"Range{end}"))]
        for sign in [f"{sign}=" if subject.content.get(f"Include{end}") else sign]
        if bound is not None
    ]
    every = bool(subject.content.get("SelectAllOptions"))
    return _with_nulls(subject, None if every else _all(found), subject.content["NullOption"])


def _numeric_bound(subject: Subject, bound: Json | None) -> exp.Expr | None:
    if bound and bound.get("Parameter"):
        return next(iter(find_parameter(subject.parameters, bound["Parameter"]).literals), None)
    given = (bound or {}).get("StaticValue")
    return None if given is None else literal(given, "DECIMAL")


def _time_equality(subject: Subject) -> exp.Expr | None:
    _require(subject, ("DATETIME",))
    given = subject.content.get("Value")
    if rolling := subject.content.get("RollingDate"):
        values: tuple[exp.Expr, ...] | None = (rolling_date(rolling["Expression"]),)
    else:
        values = subject.values([] if given is None else [moment(given)])
    if not values:
        return None
    granularity = subject.content.get("TimeGranularity")
    column = truncated(subject.column.value, granularity)
    return filled(":value = :given", {"value": column, "given": truncated(values[0], granularity)})


def _time_range(subject: Subject) -> exp.Expr | None:
    _require(subject, ("DATETIME",))
    bounds = {end: _time_bound(subject, subject.content.get(f"Range{end}Value")) for end in ("Minimum", "Maximum")}
    included = {end: bool(subject.content.get(f"Include{end}")) for end in bounds}
    found = time_range(subject.column.value, bounds, included, subject.content.get("TimeGranularity"))
    return _with_nulls(subject, _all(found), subject.content["NullOption"])


def _time_bound(subject: Subject, bound: Json | None) -> exp.Expr | None:
    if not bound:
        return None
    if bound.get("Parameter"):
        return next(iter(find_parameter(subject.parameters, bound["Parameter"]).literals), None)
    if rolling := bound.get("RollingDate"):
        return rolling_date(rolling["Expression"])
    return literal(moment(bound["StaticValue"]), "DATETIME")


def _relative_dates(subject: Subject) -> exp.Expr | None:
    _require(subject, ("DATETIME",))
    anchor = filled("CAST(now() AS timestamp)", {})
    if name := subject.content["AnchorDateConfiguration"].get("ParameterName"):
        anchor = next(iter(find_parameter(subject.parameters, name).literals), anchor)
    amount = subject.content.get("RelativeDateValue")
    if name := subject.content.get("ParameterName"):
        amount = next(iter(find_parameter(subject.parameters, name).values), amount)
    content = subject.content
    found = relative_range(
        subject.column.value, anchor, content["RelativeDateType"], content["TimeGranularity"], int(amount or 1)
    )
    return _with_nulls(subject, _all(found), content["NullOption"])


def _with_nulls(subject: Subject, found: exp.Expr | None, option: str | None) -> exp.Expr | None:
    """The condition with what is asked of rows without a value."""
    null = _null(subject.value)
    if option == "NULLS_ONLY":
        return null
    if option == "NON_NULLS_ONLY":
        there = exp.not_(null, copy=False)
        return there if found is None else exp.and_(found, there, copy=False)
    return exp.or_(found, null, copy=False) if option == "ALL_VALUES" and found is not None else found


def _null(value: Value) -> exp.Expr:
    return exp.Is(this=grouped(value.sql.copy()), expression=exp.Null())


def _all(found: Sequence[exp.Expr]) -> exp.Expr | None:
    return exp.and_(*found, copy=False) if found else None


def _require(subject: Subject, types: Sequence[str]) -> None:
    if subject.value.type not in types:
        name, type_ = subject.column.name, subject.column.type
        raise FilterError(f"column {name} is of type {type_}: the filter is not for it", "COLUMN_TYPE_MISMATCH")


CONDITIONS: dict[str, Condition] = {
    "CategoryFilter": _category,
    "NumericEqualityFilter": _numeric_equality,
    "NumericRangeFilter": _numeric_range,
    "TimeEqualityFilter": _time_equality,
    "TimeRangeFilter": _time_range,
    "RelativeDatesFilter": _relative_dates,
}
"""The filters that look at one row, or at one group, by itself."""


def condition_of(kind: str, subject: Subject) -> exp.Expr | None:
    """None where every row passes. Raises DataSetError."""
    return CONDITIONS[kind](subject)
