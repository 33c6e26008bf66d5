"""How values are distributed, computed by Athena: the boxes of a box plot, the bins of a histogram."""

from sqlglot import exp

from offline_aws.quicksight.narrowed import ROWS, Narrowed
from offline_aws.quicksight.selects import (
    MOST_ROWS,
    Table,
    call,
    column,
    columns,
    group_by,
    measure_value,
    named,
    number,
    order_by,
    percentile,
)
from offline_aws.quicksight.visual import Visual

_BOX = ("Minimum", "First quartile", "Median", "Third quartile", "Maximum")
_REACH = 1.5
"""A whisker reaches as many heights of the box at most; what lies beyond is an outlier."""


def box_query(visual: Visual, table: Table) -> exp.Select:
    """For each group the quartiles, and the smallest and largest value that is no outlier."""
    narrowed = Narrowed(visual, table)
    value = measure_value(visual.measures[0], narrowed.rows)
    quartiles = narrowed.select().select(named(narrowed.dimension(0), "value"))
    quartiles = columns(quartiles, [percentile(value.copy(), part) for part in (0.25, 0.5, 0.75)], _BOX[1:4])
    first, median, third = (column(name, "quartiles") for name in _BOX[1:4])
    reach = exp.Mul(this=number(_REACH), expression=exp.paren(exp.Sub(this=third, expression=first)))
    inside = exp.Between(
        this=value, low=exp.Sub(this=first, expression=reach), high=exp.Add(this=third, expression=reach.copy())
    )
    same = exp.NullSafeEQ(this=narrowed.dimension(0), expression=column("value", "quartiles"))
    query = narrowed.select().join("quartiles", on=same, copy=False).where(inside, copy=False)
    shown = [narrowed.dimension(0), call("min", value.copy()), first, median, third, call("max", value.copy())]
    query = columns(query, [each.copy() for each in shown], [visual.dimensions[0].label, *_BOX])
    query = order_by(group_by(query, 1, 3, 4, 5), *_box_order(visual)).limit(MOST_ROWS + 1, copy=False)
    return query.with_(ROWS, narrowed.query, copy=False).with_("quartiles", group_by(quartiles, 1), copy=False)


def _box_order(visual: Visual) -> list[tuple[int, bool]]:
    """By the visual's sort, where its value stands for the median."""
    by = {visual.dimensions[0].field_id: 1, visual.measures[0].field_id: 4}
    chosen = [(by[each.field_id], each.descending) for each in visual.sort]
    return chosen if (1, True) in chosen else [*chosen, (1, False)]


def histogram_query(visual: Visual, table: Table) -> exp.Select:
    """The bins that are not empty, each from its start to just before its end, but the last to its end."""
    bins = visual.options["bins"]
    value = measure_value(visual.measures[0], table.rows)
    values = table.select().select(named(exp.cast(value, "double"), "value"))
    values = values.where(exp.Not(this=exp.Is(this=value.copy(), expression=exp.Null())), copy=False)
    if bins["start"] is not None:
        values = values.where(exp.GTE(this=value.copy(), expression=_signed(bins["start"])), copy=False)
    query = exp.Select().from_("numbered")
    start = exp.Add(this=column("start"), expression=exp.Mul(this=column("bin"), expression=column("width")))
    ends = [start, exp.Add(this=start.copy(), expression=column("width")), call("count", exp.Star())]
    query = columns(query, ends, ["From", "To", "Count"])
    query = order_by(group_by(query, 1, 2), (1, False)).limit(min(bins.get("most", MOST_ROWS), MOST_ROWS), copy=False)
    numbered = exp.Select().select(column("start"), column("width"), named(_bin(bins), "bin"))
    numbered = numbered.from_("numbers").join("bins", join_type="cross", copy=False)
    return (
        query.with_("numbers", values, copy=False)
        .with_("bins", _edges(bins), copy=False)
        .with_("numbered", numbered, copy=False)
    )


def _edges(bins: dict[str, float | None]) -> exp.Select:
    """Where the first bin starts and how wide all are."""
    smallest, largest = call("min", column("value")), call("max", column("value"))
    width = bins.get("width")
    if width is not None:
        first = exp.Mul(this=call("floor", exp.Div(this=smallest, expression=number(width))), expression=number(width))
        if bins["start"] is not None:
            return exp.Select().select(named(_signed(bins["start"]), "start"), named(_signed(width), "width"))
        return exp.Select().select(named(first, "start"), named(_signed(width), "width")).from_("numbers")
    start = smallest if bins["start"] is None else _signed(bins["start"])
    reach = exp.paren(exp.Sub(this=largest, expression=start.copy()))
    even = exp.Div(this=reach, expression=number(bins["count"] or 1))
    return exp.Select().select(named(start, "start"), named(even, "width")).from_("numbers")


def _bin(bins: dict[str, float | None]) -> exp.Expr:
    """The number of a value's bin; all values are in one where they are all the same."""
    offset = exp.paren(exp.Sub(this=column("value"), expression=column("start")))
    width = call("nullif", column("width"), number(0))
    found = call("coalesce", call("floor", exp.Div(this=offset, expression=width)), number(0))
    count = bins.get("count")
    return found if count is None else call("least", found, number(count - 1))


def _signed(value: float) -> exp.Expr:
    return exp.cast(exp.Literal.string(str(value)), "double")
