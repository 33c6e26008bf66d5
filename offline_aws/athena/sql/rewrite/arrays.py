"""Arrays and maps. https://trino.io/docs/current/functions/array.html and map.html"""

from collections.abc import Callable, Sequence

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.analysis.kinds import element_of, family, type_of
from offline_aws.athena.sql.rewrite.calls import call, each, number, variant
from offline_aws.athena.sql.rewrite.lambdas import applied
from offline_aws.athena.sql.rewrite.texts import as_text

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
    if kind == "date" and step and isinstance(step[0], exp.Interval) and str(step[0].args.get("unit")) not in _DAYS:
        message = "sequence step must be a day interval if start and end values are dates"
        raise QueryError("INVALID_FUNCTION_ARGUMENT", message)
    return call(f"athena_sequence__{kind}", start, stop, *step)


_DAYS = ("DAY", "WEEK", "MONTH", "YEAR", "YEAR TO MONTH")


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
    text = as_text(exp.to_identifier("e"), element_of(type_of(source)))
    return call("trino_array_join", each(source, "e", text), *rest)


def _cardinality(node: exp.Anonymous) -> exp.Expr:
    if type_of(node.expressions[0]).name == "hyperloglog":
        return call("py_hll_cardinality", *node.expressions)
    return call(variant("trino_cardinality", node.expressions), *node.expressions)


def _zip(node: exp.Anonymous) -> exp.Expr:
    return _unless_null(call("list_zip", *node.expressions), node.expressions)


def _map_concat(node: exp.Anonymous) -> exp.Expr:
    if len(node.expressions) == 1:
        message = "There must be two or more concatenation arguments to map_concat"
        raise QueryError("INVALID_FUNCTION_ARGUMENT", message)
    return _unless_null(call("map_concat", *node.expressions), node.expressions)


def _unless_null(result: exp.Expr, arguments: Sequence[exp.Expr]) -> exp.Expr:
    """NULL when an argument is: DuckDB takes one for an empty array or map."""
    nulls = exp.or_(*(exp.Is(this=item.copy(), expression=exp.null()) for item in arguments))
    return exp.Case().when(nulls, exp.null()).else_(result)


def _array_max(node: exp.Anonymous) -> exp.Expr:
    is_double = element_of(type_of(node.expressions[0])).family == "double"
    return call("athena_array_max__double" if is_double else "trino_array_max", *node.expressions)


BUILDERS: dict[str, Builder] = {
    "array_max": _array_max,
    "map_concat": _map_concat,
    "array_join": _array_join,
    "array_sort": _array_sort,
    "cardinality": _cardinality,
    "element_at": _element_at,
    "map": _map,
    "sequence": _sequence,
    "zip": _zip,
}
