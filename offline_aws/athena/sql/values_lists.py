"""VALUES: lines that are rows, and a list that is a query by itself. https://trino.io/docs/current/sql/values.html"""

from sqlglot import exp

_CLAUSES = ("with_", "order", "limit", "offset")


def with_rows(tree: exp.Expr) -> exp.Expr:
    """``VALUES row(1, 'a')`` is ``VALUES (1, 'a')``."""
    for values in tree.find_all(exp.Values):
        for line in values.expressions:
            inner = line.expressions[0] if isinstance(line, exp.Tuple) and len(line.expressions) == 1 else line
            if isinstance(inner, exp.Anonymous) and inner.name.lower() == "row":
                line.replace(exp.Tuple(expressions=inner.expressions))
    return tree


def as_select(tree: exp.Expr) -> exp.Expr:
    """``VALUES 1, 2`` alone has the column _col0; what orders or limits it goes with the SELECT around it."""
    if not isinstance(tree, exp.Values):
        return tree
    first = tree.expressions[0]
    width = len(first.expressions) if isinstance(first, exp.Tuple) else 1
    names = [exp.to_identifier(f"_col{index}", quoted=True) for index in range(width)]
    tree.set("alias", exp.TableAlias(this=exp.to_identifier("t"), columns=names))
    clauses = {name: tree.args.pop(name) for name in _CLAUSES if tree.args.get(name)}
    query = exp.select("*").from_(tree)
    for name, clause in clauses.items():
        query.set(name, clause)
    return query
