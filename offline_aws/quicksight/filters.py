"""The filters of a definition: which of them are about a visual, and the rows that they leave it.

Groups of filters are joined by AND, the filters of a group by OR.
https://docs.aws.amazon.com/quicksight/latest/user/add-a-compound-filter.html
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlglot import exp

from offline_aws.quicksight.choices import chosen_filter
from offline_aws.quicksight.date_ranges import truncated
from offline_aws.quicksight.expressions.signatures import filled
from offline_aws.quicksight.expressions.values import NUMBERS, Level
from offline_aws.quicksight.filter_conditions import FilterError, Subject, aggregated, column_of, condition_of
from offline_aws.quicksight.members import one_of
from offline_aws.quicksight.models import Json
from offline_aws.quicksight.parameters import Parameters, find_parameter
from offline_aws.quicksight.rows import Rows, identifier, only_where, plain_column


@dataclass(frozen=True)
class Place:
    """A visual, as filters see it.

    :param data_set: the identifier of its data set
    :param groups: what its rows are grouped by; None where they are shown as they are
    """

    sheet_id: str
    visual_id: str
    data_set: str
    groups: Sequence[exp.Expr] | None


def filtered(rows: Rows, place: Place, definition: Json, parameters: Parameters, choices: Mapping[str, Any]) -> Rows:
    """The rows that the definition's filters leave to a visual.

    Conditions on rows come first, then the largest and smallest, then conditions on the groups of what is left.

    :param choices: what a reader chose, by the filter's id
    :raises FilterError: a filter makes no sense over these rows
    """
    groups = [
        [(kind, chosen_filter(kind, content, choices.get(content["FilterId"]))) for kind, content in filters]
        for filters in groups_for(place, rows, definition)
    ]
    for condition in _conditions(rows, groups, parameters, Level.ROW):
        rows = only_where(rows, condition)
    rows = _with_sets(rows, groups, parameters)
    on_groups = list(_conditions(rows, groups, parameters, Level.GROUP))
    if on_groups and place.groups is None:
        raise FilterError("a filter of aggregated values over rows as they are: not emulated")
    return _only_groups(rows, place.groups or (), exp.and_(*on_groups, copy=False)) if on_groups else rows


_Filters = Sequence[tuple[str, Json]]


def groups_for(place: Place, rows: Rows, definition: Json) -> Iterator[_Filters]:
    """The filters that are about the visual, a group at a time, each as its kind and content."""
    for group in definition.get("FilterGroups") or []:
        if group.get("Status", "ENABLED") == "ENABLED" and _in_scope(group["ScopeConfiguration"], place):
            filters = [one_of(union) for union in group["Filters"]]
            if any(_about(content["Column"], group, place, rows) for _, content in filters):
                yield filters


def _in_scope(scope: Json, place: Place) -> bool:
    if scope.get("AllSheets") is not None:
        return True
    sheets = (scope.get("SelectedSheets") or {}).get("SheetVisualScopingConfigurations") or []
    return any(
        each["SheetId"] == place.sheet_id
        and (each["Scope"] == "ALL_VISUALS" or place.visual_id in (each.get("VisualIds") or []))
        for each in sheets
    )


def _about(column: Json, group: Json, place: Place, rows: Rows) -> bool:
    """Of the filter's own data set; with ALL_DATASETS of any that has a column of that name."""
    if group["CrossDataset"] == "ALL_DATASETS" and column["ColumnName"] in rows.columns:
        return True
    return bool(column["DataSetIdentifier"] == place.data_set)


def _conditions(rows: Rows, groups: Sequence[_Filters], parameters: Parameters, level: Level) -> Iterator[exp.Expr]:
    """Those of that level, a group of filters at a time."""
    for filters in groups:
        condition = _any_of(rows, filters, parameters, level)
        if condition is not None:
            yield condition


def _any_of(rows: Rows, filters: _Filters, parameters: Parameters, level: Level) -> exp.Expr | None:
    """The conditions of that level joined by OR; None where every row passes."""
    tests = [(kind, Subject(content, rows, parameters)) for kind, content in filters if kind not in _SETS]
    levels = {subject.value.level for _, subject in tests} | ({Level.ROW} if len(tests) < len(filters) else set())
    if Level.WINDOW in levels:
        raise FilterError("a filter of a table calculation: not emulated")
    if len(levels) > 1:
        raise FilterError("Filters in a group can contain either aggregated or non-aggregated fields, but not both")
    if not tests or levels != {level}:
        return None
    if len(tests) < len(filters):
        raise FilterError("a TopBottomFilter or NestedFilter joined with others by OR: not emulated")
    conditions = [condition_of(kind, subject) for kind, subject in tests]
    if any(each is None for each in conditions):
        return None
    return exp.or_(*(each for each in conditions if each is not None), copy=False)


