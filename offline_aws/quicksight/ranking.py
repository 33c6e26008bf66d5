"""The first values of a dimension, and the rest as one value.

Values are ranked over all rows, whatever the other dimension is; the rest is aggregated from its rows, so that an
average or a distinct count of Other is right, too. Behind dimensions and measures the query has the place of each
dimension's value; the place after the last that is shown is that of Other.
"""

from sqlglot import exp

from offline_aws.quicksight.fields import Dimension, Measure
from offline_aws.quicksight.narrowed import ROWS, Narrowed
from offline_aws.quicksight.selects import (
    MOST_ROWS,
    Table,
    call,
    column,
    columns,
    group_by,
    labels,
    measure_value,
    named,
    number,
    order_by,
)
from offline_aws.quicksight.visual import Visual


def ranked_query(visual: Visual, table: Table) -> exp.Select:
    narrowed = Narrowed(visual, table)
    places = range(len(visual.dimensions))
    query = narrowed.select()
    for index in places:
        same = exp.NullSafeEQ(this=narrowed.dimension(index), expression=column("value", _name(index)))
        query = query.join(_name(index), on=same, copy=False)
    values = [_shown(visual, narrowed, index) for index in places]
    values += [measure_value(each, narrowed.rows) for each in visual.measures]
    query = columns(query, values, labels(visual))
    for index in places:
        query = query.select(named(_place(visual, index), f"place {index + 1}"), copy=False)
        query = _without_rest(query, visual, index)
    first_place = len(visual.fields) + 1
    positions = [*(index + 1 for index in places), *(first_place + index for index in places)]
    query = group_by(query, *positions)
    query = order_by(query, *((first_place + index, False) for index in places)).limit(MOST_ROWS + 1, copy=False)
    query = query.with_(ROWS, narrowed.query, copy=False)
    for index in places:
        query = query.with_(_name(index), _ranks(visual, narrowed, index), copy=False)
    return query


def _ranks(visual: Visual, narrowed: Narrowed, index: int) -> exp.Select:
    """Each value of a dimension and its place among them."""
    value = narrowed.dimension(index)
    order = [
        exp.Ordered(this=_sort_value(by, narrowed, index), desc=descending)
        for by, descending in _sorts(visual, visual.dimensions[index])
    ]
    order.append(exp.Ordered(this=value.copy(), desc=False))
    place = exp.Window(this=call("row_number"), order=exp.Order(expressions=order))
    query = narrowed.select().select(named(value, "value"), named(place, "place"))
    return group_by(query, 1)


def _sorts(visual: Visual, dimension: Dimension) -> list[tuple[Measure | None, bool]]:
    """What a dimension's values are sorted by, None for the values themselves.

    Without a sort, categories go by their value and so do those of which only the largest are shown.
    """
    by_id: dict[str, Measure] = {each.field_id: each for each in visual.measures}
    given = [(by_id.get(each.field_id), each.descending) for each in visual.sort if each.of == dimension.field_id]
    if given:
        return list(given)
    largest_first = dimension.role == "category" or visual.limit_of(dimension)
    return [(visual.measures[0], True)] if largest_first else []


def _sort_value(by: Measure | None, narrowed: Narrowed, index: int) -> exp.Expr:
    return narrowed.dimension(index) if by is None else measure_value(by, narrowed.rows)


def _shown(visual: Visual, narrowed: Narrowed, index: int) -> exp.Expr:
    limit = visual.limit_of(visual.dimensions[index])
    if limit is None or not limit.other:
        return narrowed.dimension(index)
    first = exp.LTE(this=column("place", _name(index)), expression=number(limit.items))
    return exp.Case(ifs=[exp.If(this=first, true=narrowed.dimension(index))])


def _place(visual: Visual, index: int) -> exp.Expr:
    limit, place = visual.limit_of(visual.dimensions[index]), column("place", _name(index))
    return call("least", place, number(limit.items + 1)) if limit and limit.other else place


def _without_rest(query: exp.Select, visual: Visual, index: int) -> exp.Select:
    limit = visual.limit_of(visual.dimensions[index])
    if limit is None or limit.other:
        return query
    return query.where(exp.LTE(this=column("place", _name(index)), expression=number(limit.items)), copy=False)


def _name(index: int) -> str:
    return f"places_{index + 1}"
