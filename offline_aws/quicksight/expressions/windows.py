"""Table calculations: functions over the groups of a visual, as SQL's windows.

A field that such a function sorts or partitions by must be one of the visual: ``query.py`` puts the visual's own
expression of it there, since a window over groups may read nothing else.

https://docs.aws.amazon.com/quicksight/latest/user/table-calculation-functions.html
"""

from collections.abc import Callable, Sequence

from sqlglot import exp

from offline_aws.quicksight.expressions.functions import by_name
from offline_aws.quicksight.expressions.signatures import Build, Signature, filled, signature
from offline_aws.quicksight.expressions.values import ExpressionError, Fields, Value

_TO_HERE = "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"
_ALL = "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING"
_LETTERS = "abcdefgh"
_OVER = {
    "avg": "avg", "count": "count", "max": "max", "min": "min", "sum": "sum", "stdev": "stddev_samp",
    "stdevp": "stddev_pop", "var": "var_samp", "varp": "var_pop",
}  # fmt: skip
_FRAMED = ("avg", "count", "max", "min", "sum")
NOT_EMULATED = {
    "distinctcountover", "percentileover", "percentilecontover", "percentilediscover", "periodoverperioddifference",
    "periodoverperiodlastvalue", "periodoverperiodpercentdifference", "periodtodateavg", "periodtodatecount",
    "periodtodatemax", "periodtodatemedian", "periodtodatemin", "periodtodatesum", "periodtodateavgovertime",
    "periodtodatecountovertime", "periodtodatemaxovertime", "periodtodateminovertime", "periodtodatesumovertime",
    "addworkdays", "isworkday", "networkdays",
}  # fmt: skip
"""Functions of QuickSight that are refused by name."""


def _window(sql: str, sorted_by: int | None = None, frame: str = "") -> Build:
    """Builds ``sql`` with ``{window}`` in it made of the call's lists of fields.

    :param sorted_by: the place of the list to sort by; the list that is left partitions
    """
    return lambda values: _filled(sql, values, sorted_by, frame)


def _filled(sql: str, values: Sequence[Value], sorted_by: int | None, frame: str) -> exp.Expr:
    lists = {place: value for place, value in enumerate(values) if isinstance(value, Fields)}
    order = lists.pop(sorted_by).orders if sorted_by is not None else ()
    partition = [field for each in lists.values() for field, _ in each.orders]
    arguments = {letter: value.sql for letter, value in zip(_LETTERS, values, strict=False)}
    arguments |= {f"p{n}": field.sql for n, field in enumerate(partition)}
    arguments |= {f"s{n}": field.sql for n, (field, _) in enumerate(order)}
    partitioned = f"PARTITION BY {', '.join(f':p{n}' for n, _ in enumerate(partition))}" if partition else ""
    directions = [f":s{n} {'DESC' if descending else 'ASC'}" for n, (_, descending) in enumerate(order)]
    ordered = f"ORDER BY {', '.join(directions)}" if directions else ""
    text = sql.replace("{window}", f"({partitioned} {ordered} {frame})").replace("{whole}", f"({partitioned})")
    return filled(text, arguments)


def _beside(sql: str) -> Build:
    """Of the value ``lookup`` rows further on, or back when it is negative."""

    def build(values: Sequence[Value]) -> exp.Expr:
        step = int(values[2].literal or 0)
        other = f"{'lead' if step > 0 else 'lag'}(:a, {abs(step)}) OVER {{window}}"
        return _filled(sql.replace("{other}", other), values, 1, "")

    return build


def _moving(function: str) -> Build:
    """Over the ``start`` groups before this one to the ``end`` groups after it."""

    def build(values: Sequence[Value]) -> exp.Expr:
        start, end = int(values[2].literal or 0), int(values[3].literal or 0)
        frame = f"ROWS BETWEEN {abs(start)} PRECEDING AND {abs(end)} FOLLOWING"
        return _filled(f"{function}(:a) OVER {{window}}", values, 1, frame)

    return build


def _at_level(build: Build) -> Build:
    """Of the visual's groups. Over rows, before they are grouped or filtered, it is not emulated."""

    def built(values: Sequence[Value]) -> exp.Expr:
        level = str(values[2].literal).upper()
        if level != "POST_AGG_FILTER":
            raise ExpressionError(f"{level}: not emulated; POST_AGG_FILTER is")
        return build(values[:2])

    return built


def _ways(text: str, build: Build) -> list[Signature]:
    """With a list to partition by at the end, and without."""
    name, rest = text.split("(", 1)
    takes, returns = rest.rsplit(")", 1)
    return [signature(f"{name}({takes}){returns}", build), signature(f"{name}({takes}, list){returns}", build)]


def _each(names: Sequence[str], text: str, build: Callable[[str], Build]) -> list[Signature]:
    return [way for name in names for way in _ways(text.format(name=name, Name=name.capitalize()), build(name))]


def _over(name: str) -> list[Signature]:
    build = _window(f"{_OVER[name]}(:a) OVER {{window}}")
    returns = "integer" if name == "count" else "same" if name in ("max", "min", "sum") else "decimal"
    text = f"{name}Over(same): {returns}"
    return [*_ways(text, build), signature(f"{name}Over(same, list, keyword): {returns}", _at_level(build))]


WINDOWS = by_name(
    [
        *(way for name in _OVER for way in _over(name)),
        *_each(
            _FRAMED, "running{Name}(number, list): decimal", lambda f: _window(f"{f}(:a) OVER {{window}}", 1, _TO_HERE)
        ),
        *_each(_FRAMED, "window{Name}(number, list, digits, digits): decimal", _moving),
        *_ways("difference(number, list, digits): decimal", _beside(":a - {other}")),
        *_ways("percentDifference(number, list, digits): decimal", _beside(":a / CAST({other} AS double) - 1")),
        *_ways("percentOfTotal(number): decimal", _window(":a / CAST(sum(:a) OVER {window} AS double)")),
        *_ways("lag(same, list, digits): same", _window("lag(:a, :c) OVER {window}", 1)),
        *_ways("lead(same, list, digits): same", _window("lead(:a, :c) OVER {window}", 1)),
        *_ways("firstValue(same, list): same", _window("first_value(:a) OVER {window}", 1, _ALL)),
        *_ways("lastValue(same, list): same", _window("last_value(:a) OVER {window}", 1, _ALL)),
        *_ways("rank(list): integer", _window("rank() OVER {window}", 0)),
        *_ways("denseRank(list): integer", _window("dense_rank() OVER {window}", 0)),
        *_ways(
            "percentileRank(list): decimal",
            _window("100e0 * (rank() OVER {window} - 1) / count(*) OVER {whole}", 0),
        ),
    ]
)
