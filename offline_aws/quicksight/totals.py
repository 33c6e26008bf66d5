"""Groups beside their totals and subtotals, of the same query.

Each total is aggregated from the rows, so that one of averages or distinct counts is right, too. Behind dimensions and
measures the query says which dimensions a row is a total over: ``grouping`` has a bit for each, the first the highest.
https://trino.io/docs/current/sql/select.html#grouping-operation
"""

from itertools import product

from sqlglot import exp

from offline_aws.quicksight.narrowed import ROWS, Narrowed
from offline_aws.quicksight.selects import (
    MOST_ROWS,
    Table,
    call,
    columns,
    labels,
    measure_value,
    named,
    order_by,
)
from offline_aws.quicksight.visual import Visual


def totals_query(visual: Visual, table: Table) -> exp.Select:
    narrowed = Narrowed(visual, table)
    by = [narrowed.dimension(index) for index, _ in enumerate(visual.dimensions)]
    values = [*by, *(measure_value(each, narrowed.rows) for each in visual.measures)]
    query = columns(narrowed.select(), values, labels(visual))
    query = query.select(named(call("grouping", *(each.copy() for each in by)), "total over"), copy=False)
    sets = [exp.Tuple(expressions=[by[index].copy() for index in group]) for group in _sets(visual)]
    query.set("group", exp.Group(grouping_sets=[exp.GroupingSets(expressions=sets)]))
    query = order_by(query, (len(values) + 1, True), *_order(visual)).limit(MOST_ROWS + 1, copy=False)
    return query.with_(ROWS, narrowed.query, copy=False)


def has_totals(visual: Visual) -> bool:
    return visual.kind == "pivot" or (visual.kind == "table" and bool(visual.options.get("total")))


def _sets(visual: Visual) -> list[tuple[int, ...]]:
    """The groups as the positions of their dimensions; those of a pivot table are of its rows times its columns."""
    roles = [each.role for each in visual.dimensions]
    if visual.kind == "table":
        return [tuple(range(len(roles))), ()]
    rows = _prefixes([n for n, role in enumerate(roles) if role == "row"], visual, "row")
    across = _prefixes([n for n, role in enumerate(roles) if role == "column"], visual, "column")
    return [(*row, *over) for row, over in product(rows, across)]


def _prefixes(positions: list[int], visual: Visual, side: str) -> list[list[int]]:
    """All of one side's dimensions, then with subtotals always one less, then with a total none."""
    found = [positions]
    if visual.options[f"{side}Subtotal"]:
        found += [positions[:length] for length in range(len(positions) - 1, 0, -1)]
    return [*found, []] if visual.options[f"{side}Total"] and positions else found


def _order(visual: Visual) -> list[tuple[int, bool]]:
    """By the visual's sorts, then by the dimensions in their order."""
    places = {each.field_id: number for number, each in enumerate(visual.fields, 1)}
    chosen = [(places[each.field_id], each.descending) for each in visual.sort]
    if not chosen and visual.kind == "table" and visual.measures:
        chosen = [(len(visual.dimensions) + 1, True)]
    used = {place for place, _ in chosen}
    return [*chosen, *((n, False) for n, _ in enumerate(visual.dimensions, 1) if n not in used)]
