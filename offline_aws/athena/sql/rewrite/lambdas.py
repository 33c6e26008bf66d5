"""Functions that take a lambda: DuckDB has ``list_transform``, ``list_filter`` and ``list_reduce``, the others are made
of these. https://trino.io/docs/current/functions/lambda.html
"""

from sqlglot import exp

from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql.analysis.kinds import element_of, type_of
from offline_aws.athena.sql.rewrite.calls import call, duckdb_type


def applied(function: exp.Expr, *values: exp.Expr) -> exp.Expr:
    """The lambda's body with values in the place of its parameters."""
    if not isinstance(function, exp.Lambda) or len(function.expressions) != len(values):
        raise NotEmulatedError("a lambda that is not written out")
    given = {name.name: value for name, value in zip(function.expressions, values, strict=True)}

    def put(node: exp.Expr) -> exp.Expr:
        name = node.name if isinstance(node, (exp.Column, exp.Identifier)) else ""
        return exp.paren(given[name].copy()) if name in given else node

    return exp.paren(function.this.copy().transform(put))


def _lambda(parameter: str, body: exp.Expr) -> exp.Lambda:
    return exp.Lambda(this=body, expressions=[exp.to_identifier(parameter)])


def _field(name: str) -> exp.Expr:
    """A part of the entry e of a map."""
    return exp.Dot(this=exp.to_identifier("e"), expression=exp.to_identifier(name, quoted=True))


def _entries(source: exp.Expr, function: str, body: exp.Expr) -> exp.Anonymous:
    return call("map_from_entries", call(function, call("map_entries", source), _lambda("e", body)))


def any_match(node: exp.Anonymous) -> exp.Expr:
    return call("trino_contains", call("list_transform", *node.expressions), exp.true())


def all_match(node: exp.Anonymous) -> exp.Expr:
    return exp.not_(call("trino_contains", call("list_transform", *node.expressions), exp.false()))


def none_match(node: exp.Anonymous) -> exp.Expr:
    return exp.not_(any_match(node))


def reduce(node: exp.Anonymous) -> exp.Expr:
    source, start, step, finish = node.expressions
    state, element = type_of(start), element_of(type_of(source))
    if state.is_decided and {state.family, element.family} - {"integer", "double", "decimal", "unknown"}:
        return applied(finish, _reduced(source, start, step))
    return applied(finish, call("list_reduce", source, step, start))


def _reduced(source: exp.Expr, start: exp.Expr, step: exp.Expr) -> exp.Expr:
    """list_reduce wants the state and the elements to be of one type: each is put into a pair with the other."""
    state = duckdb_type(type_of(start))
    first = call("struct_pack", _named("s", exp.cast(start, state, dialect="duckdb")))
    pair = [
        exp.Dot(this=exp.to_identifier(name), expression=exp.to_identifier(part))
        for name, part in (("p", "s"), ("q", "x"))
    ]
    element = call(
        "struct_pack", _named("s", exp.cast(exp.null(), state, dialect="duckdb")), _named("x", exp.to_identifier("e"))
    )
    nothing = exp.Bracket(this=source.copy(), expressions=[exp.Literal.number(0)], offset=0)
    start_pair = call("struct_pack", *first.expressions, _named("x", nothing))
    stepped = exp.cast(applied(step, *pair), state, dialect="duckdb")
    following = call(
        "struct_pack",
        _named("s", stepped),
        _named("x", exp.Dot(this=exp.to_identifier("q"), expression=exp.to_identifier("x"))),
    )
    function = exp.Lambda(this=following, expressions=[exp.to_identifier("p"), exp.to_identifier("q")])
    pairs = call("list_transform", source, _lambda("e", element))
    return exp.Dot(this=exp.paren(call("list_reduce", pairs, function, start_pair)), expression=exp.to_identifier("s"))


def _named(name: str, value: exp.Expr) -> exp.Expr:
    return exp.PropertyEQ(this=exp.to_identifier(name), expression=value)


def map_filter(node: exp.Anonymous) -> exp.Expr:
    source, keep = node.expressions
    return _entries(source, "list_filter", applied(keep, _field("key"), _field("value")))


def transform_values(node: exp.Anonymous) -> exp.Expr:
    source, function = node.expressions
    value = applied(function, _field("key"), _field("value"))
    return _entries(source, "list_transform", call("row", _field("key"), value))


def transform_keys(node: exp.Anonymous) -> exp.Expr:
    source, function = node.expressions
    key = applied(function, _field("key"), _field("value"))
    return _entries(source, "list_transform", call("row", key, _field("value")))


def zip_with(node: exp.Anonymous) -> exp.Expr:
    left, right, function = node.expressions
    pair = [call("struct_extract_at", exp.to_identifier("e"), exp.Literal.number(place)) for place in (1, 2)]
    return call("list_transform", call("athena_zip", left, right), _lambda("e", applied(function, *pair)))


def map_zip_with(node: exp.Anonymous) -> exp.Expr:
    """The values of both maps under each key that one of them has."""
    left, right, function = node.expressions
    key = exp.to_identifier("k")
    value = applied(function, key, call("trino_element_at", left, key), call("trino_element_at", right, key))
    entry = call("row", key.copy(), value)
    return call(
        "map_from_entries", call("list_transform", call("athena_keys_of_both", left, right), _lambda("k", entry))
    )


BUILDERS = {
    "all_match": all_match,
    "any_match": any_match,
    "map_filter": map_filter,
    "map_zip_with": map_zip_with,
    "none_match": none_match,
    "reduce": reduce,
    "transform_keys": transform_keys,
    "transform_values": transform_values,
    "zip_with": zip_with,
}
