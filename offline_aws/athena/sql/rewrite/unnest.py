"""UNNEST of maps, of arrays of rows and of several arrays: each column is a list of its own.

https://trino.io/docs/current/sql/select.html#unnest
"""

from sqlglot import exp

from offline_aws.athena.sql.analysis.kinds import element_of, family, type_of
from offline_aws.athena.sql.rewrite.calls import call


def unnest(node: exp.Expr) -> exp.Expr:
    """``UNNEST(m) AS t(k, v)`` becomes ``LATERAL (SELECT unnest(map_keys(m)) AS k, unnest(map_values(m)) AS v) AS t``.

    UNNEST of one array of scalars is DuckDB's too and stays.
    """
    if not isinstance(node, exp.Unnest):
        return node
    lists = [column for source in node.expressions for column in _lists(source)]
    if len(lists) == 1:
        return node
    if offset := node.args.get("offset"):
        lengths = [call("len", item.copy()) for item in lists]
        lists.append(
            call(
                "range",
                exp.Literal.number(1),
                exp.Add(this=call("greatest", *lengths), expression=exp.Literal.number(1)),
            )
        )
    alias = node.args["alias"]
    names = [*alias.columns, *([offset] if isinstance(offset, exp.Identifier) else ())]
    columns = [
        exp.alias_(call("unnest", item), name.name, quoted=True) for item, name in zip(lists, names, strict=True)
    ]
    select = exp.Subquery(this=exp.select(*columns))
    return exp.Lateral(this=select, alias=exp.TableAlias(this=alias.this.copy()))


def _lists(source: exp.Expr) -> list[exp.Expr]:
    """The columns that a value is unnested to, each a list."""
    if family(source) == "map":
        return [call("map_keys", source.copy()), call("map_values", source.copy())]
    element = element_of(type_of(source))
    if element.name != "row":
        return [source.copy()]
    return [_fields(source, place) for place in range(1, len(element.arguments) + 1)]


def _fields(source: exp.Expr, place: int) -> exp.Expr:
    value = call("struct_extract_at", exp.to_identifier("r"), exp.Literal.number(place))
    return call("list_transform", source.copy(), exp.Lambda(this=value, expressions=[exp.to_identifier("r")]))
