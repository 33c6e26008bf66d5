"""Window functions."""

from sqlglot import exp

_NAVIGATION = {
    "first_value": exp.FirstValue,
    "last_value": exp.LastValue,
    "lag": exp.Lag,
    "lead": exp.Lead,
    "nth_value": exp.NthValue,
}


def ignore_nulls(node: exp.Expr) -> exp.Expr:
    """``lag(x) IGNORE NULLS OVER …``: DuckDB wants the words in the call, which sqlglot does for its own nodes."""
    if isinstance(node, exp.IgnoreNulls) and isinstance(node.this, exp.Anonymous):
        function = node.this
        names = ("this", "offset", "default")
        return exp.IgnoreNulls(
            this=_NAVIGATION[function.name.lower()](**dict(zip(names, function.expressions, strict=False)))
        )
    return node
