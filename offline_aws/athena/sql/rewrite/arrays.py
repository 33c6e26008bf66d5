"""Arrays and maps. https://trino.io/docs/current/functions/array.html and map.html"""

from collections.abc import Callable

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql.analysis.kinds import element_of, family, type_of
from offline_aws.athena.sql.rewrite.calls import call, number, variant
from offline_aws.athena.sql.rewrite.lambdas import applied

Builder = Callable[[exp.Anonymous], exp.Expr]


def _map(node: exp.Anonymous) -> exp.Expr:
    if not node.expressions:
        return call("map")
    return call("trino_map", *node.expressions)


def _element_at(node: exp.Anonymous) -> exp.Expr:
    source, key = node.expressions
    return call("athena_element__array" if family(source) == "array" else "trino_element_at", source, key)


def _sequence(node: exp.Anonymous) -> exp.Expr:
    kind = family(node.expressions[0])
    if kind not in ("date", "timestamp", "moment"):
        return call("trino_sequence", *node.expressions)
    start, stop, *step = node.expressions
    one_day = exp.Interval(this=exp.Literal.string("1"), unit=exp.var("day"))
    return call(f"athena_sequence__{kind}", start, stop, *(step or [one_day]))


def _array_sort(node: exp.Anonymous) -> exp.Expr:
    """With a comparison each element goes to the place that the number of those before it gives."""
    if len(node.expressions) == 1:
        return call("trino_array_sort", *node.expressions)
    source, comparison = node.expressions
    if not isinstance(comparison, exp.Lambda):
        raise NotEmulatedError("a lambda that is not written out")
    x, i, y, j = (exp.to_identifier(name) for name in ("sort_x", "sort_i", "sort_y", "sort_j"))
    compared = applied(comparison, y, x)
    tie = exp.and_(exp.EQ(this=compared.copy(), expression=number(0)), exp.LT(this=j, expression=i))
    before = exp.or_(exp.LT(this=compared, expression=number(0)), tie)
    others = call("list_filter", source.copy(), exp.Lambda(this=before, expressions=[y.copy(), j.copy()]))
    places = exp.Lambda(this=call("len", others), expressions=[x.copy(), i.copy()])
    return call("athena_placed", source, call("list_transform", source.copy(), places))


def _array_join(node: exp.Anonymous) -> exp.Expr:
    """The elements are cast to varchar, as Trino casts them."""
    source, *rest = node.expressions
    if element_of(type_of(source)).family == "double":
        parameter = exp.to_identifier("e")
        text = call("athena_to_varchar__double", parameter)
        source = call("list_transform", source, exp.Lambda(this=text, expressions=[parameter.copy()]))
    return call("trino_array_join", source, *rest)


def _cardinality(node: exp.Anonymous) -> exp.Expr:
    return call(variant("trino_cardinality", node.expressions), *node.expressions)


BUILDERS: dict[str, Builder] = {
    "array_join": _array_join,
    "array_sort": _array_sort,
    "cardinality": _cardinality,
    "element_at": _element_at,
    "map": _map,
    "sequence": _sequence,
    "zip": lambda node: call("list_zip", *node.expressions),
}