def _only_groups(rows: Rows, groups: Sequence[exp.Expr], condition: exp.Expr) -> Rows:
    """Those rows whose group meets the condition."""
    if not groups:
        whole = exp.Select(expressions=[condition]).from_(rows.source.copy())
        return only_where(rows, exp.Subquery(this=whole))
    kept = exp.Select().from_(rows.source.copy())
    for value, name in zip(groups, _names(groups), strict=True):
        kept = kept.select(exp.alias_(value.copy(), name, quoted=True), copy=False)
    for number, _ in enumerate(groups, 1):
        kept = kept.group_by(exp.Literal.number(number), copy=False)
    return _joined(rows, groups, kept.having(condition, copy=False))


def _names(groups: Sequence[exp.Expr]) -> list[str]:
    return [f"group {number}" for number, _ in enumerate(groups, 1)]


def _joined(rows: Rows, groups: Sequence[exp.Expr], kept: exp.Select) -> Rows:
    """The rows of the groups in a query, whose columns have those names; no value is a value, too."""
    same = [
        exp.NullSafeEQ(this=value.copy(), expression=plain_column(name))
        for value, name in zip(groups, _names(groups), strict=True)
    ]
    table = exp.Subquery(this=kept, alias=identifier("kept"))
    query = exp.Select().select("*").from_(rows.source.copy()).join(table, on=exp.and_(*same, copy=False), copy=False)
    return replace(rows, source=exp.Subquery(this=query, alias=identifier("filtered")))


def _with_sets(rows: Rows, groups: Sequence[_Filters], parameters: Parameters) -> Rows:
    """Each chooses among the same rows, so that the query grows with their number and no faster."""
    left = rows
    for filters in groups:
        for kind, content in filters:
            if kind in _SETS:
                if len(filters) > 1:
                    raise FilterError(f"a {kind} joined with others by OR: not emulated")
                left = _SETS[kind](left, rows, content, parameters)
    return left


def _top_bottom(left: Rows, rows: Rows, content: Json, parameters: Parameters) -> Rows:
    """What is left of the values of a column that have the largest or smallest aggregations of the rows."""
    column = column_of(rows, content["Column"]["ColumnName"])
    value = truncated(column.value, content.get("TimeGranularity"))
    limit = content.get("Limit")
    if name := content.get("ParameterName"):
        limit = next(iter(find_parameter(parameters, name).values), None)
    if limit is None:
        return left
    first = exp.Select(expressions=[exp.alias_(value.copy(), _names([value])[0], quoted=True)])
    first = first.from_(rows.source.copy()).group_by(exp.Literal.number(1), copy=False)
    for sort in content["AggregationSortConfigurations"]:
        by = column_of(rows, sort["Column"]["ColumnName"])
        order = aggregated(by, sort.get("AggregationFunction"), "sum" if by.type in NUMBERS else "count")
        first = first.order_by(exp.Ordered(this=order.sql.copy(), desc=sort["SortDirection"] == "DESC"), copy=False)
    first = first.order_by(exp.Ordered(this=exp.Literal.number(1)), copy=False).limit(int(limit), copy=False)
    return _joined(left, [value], first)


def _nested(left: Rows, rows: Rows, content: Json, parameters: Parameters) -> Rows:
    """What is left whose value stands, or does not stand, in one of the rows that meet the inner filter."""
    column = column_of(rows, content["Column"]["ColumnName"])
    inner = content["InnerFilter"]["CategoryInnerFilter"]
    condition = condition_of("CategoryFilter", Subject(inner, rows, parameters))
    if condition is None:
        return left
    found = exp.Select(expressions=[column.value.copy()]).from_(rows.source.copy()).where(condition, copy=False)
    found = found.where(filled(":value IS NOT NULL", {"value": column.value}), copy=False)
    among: exp.Expr = exp.In(this=column.value.copy(), query=exp.Subquery(this=found))
    return only_where(left, among if content["IncludeInnerSet"] else exp.not_(exp.paren(among, copy=False), copy=False))


_SETS = {"TopBottomFilter": _top_bottom, "NestedFilter": _nested}
"""The filters that look at all rows to choose among them."""
