"""Columns of UNNEST that the text gives no names: they are called by their place, as what SELECT leaves without one.

https://trino.io/docs/current/sql/select.html#unnest
"""

from sqlglot import exp

UNNAMED = "is_unnamed"


def name_unnested(tree: exp.Expr) -> None:
    """A column for each array; that a map or an array of rows has more is seen when types are known."""
    for node in tree.find_all(exp.Unnest):
        alias = node.args.get("alias") or exp.TableAlias()
        if alias.columns:
            continue
        count = len(node.expressions)
        alias.set("columns", [exp.to_identifier(f"_col{index}", quoted=True) for index in range(count)])
        node.set("alias", alias)
        node.meta[UNNAMED] = True
        if node.args.get("offset") is True:
            node.set("offset", exp.to_identifier(f"_col{count}", quoted=True))
