"""Window functions."""

from sqlglot import exp

from offline_aws.athena.errors import QueryError

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
        name = function.name.lower()
        if name not in _NAVIGATION:
            raise QueryError("NULL_TREATMENT_NOT_ALLOWED", f"Cannot specify null treatment clause for {name} function")
        names = ("this", "offset", "default")
        return exp.IgnoreNulls(this=_NAVIGATION[name](**dict(zip(names, function.expressions, strict=False))))
    return node
