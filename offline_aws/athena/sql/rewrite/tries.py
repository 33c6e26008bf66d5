"""TRY. https://trino.io/docs/current/functions/conditional.html#try"""

from sqlglot import exp


def coalesce_in_try(node: exp.Expr) -> exp.Expr:
    """``TRY(coalesce(a, b))`` becomes ``TRY(coalesce(a, TRY(b)))``.

    When ``b`` fails in some rows, DuckDB 1.5.5 reads beyond its memory, and the whole process ends. CASE does not
    help: what stands in it twice DuckDB computes once, outside of TRY.
    """
    if isinstance(node, exp.Try):
        for call in list(node.find_all(exp.Anonymous)):
            if call.name.lower() == "coalesce":
                first, *others = call.expressions
                call.set("expressions", [first, *map(_tried, others)])
    return node


def _tried(value: exp.Expr) -> exp.Expr:
    return value if isinstance(value, (exp.Literal, exp.Try)) else exp.Try(this=value)
